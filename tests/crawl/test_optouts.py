"""What the crawler does about opt-outs."""

from datetime import UTC, datetime

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.settings import Settings

from newscrawl.crawl.checks import check_settings
from newscrawl.crawl.optouts import DEFAULTS, Decision, decide, read_policy, stated
from newscrawl.discover import read_feed, read_listing
from newscrawl.model import Rights
from newscrawl.model.errors import UsageError

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MARKED = dict.fromkeys(DEFAULTS, "mark")


@pytest.mark.parametrize(
    ("rights", "decision"),
    [
        (Rights(), Decision()),
        (Rights("index, follow, max-snippet: 20", "0"), Decision()),
        (Rights("noindex"), Decision(store=False, reason="noindex")),
        (Rights("nofollow"), Decision(follow=False, reason="nofollow")),
        (Rights("noarchive", None, noarchive=True), Decision(archive=False, reason="noarchive")),
        (
            Rights("none", None, noarchive=True),
            Decision(store=False, follow=False, archive=False, reason="noindex, nofollow, noarchive"),
        ),
        (Rights("unavailable_after: 2026-03-01T00:00:00+00:00"), Decision(store=False, reason="unavailable_after")),
        (Rights("unavailable_after: 2026-03-02T00:00:00+00:00"), Decision()),
        (Rights("unavailable_after: besok"), Decision()),
        (Rights(None, "1"), Decision(store=False, reason="tdm")),
    ],
)
def test_an_opt_out_is_obeyed(rights, decision):
    assert decide(rights, DEFAULTS, NOW) == decision


@pytest.mark.parametrize("rights", [Rights("none", "1", noarchive=True), Rights("unavailable_after: 2020-01-01")])
def test_an_opt_out_that_is_only_to_be_marked_changes_nothing(rights):
    assert decide(rights, MARKED, NOW) == Decision()


@pytest.mark.parametrize("name", sorted(DEFAULTS))
def test_each_opt_out_is_set_by_itself(name):
    policy = read_policy({name: "mark"})
    assert policy == {**DEFAULTS, name: "mark"}
    everything = Rights("none, unavailable_after: 2020-01-01", "1", noarchive=True)
    assert name not in decide(everything, policy, NOW).reason.split(", ")
    assert name in decide(everything, DEFAULTS, NOW).reason.split(", ")


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ('{"noindx": "mark"}', "names 'noindx'; there are: noindex, nofollow"),
        ('{"tdm": "ignore"}', "tdm is 'ignore'; it can be obey or mark"),
        ("tdm", "not a mapping like"),
        ("[1]", "not a mapping like"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_one_sentence(value, sentence):
    with pytest.raises(UsageError, match=sentence):
        check_settings(Settings({"NEWSCRAWL_OPT_OUTS": value}))


def test_a_setting_from_the_command_line_is_read():
    check_settings(Settings({"NEWSCRAWL_OPT_OUTS": '{"tdm": "mark"}'}))


def answer(head="", **headers):
    request = Request("https://kabar.test/kanal", headers={"User-Agent": "NewsCrawl/1.0 (+https://kabar.example/bot)"})
    body = f"<html><head>{head}</head><body><meta name=robots content=noimageindex></body></html>".encode()
    return Response(
        request.url,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        body=body,
        request=request,
    )


@pytest.mark.parametrize(
    ("read", "response", "robots"),
    [
        (read_listing, answer("<meta name=' Robots' content=nofollow>"), "nofollow, noimageindex"),
        (read_listing, answer("<meta name=newscrawl content=nofollow>"), "nofollow, noimageindex"),
        (read_listing, answer("<meta name=otherbot content=nofollow>"), "noimageindex"),
        (read_listing, answer("<meta name=robots>"), "noimageindex"),
        (read_listing, answer(X_Robots_Tag="nofollow"), "nofollow, noimageindex"),
        (read_feed, answer(X_Robots_Tag=["nofollow", "otherbot: noindex"]), "nofollow"),
    ],
)
def test_what_a_source_says_of_its_links(read, response, robots):
    assert stated(response, read(response.body, response.url).metas).robots == robots
