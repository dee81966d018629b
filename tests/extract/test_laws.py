"""What holds of every page: the same page gives the same article, and a page without one never gives one."""

import random
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import html

from newscrawl.demo.responses import Request
from newscrawl.demo.web import build_web
from newscrawl.extract.page.tree import read_text
from newscrawl.model import Page, Rejected, to_json
from newscrawl.process import process
from newscrawl.sites import load
from tests.extract.made_pages import WORDS, banner, cards, footer, menu, newsletter, script, sentence, sidebar
from tests.fakeweb.papers import ALL_PAPERS

GOLDEN = Path(__file__).parent / "golden"
PAGES = sorted(set(GOLDEN.rglob("*.html")) - set((GOLDEN / "refused").glob("*.html")))
FETCHED = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
DAY = date(2026, 3, 2)
FROM_DATA = {"json-ld articleBody", "page data"}
OPAQUE = r"<script\b.*?</script>|<style\b.*?</style>|<title\b.*?</title>|<!--.*?-->"
BLOCKS = r"p|div|article|section|main|header|footer|aside|nav|ul|ol|li|figure|h[1-6]|blockquote|body|head|meta|link"
BOUNDARY = re.compile(rf"(?P<opaque>{OPAQUE})|</?(?:{BLOCKS})\b[^>]*>", re.IGNORECASE | re.DOTALL)


class Corpus(dict):
    """Pages by name; told in few words where a test fails."""

    def __repr__(self):
        return f"<{len(self)} pages>"


@pytest.fixture(scope="module")
def corpus(read_golden, site_of_golden):
    """Golden pages and pages of the demo's papers: name to page, site and the article it gives as it stands."""
    found = {}
    for path in PAGES:
        page = read_golden(path)
        found[f"{path.parent.name}/{path.stem}"] = page, site_of_golden(path, page.url)
    web = build_web(DAY, articles=6 * len(ALL_PAPERS), papers=ALL_PAPERS)
    for paper in ALL_PAPERS:
        for story in web.stories_of(paper.name)[:2]:
            host, _, path = story.url.removeprefix("http://").partition("/")
            body = web.respond(Request("GET", host, f"/{path}", "test")).body
            found[f"demo/{paper.name}/{story.number}"] = Page(story.url, body, FETCHED, "text/html", "utf-8"), None
    given_pages = {name: (page, site, outcome(page, site)) for name, (page, site) in found.items()}
    return Corpus({name: entry for name, entry in given_pages.items() if isinstance(entry[2], dict)})


def outcome(page, site=None):
    """The article as JSON, or the refusal."""
    try:
        return to_json(process(page, site))
    except Rejected as rejected:
        return rejected


def changed(page, text):
    """The page with another text; its encoding is then no matter of the test."""
    return replace(page, body=text.encode("utf-8", "replace"), encoding="utf-8")


def chosen(corpus, dice):
    name = dice.choice(sorted(corpus))
    return name, *corpus[name]


seeds = st.integers(0, 10**9)


def test_extracting_twice_gives_the_same(corpus):
    assert [name for name, (page, site, article) in corpus.items() if outcome(page, site) != article] == []


@given(seeds)
@settings(max_examples=80, deadline=None, derandomize=True)
def test_white_space_and_comments_between_blocks_change_nothing(corpus, seed):
    dice = random.Random(seed)
    name, page, site, article = chosen(corpus, dice)

    def spaced(match):
        gap = dice.choice(("", "", "\n", "  \t", "\r\n    ", "<!-- x -->", "\n<!--\n-->\n"))
        return match[0] if match["opaque"] else f"{match[0]}{gap}"

    assert outcome(changed(page, BOUNDARY.sub(spaced, read_text(page).decode())), site) == article, name


@given(seeds)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_the_order_of_attributes_changes_nothing(corpus, seed):
    dice = random.Random(seed)
    name, page, site, article = chosen(corpus, dice)
    root = html.fromstring(read_text(page).decode())
    for element in root.iter():
        if isinstance(element.tag, str) and len(element.attrib) > 1:
            attributes = element.attrib.items()
            dice.shuffle(attributes)
            element.attrib.clear()
            element.attrib.update(attributes)
    assert outcome(changed(page, html.tostring(root, encoding="unicode")), site) == article, name


