# ruff: noqa: E501 - markup is written as pages write it
"""Writers as pages declare, print and sign them; the papers and people are invented, the agencies are not."""

import pytest

from newscrawl.process import process

STORY = [
    f"Warga kampung nomor {n} memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu, dan camat membantu."
    for n in range(6)
]


@pytest.fixture
def authors(a_page):
    """The writers of a page whose head, surroundings of the headline and paragraphs are given, and their source."""

    def read(head="", above="", story=None):
        body = "".join(p if p.startswith("<") else f"<p>{p}</p>" for p in story or STORY)
        html = (
            f"<html lang='id'><head><meta property='og:site_name' content='Kabar Hulu'>{head}</head><body>"
            f"<h1>Warga Perbaiki Jembatan</h1>{above}<div class='article-body'>{body}</div></body></html>"
        )
        article = process(a_page(html, "https://www.kabarhulu.test/daerah/jembatan"))
        return list(article.authors), article.provenance.get("authors"), article

    return read


def json_ld(authors):
    return (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Warga","author":{authors}}}</script>'
    )


@pytest.mark.parametrize(
    ("head", "names"),
    [
        (json_ld('{"@type":"Person","givenName":"Ratna","familyName":"Laut"}'), ["Ratna Laut"]),
        (json_ld('[{"@type":"Person","name":"Xiao You"},{"@type":"Person","name":"Ratna Laut"}]'), ["Xiao You", "Ratna Laut"]),
        (json_ld('[{"@type":"Person","name":"Ratna Laut"},{"@type":"Organization","name":"Kabar Hulu"}]'), ["Ratna Laut"]),
        (json_ld('{"@type":"Person","name":"The Kabar Team"}'), []),
        (json_ld('null,"creator":["Ratna Laut"]'), ["Ratna Laut"]),
        ("<meta name='twitter:misc:Written by' content='Ratna Laut'>", ["Ratna Laut"]),
        ("<meta name='kabar:penulis' content='Ratna Laut'>", ["Ratna Laut"]),
        ("<meta name='author' content='r.laut@kabarhulu.test'><meta name='og:author' content='Ratna Laut'>", ["Ratna Laut"]),
        ("<meta name='author' content='https://kabarhulu.test/ratna'>", []),
        (json_ld('"https://kabarhulu.test/author/ratna"'), []),
        (json_ld('{"@type":"Person","name":"Ratna Laut"}') + "<meta name=author content='Ratna Laut, Wayan Ombak'>", ["Ratna Laut", "Wayan Ombak"]),
    ],
)  # fmt: skip
def test_the_declared_writers_are_read(authors, head, names):
    assert authors(head)[0] == names


def test_those_of_the_declared_whom_the_byline_names_wrote_it(authors):
    both = json_ld('[{"@type":"Person","name":"Ratna Laut"},{"@type":"Person","name":"Wayan Ombak"}]')
    assert authors(both, "<p>By Ratna Laut</p>")[0] == ["Ratna Laut"]
    assert authors(both, "<p>By Ratna Laut and Wayan Ombak</p>")[0] == ["Ratna Laut", "Wayan Ombak"]
    assert authors(both, "<p>By Made Karang</p>")[0] == ["Ratna Laut", "Wayan Ombak"]


@pytest.mark.parametrize(
    "above",
    [
        "<p><a href='/penulis/ratna-laut'>Ratna Laut</a></p>",
        "<p><a href='https://kabarhulu.test/author/ratna/'>Ratna Laut</a></p>",
        "<p><a rel='author' href='/r'>Ratna Laut</a></p>",
        "<div id='authors'><span>Ratna Laut</span></div>",
    ],
)
def test_a_link_to_a_writers_page_near_the_headline_names_the_writer(authors, above):
    assert authors(above=above)[:2] == (["Ratna Laut"], "byline element")


