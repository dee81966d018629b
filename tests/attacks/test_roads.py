"""Attacks 1 to 6: every road by which a page can name an address, and none that leads to this machine."""

import json

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError

from newscrawl.crawl.guard import AddressGuard, NotPublic
from tests.attacks.hostile import redirect, redirected_by_page, reply, story

RSS = "<rss version='2.0'><channel>{items}</channel></rss>"
URLSET = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{items}</urlset>"
HOME = {
    "rumah.koran.test": [["127.0.0.1"]],
    "rumah6.koran.test": [["::1"]],
    "mapped.koran.test": [["::ffff:127.0.0.1"]],
}


def feed(urls):
    return reply(RSS.format(items="".join(f"<item><title>Berita</title><link>{url}</link></item>" for url in urls)))


def sitemap(urls):
    return reply(URLSET.format(items="".join(f"<url><loc>{url}</loc></url>" for url in urls)), kind="application/xml")


def listing(urls, more=""):
    links = "".join(f"<h2><a href='{url}'>Warga memperbaiki tanggul sebelum hujan {url}</a></h2>" for url in urls)
    return reply(f"<html><body>{links}{more}</body></html>")


def private_urls(port):
    """One article of each private address and each spelling, on every name that a site's own rules let pass."""
    hosts = (
        "127.0.0.1", "localhost", "169.254.169.254", "10.0.0.7", "172.16.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0",
        "[::1]", "[fd00:ec2::254]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "2130706433", "0x7f.1", "127.1",
        "127.0.0.1.", "good@127.0.0.1", "koran.test", *HOME, "rumah.koran.test.",
    )  # fmt: skip
    return [f"http://{host}:{port}/berita/{number}" for number, host in enumerate(hosts)]


def count(report, words):
    sections = report["sections"]
    return sum(section[kind].get(words, 0) for section in sections for kind in ("failed", "source_failures"))


def test_what_feeds_sitemaps_and_listings_announce_never_leads_to_this_machine(attack, web, victim):
    urls = private_urls(victim.port)
    web.pages |= {
        "/robots.txt": reply(f"User-agent: *\nSitemap: http://rumah.koran.test:{victim.port}/peta.xml\n"),
        "/feed": feed([*urls, f"http://koran.test:{web.port}/berita/baik"]),
        "/sitemap": sitemap(urls),
        "/listing": listing(urls, f"<a rel=next href='http://rumah.koran.test:{victim.port}/?page=2'>Berikutnya</a>"),
        "/berita/baik": reply(
            story(
                head=f"<link rel=canonical href='http://rumah.koran.test:{victim.port}/kanonik'>"
                f"<link rel=amphtml href='http://rumah.koran.test:{victim.port}/amp'>"
                f"<link rel=next href='http://rumah.koran.test:{victim.port}/berita/baik?page=2'>"
                f"<meta property=og:image content='http://rumah.koran.test:{victim.port}/gambar.jpg'>"
            )
        ),
        "/.well-known/tdmrep.json": redirect(f"http://rumah.koran.test:{victim.port}/tdm"),
    }
    base = f"http://koran.test:{web.port}"
    sources = f"feeds=('{base}/feed',), sitemaps=('{base}/sitemap',), listings=('{base}/listing',)"
    done = attack("koran", names=HOME, sources=sources)
    assert victim.asked == []
    assert [article.url for article in done.articles] == [f"{base}/berita/baik"]
    assert count(done.report, "not a public address") >= 4, (
        "what the site's own rules let pass was stopped by the guard"
    )


@pytest.mark.parametrize("kind", ["feeds", "sitemaps", "listings"])
def test_a_source_on_this_machine_is_not_read_and_not_tried_again(attack, web, victim, kind):
    done = attack("koran", names=HOME, sources=f"{kind}=('http://rumah.koran.test:{victim.port}/sumber',)")
    assert done.status == 3
    assert victim.asked == []
    assert count(done.report, "not a public address") == 1
    assert done.err.count("leads to 127.0.0.1, which is not a public address") == 1


TARGETS = [
    "http://127.0.0.1:{port}/x",
    "http://rumah.koran.test:{port}/x",
    "http://koran.test:{port}/x",
    "file:///etc/passwd",
    "data:text/html,<h1>x</h1>",
    "ftp://127.0.0.1:{port}/x",
]


def test_redirects_by_status_and_by_page_never_lead_to_this_machine_or_its_files(attack, web, victim):
    base, urls = f"http://koran.test:{web.port}", []
    for number, target in enumerate(TARGETS):
        url = target.format(port=victim.port)
        for way, page in (
            ("302", redirect(url)),
            ("307", redirect(url, "307 Temporary Redirect")),
            ("meta", redirected_by_page(url)),
        ):
            web.pages[f"/berita/{way}/{number}"] = page
            urls.append(f"{base}/berita/{way}/{number}")
    web.pages["/berita/baik"] = reply(story())
    web.pages["/feed"] = feed([*urls, f"{base}/berita/baik"])
    done = attack("koran", names=HOME, sources=f"feeds=('{base}/feed',)", variables={"NEWSCRAWL_CHROMIUM": "none"})
    assert victim.asked == []
    assert [article.url for article in done.articles] == [f"{base}/berita/baik"]
    assert "root:" not in done.out + done.err


