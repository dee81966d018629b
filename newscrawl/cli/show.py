"""``newscrawl show``: one stored article, to be read or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newscrawl.cli.lazy import Failure
from newscrawl.cli.opening import opened_store
from newscrawl.cli.output import console, for_people, json_option, local, print_json, words
from newscrawl.model import to_json

if TYPE_CHECKING:
    from newscrawl.model import Article

_LINE = 88  # columns; longer lines are hard to read


@click.command()
@click.argument("id_or_url", metavar="ID|URL")
@json_option
def show(id_or_url: str, as_json: bool) -> None:
    """Show one stored article.

    ID is the one that search prints; URL the address it was fetched from, in any form.
    """
    with opened_store() as store:
        article = store.get(id_or_url)
    if article is None:
        message = f"the store holds no article {id_or_url!r}"
        raise Failure(message)
    if for_people(as_json):
        print_article(article)
    else:
        print_json([to_json(article)])


def print_article(article: Article) -> None:
    """The article on a terminal, as a reader would want it, with what is known of it above."""
    from rich.table import Table

    screen = console()
    screen.width = min(screen.width, _LINE)
    screen.print(words(article.title, "bold"))
    if article.subtitle:
        screen.print(words(article.subtitle, "italic"))
    screen.print()
    facts = Table.grid(padding=(0, 2, 0, 0))
    for name, fact in _facts(article):
        facts.add_row(words(name, "dim"), words(fact))
    screen.print(facts)
    for paragraph in article.paragraphs:
        screen.print()
        screen.print(words(paragraph))
    for image in article.images:
        caption = " · ".join(part for part in (image.caption or image.alt, image.credit) if part)
        screen.print()
        screen.print(words(f"[{caption or 'picture'}] {image.url}", "dim"))


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    """Name and value of what is known."""
    dateline = article.dateline
    facts = {
        "published": local(article.published_at),
        "modified": local(article.modified_at),
        "authors": ", ".join(article.authors),
        "editors": ", ".join(article.editors),
        "dateline": ", ".join(part for part in (dateline.place, dateline.source) if part) if dateline else "",
        "site": "/".join(part for part in (article.site, article.section) if part),
        "tags": ", ".join(article.tags),
        "words": f"{article.word_count} ({article.language or 'language unknown'})",
        "revisions": str(article.revisions) if article.revisions and article.revisions > 1 else "",
        "story": article.story_id or "",
        "id": article.id,
        "url": article.url,
    }
    return ((name, fact) for name, fact in facts.items() if fact and fact != "-")
