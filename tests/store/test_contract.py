"""What every store promises, whichever server is behind it."""

import asyncio
import threading
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newscrawl.model import Article, Dateline, Image, Page, RelatedLink, Rights, url_key
from newscrawl.model.errors import StoreError
from newscrawl.model.page import Discovered
from newscrawl.store import Quarantined, Query, Run, open_writer

JAKARTA = ZoneInfo("Asia/Jakarta")
DAY = timedelta(days=1)


def titles(articles):
    return [article.title for article in articles]


# Saving


def test_an_article_is_new_then_unchanged_then_changed(store, an_article):
    article = an_article()
    assert store.save(article) == ["new"]
    assert store.save(article) == ["unchanged"]
    assert store.save(replace(article, title="Jembatan ditutup")) == ["changed"]


def test_an_article_comes_back_as_it_was_saved(store):
    article = Article(
        url="https://m.kabar.test/berita/1?utm_source=x",
        canonical_url="https://kabar.test/berita/1",
        fetched_at=datetime(2024, 10, 24, 1, 0, tzinfo=UTC),
        title="Judul",
        paragraphs=("Satu.", "Dua."),
        site="kabar",
        section="daerah",
        subtitle="Anak judul",
        authors=("Sari Dewi",),
        editors=("Budi",),
        published_at=datetime(2024, 10, 23, 17, 11, tzinfo=JAKARTA),
        modified_at=datetime.fromisoformat("2024-10-23T20:00:00+09:00"),
        date_raw="Rabu 23 Oct 2024 17:11 WIB",
        dateline=Dateline("KABAR.TEST", "TEHERAN"),
        language="id",
        tags=("Pemilu", "Kota"),
        images=(Image("https://kabar.test/a.jpg", "Teks", "Foto: Sari", "alt"),),
        related=(RelatedLink("Lain", "https://kabar.test/berita/2"),),
        pages_total=2,
        next_page_url="https://kabar.test/berita/1?page=2",
        is_accessible_for_free=True,
        story_id="abc",
        rights=Rights("noarchive", "1", noarchive=True),
        provenance={"title": "json-ld headline", "$a.b%": "meta"},
    )
    store.save(article)
    seen = {"first_seen_at": article.fetched_at, "last_seen_at": article.fetched_at, "revisions": 1}
    assert store.reader.get(article.canonical_url) == replace(article, **seen)


def test_a_changed_text_keeps_the_old_one_as_a_revision(address, writing, an_article):
    async def scenario():
        async with writing() as writer:
            for title in ("Satu", "Dua", "Satu", "Tiga"):
                await writer.save(an_article(title=title))
            revisions = await writer.database["revisions"].find({"article": an_article().id}).to_list()
            (stored,) = await writer.database["articles"].find({}).to_list()
            return revisions, stored

    revisions, stored = asyncio.run(scenario())
    assert sorted(titles_of(revisions)) == ["Dua", "Satu"]
    assert (stored["title"], stored["revisions"]) == ("Tiga", 3)


def titles_of(documents):
    return [document["title"] for document in documents]


def test_a_changed_article_keeps_its_first_sight_and_date(store, an_article):
    first = an_article()
    later = replace(first, title="Baru", published_at=None, fetched_at=first.fetched_at + DAY)
    store.save(first)
    store.save(later)
    stored = store.reader.get(first.id)
    assert (stored.first_seen_at, stored.last_seen_at) == (first.fetched_at, later.fetched_at)
    assert stored.published_at == first.published_at
    assert stored.fetched_at == later.fetched_at


def test_an_unchanged_article_is_seen_again_and_learns_what_was_missing(store, an_article):
    first = an_article(published_at=None, tags=(), section="daerah")
    again = replace(an_article(tags=("Kota",), section="lain"), fetched_at=first.fetched_at + DAY)
    store.save(first)
    assert store.save(again) == ["unchanged"]
    stored = store.reader.get(first.id)
    assert (stored.last_seen_at, stored.fetched_at) == (again.fetched_at, first.fetched_at)
    assert (stored.tags, stored.section, stored.published_at) == (("Kota",), "daerah", again.published_at)
    assert titles(store.reader.find(Query(tag="kota", since=again.published_at))) == [first.title]


def test_a_page_seen_earlier_does_not_turn_the_clock_back(store, an_article):
    article = an_article()
    store.save(article)
    store.save(replace(article, fetched_at=article.fetched_at - DAY))
    stored = store.reader.get(article.id)
    assert (stored.first_seen_at, stored.last_seen_at) == (article.fetched_at - DAY, article.fetched_at)


