"""The options that several commands share, declared once: the filters."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

FILTERS = {
    "site": "Only articles of this site.",
    "section": "Only this section.",
    "since": "Published then or later: YYYY-MM-DD in the site's own zone, or ISO 8601.",
    "until": "Published before the end of that day, or before that moment.",
    "language": "Only this language, like id or en.",
    "author": "Part of an author's name.",
    "tag": "Only articles with this tag.",
    "place": "The place in the dateline.",
    "story": "Only articles that tell this story (story_id).",
}


def site_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """The names of sites that begin so, for a shell's completion; none when the catalogue cannot be read."""
    from newscrawl.cli.opening import catalogue
    from newscrawl.model.errors import NewscrawlError

    try:
        return [name for name in catalogue().names if name.startswith(incomplete)]
    except NewscrawlError:
        return []


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the filters; it gets those that were used as ``filters``, name to text as typed."""

    @wraps(command)
    def with_filters(*arguments: Any, **options: Any) -> Any:
        given = {name: value for name in FILTERS if (value := options.pop(name)) is not None}
        return command(*arguments, filters=given, **options)

    decorated: Callable[..., Any] = with_filters
    for name, meaning in reversed(FILTERS.items()):
        complete = site_names if name == "site" else None
        metavar = "DATE" if name in {"since", "until"} else name.upper()
        decorated = click.option(f"--{name}", metavar=metavar, help=meaning, shell_complete=complete)(decorated)
    return decorated
