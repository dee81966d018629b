"""A response's bytes decoded and parsed, once, within bounds."""

from __future__ import annotations

import re
import zlib
from codecs import getincrementaldecoder
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from charset_normalizer import from_bytes
from lxml import etree
from lxml.etree import XPath
from lxml.html import HtmlElement, HtmlEntity, HTMLParser, document_fromstring
from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding

from newscrawl.extract.page.markup import Markup, read_markup
from newscrawl.extract.page.outline import Outline
from newscrawl.extract.page.selectors import select
from newscrawl.extract.page.structured import Structured, read_structured
from newscrawl.model.errors import Unreadable
from newscrawl.model.page import Page
from newscrawl.sites.base import Site

MAX_BYTES = 16 * 1024 * 1024
"""News pages have 50 to 500 kB; the largest seen with its data in scripts had 6 MB."""
_GZIP = b"\x1f\x8b"
_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"RIFF", b"\x00\x00\x01\x00", b"\x1aE\xdf\xa3")
_TAG = re.compile(rb"<\s*(?:!doctype|[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
_MAX_DEPTH = 256
"""Elements inside one another; 140 is the most that was seen, unclosed ``<font>`` apart."""
# lxml.html's own lookup asks Python for every element, to make of forms and inputs what nobody here needs.
_CLASSES = etree.ElementDefaultClassLookup(element=HtmlElement, entity=HtmlEntity)
_TOO_DEEP = XPath("/*" * _MAX_DEPTH)
# An address that stays as it is whatever it is joined to: most links are written so.
_PLAIN_URL = re.compile(r"https?://[a-zA-Z0-9.-]++/[\w/.~%+=&@!$'()*,:-]*+(?:\?[\w/.~%+=&@!$'()*,:-]++)?", re.ASCII)
_NOT_CONTROL = bytes(sorted(set(range(256)) - set(range(0x01, 0x07)) - set(range(0x0E, 0x14))))
_LOOKED_AT, _MOST_CONTROLS = 4_096, 40
"""Bytes at the beginning of a body, and how many of them may be control characters: more are no text."""
_PIECE = 64 * 1024
_SAMPLE = 100_000


@dataclass(frozen=True)
class Document:
    """A page as parsed: what every reader of a field is given. The tree is shared; readers never change it."""

    page: Page
    site: Site
    root: HtmlElement
    markup: Markup

    @property
    def url(self) -> str:
        return self.page.url

    @property
    def is_cut(self) -> bool:
        """Whether the page has more tags than are read, and the root holds its beginning."""
        return self.markup.is_cut

    @cached_property
    def scripts(self) -> list[tuple[HtmlElement, str]]:
        """The scripts that hold something, each with its text."""
        texts = ((script, self.markup.text_of(script)) for script in self.outline.of("script"))
        return [(script, text) for script, text in texts if text]

    @cached_property
    def base(self) -> str:
        """What relative links are relative to."""
        declared = next((str(e.get("href")) for e in self.outline.of("base") if e.get("href")), "")
        joined = _join(self.url, declared)
        return joined if urlsplit(joined).scheme in {"http", "https"} else self.url

    @cached_property
    def outline(self) -> Outline:
        return Outline(self.root, self.markup.encoded)

    @cached_property
    def structured(self) -> Structured:
        return read_structured(self.outline, self.markup)

    @cached_property
    def zone(self) -> str:
        """The IANA zone of times that the page prints without one."""
        zone = self.site.zone(self.url)
        if zone == "UTC" and re.match(r"(?:id|in)\b", (self.root.get("lang") or self._locale).lower()):
            return "Asia/Jakarta"  # an Indonesian site under .com that nobody has described yet
        return zone

    @property
    def zone_is_known(self) -> bool:
        """Whether ``zone`` is the publisher's own, told by its definition; else the address or language suggests it."""
        return self.zone != "UTC" and self.site.title not in self.site.domains

    @property
    def _locale(self) -> str:
        found = self.structured.meta_first("og:locale", "content-language", "language")
        return found[0] if found else ""

    @cached_property
    def brands(self) -> tuple[str, ...]:
        """The names under which the publisher appears in titles, bylines and datelines."""
        return (self.site.title, *self.site.brands, *self.structured.site_names, *self.site.domains)

    def absolute(self, href: str | None) -> str | None:
        """The link as an absolute http or https URL; None for anything else."""
        if not href or len(href) > 4000:
            return None
        joined = _join(self.base, href.strip())
        return joined if re.match(r"https?://[^/\s]+", joined) else None


def read_document(page: Page, site: Site) -> Document:
    """Decode and parse a page. Raises Unreadable for a body that is empty, binary, too large or not HTML."""
    encoded = read_text(page)
    if not _TAG.search(encoded, 0, 1024 * 1024):
        message = f"{page.url}: the body holds no HTML"
        raise Unreadable(message)
    markup = read_markup(encoded)
    root = _parse(page.url, markup.encoded)
    if site.overrides:
        markup.restore(root)
    return Document(page, site, root, markup)


def read_text(page: Page) -> bytes:
    """The body's text in UTF-8: by its byte order mark, by being UTF-8, as declared, or as detected.

    Raises Unreadable for a body that is empty, too large or binary.
    """
    body = _inflate(page)
    if not body.strip(b"\x00 \t\r\n"):
        message = f"{page.url}: the body is empty"
        raise Unreadable(message)
    if len(body) > MAX_BYTES:
        message = f"{page.url}: the body has {len(body)} bytes, at most {MAX_BYTES} are read"
        raise Unreadable(message)
    if body.startswith(_MAGIC) or (page.content_type or "").startswith(("image/", "audio/", "video/", "font/")):
        message = f"{page.url}: the body is binary ({page.content_type or 'by its first bytes'})"
        raise Unreadable(message)
    encoded = _in_utf_8(body, page.encoding)
    if b"\x00" in encoded:
        encoded = encoded.replace(b"\x00", b"")
    if len(encoded[:_LOOKED_AT].translate(None, _NOT_CONTROL)) > _MOST_CONTROLS:
        message = f"{page.url}: the body is binary"
        raise Unreadable(message)
    return encoded


def _inflate(page: Page) -> bytes:
    body = page.body
    if not body.startswith(_GZIP):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MAX_BYTES + 1)
    except zlib.error as error:
        message = f"{page.url}: the body is broken gzip: {error}"
        raise Unreadable(message) from error