def test_forty_saves_of_one_article_at_once_are_one_new(store, an_article):
    assert Counter(store.save(*[an_article()] * 40)) == {"new": 1, "unchanged": 39}
    assert store.reader.count(Query()) == 1


def test_two_workers_saving_the_same_articles_make_none_twice(address, an_article):
    articles = [an_article(number) for number in range(60)]

    async def scenario():
        one, other = await asyncio.gather(open_writer(address), open_writer(address))
        saved = await asyncio.gather(*(w.save(article) for article in articles for w in (one, other)))
        await asyncio.gather(one.close(), other.close())
        return Counter(saved)

    assert asyncio.run(scenario()) == {"new": 60, "unchanged": 60}


def test_what_another_worker_has_stored_is_not_taken_for_new_by_one_to_whom_all_was_new(address, writing, an_article):
    async def scenario():
        async with writing() as one, writing() as other:
            new = [await one.save(an_article(number)) for number in range(3)]
            await other.save(an_article(7))
            await other.save(an_article(8, title="Dua"))
            saved = await asyncio.gather(*(one.save(an_article(number)) for number in (7, 8, 9)))
            revisions = await one.database["revisions"].find({}).to_list()
            return new, saved, titles_of(revisions)

    assert asyncio.run(scenario()) == (["new"] * 3, ["unchanged", "changed", "new"], ["Dua"])


def test_workers_that_change_an_article_at_once_lose_no_text(address, an_article):
    texts = [f"Judul {number}" for number in range(12)]

    async def scenario():
        writers = await asyncio.gather(*(open_writer(address) for _ in range(3)))
        await writers[0].save(an_article(title="Awal"))
        await asyncio.gather(
            *(writers[n % 3].save(an_article(title=text)) for n, text in enumerate(texts)),
        )
        database = writers[0].database
        kept = await database["revisions"].find({}).to_list() + await database["articles"].find({}).to_list()
        await asyncio.gather(*(writer.close() for writer in writers))
        return kept

    kept = asyncio.run(scenario())
    assert sorted(titles_of(kept)) == sorted(["Awal", *texts])
    assert max(document["revisions"] for document in kept) == len(texts) + 1


def test_a_document_that_is_too_large_is_refused_and_the_rest_is_stored(address, writing, an_article):
    articles = [an_article(number) for number in range(5)]
    huge = an_article(99, paragraphs=("kata " * 1_000_000, "lagi " * 1_500_000))

    async def scenario():
        async with writing() as writer:
            return await asyncio.gather(*(map(writer.save, [*articles, huge])), return_exceptions=True)

    *stored, refused = asyncio.run(scenario())
    assert stored == ["new"] * 5
    assert isinstance(refused, StoreError)
    assert "berita/99" in str(refused)
    assert len(str(refused)) < 500


@pytest.mark.parametrize("changes", [{"pages_total": 2**70}, {"canonical_url": "bukan url"}])
def test_what_no_document_can_hold_is_refused_in_a_sentence(store, an_article, changes):
    with pytest.raises(StoreError, match="cannot be stored"):
        store.save(an_article(**changes))


def test_surrogates_and_nuls_do_not_keep_an_article_out(store, an_article):
    article = an_article(title="Judul \ud800 a\0b", tags=("x\0", "\udfff"), provenance={"a\0\ud800": "b"})
    assert store.save(article, article) == ["new", "unchanged"]
    assert store.reader.get(article.id).title == "Judul ? ab"


def test_known_finds_an_article_by_every_url_it_was_fetched_from(address, writing, an_article):
    article = an_article(url="https://m.kabar.test/b/1?utm_source=x")
    moved = replace(article, url="https://kabar.test/lama/1")

    async def scenario():
        async with writing() as writer:
            await writer.save(article)
            await writer.save(moved)
            return await writer.known(
                [
                    "http://www.kabar.test/berita/1",
                    "https://m.kabar.test/b/1",
                    "https://kabar.test/lama/1",
                    "https://kabar.test/lain",
                    "mailto:redaksi@kabar.test",
                ]
            )

    known = asyncio.run(scenario())
    assert sorted(known) == ["http://www.kabar.test/berita/1", "https://kabar.test/lama/1", "https://m.kabar.test/b/1"]
    assert {(k.fetched_at, k.published_at) for k in known.values()} == {(article.fetched_at, article.published_at)}
    assert all(k.fetched_at.tzinfo is UTC for k in known.values())


