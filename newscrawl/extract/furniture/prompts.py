"""Sentences in which a paper speaks of itself under a story: its newsletter, its accounts, who helped to write it."""

from __future__ import annotations

import re

_LONGEST = 320
_BY_MAIL = re.compile(r"newsletter|\binbox\b|\bpostfach\b|nieuwsbrief|nyhetsbrev|\bboletin(?:es)?\b")
_SIGN_UP = re.compile(
    r"\bsign(?:ing)? up\b|\bsubscrib(?:e|ing)\b|\babonn|\banmeld|\binscri|\bs[ui]scri|\biscriv|\bassine\b|\bsubscreva\b"
    r"|\bschrijf je in\b|\bprenumerera\b|\bberlangganan\b|\bdaftar"
)
_TO_THE_READER = re.compile(
    r"\b(?:our|your|here|free|now|today|hier|jetzt|kostenlos\w*|unser\w*|ihr(?:e[mnr]?)?|mein\w*|notre|nos|votre|vos|ici"
    r"|gratuit\w*|nuestr\w+|gratis|aqui|tu|nostr\w+|tua|onze|je|jouw|noss[ao]s?|kami|anda|kamu|sekarang)\b"
)
_FOLLOW = re.compile(
    r"\bfollow (?:him|her|them|us|me|the author)\b[^.]{0,60}"
    r"(?:@\w|twitter|facebook|instagram|threads|bluesky|tiktok|\bx\b)"
)
_AGENCY = "(?:dpa|afp|ap|reuters|epd|kna|sid)"
_CONTRIBUTED = re.compile(
    r"^(?:(?:with )?additional reporting (?:by|from)\b|with (?:agency )?(?:report(?:ing|s)|inputs?) (?:by|from)\b"
    r"|.{5,120}\bcontributed reporting(?: (?:from|in) [^.]{2,60})?\W*$"
    r"|.{5,220}\bcontributed (?:to|reporting to) this (?:report|story|article)\W*$"
    rf"|mit (?:material (?:von|der) )?{_AGENCY}(?:(?:,|/| und) ?{_AGENCY}){{0,3}}$)"
)
_NOT_OURS = re.compile(
    r"^(?:\w+\s?[:.] )?(?:seluruh |semua |segala )?(?:isi|tulisan|artikel|opini|konten|materi|naskah)\b.{0,160}"
    r"(?:tanggung jawab (?:\w+ )?(?:redaksi|penulis)|(?:pendapat|pandangan|opini) (?:pribadi )?penulis|pribadi penulis)"
)
_LOCKED = re.compile(r"il vous reste [\d.,]+ ?%|\breservee? aux abonnes\b")
_BY_POST = re.compile(r"\bdelivered (?:\w+ )?(?:to|through) your (?:door|letter ?box|mail ?box|home)\b")
_TO_ORDER = re.compile(r"\b(?:click here|subscribe|order now|issues for)\b")
_EARNS = re.compile(
    r"\b(?:we|may|might) (?:may |might |can |will )?(?:earn|receive|get) (?:an? )?(?:\w+ )?(?:commission|fee)\b"
)
_BY_LINK = re.compile(r"\b(?:links?|affiliate)\b")
_MODERATED = re.compile(r"^comments on this (?:piece|article|story) are (?:now )?(?:pre-?)?(?:moderated|closed|open)\b")
_MAILINGS = ("newsletter", "inbox", "postfach", "nieuwsbrief", "nyhetsbrev", "boletin")
_OF_OTHERS = ("tanggung jawab", "penulis")
_BEGINNINGS = ("comments on", "additional rep", "with ", "mit ")
_PROMPTS = {
    **dict.fromkeys(_MAILINGS, ("promo", (_BY_MAIL, _SIGN_UP, _TO_THE_READER))),
    "follow ": ("promo", (_FOLLOW,)),
    **dict.fromkeys(_OF_OTHERS, ("byline", (_NOT_OURS,))),
    **dict.fromkeys(("vous reste", "aux abonnes"), ("promo", (_LOCKED,))),
    "delivered ": ("promo", (_BY_POST, _TO_ORDER)),
    **dict.fromkeys(("commission", " fee"), ("promo", (_EARNS, _BY_LINK))),
    "comments on": ("comments", (_MODERATED,)),
    **dict.fromkeys(("contributed", "additional rep", "with ", "mit "), ("byline", (_CONTRIBUTED,))),
}
"""By a mark that is quick to find, and that most lines have none of: what a line is that holds all patterns."""
_INSIDE = tuple(mark for mark in _PROMPTS if mark not in _BEGINNINGS)


def prompt_of(folded: str) -> str | None:
    """What furniture a folded line is: ``promo``, ``comments`` or ``byline``; None where it may be the story's.

    A story about newsletters tells who signed up; only the paper asks its reader to.
    """
    if len(folded) > _LONGEST or not (folded.startswith(_BEGINNINGS) or any(map(folded.__contains__, _INSIDE))):
        return None
    for mark, (kind, patterns) in _PROMPTS.items():
        if mark in folded and all(pattern.search(folded) for pattern in patterns):
            return kind
    return None
