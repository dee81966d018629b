"""`newscrawl doctor`: what it looks at, and when it says that something is missing."""

import os

import pytest

SUBJECTS = ["settings", "identity", "sites", "store", "disk", "browser", "proxy"]


@pytest.fixture
def findings(inside):
    """What the doctor finds, by subject; and the exit status."""

    def examine(**variables):
        ended = inside("doctor", **variables)
        return {record["subject"]: record for record in ended.records}, ended.status

    return examine


def test_everything_is_in_place_for_a_newcomer(findings, tmp_path):
    found, status = findings()
    assert list(found) == SUBJECTS
    assert status == 0
    assert found["store"]["status"] == "ok"
    assert found["store"]["found"].startswith(f"none in {tmp_path / 'data'} yet")
    assert not (tmp_path / "data").exists()


def test_a_store_is_told_with_what_it_holds(findings, store):
    found, _ = findings(NEWSCRAWL_STORE=store)
    assert found["store"]["status"] == "ok"
    assert "24 articles" in found["store"]["found"]


def test_a_store_that_cannot_be_reached_is_a_failure_with_advice(findings):
    found, status = findings(NEWSCRAWL_STORE="mongodb://reader:hunter2@127.0.0.1:1/newscrawl")
    assert found["store"]["status"] == "fail"
    assert found["store"]["advice"]
    assert "hunter2" not in str(found)
    assert status == 1


@pytest.mark.parametrize(
    ("variables", "status"),
    [
        ({}, "warn"),
        ({"SCRAPY_PROJECT": "production"}, "fail"),
        ({"NEWSCRAWL_CONTACT": "https://example.org/bot"}, "ok"),
        ({"SCRAPY_PROJECT": "production", "NEWSCRAWL_CONTACT": "redaksi@example.org"}, "ok"),
    ],
)
def test_a_missing_contact_is_asked_for_in_production_above_all(findings, variables, status):
    found, _ = findings(**variables)
    assert found["identity"]["status"] == status
    assert found["identity"]["found"].startswith("newscrawl in robots.txt, user agent newscrawl/")


def test_the_settings_of_a_project_are_found_from_below(findings, tmp_path, monkeypatch):
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = settings.development\ntesting = settings.testing\n")
    below = tmp_path / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    found, _ = findings(SCRAPY_PROJECT="testing")
    assert found["settings"]["found"] == f"testing: settings.testing of {tmp_path / 'scrapy.cfg'}"
    missing, status = findings(SCRAPY_PROJECT="production")
    assert (missing["settings"]["status"], status) == ("fail", 1)


@pytest.mark.parametrize("written", ["settings]\n", "[settings]\n[settings]\n", "\xff\xfe"])
def test_a_project_file_that_cannot_be_read_is_a_failure(findings, tmp_path, written):
    (tmp_path / "scrapy.cfg").write_text(written, encoding="latin-1")
    found, status = findings()
    assert (found["settings"]["status"], status) == ("fail", 1)


def test_a_wrong_site_definition_is_a_failure(findings, tmp_path):
    (tmp_path / "wrong.py").write_text("SITE = 1\n")
    found, status = findings(NEWSCRAWL_SITES=str(tmp_path))
    assert (found["sites"]["status"], status) == ("fail", 1)
    assert "wrong.py" in found["sites"]["found"]


def test_a_wrong_variable_is_told_instead_of_everything_that_hangs_on_it(findings):
    found, status = findings(NEWSCRAWL_CONTACT="call me")
    assert list(found) == ["environment"]
    assert status == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_a_failure(findings, tmp_path):
    tmp_path.chmod(0o500)
    found, status = findings()
    tmp_path.chmod(0o700)
    assert (found["disk"]["status"], status) == ("fail", 1)


def test_a_proxy_is_told_without_its_password(findings):
    found, _ = findings(http_proxy="http://user:hunter2@proxy.test:3128")
    assert found["proxy"]["found"] == "http through http://proxy.test:3128"


def test_a_terminal_shows_a_line_for_each_and_what_to_do(terminal):
    ended = terminal("doctor")
    lines = ended.out.splitlines()
    assert [line.split()[1] for line in lines if line.split()[0] in {"ok", "warn", "fail"}] == SUBJECTS
    assert "Set NEWSCRAWL_CONTACT" in ended.out
    assert max(map(len, lines)) <= 80
