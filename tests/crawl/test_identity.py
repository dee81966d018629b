"""The crawler is known by one name, wherever it knocks."""

from newscrawl import __version__

CONTACT = "https://kabar.example/bot"


def test_every_request_of_a_crawl_sends_the_one_user_agent(crawl, own_fakeweb):
    crawl("kabartimur", variables={"NEWSCRAWL_CONTACT": CONTACT}, section="olahraga,daerah", max_articles=3)
    paths = {request.url.split("/", 3)[3].split("/")[0] for request in own_fakeweb.requests}
    assert {"robots.txt", "rss", "kanal", "berita"} <= paths
    assert {request.user_agent for request in own_fakeweb.requests} == {f"newscrawl/{__version__} (+{CONTACT})"}
