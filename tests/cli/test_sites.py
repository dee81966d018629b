"""`newscrawl sites`: the shipped catalogue and a person's own folder."""

import pytest

from newscrawl.sites import load

OWN = '''
"""An invented paper of one town."""

from newscrawl.sites import Archive, Section, Site


def day_in_the_footer(page):
    return None


SITE = Site(
    name="kabar-elok",
    title="Kabar Elok",
    domains=("kabar-elok.test",),
    archive=Archive("https://kabar-elok.test/indeks/{date:%Y/%m/%d}"),
    sections=(Section("daerah", feeds=("https://kabar-elok.test/rss",)),),
    overrides={"published_at": day_in_the_footer},
)
'''


@pytest.fixture
def own(tmp_path):
    """A folder with one site."""
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "kabar_elok.py").write_text(OWN)
    return folder


@pytest.mark.parametrize("command", [["sites"], ["sites", "--json"], ["sites", "list"]])
def test_the_list_is_the_default(inside, command):
    ended = inside(*command)
    assert ended.status == 0
    assert [record["name"] for record in ended.records] == list(load().names)


def test_a_persons_own_sites_stand_among_the_others(inside, own):
    listed = {record["name"]: record for record in inside("sites", NEWSCRAWL_SITES=str(own)).records}
    assert listed["kabar-elok"]["sections"] == ["daerah"]
    assert "republika" in listed


def test_a_site_is_shown_whole(inside, own):
    [shown] = inside("sites", "show", "kabar-elok", NEWSCRAWL_SITES=str(own)).records
    assert shown["domains"] == ["kabar-elok.test"]
    assert shown["archive"]["url"] == "https://kabar-elok.test/indeks/{date:%Y/%m/%d}"
    assert shown["sections"][0]["feeds"] == ["https://kabar-elok.test/rss"]
    assert shown["overrides"] == {"published_at": "day_in_the_footer"}


@pytest.mark.parametrize("name", load().names)
def test_every_shipped_site_can_be_shown(inside, name):
    assert [record["name"] for record in inside("sites", "show", name).records] == [name]


@pytest.mark.parametrize("command", [["sites", "show", "republik"], ["sites", "check", "republika", "republik"]])
def test_a_wrong_name_lists_the_right_ones(inside, command):
    ended = inside(*command)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("Error: no site named 'republik'; did you mean 'republika'? there are: antaranews, ")


def test_the_shipped_definitions_hold_no_mistake(inside):
    ended = inside("sites", "check")
    assert [record for record in ended.records if record["problems"]] == []
    assert ended.status == 0


def test_a_mistake_is_told_with_its_site_and_ends_with_status_1(inside, own):
    ended = inside("sites", "check", "kabar-elok", "republika", NEWSCRAWL_SITES=str(own))
    problems = {record["site"]: record["problems"] for record in ended.records}
    assert problems["republika"] == []
    assert any(problem.startswith("article_url: is not given") for problem in problems["kabar-elok"])
    assert ended.status == 1


def test_a_definition_that_cannot_be_used_is_one_sentence(inside, own):
    (own / "kabar_elok.py").write_text(OWN.replace('title="Kabar Elok"', 'titel="Kabar Elok"'))
    ended = inside("sites", NEWSCRAWL_SITES=str(own))
    assert (ended.status, ended.out) == (1, "")
    assert "kabar_elok.py" in ended.err
    assert "did you mean 'title'?" in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("columns", [80, 120])
def test_the_list_has_a_line_for_every_site_on_a_terminal(terminal, columns):
    lines = terminal("sites", columns=columns).out.splitlines()
    assert [line.split()[0] for line in lines] == ["Site", *load().names]
    assert max(map(len, lines)) <= columns


def test_a_site_on_a_terminal_is_shown_without_cutting_anything_off(terminal):
    shown = terminal("sites", "show", "republika").out
    site = load().get("republika")
    joined = "".join(shown.split())
    assert site.article_url in joined
    assert all(url in joined for section in site.sections for _, url in section.seeds)
