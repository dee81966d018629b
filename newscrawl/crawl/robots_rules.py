"""What a robots.txt says to one crawler: the rules and delay of its group, and the sitemaps named to everybody."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newscrawl.crawl.path_patterns import PathPattern, comparable_path
from newscrawl.model.plain_text import printable

LIMIT = 500 * 1024
"""So many bytes are read (RFC 9309, 2.5)."""

_SITEMAPS = 1000
_URL_LENGTH = 2083
_LINE_ENDS = re.compile(r"[\r\n]+")
_PRODUCT = re.compile(r"[A-Za-z0-9_-]+|\*")
_FILE = "/robots.txt"

# As others read them too: publishers who slip mean what they meant to write.
_FIELDS = {
    "user-agent": "user-agent",
    "useragent": "user-agent",
    "user agent": "user-agent",
    "allow": "allow",
    "disallow": "disallow",
    "dissallow": "disallow",
    "dissalow": "disallow",
    "disalow": "disallow",
    "diasllow": "disallow",
    "disallaw": "disallow",
    "crawl-delay": "crawl-delay",
    "crawl delay": "crawl-delay",
    "crawldelay": "crawl-delay",
    "sitemap": "sitemap",
    "site-map": "sitemap",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One ``Allow`` or ``Disallow`` line."""

    allows: bool
    pattern: PathPattern
    agent: str
    """Whom the group names: the crawler's own product, or ``*``."""

    def __str__(self) -> str:
        """The line and for whom it stands: ``"Disallow: /private/" for newscrawl``."""
        name = "Allow" if self.allows else "Disallow"
        return f'"{name}: {printable(self.pattern.text[:200])}" for {self.agent}'


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """What one robots.txt says to one crawler. Empty: everything is allowed."""

    rules: tuple[Rule, ...] = field(default=(), repr=False)
    """The most specific first, and of equally specific ones those that allow: the first that matches decides."""
    crawl_delay: float | None = None
    """Seconds, as written and not negative; may be infinite."""
    sitemaps: tuple[str, ...] = ()

    def refusal(self, url: str) -> Rule | None:
        """The rule that forbids the URL; None when it is allowed."""
        path = comparable_path(url)
        if path == _FILE:
            return None
        deciding = next((rule for rule in self.rules if rule.pattern.matches(path)), None)
        return None if deciding is None or deciding.allows else deciding


@dataclass(slots=True)
class _Group:
    rules: list[Rule] = field(default_factory=list)
    delay: float | None = None


def parse_robots(body: bytes, product: str) -> RobotsRules:
    """What the file says to the crawler of that product name, else to ``*``.

    Never fails: what is no line is passed over. Only the first 500 KiB count.
    """
    product = product.lower()
    groups: dict[str, _Group] = {}
    sitemaps: list[str] = []
    for agents, name, value in _records(_lines(body), {product, "*"}):
        if name == "sitemap":
            sitemaps.append(value)
            continue
        for agent in agents:
            _take(groups.setdefault(agent, _Group()), agent, name, value)
    group = groups.get(product) or groups.get("*") or _Group()
    ordered = sorted(group.rules, key=lambda rule: (-rule.pattern.length, not rule.allows))
    return RobotsRules(tuple(ordered), group.delay, tuple(_web_addresses(sitemaps)))


def _lines(body: bytes) -> Iterator[tuple[str, str]]:
    """Field and value of each line; NULs and byte order marks, as of a file in UTF-16, are passed over."""
    octets = _whole_lines(body).removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
    for line in _LINE_ENDS.split(octets.decode("utf-8-sig", "surrogateescape")):
        text = line.partition("#")[0].strip()
        name, colon, value = text.partition(":")
        if not colon:
            name, _, value = text.partition(" ")
        known = _FIELDS.get(name.strip().lower())
        if known:
            yield known, value.strip()


def _whole_lines(body: bytes) -> bytes:
    """What is read of the file; a line that the limit cuts in two might say more than was written, and is left out."""
    if len(body) < LIMIT:
        return body
    return body[: max(body.rfind(b"\n", 0, LIMIT), body.rfind(b"\r", 0, LIMIT)) + 1]


def _records(lines: Iterable[tuple[str, str]], wanted: set[str]) -> Iterator[tuple[list[str], str, str]]:
    """Each line with those of the ``wanted`` agents whom its group names; a group may be ``user-agent`` lines only."""
    agents: list[str] = []
    begun = False
    for name, value in lines:
        if name == "user-agent":
            agents = [] if begun else agents
            begun = False
            named = _PRODUCT.match(value)
            agent = named[0].lower() if named else ""
            agents += [agent] if agent in wanted else []
        elif name != "sitemap":
            begun = True
        yield agents, name, value


def _take(group: _Group, agent: str, name: str, value: str) -> None:
    if name in ("allow", "disallow") and value:
        group.rules.append(Rule(name == "allow", PathPattern.rooted(value), agent))
    elif name == "crawl-delay":
        group.delay = _longer(group.delay, value)


def _longer(delay: float | None, value: str) -> float | None:
    """The longer of two delays; what is no number, or a negative one, is none."""
    try:
        seconds = float(value[:30])
    except ValueError:
        return delay
    if math.isnan(seconds) or seconds < 0:
        return delay
    return max(seconds, delay or 0.0)


def _web_addresses(values: list[str]) -> Iterator[str]:
    """Those that are absolute addresses of the web, each once, so many at most."""
    distinct = dict.fromkeys(value for value in values if len(value) <= _URL_LENGTH)
    wanted = [value for value in distinct if value.lower().startswith(("http://", "https://"))]
    yield from wanted[:_SITEMAPS]
