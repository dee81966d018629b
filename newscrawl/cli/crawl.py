"""``newscrawl crawl``: what ``scrapy crawl`` does, from any folder and over several sites at once."""

from __future__ import annotations

import sys

import click

from newscrawl.cli.options import site_names


def _pairs(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:  # noqa: ARG001
    pairs = {}
    for value in values:
        name, equals, rest = value.partition("=")
        if not equals or not name:
            message = f"{value!r} is not of the form NAME=VALUE"
            raise click.BadParameter(message)
        pairs[name] = rest
    return pairs


@click.command()
@click.argument("names", nargs=-1, metavar="[SITE]...", shell_complete=site_names)
@click.option("--all", "every", is_flag=True, help="Every site of the catalogue.")
@click.option("--url", metavar="URL", help="A section page, home page, feed or sitemap without a definition.")
@click.option(
    "-a",
    "arguments",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_pairs,
    help="As for scrapy crawl: section, since, until, max_articles, full, dry_run; with --url also max_depth.",
)
@click.option("-s", "settings", multiple=True, metavar="NAME=VALUE", callback=_pairs, help="A Scrapy setting.")
@click.option("--json", "as_json", is_flag=True, help="The run report as JSON on a terminal as well.")
def crawl(
    names: tuple[str, ...],
    *,
    every: bool,
    url: str | None,
    arguments: dict[str, str],
    settings: dict[str, str],
    as_json: bool,
) -> None:
    """Crawl what is new on some sites, in one process.

    Ends with a report and the status 0 when all is well, 3 when a section gave nothing or the store was lost.
    """
    if bool(names) + every + bool(url) != 1:
        message = "name one or more sites, or --all, or --url URL"
        raise click.UsageError(message)
    sys.exit(_crawl(names, url, arguments, settings, as_json=as_json))


def _crawl(
    names: tuple[str, ...], url: str | None, arguments: dict[str, str], overrides: dict[str, str], *, as_json: bool
) -> int:
    from newscrawl.process.forking import warm_up

    if not arguments.get("dry_run"):
        warm_up()  # beside the imports below, which take as long

    from newscrawl.crawl.project import crawl_settings
    from newscrawl.crawl.run import choose_spider, new_process, run_crawl
    from newscrawl.crawl.session import load_catalogue

    settings = crawl_settings(overrides)
    process = new_process(settings)
    if url:
        names, arguments = ("any",), {**arguments, "url": url}
    spider = choose_spider(names or load_catalogue(process.settings).names, arguments, process.settings)
    return run_crawl(process, process.create_crawler(spider), arguments, as_json=as_json or None)
