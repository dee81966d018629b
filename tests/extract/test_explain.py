"""An explanation says the same as the article, and a reason for every block that is not in it."""

from pathlib import Path

import pytest

from newscrawl.extract.text.folding import letters_of
from newscrawl.model import Rejected
from newscrawl.process import process
from newscrawl.process.explaining import explain
from newscrawl.process.pipeline import STAGES

GOLDEN = Path(__file__).parent / "golden"
REFUSED = sorted((GOLDEN / "refused").glob("*.html"))
PAGES = sorted(set(GOLDEN.rglob("*.html")) - set(REFUSED))
STORY = "".join(
    f"<p>Warga kampung nomor {n} memperbaiki jembatan bambu yang hanyut diterjang banjir, dan camat membantu.</p>"
    for n in range(6)
)


def name_of(path):
    return f"{path.parent.name}/{path.stem}"


@pytest.fixture
def explained(a_page):
    """The explanation of a page with a story in ``div.article-body`` and something else in and round it."""

    def make(inside="", above="", below="", head=""):
        body = f"<h1>Warga Perbaiki Jembatan</h1>{above}<div class='article-body'>{STORY}{inside}</div>{below}"
        return explain(a_page(f"<html lang='id'><head>{head}</head><body><main>{body}</main></body></html>"))

    return make


def fate_of(explanation, text):
    (fate,) = (fate for fate in explanation.blocks if text in fate.text)
    return fate


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_the_winners_are_what_the_article_holds(path, read_golden, site_of_golden):
    page = read_golden(path)
    site = site_of_golden(path, page.url)
    article, explanation = process(page, site), explain(page, site)
    assert explanation.outcome == "article"
    won = {name: choice for name, choices in explanation.candidates.items() for choice in choices if choice.won}
    assert {name: choice.source for name, choice in won.items()} == dict(article.provenance)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_the_blocks_that_stayed_hold_the_article_and_the_others_say_why_they_went(path, read_golden, site_of_golden):
    page = read_golden(path)
    site = site_of_golden(path, page.url)
    article, explanation = process(page, site), explain(page, site)
    assert [fate.text for fate in explanation.blocks if not fate.kept and not fate.why] == []
    kept = letters_of("".join(fate.text for fate in explanation.blocks if fate.kept))
    if article.provenance["paragraphs"] not in {"json-ld articleBody", "page data"}:
        assert [text for text in article.paragraphs if letters_of(text) not in kept] == []


@pytest.mark.parametrize("path", REFUSED, ids=name_of)
def test_a_refusal_is_the_outcome(path, read_golden, site_of_golden):
    page = read_golden(path)
    site = site_of_golden(path, page.url)
    with pytest.raises(Rejected) as refused:
        process(page, site)
    explanation = explain(page, site)
    assert explanation.outcome == f"{refused.value.reason}: {refused.value}"
    assert not any(choice.won for choices in explanation.candidates.values() for choice in choices)


@pytest.mark.parametrize(
    ("inside", "text", "why"),
    [
        ("<div class='sidebar'><p>Harga cabai hari ini</p></div>", "Harga cabai", "its name: div.sidebar"),
        ("<figure><img src='a.jpg'><figcaption>Warga di tepi kali</figcaption></figure>", "tepi kali", "picture's"),
        ("<div style='display:none'><p>Tersembunyi bagi pembaca.</p></div>", "Tersembunyi", "hidden: div"),
        ("<p>Dibagikan 120 kali</p><p>ADVERTISEMENT</p>", "ADVERTISEMENT", "a line of the kind advert"),
        ("<p>(fyk/fay)</p>", "(fyk/fay)", "a line of the kind sign-off"),
        ("<p><a href='/x'>Baca juga: Kebun Teh Ditanami Lagi</a></p>", "Kebun Teh", ""),
    ],
)
def test_what_went_says_why(explained, inside, text, why):
    fate = fate_of(explained(inside), text)
    assert not fate.kept
    assert why in fate.why


def test_what_stands_outside_says_so_and_what_it_is(explained):
    explanation = explained(above="<p>Rabu, 4 Maret 2026 10:15 WIB</p>", below="<p>Tulisan lain di bawah sini.</p>")
    assert fate_of(explanation, "10:15 WIB").why == "outside the container, date"
    assert fate_of(explanation, "Tulisan lain").why == "outside the container"
    assert fate_of(explanation, "Warga Perbaiki").why == "outside the container, headline"


def test_what_came_off_a_block_that_stayed_is_told(explained):
    explanation = explained(inside="<p>Pasar dibuka lagi pada hari Senin, kata camat di kantornya. (abc/def)</p>")
    fate = fate_of(explanation, "Pasar dibuka")
    assert fate.kept
    assert fate.why == "without a desk's code"


def test_the_container_is_described(explained):
    container = explained(
        below="<p>Tulisan lain yang cukup panjang untuk dihitung sebagai teks berjalan.</p>"
    ).container
    assert container.element == "div.article-body"
    assert container.path == "html > body > main"
    assert container.source == "marked container"
    assert 0.8 < container.share < 1


def test_every_candidate_is_listed_with_its_source(explained):
    head = "<meta property='og:title' content='Jembatan Selesai'><meta name='author' content='Ani Lestari'>"
    candidates = explained(head=head, above="<p>Penulis: Budi Santoso</p>").candidates
    assert {(c.value, c.source) for c in candidates["title"]} >= {
        ("Jembatan Selesai", "meta og:title"),
        ("Warga Perbaiki Jembatan", "h1 element"),
    }
    assert {c.source for c in candidates["authors"]} >= {"meta author", "byline"}


def test_every_stage_has_words_for_what_it_takes_off():
    from newscrawl.process import explaining

    named = {stage.__name__ for stage in STAGES}
    assert set(explaining._CALLED) <= named
