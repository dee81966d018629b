"""Attack 10: sitemaps that would take a crawl for ever."""

from tests.attacks.hostile import reply
from tests.attacks.test_roads import URLSET

INDEX = "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{items}</sitemapindex>"


def test_an_index_of_a_thousand_sitemaps_is_read_to_its_bound(attack, web):
    base = f"http://koran.test:{web.port}"
    entry = "<sitemap><loc>{}</loc><lastmod>2199-01-01</lastmod></sitemap>"
    every = "".join(entry.format(f"{base}/peta/{number}.xml") for number in range(1000))
    itself = entry.format(f"{base}/indeks.xml") + entry.format("http://iklan.test/peta.xml")
    web.pages["/indeks.xml"] = reply(INDEX.format(items=itself + every), kind="application/xml")
    for number in range(1000):
        location = f"<url><loc>{base}/tag/{number}</loc></url><url><loc>http://iklan.test/{number}</loc></url>"
        web.pages[f"/peta/{number}.xml"] = reply(URLSET.format(items=location), kind="application/xml")
    settings = {"NEWSCRAWL_MAX_SITEMAPS": 20}
    done = attack("koran", sources=f"sitemaps=('{base}/indeks.xml',)", settings=settings)
    asked = [path for path in web.asked if "/peta/" in path]
    assert 15 <= len(asked) <= 20
    assert len(set(asked)) == len(asked)
    assert web.asked.count("koran.test/indeks.xml") == 1
    assert done.status == 3, "sitemaps that hold no article are not healthy"
