import gzip
import time

import pytest

from newscrawl.extract.page.tree import MAX_BYTES, read_document, read_text
from newscrawl.model.errors import Unreadable
from newscrawl.process import process
from newscrawl.sites import generic_site

WORDS = "Café São Paulo – “naïve” Zürich"


@pytest.mark.parametrize(
    ("body", "values"),
    [
        (f"<html><p>{WORDS}".encode(), {}),
        (f"<html><p>{WORDS}".encode(), {"encoding": "iso-8859-1"}),  # the header lies: it is UTF-8
        (b"\xef\xbb\xbf" + f"<html><p>{WORDS}".encode(), {"encoding": "cp1252"}),
        (f"<html><p>{WORDS}".encode("cp1252"), {"encoding": "windows-1252"}),
        (f"<html><meta charset=windows-1252><p>{WORDS}".encode("cp1252"), {}),
        (f"<html><p>{WORDS}".encode("utf-16"), {}),
        (f"<html><p>{WORDS}".encode("utf-16-le"), {"encoding": "utf-16-le"}),
        (gzip.compress(f"<html><p>{WORDS}".encode(), mtime=0), {}),
        (f"<html>\x00<p>{WORDS}\x00".encode(), {}),
    ],
)
def test_a_body_is_decoded(a_page, body, values):
    assert WORDS in read_text(a_page(body, **values)).decode().replace("\x00", "")


def test_cyrillic_without_a_declaration_is_detected(a_page):
    sentence = "Жители деревни вместе починили мост, который унесло наводнением на прошлой неделе. "
    assert sentence in read_text(a_page(f"<html><p>{sentence * 5}".encode("cp1251"))).decode()


def test_broken_utf8_keeps_what_is_sound(a_page):
    body = f"<html><meta charset=utf-8><p>{WORDS * 20}".encode().replace("Zürich".encode(), b"Z\xfcrich", 2)
    text = read_text(a_page(body)).decode()
    assert "São Paulo" in text
    assert "Z\ufffdrich" in text


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\t\x00", "is empty"),
        (b"%PDF-1.7 \x00\x01", "is binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is binary"),
        (bytes(range(1, 32)) * 200 + b"<html>", "is binary"),
        (b"just a line of words without any markup", "holds no HTML"),
        (b"\x1f\x8b broken", "broken gzip"),
        (b"<html>" + b"a" * (50 * 1024 * 1024), f"at most {MAX_BYTES} are read"),
        (gzip.compress(b"<p>" + b"a" * (40 * 1024 * 1024), mtime=0), f"at most {MAX_BYTES} are read"),
    ],
)
def test_what_is_no_page_is_unreadable_for_a_reason(a_page, body, why):
    with pytest.raises(Unreadable, match=why):
        read_document(a_page(body), generic_site("https://kabar.test/"))


def test_an_image_by_its_content_type_is_unreadable(a_page):
    with pytest.raises(Unreadable, match="binary"):
        read_text(a_page(b"<svg></svg>", content_type="image/svg+xml"))


def test_an_xml_declaration_is_no_hindrance(a_document):
    document = a_document("<?xml version='1.0' encoding='utf-8'?><html><body><p>Satu</p></body></html>")
    assert document.root.findtext(".//p") == "Satu"


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>" + b"<div>" * 200_000 + b"text" + b"</div>" * 200_000,
        b"<html><body>" + b"<b><font>" * 100_000 + b"<p>text</p>" * 10,
        b"<html><body><table>" + b"<tr><td><table>" * 60_000,
        b"<html><body>" + b"<p>a</p>" * 200_000,
        b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(150_000)) + b">text</p>",
        b"<html><script type=application/ld+json>" + b"[" * 1_000_000 + b"</script><body><p>a</p>",
        b"<html><script type=application/ld+json>" + b'{"a":' * 200_000 + b"</script><body><p>a</p>",
        b"<html><body>" + b"<a href=" * 100_000,
        b"<html><body><p>" + b"(" * 300_000,
        b"<html><title>" + b"- | " * 100_000 + b"</title><body><p>a</p>",
    ],
    ids=[
        "nested divs",
        "unclosed fonts",
        "tables",
        "paragraphs",
        "attributes",
        "brackets",
        "objects",
        "links",
        "parens",
        "title",
    ],
)
def test_a_page_made_to_break_us_ends_soon(a_page, body):
    from newscrawl.model import Rejected

    started = time.process_time()
    with pytest.raises(Rejected):
        process(a_page(body))
    assert time.process_time() - started < 15


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        ("/a", "https://kabar.test/a"),
        ("//lain.test/a", "https://lain.test/a"),
        ("javascript:void(0)", None),
        ("data:image/png;base64,AAAA", None),
        ("mailto:redaksi@kabar.test", None),
        ("http://[broken", None),
        ("https://lain.test:https/a", None),
        ("//lain.test:99999/a", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_links(a_document, href, absolute):
    assert a_document("<html><body><p>a</p></body></html>").absolute(href) == absolute


def test_relative_links_are_relative_to_the_base_element(a_document):
    document = a_document("<html><head><base href='/arsip/2020/'></head><body><p>a</p></body></html>")
    assert document.absolute("satu.html") == "https://kabar.test/arsip/2020/satu.html"


def test_an_indonesian_page_of_an_unknown_paper_has_the_time_of_jakarta(a_document):
    assert a_document("<html lang='id'><body><p>a</p></body></html>").zone == "Asia/Jakarta"
    assert a_document("<html lang='de'><body><p>a</p></body></html>").zone == "UTC"
