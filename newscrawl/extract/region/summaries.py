"""Boxes that sum the story up in a few points above or beside it: a label and a list, nothing else."""

from __future__ import annotations

from lxml.html import HtmlElement

from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.wordlists import forms

_LISTS = frozenset({"ul", "ol"})
_BOXES = frozenset({"blockquote", "div", "section", "aside"})
_LABELS = frozenset(
    forms(
        """
        ringkasan berita|ringkasan artikel|ringkasan|rangkuman|rangkuman berita|inti berita|inti artikel|poin penting
        poin-poin penting|poin utama|intisari|intinya sih|key points|key takeaways|takeaways|in brief|at a glance
        story highlights|highlights|what to know|things to know|the gist|das wichtigste in kürze
        das wichtigste in kurze|auf einen blick|das wichtigste|l'essentiel|en bref|puntos clave|claves|lo esencial
        in breve|i punti chiave|pontos-chave|em resumo|in het kort|w skrócie
        """
    )
)
_LONGEST_LABEL = 40


def is_summary(element: HtmlElement) -> bool:
    """Whether the element is such a box: its own words are the label, and all others stand in one list."""
    if element.tag not in _BOXES or not len(element) or element[-1].tag not in _LISTS:
        return False
    lists = [child for child in element if child.tag in _LISTS]
    if len(lists) != 1 or (lists[0].tail or "").strip():
        return False
    label = " ".join([element.text or "", *(_words(child) for child in element[:-1])])
    return is_label(label)


def is_label(text: str) -> bool:
    """Whether it stands over a summary: ``Ringkasan Berita:``, ``Key points``."""
    return len(text) <= 4 * _LONGEST_LABEL and " ".join(fold(text).split()).strip(" :") in _LABELS


def _words(element: HtmlElement) -> str:
    own = element.text_content() if isinstance(element.tag, str) else ""
    return f"{own[: 2 * _LONGEST_LABEL]} {element.tail or ''}"
