"""What a site's definition may say in one line each; without any of it the generic way reads the same page."""

from datetime import datetime

import pytest

from newscrawl.model.errors import SiteError
from newscrawl.process import process
from newscrawl.sites import Site

URL = "https://www.kabarhulu.test/berita/pabrik-tempe-memakai-panas-bumi"
STORY = (
    "Sebuah pabrik tempe kecil di lereng gunung memakai uap panas bumi untuk merebus kedelai setiap pagi.",
    "Pemiliknya menyambung pipa sepanjang tiga ratus meter dengan bantuan dua orang mahasiswa teknik.",
    "Pengelola sumur mengizinkan pemakaian uap sisa itu selama tidak mengganggu pembangkit listrik.",
    "Asap dari dapur pabrik kini hilang, dan kayu di lereng tidak lagi ditebang untuk bahan bakar.",
)
DIARY = "Buku harian dapur: hari ini empat puluh karung kedelai direbus sebelum matahari terbit di timur."
PAGE = f"""<html lang="id"><head><title>Pabrik Tempe Memakai Panas Bumi</title>
<meta property="article:published_time" content="2026-03-01T08:00:00+07:00"><meta name="author" content="Rukmana Jaya">
<meta name="keywords" content="tempe, panas bumi"></head><body><main><h1>Pabrik Tempe Memakai Panas Bumi</h1>
<p id="judul-cetak">Uap Bumi Merebus Kedelai</p><p id="waktu">Senin, 2 Maret 2026 17:11 WIB</p>
<p id="nama">Salma Indrawati</p>
<p id="penyunting">Bagas Wiratama</p>
<div class="isi-berita"><div class="x1"><p>{STORY[0]}</p><p>{STORY[1]}</p><p class="x3">{DIARY}</p></div>
<div class="x2"><p>{STORY[2]}</p><p>{STORY[3]}</p></div></div></main></body></html>"""


def text_at(path):
    """A function of the parsed page, as a definition would hold one."""
    return lambda root: root.xpath(path)[0].text_content()


def broken(root):
    return None


@pytest.fixture
def read(a_page):
    """The page's article as a definition with the given lines reads it."""

    def make(**lines):
        definition = Site(name="kabarhulu", title="Kabar Hulu", domains=("kabarhulu.test",), **lines)
        return process(a_page(PAGE, URL), definition)

    return make


def test_without_any_of_it_the_generic_way_stands(read, a_page):
    article, of_nobody = read(), process(a_page(PAGE, URL))
    assert article.paragraphs == of_nobody.paragraphs == (*STORY[:2], DIARY, *STORY[2:])
    assert article.title == of_nobody.title == "Pabrik Tempe Memakai Panas Bumi"
    assert article.authors == of_nobody.authors == ("Rukmana Jaya",)
    assert article.published_at == of_nobody.published_at == datetime.fromisoformat("2026-03-01T08:00:00+07:00")
    assert not any(source.startswith("site ") for name, source in article.provenance.items())


def test_a_container_holds_the_body_and_nothing_beside_it_counts(read):
    article = read(container=(".x1",), min_words=20)
    assert article.paragraphs == (*STORY[:2], DIARY)
    assert article.provenance["paragraphs"] == "site container .x1"


def test_the_first_container_that_the_page_has_is_taken(read):
    assert read(container=(".layout-lama", ".x2"), min_words=20).paragraphs == STORY[2:]


def test_a_container_that_the_page_has_not_leaves_it_to_the_generic_way(read):
    assert read(container=(".layout-lama",)).paragraphs == read().paragraphs


def test_what_is_pruned_is_no_part_of_the_body(read):
    assert read(prune=(".x3",)).paragraphs == STORY


def test_a_place_for_the_date_goes_before_what_the_page_declares(read):
    article = read(date=("#tidak-ada", "#waktu"))
    assert article.published_at == datetime.fromisoformat("2026-03-02T17:11:00+07:00")
    assert article.provenance["published_at"] == "site date #waktu"


def test_places_for_writer_and_editor_go_before_what_the_page_declares(read):
    article = read(author=("#nama",), editor=("#penyunting",))
    assert (article.authors, article.editors) == (("Salma Indrawati",), ("Bagas Wiratama",))
    assert article.provenance["authors"] == "site author #nama"
    assert article.provenance["editors"] == "site editor #penyunting"


def test_the_author_in_the_metadata_may_be_the_editor(read):
    article = read(author_in_metadata_is_editor=True)
    assert (article.authors, article.editors) == ((), ("Rukmana Jaya",))


@pytest.mark.parametrize(
    ("field", "function", "value"),
    [
        ("title", text_at("//*[@id='judul-cetak']"), "Uap Bumi Merebus Kedelai"),
        ("subtitle", text_at("//*[@id='judul-cetak']"), "Uap Bumi Merebus Kedelai"),
        ("authors", text_at("//*[@id='nama']"), ("Salma Indrawati",)),
        ("authors", lambda root: ["Salma Indrawati", "Danu Prakoso"], ("Salma Indrawati", "Danu Prakoso")),
        ("editors", text_at("//*[@id='penyunting']"), ("Bagas Wiratama",)),
        ("published_at", text_at("//*[@id='waktu']"), datetime.fromisoformat("2026-03-02T17:11:00+07:00")),
        (
            "published_at",
            lambda root: datetime.fromisoformat("2026-03-02T06:05"),
            datetime.fromisoformat("2026-03-02T06:05:00+07:00"),
        ),
        ("modified_at", lambda root: "2026-03-03 09:00", datetime.fromisoformat("2026-03-03T09:00:00+07:00")),
        ("section", lambda root: "Lereng", "Lereng"),
        ("tags", lambda root: ["uap", "kedelai"], ("uap", "kedelai")),
        ("language", lambda root: "su", "su"),
    ],
)
def test_a_function_reads_a_field(read, field, function, value):
    article = read(overrides={field: function})
    assert getattr(article, field) == value
    assert article.provenance[field] == "site override"


@pytest.mark.parametrize("field", ["title", "subtitle", "authors", "editors", "published_at", "section", "tags"])
def test_a_function_that_finds_nothing_leaves_it_to_the_generic_way(read, field):
    assert getattr(read(overrides={field: broken}), field) == getattr(read(), field)


@pytest.mark.parametrize(
    "line", [{"container": ("div[",)}, {"prune": "div"}, {"overrides": {"paragraf": broken}}, {"date": (7,)}]
)
def test_a_line_that_cannot_be_meant_is_refused_when_the_site_is_made(line):
    with pytest.raises(SiteError, match="kabarhulu"):
        Site(name="kabarhulu", title="Kabar Hulu", domains=("kabarhulu.test",), **line)
