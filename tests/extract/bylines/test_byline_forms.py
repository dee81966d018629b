"""Bylines in forms that stand near the usual ones: every label with every name, paper, date and second name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.bylines.reading import Byline, read_byline

NAMES = (
    "Ratna Laut", "RATNA LAUT", "Wayan Ombak Segara", "I Made Karang", "Agus S", "Muh. Ridwan", "Siti Nur Aisyah",
    "M Rizal", "A. Fauzi", "Ni Luh Putu Sari", "Nur Laut-Biru", "Ma'ruf Hadi", "R. Ng. Wiryo",
)  # fmt: skip
WRITERS = (
    "Penulis", "Pewarta", "Reporter", "Rep", "Oleh", "Jurnalis", "Wartawan", "Kontributor", "Laporan", "Ditulis oleh",
    "Koresponden", "By", "Author", "Written by", "PENULIS", "Liputan", "Peliput",
)  # fmt: skip
EDITORS = (
    "Editor", "Red", "Redaktur", "Penyunting", "Disunting oleh", "Edited by", "EDITOR", "Redaktur Pelaksana",
    "Editor Bahasa", "Penyelaras Bahasa",
)  # fmt: skip
TAILS = (
    "", " - Kabar Hulu", ", Kabar Hulu", " (KabarHulu.com)", " @ratnalaut", " | 23 Oktober 2024 17:11 WIB",
    " - 23/10/2024, 17.11 WIB", " | 2 jam lalu",
)  # fmt: skip
BETWEEN = (" dan ", ", ", " & ", "/", " and ", "; ", " | ")
BRANDS = ("Kabar Hulu", "KabarHulu.com")


@given(st.sampled_from(WRITERS), st.sampled_from((": ", " : ", ":")), st.sampled_from(NAMES), st.sampled_from(TAILS))
@settings(max_examples=200, deadline=None)
def test_a_label_names_its_writer_whatever_stands_behind(label, colon, name, tail):
    assert read_byline(label + colon + name + tail, BRANDS) == Byline((name,), ())


@given(st.sampled_from(WRITERS), st.sampled_from(NAMES), st.sampled_from(BETWEEN))
@settings(max_examples=150, deadline=None)
def test_two_writers_are_taken_apart(label, name, between):
    text = f"{label}: {name}{between}Budi Santoso"
    # A bar ends what the label says, unless names alone stand on both its sides.
    expected = (name,) if between == " | " else (name, "Budi Santoso")
    assert read_byline(text, BRANDS).authors == expected


@given(
    st.sampled_from(WRITERS),
    st.sampled_from(NAMES),
    st.sampled_from((" | ", "/ ", ", ", " ", " - ", "; ")),
    st.sampled_from(EDITORS),
)
@settings(max_examples=200, deadline=None)
def test_writer_and_editor_are_told_apart_in_either_order(writer, name, between, editor):
    first, second = f"{writer}: Budi Santoso", f"{editor}: {name}"
    expected = Byline(("Budi Santoso",), (name,))
    assert read_byline(first + between + second, BRANDS) == expected
    assert read_byline(second + between + first, BRANDS) == expected


@pytest.mark.parametrize("label", WRITERS)
@pytest.mark.parametrize(
    "nobody",
    [
        "Tim Redaksi", "Redaksi", "admin", "Kabar Hulu", "Tim Kabar Hulu", "Antara", "R-12", "rtl", "-", "",
        "Tim Liputan Khusus", "Humas Pemkot Hulu", "MG-12", "Kompas.com", "Newsroom",
    ],
)  # fmt: skip
def test_desks_brands_and_codes_are_nobody(label, nobody):
    assert read_byline(f"{label}: {nobody}", BRANDS).authors == ()
