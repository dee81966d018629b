"""Pages made to cost more than they are long end in time that grows no faster than they do."""

import time
from datetime import UTC, datetime

import pytest

from newscrawl.extract.fields.language import load_model
from newscrawl.extract.page.blocks import MOST_BLOCKS, read_blocks
from newscrawl.extract.page.markup import MAX_TAGS
from newscrawl.extract.page.tree import read_document
from newscrawl.model import Article, Page, Rejected
from newscrawl.process import process
from newscrawl.sites import generic_site

LINE = "Warga memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu, dan camat menyiapkan bahan. "
STORY = "".join(f"<p>{n} {LINE * 2}</p>" for n in range(5))
URL = "https://kabar.test/berita/warga-perbaiki-jembatan"
NOISE = 0.1
"""Seconds below which a time says nothing of growth."""
TRIES = 6
STEEPEST = 3.2
"""Times as long for twice the page; a quadratic step takes four times as long."""


def a_page(body="", head="", before=""):
    return (
        f"<html lang=id><head><title>Warga Perbaiki Jembatan</title>{head}</head><body>{before}<article>"
        f"<h1>Warga Perbaiki Jembatan</h1><div class=article-body>{STORY}{body}</div></article></body></html>"
    )


def json_ld(text):
    return f"<script type='application/ld+json'>{text}</script>"


def many(piece):
    return lambda n: a_page(piece * n)


def in_head(piece):
    return lambda n: a_page(head=piece * n)


def attributes(n, form="a{}=1", between=" "):
    return a_page("<p " + between.join(form.format(i) for i in range(n)) + ">kata</p>")


