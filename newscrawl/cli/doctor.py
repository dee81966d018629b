"""``newscrawl doctor``: is everything in place, and if not, what to do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from configparser import ConfigParser
from configparser import Error as ConfigError
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from newscrawl.cli.opening import environment, missing_store
from newscrawl.cli.output import console, for_people, json_option, plain_table, print_json, words
from newscrawl.crawl.policy import MIB, POLICY
from newscrawl.model.environment import Environment
from newscrawl.model.errors import NewscrawlError, SiteError, UsageError

if TYPE_CHECKING:
    from rich.table import Table

_COMFORTABLE = 5  # times the room below which a crawl stops
_STYLES = {"ok": "green", "warn": "yellow", "fail": "bold red"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look came to."""

    subject: str
    status: Literal["ok", "warn", "fail"]
    """``fail`` for what a crawl or a question cannot do without."""
    found: str
    advice: str | None = None
    """What to do about it; None when it is well."""


@click.command()
@json_option
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Check that everything is in place, and say what to do.

    Looks at the store, the browser, the room on the disk, the settings, how the crawler names itself and the site
    definitions. The exit status is 1 when something is missing that a crawl cannot do without.
    """
    findings = list(examine())
    if for_people(as_json):
        console().print(_table(findings))
    else:
        print_json(asdict(finding) for finding in findings)
    if any(finding.status == "fail" for finding in findings):
        context.exit(1)


def examine() -> Iterator[Finding]:
    """Everything that is looked at, in the order in which a person would mend it."""
    try:
        surroundings = environment()
    except UsageError as error:
        yield Finding("environment", "fail", str(error), "Set the variable right, or unset it for its default.")
        return
    for look in _LOOKS:
        yield look(surroundings)


def look_at_settings(surroundings: Environment) -> Finding:
    project = surroundings.project
    folder = _project_folder()
    if folder is None:
        found = "no scrapy.cfg here or above; newscrawl crawl runs with the production policy"
        return Finding("settings", "ok", found)
    configuration = ConfigParser()
    try:
        configuration.read(folder / "scrapy.cfg")
    except (ConfigError, OSError, UnicodeDecodeError) as error:
        found = f"{folder / 'scrapy.cfg'} cannot be read: {error}"
        return Finding("settings", "fail", found, "Mend or remove the file.")
    module = configuration.get("settings", project, fallback=None)
    if module is None:
        found = f"{folder / 'scrapy.cfg'} has no settings for {project}"
        return Finding("settings", "fail", found, "Name one of its settings with SCRAPY_PROJECT.")
    return Finding("settings", "ok", f"{project}: {module} of {folder / 'scrapy.cfg'}")


def look_at_identity(surroundings: Environment) -> Finding:
    found = f"{surroundings.robots_token} in robots.txt, user agent {surroundings.user_agent}"
    if surroundings.contact or "+http" in surroundings.user_agent or "@" in surroundings.user_agent:
        return Finding("identity", "ok", found)
    advice = (
        "Set NEWSCRAWL_CONTACT to a URL or mail address at which publishers reach you; crawls in production want it."
    )
    return Finding("identity", "fail" if surroundings.project == "production" else "warn", found, advice)


def look_at_sites(surroundings: Environment) -> Finding:
    from newscrawl.sites import load

    try:
        names = load(surroundings.sites).names
    except SiteError as error:
        return Finding("sites", "fail", str(error), "Mend the definition; newscrawl sites check tells more.")
    own = f", with your own in {surroundings.sites}" if surroundings.sites else ""
    return Finding("sites", "ok", f"{len(names)} sites{own}")


def look_at_store(surroundings: Environment) -> Finding:
    from newscrawl.store import open_reader
    from newscrawl.store.servers import preferred

    try:
        missing = missing_store(surroundings.store)
        if missing is not None:
            return Finding(
                "store", "ok", f"none in {missing} yet; the first crawl makes one, run by {preferred().name}"
            )
        reader = open_reader(surroundings.store)
    except NewscrawlError as error:
        return Finding("store", "fail", str(error), "Start the server, or name another store with NEWSCRAWL_STORE.")
    try:
        return Finding("store", "ok", _store_told(reader.info()))
    except NewscrawlError as error:
        return Finding("store", "fail", str(error), "Look at the server and its log.")
    finally:
        reader.close()


def _store_told(info: Mapping[str, Any]) -> str:
    held = ", ".join(f"{number:,} {name}" for name, number in info["collections"].items() if number)
    return f"{info['server']} {info['version']} at {info['address']}: {held or 'empty'}"


def look_at_disk(surroundings: Environment) -> Finding:
    folder = surroundings.data.absolute()
    there = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(there).free // MIB
    least: int = POLICY["NEWSCRAWL_MIN_FREE_MB"]
    found = f"{free:,} MiB free in {folder}"
    if not os.access(there, os.W_OK):
        return Finding("disk", "fail", f"{there} cannot be written", "Name another folder with NEWSCRAWL_DATA.")
    if free < least:
        advice = f"Make room: a crawl stops below {least} MiB (NEWSCRAWL_MIN_FREE_MB)."
        return Finding("disk", "fail", found, advice)
    if free < _COMFORTABLE * least:
        return Finding("disk", "warn", found, f"Make room soon: a crawl stops below {least} MiB.")
    return Finding("disk", "ok", found)


def look_at_browser(surroundings: Environment) -> Finding:  # noqa: ARG001
    from newscrawl.crawl.chromium import find_chromium

    found = find_chromium(None)
    if found:
        return Finding("browser", "ok", str(found))
    advice = "Install Chromium (apt install chromium, or playwright install chromium) for pages that need JavaScript."
    return Finding("browser", "warn", "no Chromium found", advice)


def look_at_proxy(surroundings: Environment) -> Finding:  # noqa: ARG001
    """Not a fault; but a proxy one has forgotten explains much."""
    from urllib.request import getproxies

    proxies = {scheme: url for scheme, url in sorted(getproxies().items()) if scheme != "no"}
    told = [f"{scheme} through {_without_password(url)}" for scheme, url in proxies.items()]
    return Finding("proxy", "ok", ", ".join(told) or "none")


_LOOKS: tuple[Callable[[Environment], Finding], ...] = (
    look_at_settings,
    look_at_identity,
    look_at_sites,
    look_at_store,
    look_at_disk,
    look_at_browser,
    look_at_proxy,
)


def _project_folder() -> Path | None:
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "scrapy.cfg").is_file()), None)


def _without_password(url: str) -> str:
    scheme, separator, rest = url.rpartition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[2]}"


def _table(findings: list[Finding]) -> Table:
    table = plain_table("", "", "")
    table.show_header = False
    for finding in findings:
        style = _STYLES[finding.status]
        table.add_row(words(finding.status, style), words(finding.subject, "bold"), words(finding.found))
        if finding.advice:
            table.add_row("", "", words(finding.advice, style))
    return table
