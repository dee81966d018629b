"""The frame round a dressed paper's pages: as heavy as real ones', and nothing of it changes what there is to find."""

import json
from random import Random
from statistics import median
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest

from newscrawl.demo import adverts
from newscrawl.demo.papers import PAPERS
from newscrawl.demo.web import build_web
from tests.demo.fixed_day import TODAY, fetch
from tests.demo.test_pages import missing_in_order, words

NAMES = [paper.name for paper in PAPERS]
REAL = {
    # Round the medians of real Indonesian pages: 88 KB, 750 elements, 185 links, 40 scripts.
    "bytes": (80_000, 110_000),
    "elements": (500, 1_000),
    "links": (90, 260),
    "scripts": (22, 56),
}


def figures(body):
    root = lxml.html.document_fromstring(body)
    return {
        "bytes": len(body),
        "elements": sum(1 for _ in root.iter(lxml.etree.Element)),
        "links": len(root.xpath("//a[@href]")),
        "scripts": len(root.xpath("//script")),
    }


def articles(web, paper, stride=5):
    return [fetch(web, story.url).body for story in web.stories_of(paper)[::stride]]


@pytest.mark.parametrize("paper", NAMES)
def test_an_article_page_weighs_what_a_real_one_weighs(dressed, paper):
    found = [figures(body) for body in articles(dressed, paper)]
    for name, (least, most) in REAL.items():
        assert least < median(each[name] for each in found) < most, name


@pytest.mark.parametrize("paper", NAMES)
def test_front_page_and_listings_are_dressed_too(dressed, paper):
    design = next(known for known in PAPERS if known.name == paper)
    for url in (f"http://{design.www}/", design.layout.listing_url(design, design.desks[0].name, 1)):
        assert len(fetch(dressed, url).body) > 55_000, url


def test_every_paper_has_a_manner_of_its_own(dressed):
    frames = []
    for paper in NAMES:
        root = lxml.html.document_fromstring(articles(dressed, paper)[0])
        frames.append({name for element in root.iter() for name in (element.get("class") or "").split()})
    shared = set.intersection(*frames)
    assert all(len(shared) < len(names) / 8 for names in frames)


def test_dressing_adds_no_page_and_changes_no_story(web, dressed):
    assert dressed.urls == web.urls
    assert dressed.stories == web.stories


def test_the_same_arguments_give_the_same_pages(dressed):
    again = build_web(TODAY, dressed=True)
    assert [articles(again, paper) for paper in NAMES] == [articles(dressed, paper) for paper in NAMES]


def test_a_correction_leaves_the_frame_of_other_pages_alone():
    web = build_web(TODAY, dressed=True)
    before = {url: fetch(web, url).body for url in (story.url for story in web.stories)}
    corrected = {story.url for story in web.correct()}
    assert {url for url, body in before.items() if fetch(web, url).body != body} <= corrected


def test_every_link_leads_to_a_page_of_a_paper_or_to_another_host(dressed):
    hosts = {host for paper in PAPERS for host in paper.hosts}
    domains = tuple(f".{paper.domain}" for paper in PAPERS)
    for paper in PAPERS:
        pages = [f"http://{paper.www}/", *(story.url for story in dressed.stories_of(paper.name)[::9])]
        for url in pages:
            root = lxml.html.document_fromstring(fetch(dressed, url).body)
            for link in {
                urljoin(url, link) for element, _, link, _ in root.iterlinks() if element.get("rel") != "preconnect"
            }:
                host = urlsplit(link).hostname
                if host in hosts:
                    assert fetch(dressed, link.split("#")[0]).status < 400, link
                elif host:
                    assert not f".{host}".endswith(domains), link


@pytest.mark.parametrize("paper", NAMES)
def test_the_frame_leads_to_no_story_that_robots_closes(web, dressed, paper):
    closed = {story.url for story in dressed.stories_of(paper) if story.closed}
    for story in dressed.stories_of(paper)[::5]:
        plain, heavy = (
            {link.split("?")[0] for _, _, link, _ in lxml.html.fromstring(fetch(each, story.url).body).iterlinks()}
            for each in (web, dressed)
        )
        assert closed & heavy <= closed & plain, story.url


@pytest.mark.parametrize("paper", NAMES[:3])
def test_the_truth_is_still_printed_in_order(dressed, paper):
    for story in (story for story in dressed.stories_of(paper)[::4] if len(story.pages) == 1):
        text = words(lxml.html.fromstring(fetch(dressed, story.url).body.decode()).text_content())
        assert missing_in_order(text, (story.title, *story.paragraphs)) is None, story.url


def test_the_javascript_papers_shell_still_holds_nothing_of_the_body(dressed):
    for story in dressed.stories_of("suaralembah"):
        shell = fetch(dressed, story.url).body.decode()
        assert [text for text in story.paragraphs[1:] if len(text) > 40 and text in shell] == []


def test_what_is_told_of_a_page_cannot_end_its_script():
    told = adverts.page_data("kabar", "Harga </script><p>naik", "artikel", Random(1))
    assert "<" not in told
    assert json.loads(told)["contentTitle"] == "Harga </script><p>naik"


@pytest.mark.parametrize("paper", NAMES)
def test_embedded_documents_are_well_formed(dressed, paper):
    root = lxml.html.document_fromstring(articles(dressed, paper)[0])
    embedded = root.xpath("//script[contains(@type, 'json') or @type='speculationrules']/text()")
    assert embedded
    assert all(json.loads(document) for document in embedded)
