"""What the environment variables say: their names, meanings and defaults, and the values they come to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from newscrawl import __version__
from newscrawl.model.errors import UsageError

PROJECTS = ("development", "production", "testing")
"""What ``SCRAPY_PROJECT`` can name."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable, as the README and ``newscrawl doctor`` print it."""

    name: str
    meaning: str
    default: str | None = None


VARIABLES = (
    Variable(
        "NEWSCRAWL_STORE",
        "`embedded:FOLDER`, or a `mongodb://` or `mongodb+srv://` URI with a database name",
        "embedded:./data",
    ),
    Variable("NEWSCRAWL_DATA", "folder of the page archive, search index and logs", "./data"),
    Variable("NEWSCRAWL_SITES", "folder of your own site definitions"),
    Variable(
        "NEWSCRAWL_CONTACT",
        "a URL or mail address at which publishers reach you; goes into the user agent; production asks for it",
    ),
    Variable(
        "NEWSCRAWL_USER_AGENT",
        "how the crawler names itself; its first token is its robots.txt identity",
        "newscrawl/VERSION (+CONTACT)",
    ),
    Variable(
        "NEWSCRAWL_ALLOW_HOSTS",
        "private hosts (`name`, `name:port`, comma-separated) that may be reached all the same",
    ),
    Variable("http_proxy", "proxy for http URLs, as everywhere; the browser uses it too"),
    Variable("https_proxy", "proxy for https URLs, as everywhere; the browser uses it too"),
    Variable("no_proxy", "hosts that are reached without the proxy, as everywhere"),
    Variable("SCRAPY_PROJECT", "which settings a crawl takes: development, production or testing", PROJECTS[0]),
)

# What may stand in a header's comment without quoting: visible ASCII, no parentheses or backslash (RFC 9110, 5.6.5).
_CONTACT = re.compile(r"(?:https?://|mailto:)[!-'*-\[\]-~]+|[!-'*-?A-\[\]-~]+@[!-'*-?A-\[\]-~]+")
_USER_AGENT = re.compile(r"[ -~]{1,500}")
# RFC 9309 (2.2.1) wants letters, - and _; digits are common in practice and do no harm.
_PRODUCT = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_HOST = re.compile(r"(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Environment:
    """The values a program runs with, checked; a variable that is unset or empty gives its default."""

    store: str = field(default="embedded:./data", repr=False)
    """As given, read and checked by `newscrawl.store.address.parse_address`. A URI may hold a password."""
    data: Path = Path("data")
    sites: Path | None = None
    contact: str | None = None
    user_agent: str = f"newscrawl/{__version__}"
    """As sent: the one that was named, or ``newscrawl/VERSION (+CONTACT)``; without a contact, no brackets."""
    allow_hosts: tuple[str, ...] = ()
    """``name`` or ``name:port``, in lower case; an IPv6 address stands in brackets."""
    project: str = PROJECTS[0]
    """One of PROJECTS."""

    @property
    def robots_token(self) -> str:
        """The product name by which robots.txt files know the crawler: ``newscrawl``."""
        return _product(self.user_agent)

    @property
    def logs(self) -> Path:
        """The folder of the log files."""
        return self.data / "logs"

    @classmethod
    def from_mapping(cls, variables: Mapping[str, str]) -> Environment:
        """Read the variables, ``os.environ`` as a rule; raises UsageError naming the first that cannot be meant."""
        given = {name: value.strip() for name, value in variables.items() if value.strip()}
        contact = _contact(given.get("NEWSCRAWL_CONTACT"))
        return cls(
            store=given.get("NEWSCRAWL_STORE", "embedded:./data"),
            data=Path(given.get("NEWSCRAWL_DATA", "data")),
            sites=Path(given["NEWSCRAWL_SITES"]) if "NEWSCRAWL_SITES" in given else None,
            contact=contact,
            user_agent=_user_agent(given.get("NEWSCRAWL_USER_AGENT"), contact),
            allow_hosts=_allow_hosts(given.get("NEWSCRAWL_ALLOW_HOSTS", "")),
            project=_project(given.get("SCRAPY_PROJECT", PROJECTS[0])),
        )


def _contact(contact: str | None) -> str | None:
    if contact is not None and not (len(contact) <= 300 and _CONTACT.fullmatch(contact)):
        _refuse("NEWSCRAWL_CONTACT", f"is {contact[:300]!r}, neither a URL nor a mail address")
    return contact


def _user_agent(user_agent: str | None, contact: str | None) -> str:
    if user_agent is None:
        return f"newscrawl/{__version__}" + (f" (+{contact})" if contact else "")
    if not _USER_AGENT.fullmatch(user_agent):
        _refuse("NEWSCRAWL_USER_AGENT", "holds more than one line of 500 plain ASCII characters")
    if not _PRODUCT.fullmatch(_product(user_agent)):
        _refuse("NEWSCRAWL_USER_AGENT", f"is {user_agent!r}; it must begin with a product name like newscrawl/1.0")
    return user_agent


def _product(user_agent: str) -> str:
    return user_agent.split(maxsplit=1)[0].partition("/")[0]


def _allow_hosts(value: str) -> tuple[str, ...]:
    hosts = tuple(host for part in value.lower().split(",") if (host := part.strip()))
    for host in hosts:
        if not _HOST.fullmatch(host):
            _refuse(
                "NEWSCRAWL_ALLOW_HOSTS",
                f"holds {host[:300]!r}; a host is written like intranet.example or 10.0.0.7:8080",
            )
    return hosts


def _project(name: str) -> str:
    if name == "default":  # what Scrapy calls the first line of scrapy.cfg
        return PROJECTS[0]
    if name not in PROJECTS:
        _refuse("SCRAPY_PROJECT", f"is {name!r}; there are: {', '.join(PROJECTS)}")
    return name


def _refuse(name: str, why: str) -> NoReturn:
    message = f"{name} {why}"
    raise UsageError(message)
