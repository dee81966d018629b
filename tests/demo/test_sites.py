"""The papers' site definitions, as a newcomer's folder of sites holds them."""

from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl.demo import pages
from newscrawl.demo.papers import PAPERS
from newscrawl.sites import load_file

FOLDER = Path(pages.__file__).parent / "sites"


@pytest.fixture(scope="module", params=PAPERS, ids=lambda paper: paper.name)
def paper(request):
    return request.param


@pytest.fixture(scope="module")
def site(paper):
    return load_file(FOLDER / f"{paper.name}.py")


def test_every_paper_has_a_definition():
    assert {path.stem for path in FOLDER.glob("*.py")} == {paper.name for paper in PAPERS}


def test_it_tells_what_is_so(site, paper):
    assert (site.name, site.title, site.timezone) == (paper.name, paper.title, paper.timezone)
    assert site.language in (paper.language, None)
    assert site.needs_javascript is (paper.name == "suaralembah")


def test_every_source_is_there(site, get):
    for section in site.sections:
        for _, url in section.seeds:
            assert get(url).status == 200, url


def test_every_section_of_the_paper_is_covered(site, paper):
    assert {desk.name for desk in paper.desks} <= {section.name for section in site.sections}


def test_articles_and_only_articles_match(site, web, paper):
    articles = {story.url for story in web.stories_of(paper.name)}
    for url in web.urls:
        plain = url.split("?")[0]
        if site.owns(url) and plain in articles:
            assert site.is_article(plain) is not False, url
        elif site.owns(url):
            assert not site.is_article(url), url


def test_the_archive_leads_to_the_days_stories(site, web, get, paper):
    newest = web.stories_of(paper.name)[0].published_at.date()
    for day in (newest - timedelta(days=back) for back in range(5)):
        page = get(site.archive.page_url(day, 0)).body.decode()
        stories = [story for story in web.stories_of(paper.name) if story.published_at.date() == day]
        assert all(story.url in page for story in stories[:6])
