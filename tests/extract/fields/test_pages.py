# ruff: noqa: E501 - markup is written as pages write it
import pytest
from lxml.html import document_fromstring

from newscrawl.extract.fields.pages import canonical_url, count_inner_pages, page_number, read_pages, without_page

URL = "https://www.kabar.test/berita/123456/jembatan-bambu-hanyut"


def page_of(head="", body=""):
    return f"<html><head>{head}</head><body><p>a</p>{body}</body></html>"


@pytest.mark.parametrize(
    ("url", "declared", "canonical"),
    [
        (URL, URL, URL),
        (URL, "/berita/123456/jembatan-bambu-hanyut", URL),
        (f"{URL}?utm_source=x", URL, URL),
        (URL, "https://m.kabar.test/berita/123456/jembatan-bambu-hanyut", "https://m.kabar.test/berita/123456/jembatan-bambu-hanyut"),
        (URL, "https://www.kabar.test/berita/123456/jembatan-bambu-hanyut-diterjang-banjir", "https://www.kabar.test/berita/123456/jembatan-bambu-hanyut-diterjang-banjir"),
        (URL, "index.html", URL),  # relative to nothing that makes sense
        (URL, "https://www.kabar.test/", URL),
        (URL, "https://www.kabar.test/berita/654321/pasar-terapung-dibuka", URL),  # another article
        (URL, "https://lain.test/berita/123456/jembatan-bambu-hanyut", URL),  # another publisher
        (URL, "http://[broken", URL),
        (URL, "", URL),
        ("https://www.kabar.test/tag/banjir/", "https://www.kabar.test/berita/123456/jembatan-bambu-hanyut", "https://www.kabar.test/tag/banjir/"),
        ("https://www.kabar.test/berita/jembatan-source=search.html", "https://www.kabar.test/berita/jembatan.html", "https://www.kabar.test/berita/jembatan.html"),
    ],
)  # fmt: skip
def test_a_canonical_link_is_believed_when_it_names_this_page(a_document, url, declared, canonical):
    document = a_document(page_of(f"<link rel='canonical' href='{declared}'>"), url)
    assert canonical_url(document).value == canonical


def test_og_url_stands_in_for_a_missing_canonical_link(a_document):
    found = canonical_url(a_document(page_of(f"<meta property='og:url' content='{URL}'>"), f"{URL}?source=beranda"))
    assert (found.value, found.source) == (URL, "meta og:url")


@pytest.mark.parametrize(
    ("url", "number", "article"),
    [
        (URL, 1, URL),
        (f"{URL}?page=2", 2, URL),
        (f"{URL}?page=all", 1, URL),
        (f"{URL}?id=7&halaman=3", 3, f"{URL}?id=7"),
        (f"{URL}/4", 4, URL),
        (f"{URL}/page/5/", 5, URL),
        ("https://www.kabar.test/2024/10/23/jembatan", 1, "https://www.kabar.test/2024/10/23/jembatan"),
    ],
)
def test_the_page_of_an_article_stands_in_its_url(url, number, article):
    assert (page_number(url), without_page(url)) == (number, article)


@pytest.mark.parametrize(
    ("url", "html", "following"),
    [
        (URL, page_of(body=f"<div class='pagination'><a href='{URL}?page=2'>2</a><a href='{URL}?page=3'>3</a></div>"), f"{URL}?page=2"),
        (f"{URL}?page=2", page_of(body=f"<a href='{URL}?page=1'>1</a><a href='{URL}?page=3'>Selanjutnya</a>"), f"{URL}?page=3"),
        (f"{URL}?page=3", page_of(body=f"<a href='{URL}?page=1'>1</a><a href='{URL}?page=2'>2</a>"), None),
        (URL, page_of(f"<link rel='next' href='{URL}/2'>"), f"{URL}/2"),
        (URL, page_of("<link rel='next' href='/berita/777777/pasar-terapung'>"), None),
        (URL, page_of(body="<a href='/indeks?page=2'>2</a>"), None),
        (URL, page_of(), None),
        (f"{URL}.html", page_of(f"<link rel='next' href='{URL}/camat-membantu-u5z.html'>"), f"{URL}/camat-membantu-u5z.html"),
    ],
)  # fmt: skip
def test_the_next_page_is_the_next_of_this_article(a_document, url, html, following):
    found = read_pages(a_document(html, url), 1).next_url
    assert (found.value if found else None) == following


def test_the_whole_article_has_no_next_page(a_document):
    links = f"<a href='{URL}?page=2'>2</a><a href='{URL}?page=3'>3</a>"
    assert read_pages(a_document(page_of(body=links), f"{URL}?page=all"), 1).next_url is None
    assert read_pages(a_document(page_of(body=links), URL), 1).next_url is not None


def test_pages_that_stand_in_this_html_are_not_fetched(a_document):
    assert read_pages(a_document(page_of(body=f"<a href='{URL}?page=2'>2</a>"), URL), 3).next_url is None


