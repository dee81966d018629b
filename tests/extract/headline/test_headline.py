"""Which of the headlines that a page prints and declares is the article's."""

import pytest

from newscrawl.extract.headline.title import read_headline

SITE = "<meta property='og:site_name' content='Kabar Hulu'>"


def a_head(title="", og="", twitter="", json_ld=""):
    return (
        SITE
        + (f"<title>{title}</title>" if title else "")
        + (f'<meta property="og:title" content="{og}">' if og else "")
        + (f'<meta name="twitter:title" content="{twitter}">' if twitter else "")
        + (
            f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{json_ld}"}}</script>'
            if json_ld
            else ""
        )
    )


@pytest.fixture
def headline(a_document):
    def read(h1, **declared):
        return read_headline(a_document(f"<html><head>{a_head(**declared)}</head><body>{h1}</body></html>"))

    return read


PRINTED, OTHER, THIRD = "Warga Perbaiki Jembatan Bambu", "Jembatan Bambu Hanyut, Warga Kerja Bakti", "Bakti Warga Hulu"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        # All that is declared agrees with the headline, but for the search engines' title.
        ({"title": f"{OTHER} - Kabar Hulu", "og": PRINTED, "json_ld": OTHER}, PRINTED),
        ({"title": OTHER, "og": OTHER, "json_ld": PRINTED}, PRINTED),
        ({"title": THIRD, "og": OTHER, "json_ld": PRINTED}, PRINTED),
        ({"title": OTHER, "og": OTHER}, PRINTED),
        # The title for search engines repeats the printed headline: another one that is declared is the editors'.
        ({"title": f"{PRINTED} | Kabar Hulu", "og": OTHER, "twitter": OTHER, "json_ld": PRINTED}, OTHER),
        ({"title": PRINTED, "og": PRINTED, "json_ld": OTHER}, OTHER),
        ({"title": PRINTED, "og": OTHER}, OTHER),
        # ... unless it is the printed one cut short or lengthened, or stands for one network alone.
        ({"title": PRINTED, "og": "Warga Perbaiki"}, PRINTED),
        ({"title": PRINTED, "og": f"{PRINTED} di Tengah Hujan"}, PRINTED),
        ({"title": PRINTED, "og": f"{OTHER} | Daerah"}, PRINTED),
        ({"title": PRINTED, "og": OTHER, "twitter": PRINTED}, PRINTED),
        # Both declarations agree.
        ({"title": PRINTED, "og": OTHER, "json_ld": OTHER}, OTHER),
        ({"title": THIRD, "og": f"Banjir: {PRINTED}", "json_ld": f"Banjir - {PRINTED}"}, f"Banjir: {PRINTED}"),
        ({"og": f"Kabar Pagi untuk {PRINTED}", "json_ld": f"Kabar Pagi untuk {PRINTED}"}, PRINTED),
        # ... unless both are cut to a length.
        ({"og": f"{PRINTED[:-6]}...", "json_ld": f"{PRINTED[:-6]}..."}, PRINTED),
        ({"og": PRINTED[:-3], "json_ld": PRINTED[:-3]}, PRINTED),
    ],
)
def test_the_headline_is_the_editors(headline, declared, expected):
    assert headline(f"<h1>{PRINTED}</h1>", **declared).title.value == expected


@pytest.mark.parametrize(
    "voice",
    [
        f"<meta name='title' content='{PRINTED} | Kabar Hulu'>",
        f"<meta name='sailthru.title' content='{PRINTED}'>",
        f"""<script type="application/ld+json">
            {{"@type":"NewsArticle","headline":"{PRINTED}","name":"{PRINTED}","datePublished":"2024-05-01"}}</script>""",
    ],
)
def test_the_printed_headline_stands_when_a_third_voice_tells_it(a_document, voice):
    head = a_head(title=PRINTED, og=OTHER, twitter=OTHER, json_ld=PRINTED)
    document = a_document(f"<html><head>{head}{voice}</head><body><h1>{PRINTED}</h1></body></html>")
    assert read_headline(document).title.value == PRINTED


def test_a_third_voice_that_tells_the_editors_headline_does_not_count(a_document):
    head = a_head(title=PRINTED, og=OTHER) + f"<meta name='parsely-title' content='{OTHER}'>"
    document = a_document(f"<html><head>{head}</head><body><h1>{PRINTED}</h1></body></html>")
    assert read_headline(document).title.value == OTHER


def test_the_printed_words_are_known_beside_the_title(headline):
    found = headline(f"<h1>{PRINTED}</h1>", title=PRINTED, og=OTHER)
    assert (found.title.value, found.printed, found.element.tag) == (OTHER, PRINTED, "h1")


def test_a_kicker_that_is_printed_on_a_line_of_its_own_keeps_its_mark(headline):
    h1 = "<h1><span>Banjir di Hulu</span><br>Warga Perbaiki Jembatan</h1>"
    declared = "Banjir di Hulu: Warga Perbaiki Jembatan"
    assert headline(h1, og=declared, json_ld=declared).title.value == declared


def test_a_section_that_is_printed_in_the_headline_comes_off(headline):
    assert headline(f"<h1><small>Daerah</small> {PRINTED}</h1>", og=PRINTED).title.value == PRINTED


def test_the_only_h1_is_the_headline_when_it_tells_the_same_story(headline):
    h1 = "<h1>Kampung di Hulu Membangun Lagi Jembatan yang Hanyut</h1>"
    assert headline(h1, title=OTHER, og=OTHER).title.value == "Kampung di Hulu Membangun Lagi Jembatan yang Hanyut"


def test_a_slogan_in_the_only_h1_is_no_headline(headline):
    assert headline("<h1>Berita Terkini Setiap Hari</h1>", title=OTHER, og=OTHER).title.value == OTHER


@pytest.mark.parametrize("tail", ["- Blog - Tak Dikenal", "| Tak Dikenal", "« Daerah « Tak Dikenal"])
def test_a_heading_that_leads_the_title_is_the_headline_without_an_unknown_brand(headline, tail):
    found = headline(f"<h2><a href='/x'>{PRINTED}</a></h2>", title=f"{PRINTED} {tail}")
    assert (found.title.value, found.title.source) == (PRINTED, "h2 element")


def test_a_headline_that_json_ld_cuts_is_not_preferred(headline):
    long = "Warga kampung di hulu memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu bersama camat"
    assert headline(f"<h1>{long}</h1>", title=long, og=long, json_ld=long[:90]).title.value == long


def test_a_page_that_neither_prints_nor_declares_one_has_none(a_document):
    assert read_headline(a_document("<html><body><p>Warga.</p></body></html>")) is None


@pytest.mark.parametrize("label", ["Premium", "EKSKLUSIF", "Khusus Pelanggan"])
def test_a_badge_behind_the_headline_comes_off(headline, label):
    h1 = f"<h1>{PRINTED} <span class='badge'>{label}</span></h1>"
    assert headline(h1, og=PRINTED).title.value == PRINTED
    assert headline(h1, og=f"{PRINTED} {label}").title.value == f"{PRINTED} {label}"


def test_pieces_of_a_headline_that_only_the_style_sheet_sets_apart_are_apart(headline):
    h1 = "<h1><span>Warga Perbaiki</span><span>Jembatan Bambu</span></h1>"
    assert headline(h1, og=PRINTED).title.value == PRINTED
