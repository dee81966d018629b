"""`search`, `show`, `stats`, `export` and `runs` over a real store: as JSON lines, and as a person sees them."""

import csv
import json
import re
import signal
import subprocess
from pathlib import Path

import pytest

from newscrawl.cli.output import offset

FIRST = "https://kabar-elok.test/berita/0"


@pytest.fixture
def ask(inside, store):
    """Asks the store; the records of the answer."""

    def run(*arguments):
        ended = inside(*arguments, NEWSCRAWL_STORE=store)
        assert (ended.status, ended.err) == (0, "")
        return ended.records

    return run


@pytest.fixture
def wrong(inside, store):
    """Asks the store what cannot be answered; the exit status and the sentence."""

    def run(*arguments):
        ended = inside(*arguments, NEWSCRAWL_STORE=store)
        assert ended.out == ""
        assert ended.err.count("\n") == 1
        return ended.status, ended.err

    return run


def test_without_text_the_newest_come_first(ask):
    moments = [record["published_at"] for record in ask("search", "--limit", 5)]
    assert moments[0] == "2024-10-24T12:11:00+07:00"
    assert len(moments) == 5


def test_all_words_must_stand_in_the_title_or_text(ask):
    assert {record["site"] for record in ask("search", "jembatan", "pasar")} == {"kabar-elok", "suara-timur"}
    assert ask("search", "jembatan", "fishermen") == []


def test_a_hit_is_the_article_with_a_snippet(ask):
    [record] = ask("search", "fishermen", "--limit", 1)
    assert record["snippet"].startswith("Fishermen said that the delay")
    assert record["is_article"] is True


def test_pages_of_hits_follow_each_other(ask):
    together = [record["id"] for record in ask("search", "--limit", 6)]
    apart = [record["id"] for start in (0, 3) for record in ask("search", "--limit", 3, "--offset", start)]
    assert together == apart


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        (["--site", "kabar-elok"], 8),
        (["--section", "daerah"], 12),
        (["--language", "en"], 8),
        (["--author", "halim"], 9),
        (["--tag", "panen"], 12),
        (["--place", "sukamaju"], 9),
        (["--story", "story-3"], 3),
        (["--since", "2024-10-24"], 3),
        (["--until", "2024-10-20"], 3),
        (["--since", "2024-10-21", "--until", "2024-10-21", "--site", "kabar-elok"], 2),
        (["--site", "bay-courier", "--tag", "panen", "--place", "sukamaju"], 2),
    ],
)
def test_the_filters_mean_the_same_in_every_command(ask, filters, number, tmp_path):
    assert len(ask("search", "--limit", 100, *filters)) == number
    assert sum(record["count"] for record in ask("stats", *filters)) == number
    assert len(ask("export", "--format", "jsonl", *filters)) == number


@pytest.mark.parametrize("command", [["search"], ["stats"], ["export", "--format", "csv"]])
def test_a_wrong_site_lists_those_of_the_catalogue_and_of_the_store(wrong, command):
    status, sentence = wrong(*command, "--site", "kabar-elk")
    assert status == 2
    assert sentence.startswith("Error: no site named 'kabar-elk'; did you mean 'kabar-elok'? there are: ")
    assert "republika" in sentence
    assert "suara-timur" in sentence


def test_a_site_of_the_catalogue_without_articles_is_no_mistake(ask):
    assert ask("search", "--site", "republika") == []


def test_a_wrong_section_lists_those_of_the_site(wrong):
    status, sentence = wrong("stats", "--site", "kabar-elok", "--section", "daera")
    assert status == 2
    assert sentence == (
        "Error: site kabar-elok has no section named 'daera'; did you mean 'daerah'? there are: daerah, ekonomi\n"
    )


@pytest.mark.parametrize("date", ["yesterday", "2024-02-30", "23-10-2024"])
def test_a_date_that_is_none_is_wrong_usage(wrong, date):
    status, sentence = wrong("search", "--since", date)
    assert status == 2
    assert "YYYY-MM-DD" in sentence


def test_an_article_is_shown_by_id_and_by_any_form_of_its_url(ask):
    [record] = ask("show", FIRST)
    assert record["url"] == FIRST
    assert ask("show", record["id"]) == [record]
    assert ask("show", FIRST.replace("https", "HTTP") + "?utm_source=surat#atas") == [record]


def test_an_article_that_is_not_there_is_an_error(wrong):
    assert wrong("show", "0123456789abcdef0123") == (1, "Error: the store holds no article '0123456789abcdef0123'\n")


def test_counts_are_by_site_unless_something_else_is_asked(ask):
    assert ask("stats") == [
        {"by": "site", "value": name, "count": 8} for name in ("bay-courier", "kabar-elok", "suara-timur")
    ]
    assert ask("stats", "--by", "month") == [{"by": "month", "value": "2024-10", "count": 24}]
    assert ask("stats", "--by", "language", "--limit", 1) == [{"by": "language", "value": "id", "count": 16}]


def test_days_are_those_of_the_articles_own_zones(ask):
    assert ask("stats", "--by", "day", "--story", "story-0") == [{"by": "day", "value": "2024-10-20", "count": 3}]


def test_an_export_to_a_file_is_whole_and_leaves_nothing_beside_it(inside, store, tmp_path):
    ended = inside("export", "--format", "jsonl", "-o", "articles.jsonl", NEWSCRAWL_STORE=store)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert len((tmp_path / "articles.jsonl").read_text().splitlines()) == 24
    assert [path.name for path in tmp_path.iterdir() if "articles" in path.name] == ["articles.jsonl"]


