"""What classes and ids of elements say, and what only looks like a word in them."""

import pytest
from lxml import html

from newscrawl.extract.page.marks import furniture_by_name, says_body, stands_aside
from tests.extract.made_pages import SENTENCES


def an_element(name):
    return html.fragment_fromstring(f"<div class='{name}'>x</div>")


@pytest.mark.parametrize(
    ("name", "sureness"),
    [
        ("sc-f98b1ad2-0", 0),
        ("gb-headline-557268ad", 0),
        ("css-1ad8x2", 0),
        ("c0ad", 0),
        ("x-1tag", 0),
        ("ad1", 1),
        ("ads-300", 1),
        ("ad300x250", 1),
        ("slot-2 ad", 1),
        ("topAd", 1),
        ("comments2", 2),
        ("elementor-widget elementor-widget-text-editor", 0),
        ("elementor-widget-container", 0),
        ("elementor-widget-sidebar", 2),
        ("elementor-widget-share-buttons", 1),
        ("footer-widget", 1),
        ("fb-xfbml-parse-ignore", 2),
        ("telegram-post", 2),
        ("blog-post", 0),
    ],
)
def test_names_of_furniture(name, sureness):
    assert furniture_by_name(an_element(name)) == sureness


@pytest.mark.parametrize(
    ("name", "aside"),
    [
        ("elementor-widget elementor-widget-heading", False),
        ("elementor-widget-icon-list", False),
        ("elementor-icon-list-items", False),
        ("elementor-widget-author-box", True),
        ("share-icon", True),
    ],
)
def test_names_of_what_stands_aside(name, aside):
    assert stands_aside(an_element(name)) is aside


@pytest.mark.parametrize("name", ["ck-content", "fr-view", "note-editable", "konten-berita", "x single-content"])
def test_names_of_bodies(name):
    assert says_body(an_element(name))


def test_a_subhead_is_no_furniture_by_its_style(paragraphs):
    story = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    story.insert(3, "<h3 class='edTag'>Bahan dari hutan</h3>")
    assert paragraphs(f"<article>{''.join(story)}</article>") == [*SENTENCES[:3], "Bahan dari hutan", *SENTENCES[3:]]


@pytest.mark.parametrize(
    "head",
    [
        "<h3 class='edTag'><a href='/x'>Bahan dari hutan</a></h3>",
        "<h3 class='edTag'>Bahan dari hutan</h3><div>Bambu</div>",
        "<h3 class='newsletter'>Bahan dari hutan</h3>",
    ],
)
def test_other_headings_are(paragraphs, head):
    story = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    story.insert(3, head)
    assert "Bahan dari hutan" not in paragraphs(f"<article>{''.join(story)}</article>")


def test_subheads_and_lists_of_a_page_builder_belong_to_the_story(paragraphs):
    def made(kind, words):
        inner = f"<div class='elementor-widget-container'>{words}</div>"
        return f"<div class='elementor-element elementor-widget elementor-widget-{kind}'>{inner}</div>"

    story = [made("text-editor", f"<p>{sentence}</p>") for sentence in SENTENCES]
    items = "<ul class='elementor-icon-list-items'><li>Tiga puluh batang bambu</li><li>Dua gulung tali ijuk</li></ul>"
    story[3:3] = [made("heading", "<h2>Bahan dari hutan</h2>"), made("icon-list", items)]
    listed = ["Bahan dari hutan", "Tiga puluh batang bambu", "Dua gulung tali ijuk"]
    assert paragraphs(f"<div class='elementor'>{''.join(story)}</div>") == [*SENTENCES[:3], *listed, *SENTENCES[3:]]
