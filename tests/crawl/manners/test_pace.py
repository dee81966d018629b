"""How fast a host is asked, over real connections: the site's delay, robots.txt's and the throttle's together."""

from itertools import pairwise

import pytest

THROTTLED = {
    "AUTOTHROTTLE_ENABLED": True,
    "AUTOTHROTTLE_START_DELAY": 0.3,
    "AUTOTHROTTLE_MAX_DELAY": 2.0,
    "DOWNLOAD_DELAY": 0.02,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
}


def pages(host, count):
    return [f"http://{host}/{number}" for number in range(count)]


@pytest.fixture(scope="session")
def unthrottled(visit_once):
    hosts = ("delay.test", "delay-huge.test", "delay-nan.test", "delay-negative.test")
    return visit_once([url for host in hosts for url in pages(host, 4)], NEWSCRAWL_MAX_CRAWL_DELAY=0.8)


@pytest.fixture(scope="session")
def throttled(visit_once):
    hosts = ("delay.test", "empty.test", "missing.test", "busy.test")
    urls = [url for host in hosts for url in pages(host, 4)]
    return visit_once(urls, **THROTTLED, DOWNLOAD_SLOTS={"empty.test": {"delay": 0.4, "jitter": 0}})


@pytest.mark.parametrize(("host", "seconds"), [("delay.test", 0.6), ("delay-huge.test", 0.8)])
def test_a_crawl_delay_is_kept_within_bounds(unthrottled, host, seconds):
    assert set(unthrottled.delays[host]) == {seconds}
    gaps = [later - sooner for sooner, later in pairwise(unthrottled.times[host])]
    assert min(gaps) > seconds - 0.15
    assert len(gaps) == 3


@pytest.mark.parametrize("host", ["delay-nan.test", "delay-negative.test"])
def test_a_crawl_delay_that_is_none_changes_nothing(unthrottled, host):
    assert unthrottled.delays[host] == [0.0] * 4


def test_the_throttle_never_goes_below_what_robots_txt_asks(throttled):
    assert min(throttled.delays["delay.test"]) >= 0.6


def test_the_throttle_never_goes_below_the_sites_own_delay(throttled):
    assert throttled.delays["empty.test"] == [0.4] * 4


def test_quick_errors_do_not_speed_the_crawl_up(throttled):
    delays = throttled.delays["missing.test"]
    assert delays[1:] == [delays[1]] * 3
    assert delays[1] > THROTTLED["DOWNLOAD_DELAY"]


def test_a_host_that_says_too_fast_is_asked_ever_more_slowly(throttled):
    assert all(later >= min(2.0, 1.9 * sooner) for sooner, later in pairwise(throttled.delays["busy.test"]))
    assert throttled.delays["busy.test"][-1] == 2.0
