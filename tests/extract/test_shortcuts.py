"""What is looked for quickly, before a costlier reader is asked, never keeps that reader from an answer."""

import re
from datetime import UTC, datetime
from urllib.parse import urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from newscrawl.extract.bylines.names import _BETWEEN, ROLES, _may_be_list, match_label
from newscrawl.extract.bylines.reading import _cut, _is_byline, _is_prose, _pieces, _trimmed, is_byline
from newscrawl.extract.dates.reading import _NAME_FIRST_PATTERNS, _PATTERNS, _matches, read_date
from newscrawl.extract.dates.relative import may_be_relative, read_relative
from newscrawl.extract.furniture.lines import is_furniture, names_others
from newscrawl.extract.furniture.prompts import _BEGINNINGS, _INSIDE, _PROMPTS
from newscrawl.extract.lexicon.date_words import AGO_AFTER, AGO_BEFORE, DAYS_AWAY, JUST_NOW, MONTHS, NUMBERS, UNITS
from newscrawl.extract.lexicon.furniture_lines import ALONE
from newscrawl.extract.lexicon.furniture_words import HEADLINED, MOMENT_WORDS, READING_TIME, SOURCE_LABELS, STATED
from newscrawl.extract.page.blocks import read_blocks, text_of
from newscrawl.extract.text.folding import _base, fold, squeeze
from newscrawl.extract.text.wordlists import all_forms, alternatives, first_word, first_words, forms

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
TELLING = sorted(
    {*AGO_AFTER, *AGO_BEFORE, *NUMBERS, *forms(JUST_NOW), *" ".join(UNITS.values()).split(), "2", "45", ",", "tayang"}
    | {form for listed in DAYS_AWAY.values() for form in forms(listed)}
)


def test_every_character_is_folded_by_itself():
    for code in (*range(0xD800), *range(0xE000, 0x20000)):
        assert fold(f"a{chr(code)}") == f"a{_base(chr(code))}".lower()


@given(st.text(st.sampled_from(" \t\n\xa0\u3000\x1c'`’\u200baÄ“"), max_size=12))
def test_a_line_that_is_squeezed_already_is_seen_to_be_so(text):
    squeezed = squeeze(text)
    assert squeezed == " ".join(squeezed.split()) == squeeze(squeezed)


@given(st.text(st.sampled_from("aÄZéİΣ–“«ł…"), max_size=12))
def test_marks_of_print_beside_letters_keep_none_from_being_folded(text):
    assert fold(text) == "".join(_base(char) if not char.isascii() else char.lower() for char in text)


@given(st.lists(st.sampled_from(("Ratna", "dan", "and", "\xa0", " ", ",", "/", "、", "Laut", "\n"))).map("".join))
def test_no_list_of_names_is_passed_over(text):
    assert _may_be_list(text) or _BETWEEN.split(text) == [text]


@given(st.lists(st.sampled_from(("Warga", "menanti", "air", "2026")), max_size=60).map(" ".join))
def test_the_first_words_of_a_sentence_show_no_other_prose_than_all_of_them(text):
    assert _is_prose(text) == (sum(map(str.islower, text.split())) > 8)


@pytest.mark.parametrize("count", [1, 58, 59, 60, 61, 90])
def test_a_label_is_known_behind_any_marks(count):
    assert names_others(f"{'»' * count} Baca juga: Warga Perbaiki Jembatan Bambu di Desa Lembah Sirih")
    assert names_others(f"{'»' * count}Baca juga: Warga Perbaiki Jembatan Bambu di Desa Lembah Sirih")


@given(st.lists(st.sampled_from(TELLING), min_size=1, max_size=5).map(" ".join))
@example("2 hari lalu")
@example("vor 45 minuten")
@example("tayang kemarin")
@example("baru saja")
@example("il y a 2 heures")
def test_no_moment_told_by_its_distance_is_passed_over(text):
    folded = fold(text)
    assert may_be_relative(folded) or read_relative(text, folded, NOW) is None


