"""Stored against printed."""

from dataclasses import replace
from datetime import UTC

import pytest

from newscrawl.demo.comparison import differences


def as_stored(story, **changes):
    """The story as a flawless crawl would store it, but for the changes."""
    article = {
        "title": story.title,
        "subtitle": story.subtitle,
        "paragraphs": list(story.paragraphs),
        "authors": list(story.authors),
        "editors": list(story.editors),
        "published_at": story.published_at.isoformat(),
        "dateline": {"source": story.dateline.source, "place": story.dateline.place},
        "section": story.section,
        "language": story.language,
        "tags": list(story.tags),
        "images": [
            {"url": image.url, "caption": image.caption, "credit": image.credit, "alt": image.alt}
            for image in story.images
        ],
    }
    return {**article, **changes}


def test_a_flawless_article_has_no_differences(web):
    assert all(differences(story, as_stored(story)) == {} for story in web.stories)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Lain"}, {"subtitle": "Lain"}, {"paragraphs": []}, {"authors": ["Redaksi"]}, {"editors": []},
        {"published_at": None}, {"dateline": None}, {"section": None}, {"language": "ms"}, {"tags": []}, {"images": []},
    ],
    ids=lambda changes: next(iter(changes)),
)  # fmt: skip
def test_every_flaw_is_named(web, changes):
    assert list(differences(web.stories[0], as_stored(web.stories[0], **changes))) == list(changes)


def test_the_same_moment_in_another_zone_differs(web):
    story = web.stories[0]
    elsewhere = story.published_at.astimezone(UTC).isoformat()
    assert list(differences(story, as_stored(story, published_at=elsewhere))) == ["published_at"]


def test_white_space_and_the_order_of_tags_do_not_count(web):
    story = replace(web.stories[0], tags=("b", "a"))
    loose = as_stored(story, title=f"  {story.title.replace(' ', '  ')}\n", tags=["a", "b"])
    assert differences(story, loose) == {}
