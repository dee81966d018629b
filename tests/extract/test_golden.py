"""Pages written by us in the structure of many sites, each set with traps, and what must come out of them."""

import json
from datetime import datetime
from itertools import chain
from pathlib import Path

import pytest
from lxml import html

from newscrawl.extract.page.tree import read_text
from newscrawl.model import Dateline, Image, Page, Rejected, to_json
from newscrawl.process import process
from newscrawl.sites import load

GOLDEN = Path(__file__).parent / "golden"
REFUSED = sorted((GOLDEN / "refused").glob("*.html"))
PAGES = sorted(set(GOLDEN.rglob("*.html")) - set(REFUSED))
FIELDS = (
    "canonical_url", "site", "section", "title", "subtitle", "paragraphs", "authors", "editors", "published_at",
    "modified_at", "date_raw", "dateline", "language", "tags", "images", "related", "pages_total", "next_page_url",
    "is_accessible_for_free", "rights", "provenance",
)  # fmt: skip
TOLD = tuple(name for name in FIELDS if name not in {"site", "rights", "provenance"})
"""Fields that must say where they were read."""
# Sites that have no definition here: their structure in the words of invented papers.
STRUCTURES = (
    "balipost", "bisnis", "cnbcindonesia", "cnnindonesia", "english", "jawapos", "kontan", "kumparan", "mediaindonesia",
    "nusabali", "pikiranrakyat", "solopos", "suara", "tempo", "tirto", "viva", "wordpress",
)  # fmt: skip


def name_of(path):
    return f"{path.parent.name}/{path.stem}"


@pytest.fixture(scope="module")
def outcome_of(read_golden, site_of_golden):
    """What a golden page gives, an article as JSON or a refusal; each page is read once."""
    known = {}

    def outcome(path):
        if path not in known:
            page = read_golden(path)
            try:
                known[path] = to_json(process(page, site_of_golden(path, page.url)))
            except Rejected as rejected:
                known[path] = rejected
        return known[path]

    return outcome


@pytest.fixture(scope="module")
def article_of(outcome_of):
    """The article of a golden page as JSON."""

    def article(path):
        outcome = outcome_of(path)
        assert not isinstance(outcome, Rejected), f"{name_of(path)} was refused: {outcome}"
        return outcome

    return article


def expected(path, found, request):
    """What stands in the file beside the page; with ``--update-golden`` that is first made what was found."""
    beside = path.with_suffix(".json")
    if request.config.getoption("--update-golden"):
        beside.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return json.loads(beside.read_text(encoding="utf-8"))


@pytest.mark.parametrize("site", sorted({*load().names, *STRUCTURES}))
def test_every_site_has_a_golden_page(site):
    assert list((GOLDEN / site).glob("*.html")), f"tests/extract/golden/{site} holds no page"


def test_the_pages_are_set_with_traps_of_many_kinds(traps_of):
    sets = {name_of(path): traps_of(path) for path in (*PAGES, *REFUSED)}
    assert [name for name, traps in sets.items() if not traps] == []
    assert len(set(chain.from_iterable(sets.values()))) >= 100


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_golden_page_gives_its_field(path, field, article_of, request):
    article = article_of(path)
    wanted = expected(path, {name: article[name] for name in FIELDS}, request)
    assert article[field] == wanted[field], f"{name_of(path)} lost its {field}"


@pytest.mark.parametrize("path", REFUSED, ids=name_of)
def test_a_page_without_an_article_is_refused_with_its_reason(path, outcome_of, request):
    outcome = outcome_of(path)
    assert isinstance(outcome, Rejected), f"{name_of(path)} became an article: {outcome['paragraphs']}"
    published = outcome.published_at.isoformat() if outcome.published_at else None
    found = {"reason": outcome.reason, "message": str(outcome), "title": outcome.title, "published_at": published}
    assert found == expected(path, found, request)


@pytest.mark.parametrize("site", ["republika", "generic"])
def test_the_article_that_everything_is_measured_against(site, read_golden):
    page = read_golden(GOLDEN / site / "iran-dan-hamas-merapat.html")
    article = process(page, load().get(site) if site != "generic" else None)
    assert article.title == "Iran dan Hamas Merapat ke Rusia, Israel Minta Bantuan AS"
    assert article.subtitle == "Beredar laporan bahwa delegasi Hamas telah tiba di Moskow"
    assert article.published_at == datetime.fromisoformat("2024-10-23T17:11:00+07:00")
    assert article.published_at.isoformat() == "2024-10-23T17:11:00+07:00"
    assert article.dateline == Dateline("REPUBLIKA.CO.ID", "TEHERAN")
    (image,) = article.images
    assert image == Image(
        url=image.url,
        caption="Masoud Pezeshkian",
        credit="EPA-EFE/IRANIAN STATE TV (IRIB) / HANDOUT HA",
        alt="Masoud Pezeshkian",
    )
    assert article.paragraphs[0].startswith("Iran terus menjalin hubungan")
    assert article.paragraphs[1].startswith('"Kami tengah mengembangkan kerja sama')
    assert len(article.paragraphs) == 5
    for furniture in ("Baca Juga", "Advertisement", "Berita Lainnya", "sumber", "Masoud Pezeshkian\n"):
        assert furniture not in article.text


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_field_that_is_there_says_where_it_was_read(path, article_of):
    article = article_of(path)
    assert [name for name in TOLD if article[name] not in (None, [], "") and name not in article["provenance"]] == []


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_extracting_twice_gives_the_same(path, article_of, read_golden, site_of_golden):
    page = read_golden(path)
    assert to_json(process(page, site_of_golden(path, page.url))) == article_of(path)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_white_space_and_order_of_attributes_change_nothing(path, article_of, read_golden, site_of_golden):
    page = read_golden(path)
    root = html.fromstring(read_text(page).decode())
    for element in root.iter():
        if isinstance(element.tag, str):
            attributes = sorted(element.attrib.items(), reverse=True)
            element.attrib.clear()
            element.attrib.update(attributes)
    shuffled = html.tostring(root, encoding="unicode").replace('="', ' = "')
    again = Page(page.url, shuffled.encode(), page.fetched_at, discovered=page.discovered)
    assert to_json(process(again, site_of_golden(path, page.url))) == article_of(path)
