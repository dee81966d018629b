"""The one form of a URL."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.model.urls import canonical, url_key

PAGE = "https://kabar.test/berita/1"


@pytest.mark.parametrize(
    "url",
    [
        "HTTPS://Kabar.Test/berita/1",
        "https://kabar.test:443/berita/1#komentar",
        "https://kabar.test./berita//1",
        "https://pembaca@kabar.test/berita/1",
        "https://kabar.test/berita/1?utm_source=rss&utm_medium=feed",
        "https://kabar.test/berita/1?PHPSESSID=9f2c1e",
        "https://kabar.test/berita/1;jsessionid=A1B2?fbclid=x",
        "https://kabar.test/berita/1?CFID=12&CFTOKEN=34",
    ],
)
def test_the_same_page_has_one_form(url):
    assert canonical(url) == PAGE


@pytest.mark.parametrize("url", ["https://kabar.test/berita/1?id=2", "https://kabar.test/berita/1?sid=2", PAGE + "/2"])
def test_what_tells_pages_apart_stays(url):
    assert canonical(url) == url


def test_http_and_www_are_the_same_key():
    assert len({url_key(PAGE), url_key("http://www.kabar.test/berita/1")}) == 1


@pytest.mark.parametrize("url", ["", "kabar.test/1", "ftp://kabar.test/1", "mailto:a@kabar.test", "http://"])
def test_what_is_no_web_address_has_none(url):
    with pytest.raises(ValueError, match="not an absolute"):
        canonical(url)


@given(
    st.from_regex(r"https?://[a-z]{1,8}\.test(/[a-zA-Z0-9;=&%~_.-]{0,20}){0,3}(\?[a-z0-9=&;_]{0,30})?", fullmatch=True)
)
def test_a_canonical_url_gives_itself(url):
    assert canonical(canonical(url)) == canonical(url)


@given(st.from_regex(r"https?://[a-z0-9.-]{1,12}/[a-zA-Z0-9/_.~-]{0,30}", fullmatch=True))
def test_an_address_that_needs_no_change_is_told_as_the_long_way_tells_it(url):
    assert form_of(url) == form_of(f"{url}#bagian")


def form_of(url):
    try:
        return canonical(url)
    except ValueError:
        return None