@pytest.mark.parametrize(
    ("html", "total"),
    [
        (page_of("<meta name='content_total_pages' content='3'>"), 3),
        (page_of(body=f"<a href='{URL}?page=2'>2</a><a href='{URL}?page=4'>4</a>"), 4),
        (page_of(body="<a href='/indeks?page=9'>9</a>"), None),
        (page_of("<meta name='content_total_pages' content='many'>"), None),
    ],
)
def test_how_many_pages_there_are(a_document, html, total):
    found = read_pages(a_document(html, URL), 1).total
    assert (found.value if found else None) == total


SLUG = "https://www.kabar.test/berita/x-4471"


@pytest.mark.parametrize(
    ("url", "links", "following", "total"),
    [
        (f"{SLUG}.html", {"2": "x-4471-2.html", "3": "x-4471-3.html"}, f"{SLUG}-2.html", 3),
        (f"{SLUG}.html", {"2": "x-4471_2.html"}, f"{SLUG}_2.html", 2),
        (f"{SLUG}.html", {"2": "x-4471-seite-2.html"}, f"{SLUG}-seite-2.html", 2),
        (f"{SLUG}.html", {"2": "/berita/x-4471.html/hal/2"}, f"{SLUG}.html/hal/2", 2),
        (SLUG, {"2": "/berita/x-4471/seite-2", "4": "/berita/x-4471/seite-4"}, f"{SLUG}/seite-2", 4),
        (SLUG, {"2": "/berita/x-4471/page-2"}, f"{SLUG}/page-2", 2),
        ("https://www.kabar.test/baths", {"2": "/baths/2"}, "https://www.kabar.test/baths/2", 2),
        (f"{URL}", {"2": f"{URL}/5", "3": f"{URL}/10"}, f"{URL}/5", 3),
        (f"{URL}/5", {"1": URL, "3": f"{URL}/10"}, f"{URL}/10", 3),
        (f"{URL}/10", {"1": URL, "2": f"{URL}/5"}, None, 3),
        (f"{SLUG}-2.html", {"1": "x-4471.html", "2": "x-4471-2.html", "3": "x-4471-3.html"}, f"{SLUG}-3.html", 3),
        (f"{SLUG}-2.html", {"1": "x-4471.html"}, None, 2),
    ],
)  # fmt: skip
def test_a_link_that_is_a_bare_number_leads_to_that_page(a_document, url, links, following, total):
    anchors = "".join(f"<a href='{href}'><span>{number}</span></a>" for number, href in links.items())
    found = read_pages(a_document(page_of(body=f"<div>{anchors}</div>"), url), 1)
    assert (found.next_url and found.next_url.value, found.total and found.total.value) == (following, total)


@pytest.mark.parametrize(
    ("url", "body"),
    [
        (f"{SLUG}.html", "<a href='/berita/x-4472-2.html'>2</a>"),
        (f"{SLUG}.html", "<a href='x-4471-2.html'>Banjir 2</a>"),
        (f"{SLUG}.html", "<a href='/2'>2</a><a href='/berita/2'>2</a>"),
        (f"{SLUG}.html", "<a href='https://lain.test/berita/x-4471-2.html'>2</a>"),
        (f"{SLUG}.html", "<a href='x-4471/comment-page-2#komentar'>2</a>"),
        ("https://www.kabar.test/2026/11/30", "<a href='/2026/11/30/2'>2</a>"),
        ("https://www.kabar.test/", "<a href='/2'>2</a><a href='/page/3'>3</a>"),
        (f"{SLUG}.html", "<a href='x-4471-99.html'>99</a><a href='http://[x'>2</a>"),
    ],
)
def test_other_numbers_lead_to_no_page_of_the_article(a_document, url, body):
    found = read_pages(a_document(page_of(body=body), url), 1)
    assert (found.next_url, found.total) == (None, None)


def test_the_next_page_may_be_declared_in_any_form(a_document):
    head = "<link rel='next' href='x-4471_2.html'>"
    assert read_pages(a_document(page_of(head), f"{SLUG}.html"), 1).next_url.value == f"{SLUG}_2.html"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("<div data-page='1'><p>Satu.</p></div><div data-page='2'><div><p>Dua.</p></div></div>", 2),
        ("<p>Satu.</p><p data-page='2'>Dua.</p>", 2),
        ("<p>Satu.</p><div class='isi paging-content'><h2>Dua</h2></div>", 2),
        ("<p>Satu.</p><div data-paging_num='2'><p data-page='3'>Dua.</p></div>", 2),
        ("<p>Satu.</p><div data-page='2'><span>Dua</span></div>", 1),
    ],
)
def test_pages_in_the_body_are_what_is_marked_and_holds_paragraphs(body, count):
    assert count_inner_pages(document_fromstring(f"<div data-page='9'>{body}</div>").find(".//div")) == count
