"""Attacks 15, 16, 19, 20 and 25: what is asked of the store, put into it, and kept out of it."""

import json
import re
from pathlib import Path

import pytest

import newscrawl
from newscrawl.model.errors import SiteError
from newscrawl.query.filters import read_filters
from newscrawl.sites import load
from newscrawl.store import open_reader
from tests.attacks.hostile import SENTENCE, reply, story
from tests.attacks.test_roads import feed
from tests.crawl.conftest import stored

HOSTILE_VALUES = ['{"$ne": null}', '{"$gt": ""}', "$where: sleep(9000)", '{"$regex": "(a+)+$"}', "(a+)+$", "x" * 900]
FILTERS = ("text", "section", "language", "author", "tag", "place", "story", "site")


def test_what_is_typed_into_a_query_is_only_a_value(attack, web, store):
    base = f"http://koran.test:{web.port}"
    web.pages |= {"/berita/1": reply(story()), "/feed": feed([f"{base}/berita/1"])}
    assert len(attack("koran", sources=f"feeds=('{base}/feed',)").articles) == 1
    reader = open_reader(store)
    try:
        found = {
            (name, value): list(reader.find(read_filters({name: value})))
            for name in FILTERS
            for value in HOSTILE_VALUES
        }
    finally:
        reader.close()
    assert {asked: articles for asked, articles in found.items() if articles} == {}


def ld(**fields):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


PAGES = {
    "half a character": story(title="Judul \ud800 rusak", head=ld(headline="Judul \ud800 rusak")),
    "a NUL": story(title="Judul \0 kosong"),
    "a number of a hundred digits": story(head=ld(wordCount=10**100, identifier=10**100)),
    "a date before there were years": story(head=ld(datePublished="0000-00-00", dateModified="-0044-03-15")),
    "a date after all years": story(head=ld(datePublished="99999-01-01T00:00:00Z")),
    "a date without a zone": story(head=ld(datePublished="2026-11-20 08:00")),
    "keys of a database": story(head=ld(**{"$where": "1", "a.b": 1, "": 2})),
    "ten thousand tags": story(head="".join(f"<meta property=article:tag content=t{n}>" for n in range(10_000))),
    "an author of a megabyte": story(head=f"<meta name=author content='{'A b ' * 250_000}'>"),
}


def test_no_page_keeps_the_others_out_of_the_store(attack, web):
    base = f"http://koran.test:{web.port}"
    for number, page in enumerate(PAGES.values()):
        web.pages[f"/berita/{number}"] = reply(page.encode("utf-8", "surrogatepass"))
    web.pages["/feed"] = feed([f"{base}/berita/{number}" for number in range(len(PAGES))])
    done = attack("koran", sources=f"feeds=('{base}/feed',)")
    assert {article.url for article in done.articles} == {f"{base}/berita/{number}" for number in range(len(PAGES))}
    assert all(len(article.paragraphs) == 8 for article in done.articles)
    assert not any("\ud800" in article.title or "\0" in article.title for article in done.articles)


WALLS = {
    "a captcha": "<title>Just a moment...</title><h1>Checking your browser</h1><p>Verify you are human to go on.</p>",
    "consent": "<title>Persetujuan</title><h1>Kami menghargai privasi Anda</h1><p>Setujui semua cookie dahulu.</p>",
    "JavaScript": "<title>Koran</title><noscript>Please enable JavaScript.</noscript><div id=app></div>",
    "a soft 404": "<title>Tidak ditemukan</title><h1>404</h1><p>Halaman yang Anda cari tidak ditemukan.</p>",
    "a login": "<title>Masuk</title><h1>Masuk</h1><form><input name=user><input type=password></form>",
    "an error": "<title>Error</title><h1>Error establishing a database connection</h1>",
}


def test_a_wall_that_answers_200_does_not_take_an_articles_place(attack, web, store):
    base = f"http://koran.test:{web.port}"
    for number in range(len(WALLS)):
        web.pages[f"/berita/{number}"] = reply(story(title=f"Warga memperbaiki tanggul {number}"))
    web.pages["/feed"] = feed([f"{base}/berita/{number}" for number in range(len(WALLS))])
    sources = f"feeds=('{base}/feed',)"
    none = {"NEWSCRAWL_CHROMIUM": "none"}
    assert len(attack("koran", sources=sources, variables=none).articles) == len(WALLS)
    for number, wall in enumerate(WALLS.values()):
        web.pages[f"/berita/{number}"] = reply(f"<html><head></head><body>{wall}</body></html>")
    done = attack("koran", sources=sources, full=1, variables=none)
    assert sum(sum(section["rejected"].values()) for section in done.report["sections"]) == len(WALLS)
    assert all(article.paragraphs[0].startswith(SENTENCE) for article in stored(store))
    assert done.status == 3, "that everything was refused is not healthy"


def test_nothing_of_ours_reads_or_writes_pickles():
    """Scrapy's own JOBDIR and HTTPCACHE do: SECURITY.md says what that means."""
    sources = Path(newscrawl.__file__).parent.rglob("*.py")
    found = [
        path.name
        for path in sources
        if re.search(r"\b(?:import|from) (?:pickle|marshal|shelve|yaml)\b", path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("artcle_url='x'", "article_url"),
        ("domains='koran.test'", "domains"),
        ("delay=-1", "delay"),
        ("language='indonesia'", "language"),
        ("overrides={'$where': len}", "overrides"),
    ],
)
def test_a_definition_that_cannot_be_meant_is_told_with_file_and_line(tmp_path, line, says):
    (tmp_path / "koran.py").write_text(
        "from newscrawl.sites.base import Site\n"
        f"SITE = Site(name='koran', title='Koran', domains=('koran.test',), {line})\n".replace(
            "domains=('koran.test',), domains", "domains"
        )
    )
    with pytest.raises(SiteError, match=says) as told:
        load(tmp_path)
    assert "koran.py" in str(told.value)
    assert "line 2" in str(told.value)
