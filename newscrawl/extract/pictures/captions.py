"""What is printed with a picture: its caption, and who took it or passed it on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from newscrawl.extract.dates.days import is_day
from newscrawl.extract.lexicon.brands import is_brand
from newscrawl.extract.page.blocks import read_blocks, text_of
from newscrawl.extract.page.marks import words_in
from newscrawl.extract.pictures.elements import PICTURES
from newscrawl.extract.text.folding import fold, letters_of
from newscrawl.extract.text.recall import remembered
from newscrawl.extract.text.wordlists import alternatives, first_word, first_words, forms, words

_LABELS = """
    foto|fotos|photo|photos|photograph|sumber|source|sources|kredit|credit|credits|dok|dokumentasi|image|images|gambar
    ilustrasi|fotografer|pic|picture|bild|bilder|bildquelle|bildnachweis|quelle|quellen|fuente|fonte|kilde|bron|kaynak
    photo credit|photo credits|image credit|image credits|picture credit|photo source|image source|foto kredit
    credit photo|credits photo|crédit image|credito|creditos|crediti|crédito foto|fotografia|fotografie
"""
"""What stands before a credit and a colon."""
_LABEL = f"(?:{alternatives(forms(_LABELS))})"
_LABEL_WORDS = first_words(forms(_LABELS)) - {"ilustrasi"}
_TAKEN_BY = f"(?:{alternatives(forms('by|oleh|di|de|von|par|da|van|av|af'))})"
# "Foto: X" anywhere; "Foto/X" only where a caption may end, for "ANTARA FOTO/Budi" is a credit as a whole; and
# "foto di X" only within brackets, for words go on so too: "Foto di gruppo". Searched for in the folded text.
_LABELLED = re.compile(
    rf"(?P<open>[(\[])?\s*\b{_LABEL}\s*:\s*(?:{_LABEL}\s*[:/]\s*)?"
    rf"|(?:^|(?<=[.!?|]\s)|(?P<open2>[(\[]))\s*{_LABEL}\s*/\s*"
    rf"|(?P<open3>[(\[])\s*{_LABEL}\s{_TAKEN_BY}\s"
)
_WITH_LABELS = (":", "/", "(", "[")
_BRACKETED = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,80})[)\]]\s*\.?\s*$")
_MARKED = re.compile(r"[(\[]?\s*(?P<credit>(?:Dok\.|Doc\.|©)\s?[^()\[\]]{2,80}?)\s*[)\]]?\s*$")
# "... pantai. ANTARA/Wening Lestari", "... kios. tirto.id/Andrey", "... alun-alun. /Pikiran Rakyat/Teguh"
_AGENCY = re.compile(
    r"(?<=[.!?)\"”])\s+/?(?P<credit>(?:[A-Z][\w.& ]{1,30}|[a-z]{3,20}\.[a-z.]{2,8})/[A-Z][\w.'’ -]{2,40})$"
)
_POSITIONS = words(
    "kiri kanan tengah atas bawah depan belakang left right center centre top bottom back front links rechts"
)
_CAPTION_NAME = re.compile(
    r"caption|keterangan|foto-?desc|photo-?desc|legend|cutline|img-?desc|bildunterschrift|bildtext|pie-?(?:de-?)?foto"
    r"|leyenda|didascalia",
    re.IGNORECASE,
)
_CREDIT_WORDS = words(
    "credit credits copyright source author photographer agency kredit fotograf fotografer fotocredit quelle"
)
_CAPTION_WORDS = words("caption text title description")
_LONGEST_CREDIT = 120
_WRAPS = frozenset({"source", "picture", "a", "span", "noscript", "amp-img"})
"""libxml2 puts every ``<source>`` into the one before it; of these elements any number may stand round a picture."""
_INLINE = frozenset({"span", "small", "cite", "em", "i", "b", "strong"})
_ENDS = frozenset(".!?)”")
_STEPS, _MOST_STEPS = 5, 25
_MANY = 12
_LONGEST = 600


def split_credit(text: str) -> tuple[str | None, str | None]:
    """A printed caption as caption and credit: ``Banjir (Foto: Antara)`` gives ``("Banjir", "Antara")``."""
    text = " ".join(text.split()).strip()
    label = _label_in(text)
    if label and len(text) - label.end() <= 150:
        credit = _behind(label, text)
        inner = _BRACKETED.search(credit)
        if not label.start() and not _opening(label) and inner and _may_be_credit(inner["credit"]):
            return _worded(credit[: inner.start()]), inner["credit"].strip()  # "Foto: Banjir di Kudus (Antara/Yusuf)"
        return _worded(text[: label.start()]), credit.strip() or None
    for pattern in (_MARKED, _BRACKETED, _AGENCY):
        match = pattern.search(text)
        if match and _may_be_credit(match["credit"]):
            return _worded(text[: match.start()]), match["credit"].strip(" .|-") or None
    return text or None, None


def _label_in(text: str) -> re.Match[str] | None:
    """The label of a credit; the marks that stand with all of them are quick to look for."""
    return _LABELLED.search(fold(text)) if any(map(text.__contains__, _WITH_LABELS)) else None


def _opening(label: re.Match[str]) -> str | None:
    return label["open"] or label["open2"] or label["open3"]


def _behind(label: re.Match[str], text: str) -> str:
    """The credit that a label announces, without the bracket that is closed behind it."""
    credit, opening = text[label.end() :].strip(" .|-"), _opening(label)
    closing = "]" if opening == "[" else ")"
    if opening or credit.count(closing) > credit.count("(" if closing == ")" else "["):
        return credit.removesuffix(closing)
    return credit


def _may_be_credit(text: str) -> bool:
    """Whether it names somebody: a day, ``(21/11/2026)``, and a person's place in the picture are the caption's own."""
    return not is_day(text) and fold(text) not in _POSITIONS


def _worded(caption: str) -> str | None:
    return caption.strip(" |-–—/([") or None


def _credited(text: str) -> tuple[str | None, str | None]:
    """What an element that calls itself a credit says: all of it is one, but for a label, or a caption before it."""
    label = _LABELLED.match(fold(text))
    if label is not None and len(text) <= _LONGEST_CREDIT:
        return None, _behind(label, text).strip() or None
    caption, credit = split_credit(text)
    if len(text) > _LONGEST_CREDIT or (
        caption and credit and not _AGENCY.search(text) and first_word(fold(text)) not in _LABEL_WORDS
    ):
        return caption, credit
    return (None, credit) if credit and not caption else (None, text if _may_be_credit(text) else None)


def read_caption(picture: HtmlElement) -> tuple[str | None, str | None]:
    """The caption and the credit that are printed with a picture."""
    caption, credit = None, None
    for text, is_credit in _captions(picture):
        if not any(map(str.isalnum, text)):
            continue  # the cross of a button
        said, name = _credited(text) if is_credit else split_credit(text)
        if caption and said and not name and is_brand(said):
            said, name = None, said
        credit = credit or (_closed(name) if name else None)
        caption = caption or (said.rstrip(" ([|") if said else None)
        if caption and credit:
            break
    return (None, credit) if caption and credit and letters_of(caption) == letters_of(credit) else (caption, credit)


def _closed(credit: str) -> str | None:
    """The credit without a bracket that has lost its other half."""
    for one, other in ("()", "[]"):
        if credit.startswith(one) and other not in credit:
            credit = credit[1:]
        elif credit.endswith(other) and one not in credit:
            credit = credit[:-1]
    return credit.strip() or None


def _captions(picture: HtmlElement) -> Iterator[tuple[str, bool]]:
    """What is printed with the picture, nearest first: marked captions round it, else its frame's text.

    Each line says whether it stands in an element that calls itself a credit.
    """
    seen: set[HtmlElement] = set()
    yield from _next_to(picture, seen)
    for holder, printed in _frames(picture):
        marked = [e for e in holder.iterdescendants("*") if is_caption(e)]
        lines = [line for caption in marked for line in _unseen(caption, seen)]
        yield from lines
        if lines and holder.tag == "figure":
            return
        if marked:
            continue
        text = text_of(holder, 700) if printed is None else printed
        if text and (holder.tag == "figure" or _holds_credit(text)):
            yield from _lines(holder)
            return
        yield from _next_to(holder, seen)


def _holds_credit(text: str) -> bool:
    return len(text) <= 300 and (_label_in(text) is not None or split_credit(text)[1] is not None)


def _unseen(caption: HtmlElement, seen: set[HtmlElement]) -> Iterator[tuple[str, bool]]:
    if caption not in seen and seen.isdisjoint(caption.iterancestors()):
        seen.add(caption)
        yield from _lines(caption)


def _next_to(element: HtmlElement, seen: set[HtmlElement]) -> Iterator[tuple[str, bool]]:
    """The caption that stands right under an element which holds a picture and nothing else."""
    below = element.getnext()
    if below is not None and not (element.tail or "").strip() and is_caption(below) and not _shows(below, 0):
        yield from _unseen(below, seen)


def _frames(picture: HtmlElement) -> Iterator[tuple[HtmlElement, str | None]]:
    """The elements round a picture that hold no other one and few words beside it, with the words where they count."""
    figure, steps = next(picture.iterancestors("figure"), None), 0
    printed: str | None = ""
    for holder in islice(picture.iterancestors(), _MOST_STEPS):
        if holder.tag in {"body", "article", "main"} or (not _holds_one(holder) and _shows(holder, 1)):
            return
        if not printed and not holder.text_content().strip():  # most frames, and quick to see
            printed = ""
        elif figure is not None:
            printed = None
        elif printed is None or not _merely_wraps(holder):
            printed = text_of(holder, 700)
        if printed is not None and len(printed) > _LONGEST:
            return
        yield holder, printed
        figure = None if holder is figure else figure
        steps += holder.tag not in _WRAPS
        if steps >= _STEPS and figure is None:
            return


def _holds_one(holder: HtmlElement) -> bool:
    """Whether all that it holds is one element, no picture: it shows what that one shows."""
    return len(holder) == 1 and holder[0].tag not in PICTURES


def _merely_wraps(holder: HtmlElement) -> bool:
    """Whether it prints what its only element does."""
    return len(holder) == 1 and not (holder.text or "").strip() and not (holder[0].tail or "").strip()


def _shows(element: HtmlElement, most: int) -> bool:
    """Whether the element shows more pictures than so many; one for readers without scripts is none of its own."""
    found = element.iterdescendants(*PICTURES)
    first = list(islice(found, most + 1))
    if len(first) <= most:
        return False
    shown = 0
    for seen, picture in enumerate(chain(first, found), 1):
        shown += next(picture.iterancestors("noscript", "amp-img"), None) is None
        if shown > most or seen == _MANY:
            return True
    return False


def is_caption(element: HtmlElement) -> bool:
    """Whether the element holds a caption."""
    return element.tag == "figcaption" or names_caption(element.get("class") or "")


@remembered(4_096)
def names_caption(name: str) -> bool:
    """Whether a class says that the element holds a caption."""
    return _CAPTION_NAME.search(name) is not None


def _lines(element: HtmlElement) -> Iterator[tuple[str, bool]]:
    """The lines of a caption, each with whether it stands in an element that calls itself a credit."""
    named = {element} if not len(element) and _is_credit(element) else set()

    def is_apart(inner: HtmlElement) -> bool:
        if inner is not element and _is_credit(inner):
            named.add(inner)
        return inner in named or _is_glued(inner)

    for block in read_blocks(element, is_apart):
        is_credit = block.element in named or not named.isdisjoint(block.element.iterancestors())
        for line in block.text.split("\n"):
            yield line, is_credit


def _is_credit(element: HtmlElement) -> bool:
    names = element.get("class"), element.get("itemprop")
    return names != (None, None) and _names_credit(" ".join(filter(None, names)))


def _is_glued(element: HtmlElement) -> bool:
    """Whether no blank parts an inline element from a sentence before it: ``<b>Banjir.</b><i>Antara</i>``."""
    if element.tag not in _INLINE:
        return False
    before, above = element.getprevious(), element.getparent()
    text = (above.text if above is not None else "") if before is None else (before.tail or text_of(before, 2_000))
    return (text or "")[-1:] in _ENDS and (element.text or "")[:1].isalnum()


@remembered(4_096)
def _names_credit(name: str) -> bool:
    """Whether one of the classes ends in a word for a credit, whatever comes behind it but a word for a caption."""
    for part in name[:300].split():
        told = [word for word in words_in(part) if word in _CREDIT_WORDS or word in _CAPTION_WORDS]
        if told and told[-1] in _CREDIT_WORDS:
            return True
    return False
