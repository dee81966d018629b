"""Feeds, sitemaps and robots.txt: well formed, complete, and told in the papers' own zones."""

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import lxml.etree
import pytest

from newscrawl.demo.papers import PAPERS
from newscrawl.demo.web import build_web
from tests.demo.fixed_day import TODAY, fetch

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def parsed(get, url):
    response = get(url)
    assert response.status == 200
    return lxml.etree.fromstring(response.body)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_sections_feed_announces_its_newest_stories(web, get, paper):
    for desk in paper.desks:
        stories = [story for story in web.stories_of(paper.name) if story.section == desk.name][:12]
        root = parsed(get, paper.layout.feed_url(paper, desk.name))
        if paper.layout.feed_kind == "atom":
            links = root.xpath("//atom:entry/atom:link/@href", namespaces=NAMESPACES)
            dates = [
                datetime.fromisoformat(text) for text in root.xpath("//atom:published/text()", namespaces=NAMESPACES)
            ]
        else:
            links = root.xpath("//item/link/text()")
            dates = [parsedate_to_datetime(text) for text in root.xpath("//item/pubDate/text()")]
        assert [web.story(link) for link in links] == stories
        assert dates == [story.published_at for story in stories]
        assert {date.utcoffset() for date in dates} == {story.published_at.utcoffset() for story in stories}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_sitemap_index_leads_to_every_story(web, get, paper):
    index = parsed(get, paper.layout.sitemap_url(paper))
    maps = index.xpath("//map:sitemap/map:loc/text()", namespaces=NAMESPACES)
    found = {url for address in maps for url in parsed(get, address).xpath("//map:loc/text()", namespaces=NAMESPACES)}
    assert found == {story.url for story in web.stories_of(paper.name)}
    assert len(maps) == 3, "the news sitemap and two months"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_news_sitemap_holds_two_days_with_titles(web, get, paper):
    root = parsed(get, f"http://{paper.www}/sitemap-news.xml")
    titles = root.xpath("//news:title/text()", namespaces=NAMESPACES)
    newest = [story for story in web.stories_of(paper.name) if _age(web, story) < timedelta(days=2)]
    assert titles == [story.title for story in newest]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_robots_closes_one_folder_and_names_the_sitemap(web, get, paper):
    rules = RobotFileParser()
    rules.parse(get(f"http://{paper.www}/robots.txt").body.decode().splitlines())
    for story in web.stories_of(paper.name):
        assert rules.can_fetch("newscrawl", urlsplit(story.url).path) is not story.closed
    assert rules.site_maps() == [paper.layout.sitemap_url(paper)]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_correction_shows_in_the_sitemaps_of_month_and_section(paper):
    web = build_web(TODAY)
    for story in (story for story in web.correct() if story.paper == paper.name):
        entry = f"<loc>{story.url}</loc><lastmod>{story.modified_at.isoformat()}</lastmod>"
        month = f"http://{paper.www}/sitemap-{story.published_at:%Y-%m}.xml"
        for url in (month, paper.layout.desk_sitemap_url(paper, story.section)):
            assert entry in fetch(web, url).body.decode()


def _age(web, story):
    midnight = max(story.published_at for story in web.stories_of(story.paper)).replace(hour=0, minute=0)
    return midnight + timedelta(days=1) - story.published_at
