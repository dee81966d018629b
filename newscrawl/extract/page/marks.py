"""What elements say of themselves in class, id, role and itemprop: article body, or furniture."""

from __future__ import annotations

import re
from itertools import pairwise

from lxml.html import HtmlElement

from newscrawl.extract.text.recall import remembered

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LOWER_WORD = re.compile(r"[a-z]+")
_PIECE = re.compile(r"[A-Za-z0-9]+")
_HASHED = re.compile(r"[A-Za-z][0-9]+(?!x[0-9])[A-Za-z]|(?<![A-Za-z0-9])[0-9]+[A-Za-z]")
"""A stylesheet's ``f98b1ad2`` holds no words; ``ad1`` and ``ad300x250`` do."""
_BUILDER = re.compile(r"\belementor-(?:(?:widget-)?icon-list|widget(?:-container|-wrap)?)\b")
"""What a page builder calls all that it makes, paragraphs and lists too, before it says which it is."""

# Words of class and id attributes, in English and Indonesian (terkait: related, iklan: advert).
_SURE = frozenset(
    """
    comment comments komentar disqus cookie cookies cookiebot onetrust didomi consent gdpr modal popup
    newsletter subscribe subscription signup outbrain taboola addthis sharedaddy sosmed adsbygoogle advertisement
    sidebar breadcrumb breadcrumbs bacajuga lihatjuga linksisip terkait relatedposts relatedarticles
    factbox infobox factsheet faktabox faktaboks faktarute faktaruta faktenbox infokasten infokotak
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_LIKELY = frozenset(
    """
    related relate readmore sisip recommended recommendation recommendations recommend recirc recirculation
    rekomendasi lainnya popular terpopuler trending mostread
    share sharing shares sidebars
    advert adverts ads ad iklan adslot adsense banner sponsored sponsor revive promo promobox
    pagination pager widget widgets toolbar tooltip overlay teaser teasers
    byline authorbio biography bio tags tag topik keywords hashtag
    footer copyright disclaimer callout caption credit takeaway takeaways donasi donate donation
    """.split()  # noqa: SIM905
)
_SURE_PAIRS = frozenset((
    ("baca", "juga"), ("read", "also"), ("see", "also"), ("also", "read"), ("more", "stories"), ("author", "bio"),
    ("author", "box"), ("about", "author"), ("next", "article"), ("lihat", "juga"), ("simak", "juga"),
    ("info", "author"), ("sign", "up"), ("related", "news"), ("related", "articles"), ("related", "posts"),
    ("related", "stories"), ("berita", "lain"), ("google", "news"), ("live", "chat"),
    ("twitter", "tweet"), ("instagram", "media"), ("tiktok", "embed"), ("reddit", "card"), ("bluesky", "embed"),
    ("fact", "box"), ("info", "box"), ("xfbml", "parse"), ("telegram", "post"),
))  # fmt: skip
_LIKELY_PAIRS = frozenset((("read", "more"), ("more", "from"), ("author", "info"), ("most", "read")))
# Parts of names that are said of things beside the story; a body is seldom called so, but a page or a column may be.
_ASIDE = re.compile(
    r"author(?!i)|byline|related|newsletter|\bexpand|social|sidebar|banner|bread-?crumb|button|cookie|consent|footer|menu"
    r"|widget|\btags\b|tag-list|timestamp|metadata|\bmeta\b|[_-]meta\b|meta[_-]|rating|caption|credit|share|sharing|overlay"
    r"|premium|subscri|signin|register|teaser|control-|next-|-stories|more-on|most-popular|message|embed|attachment"
    r"|[_-]icon|[_-]count\b|imageinfo|\binfo\b|hidden|\bhide\b|noprint|end-?note",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BODY_ITEMPROP = frozenset({"articlebody", "reviewbody"})
_BODY_NAME = re.compile(
    r"(?:^|[\s_-])(?:article|story|post|entry|news|detail|read|content|text|artikel|berita|isi)(?:__|--|[-_])?"
    r"(?:page[-_])?(?:body|content|text|konten|berita|artikel|isi|copy)(?:[-_]{1,2}(?:text|content|body|inner|wrapper))?(?:$|[\s_-])"
    r"|(?:^|\s)(?:articlebody|storybody|articletext|articlecontent|txt-article|side-article|fulltext|maincontent|itp_bodycontent"
    r"|body-copy|bodycopy|rich-?text|prose|td-post-content|mdk-body-paragraph|detail-desc|detailsContent"
    r"|ck-content|trix-content|fr-view|ql-editor|note-editable|konten-berita|single-content|news-detail)(?:$|[\s_-])",
    re.IGNORECASE,
)


def words_in(name: str) -> list[str]:
    """The words of a class or id, in lower case: ``relatedPosts-list`` has three."""
    if name.islower():
        return _LOWER_WORD.findall(name)
    return [word.lower() for word in _WORD.findall(name)]


def furniture_by_name(element: HtmlElement) -> int:
    """How surely class or id call the element something beside the story: 0 not at all, 1 likely, 2 surely."""
    classes, own = element.get("class"), element.get("id")
    if classes is None and own is None:
        return 0
    return _rank(f"{classes} {own}"[:300] if classes and own else (classes or own or "")[:300])


def says_body(element: HtmlElement) -> bool:
    """Whether the element calls itself the article's text."""
    mark = element.get("itemprop")
    if mark is not None and mark.lower() in _BODY_ITEMPROP:
        return True
    classes = element.get("class")
    if classes and _names_body(classes):
        return True
    own = element.get("id")
    return bool(own) and _names_body(own)


def stands_aside(element: HtmlElement) -> bool:
    """Whether class or id hint that the element, inside a body, is something beside its text."""
    name = element.get("class"), element.get("id")
    return name != (None, None) and _is_aside(" ".join(filter(None, name))[:300])


def is_hidden(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of it; further pages of a story are hidden as well, and hold much text."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


@remembered(20_000)
def _is_aside(name: str) -> bool:
    return _ASIDE.search(_BUILDER.sub("", name)) is not None


@remembered(20_000)
def _rank(name: str) -> int:
    words = _words_by_hand(name) if "elementor" in name or _HASHED.search(name) else words_in(name)
    if not (_SURE.isdisjoint(words) and _SURE_PAIRS.isdisjoint(pairwise(words))):
        return 2
    return int(not (_LIKELY.isdisjoint(words) and _LIKELY_PAIRS.isdisjoint(pairwise(words))))


def _words_by_hand(name: str) -> list[str]:
    """The words that were written by people, not by a page builder or for a stylesheet alone."""
    pieces = (piece for piece in _PIECE.findall(_BUILDER.sub("", name)) if not _HASHED.search(piece))
    return [word for piece in pieces for word in words_in(piece)]


@remembered(20_000)
def _names_body(name: str) -> bool:
    return bool(_BODY_NAME.search(name[:300]))