def _in_utf_8(body: bytes, header: str | None) -> bytes:
    mark, skipped = read_bom(body)
    if mark and skipped:
        return _from(mark, body[len(skipped) :])
    declared = resolve_encoding(header or "") or html_body_declared_encoding(body[:8192])
    if declared and declared.startswith(("utf-16", "utf-32", "iso2022", "hz")):
        return _from(declared, body)
    if _is_utf_8(body):
        return body
    if declared and declared != "utf-8":
        return _from(declared, body)
    return _decode_undeclared(body).encode("utf-8", "replace")


def _from(encoding: str, body: bytes) -> bytes:
    return body.decode(encoding, "replace").encode("utf-8", "replace")


def _is_utf_8(body: bytes) -> bool:
    """Whether the body is UTF-8, looked at piece by piece: the text of all of it would fill the processor's cache."""
    if body.isascii():
        return True
    decoder = getincrementaldecoder("utf-8")()
    pieces = range(0, len(body), _PIECE)
    try:
        for start in pieces:
            decoder.decode(body[start : start + _PIECE], final=start == pieces[-1])
    except UnicodeDecodeError:
        return False
    return True


def _decode_undeclared(body: bytes) -> str:
    """Bytes that claim to be UTF-8, or claim nothing, and are not quite UTF-8."""
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text[:_SAMPLE] if character > "\x7f") - text[:_SAMPLE].count("\ufffd")
    if broken <= 3 or sound > 4 * text[:_SAMPLE].count("\ufffd"):
        return text
    # Scripts and markup are ASCII and say nothing of the encoding; the sample keeps the lines that do.
    lines = [line for line in body.splitlines() if not line.isascii()]
    found = from_bytes(b"\n".join(lines)[:_SAMPLE]).best()
    return body.decode(found.encoding, "replace") if found else body.decode("cp1252", "replace")


def _parse(url: str, encoded: bytes) -> HtmlElement:
    try:
        root = _parsed(encoded)
        if root is None:
            root = _flattened(encoded)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        message = f"{url}: the body cannot be parsed: {error}"
        raise Unreadable(message) from error
    if root.find("body") is None:
        message = f"{url}: the page has no body"
        raise Unreadable(message)
    return root


def _parsed(encoded: bytes) -> HtmlElement | None:
    """The tree; None where libxml2 gave up, at 256 elements inside one another or at 10 MB of one text."""
    parser = _parser(huge=False)
    root = document_fromstring(encoded, parser=parser)
    last = parser.error_log.last_error
    return None if last is not None and last.level == etree.ErrorLevels.FATAL else root


def _flattened(encoded: bytes) -> HtmlElement:
    """The tree of a page that holds too much, without what is nested too deeply."""
    root = document_fromstring(encoded, parser=_parser(huge=True))
    _flatten(root)
    return root


def _parser(*, huge: bool) -> HTMLParser:
    """``huge`` lifts the nesting limit, beyond which all is lost, to 2,047, and the limits of texts.

    Comments are left out: frameworks put them between the words of one sentence.
    """
    parser = HTMLParser(encoding="utf-8", huge_tree=huge, remove_pis=True, remove_comments=True, collect_ids=False)
    parser.set_element_class_lookup(_CLASSES)
    return parser


def _flatten(root: HtmlElement) -> None:
    """Leave of what is nested too deeply the text alone: every look at an element's ancestors is bounded by it."""
    for element in select(root, _TOO_DEEP):
        etree.strip_elements(element, "script", "style", with_tail=False)
        etree.strip_tags(element, "*")


def _join(base: str, href: str) -> str:
    """The address that a link leads to; empty for one whose host or port cannot be read."""
    if _PLAIN_URL.fullmatch(href):
        return href
    try:
        joined = urljoin(base, href)
        _ = urlsplit(joined).port
    except ValueError:  # "http://[broken", "http://host:https/"
        return ""
    return joined
