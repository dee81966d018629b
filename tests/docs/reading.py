"""Markdown taken apart: the blocks, tables, names, links and commands of a page."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = {path.relative_to(ROOT).as_posix(): path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))}
PROGRAMS = ("newscrawl", "scrapy", "make")

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# Where in a line of such a block a command can stand.
_SHELLS = {"sh": r"(.*)", "cron": r"(?:\S+ ){5}(.*)", "ini": r"Exec\w+=(.*)"}
_MENTION = re.compile(r"(?:[A-Z_]+=\S+ )*(?:newscrawl|scrapy|make) ")
# What a program's name is not a command after.
_NO_COMMANDS = ("cd", "git", "pip", "export", "apt")


@dataclass(frozen=True)
class Command:
    """A command as a page has it."""

    program: str
    words: tuple[str, ...]
    mention: bool = False
    """It stands in a sentence, where it may be named without its arguments."""

    def __str__(self):
        return shlex.join((self.program, *self.words))


def blocks(text, language):
    """The contents of the fenced blocks in that language."""
    return [block for name, block in _BLOCK.findall(text) if name == language]


def prose(text):
    """The page without its fenced blocks."""
    return _BLOCK.sub("", text)


def code_spans(text):
    return re.findall(r"`([^`\n]+)`", prose(text))


def links(text):
    return _LINK.findall(prose(text))


def anchors(text):
    """The headings as a link names them."""
    headings = re.findall(r"^#+ (.+)$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def rows(text):
    """The cells of every row of every table, headings and rules left out."""
    lines = [line for line in prose(text).splitlines() if line.startswith("|")]
    tables = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [cells for cells in tables if "`" in cells[0] or re.fullmatch(r"\d+", cells[0])]


def table(text, heading):
    """The rows under a heading, first cell to the others; of the chapter up to the next heading of any level."""
    chapter = re.search(rf"^#+ {re.escape(heading)}$(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert chapter, f"there is no chapter {heading!r}"
    return {name.strip("`"): cells for name, *cells in rows(chapter[1])}


def names(cell):
    """What stands in a cell as code."""
    return re.findall(r"`([^`]+)`", cell)


def commands(text):
    """Every command of newscrawl, scrapy or make in the page's shell, cron and unit blocks, and in its code spans."""
    lines = [
        match[1]
        for name, place in _SHELLS.items()
        for block in blocks(text, name)
        for line in block.splitlines()
        if (match := re.fullmatch(place, line))
    ]
    mentions = [span for span in code_spans(text) if _MENTION.match(span)]
    return [
        *(Command(*found) for line in lines for found in _of_line(line)),
        *(Command(*found, mention=True) for span in mentions for found in _of_line(span)),
    ]


def _of_line(line):
    """Program and words of each command in the line, without what they read from and write to."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    lexer.whitespace_split = True
    words, to_file = [], False
    for token in [*lexer, ";"]:
        if not set(token) <= set("|&;<>"):
            words += [] if to_file else [token]
        elif token[0] in "<>":
            to_file = True
        else:
            yield from _of_words(words)
            words, to_file = [], False


def _of_words(words):
    if not words or words[0] in _NO_COMMANDS:
        return
    for place, word in enumerate(words):
        program = word.rpartition("/")[2]
        if program in PROGRAMS:
            yield program, tuple(words[place + 1 :])
            return
