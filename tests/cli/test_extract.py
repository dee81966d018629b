"""`newscrawl extract` with one page: from files, pipes and addresses, and what it says when there is no article."""

import gzip
import json
import os
import threading

import pytest

from newscrawl.cli.sources import own_address, read_source

TITLE = "Warga Sukamaju Resmikan Jembatan Gantung"


def test_the_article_in_a_file_is_one_json_line(newscrawl, page):
    ended = newscrawl("extract", page, "--url", "https://kabar-elok.test/berita/1?utm_source=surat")
    assert (ended.status, ended.err) == (0, "")
    [article] = ended.records
    assert article["title"] == TITLE
    assert article["canonical_url"] == "https://kabar-elok.test/berita/1"
    assert article["published_at"] == "2024-10-23T17:11:00+07:00"
    assert article["dateline"]["place"] == "SUKAMAJU"
    assert len(article["paragraphs"]) == 3


def test_a_page_of_unknown_address_has_none(newscrawl, page):
    ended = newscrawl("extract", "-", stdin=page.read_bytes().replace(b'rel="canonical"', b'rel="preload"'))
    [article] = ended.records
    assert article["title"] == TITLE
    assert [article[name] for name in ("id", "url", "canonical_url", "site")] == [None] * 4
    assert "unknown.invalid" not in ended.out


def test_on_a_terminal_the_object_is_laid_out_for_reading(terminal, page):
    ended = terminal("extract", page)
    assert ended.out.startswith('{\n  "id": ')
    assert json.loads(ended.out)["url"] == "https://kabar-elok.test/berita/1"  # as the page itself says


def test_a_page_without_an_article_says_why_in_one_sentence(newscrawl):
    ended = newscrawl("extract", "-", stdin=b"")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("Error: -: ")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "SOURCE"),
        (["page.html", "--batch", "jobs.jsonl"], "either a SOURCE"),
        (["page.html", "--url", "kabar"], "--url"),
        (["https://kabar-elok.test/", "--url", "https://kabar-elok.test/"], "--url is for files"),
        (["--batch", "-", "--url", "https://kabar-elok.test/"], "each line has its own"),
        (["page.html", "--site", "republik"], "there are: "),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(inside, page, arguments, words):
    ended = inside("extract", *arguments)
    assert ended.status == 2
    assert words in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("name", ["none.html", "folder", "a\nb.html"])
def test_a_file_that_cannot_be_read_is_one_sentence(inside, tmp_path, name):
    (tmp_path / "folder").mkdir()
    ended = inside("extract", name, "--url", "https://kabar-elok.test/")
    assert ended.status == 1
    assert ended.err.startswith("Error: ")
    assert ended.err.count("\n") == 1


def test_a_process_substitution_is_read(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    writer = threading.Thread(target=fifo.write_bytes, args=(b"x" * 200_000,))
    writer.start()
    assert len(read_source(str(fifo))) == 200_000
    writer.join()


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://a.test/1">', "https://a.test/1"),
        ("<LINK HREF=https://a.test/1 REL=canonical>", "https://a.test/1"),
        ("<link href='https://a.test/1?a=1&amp;b=2' rel='alternate canonical'/>", "https://a.test/1?a=1&b=2"),
        ('<meta property="og:url" content="https://a.test/2">', "https://a.test/2"),
        (
            '<meta property="og:url" content="https://a.test/2"><link rel="canonical" href="https://a.test/1">',
            "https://a.test/1",
        ),
        ('<link rel="canonical" href="/1"><meta property="og:url" content="https://a.test/2">', "https://a.test/2"),
        ('<link rel="alternate" href="https://a.test/1">', None),
        ('<link rel="canonical" href="">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ("", None),
        ("<link" * 100_000, None),
        ('<link rel="' * 40_000, None),
    ],
)
def test_the_address_that_a_page_gives_as_its_own(head, address):
    assert own_address(f"<html><head>{head}</head>".encode()) == address


def test_a_small_file_that_unpacks_without_end_is_read_up_to_the_limit(tmp_path, monkeypatch):
    bomb = tmp_path / "bomb.html.gz"
    bomb.write_bytes(gzip.compress(bytes(3_000_000)))
    monkeypatch.setattr("newscrawl.cli.sources.LIMIT", 1_000_000)
    assert len(read_source(str(bomb))) == 1_000_000