IN_DATES = [
    *(" ", " ", " ", "/", "-", ".", ", ", "'", "th", "de ", "年", "月", "日", "gmt+7", " wib", "t17:11", "kata "),
    *("1", "9", "23", "24", "199", "2024", "20231:17", "20241023", "17:11", "٢٠٢٤", "oct", "oktober", "mei", "août"),
]


@given(st.lists(st.sampled_from(IN_DATES), max_size=12).map("".join))
@example("Dec 22 20231:17 AM")
@example("WIBOctober 23, '24")
@example("2024 m. kovo 31 d.")
def test_every_date_of_a_text_is_found_where_its_first_number_stands(text):
    folded = fold(squeeze(text))
    patterns = {*_NAME_FIRST_PATTERNS, *(pattern for patterns in _PATTERNS.values() for pattern in patterns)}
    found = {(match.re, match.span()) for match in _matches(folded)}
    assert {(match.re, match.span()) for pattern in patterns for match in pattern.finditer(folded)} <= found


@pytest.mark.parametrize("label", sorted(ROLES))
def test_every_label_of_a_byline_is_found(label):
    assert match_label(f"{label}: Sari Dewi")["label"].startswith(fold(label)[:2])


@pytest.mark.parametrize("form", sorted(all_forms(ALONE["read-also"])))
def test_every_label_that_stands_alone_over_other_stories_is_known(form):
    assert names_others(form)
    assert names_others(f"» {form.title()}:")


@pytest.mark.parametrize("form", sorted(all_forms(HEADLINED["read-also"])))
def test_every_label_before_a_headline_is_known(form):
    assert names_others(f"{form}: Warga Perbaiki Jembatan Bambu")


@pytest.mark.parametrize("form", sorted({form for table in ALONE.values() for form in all_forms(table)}))
def test_every_line_that_is_furniture_as_it_stands_is_known(form):
    assert is_furniture(form)
    assert is_furniture(f"» {form.capitalize()} «")


@pytest.mark.parametrize("form", sorted({form for listed in STATED.values() for form in forms(listed)}))
def test_every_statement_is_known_by_how_it_begins(form):
    assert is_furniture(f"{form} seterusnya")


@pytest.mark.parametrize(
    "line",
    [
        *(f"{form}: 5 min" for form in forms(READING_TIME)),
        *(f"{form}: Antara" for form in forms(SOURCE_LABELS)),
        *("telah dibaca 1.234 kali", "dibaca: 12 kali", "lesezeit 3 min.", "1.999 views", ",5x dibaca"),
        *("halaman 2", "hal. 2 dari 3", "page3", "seite 1 von 2", "pagina 2", "strona 2 z 3", "pages: 1 2 3"),
        *("1 2 3 next", "2 dari 3 halaman", "lanjut ke halaman berikutnya", "[Gambas:Video 20detik]", "* * *"),
    ],
)
def test_every_count_and_number_of_a_page_is_known(line):
    assert is_furniture(line)


@pytest.mark.parametrize("patterns", sorted({patterns for _, patterns in _PROMPTS.values()}, key=str))
@given(data=st.data())
def test_what_prompts_hold_has_one_of_their_marks(patterns, data):
    text = data.draw(st.from_regex(patterns[0]))
    assert any(mark in text for mark, (_, others) in _PROMPTS.items() if others == patterns)
    assert text.startswith(_BEGINNINGS) or any(mark in text for mark in _INSIDE)


@pytest.mark.parametrize("label", sorted(MOMENT_WORDS))
def test_every_label_before_a_moment_is_known(label):
    assert is_furniture(f"{label} 23 Oktober 2024 17:11")
    assert is_furniture(f"{label}Oktober 23, 2024 17:11")


@pytest.mark.parametrize(
    "month",
    sorted({form.replace("_", " ") for year in MONTHS.values() for month in forms(year) for form in month.split()}),
)
def test_every_month_begins_a_moment(month):
    assert is_furniture(f"{month} 23, 2024 17:11")
    assert is_furniture(f"Fri {month} 23, 2024 17:11")


