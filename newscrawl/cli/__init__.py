"""The ``newscrawl`` command: parse, call, print. Each command is imported when it is called, so that help is quick."""

from __future__ import annotations

import click

from newscrawl import __version__
from newscrawl.cli.lazy import Entry, LazyGroup

COMMANDS = {
    "Crawling": {
        "crawl": Entry("newscrawl.cli.crawl:crawl", "Crawl what is new on some sites, in one process."),
        "demo": Entry("newscrawl.cli.demo:demo", "Crawl a small web of invented papers on this machine."),
        "extract": Entry("newscrawl.cli.extract:extract", "Print the article in a file, standard input or URL."),
        "sites": Entry("newscrawl.cli.sites:sites", "List, show and check the site definitions."),
    },
    "Asking": {
        "search": Entry("newscrawl.cli.search:search", "Find stored articles by their words, newest first."),
        "show": Entry("newscrawl.cli.show:show", "Show one stored article."),
        "stats": Entry("newscrawl.cli.stats:stats", "Count the stored articles by site, month, author and so on."),
        "export": Entry("newscrawl.cli.export:export", "Write stored articles as JSON lines or CSV."),
        "runs": Entry("newscrawl.cli.runs:runs", "List past crawls and show their reports."),
        "frontier": Entry(
            "newscrawl.cli.frontier:frontier",
            "Show the queue of URLs, try again what failed, forget what is not wanted.",
        ),
    },
    "Keeping": {
        "doctor": Entry("newscrawl.cli.doctor:doctor", "Check that everything is in place, and say what to do."),
        "completion": Entry("newscrawl.cli.completion:completion", "Print the completion script of a shell."),
    },
}


@click.command(
    cls=LazyGroup,
    sections=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, package_name="newscrawl", prog_name="newscrawl")
def newscrawl() -> None:
    """Crawl regional news sites and ask the store what they wrote.

    Results go to standard output: a table on a terminal, JSON lines elsewhere or with --json. Progress and logs go to
    standard error.
    """


def main() -> None:
    """Run the command line and exit: 0 done, 1 an error of ours, 2 wrong usage, 3 an unhealthy crawl, 130 on Ctrl-C."""
    newscrawl(prog_name="newscrawl")