@pytest.mark.parametrize(
    "above",
    [
        "<div class='meta'>By <a href='/author/r'>Ratna Laut</a> <a href='/author/w'>Wayan Ombak</a></div>",
        "<ul class='authors'><li><a href='/author/r'>Ratna Laut</a></li><li><a href='/author/w'>Wayan Ombak</a></li></ul>",
        "<div class='authors'><a href='/author/r'>Ratna Laut</a><a href='/author/w'>Wayan Ombak</a></div>",
        "<p><a rel='author' href='/r'>Ratna Laut</a> dan <a rel='author' href='/w'>Wayan Ombak</a></p>",
        "<p><span class='author'>Ratna Laut</span><span class='author'>Wayan Ombak</span></p>",
        "<div><div class='author'>Ratna Laut</div><div class='author'>Wayan Ombak</div></div>",
    ],
)
def test_writers_whom_only_their_links_set_apart_are_apart(authors, above):
    assert authors(above=above)[0] == ["Ratna Laut", "Wayan Ombak"]


@pytest.mark.parametrize(
    "label",
    ["Penulis", "Reporter", "Jurnalis", "Ditulis oleh", "Escrito por", "A cura di", "Écrit par", "Ein Gastbeitrag von"],
)
def test_a_label_needs_no_colon(authors, label):
    assert authors(above=f"<div>{label} <b>Ratna Laut</b></div>")[0] == ["Ratna Laut"]


def test_a_byline_right_behind_a_picture_is_one(authors):
    assert authors(story=["<figure><img src=/a.jpg></figure>", "<p>Oleh: Ratna Laut</p>", *STORY])[0] == ["Ratna Laut"]


def test_signed_lines_of_one_block_belong_together(authors):
    lines = "<p>Reporter: Ratna Laut, Made Karang<br>Penulis: Wayan Ombak<br>Editor: Agus S</p>"
    names, _, article = authors(story=[*STORY, lines])
    assert (names, article.editors) == (["Ratna Laut", "Made Karang", "Wayan Ombak"], ("Agus S",))


def test_who_signs_the_text_wrote_it_and_who_is_declared_uploaded_it(authors):
    uploader = json_ld('{"@type":"Person","name":"Made Karang"}')
    assert authors(uploader, story=[*STORY, "<p>Penulis: Ratna Laut</p>"])[0] == ["Ratna Laut"]
    assert authors(uploader, story=[*STORY, "<p>Penulis: Made K. Karang</p>"])[0] == ["Made Karang"]
    assert authors(uploader, "<p>By Ratna Laut</p>")[0] == ["Made Karang"]


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ("", "<p><a href='/kategori/hukum-kriminal'>Hukum Kriminal</a> | Sabtu, 28 November 2026</p>"),
        ("<meta property='article:section' content='Sepak Bola'>", "<p>Sepak Bola | Sabtu, 28 November 2026</p>"),
        ("", "<nav><a href='/hukum'>Hukum Kriminal</a></nav><p>Hukum Kriminal | Sabtu, 28 November 2026</p>"),
        ("", "<nav class='breadcrumb'><a href='/gaya'>Gaya Hidup</a></nav><p>Gaya Hidup - 28 November 2026</p>"),
    ],
)
def test_what_a_story_is_filed_under_is_nobody(authors, head, above):
    assert authors(head, above)[0] == []


def test_a_job_stuck_to_the_name_comes_off(authors):
    above = "<div class='author'><a>Ratna Laut</a><span>Jurnalis Kabar Hulu</span></div>"
    assert authors(above=above)[0] == ["Ratna Laut"]


def test_the_byline_of_another_story_names_nobody(authors):
    assert authors(above="<h6><a href='/berita/lain'>By Ratna Laut</a></h6>")[0] == []


@pytest.mark.parametrize(
    "above",
    [
        "<ul><li>Penulis</li><li>Ratna Laut</li><li>Editor</li><li>Wayan Ombak</li></ul>",
        "<ul><li><span>Penulis</span></li><li><a href='/me/ratna'><img src='a.jpg'><span>Ratna Laut</span></a></li><li id='e'><span>Editor</span></li><li>Wayan Ombak</li></ul>",
        "<dl><dt>Reporter:</dt><dd>Ratna Laut</dd><dt>Redaktur:</dt><dd>Wayan Ombak</dd></dl>",
        "<div><div>Oleh</div><!-- nama --><div>Ratna Laut</div></div><div><div>Editor</div><div>Wayan Ombak</div></div>",
    ],
)
def test_a_label_in_an_element_of_its_own_names_who_stands_in_the_next(authors, above):
    names, source, article = authors(above=above)
    assert (names, source, article.editors) == (["Ratna Laut"], "byline", ("Wayan Ombak",))