IN_BYLINES = [
    *(
        "Sari Dewi",
        "Bayu",
        "Kabar Hulu",
        "Antara",
        "Tim Riset",
        "penulis lepas",
        "kata",
        "ia pergi",
        "23/10/2024 17:11",
    ),
    *(
        " ",
        " ",
        " - ",
        ", ",
        "/",
        " | ",
        ": ",
        " :",
        "; ",
        " – ",
        "(",
        ").",
        "• ",
        "WIB",
        "detikNews",
        "SoniEditor",
        "12",
    ),
    *("Penulis", "Editor", "oleh", "by", "Reporter", "Laporan", "Text", "Edited by", "Rep"),
]


@given(st.lists(st.sampled_from(IN_BYLINES), max_size=9).map("".join))
@example("SEKIAN oleh Sari Dewi")
@example("17:11 WIBPenulis: Sari Dewi")
@example("(oleh Sari Dewi).")
@example("Sari DewiEditor")
def test_no_byline_is_passed_over(text):
    line = squeeze(text)
    assert _pieces(line) == _cut(_trimmed(line))
    assert is_byline(line, ("Kabar Hulu",)) or not _is_byline(line, ("Kabar Hulu",))


@given(st.text(max_size=20), st.text(max_size=10))
@example("don't miss", "")
@example("©", " 2026 Kabar")
def test_a_text_begins_with_the_first_word_of_what_it_begins_with(form, rest):
    behind = rest if not rest[:1].isalnum() and rest[:1] != "_" else f" {rest}"
    assert not form or first_word(form + behind) in first_words([form])


@given(st.lists(st.text(alphabet="ab .|", min_size=1, max_size=5), min_size=1, max_size=8), st.text(alphabet="ab .|"))
@example(["baca", "baca juga", "b"], "baca jugb")
def test_of_several_words_the_longest_is_found(words, text):
    match = re.match(alternatives(words), text)
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (match and match[0]) == longest


@pytest.mark.parametrize(
    ("form", "number"),
    [
        (form.replace("_", " "), number)
        for listed in MONTHS.values()
        for number, month in enumerate(forms(listed), start=1)
        for form in month.split()
    ],
)
def test_every_month_is_read_before_its_day_and_behind_it(form, number):
    assert read_date(f"3 {form} 2024").moment.month == number
    assert read_date(f"Redaksi | {form} 3, 2024").moment.month == number


@given(
    st.sampled_from(["https://kabar.test/a/b?c=d", "http://kabar.test", ""]),
    st.from_regex(r"https?://[a-z.]{1,8}/[\w/.?#;&=%:@-]{0,12}", fullmatch=True),
)
def test_an_address_is_joined_as_the_standard_library_does(a_document_at, base, href):
    assert a_document_at(base).absolute(href) in (urljoin(base, href), None)


@pytest.fixture(scope="module")
def a_document_at():
    from newscrawl.extract.page.markup import Markup
    from newscrawl.extract.page.tree import Document
    from newscrawl.model import Page
    from newscrawl.sites import generic_site

    root = document_fromstring("<html><body><p>kata</p></body></html>")
    site = generic_site("https://kabar.test/")
    return lambda url: Document(Page(url, b"", NOW), site, root, Markup())


@given(st.text(alphabet="ab \n\t\r\u00a0\u200b\u00ad<", max_size=30), st.sampled_from(["p", "a", "span", "button"]))
def test_an_element_without_children_prints_what_its_blocks_print(text, tag):
    root = document_fromstring(f"<html><body><{tag} class='x'></{tag}></body></html>")
    element = root.find(f".//{tag}")
    element.text = text
    printed = " ".join(block.text.replace("\n", " ") for block in read_blocks(element))
    assert text_of(element, 20) == printed[:20].strip()