KINDS = {
    "nested elements": (30_000, many("<div>")),
    "nested spans": (30_000, many("<span>")),
    "paragraphs in bold that never ends": (1_000, many("<p><b>kata kata")),
    "links that hold links": (600, many("<a href=x><div>")),
    "lists in lists": (600, many("<ul><li>kata kata")),
    "tables in tables": (600, many("<table><tr><td>kata")),
    "quotes in quotes": (600, many("<blockquote>kata kata")),
    "paragraphs deep down": (500, lambda n: a_page("<div>" * 240 + f"<p>{LINE}</p>" * n)),
    "pictures deep down": (500, lambda n: a_page("<div>" * 240 + "<p>kata<img src=/a.jpg></p>" * n)),
    "paths that go down and up": (8, many("<div>" * 200 + LINE + "<img src=/a.jpg>" + "</div>" * 200)),
    "attributes of one element": (150_000, attributes),
    "attributes with tags in them": (100_000, lambda n: attributes(n, "a{}='<b>'")),
    "attributes without blanks between": (100_000, lambda n: attributes(n, "a{}='1'", "")),
    "attributes of many elements": (
        800,
        lambda n: a_page("".join(f"<p class=c{i} id=i{i} title=t x{i}=1>kata</p>" for i in range(n))),
    ),
    "cells of one row": (3_000, lambda n: a_page("<table><tr>" + "<td>kata</td>" * n + "</tr></table>")),
    "rows": (800, lambda n: a_page("<table>" + "<tr><td>kata</td><td>satu</td></tr>" * n + "</table>")),
    "line breaks": (1_000, many("kata<br>")),
    "line breaks between sentences": (500, many("Ini kalimat yang berdiri sendiri.<br>")),
    "paragraphs of a word": (1_000, many("<p>kata</p>")),
    "headings": (800, many("<h1>Judul lain</h1>")),
    "words in bold and italics": (2_000, lambda n: a_page("<p>" + "<b>kata</b> <i>kata</i> " * n + "</p>")),
    "one long text": (400_000, lambda n: a_page(f"<p>{'kata ' * (n // 5)}</p>")),
    "one long word": (400_000, lambda n: a_page(f"<p>{'x' * n}</p>")),
    "cards in a row": (150, many(f"<div><h5><a href='/b/1'>Judul lain yang panjang</a></h5><p>{LINE}</p></div>")),
    "cards in cards": (300, many("<div><h5><a href='/b/1'>Judul lain yang panjang</a></h5>")),
    "boxes with a form": (600, many("<div><p>kata</p><form><input></form></div><p>kata</p>")),
    "forms deep down": (600, many("<div><input>kata")),
    "indented lines": (3_000, lambda n: a_page("<p>" + "kata\n\u3000" * n + "</p>")),
    "indented lines in spans": (1_000, many("<br>\u3000<span>kata</span>")),
    "empty spans": (8_000, many("<span class='a br'></span>")),
    "labels that meet links": (1_000, many("<b>Baca juga</b><a href=x>Pasar Terapung</a>")),
    "blanks": (400_000, lambda n: a_page(f"<p>a{' ' * n}b</p>")),
    "brackets": (200_000, lambda n: a_page(f"<p>{'(' * n}</p>")),
    "years": (100_000, lambda n: a_page(f"<p>{'2024 ' * (n // 5)}</p>")),
    "embed codes that never end": (80_000, lambda n: a_page(f"<p>{'[Gambas:' * (n // 8)}</p>")),
    "less-than signs": (400_000, many("<")),
    "comments": (10_000, many("<!-- x -->")),
    "end tags": (40_000, many("</b></div>")),
    "scripts that never end": (40_000, many("<script>")),
    "scripts in a comment": (40_000, lambda n: a_page("<!--" + "<script>" * n + "-->")),
    "scripts with comments": (4_000, many("<script><!-- var a=1; </script>")),
    "comments that never end": (40_000, lambda n: a_page() + "<!-- a" * n),
    "styles that never end": (40_000, lambda n: a_page() + "<style>a" * n),
    "drawings in drawings": (4_000, many(f"<svg>{'a' * 80}")),
    "drawings": (2_000, many("<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>")),
    "attributes behind a script in a comment": (
        100_000,
        lambda n: attributes(n).replace("<p a0", "<!-- <script> --><p a0") + "<!-- </script> -->",
    ),
    "scripts": (4_000, many("<script>var a=1;</script>")),
    "links": (2_500, lambda n: a_page("".join(f"<a href='/b/{i}/judul'>Judul lain {i}</a> " for i in range(n)))),
    "announced links in one element": (150, many("Baca juga: <a href='/b/1'>Judul lain yang panjang</a><br><br>")),
    "pages of the article": (1_000, lambda n: a_page("".join(f"<a href='?page={i}'>{i}</a> " for i in range(n)))),
    "pictures": (6_000, lambda n: a_page("".join(f"<img src='/{i % 30}.jpg'>" for i in range(n)))),
    "pictures in a menu": (2_000, lambda n: a_page(before=f"<header>{'<b><img src=/a.jpg></b>' * n}</header>")),
    "captions": (600, many("<figure><img src='/a.jpg'><figcaption>Jembatan (Foto: Sari)</figcaption></figure>")),
    "pictures of many sizes": (300, many(f"<img srcset='{'/a,b.jpg 1x , ,' * 200}'>")),
    "commas and blanks in a picture's sizes": (
        100_000,
        lambda n: a_page(f"<img srcset='{', ' * (n // 4)}{',' * (n // 2)}'>"),
    ),
    "a picture deep in its figure": (
        2_000,
        lambda n: a_page(f"<figure>{'<span>' * 200}<img src=/a.jpg>{'<b></b>' * n}"),
    ),
    "a picture in many bylines": (
        2_000,
        lambda n: a_page(f"{'<div class=author>' * 100}<img src=/a.jpg>{'<b></b>' * n}"),
    ),
    "pictures in one link": (500, lambda n: a_page(f"<a href=/b/1>{'<img src=/a.jpg><b></b>' * n}</a>")),
    "credits": (2_000, lambda n: a_page(f"<figure><img src=/a.jpg><figcaption>{'<i class=credit>Sari.</i>' * n}")),
    "boxes of tags": (1_000, lambda n: a_page(before="<div class=tags>" * 60 + "<a href=/tema/x>Kota</a>" * n)),
    "a long caption": (30_000, lambda n: a_page(f"<figure><img src=/a.jpg><figcaption>{'Dok. ' * (n // 5)}")),
    "bodies": (800, many("<div class=article-content>teks berita yang panjang sekali di sini.</div>")),
    "inner pages": (500, many("<div data-page=2><p>teks berita yang panjang sekali di sini.</p></div>")),
    "times": (2_000, many("<time datetime='2024-10-23'>23 Oktober 2024</time>")),
    "times above the story": (4_000, lambda n: a_page(before="<p>" + "<time datetime='2024'></time>" * n + "a</p>")),
    "names above the story": (4_000, lambda n: a_page(before="<p>" + "<b class=author>Oleh x</b>" * n + "</p>")),
    "breadcrumbs": (1_000, lambda n: a_page(before="<div class=breadcrumb>" * 60 + "<a href=/x>Kota</a>" * n)),
    "metas": (4_000, in_head("<meta name=author content='Sari Dewi'>")),
    "canonical links": (5_000, in_head("<link rel=canonical href='http://[x'>")),
    "a long title": (100_000, lambda n: a_page(head=f"<meta property=og:title content='{'Judul - ' * (n // 8)}'>")),
    "JSON-LD blocks": (3_000, many(json_ld('{"@type":"NewsArticle","headline":"Judul"}'))),
    "brackets in JSON-LD": (400_000, lambda n: a_page(json_ld("[" * n))),
    "brackets in JSON-LD that close": (400_000, lambda n: a_page(json_ld("[" * n + "]" * n))),
    "values in a row in JSON-LD": (200_000, lambda n: a_page(json_ld("{} x" * (n // 4)))),
    "commas in JSON-LD": (200_000, lambda n: a_page(json_ld('{"a":1' + ", " * (n // 2) + "x"))),
    "articles in JSON-LD": (
        800,
        lambda n: a_page(json_ld("[" + '{"@type":"Article","headline":"J"},' * n + "{}]")),
    ),
    "state of a framework": (150_000, lambda n: a_page(f"<script id=__NEXT_DATA__>{'[' * n}{']' * n}</script>")),
}
NO_ARTICLES = {
    "cards": (
        800,
        many("<div><a href=/b><img src=x><h3>Judul</h3></a><div>a</div><div>b</div><div>c</div></div>"),
    ),
    "empty shells in shells": (2_000, lambda n: f"<html><body>{'<div id=app>' * n}<script></script></body></html>"),
    "calls for JavaScript": (200_000, lambda n: f"<html><body>{'enable a ' * (n // 9)}</body></html>"),
    "no tags": (400_000, lambda n: "< " * (n // 2)),
}


def outcome(html):
    try:
        return process(Page(URL, html.encode(), datetime(2026, 3, 4, tzinfo=UTC)))
    except Rejected as rejected:
        return rejected


def seconds(html):
    """CPU time."""
    began = time.process_time()
    outcome(html)
    return time.process_time() - began


def grows_as_it_should(small, large):
    """By the quickest of some tries: a busy machine is no fault of the page's."""
    of_small, of_large = float("inf"), float("inf")
    for _ in range(TRIES):
        of_small, of_large = min(of_small, seconds(small)), min(of_large, seconds(large))
        if of_large < STEEPEST * max(of_small, NOISE):
            return True
    return False


@pytest.fixture(scope="module", autouse=True)
def _warm():
    load_model()
    outcome(a_page())


@pytest.mark.parametrize("kind", [*KINDS, *NO_ARTICLES])
def test_twice_the_page_takes_little_more_than_twice_as_long(kind):
    size, make = (KINDS | NO_ARTICLES)[kind]
    small, large = make(size), make(2 * size)
    assert grows_as_it_should(small, large)


@pytest.mark.parametrize("kind", KINDS)
def test_the_story_is_found_beside_it(kind):
    size, make = KINDS[kind]
    found = outcome(make(size // 20))
    assert isinstance(found, Article)
    assert f"0 {LINE * 2}".strip() in found.text


def document_of(html):
    page = Page(URL, html.encode(), datetime(2026, 3, 4, tzinfo=UTC))
    return read_document(page, generic_site(URL))


def depth_of(root):
    return max(sum(1 for _ in element.iterancestors()) for element in root.iter())


def test_no_more_tags_are_read_than_the_bound():
    root = document_of(a_page("<p>kata</p>" * MAX_TAGS)).root
    assert MAX_TAGS / 4 < sum(1 for _ in root.iter()) <= MAX_TAGS


def test_the_provenance_tells_that_only_the_beginning_was_read():
    for long in ("<i></i>" * MAX_TAGS, "<p>kata</p>" * MOST_BLOCKS):
        assert outcome(a_page(long)).provenance["paragraphs"].endswith(", of the page's beginning")
    assert "beginning" not in outcome(a_page()).provenance["paragraphs"]


def test_a_page_at_the_bound_is_read_whole():
    pieces = (MAX_TAGS - a_page().count("<")) // 2
    assert len(document_of(a_page("<i></i>" * pieces)).root.findall(".//i")) == pieces


def test_what_is_nested_too_deeply_keeps_its_text():
    root = document_of(a_page("<div>" * 1_000 + "<p>kata <b>tebal</b><script>x()</script> sekali</p>")).root
    assert depth_of(root) <= 256
    assert "kata tebal sekali" in root.text_content()


def test_unclosed_elements_of_an_ordinary_page_stay_as_they_are():
    root = document_of(a_page("<p><font>kata" * 100)).root
    assert len(root.findall(".//font")) >= 100


def test_an_element_keeps_the_first_of_its_attributes_and_its_place():
    state = '\'{"a": "' + "x " * 200_000 + "\"}'"
    root = document_of(a_page(f"<div id=here data-state={state}><p>kata</p></div>")).root
    (here,) = root.findall(".//div[@id='here']")
    assert len(here.get("data-state")) > 400_000
    (crowded,) = document_of(attributes(5_000, "a{}='>'")).root.xpath(".//p[@a1]")
    assert (len(crowded.attrib), crowded.get("a249"), crowded.text) == (250, ">", "kata")


def test_scripts_that_look_like_tags_stay_whole():
    code = "for (i = 0; i<n; i++) { " + "a = b + 'c' ; " * 2_000 + "} /* the end */"
    document = document_of(a_page(f"<script>{code}</script>"))
    assert [text for _, text in document.scripts] == [code]


@pytest.mark.parametrize("piece", ["<p>kata</p>", "kata<br><br>"])
def test_text_is_read_only_as_far_as_it_is_wanted(piece):
    root = document_of(a_page(piece * 3_000)).root
    assert len(read_blocks(root.find("body"), limit=100)) < 10
