from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.store import Query
from newscrawl.store.asking import Stretches, ask, days_of

DAY = timedelta(days=1)
START = datetime(2024, 1, 1, tzinfo=UTC)

moments = st.integers(-100, 4000).map(lambda hours: START + timedelta(hours=hours))
days = st.dictionaries(
    st.integers(0, 150).map(lambda n: f"{START + n * DAY:%Y-%m-%d}") | st.sampled_from(["2024-02-99", "x-1", ""]),
    st.integers(-5, 5000),
    max_size=40,
)


@given(days, st.none() | moments, st.none() | moments, st.lists(st.integers(1, 2000), min_size=1, max_size=5))
def test_stretches_are_all_the_time_there_is_from_the_newest_to_the_oldest(days, since, until, sizes):
    if since and until and since >= until:
        since, until = until, since + DAY
    stretches = Stretches(days, since, until, sizes[0])
    walked = []
    for number, stretch in enumerate(stretches):
        walked.append(stretch)
        stretches.size = sizes[number % len(sizes)]
    assert walked[0][1] == until
    assert walked[-1][0] == since
    for (low, _), (_, high) in pairwise(walked):
        assert low == high
    assert all(low < high for low, high in walked if low and high)


def test_a_stretch_holds_about_as_many_as_were_asked_for():
    days = {f"2024-03-{day:02}": 40 for day in range(1, 31)}
    stretches = list(Stretches(days, None, None, 200))
    assert len(stretches) == 7
    assert stretches[0] == (datetime(2024, 3, 26, tzinfo=UTC), None)
    assert stretches[-1] == (None, datetime(2024, 3, 1, tzinfo=UTC))


def test_a_day_that_holds_too_many_is_cut():
    stretches = list(Stretches({"2024-03-05": 1000}, None, None, 250))
    lows = [datetime(2024, 3, 5, hour, tzinfo=UTC) for hour in (18, 12, 6, 0)]
    assert [low for low, _ in stretches] == [*lows, None]


def test_the_calendars_months_are_days():
    assert days_of([{"_id": "2024-03", "days": {"05": 3}}]) == {"2024-03-05": 3}


def test_authors_too_many_to_be_told_are_asked_for_by_their_name():
    asked = ask(Query(author="Sari (D.)", site="kabar"))
    assert asked.key == "site:kabar"
    assert asked.rest == [{"keys": {"$regex": r"^author:.*sari\ d"}}]


def test_the_one_author_there_is_narrows_most():
    asked = ask(Query(author="sari", site="kabar"), ["author:sari dewi"])
    assert (asked.key, asked.rest) == ("author:sari dewi", [{"keys": "site:kabar"}])