# Finding


def test_articles_come_newest_first_whatever_the_order_of_saving(store, an_article):
    start = datetime(2024, 1, 31, 23, 0, tzinfo=JAKARTA)
    numbers = [7, 3, 400, 1, 0, 30, 31, 365]
    store.save(*(an_article(n, title=str(n), published_at=start + n * DAY) for n in numbers))
    assert titles(store.reader.find(Query())) == [str(n) for n in sorted(numbers, reverse=True)]


@pytest.mark.parametrize(
    ("limit", "offset"), [(None, 0), (0, 0), (3, 0), (3, 4), (100, 8), (None, 9), (5, 100), (10**30, 10)]
)
def test_limit_and_offset_cut_the_whole_list(store, an_article, limit, offset):
    start = datetime(2024, 3, 1, tzinfo=JAKARTA)
    whole = [an_article(n, title=str(n), published_at=start - n * timedelta(hours=7)) for n in range(11)]
    store.save(*whole)
    end = None if limit is None else offset + limit
    assert titles(store.reader.find(Query(), limit, offset)) == titles(whole)[offset:end]


def test_more_articles_than_a_stretch_holds_come_once_and_in_order(store, an_article):
    # 700 on three days: more than is asked for at first, and a day that has to be asked for in parts.
    start = datetime(2024, 3, 1, tzinfo=UTC)
    moments = [start + n % 3 * DAY + timedelta(seconds=n * 61) for n in range(700)]
    store.save(*(an_article(n, title=m.isoformat(), published_at=m) for n, m in enumerate(moments)))
    expected = [moment.isoformat() for moment in sorted(moments, reverse=True)]
    assert titles(store.reader.find(Query())) == expected
    assert titles(store.reader.find(Query(site="kabar"), limit=300, offset=350)) == expected[350:650]


def test_a_wrong_calendar_costs_no_article(address, writing, store, an_article):
    async def spoil():
        async with writing() as writer:
            await writer.database["calendar"].delete_many({})
            days = {"23": 10**9, "99": 5, "01": 0}
            await writer.database["calendar"].insert_one({"_id": "2024-10", "days": days})

    moments = [datetime(2024, 10, 23, n, tzinfo=UTC) for n in range(20)] + [datetime(1999, 1, 1, tzinfo=UTC)]
    store.save(*(an_article(n, title=str(n), published_at=m) for n, m in enumerate(moments)))
    asyncio.run(spoil())
    assert titles(store.reader.find(Query(), limit=3)) == ["19", "18", "17"]
    assert store.reader.count(Query(site="kabar")) == 21


@pytest.fixture
def shelf(store, an_article):
    """Three articles that differ in everything one can ask for."""
    store.save(
        an_article(
            1,
            title="Banjir di Café Kota",
            subtitle="Air naik",
            paragraphs=("HUJAN sejak pagi.", "Warga mengungsi."),
            site="kabar",
            section="daerah",
            language="id",
            authors=("Masoud Pezeshkian",),
            tags=("Banjir Besar",),
            dateline=Dateline("KABAR", "TEHERAN"),
            story_id="s1",
            published_at=datetime(2024, 10, 23, 0, 30, tzinfo=JAKARTA),
        ),
        an_article(
            2,
            title="Rice harvest",
            paragraphs=("A dry season ends.",),
            site="suara",
            section="ekonomi",
            language="en",
            authors=("Sari Dewi", "José Kota"),
            tags=("padi", "banjir"),
            dateline=Dateline("SUARA", "Kota Baru"),
            story_id="s2",
            published_at=datetime(2024, 9, 30, 23, 0, tzinfo=JAKARTA),
        ),
        an_article(3, title="Tanpa tanggal", paragraphs=("Hujan turun.",), site="suara", published_at=None),
    )
    return store.reader


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        (Query(site="kabar"), {1}),
        (Query(site="SUARA"), {2, 3}),
        (Query(section="ekonomi"), {2}),
        (Query(language="en"), {2}),
        (Query(author="masoud"), {1}),
        (Query(author="PEZESH"), {1}),
        (Query(author="ri de"), {2}),
        (Query(author="jose"), {2}),
        (Query(author="kabar"), set()),
        (Query(author="EZESH"), {1}),
        (Query(author="d"), {1, 2}),
        (Query(author="jose kota", site="suara"), {2}),
        (Query(author="jose kota", site="kabar"), set()),
        (Query(tag="BANJIR"), {2}),
        (Query(tag="banjir besar"), {1}),
        (Query(place="teheran"), {1}),
        (Query(place="kota"), set()),
        (Query(story="s2"), {2}),
        (Query(text="hujan"), {1, 3}),
        (Query(text="cafe BANJIR"), {1}),
        (Query(text="pagi, warga!"), {1}),
        (Query(text="naik"), {1}),
        (Query(text="huja"), set()),
        (Query(text="hujan turun", site="kabar"), set()),
        (Query(text="  "), {1, 2, 3}),
        (Query(text="!?"), set()),
        (Query(site="suara", language="en", author="dewi", tag="padi", story="s2"), {2}),
        (Query(site="suara", tag="banjir besar"), set()),
    ],
)
def test_every_part_of_a_query_narrows_it(shelf, query, numbers):
    assert {int(article.url[-1]) for article in shelf.find(query)} == numbers
    assert shelf.count(query) == len(numbers)


