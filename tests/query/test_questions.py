import pytest

from newscrawl.model.errors import UsageError
from newscrawl.query import count, find, search, stats
from newscrawl.store import Query


def test_find_gives_the_newest_first(reader):
    assert [article.url[-1] for article in find(reader, Query(), limit=2)] == ["3", "2"]
    assert [article.url[-1] for article in find(reader, Query(), offset=2)] == ["1"]


def test_count_and_stats_take_the_same_filters(reader):
    assert count(reader, Query(site="kabar")) == 2
    assert stats(reader, "site", Query()) == [("kabar", 2), ("suara", 1)]
    assert stats(reader, "author", Query(site="suara")) == [("Budi", 1), ("Sari Dewi", 1)]


def test_an_unknown_facet_is_told_with_those_there_are(reader):
    with pytest.raises(UsageError, match="no counts by 'colour'; there are: site, section, day"):
        stats(reader, "colour", Query())


@pytest.mark.parametrize(("limit", "offset"), [(-1, 0), (5, -1)])
def test_a_negative_limit_or_offset_is_a_usage_error(reader, limit, offset):
    with pytest.raises(UsageError, match="cannot be negative"):
        find(reader, Query(), limit, offset)


def test_a_hit_shows_the_words_where_they_stand(reader):
    (hit,) = search(reader, Query(text="cafe kota"))
    assert "Di sana CAFÉ Kota dibuka." in hit.snippet
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["CAFÉ", "Kota"]
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert len(hit.snippet) < 250


def test_a_word_in_the_title_alone_shows_the_beginning_of_the_text(reader):
    hits = list(search(reader, Query(text="jembatan 2")))
    assert [(hit.article.url[-1], hit.snippet, hit.marks) for hit in hits] == [
        ("2", "Warga menyeberang sejak pagi.", ())
    ]


def test_a_search_without_words_gives_the_newest_with_their_beginnings(reader):
    hits = list(search(reader, Query(), limit=2))
    assert [hit.article.url[-1] for hit in hits] == ["3", "2"]
    assert hits[1].snippet == "Warga menyeberang sejak pagi."
