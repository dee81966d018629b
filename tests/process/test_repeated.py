"""What a site prints again and again is learned; what a story says is not."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.model import Article
from newscrawl.model.errors import TooShort
from newscrawl.process import process
from newscrawl.process.repeated import FEWEST, WINDOW, RepeatedLines, without_repeated

CALL = "Pasang aplikasi Kabar Rimba di ponsel Anda."
THINGS = [
    *("jembatan", "pasar", "sekolah", "panen", "terminal", "konser", "sungai", "kereta", "vaksin", "kebakaran"),
    *("pelabuhan", "lomba", "museum", "koperasi", "bandara", "sumur", "hutan", "nelayan", "taman", "stadion"),
]


def an_article(number, *lines, title=None, paragraphs=None, url=None):
    """A story about a thing of its own, with lines of the site at its end."""
    thing = f"{THINGS[number % len(THINGS)]}{number}"
    own = tuple(
        f"Paragraf {n} tentang {thing} menceritakan apa yang terjadi di sana sejak pagi, siapa yang datang menolong, "
        f"dan apa kata warga {thing} sesudahnya."
        for n in range(5)
    )
    url = url or f"https://kabar.test/berita/{number}"
    return Article(
        url=url,
        canonical_url=url,
        fetched_at=datetime(2026, 3, 4, tzinfo=UTC),
        title=title or f"{thing} di {THINGS[number * 7 % len(THINGS)]}{number}",
        paragraphs=(*(own if paragraphs is None else paragraphs), *lines),
        provenance={"paragraphs": "densest container"},
    )


def learned_from(articles):
    lines = RepeatedLines()
    for article in articles:
        lines.observe(article)
    return lines


def texts(lines):
    return [line.text for line in lines.lines]


def test_a_line_of_many_stories_is_learned():
    lines = learned_from(an_article(n, CALL) for n in range(FEWEST))
    assert texts(lines) == [CALL]
    assert (lines.lines[0].stories, lines.lines[0].share) == (FEWEST, 1.0)


def test_a_line_of_fewer_stories_is_not():
    assert not learned_from(an_article(n, CALL) for n in range(FEWEST - 1)).lines


def test_a_line_of_a_small_share_of_the_stories_is_not():
    rare = [an_article(n, *([CALL] if n % 8 == 0 else [])) for n in range(FEWEST * 8)]
    assert not learned_from(rare).lines


def test_case_accents_and_marks_make_no_other_line():
    lines = learned_from(an_article(n, CALL) for n in range(FEWEST))
    assert lines.holds("» PASANG aplikasi Kabar Rimba di ponsel Anda")


def test_numbers_make_another_line():
    lines = learned_from(an_article(n, "Harga emas hari ini 1.500.000 rupiah") for n in range(FEWEST))
    assert not lines.holds("Harga emas hari ini 1.510.000 rupiah")


def test_a_page_that_is_read_again_counts_once():
    article = an_article(1, CALL)
    assert not learned_from([article] * 3 * FEWEST).lines


def test_a_story_that_is_printed_at_many_addresses_counts_once():
    copies = [an_article(1, CALL, url=f"https://kabar.test/amp/{n}", title=f"Judul {n:04}") for n in range(3 * FEWEST)]
    lines = learned_from(copies)
    assert not any(lines.holds(paragraph) for paragraph in copies[0].paragraphs)


def test_a_daily_column_under_one_headline_counts_once():
    daily = [an_article(n, CALL, title="Prakiraan cuaca hari ini") for n in range(3 * FEWEST)]
    assert not learned_from(daily).lines


def test_what_every_story_on_one_topic_repeats_is_its_background():
    background = "Banjir itu merendam tiga desa sejak Senin malam."
    series = [an_article(n, background, title=f"Banjir Rimba: kabar ke-{THINGS[n]}") for n in range(2 * FEWEST)]
    assert not learned_from(series).lines


def test_a_word_of_every_headline_makes_no_topic():
    titled = (an_article(n, *([CALL] if n % 2 else []), title=f"Berita foto {THINGS[n % 19]}{n}") for n in range(40))
    assert texts(learned_from(titled)) == [CALL]


@pytest.mark.parametrize("line", ["Kronologi", "Cinta dan karier", "Kabar Rimba " * 30])
def test_subheads_and_paragraphs_are_never_learned(line):
    assert not learned_from(an_article(n, line) for n in range(2 * FEWEST)).lines


def test_what_the_site_stopped_printing_is_forgotten():
    lines = learned_from(an_article(n, CALL) for n in range(FEWEST))
    for n in range(FEWEST, FEWEST + WINDOW):
        lines.observe(an_article(n))
    assert not lines.lines


def test_a_line_near_the_limit_does_not_come_and_go():
    lines = learned_from(an_article(n, CALL) for n in range(FEWEST))
    for n in range(FEWEST, 8 * FEWEST):
        lines.observe(an_article(n))
        assert lines.holds(CALL)


def test_learned_lines_go_and_the_provenance_tells():
    lines = learned_from(an_article(n, CALL, "Ikuti kabar lain di saluran kami.") for n in range(FEWEST))
    article = an_article(99, CALL, "Ikuti kabar lain di saluran kami.")
    cleaned = without_repeated(article, lines)
    assert cleaned.paragraphs == an_article(99).paragraphs
    assert cleaned.provenance["paragraphs"] == "densest container, without 2 lines that the site repeats"


def test_an_article_that_is_mostly_such_lines_stays_whole():
    lines = learned_from(an_article(n, CALL) for n in range(FEWEST))
    article = an_article(99, CALL, paragraphs=("Dua kata saja.",))
    assert without_repeated(article, lines) is article


def test_learned_lines_are_left_out_of_a_page(a_page):
    story = "".join(f"<p>{paragraph}</p>" for paragraph in (*an_article(99).paragraphs, CALL))
    page = a_page(f"<html><body><article><h1>Kabar hari ini</h1>{story}</article></body></html>")
    lines = learned_from(an_article(n, CALL) for n in range(FEWEST))
    assert CALL in process(page).paragraphs
    assert CALL not in process(page, repeated=lines).paragraphs


def test_a_page_that_is_too_short_without_them_is_refused(a_page):
    lines = learned_from(an_article(n, CALL * 3) for n in range(FEWEST))
    own = "Wali kota membuka jembatan baru itu pada hari Rabu, dan warga di kedua tepi sungai menyambutnya. " * 2
    page = a_page(f"<html><body><article><h1>Kabar hari ini</h1><p>{own}</p><p>{CALL * 3}</p></article></body></html>")
    assert CALL * 3 in process(page).paragraphs
    with pytest.raises(TooShort):
        process(page, repeated=lines)


STORIES = st.lists(
    st.builds(
        an_article,
        st.integers(0, 40),
        st.sampled_from([CALL, "Kabar Rimba hadir di kota Anda.", "Baris lain yang cukup panjang."]),
    ),
    max_size=60,
)


@given(STORIES)
@settings(max_examples=25, deadline=None)
def test_a_state_goes_through_json_and_back(articles):
    lines = learned_from(articles)
    back = RepeatedLines.from_json(json.loads(json.dumps(lines.to_json())))
    assert (back.lines, back.to_json()) == (lines.lines, lines.to_json())


@given(STORIES)
@settings(max_examples=25, deadline=None)
def test_observing_again_changes_nothing(articles):
    lines = learned_from(articles)
    before = lines.to_json()
    for article in articles:
        lines.observe(article)
    assert lines.to_json() == before


@given(STORIES)
@settings(max_examples=25, deadline=None)
def test_what_is_learned_stands_in_enough_stories(articles):
    for line in learned_from(articles).lines:
        holding = {article.id for article in articles if line.text in article.paragraphs}
        assert len(holding) >= line.stories >= FEWEST // 2


def test_what_another_version_learned_is_not_believed():
    assert not RepeatedLines.from_json({"v": 999, "stories": "?"}).lines


def test_the_state_is_bounded_whatever_is_read():
    lines = RepeatedLines()
    for n in range(WINDOW + 20):
        lines.observe(an_article(n, *(f"Baris nomor {n} dan {i} dari halaman ini." for i in range(200))))
    assert len(json.dumps(lines.to_json())) < WINDOW * 2_000
