"""Patterns and what fills them."""

from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest

from newscrawl.demo.prose import Scene, load

MOMENT = datetime(2026, 1, 7, 9, 0, tzinfo=ZoneInfo("Asia/Makassar"))


def a_scene(language="id", seed=1):
    words = load(language)
    region = {"id": "pesisir", "en": "harbour"}[language]
    return Scene(words, region, words.topics[0], MOMENT, Random(seed))


def test_places_hold_still_and_numbers_do_not():
    scene = a_scene()
    assert len({scene.fill("{desa}") for _ in range(20)}) == 1
    assert len({scene.fill("{ratusan}") for _ in range(20)}) > 5


def test_a_choice_is_made():
    assert {a_scene(seed=seed).fill("[naik|turun] sedikit") for seed in range(9)} == {"Naik sedikit", "Turun sedikit"}


def test_a_capital_slot_gets_capitals_but_not_on_small_words():
    assert a_scene().fill("{Q}", q="peta jalan dari desa ke kota") == "Peta Jalan dari Desa ke Kota"


@pytest.mark.parametrize(("language", "pattern"), [("id", r"\d\.\d{3} dan \d+,\d"), ("en", r"\d,\d{3} dan \d+\.\d")])
def test_numbers_are_written_as_the_language_does(language, pattern):
    import re

    assert re.fullmatch(pattern, a_scene(language).fill("{ribuan} dan {persen}"))


def test_the_month_before_january_is_december():
    assert a_scene().fill("{bulan_lalu}") == "Desember"


def test_an_unknown_slot_is_told():
    with pytest.raises(KeyError, match="no slot named 'kotaa'"):
        a_scene().fill("{kotaa}")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_pattern_of_every_topic_can_be_filled(language):
    words = load(language)
    for topic in (*words.topics, *words.wires):
        region = "harbour" if language == "en" else "pesisir"
        scene = Scene(words, region, topic, MOMENT, Random(3))
        lists = (topic.titles, topic.subtitles, topic.leads, topic.facts, topic.official, topic.resident, topic.expert)
        for pattern in (pattern for patterns in (*lists, *words.common.values()) for pattern in patterns):
            assert "{" not in scene.fill(pattern)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_title_has_its_lead(language):
    words = load(language)
    assert all(len(topic.titles) == len(topic.leads) for topic in (*words.topics, *words.wires))
