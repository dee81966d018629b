import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.model import Article
from newscrawl.model.words import count_words


@pytest.mark.parametrize(
    ("text", "words"), [("dua kata", 2), ("", 0), ("今日は晴れです", 3), ("ไทยรัฐ", 3), ("Tokyo 東京都", 2)]
)
def test_words_are_counted_in_languages_without_spaces_too(text, words):
    assert count_words(text) == words


@given(st.text(alphabet="a b\u0301é日本ไ\u2003\u2126\U0002f800", max_size=30))
def test_words_are_counted_alike_whichever_way_is_taken(text):
    normal = unicodedata.normalize("NFC", text)
    unspaced = sum("\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\ufaff" for char in normal)
    spaced = "".join(" " if "\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\ufaff" else char for char in normal)
    assert count_words(text) == len(spaced.split()) + unspaced // 2


def test_an_article_counts_the_words_of_its_paragraphs():
    told = {"url": "https://kabar.test/a", "canonical_url": "https://kabar.test/a", "fetched_at": datetime.now(UTC)}
    article = Article(**told, title="木橋", paragraphs=("川の水が木の橋を流した", "Air naik lagi."))
    assert article.word_count == 5 + 3