def test_an_export_as_csv_has_a_heading_and_a_row_an_article(inside, store, tmp_path):
    inside("export", "--format", "csv", "-o", "articles.csv", "--site", "kabar-elok", NEWSCRAWL_STORE=store)
    with (tmp_path / "articles.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 8
    assert rows[0]["title"].startswith("Warga Tanjung Elok")


def test_an_export_that_fails_leaves_the_old_file(inside, tmp_path):
    (tmp_path / "articles.csv").write_text("old")
    ended = inside("export", "--format", "csv", "-o", "articles.csv", "--since", "never")
    assert ended.status != 0
    assert (tmp_path / "articles.csv").read_text() == "old"


def test_an_export_to_where_nothing_can_be_written_is_one_sentence(inside, store):
    ended = inside("export", "--format", "csv", "-o", "none/articles.csv", NEWSCRAWL_STORE=store)
    assert ended.status == 1
    assert "No such file or directory" in ended.err
    assert ended.err.count("\n") == 1


def test_an_export_to_a_device_does_not_replace_it(inside, store):
    ended = inside("export", "--format", "csv", "-o", "/dev/null", NEWSCRAWL_STORE=store)
    assert ended.status == 0
    assert not Path("/dev/null").is_file()


def test_a_reader_that_has_enough_ends_an_export_quietly(command, environment, store, tmp_path):
    process = subprocess.Popen(
        [*command, "export", "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**environment, "NEWSCRAWL_STORE": store},
        cwd=tmp_path,
    )
    with process:
        process.stdout.close()
        assert process.wait(20) == 128 + signal.SIGPIPE
        assert process.stderr.read() == b""


def test_runs_are_listed_newest_first_with_what_they_came_to(ask):
    runs = ask("runs")
    assert [run["id"] for run in runs] == ["20241022T030000000Z-bbbb", "20241021T030000000Z-aaaa"]
    assert [(run["found"], run["new"], run["rejected"], run["healthy"]) for run in runs] == [
        (10, 7, {"TooShort": 1}, False),
        (10, 7, {"TooShort": 1}, True),
    ]
    assert ask("runs", "list", "--limit", 1) == runs[:1]


def test_the_last_run_is_shown_with_its_sections(ask):
    [run] = ask("runs", "show")
    assert run["id"] == "20241022T030000000Z-bbbb"
    assert [section["section"] for section in run["report"]["sections"]] == ["daerah", "ekonomi"]
    [older] = ask("runs", "show", "20241021T030000000Z-aaaa")
    assert older["healthy"] is True


def test_a_wrong_run_lists_the_latest(wrong):
    status, sentence = wrong("runs", "show", "20200101")
    assert status == 2
    assert "the latest are: 20241022T030000000Z-bbbb, 20241021T030000000Z-aaaa" in sentence


@pytest.mark.parametrize(
    ("command", "columns"),
    [
        ("search", 80),
        ("search pasar", 80),
        ("search pasar", 120),
        (f"show {FIRST}", 80),
        (f"show {FIRST}", 200),
        ("stats --by day", 80),
        ("runs", 80),
        ("runs show", 80),
    ],
)
def test_what_a_terminal_shows_fits_its_width(terminal, store, command, columns):
    ended = terminal(*command.split(), columns=columns, NEWSCRAWL_STORE=store)
    assert ended.status == 0
    assert ended.out.strip()
    assert max(map(len, ended.out.splitlines())) <= columns
    assert "…" not in ended.out.replace(" …", "")  # nothing is cut off but a snippet
    assert not ended.out.startswith("{")


def test_the_counts_of_a_run_stand_under_whole_headings_on_a_narrow_terminal(terminal, store):
    shown = terminal("runs", "show", columns=80, NEWSCRAWL_STORE=store).out
    assert re.search(r"^Site +Section +Found Known New Changed Same Rejected Robots Failed *$", shown, re.MULTILINE)


def test_a_terminal_shows_times_in_the_articles_own_zones(terminal, store):
    shown = terminal("search", "--story", "story-0", NEWSCRAWL_STORE=store).out
    assert [line[:20] for line in shown.splitlines() if line.startswith("2024")] == [
        "2024-10-20 17:11 +07", "2024-10-20 17:11 +08", "2024-10-20 17:11 +09",
    ]  # fmt: skip


def test_a_terminal_says_how_many_there_are_on_standard_error(terminal, store):
    ended = terminal("search", "--limit", "2", NEWSCRAWL_STORE=store)
    assert "1 to 2 of 24; more with --offset 2" in ended.err
    assert "24" not in ended.out.splitlines()[-1]


def test_json_on_a_terminal_is_json_lines(terminal, store):
    lines = terminal("stats", "--json", NEWSCRAWL_STORE=store).out.splitlines()
    assert json.loads(lines[0]) == {"by": "site", "value": "bay-courier", "count": 8}


@pytest.mark.parametrize(
    ("hours", "shown"), [(7, "+07"), (0, "UTC"), (-3.5, "-03:30"), (5.75, "+05:45"), (-11, "-11"), (14, "+14")]
)
def test_offsets_are_as_short_as_they_can_be(hours, shown):
    from datetime import datetime, timedelta, timezone

    assert offset(datetime(2024, 10, 23, tzinfo=timezone(timedelta(hours=hours)))) == shown
