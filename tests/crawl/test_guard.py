"""Which addresses may be connected to."""

from ipaddress import ip_address

import pytest
from scrapy import Request

from newscrawl.crawl.addresses import is_public
from newscrawl.crawl.guard import AddressGuard, NotPublic

PRIVATE = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://kabar.localhost/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://127.1/",
    "http://0177.0.0.1/",
    "http://127.0.0.1./",
    "http://good@127.0.0.1/",
    "http://224.0.0.1/",
]


@pytest.mark.parametrize("url", PRIVATE)
def test_a_literal_address_that_is_not_public_is_refused_in_any_spelling(url):
    with pytest.raises(NotPublic):
        AddressGuard(()).process_request(Request(url))


@pytest.mark.parametrize(
    "url",
    ["http://93.184.216.34/", "http://[2606:2800:220:1::1]/", "https://www.kabar.test/", "http://kabar.test:8080/"],
)
def test_public_addresses_and_names_pass(url):
    assert AddressGuard(()).process_request(Request(url)) is None


@pytest.mark.parametrize("allowed", ["127.0.0.1", "127.0.0.1:8080", "localhost"])
def test_an_exception_is_named_with_or_without_its_port(allowed):
    host = "localhost" if allowed == "localhost" else "127.0.0.1"
    assert AddressGuard((allowed,)).process_request(Request(f"http://{host}:8080/")) is None


def test_an_exception_for_one_port_is_none_for_another():
    with pytest.raises(NotPublic):
        AddressGuard(("127.0.0.1:8080",)).process_request(Request("http://127.0.0.1:9090/"))


def test_an_exception_for_one_port_of_a_name_is_none_for_its_others():
    guard = AddressGuard(("intranet.test:8080",))
    assert guard.process_request(Request("http://intranet.test:8080/")) is None
    with pytest.raises(NotPublic):
        guard.process_request(Request("http://intranet.test:9090/"))


def test_an_ipv6_exception_stands_in_brackets():
    assert AddressGuard(("[::1]:8080",)).process_request(Request("http://[::1]:8080/")) is None


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888"])
def test_an_address_of_the_internet_is_public(address):
    assert is_public(ip_address(address))
