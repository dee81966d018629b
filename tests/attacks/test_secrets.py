"""Attack 18: passwords stay where they were put."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.attacks.hostile import reply, story
from tests.crawl.conftest import PROJECT, crawl_command, crawl_environment

SECRET = "s3cret-w0rd"


@pytest.fixture
def say(store, web, tmp_path):
    """Runs a command with a password in its environment and returns everything that it wrote, files included."""

    def run(*command, **variables):
        address = store.replace("mongodb://", f"mongodb://penulis:{SECRET}@")
        own = {
            "NEWSCRAWL_DATA": str(tmp_path),
            "NEWSCRAWL_STORE": address,
            "NEWSCRAWL_ALLOW_HOSTS": f"127.0.0.1:{web.port}",
            "NEWSCRAWL_CONTACT": "https://kabar.test/bot",
            **variables,
        }
        environment = {**crawl_environment(address, "", tmp_path, **own), "NEWSCRAWL_SITES": ""}
        done = subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        files = "".join(path.read_text("utf-8", "replace") for path in Path(tmp_path).rglob("*") if path.is_file())
        return done.stdout + done.stderr + files

    return run


def test_a_crawl_at_its_most_talkative_tells_no_password(say, web):
    web.pages["/berita/1"] = reply(story())
    settings = {"LOG_LEVEL": "DEBUG", "STATS_DUMP": 1, "NEWSCRAWL_LOG_FILE": 1, "NEWSCRAWL_STORE_PATIENCE": 1}
    said = say(*crawl_command("any", settings, url=f"http://127.0.0.1:{web.port}/berita/1"))
    assert "Overridden settings" in said
    assert SECRET not in said


def test_a_store_that_cannot_be_reached_is_named_without_its_password(say, web):
    command = crawl_command("any", {"NEWSCRAWL_STORE_PATIENCE": 1}, url=f"http://127.0.0.1:{web.port}/berita/1")
    said = say(*command, NEWSCRAWL_STORE=f"mongodb://penulis:{SECRET}@127.0.0.1:9/koran")
    assert "127.0.0.1:9" in said
    assert SECRET not in said


@pytest.mark.parametrize(
    "address",
    [
        f"mongodb://penulis:{SECRET}@[::1/koran",
        f"mongodb://penulis:{SECRET}@127.0.0.1:9",
        f"mongodb://penulis:{SECRET}@127.0.0.1:9/koran?tls=perhaps",
        f"mongo://penulis:{SECRET}@127.0.0.1/koran",
    ],
)
def test_an_address_that_cannot_be_read_is_refused_without_its_password(say, address):
    said = say(sys.executable, "-m", "newscrawl", "stats", NEWSCRAWL_STORE=address)
    assert "Error" in said
    assert SECRET not in said


@pytest.mark.parametrize("command", [["doctor"], ["store", "info"], ["runs", "list"], ["search", "gempa"]])
def test_no_command_prints_the_password(say, command):
    said = say(sys.executable, "-m", "newscrawl", *command, http_proxy=f"http://orang:{SECRET}@127.0.0.1:9")
    assert said
    assert SECRET not in said


@pytest.mark.parametrize("name", ["NEWSCRAWL_STORE", "PLAYWRIGHT_LAUNCH_OPTIONS"])
def test_scrapy_prints_no_password_among_its_settings(say, name):
    variables = {"http_proxy": f"http://orang:{SECRET}@127.0.0.1:9"}
    assert SECRET not in say(sys.executable, "-m", "scrapy", "settings", "--get", name, **variables)


def test_a_proxys_password_is_not_told(say, web):
    settings = {"LOG_LEVEL": "DEBUG", "STATS_DUMP": 1, "NEWSCRAWL_STORE_PATIENCE": 1}
    command = crawl_command("any", settings, url="http://koran.test/berita/1")
    said = say(*command, http_proxy=f"http://orang:{SECRET}@127.0.0.1:{web.port}")
    assert SECRET not in said