DESK = "<meta name=author content='Kabar Hulu'>"


@pytest.mark.parametrize(
    ("story", "names"),
    [
        (["<p><strong>Ratna Laut</strong></p>", *STORY], ["Ratna Laut"]),
        (
            [
                "… dan camat berjanji membantu mereka dengan bambu dan paku",
                "<p><b>Ratna Laut/Wayan Ombak</b></p>",
                *STORY,
            ],
            ["Ratna Laut", "Wayan Ombak"],
        ),
        ([*STORY, "<p style='text-align: right'>Ratna Laut</p>"], ["Ratna Laut"]),
        ([*STORY, "<p class='text-right'><em>Ratna Laut</em></p>"], ["Ratna Laut"]),
        ([*STORY, "RATNA LAUT"], ["RATNA LAUT"]),
    ],
)
def test_a_name_that_signs_the_story_is_the_writers_and_no_part_of_the_text(authors, story, names):
    found, source, article = authors(DESK, story=story)
    assert (found, source) == (names, "signature")
    assert not any(name in article.text for name in names)


SIGNED = STORY[:-1]
LAST = STORY[-1]


@pytest.mark.parametrize(
    ("last", "names"),
    [
        (f"{LAST} (Ratna Laut)", ["Ratna Laut"]),
        (f"{LAST} (Kabarhulu.test/Ratna Laut)", ["Ratna Laut"]),
        (f"{LAST} (Ratna Laut/Red)", ["Ratna Laut"]),
        (f"{LAST} (Reporter: Ratna Laut)", ["Ratna Laut"]),
        (f"{LAST} [Laporan Ratna Laut]", ["Ratna Laut"]),
        (f"{LAST}</p><p>(Ratna Laut)</p><p>Baca juga: <a href='/berita/lain'>Pasar Terapung Dibuka Lagi</a>", ["Ratna Laut"]),
        (f"{LAST} (ANTARA)", ["ANTARA"]),
        (f"{LAST} — Bernama", ["Bernama"]),
        (f"{LAST} – Reuters", ["Reuters"]),
        (f"{LAST}</p><p>Reuters", ["Reuters"]),
        (f"{LAST} (dpa)", ["dpa"]),
        (f"{LAST} (antara/red)", []),
        (f"{LAST} (Ratna)", []),
        (f"{LAST} (Humas Polres)", []),
        (f"{LAST} (Kabar Hulu)", []),
        (f"{LAST} (MC Kota Lembah)", []),
        (f"{LAST} (red)", []),
    ],
)  # fmt: skip
def test_who_signs_behind_the_last_sentence_is_the_writer(authors, last, names):
    found, source, article = authors(story=[*SIGNED, last])
    assert (found, source) == (names, "signature" if names else None)
    assert article.paragraphs[-1] == LAST


def test_who_signs_behind_the_last_sentence_gives_way_to_the_byline(authors):
    story = [*SIGNED, f"{LAST} (Ratna Laut)"]
    found, _, article = authors(above="<p>Penulis: Wayan Ombak</p>", story=story)
    assert (found, article.paragraphs[-1]) == (["Wayan Ombak"], LAST)


@pytest.mark.parametrize(
    "story",
    [
        ["<p><strong>Latar belakang</strong></p>", *STORY],
        ["<p><strong>Jakarta Selatan</strong></p>", *STORY],
        ["<p><strong>Ratna Laut memimpin kerja bakti</strong></p>", *STORY],
        [*STORY, "<p>Ratna Laut</p>"],
    ],
)
def test_a_subhead_and_a_name_in_the_text_are_no_signature(authors, story):
    assert authors(DESK, story=story)[0] == []


def test_a_bold_name_above_the_text_is_no_signature_where_the_page_names_its_writers(authors):
    head = "<meta name=author content='Wayan Ombak'>"
    found, _, article = authors(head, story=["<p><strong>Ratna Laut</strong></p>", *STORY])
    assert found == ["Wayan Ombak"]
    assert "Ratna Laut" in article.text


