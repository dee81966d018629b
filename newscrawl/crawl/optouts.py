"""What the crawler does about a publisher's opt-outs: every one is obeyed, unless the settings say to note it only.

Obeying means: ``noindex``, a passed ``unavailable_after`` and a reserved TDM keep the article out of the store,
``nofollow`` leaves a page's links alone, ``noarchive`` keeps the page as downloaded out of the archive. Whatever is
done, the statement stands in the article's rights.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scrapy.http import Response

from newscrawl.model.errors import UsageError
from newscrawl.model.rights import PRODUCT, Rights, moment_of, rights_of

SETTING = "NEWSCRAWL_OPT_OUTS"
OBEY, MARK = "obey", "mark"

DEFAULTS: Mapping[str, str] = {
    "noindex": OBEY,  # a store that answers searches is an index
    "nofollow": OBEY,  # links that the publisher does not vouch for lead away from the news
    "noarchive": OBEY,  # the article's words are kept, a copy of the page is not
    "unavailable_after": OBEY,  # an article that is to vanish is not collected any more
    "tdm": OBEY,  # a corpus is what is reserved; whoever has a licence sets "mark"
}
"""What is done about each opt-out, where NEWSCRAWL_OPT_OUTS says nothing of it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What may be done with a page."""

    store: bool = True
    """Whether its article may be kept."""
    follow: bool = True
    """Whether its links may be followed."""
    archive: bool = True
    """Whether the page as downloaded may be kept."""
    reason: str = ""
    """Which opt-outs decided, comma-separated: ``noindex, tdm``."""


def read_policy(value: Mapping[str, Any]) -> Mapping[str, str]:
    """What is done about each opt-out, those not named as by default; raises UsageError for a name or word unknown."""
    for name, word in value.items():
        if name not in DEFAULTS:
            message = f"{SETTING} names {name!r}; there are: {', '.join(DEFAULTS)}"
            raise UsageError(message)
        if word not in (OBEY, MARK):
            message = f"{SETTING}: {name} is {word!r}; it can be {OBEY} or {MARK}"
            raise UsageError(message)
    return {**DEFAULTS, **value}


def decide(rights: Rights, policy: Mapping[str, str], now: datetime) -> Decision:
    """What may be done with a page that was taken under such rights."""
    obeyed = [name for name in _said(rights, now) if policy[name] == OBEY]
    return Decision(
        store=not {"noindex", "unavailable_after", "tdm"}.intersection(obeyed),
        follow="nofollow" not in obeyed,
        archive="noarchive" not in obeyed,
        reason=", ".join(obeyed),
    )


def stated(response: Response, metas: Iterable[tuple[str, str]]) -> Rights:
    """What the headers of a source say, and the metas that a listing has."""
    product = product_of(response)
    robots = [value.decode("latin-1") for value in response.headers.getlist("X-Robots-Tag")]
    robots += [content for name, content in metas if name in {"robots", product}]
    return rights_of(robots, product=product)


def product_of(response: Response) -> str:
    """The name that a page was asked for under: the user agent's product, in lower case."""
    agent = response.request.headers.get("User-Agent") if response.request else None
    words = (agent or b"").decode("latin-1").lower().split("/", 1)[0].split()
    return words[0] if words else PRODUCT


def _said(rights: Rights, now: datetime) -> list[str]:
    """The names of the opt-outs that are in force."""
    directives = rights.directives
    none = "none" in directives
    until = moment_of(directives.get("unavailable_after", ""))
    in_force = {
        "noindex": none or "noindex" in directives,
        "nofollow": none or "nofollow" in directives,
        "noarchive": rights.noarchive,
        "unavailable_after": until is not None and until <= now,
        "tdm": rights.tdm == "1",
    }
    return [name for name, said in in_force.items() if said]
