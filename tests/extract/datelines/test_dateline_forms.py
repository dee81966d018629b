"""Datelines in forms that stand near the usual ones: every source, place, mark and order with every other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.datelines.forms import split_dateline
from newscrawl.model import Dateline

PLACES = (
    "JAKARTA", "Jakarta", "BANDA ACEH", "Banda Aceh", "Kota Batu", "LOS ANGELES", "Kulon Progo", "SOLO", "Labuan Bajo",
    "Tangerang Selatan", "Denpasar, Bali", "MALANG, JAWA TIMUR",
)  # fmt: skip
SOURCES = (
    "KABARPESISIR.COM", "Kabarpesisir.com", "kabarpesisir.co.id", "BeritaLembah.id", "KABAR-TIMUR.COM", "Kabar Pesisir",
    "ANTARA", "ANTARA News", "Reuters",
)  # fmt: skip
DASHES = (" - ", " -- ", " – ", " — ", "--", "—", " --- ", " − ")
FORMS = (
    "{source}, {place}{dash}",
    "{source},{place}{dash}",
    "{source} | {place}{dash}",
    "{source}: {place}{dash}",
    "({source}) {place}{dash}",
    "[{source}] {place}{dash}",
    "{source} ({place}){dash}",
    "{place}, {source}{dash}",
    "{place} | {source}{dash}",
    "{place} ({source}){dash}",
    "{source} - {place}{dash}",
    "{place} - {source}{dash}",
    "{source}, {place}, Rabu (23/10/2024){dash}",
    "{place}, 23 Oktober 2024 ({source}){dash}",
)
SENTENCES = (
    "Warga kampung memperbaiki jembatan bambu yang hanyut.",
    "“Kami bekerja sejak pagi,” kata camat.",
    "Sebanyak 12 rumah rusak.",
    "Di tengah hujan, warga bekerja.",
)


@given(
    st.sampled_from(FORMS),
    st.sampled_from(SOURCES),
    st.sampled_from(PLACES),
    st.sampled_from(DASHES),
    st.sampled_from(SENTENCES),
)
@settings(max_examples=300, deadline=None)
def test_source_and_place_are_told_apart_in_every_order(form, source, place, dash, sentence):
    paragraph = form.format(source=source, place=place, dash=dash) + sentence
    assert split_dateline(paragraph, ("Kabar Pesisir",)) == (Dateline(source, place), sentence)


@given(st.sampled_from(PLACES), st.sampled_from(DASHES), st.sampled_from(SENTENCES))
@settings(max_examples=100, deadline=None)
def test_a_place_alone_is_a_dateline(place, dash, sentence):
    assert split_dateline(place + dash + sentence) == (Dateline(None, place), sentence)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Jakarta - Cirebon - Semarang ditempuh enam jam dengan kereta.",
        "Jakarta | Cirebon - Semarang ditempuh enam jam dengan kereta.",
        "Rute Jakarta - Bandung ditutup sampai pekan depan.",
        "Pemerintah pusat - daerah bertemu membahas anggaran.",
        "Warga - terutama nelayan - menolak tambang pasir itu.",
        "Laga Persib: Bandung - Surabaya berakhir imbang.",
        "Harga cabai (Jakarta) - naik dua kali lipat sejak Senin.",
        "Baca juga: Jakarta - Warga Perbaiki Jembatan",
        "Hari itu, Rabu - Kamis, hujan tidak berhenti.",
    ],
)
def test_what_looks_like_a_dateline_stays(paragraph):
    assert split_dateline(paragraph) == (None, paragraph)
