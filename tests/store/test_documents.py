import string
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import bson
import pytest
from bson.codec_options import CodecOptions
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.model import Article, Dateline, Image, RelatedLink, Rights
from newscrawl.model.errors import StoreError
from newscrawl.store.documents import derived, facet_key, fold, to_article, to_document, words

AWARE = CodecOptions(tz_aware=True, tzinfo=UTC)

text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
texts = st.lists(text, max_size=4).map(tuple)
offsets = st.integers(-24 * 3600 + 1, 24 * 3600 - 1).map(lambda seconds: timezone(timedelta(seconds=seconds)))
zones = st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Europe/Berlin", "UTC"]).map(ZoneInfo)
# Zones without a fold in the hour drawn: Berlin's repeated hour is a test of its own.
first, last = datetime(1000, 1, 1), datetime(9000, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone
moments = st.datetimes(first, last, timezones=st.just(UTC)).flatmap(
    lambda moment: st.one_of(offsets, zones, st.just(UTC)).map(moment.astimezone)
)
to_the_millisecond = moments.map(lambda m: m.replace(microsecond=m.microsecond // 1000 * 1000))
paths = st.text(string.ascii_lowercase + "/", max_size=20)
urls = paths.map(lambda path: f"https://kabar.test/{path}")
articles = st.builds(
    Article,
    url=urls,
    canonical_url=urls,
    fetched_at=to_the_millisecond,
    title=text,
    paragraphs=texts,
    site=st.none() | text,
    section=st.none() | text,
    subtitle=st.none() | text,
    authors=texts,
    editors=texts,
    published_at=st.none() | to_the_millisecond,
    modified_at=st.none() | to_the_millisecond,
    date_raw=st.none() | text,
    dateline=st.none() | st.builds(Dateline, st.none() | text, st.none() | text),
    language=st.none() | text,
    tags=texts,
    images=st.lists(st.builds(Image, text, text, st.none() | text, text), max_size=2).map(tuple),
    related=st.lists(st.builds(RelatedLink, text, text), max_size=2).map(tuple),
    pages_total=st.none() | st.integers(0, 99),
    next_page_url=st.none() | text,
    is_accessible_for_free=st.none() | st.booleans(),
    story_id=st.none() | text,
    rights=st.builds(Rights, st.none() | text, st.none() | text, st.booleans()),
    provenance=st.dictionaries(text | st.sampled_from(["", "a.b", "$set", "%2E", "%"]), text, max_size=4),
)


def through_bson(document):
    return bson.decode(bson.encode(document), AWARE)


@given(articles)
def test_an_article_survives_the_way_into_a_document_and_back(article):
    document = to_document(article)
    seen = {"first_seen_at": article.fetched_at, "last_seen_at": article.fetched_at, "revisions": 1}
    back = to_article(through_bson(document))
    assert back == replace(article, **seen)
    for before, after in ((article.published_at, back.published_at), (article.modified_at, back.modified_at)):
        assert (before and before.utcoffset()) == (after and after.utcoffset())
    assert document["content_hash"] == back.content_hash
    assert document["_id"] == back.id
    assert to_document(back) == through_bson(document)


@given(st.text(max_size=40))
def test_any_string_can_be_stored(value):
    moment = datetime(2024, 10, 23, tzinfo=UTC)
    article = Article("https://a.test/", "https://a.test/", moment, value, (value,), tags=(value,), subtitle=value)
    document = to_document(replace(article, provenance={value: value}, dateline=Dateline(value, value)))
    assert "\0" not in through_bson(document)["title"]
    assert to_article(document).content_hash == document["content_hash"]


def test_both_hours_of_a_night_in_which_the_clock_goes_back_are_kept():
    berlin = ZoneInfo("Europe/Berlin")
    for fold_ in (0, 1):
        moment = datetime(2024, 10, 27, 2, 30, tzinfo=berlin, fold=fold_)
        article = Article("https://a.test/", "https://a.test/", moment, "T", (), published_at=moment)
        back = to_article(through_bson(to_document(article))).published_at
        assert (back.isoformat(), back.tzinfo) == (moment.isoformat(), berlin)


def test_an_offset_that_a_zone_no_longer_has_is_kept_as_the_page_said_it():
    moment = datetime(2024, 10, 23, 17, 11, tzinfo=ZoneInfo("Asia/Jakarta"))
    article = Article("https://a.test/", "https://a.test/", moment, "T", (), published_at=moment)
    document = to_document(article) | {"published_at_offset": 8 * 3600, "modified_at_zone": "No/Where"}
    assert to_article(document).published_at.isoformat() == "2024-10-23T18:11:00+08:00"


def test_microseconds_are_cut_to_milliseconds():
    moment = datetime(2024, 10, 23, 17, 11, 5, 999_999, tzinfo=UTC)
    article = Article("https://a.test/", "https://a.test/", moment, "T", (), published_at=moment)
    assert to_document(article)["published_at"].microsecond == 999_000


@pytest.mark.parametrize(
    "changes",
    [
        {"fetched_at": datetime(2024, 10, 23)},  # noqa: DTZ001
        {"published_at": datetime(2024, 10, 23)},  # noqa: DTZ001
        {"published_at": datetime.min.replace(tzinfo=timezone(timedelta(hours=7)))},
        {"url": "javascript:alert(1)"},
    ],
)
def test_what_cannot_be_stored_is_told_in_one_sentence(changes):
    article = Article("https://a.test/x", "https://a.test/x", datetime(2024, 1, 1, tzinfo=UTC), "T", ())
    with pytest.raises(StoreError, match=r"https://a\.test/x' cannot be stored"):
        to_document(replace(article, **changes))


def test_the_day_is_that_of_the_articles_own_zone():
    moment = datetime(2024, 10, 23, 0, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    document = to_document(Article("https://a.test/", "https://a.test/", moment, "T", (), published_at=moment))
    assert (document["day"], document["at"].isoformat()) == ("2024-10-23", "2024-10-22T17:30:00+00:00")


def test_a_thousand_tags_do_not_become_a_thousand_index_entries():
    moment = datetime(2024, 10, 23, tzinfo=UTC)
    tags = tuple(f"{number}-{'x' * 500}" for number in range(1000))
    document = to_document(Article("https://a.test/", "https://a.test/", moment, "T", (), tags=tags))
    assert len(document["tags"]) == 1000
    assert len(document["keys"]) < 100
    assert max(map(len, document["keys"])) <= 100
    assert derived(document)["keys"] == document["keys"]


@pytest.mark.parametrize(
    ("written", "folded"),
    [("CAFÉ", "cafe"), ("cafe\u0301", "cafe"), ("Straße", "strasse"), ("İstanbul", "istanbul"), ("ＡＢＣ", "abc")],
)
def test_folding_takes_case_and_accents(written, folded):
    assert fold(written) == folded


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(value):
    assert fold(fold(value)) == fold(value)
    assert words(fold(value)) == words(value)


def test_a_facet_key_is_the_same_for_every_spelling():
    assert facet_key("tag", "  Pemilu-2024 ") == facet_key("tag", "PEMILU 2024")
    assert facet_key("tag", "!?") != facet_key("tag", "!!")
