"""What a crawl behaves like under the add-on, before anybody sets anything."""

import pytest
from scrapy.settings import Settings

from newscrawl.crawl.addon import NewscrawlAddon


@pytest.fixture
def settings(monkeypatch):
    for name in ("NEWSCRAWL_USER_AGENT", "NEWSCRAWL_SITES", "NEWSCRAWL_STORE", "SCRAPY_PROJECT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEWSCRAWL_CONTACT", "https://kabar.example/bot")
    settings = Settings({"DOWNLOAD_TIMEOUT": 7})
    NewscrawlAddon.update_pre_crawler_settings(settings)
    NewscrawlAddon().update_settings(settings)
    return settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ROBOTSTXT_OBEY", True),
        ("REMOTE_CONTROL_ENABLED", False),
        ("TELNETCONSOLE_ENABLED", False),
        ("COOKIES_ENABLED", False),
        ("DOWNLOAD_VERIFY_CERTIFICATES", True),
        ("DOWNLOAD_MAXSIZE", 16 * 1024 * 1024),
        ("REDIRECT_MAX_TIMES", 5),
        ("CONCURRENT_REQUESTS_PER_DOMAIN", 1),
        ("DOWNLOAD_DELAY", 1.0),
        ("AUTOTHROTTLE_ENABLED", True),
        ("REFERRER_POLICY", "same-origin"),
        ("ROBOTSTXT_USER_AGENT", "newscrawl"),
        ("TWISTED_DNS_RESOLVER", "newscrawl.crawl.guard.GuardedResolver"),
    ],
)
def test_the_baseline_is_polite_bounded_and_closed(settings, name, value):
    assert settings.get(name) == value


@pytest.mark.parametrize("scheme", ["file", "data", "ftp", "s3"])
def test_nothing_but_the_web_is_fetched(settings, scheme):
    assert settings.getdict("DOWNLOAD_HANDLERS")[scheme] is None


def test_the_user_agent_names_the_product_and_the_contact(settings):
    assert settings["USER_AGENT"].startswith("newscrawl/")
    assert settings["USER_AGENT"].endswith("(+https://kabar.example/bot)")


def test_the_projects_own_settings_win(settings):
    assert settings.getint("DOWNLOAD_TIMEOUT") == 7
