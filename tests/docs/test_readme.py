"""The README says what the code does: commands, settings, variables, exit statuses; and the checks do notice."""

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from newscrawl.cli.lazy import INTERRUPTED, OUTPUT_CLOSED
from newscrawl.crawl import run
from newscrawl.model import Article, Page, to_json
from newscrawl.model.environment import PROJECTS
from newscrawl.process import process
from newscrawl.sites import load, load_file
from newscrawl.sites.check import check
from tests.docs.checking import (
    unknown_names,
    unnamed_commands,
    wrong_commands,
    wrong_settings,
    wrong_variables,
)
from tests.docs.reading import README, blocks, commands, rows, table

PAGE = Path(__file__).with_name("wartarimba.html")


@pytest.fixture(scope="module")
def own_sites(tmp_path_factory):
    """The folder of the reader who has followed the README: its example, in the file that it names."""
    folder = tmp_path_factory.mktemp("my-sites")
    example = next(block for block in blocks(README, "python") if "SITE = Site(" in block)
    file = re.search(r"`my-sites/(\w+\.py)`", README)
    (folder / file[1]).write_text(example, "utf-8")
    return folder


def test_every_command_in_it_is_a_real_one_with_real_options_and_names(own_sites):
    assert len(commands(README)) > 30
    assert wrong_commands(README, str(own_sites)) == []


def test_every_command_and_make_target_is_named():
    assert unnamed_commands(README) == []


def test_every_setting_stands_in_the_tables_with_its_default():
    assert wrong_settings(README) == []


def test_every_variable_stands_in_the_table_with_its_default():
    assert wrong_variables(README) == []


def test_no_setting_or_variable_is_named_that_does_not_exist():
    assert unknown_names(README) == []


def test_every_choice_of_settings_is_named():
    assert [
        project for project in PROJECTS if f"`{project}`" not in table(README, "Environment")["SCRAPY_PROJECT"][1]
    ] == []


def test_every_exit_status_is_told():
    listed = {int(name) for name, *_ in rows(README) if name.isdecimal()}
    assert listed == {run.DONE, run.FAILED, 2, run.UNHEALTHY, run.INTERRUPTED, OUTPUT_CLOSED}
    assert run.INTERRUPTED == INTERRUPTED


def test_every_shipped_site_is_named():
    sentence = re.search(r"The shipped sites are ([\w, ]+)\.", README)
    assert re.split(r", | and ", sentence[1]) == list(load().names)


def test_the_article_has_every_field_in_its_order():
    (example,) = blocks(README, "json")
    article = Article("https://a.test/b", "https://a.test/b", datetime.fromisoformat("2024-10-23T10:11Z"), "T", ("p",))
    assert list(json.loads(example)) == list(to_json(article))


def test_the_article_is_what_comes_out_of_the_page(own_sites):
    """All but the store's own fields, and of the provenance some entries."""
    shown = json.loads(blocks(README, "json")[0])
    site = load_file(own_sites / "wartarimba.py")
    fetched_at = datetime.fromisoformat(shown["fetched_at"])
    page = Page(url=shown["url"], body=PAGE.read_bytes(), fetched_at=fetched_at, content_type="text/html")
    article = replace(
        process(page, site), section="hutan", first_seen_at=fetched_at, last_seen_at=fetched_at, revisions=1
    )
    made = to_json(article)
    provenance = made.pop("provenance")
    assert shown.pop("provenance").items() <= provenance.items()
    assert shown == made


def test_the_example_of_a_site_loads_and_has_nothing_doubtful(own_sites):
    assert check(load(own_sites).get("wartarimba")) == []


@pytest.mark.parametrize(
    ("old", "new", "checked"),
    [
        ("newscrawl completion", "newscrawl complete", unnamed_commands),
        ("newscrawl runs list", "newscrawl runs", unnamed_commands),
        ("make lock", "make locks", unnamed_commands),
        ("make demo\nmake test", "make demos", wrong_commands),
        ("newscrawl stats --by month", "newscrawl stats --by weather", wrong_commands),
        ("--limit 5", "--limits 5", wrong_commands),
        ("newscrawl export --format csv", "newscrawl export --format parquet", wrong_commands),
        ("newscrawl runs show\n", "newscrawl runs last\n", wrong_commands),
        ("scrapy list", "scrapy lists", wrong_commands),
        ("scrapy crawl republika -a section=internasional -a dry_run=1", "scrapy crawl republik", wrong_commands),
        ("-a section=internasional -a max_articles", "-a section=luar -a max_articles", wrong_commands),
        ("-a max_depth=2", "-a depth=2", wrong_commands),
        ("-s DOWNLOAD_DELAY=2", "-s DOWNLOAD_PAUSE=2", wrong_commands),
        ("scrapy crawl any -a url=https", "scrapy crawl any -a url=ftp", wrong_commands),
        ("--site republika --since", "--site republik --since", wrong_commands),
        ("--section ekonomi", "--section ekonomy", wrong_commands),
        ("/newscrawl crawl --all\nKillMode", "/newscrawl crawls --all\nKillMode", wrong_commands),
        (".venv/bin/newscrawl crawl --all >>", ".venv/bin/newscrawl crawl --every >>", wrong_commands),
        ("| `NEWSCRAWL_MAX_DEPTH` | `20` |", "| `NEWSCRAWL_MAX_DEPTH` | `21` |", wrong_settings),
        ("| `NEWSCRAWL_WORKERS`", "| `NEWSCRAWL_WORKER`", wrong_settings),
        ("`False`; production: `True` | log", "`False` | log", wrong_settings),
        ("| `DOWNLOAD_MAXSIZE` | `16 MiB`", "| `DOWNLOAD_MAXSIZE` | `16`", wrong_settings),
        ("| `30` | `180` |", "| `30` | `60` |", wrong_settings),
        ("| `COOKIES_ENABLED`", "| `COOKIES_DEBUG`", wrong_settings),
        ("| `NEWSCRAWL_DATA` | `./data` |", "| `NEWSCRAWL_DATA` | `./store` |", wrong_variables),
        ("| `no_proxy`", "| `all_proxy`", wrong_variables),
        ("NEWSCRAWL_CONTACT=mailto", "NEWSCRAWL_MAIL=mailto", unknown_names),
    ],
)
def test_a_name_that_goes_wrong_is_noticed(own_sites, old, new, checked):
    assert old in README
    wrong = README.replace(old, new)
    assert checked(wrong, str(own_sites)) if checked is wrong_commands else checked(wrong)
