"""What was used last is kept."""

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.crawl.remembered import Remembered


def test_the_value_that_was_not_asked_for_longest_goes_first():
    kept = Remembered(room=2)
    kept.put("a", 1, 1)
    kept.put("b", 2, 1)
    assert kept.get("a") == 1
    kept.put("c", 3, 1)
    assert [kept.get(key) for key in "abc"] == [1, None, 3]


def test_a_later_value_takes_the_place_of_an_earlier_one():
    kept = Remembered(room=2)
    for value in range(5):
        kept.put("a", value, 1)
    kept.put("b", 9, 1)
    assert [kept.get(key) for key in "ab"] == [4, 9]


def test_the_newest_is_kept_whatever_its_size():
    kept = Remembered(room=2)
    kept.put("a", 1, 1)
    kept.put("b", 2, 100)
    assert [kept.get(key) for key in "ab"] == [None, 2]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 5))))
def test_there_is_never_more_than_there_is_room_for(puts):
    kept, sizes = Remembered(room=7), {}
    for key, size in puts:
        kept.put(key, key, size)
        sizes[key] = size
        assert sum(sizes[known] for known in sizes if kept.get(known)) <= 7