@pytest.mark.parametrize(
    ("since", "until", "numbers"),
    [
        ("2024-10-23T00:30+07:00", None, {1}),
        ("2024-10-22T17:31+00:00", None, set()),
        (None, "2024-10-23T00:30+07:00", {2}),
        ("2024-09-01T00:00+07:00", "2025-01-01T00:00+07:00", {1, 2}),
    ],
)
def test_since_is_inclusive_until_exclusive_and_undated_articles_are_in_neither(shelf, since, until, numbers):
    query = Query(*[None] * 3, since and datetime.fromisoformat(since), until and datetime.fromisoformat(until))
    assert {int(article.url[-1]) for article in shelf.find(query)} == numbers
    assert shelf.count(query) == len(numbers)


HOSTILE = ['{"$ne": null}', "$where", ".*", "^", "a" * 5000, "(b+)+$", "\\", "\0", "\ud800", "' || 1==1", "site:kabar"]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_is_only_a_value(shelf, value):
    for name in ("site", "section", "author", "tag", "place", "story", "text", "language"):
        found = list(shelf.find(Query(**{name: value})))
        # Without a letter or digit a part of a name is in every name.
        assert found == [] or (name == "author" and not any(c.isalnum() for c in value))
    assert shelf.get(value) is None


@pytest.mark.parametrize(
    ("facet", "expected"),
    [
        ("site", [("suara", 2), ("kabar", 1)]),
        ("section", [("daerah", 1), ("ekonomi", 1)]),
        ("day", [("2024-09-30", 1), ("2024-10-23", 1)]),
        ("month", [("2024-09", 1), ("2024-10", 1)]),
        ("author", [("José Kota", 1), ("Masoud Pezeshkian", 1), ("Sari Dewi", 1)]),
        ("language", [("en", 1), ("id", 1)]),
        ("tag", [("Banjir Besar", 1), ("banjir", 1), ("padi", 1)]),
        ("story", [("s1", 1), ("s2", 1)]),
        ("status", [("live", 3)]),
    ],
)
def test_counts_are_by_the_articles_own_values_and_days(shelf, facet, expected):
    assert sorted(shelf.counts(facet, Query())) == sorted(expected)
    assert shelf.counts(facet, Query(site="nobody")) == []


def test_counts_come_largest_first_and_days_ascending(store, an_article):
    store.save(*(an_article(n, site=s, published_at=None) for n, s in enumerate(["b", "a", "c", "c"])))
    assert store.reader.counts("site", Query()) == [("c", 2), ("a", 1), ("b", 1)]
    assert store.reader.counts("day", Query()) == []


def test_get_finds_by_id_and_by_every_url_and_prefers_the_article_of_that_very_url(store, an_article):
    moved = an_article(1, url="https://kabar.test/berita/2")
    own = an_article(2)
    store.save(moved, own)
    assert store.reader.get(moved.id).title == moved.title
    assert store.reader.get("https://kabar.test/berita/2?utm_medium=x").title == own.title
    assert store.reader.get("https://kabar.test/berita/3") is None
    assert store.reader.get(url_key("https://kabar.test/berita/3")) is None


