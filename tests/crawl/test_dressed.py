"""A whole crawl of a paper whose pages are as heavy as real ones."""

from urllib.parse import urlsplit

from newscrawl.demo.papers import KABAR_PESISIR
from newscrawl.demo.server import serve
from newscrawl.demo.web import build_web
from newscrawl.model.urls import url_key


def test_menus_teasers_and_adverts_lead_a_crawl_to_nothing_else(crawl):
    with serve(build_web(articles=30, papers=(KABAR_PESISIR,), dressed=True)) as server:
        done = crawl("kabarpesisir", variables={"http_proxy": server.url})
        hosts = {urlsplit(request.url).hostname for request in server.requests}
    assert done.status == 0, done.err
    stories = {url_key(story.url): story for story in server.web.stories if not story.closed}
    stored = {article.id: article for article in done.articles}
    assert stored.keys() == stories.keys()
    assert all(stored[key].paragraphs == story.paragraphs for key, story in stories.items())
    assert hosts <= set(KABAR_PESISIR.hosts)
