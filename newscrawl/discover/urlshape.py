"""What a URL's shape says of the page: file, document, listing, or a service such as login and search."""

from __future__ import annotations

import re
from posixpath import splitext
from urllib.parse import urlsplit

from newscrawl.model.urls import LONGEST_URL


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FILES = _words(
    """
    .7z .aac .apk .atom .avi .bmp .css .csv .doc .docx .eot .epub .exe .flv .gif .gz .ico .ics .iso .jpeg .jpg .js
    .json .m3u8 .m4a .m4v .mov .mp3 .mp4 .mpeg .mpg .ogg .ogv .otf .pdf .png .ppt .pptx .rar .rss .svg .swf .tar .tgz
    .tif .tiff .ts .ttf .txt .wav .webm .webp .wmv .woff .woff2 .xls .xlsx .xml .zip
    """
)

# Segments of pages that list others, or hold pictures or a film: never an article, perhaps worth reading for links.
LISTING_WORDS = _words(
    """
    archive archives arsip author authors berita-foto category categories channel editor foto fotos galeri galleries
    gallery hashtag home indeks index infografik infografis kanal kategori label latest listing live-streaming
    livestreaming multimedia news-index page penulis photo photos popular reporter rubrik section sections sitemap tag
    tagar tags tema terbaru terkini terpopuler topic topics topik trending tv video videos writer
    """
)

# Segments of pages that no crawl of articles has any use for.
SERVICE_WORDS = _words(
    """
    about about-us account advertise advertising ajax akun amp-story api apps aviso-legal basket cari cart cdn-cgi
    cgi-bin checkout comment comments contact contact-us daftar datenschutzerklaerung disclaimer download faq feed
    feeds forgot-password hubungi-kami iklan impressum imprint info-iklan karier karir kebijakan-privasi
    ketentuan-layanan kirim-tulisan kode-etik komentar kontak kontak-kami langganan login logout masuk media-kit
    mentions-legales newsletter oauth pasang-iklan pedoman-media-siber pedoman-pemberitaan-media-siber policy polling
    print printer privacy privacy-policy profil-saya profile redaksi register registrasi reset-password rss search
    share sign-in sign-up signin signup subscribe syarat-dan-ketentuan tentang-kami term terms terms-of-service
    terms-of-use user users widget widgets wp-admin wp-content wp-includes wp-json wp-login.php xmlrpc.php
    """
)

_SERVICE_QUERY = re.compile(
    r"(?:^|&)(?:replytocom|share|add-to-cart|print|s|q|query|keyword|redirect_to|action)=", re.IGNORECASE
)
_ASSET_HOST = re.compile(
    r"^(?:static|assets?|cdn|img|images?|akcdn|media|ads?|analytics|accounts?|login|sso|api)\d*\.", re.IGNORECASE
)
_DATE_IN_PATH = re.compile(r"/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]?(?:0?[1-9]|[12]\d|3[01]))?(?=[/-]|\d{6}/)")
_ID = re.compile(r"(?:^|\D)\d{5,}|^[a-z]{1,3}-?\d{5,}|^[0-9a-z]{6,12}$", re.IGNORECASE)


def is_file(url: str) -> bool:
    """Whether the path ends as a picture, document, film, script or other file that is no page."""
    return splitext(_path(url).lower())[1] in _FILES


def is_service(url: str) -> bool:
    """Whether the page is a login, search, print view, imprint or the like, or on a host of files."""
    host, query = _parts(url)
    segments = [segment.removesuffix(".html") for segment in _segments(url)]
    return (
        any(segment in SERVICE_WORDS for segment in segments)
        or bool(_SERVICE_QUERY.search(query))
        or bool(_ASSET_HOST.match(host))
    )


def is_listing(url: str) -> bool:
    """Whether a segment says that the page lists others, or holds pictures or a film."""
    return any(re.sub(r"\d*(?:\.html?|\.php)?$", "", segment) in LISTING_WORDS for segment in _segments(url))


def is_document(url: str) -> bool:
    """Whether the path looks like one story's: a slug of four words, or one of three beside a date or a number."""
    if len(url) > LONGEST_URL or is_listing(url):
        return False
    words = slug_words(url)
    return words >= 4 or (words >= 3 and _is_numbered(url))


def slug_words(url: str) -> int:
    """The words of the path's longest segment: ``5`` for ``/politik/bupati-resmikan-pasar-baru-123.html``."""
    return max((len(re.findall(r"[^\W\d_]{2,}", segment)) for segment in map(_stem, _segments(url))), default=0)


def _is_numbered(url: str) -> bool:
    return bool(_DATE_IN_PATH.search(_path(url))) or any(_ID.search(_stem(segment)) for segment in _segments(url))


def _stem(segment: str) -> str:
    return re.sub(r"\.(?:html?|php|aspx?|phtml)$", "", segment)


def _segments(url: str) -> list[str]:
    return [segment for segment in _path(url).lower().split("/") if segment]


def _path(url: str) -> str:
    try:
        return urlsplit(url[:LONGEST_URL]).path
    except ValueError:
        return ""


def _parts(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url[:LONGEST_URL])
        host = parts.hostname or ""
    except ValueError:
        return "", ""
    return host, parts.query
