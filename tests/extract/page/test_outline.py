"""What the outline finds of a page is what a look at every element finds."""

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HTMLParser, document_fromstring

from newscrawl.extract.page.outline import LONG, Outline

SENTENCE = "Warga memperbaiki jembatan yang rusak. "
PIECES = (
    "<p>satu</p>", f"<p>{SENTENCE}</p>", f"<b>dua</b>{SENTENCE}", "<div>", "</div>", "<h1>Judul</h1>",
    "<h6>Kecil</h6>", "<a href=/x rel='Next'>tiga</a>", "<a>empat</a>", "<a href=/y>lima</a>",
    "<link rel='NEXT' href=/2>", "<article>enam</article>", "<meta property='og:title' content=x>",
    "<meta itemprop=datePublished content=2026>", "<time ITEMPROP=dateModified>t</time>", "itemprop",
    "<span property='schema:datePublished'>s</span>", "<span PROPERTY=datePublished>u</span>",
    "<i itemprop=headline>v</i>", "<script>a()</script>",
)  # fmt: skip
PAGES = st.lists(st.sampled_from(PIECES), max_size=12).map(
    lambda pieces: f"<html><head></head><body>{''.join(pieces)}<p>Akhir.</p></body></html>".encode()
)
MARKED = {
    "itemprop": {"datePublished", "dateModified", "headline"},
    "property": {"datePublished", "schema:datePublished"},
}


def outlined(encoded):
    root = document_fromstring(encoded, parser=HTMLParser(encoding="utf-8"))
    return list(root.iter("*")), Outline(root, encoded)


@given(PAGES)
def test_elements_stand_in_their_order_under_their_tags(encoded):
    elements, outline = outlined(encoded)
    assert outline.elements == elements
    for tag in ("a", "h1", "h6", "article", "p", "none"):
        assert outline.of(tag) == [e for e in elements if e.tag == tag]
    assert outline.of("h1", "a") == [*outline.of("h1"), *outline.of("a")]


@given(PAGES)
def test_every_element_that_a_reader_looks_for_by_its_mark_is_there(encoded):
    elements, outline = outlined(encoded)
    marked = [e for e in elements if any(e.get(name) in values for name, values in MARKED.items())]
    assert [e for e in outline.marked if e in marked] == marked


@given(PAGES)
def test_long_texts_and_links_are_those_of_the_page(encoded):
    elements, outline = outlined(encoded)
    texts = [(e, text) for e in elements for text in (e.text, e.tail) if text and len(text) >= LONG]
    assert [text for _, text in outline.long_texts] == [text for _, text in texts]
    assert outline.links == [(e, e.get("href")) for e in elements if e.tag == "a" and e.get("href")]
    assert {rel for _, rel in outline.related} <= {"next"}
