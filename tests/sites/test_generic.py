import pytest

from newscrawl.model.errors import UsageError
from newscrawl.sites import generic_site


@pytest.mark.parametrize(
    ("url", "name", "zone"),
    [
        ("http://berita.kabarkota.co.id/daerah/", "kabarkota.co.id", "Asia/Jakarta"),
        ("https://WWW.Kabarkota.id:443/", "kabarkota.id", "Asia/Jakarta"),
        ("https://www.example.com/a", "example.com", "UTC"),
        ("https://satu.blogspot.com/", "satu.blogspot.com", "UTC"),
        ("http://www.kabar.test/", "kabar.test", "UTC"),
        ("http://127.0.0.1:8000/a", "127.0.0.1", "UTC"),
        ("http://localhost:8000/", "localhost", "UTC"),
        ("http://co.id/", "co.id", "Asia/Jakarta"),
        ("http://bücher.de/", "xn--bcher-kva.de", "UTC"),
    ],
)
def test_a_site_is_made_from_a_url(url, name, zone):
    site = generic_site(url)
    assert (site.name, site.domains, site.timezone, site.language) == (name, (name,), zone, None)
    assert site.owns(url)


def test_an_ipv6_host_stands_for_itself():
    site = generic_site("http://[::1]:8000/")
    assert site.owns("http://[::1]:8000/a")
    assert not site.owns("http://[::2]:8000/a")


@pytest.mark.parametrize(
    "url", ["", "kabar.test", "file:///etc/passwd", "http://", "http://[::1", "javascript:alert(1)"]
)
def test_what_is_no_http_url_is_refused(url):
    with pytest.raises(UsageError, match=r"not an absolute http or https URL|Invalid IPv6"):
        generic_site(url)
