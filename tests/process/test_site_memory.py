"""A crawl learns from what it stores, and the next crawl knows it."""

import asyncio
import uuid
from datetime import UTC, datetime

import pytest

from newscrawl.model import Article
from newscrawl.model.errors import TooShort
from newscrawl.process.repeated import FEWEST, RepeatedLines
from newscrawl.process.site_memory import SiteMemory
from newscrawl.sites import generic_site
from newscrawl.store import open_writer
from newscrawl.store.learned import LearnedStates

CALL = "Pasang aplikasi Kabar Rimba di ponsel Anda."
SITE = generic_site("https://kabar.test/")
WORDS = "jembatan pasar sekolah panen terminal konser sungai kereta vaksin pelabuhan".split()  # noqa: SIM905


def an_article(number, words=60):
    thing = f"{WORDS[number % len(WORDS)]}{number}"
    url = f"https://kabar.test/berita/{number}"
    own = tuple(
        f"Warga {thing} bercerita tentang hal ke-{n} yang terjadi di sana sejak pagi." for n in range(words // 10)
    )
    return Article(
        url, url, datetime(2026, 3, 4, tzinfo=UTC), f"{thing} {WORDS[number * 3 % 10]}{number}", (*own, CALL)
    )


@pytest.fixture
def crawling(database_server):
    """``run(scenario)``: a coroutine function that is given a new memory over the same store each time."""
    address = f"{database_server}/test{uuid.uuid4().hex[:12]}"

    def run(scenario):
        async def crawl():
            writer = await open_writer(address)
            try:
                return await scenario(LearnedStates(writer.session))
            finally:
                await writer.close()

        return asyncio.run(crawl())

    return run


async def read(memory, numbers):
    return [await memory.clean(an_article(n), SITE) for n in numbers]


def test_a_crawl_learns_and_takes_out(crawling):
    async def scenario(shelf):
        memory = SiteMemory(shelf)
        articles = await read(memory, range(FEWEST + 5))
        return [CALL in article.paragraphs for article in articles], memory.left_out

    still, left_out = crawling(scenario)
    assert still == [True] * (FEWEST - 1) + [False] * 6
    assert left_out == {SITE.name: 6}


def test_the_next_crawl_knows_what_the_last_one_learned(crawling):
    async def first(shelf):
        memory = SiteMemory(shelf)
        await read(memory, range(FEWEST))
        await memory.save()

    async def second(shelf):
        (article,) = await read(SiteMemory(shelf), [99])
        return article.paragraphs

    crawling(first)
    assert CALL not in crawling(second)


def test_what_is_learned_is_written_in_the_midst_of_a_crawl(crawling):
    async def scenario(shelf):
        await read(SiteMemory(shelf), range(60))  # and is killed: nothing is saved at the end
        state, _ = await shelf.load(SITE.name)
        return [line.text for line in RepeatedLines.from_json(state).lines]

    assert crawling(scenario) == [CALL]


def test_two_crawls_of_a_site_add_to_one_another(crawling):
    async def scenario(shelf):
        one, other = SiteMemory(shelf), SiteMemory(shelf)
        await read(one, range(6))
        await read(other, range(6, 12))
        await asyncio.gather(one.save(), other.save())
        state, _ = await shelf.load(SITE.name)
        return [(line.text, line.stories) for line in RepeatedLines.from_json(state).lines]

    assert crawling(scenario) == [(CALL, 12)]


def test_each_site_is_learned_for_itself(crawling):
    async def scenario(shelf):
        memory = SiteMemory(shelf)
        await read(memory, range(FEWEST))
        return await memory.clean(an_article(99), generic_site("https://warta.test/"))

    assert CALL in crawling(scenario).paragraphs


def test_an_article_that_is_too_short_without_the_lines_is_refused(crawling):
    async def scenario(shelf):
        memory = SiteMemory(shelf)
        await read(memory, range(FEWEST))
        await memory.clean(an_article(99, words=30), SITE)

    with pytest.raises(TooShort):
        crawling(scenario)


def test_a_store_that_went_away_stops_nobody(database_server, caplog):
    async def scenario():
        writer = await open_writer(f"{database_server}/test{uuid.uuid4().hex[:12]}")
        await writer.close()
        memory = SiteMemory(LearnedStates(writer.session))
        articles = await read(memory, range(FEWEST))
        await memory.save()
        return articles

    assert CALL not in asyncio.run(scenario())[-1].paragraphs
    assert {record.getMessage().split(" could not")[0] for record in caplog.records} == {
        f"what was learned of {SITE.name}"
    }
