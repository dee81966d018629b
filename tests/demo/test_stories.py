"""The stories: how many, of which kinds, when, and that no two are alike."""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.demo.papers import PAPERS
from newscrawl.demo.web import build_web
from tests.demo.fixed_day import TODAY, fetch


def test_there_are_300_articles_in_four_papers(web):
    assert Counter(story.paper for story in web.stories) == dict.fromkeys((paper.name for paper in PAPERS), 75)


def test_the_same_arguments_give_the_same_stories(web):
    assert build_web(TODAY).stories == web.stories


def test_another_seed_gives_other_stories(web):
    titles = {story.title for story in web.stories}
    assert len(titles & {story.title for story in build_web(TODAY, seed=2).stories}) < 30


def test_the_same_arguments_give_the_same_pages(web, get):
    again = build_web(TODAY)
    assert again.urls == web.urls
    for url in web.urls[::7]:
        assert fetch(again, url).body == get(url).body


def test_tomorrow_adds_a_day_and_drops_one(web):
    today, tomorrow = set(web.stories), set(build_web(TODAY + timedelta(days=1)).stories)
    assert {story.published_at.date() for story in tomorrow - today} == {TODAY}
    assert {story.published_at.date() for story in today - tomorrow} == {TODAY - timedelta(days=30)}


@pytest.mark.parametrize("articles", [4, 40, 301, 2000])
def test_there_are_as_many_articles_as_asked_for(articles):
    assert abs(len(build_web(TODAY, articles).stories) - articles) <= 2


def test_nothing_was_published_in_the_future_whatever_the_zone():
    now = datetime.now(UTC)
    assert all(story.published_at < now for story in build_web().stories)


def test_papers_print_their_own_zone(web):
    offsets = {story.paper: story.published_at.utcoffset() for story in web.stories}
    hours = {name: offset.total_seconds() / 3600 for name, offset in offsets.items()}
    assert hours == {"kabarpesisir": 7, "jalurtengah": 8, "harbourherald": 8, "suaralembah": 7}


def test_articles_have_a_believable_length(web):
    assert all(120 <= story.word_count <= 520 for story in web.stories)


def test_no_paragraph_is_left_with_a_slot_or_a_choice(web):
    texts = [text for story in web.stories for text in (story.title, story.subtitle or "", *story.paragraphs)]
    assert not [text for text in texts if set(text) & set("{}[]|")]


def test_an_address_belongs_to_one_story_only(web):
    assert len({story.url for story in web.stories}) == len(web.stories)


def test_no_two_articles_are_alike_but_the_agencys():
    stories = [story for story in build_web(TODAY, 600).stories if not story.wire]
    assert max(_overlaps(stories)) < 0.4


def test_the_agencys_stories_are_nearly_alike_in_all_four_papers(web):
    printed = defaultdict(list)
    for story in web.stories:
        if story.wire:
            printed[story.wire].append(story)
    assert len(printed) >= 3
    for copies in printed.values():
        assert len({story.paper for story in copies}) == 4
        assert min(_overlaps(copies, every_pair=True)) > 0.6
    assert any(len({story.paragraphs for story in copies}) > 1 for copies in printed.values())


def test_every_special_kind_is_there_in_every_paper(web):
    for paper in PAPERS:
        stories = web.stories_of(paper.name)
        assert any(story.closed for story in stories)
        assert any(story.wire for story in stories)
        assert any(story.corrected_blocks for story in stories)
        assert any(len(story.images) > 1 for story in stories)
        assert any(len(story.authors) > 1 for story in stories)
    assert {len(story.pages) for story in web.stories} == {1, 3}


def test_texts_hold_headings_lists_and_quotations_set_apart(web):
    kinds = Counter(block.kind for story in web.stories for block in story.blocks)
    assert min(kinds[kind] for kind in ("subhead", "item", "quote")) > 10


def test_pages_hold_all_blocks_in_order(web):
    for story in web.stories:
        assert tuple(block for page in story.pages for block in page) == story.blocks
        assert all(story.pages)


def test_a_correction_changes_the_text_and_the_time():
    web = build_web(TODAY)
    before = {story.url: story for story in web.stories}
    at = datetime(2026, 10, 20, 9, 30, 5, tzinfo=UTC)
    corrected = web.correct(at)
    assert len(corrected) == 12
    for story in corrected:
        assert story.modified_at == at
        assert story.modified_at.utcoffset() == story.published_at.utcoffset()
        assert story.paragraphs != before[story.url].paragraphs
    assert {story.url for story in web.stories if story != before[story.url]} == {story.url for story in corrected}


def test_a_correction_appears_once():
    web = build_web(TODAY)
    assert web.correct()
    assert web.correct() == ()


def _overlaps(stories, every_pair=False):
    """Jaccard similarity of four-word runs of the pairs that share any, or of all pairs."""
    runs = [_runs(story) for story in stories]
    holders = defaultdict(list)
    for place, found in enumerate(runs):
        for run in found:
            holders[run].append(place)
    for place, found in enumerate(runs):
        shared = Counter(other for run in found for other in holders[run] if other > place)
        for other in range(place + 1, len(runs)) if every_pair else shared:
            yield shared[other] / (len(found) + len(runs[other]) - shared[other])


def _runs(story):
    words = " ".join(story.paragraphs).lower().split()
    return {tuple(words[start : start + 4]) for start in range(len(words) - 3)}
