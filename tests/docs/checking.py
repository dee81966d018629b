"""What a page says of commands, settings and variables, compared with the code: each check gives sentences, or none."""

import argparse
import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import replace

import click
from scrapy.settings import Settings, default_settings
from scrapy.utils.conf import arglist_to_dict

from newscrawl.cli import newscrawl
from newscrawl.crawl.policy import MIB, OURS, POLICY, PRODUCTION
from newscrawl.crawl.run import choose_spider
from newscrawl.model.environment import VARIABLES
from newscrawl.model.errors import NewscrawlError
from newscrawl.sites import load
from tests.docs.reading import ROOT, commands, names, table

OUR_NAMES = {*OURS, *(variable.name for variable in VARIABLES), "NEWSCRAWL_POLICY"}
TEST_NAMES = {"NEWSCRAWL_TEST_MONGODB", "NEWSCRAWL_SHARED"}
_STAND_INS = {"SITE": "republika", "SITE…": "republika", "NAME": "republika", "url=…": "url=https://www.example.com/"}
_TARGET = re.compile(r"^([a-z-]+):(?!=)", re.MULTILINE)


def every_command(group: click.Group = newscrawl, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words after ``newscrawl`` of each command and group."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from every_command(command, (*path, name))


def make_targets():
    return set(_TARGET.findall((ROOT / "Makefile").read_text("utf-8")))


def unnamed_commands(text):
    """The commands and targets that the page does not name."""
    wanted = [f"newscrawl {' '.join(path)}" for path in every_command()]
    wanted += [f"make {target}" for target in make_targets() - {"help"}]
    return [name for name in wanted if not re.search(rf"\b{name}\b", text)]


def wrong_commands(text, sites_folder=None):
    """The page's commands that do not exist or would be refused, each with why."""
    found = ((command, _fault(_filled_in(command), sites_folder)) for command in commands(text))
    return [f"{command}: {fault}" for command, fault in found if fault]


def _filled_in(command):
    """A command that a sentence names with stand-ins, with what they stand for."""
    words = tuple(_STAND_INS.get(word, word) for word in command.words)
    return replace(command, words=words) if command.mention else command


def _fault(command, sites_folder):
    try:
        if command.program == "make":
            return "" if set(command.words) <= make_targets() else "no such target"
        if command.program == "scrapy":
            return _scrapy_fault(command.words, sites_folder)
        parse(newscrawl, "newscrawl", list(command.words))
        return _meaning_fault(command.words, sites_folder)
    except click.exceptions.Exit:  # -h and --version
        return ""
    except (click.MissingParameter, click.BadOptionUsage) as error:
        return "" if command.mention else error.format_message()
    except click.ClickException as error:
        return error.format_message()
    except NewscrawlError as error:
        return str(error)


def parse(command, name, words, parent=None):
    """The context and name of the command that the words call; raises ClickException as it would."""
    if isinstance(command, click.Group) and words and not words[0].startswith("-"):
        inner = command.get_command(click.Context(command), words[0])
        if inner is None:
            message = f"no command named {words[0]}"
            raise click.UsageError(message)
        above = click.Context(command, info_name=name, parent=parent, **command.context_settings)
        return parse(inner, words[0], words[1:], above)
    return command.make_context(name, words, parent=parent)


def _meaning_fault(words, sites_folder):
    """What is wrong with the names in a command that is well formed."""
    context = parse(newscrawl, "newscrawl", list(words))
    given = context.params
    if context.info_name == "crawl":
        names_given = ("any",) if given["url"] else given["names"] or load(sites_folder).names
        arguments = given["arguments"] | ({"url": given["url"]} if given["url"] else {})
        return _crawl_fault(names_given, arguments, given["settings"], sites_folder)
    filters = given.get("filters") or given
    sites = [filters.get("site"), given.get("name"), *(given.get("names") or ())]
    for name in filter(None, sites):
        load(sites_folder).get(name)  # raises, with the names there are
    section = filters.get("section")
    known = {each.name for site in load(sites_folder) for each in site.sections}
    return f"no section named {section}" if section and section not in known else ""


def _scrapy_fault(words, sites_folder):
    if not words or words[0] not in {"list", "crawl"}:
        return "no command of Scrapy that the page may name"
    command = importlib.import_module(f"scrapy.commands.{words[0]}").Command()
    command.settings = Settings()
    parser = argparse.ArgumentParser(conflict_handler="resolve", exit_on_error=False)
    command.add_options(parser)
    given, rest = parser.parse_known_args(list(words[1:]))
    if words[0] == "list":
        return f"takes no {rest}" if rest else ""
    if len(rest) != 1:
        return f"one site is crawled, not {rest}"
    return _crawl_fault(tuple(rest), arglist_to_dict(given.spargs), arglist_to_dict(given.set), sites_folder)


def _crawl_fault(names_given, arguments, overrides, sites_folder):
    unknown = [name for name in overrides if name not in POLICY and not hasattr(default_settings, name)]
    if unknown:
        return f"no setting named {unknown[0]}"
    choose_spider(
        tuple(names_given), arguments, Settings({"NEWSCRAWL_SITES": sites_folder, "NEWSCRAWL_STORE": "embedded:data"})
    )
    return ""


def wrong_settings(text):
    """What the two tables of settings lack, have too much, or have wrong."""
    listed = table(text, "Settings")
    changed = {name for name in POLICY if hasattr(default_settings, name) and _differs(name)}
    wanted = {*OURS, "NEWSCRAWL_POLICY", *changed}
    problems = [f"{name} is missing" for name in sorted(wanted - set(listed))]
    problems += [f"{name} is not a setting that we have or change" for name in sorted(set(listed) - wanted)]
    for name in wanted & set(listed) - {"NEWSCRAWL_POLICY"}:
        problems += _wrong_cells(name, listed[name])
    return problems


def _differs(name):
    return bool(POLICY[name] != getattr(default_settings, name))


def _wrong_cells(name, cells):
    default, _, production = cells[0].partition("; production: ")
    if not _means(default, POLICY[name]):
        yield f"{name} is {POLICY[name]!r}, not {default}"
    if (name in PRODUCTION) != bool(production) or (production and not _means(production, PRODUCTION[name])):
        yield f"{name} in production is not {production or 'the same'}"
    scrapys = getattr(default_settings, name, None)
    if len(cells) == 3 and not isinstance(scrapys, type) and "`" in cells[1] and not _means(cells[1], scrapys):
        yield f"{name} of Scrapy is {scrapys!r}, not {cells[1]}"
    if not cells[-1]:
        yield f"{name} has no meaning"


def _means(cell, value):
    """Whether the cell is the value: Python's own form, MiB, a text, or the last name of a dotted one."""
    text = cell.strip("`")
    if text == "empty":
        return value == ""
    if text.endswith(" MiB"):
        return value == int(text.removesuffix(" MiB")) * MIB
    try:
        return bool(ast.literal_eval(text) == value)
    except (ValueError, SyntaxError):
        return isinstance(value, str) and text in {value, value.rpartition(".")[2]}


def wrong_variables(text):
    """What the table of the environment lacks, has too much, or has wrong."""
    listed = table(text, "Environment")
    known = {variable.name: variable.default for variable in VARIABLES}
    problems = [f"{name} is missing" for name in known if name not in listed]
    problems += [f"{name} is no variable" for name in listed if name not in known]
    for name in known.keys() & listed.keys():
        default, meaning = listed[name]
        if (names(default) or ["none"])[0] != (known[name] or "none"):
            problems.append(f"{name} has the default {known[name]}, not {default}")
        if not meaning:
            problems.append(f"{name} has no meaning")
    return problems


def unknown_names(text, *more):
    """Names of ours on the page that exist nowhere."""
    return sorted(set(re.findall(r"NEWSCRAWL_[A-Z_]+", text)) - OUR_NAMES - set(more))
