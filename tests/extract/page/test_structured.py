# ruff: noqa: E501 - markup is written as pages write it
import pytest

from newscrawl.extract.page.structured import first_string, parse_json, strings, tidy
from newscrawl.process import process


def ld(text):
    return f"<html><head><script type='application/ld+json'>{text}</script></head><body><p>a</p></body></html>"


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "Judul"}',
        '[{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "Judul"}]',
        '{"@graph": [{"@type": "WebSite"}, {"@type": ["Article", "NewsArticle"], "headline": "Judul"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "http://schema.org/NewsArticle", "headline": "Judul"}}',
        '<!-- {"@type": "NewsArticle", "headline": "Judul"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Judul"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Judul", "description": "baris\nbaru\ttab",}',
        '{"@type": "NewsArticle", "headline": "Judul"};',
        '{"@type": "WebSite"}{"@type": "NewsArticle", "headline": "Judul"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Judul&quot;}",
    ],
)
def test_the_article_is_found_however_json_ld_is_written(a_document, text):
    assert first_string(a_document(ld(text)).structured.article, "headline") == "Judul"


@pytest.mark.parametrize(
    "text", ["", "{", "null", "17", '"text"', "[1, 2", "not json", "[" * 1_000_000, '{"a":' * 100_000]
)
def test_what_is_no_json_ld_gives_nothing(a_document, text):
    assert a_document(ld(text)).structured.article is None


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Ani", ["Ani"]),
        ({"name": "Ani"}, ["Ani"]),
        ([{"name": "Ani"}, "Budi", None, 3, {"name": None}, []], ["Ani", "Budi"]),
        ({"name": ["Ani", "Budi"]}, ["Ani", "Budi"]),
        (None, []),
        (17, []),
        ({"name": {"deep": "er"}}, []),
    ],
)
def test_values_may_be_of_any_type(value, found):
    assert strings(value) == found


@pytest.mark.parametrize("headline", [None, 3, [], {}, ["Judul", 4], {"name": "Judul"}, {"@value": "Judul"}])
def test_a_headline_of_any_type_breaks_nothing(a_page, headline):
    import json

    story = "".join(
        f"<p>Warga kampung {n} memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu.</p>"
        for n in range(6)
    )
    node = json.dumps({"@type": "NewsArticle", "headline": headline, "author": headline, "datePublished": headline})
    page = a_page(ld(node).replace("<p>a</p>", f"<h1>Warga Perbaiki Jembatan</h1>{story}"))
    assert process(page).title in {"Warga Perbaiki Jembatan", "Judul"}


def test_text_is_tidied():
    assert tidy(" &amp;quot;Ya&amp;quot; <b>kata</b>\n dia ") == '"Ya" kata dia'


def test_meta_is_read_by_name_property_and_itemprop(a_document):
    structured = a_document(
        "<html><head><meta property='og:Title' content=' Satu '><meta name=author content='Ani'><meta name=author content='Budi'>"
        "<meta itemprop=datePublished content='2024-10-23'></head><body><p>a</p></body></html>"
    ).structured
    assert structured.meta["og:title"] == ("Satu",)
    assert structured.meta["author"] == ("Ani", "Budi")
    assert structured.meta_first("nothing", "datepublished") == ("2024-10-23", "datepublished")


def test_values_in_a_row_are_all_read():
    assert parse_json('{"a": 1} {"b": 2}') == [{"a": 1}, {"b": 2}]


def test_a_node_that_is_pointed_to_is_found(a_document):
    graph = '{"@graph": [{"@type": "NewsArticle", "author": {"@id": "#ani"}}, {"@id": "#ani", "name": "Ani"}]}'
    structured = a_document(ld(graph)).structured
    assert structured.named(structured.article["author"])["name"] == "Ani"