@pytest.mark.parametrize(
    ("head", "above", "names"),
    [
        (json_ld('{"@type":"Organization","name":"Reuters"}'), "", ["Reuters"]),
        (json_ld('{"@type":"Person","name":"The Associated Press"}'), "", ["The Associated Press"]),
        ("<meta name=author content=AFP>", "", ["AFP"]),
        (json_ld('{"@type":"Organization","name":"Kabar Hulu with AFP"}'), "", ["AFP"]),
        ("<meta name=author content='Associated Press in Lembah Sirih'>", "", ["Associated Press"]),
        ("", "<p>By Associated Press</p>", ["Associated Press"]),
        ("", "<p>By Reuters Staff</p>", ["Reuters"]),
        ("", "<div class='author-name'>Reuters</div>", ["Reuters"]),
        ("", "<div class='byline'>Kabar Hulu with AFP</div>", ["AFP"]),
        # A person goes before the agency; the site's own name and its houses are nobody.
        ("<meta name=author content=AFP>", "<p>Penulis: Ratna Laut</p>", ["Ratna Laut"]),
        (json_ld('{"@type":"Organization","name":"Kabar Hulu"}'), "", []),
        (json_ld('{"@type":"Organization","name":"Kompas Cyber Media"}'), "", []),
        ("<meta name=author content='Getty Images'>", "", []),
    ],
)
def test_an_agency_is_named_where_no_person_is(authors, head, above, names):
    assert authors(head, above)[0] == names


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ('[{"@type":"Person","name":"Reuters"},{"@type":"Person","name":"Ratna Laut"}]', ["Ratna Laut", "Reuters"]),
        ('[{"@type":"Person","name":"Ratna Laut"},{"@type":"Organization","name":"AFP"}]', ["Ratna Laut", "AFP"]),
        # Desks of the house and the house itself are nobody.
        ('[{"@type":"Person","name":"Ratna Laut"},{"@type":"Person","name":"Kabar Hulu Staff"}]', ["Ratna Laut"]),
    ],
)
def test_an_agency_that_is_declared_beside_a_person_wrote_with_her(authors, listed, names):
    assert authors(json_ld(listed))[0] == names


@pytest.mark.parametrize(
    ("foot", "names"),
    [("Reporting by Associated Press.", ["Associated Press"]), ("Reporter: Ratna Laut", ["Ratna Laut"])],
)
def test_a_name_at_the_foot_of_the_story_counts_however_much_stands_behind_it(authors, foot, names):
    behind = "".join(f"<p><a href='/b/{n}'>Pasar Terapung Dibuka Kembali</a></p>" for n in range(40))
    story = [*STORY, *(paragraph.replace("kampung", "desa") for paragraph in STORY)]
    assert authors(story=[*story, f"<p><i>{foot}</i></p>", behind])[0] == names


TEASER = (
    "<article><a href='/b/2'><h5>Pasar Terapung Dibuka Kembali</h5></a>"
    "<p><time>26.04.24</time> | <span>Daerah</span> | <span>Oleh Wayan Ombak</span></p></article>"
)


@pytest.mark.parametrize(
    "below",
    [
        TEASER,
        "<figure><img src='/a.jpg'><p>Bambu di sungai.</p>Wayan Ombak/AP</figure>",
        "<div class='comment-author'>Wayan Ombak</div>",
        "<section class='komentar'><div class='nama-author'>Wayan Ombak</div></section>",
        "<p>Kata <a href='/profil/wayan-ombak'>Wayan Ombak</a>.</p>",
        "<form><p class='comment-form-author'><label>Name</label> *</p></form>",
        "<ul><li><a href='/redaksi'>Redaksi</a></li><li><a href='/bantuan'>Bantuan</a></li></ul>",
        "<p>Warga berterima kasih kepada <a href='/people/wayan-ombak'>Wayan Ombak</a>, yang memimpin kerja bakti itu sejak pagi dan menyumbang bambu.</p>",
    ],
    ids=["teaser", "picture", "comment", "comments", "source", "comment form", "menu", "person of the story"],
)
def test_a_name_beside_the_story_is_no_writer_s(authors, below):
    found, _, article = authors(story=[*STORY, below])
    assert (found, article.editors) == ([], ())
    assert authors(above="<p>Oleh Ratna Laut</p>", story=[*STORY, below])[0] == ["Ratna Laut"]
