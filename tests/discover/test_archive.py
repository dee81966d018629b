from datetime import date
from itertools import islice

import pytest

from newscrawl.discover import archive_pages
from newscrawl.model.errors import UsageError
from newscrawl.sites import Archive

ARCHIVE = Archive("https://kabar.test/indeks/{date:%Y/%m/%d}?page={page}", max_pages=3)


def test_days_are_walked_back_from_the_newest():
    pages = archive_pages(ARCHIVE, date(2024, 2, 28), date(2024, 3, 1))
    assert [page.url for page in pages] == [
        "https://kabar.test/indeks/2024/03/01?page=1",
        "https://kabar.test/indeks/2024/02/29?page=1",
        "https://kabar.test/indeks/2024/02/28?page=1",
    ]


def test_a_days_further_pages_end_with_the_archives_limit():
    page = next(archive_pages(ARCHIVE, date(2024, 3, 1), date(2024, 3, 1)))
    second = page.following()
    third = second.following()
    assert [one.url[-1] for one in (page, second, third)] == ["1", "2", "3"]
    assert third.following() is None
    assert second.day == page.day


def test_days_of_one_page_give_it_once():
    monthly = Archive("https://kabar.test/indeks/{date:%Y-%m}")
    pages = archive_pages(monthly, date(2024, 1, 30), date(2024, 2, 2))
    assert [page.url[-7:] for page in pages] == ["2024-02", "2024-01"]


def test_a_long_walk_is_made_as_it_is_asked_for():
    pages = archive_pages(ARCHIVE, date(1950, 1, 1), date(2024, 3, 1))
    assert [page.day.day for page in islice(pages, 2)] == [1, 29]


@pytest.mark.parametrize(
    ("since", "until", "says"),
    [
        (date(2024, 3, 2), date(2024, 3, 1), "since=2024-03-02 is after until=2024-03-01"),
        (date(1, 1, 1), date(2024, 3, 1), "at most 36525 are walked"),
    ],
)
def test_days_that_cannot_be_meant_are_refused_at_once(since, until, says):
    with pytest.raises(UsageError, match=says):
        archive_pages(ARCHIVE, since, until)
