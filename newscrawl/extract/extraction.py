"""From a fetched page to an article: one parse, handed to the reader of every field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newscrawl.extract.body.body import read_body
from newscrawl.extract.body.opening import take_dateline
from newscrawl.extract.body.paragraphs import to_paragraphs
from newscrawl.extract.body.related import read_related
from newscrawl.extract.body.rescue import read_rescue, shows_too_little
from newscrawl.extract.fields.language import read_language
from newscrawl.extract.fields.pages import canonical_url, count_inner_pages, read_pages
from newscrawl.extract.fields.rights import read_rights
from newscrawl.extract.fields.topics import read_free, read_section, read_tags
from newscrawl.extract.found import Found
from newscrawl.extract.gate.gate import declares_article, require_article
from newscrawl.extract.headline.standfirst import read_subtitle
from newscrawl.extract.headline.title import Headline, headline_of, read_headline
from newscrawl.extract.moments.moment import Moments, read_moments
from newscrawl.extract.page.blocks import Block
from newscrawl.extract.page.tree import Document, read_document
from newscrawl.extract.people.authors import People, agency_of, read_people
from newscrawl.extract.people.signatures import read_credit, read_signature
from newscrawl.extract.pictures.images import read_images
from newscrawl.extract.region.region import Region, read_region
from newscrawl.model.article import Article
from newscrawl.model.errors import NotAnArticle
from newscrawl.model.page import Page
from newscrawl.sites.base import Site

_FOOT = 3
"""Blocks at the end of a story where an agency may be named, whatever the container holds behind them."""


def extract(page: Page, site: Site) -> Article:
    """The article on a page, as the page has it: `newscrawl.process` makes it one worth keeping.

    Raises Unreadable for what is no HTML, NotAnArticle or NeedsJavaScript for pages of another kind.
    """
    document = read_document(page, site)
    headline = find_headline(document)
    region = read_region(document, headline.element if headline else None)
    rescue = read_rescue(document)
    try:
        require_article(document, region, _length(rescue.value) if rescue else 0)
    except NotAnArticle as refused:
        # A listing tells the day of its first teaser.
        published = read_moments(document, region).published if declares_article(document) else None
        refused.title = headline.title.value if headline else None
        refused.published_at = published.moment if published else None
        raise
    if headline is None:
        message = f"{document.url}: the page has no headline"
        raise NotAnArticle(message)
    return _assemble(document, region, headline, rescue)


def find_headline(document: Document) -> Headline | None:
    """The headline: as the site's own function, the page, or what announced it gives it."""
    override = document.site.overrides.get("title")
    value = override(document.root) if override else None
    if isinstance(value, str) and value.strip():
        return headline_of(document, Found(" ".join(value.split()), "site override"))
    found = read_headline(document)
    if found is None and document.page.discovered.title:
        return headline_of(document, Found(document.page.discovered.title, "discovery"))
    return found


def _assemble(document: Document, region: Region, headline: Headline, rescue: Found[tuple[str, ...]] | None) -> Article:
    story = read_body(region)
    images = read_images(document, region, story)
    source = f"{region.source}, of the page's beginning" if document.is_cut or region.is_cut else region.source
    body = Found(to_paragraphs(story, headline.printed, images.value), source)
    if rescue and shows_too_little(region, body.value, rescue):
        body = rescue
    body, people = _signed(document, region, story, body)
    dateline, body = take_dateline(document, story, body)
    moments = read_moments(document, region)
    fields: dict[str, Found[Any] | None] = {
        "title": headline.title,
        "dateline": dateline,
        "paragraphs": body,
        "images": images,
        "authors": Found(people.authors, people.authors_source),
        "editors": Found(people.editors, people.editors_source),
        "subtitle": read_subtitle(document, region, headline.printed, body.value),
        "language": read_language(document, body.value),
        **_of_moments(moments),
        **_of_page(document, region),
    }
    known = {name: found for name, found in fields.items() if found is not None and found.value not in ((), "")}
    return Article(
        url=document.url,
        fetched_at=document.page.fetched_at,
        site=document.site.name,
        rights=read_rights(document),
        provenance={name: found.source for name, found in known.items()},
        **({"paragraphs": ()} | {name: found.value for name, found in known.items()}),
    )


def _of_moments(moments: Moments) -> dict[str, Found[Any] | None]:
    published, modified = moments.published, moments.modified
    return {
        "published_at": Found(published.moment, published.source) if published else None,
        "date_raw": Found(published.read.raw, published.source) if published else None,
        "modified_at": Found(modified.moment, modified.source) if modified else None,
    }


def _of_page(document: Document, region: Region) -> dict[str, Found[Any] | None]:
    pages = read_pages(document, count_inner_pages(region.container))
    return {
        "canonical_url": canonical_url(document),
        "section": read_section(document),
        "tags": read_tags(document),
        "related": Found(read_related(document, region), "links in the body"),
        "next_page_url": pages.next_url,
        "pages_total": pages.total,
        "is_accessible_for_free": read_free(document),
    }


def _signed(
    document: Document, region: Region, story: Sequence[Block], body: Found[tuple[str, ...]]
) -> tuple[Found[tuple[str, ...]], People]:
    """The body without the names that sign it, and the people: those who sign where the page names none elsewhere."""
    near = (*region.around, *story[-_FOOT:])
    people = read_people(document, region.container, near)
    names, at = read_signature(document, story, body.value)
    if names:
        body = Found((*body.value[:at], *body.value[at + 1 :]), body.source)
    if not people.authors:
        names = names or read_credit(document, body.value)
        authors, source = (names, "signature") if names else agency_of(document, near)
        people = replace(people, authors=authors, authors_source=source)
    return body, people


def _length(paragraphs: tuple[str, ...]) -> int:
    return sum(map(len, paragraphs))
