"""The machinery of a page's adverts and counters: slots, an auction, switches, and what is told of the page itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

_BIDDERS = ("lelangraya", "pasarmedia", "tawarcepat", "nusabid", "mangga", "kilaudigital", "sisipan", "tepatguna")
_SWITCHES = (
    *("infiniteScroll", "stickyVideo", "pushPrompt", "readingProgress", "commentBadge", "darkMode", "liveBlogPing"),
    *("lazyComments", "adRefresh", "outstream", "surveyWidget", "appBanner", "fontSwitch", "relatedV2", "shareCount"),
    *("paywallMeter", "recoSlot", "trendingTicker", "interstitialCap", "headlineTest", "vitalsSample", "consentV2"),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for an advert and the sizes that fit into it."""

    name: str
    sizes: Sequence[Sequence[int]]

    def element_id(self, paper: str) -> str:
        return f"iklan-{paper}-{self.name}-0"

    def path(self, paper: str) -> str:
        return f"/2150{len(paper)}/{paper}/desktop/{self.name}"


def definitions(paper: str, slots: Sequence[Slot]) -> str:
    """The statements that make the slots known."""
    return "\n".join(
        f'iklan.cmd.push(function(){{var s=iklan.define("{slot.path(paper)}",{compact(slot.sizes)},'
        f'"{slot.element_id(paper)}");s.map=[[[1024,0],{compact(slot.sizes)}],[[0,0],[[320,100],[300,250]]]];'
        f's.targeting={{pos:"{slot.name}",tier:"{place % 3}"}}}});'
        for place, slot in enumerate(slots)
    )


def auction(paper: str, slots: Sequence[Slot], bidders: int, rng: Random) -> str:
    """The JSON of what is offered to so many bidders a slot."""
    units = [
        {
            "code": slot.element_id(paper),
            "mediaTypes": {"banner": {"sizes": slot.sizes, "pos": 1 + place % 3}},
            "bids": [_bid(paper, slot, bidder, rng) for bidder in _BIDDERS[:bidders]],
        }
        for place, slot in enumerate(slots)
    ]
    return compact(units)


def _bid(paper: str, slot: Slot, bidder: str, rng: Random) -> dict[str, Any]:
    params = {
        "placementId": str(rng.randrange(10**7, 10**8)),
        "siteId": f"{paper[:4]}-{rng.randrange(1000, 9999)}",
        "zone": f"{slot.name}_{rng.choice(('atf', 'btf', 'mid'))}",
        "bidFloor": rng.randrange(5, 90) / 100,
    }
    return {"bidder": bidder, "params": params}


def settings(paper: str, count: int, rng: Random) -> str:
    """The JSON of what is switched on in the paper's pages."""
    switches = {
        name: {"on": rng.random() < 0.6, "share": rng.randrange(0, 101, 5), "since": f"2025.{rng.randrange(1, 53)}"}
        for name in _SWITCHES[:count]
    }
    build = f"{rng.getrandbits(40):010x}"
    return compact({"app": paper, "build": build, "switches": switches, "cdn": f"http://aset.rangkawarta.test/{paper}"})


def page_data(paper: str, title: str, kind: str, rng: Random) -> str:
    """The JSON of what the counters are told of one page."""
    told = {
        "event": "pageview",
        "brand": paper,
        "contentTitle": title,
        "contentType": kind,
        "contentId": rng.randrange(10**6, 10**7),
        "editionHash": f"{rng.getrandbits(64):016x}",
        "abGroup": rng.choice("ABCD"),
        "platform": "desktop",
        "template": f"{kind.split(' ', maxsplit=1)[0] or 'umum'}-v{rng.randrange(2, 5)}",
        "adsAllowed": True,
    }
    return compact(told)


def compact(data: object) -> str:
    """JSON that may stand in a script element: no text can end it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