def test_a_reader_serves_several_threads(store, an_article):
    store.save(*(an_article(n) for n in range(50)))
    found = []
    threads = [threading.Thread(target=lambda: found.append(len(list(store.reader.find(Query()))))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [50] * 6


# Runs and quarantine


def test_runs_come_newest_first_and_the_same_id_replaces(address, writing, store):
    begun = datetime(2024, 10, 23, 3, 0, tzinfo=UTC)
    report = {"kabar.test": {"new": 3, "$odd.key": [1, None, "x"]}}
    first = Run("20241023T030000Z-1", begun, None, ("kabar",), "running", None)
    second = Run("20241023T040000Z-2", begun + DAY / 24, begun + DAY / 12, ("a", "b"), "finished", True, report)

    async def scenario():
        async with writing() as writer:
            for run in (second, first, replace(first, outcome="stopped", healthy=False)):
                await writer.save_run(run)

    asyncio.run(scenario())
    assert store.reader.runs() == [second, replace(first, outcome="stopped", healthy=False)]
    assert store.reader.runs(limit=1) == [second]
    assert store.reader.runs(limit=0) == []
    assert len(store.reader.runs(limit=10**30)) == 2


def test_a_report_that_is_not_json_is_refused_in_a_sentence(address, writing):
    run = Run("1", datetime.now(UTC), None, (), "running", None, {"when": datetime.now(UTC)})

    async def scenario():
        async with writing() as writer:
            await writer.save_run(run)

    with pytest.raises(StoreError, match="run 1 is not plain JSON"):
        asyncio.run(scenario())


def test_a_quarantined_page_comes_back_whole(address, writing, store):
    page = Page(
        url="https://kabar.test/rusak?utm_source=x",
        body=b"\x00\xff<html>" * 1000,
        fetched_at=datetime(2024, 10, 23, 3, 0, tzinfo=UTC),
        content_type="text/html",
        encoding="utf-8",
        robots_tags=("noindex",),
        tdm_reservation="1",
        discovered=Discovered("https://kabar.test/rss", "Judul", datetime(2024, 10, 23, 2, 0, tzinfo=UTC), None, "x"),
    )
    quarantined = Quarantined(page, "kabar", "PageTimedOut", "took 30 s")
    later = Quarantined(replace(page, url="https://kabar.test/lain", fetched_at=page.fetched_at + DAY), None, "x", "y")

    async def scenario():
        async with writing() as writer:
            for one in (replace(quarantined, reason="PageCrashed"), quarantined, later):
                await writer.quarantine(one)

    asyncio.run(scenario())
    assert list(store.reader.quarantined()) == [later, quarantined]
    assert list(store.reader.quarantined(limit=1)) == [later]
    assert list(store.reader.quarantined(limit=0)) == []


def test_a_quarantined_body_is_bounded(address, writing, store):
    page = Page("https://kabar.test/besar", b"x" * 11_000_000, datetime.now(UTC))

    async def scenario():
        async with writing() as writer:
            await writer.quarantine(Quarantined(page, None, "PageCrashed", "m" * 20_000))

    asyncio.run(scenario())
    (kept,) = store.reader.quarantined()
    assert len(kept.page.body) == 10_000_000
    assert len(kept.message) == 10_000


def test_info_says_what_is_there(store, an_article):
    store.save(an_article(1), an_article(2))
    info = store.reader.info()
    assert info["collections"]["articles"] == 2
    assert set(info) == {"server", "version", "address", "collections"}


def test_workers_that_see_an_article_again_at_once_lose_nothing_of_each_other(address, an_article):
    seen = [
        replace(an_article(), url=f"https://kabar.test/jalan/{n}", fetched_at=an_article().fetched_at + n * DAY)
        for n in range(12)
    ]

    async def scenario():
        writers = await asyncio.gather(*(open_writer(address) for _ in range(3)))
        await writers[0].save(an_article())
        verdicts = await asyncio.gather(*(writers[n % 3].save(article) for n, article in enumerate(seen)))
        known = await writers[0].known([article.url for article in seen])
        await asyncio.gather(*(writer.close() for writer in writers))
        return set(verdicts), known

    verdicts, known = asyncio.run(scenario())
    assert verdicts == {"unchanged"}
    assert len(known) == 12
    assert {each.fetched_at for each in known.values()} == {seen[-1].fetched_at}


def test_the_urls_of_an_article_are_bounded(address, writing, an_article):
    async def scenario():
        async with writing() as writer:
            for start in range(0, 90, 30):
                urls = [f"https://kabar.test/sesi/{n}" for n in range(start, start + 30)]
                await asyncio.gather(*(writer.save(an_article(url=url)) for url in urls))
            (stored,) = await writer.database["articles"].find({}).to_list()
            return stored["urls"]

    assert len(asyncio.run(scenario())) == 50
