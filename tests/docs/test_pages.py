"""The other pages: their links and file names lead somewhere, their tables have every field, their examples load."""

import ast
import re
from dataclasses import MISSING, fields
from datetime import datetime
from typing import get_type_hints

import pytest

from newscrawl.model import Article, Dateline, Image, RelatedLink, Rights, to_json
from newscrawl.query.export import COLUMNS
from newscrawl.sites import load
from newscrawl.sites.base import _OVERRIDABLE, Archive, Section, Site
from newscrawl.sites.check import check
from newscrawl.store import schema
from newscrawl.store.documents import to_document
from tests.docs.checking import TEST_NAMES, unknown_names, wrong_commands
from tests.docs.reading import PAGES, ROOT, anchors, blocks, code_spans, links, names, rows, table

TEXTS = {name: path.read_text("utf-8") for name, path in PAGES.items()}
ARTICLE = Article("https://a.test/b", "https://a.test/b", datetime.fromisoformat("2024-10-23T10:11Z"), "T", ("p",))
FILE = re.compile(r"(?:newscrawl|settings|tests|docs|bench|tools)/[\w./-]*\w|[\w-]+\.(?:md|cfg|toml|lock)|Makefile")


def missing_targets(name, text):
    """Links of the page that lead to no file or heading."""
    found = []
    for link in links(text):
        target, _, anchor = link.partition("#")
        if "://" in target:
            continue
        path = (PAGES[name].parent / target) if target else PAGES[name]
        if not path.exists() or (anchor and anchor not in anchors(path.read_text("utf-8"))):
            found.append(link)
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_leads_to_a_file_or_heading(name):
    assert missing_targets(name, TEXTS[name]) == []


def test_a_link_that_leads_nowhere_is_noticed():
    assert missing_targets("README.md", "[a](docs/none.md) [b](#none) [c](docs/sites.md#none)") == [
        "docs/none.md",
        "#none",
        "docs/sites.md#none",
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_every_file_that_is_named_is_there(name):
    named = [span for span in code_spans(TEXTS[name]) if FILE.fullmatch(span.rstrip("/")) and "NAME" not in span]
    assert [span for span in named if not (ROOT / span).exists()] == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_on_a_page_is_a_real_one(name):
    own = TEXTS[name] if name != "README.md" else ""  # its own tests know the site that it adds
    assert wrong_commands(own) == []


@pytest.mark.parametrize("name", TEXTS)
def test_no_page_names_a_setting_or_variable_that_does_not_exist(name):
    assert unknown_names(TEXTS[name], *(TEST_NAMES if name == "CONTRIBUTING.md" else ())) == []


@pytest.mark.parametrize("kind", [Site, Section, Archive])
def test_every_field_of_a_definition_is_told_with_its_default(kind):
    told = {name: cells[0] for name, cells in table(TEXTS["docs/sites.md"], kind.__name__).items()}
    defaults = {each.name: _default(each) for each in fields(kind)}
    assert {
        name: "required" if cell == "required" else ast.literal_eval(cell.strip("`")) for name, cell in told.items()
    } == (defaults)
    assert list(told) == list(defaults)


def _default(field):
    if field.default is not MISSING:
        return field.default
    return "required" if field.default_factory is MISSING else field.default_factory()


def test_every_field_that_can_be_overridden_is_told():
    (sentence,) = re.findall(r"It can be given for (.*?)\.\n", TEXTS["docs/sites.md"], re.DOTALL)
    assert set(names(sentence)) == _OVERRIDABLE


def test_the_example_with_an_override_loads_and_has_nothing_doubtful(tmp_path):
    (example,) = blocks(TEXTS["docs/sites.md"], "python")
    (tmp_path / "wartapantai.py").write_text(example, "utf-8")
    assert check(load(tmp_path).get("wartapantai")) == []


def test_every_field_of_the_article_is_told_in_its_order():
    assert list(table(TEXTS["docs/article.md"], "The article, field by field")) == list(to_json(ARTICLE))


def test_every_field_of_its_parts_is_told():
    told = {name: names(cells[0]) for name, cells in table(TEXTS["docs/article.md"], "Parts").items()}
    kinds = {"dateline": Dateline, "images": Image, "related": RelatedLink, "rights": Rights}
    assert list(told) == list(kinds)
    for name, kind in kinds.items():
        assert [field for field in told[name] if field in get_type_hints(kind)] == [each.name for each in fields(kind)]


def test_what_a_csv_leaves_out_is_told():
    (sentence,) = re.findall(r"leaves out (.*?), and has\n", TEXTS["docs/article.md"], re.DOTALL)
    assert set(names(sentence)) == to_json(ARTICLE).keys() - {*COLUMNS, "dateline"}


def test_every_field_of_a_document_is_told():
    told = [
        name
        for first, *_ in rows(TEXTS["docs/store.md"].partition("## An article's document")[2])
        for name in names(first)
    ]
    assert sorted(told) == sorted(to_document(ARTICLE))


def test_every_collection_is_told():
    told = set(table(TEXTS["docs/store.md"], "Collections"))
    kept = {schema.ARTICLES, schema.REVISIONS, schema.RUNS, schema.QUARANTINE, schema.AUTHORS, schema.CALENDAR}
    queue = {schema.FRONTIER, schema.LANES, schema.AGENDA, schema.HOSTS, schema.ROBOTS}
    assert told - {schema.LEARNED} == kept | queue
    (sentence,) = re.findall(r"The collections are(.*?);", TEXTS["README.md"], re.DOTALL)
    assert set(names(sentence)) == kept