def test_a_name_that_turns_private_after_the_first_look_up_is_refused(visit, victim):
    # Without a cache every connection looks the name up again: the second one would go home. From this machine's own
    # address no connection to the first can be made: nothing of the test leaves the machine.
    url = f"http://balik.test:{victim.port}/"
    names = {"balik.test": [["93.184.216.34"], ["127.0.0.1"]]}
    values = {"DOWNLOAD_BIND_ADDRESS": "127.0.0.1", "DNSCACHE_ENABLED": 0, "ROBOTSTXT_OBEY": 0}
    first, second = visit(url, f"{url}2", names=names, DOWNLOAD_TIMEOUT=20, **values)
    assert first["error"] == "unreachable"
    assert second["error"] == "not a public address"
    assert victim.asked == []


def test_one_private_address_among_a_names_answers_is_enough_to_refuse(visit, victim):
    answers = [["93.184.216.34", "127.0.0.1"], ["93.184.216.34", "::1"], ["127.0.0.1", "93.184.216.34"], ["::1"]]
    names = {f"campur{number}.test": [addresses] for number, addresses in enumerate(answers)}
    found = visit(*(f"http://{name}:{victim.port}/" for name in names), names=names)
    assert [each["error"] for each in found] == ["not a public address"] * len(answers)
    assert victim.asked == []


def test_a_response_from_a_private_address_is_refused_whoever_resolved_it():
    from ipaddress import ip_address

    from scrapy.http import Response

    request = Request("http://koran.test/")
    response = Response(request.url, ip_address=ip_address("127.0.0.1"))
    with pytest.raises(NotPublic):
        AddressGuard(()).process_response(request, response)
    assert AddressGuard(("koran.test",)).process_response(request, response) is response
    public = Response(request.url, ip_address=ip_address("93.184.216.34"))
    assert AddressGuard(()).process_response(request, public) is public


def test_a_configured_proxy_is_no_host_to_crawl(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://proxy.kantor.test:3128")
    with pytest.raises(NotPublic):
        AddressGuard(()).process_request(Request("http://proxy.kantor.test:22/"))


def test_behind_a_proxy_the_guard_says_what_it_cannot_see(crawl):
    assert "the proxy resolves names" in crawl("any", url="http://nakal.test/berita/1").err


def test_redirects_without_end_are_left_after_a_few(visit, web):
    for number in range(30):
        web.pages[f"/chain/{number}"] = redirect(f"/chain/{number + 1}")
        web.pages[f"/loop/{number}"] = redirect(f"/loop/{number % 2}")
    chain, loop = visit("/chain/0", "/loop/0")
    assert "max redirections reached" in chain["error"]
    assert "max redirections reached" in loop["error"]
    assert len(web.asked) <= 14


def test_a_redirect_to_another_port_of_an_allowed_host_is_refused(visit, web, victim):
    web.pages["/"] = redirect(f"http://koran.test:{victim.port}/")
    assert visit("/")[0]["error"] == "not a public address"
    assert victim.asked == []


def test_a_robots_txt_that_leads_to_this_machine_is_not_followed_there(visit, web, victim):
    web.pages["/robots.txt"] = redirect(f"http://rumah.koran.test:{victim.port}/robots.txt")
    web.pages["/"] = reply(story())
    visit("/", names=HOME)
    assert "koran.test/robots.txt" in web.asked
    assert victim.asked == []


def test_a_crawl_listens_to_nobody(web, attack, tmp_path):
    """Telnet console and remote control are ports that whoever is on this machine could give orders through."""
    seen = tmp_path / "sockets"

    def look(sock):
        from pathlib import Path

        ours = {
            line.split()[9] for line in Path("/proc/net/tcp").read_text().splitlines()[1:] if line.split()[3] == "0A"
        }
        held = {}
        for process in Path("/proc").iterdir():
            if process.name.isdigit() and b"scrapy" in (process / "cmdline").read_bytes():
                for handle in (process / "fd").iterdir():
                    try:
                        held[str(handle.readlink())] = process.name
                    except OSError:
                        continue
        seen.write_text(json.dumps([inode for inode in ours if f"socket:[{inode}]" in held]))
        sock.sendall(reply(story()))

    web.pages["/berita/1"] = look
    done = attack("any", url=f"http://koran.test:{web.port}/berita/1")
    assert done.status == 0, done.err
    assert json.loads(seen.read_text()) == []


def test_a_refused_name_is_no_failure_that_is_tried_again():
    assert not issubclass(NotPublic, CannotResolveHostError)