@given(seeds)
@settings(max_examples=80, deadline=None, derandomize=True)
def test_furniture_round_the_page_changes_nothing(corpus, seed):
    dice = random.Random(seed)
    name, page, site, article = chosen(corpus, dice)
    # A story that the markup does not hold has no place there by which to tell it from what stands round it.
    assume(article["provenance"]["paragraphs"] not in FROM_DATA)
    above = "".join(dice.sample((menu(dice), banner(dice), script(dice)), dice.randint(0, 3)))
    below = "".join(
        dice.sample((menu(dice), sidebar(dice), footer(dice), newsletter(), script(dice)), dice.randint(1, 5))
    )
    text = re.sub(r"(<body\b[^>]*>)", lambda match: f"{match[0]}{above}", read_text(page).decode(), count=1)
    text = text.replace("</body>", f"{below}</body>") if "</body>" in text else f"{text}{below}"
    assert outcome(changed(page, text), site) == article, name


@given(seeds)
@settings(max_examples=120, deadline=None, derandomize=True)
def test_a_listing_is_never_an_article(seed):
    dice = random.Random(seed)
    teasers = cards(dice, dice.randint(6, 30))
    head = dice.choice(
        ("", "<meta property='og:type' content='website'>", "<meta property='og:type' content='article'>")
    )
    title = sentence(dice, 3)
    body = f"{menu(dice)}<main><h1>{title}</h1><div class='list'>{teasers}</div></main>{sidebar(dice)}{footer(dice)}"
    text = f"<html lang='id'><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    url = dice.choice(
        ("https://kabar.test/daerah", "https://kabar.test/indeks/2026/03/04", "https://kabar.test/tag/kopi")
    )
    assert isinstance(outcome(Page(url, text.encode(), FETCHED)), Rejected), text


@given(seeds)
@settings(max_examples=80, deadline=None, derandomize=True)
def test_a_page_of_furniture_alone_is_never_an_article(seed):
    dice = random.Random(seed)
    makers = (menu, banner, script, sidebar, footer)
    body = "".join(make(dice) for make in dice.sample(makers, dice.randint(0, len(makers))))
    shell = dice.choice(
        ("", "<div id='root'></div>", "<div id='__next'></div>", "<noscript>Aktifkan JavaScript</noscript>")
    )
    title = sentence(dice, 6)
    head = f"<title>{title}</title><meta property='og:title' content='{title}'>"
    text = f"<html><head>{head}</head><body>{shell}{body}</body></html>"
    assert isinstance(outcome(Page("https://kabar.test/berita/satu-dua-tiga", text.encode(), FETCHED)), Rejected), text


TAGS = re.findall(
    r"\S+",
    "p div span a ul li table tr td article section h1 h2 b i br img figure figcaption blockquote form script style",
)
NAMES = re.findall(r"\S+", "article-body content related baca-juga sidebar comments caption byline tag __next paywall")
scraps = st.one_of(
    st.text(max_size=40).map(escape),
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS] + ["<", ">", "<!--", "&#0;", "]]>"]),
    st.builds("<{} class='{}' id={}>".format, st.sampled_from(TAGS), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.lists(st.sampled_from(WORDS), min_size=12, max_size=40).map(lambda words: f"<p>{' '.join(words)}.</p>"),
)


@given(
    st.lists(scraps, max_size=60),
    st.sampled_from([f"https://kabar.test/{part}" for part in ("", "berita/x-y-z", "foto/1")]),
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_soup_gives_an_article_or_a_refusal(soup, url):
    body = "".join(soup).encode("utf-8", "replace")
    assert isinstance(outcome(Page(url, b"<html><h1>Judul</h1>" + body, FETCHED)), dict | Rejected)


@given(st.binary(max_size=2000), st.sampled_from([None, "utf-8", "utf-16", "latin-1", "no-such-charset"]))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_bytes_give_an_article_or_a_refusal(body, encoding):
    page = Page("https://kabar.test/berita/satu", body, FETCHED, encoding=encoding)
    assert isinstance(outcome(page), dict | Rejected)


@pytest.mark.parametrize("site", load(), ids=lambda site: site.name)
@given(seed=seeds)
@settings(max_examples=10, deadline=None, derandomize=True)
def test_no_definition_makes_an_article_of_furniture(site, seed):
    dice = random.Random(seed)
    body = f"<h1>{sentence(dice, 6)}</h1>{menu(dice)}{sidebar(dice)}{footer(dice)}"
    page = Page(f"https://www.{site.domains[0]}/", f"<html><body>{body}</body></html>".encode(), FETCHED)
    assert isinstance(outcome(page, site), Rejected)
