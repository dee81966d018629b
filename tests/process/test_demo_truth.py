"""The demo's papers know what they printed: every article comes out as it was written, in every field."""

import difflib
from datetime import UTC, date, datetime

import pytest

from newscrawl.demo.comparison import differences
from newscrawl.demo.responses import Request
from newscrawl.demo.web import build_web
from newscrawl.model import Discovered, Page, to_json
from newscrawl.process import join, process
from newscrawl.sites import load_file
from tests.fakeweb.fixtures import DEMO_SITES, FAKEWEB_SITES
from tests.fakeweb.papers import ALL_PAPERS

DAY = date(2026, 3, 2)
READ = datetime(2026, 3, 3, tzinfo=UTC)
PAPERS = [paper.name for paper in ALL_PAPERS if paper.name != "suaralembah"]  # which only a browser can read
DEFINED = {path.stem: path for path in (*DEMO_SITES.glob("*.py"), *FAKEWEB_SITES.glob("*.py"))}
STRIDE = 3
"""Every third story is read: of papers as large as these it meets every special kind."""
SPARSE = 7
"""Every seventh is read once more in a heavy page."""


@pytest.fixture(scope="module")
def web():
    return build_web(DAY, articles=40 * len(ALL_PAPERS), papers=ALL_PAPERS)


@pytest.fixture(scope="module")
def dressed():
    return build_web(DAY, articles=40 * len(ALL_PAPERS), papers=ALL_PAPERS, dressed=True)


def fetched(web, url, section):
    host, _, path = url.removeprefix("http://").partition("/")
    response = web.respond(Request("GET", host, f"/{path}", "test"))
    return Page(url, response.body, READ, "text/html", "utf-8", discovered=Discovered(section=section))


def read(web, story, site):
    """The article as a crawl makes it, of all its pages."""
    first = process(fetched(web, story.url, story.section), site)
    further, following = [], first.next_page_url
    while following:
        further.append(process(fetched(web, following, story.section), site))
        following = further[-1].next_page_url
    return join(first, further) if further else first


def told(found):
    """The differences, of paragraphs only those that differ."""
    return {
        name: [line for line in difflib.ndiff(*pair) if line[0] in "+-"] if name == "paragraphs" else pair
        for name, pair in found.items()
    }


@pytest.mark.parametrize("name", PAPERS)
def test_every_story_is_read_as_it_was_printed(web, name):
    site = load_file(DEFINED[name]) if name in DEFINED else None
    for story in web.stories_of(name)[::STRIDE]:
        assert told(differences(story, to_json(read(web, story, site)))) == {}, story.url


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_that_nobody_described_is_read_as_well(web, name):
    for story in web.stories_of(name)[1::STRIDE]:
        assert told(differences(story, to_json(read(web, story, None)))) == {}, story.url


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("described", [True, False], ids=["described", "undescribed"])
def test_a_page_as_heavy_as_a_real_one_is_read_the_same(dressed, name, described):
    site = load_file(DEFINED[name]) if described and name in DEFINED else None
    for story in dressed.stories_of(name)[::SPARSE]:
        assert told(differences(story, to_json(read(dressed, story, site)))) == {}, story.url
