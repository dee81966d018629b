from datetime import datetime

import pytest

from newscrawl.model.errors import UsageError
from newscrawl.query import read_filters
from newscrawl.store import Query


def test_plain_filters_are_taken_as_they_are():
    given = {
        "site": "kabar",
        "section": " daerah ",
        "language": "id",
        "author": "Sari",
        "tag": "x",
        "place": "y",
        "story": "z",
    }
    assert read_filters(given) == Query(
        site="kabar", section="daerah", language="id", author="Sari", tag="x", place="y", story="z"
    )
    assert read_filters({}) == Query()
    assert read_filters({}, text="hujan lebat") == Query(text="hujan lebat")


@pytest.mark.parametrize(
    ("zone", "since", "until", "from_", "to"),
    [
        ("Asia/Jakarta", "2024-10-23", "2024-10-23", "2024-10-23T00:00+07:00", "2024-10-24T00:00+07:00"),
        ("Asia/Jayapura", "2024-10-23", "2024-12-31", "2024-10-23T00:00+09:00", "2025-01-01T00:00+09:00"),
        ("Europe/Berlin", "2024-10-27", "2024-10-27", "2024-10-27T00:00+02:00", "2024-10-28T00:00+01:00"),
        ("Asia/Jakarta", "2024-10-23T17:11", "2024-10-23T17:12Z", "2024-10-23T17:11+07:00", "2024-10-23T17:12+00:00"),
        ("Asia/Jakarta", "2024-10-23 08:00+09:00", "2024-10-24", "2024-10-23T08:00+09:00", "2024-10-25T00:00+07:00"),
    ],
)
def test_a_day_is_the_sites_own_and_until_includes_it(zone, since, until, from_, to):
    query = read_filters({"since": since, "until": until}, timezone=zone)
    assert (query.since, query.until) == (datetime.fromisoformat(from_), datetime.fromisoformat(to))


@pytest.mark.parametrize(
    ("filters", "says"),
    [
        ({"since": "2024-13-01"}, "--since '2024-13-01' is not a date"),
        ({"since": "kemarin"}, "--since 'kemarin' is not a date"),
        ({"until": "23/10/2024"}, "--until '23/10/2024' is not a date"),
        ({"until": "9999-12-31"}, "--until '9999-12-31' is"),
        ({"since": "0001-01-01"}, "--since '0001-01-01' is"),
        ({"since": "2024-10-24", "until": "2024-10-23"}, "--since 2024-10-24 is not before the end of --until"),
        ({"site": " "}, "--site is empty"),
        ({"colour": "red"}, "no filter is named 'colour'; there are: site, section"),
        ({"tag": "x" * 1001}, "--tag has 1001 characters"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error_in_a_sentence(filters, says):
    with pytest.raises(UsageError) as told:
        read_filters(filters)
    assert str(told.value).startswith(says)
    assert "\n" not in str(told.value)


def test_an_unknown_zone_is_a_usage_error():
    with pytest.raises(UsageError, match="'Asia/Atlantis' is not an IANA zone"):
        read_filters({}, timezone="Asia/Atlantis")
