"""Bylines as papers print them; the people and most of the papers are invented."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extract.bylines.reading import Byline, clean_name, is_byline, read_byline, split_names
from newscrawl.extract.lexicon.brands import is_brand


@pytest.mark.parametrize(
    ("text", "authors", "editors"),
    [
        ("Rep: Ratna Laut/ Red: Wayan Ombak", ["Ratna Laut"], ["Wayan Ombak"]),
        ("Rep: Ratna Laut/ Red: Wayan Ombak | Selasa 5 Nov 2024 06:45 WIB", ["Ratna Laut"], ["Wayan Ombak"]),
        ("Rep: Antara/ Red: Wayan Ombak", [], ["Wayan Ombak"]),
        ("Red: Wayan Ombak", [], ["Wayan Ombak"]),
        ("Oleh: Ratna Laut", ["Ratna Laut"], []),
        ("Oleh Ratna Laut", ["Ratna Laut"], []),
        ("Oleh Ratna Laut pada 5 Nov 2024, 06:45 WIB", ["Ratna Laut"], []),
        ("Pewarta: Ratna Laut dan Agus S", ["Ratna Laut", "Agus S"], []),
        ("Pewarta: Ratna Laut Editor: Wayan Ombak COPYRIGHT © ANTARA 2024", ["Ratna Laut"], ["Wayan Ombak"]),
        ("Penulis Ratna Laut | Editor Wayan Ombak", ["Ratna Laut"], ["Wayan Ombak"]),
        ("Penulis: ratna Laut | Editor: wayan", ["ratna Laut"], ["wayan"]),
        ("Reporter : Ratna Laut", ["Ratna Laut"], []),
        ("Reporter: Ratna Laut, Made Karang | Editor: Wayan Ombak", ["Ratna Laut", "Made Karang"], ["Wayan Ombak"]),
        ("Reporter : Merdeka", [], []),
        ("Penulis: Tim Redaksi", [], []),
        ("Penulis: Bima", ["Bima"], []),
        ("Laporan Wartawan Tribunnews.com, Ratna Laut", ["Ratna Laut"], []),
        ("Laporan wartawan Warta Entah, Ratna Laut", ["Ratna Laut"], []),
        ("Laporan Ratna Laut | Banda Aceh", ["Ratna Laut"], []),
        ("Laporan oleh Ratna Laut", ["Ratna Laut"], []),
        ("Kontributor Bandung, Ratna Laut", ["Ratna Laut"], []),
        (": Kontributor Lhokseumawe, Ratna", ["Ratna"], []),
        ("Ratna Laut - detikNews", ["Ratna Laut"], []),
        ("Ratna Laut - Bisnis.com", ["Ratna Laut"], []),
        ("Ratna Laut, CNBC Indonesia", ["Ratna Laut"], []),
        ("Tim detikcom - detikNews", [], []),
        ("Ratna Laut | Jum'at, 17 Februari 2017 - 13:30 wib", ["Ratna Laut"], []),
        ("WayanEditor", [], ["Wayan"]),
        ("Uploader: admin", [], []),
        ("Fotografer: Ratna Laut", [], []),
        ("By Jane Roe and John Doe", ["Jane Roe", "John Doe"], []),
        ("By JANE ROE, JOHN DOE and AMELIA ROE-DOE", ["JANE ROE", "JOHN DOE", "AMELIA ROE-DOE"], []),
        ("By Jane Roe, CNN Business", ["Jane Roe"], []),
        ("By Jane Roe, News Reporter", ["Jane Roe"], []),
        ("By Jane Roe For Dailymail.Com", ["Jane Roe"], []),
        ("By Jane Roe 19 hours ago", ["Jane Roe"], []),
        ("posted on 2023-12-19 23:30 EST by Jane Roe", ["Jane Roe"], []),
        ("By Jane Roe21 December 2023", ["Jane Roe"], []),
        ("By Jane Roe | Special to the Pioneer Press", ["Jane Roe"], []),
        ("By Jane Roe and John Doe / Yomi Shimbun Staff Writers", ["Jane Roe", "John Doe"], []),
        ("By THE ASSOCIATED PRESS", [], []),
        ("Reporting by Jane Roe in Bengaluru; Editing by John Doe", ["Jane Roe"], ["John Doe"]),
        ("Von Anna Roe und Lea Doe, Nairobi", ["Anna Roe", "Lea Doe"], []),
        ("Von Robin Roe, Volontär (Sport)", ["Robin Roe"], []),
        ("Von Hannah Roe, Redakteurin für Finanzen", ["Hannah Roe"], []),
        ("Ein Kommentar von Jan Roe", ["Jan Roe"], []),
        ("Par Denis Roe", ["Denis Roe"], []),
        ("Por María R. Roe", ["María R. Roe"], []),
        ("Di Viviana Roe", ["Viviana Roe"], []),
        ("Text: Jan Roe", ["Jan Roe"], []),
        ("By Jane Roe, John Doe, and Ann Roe", ["Jane Roe", "John Doe", "Ann Roe"], []),
        ("By Jane Roe, The Valley Post", ["Jane Roe"], []),
        ("By JANE ROE Associated Press", ["JANE ROE"], []),
        ("(Reporting by Jane Roe; Editing by John Doe and Ann Roe)", ["Jane Roe"], ["John Doe", "Ann Roe"]),
        ("Written by Jane Roe Edited by John Doe", ["Jane Roe"], ["John Doe"]),
        ("Words: Jane Roe Photography: John Doe", ["Jane Roe"], []),
        ("Kontributor Daerah: Ratna Laut", ["Ratna Laut"], []),
        ("Kontributor Jawa Timur: Ratna Laut | Editor: Wayan Ombak", ["Ratna Laut"], ["Wayan Ombak"]),
        ("Kontributor Kabar Hulu : Ratna Laut", ["Ratna Laut"], []),
        ("Penulis Lepas: Ratna Laut", ["Ratna Laut"], []),
        ("Reporter Ratna Laut Editor: Wayan Ombak", ["Ratna Laut"], ["Wayan Ombak"]),
        ("Laporan wartawan Tribunnews.com Ratna Laut", ["Ratna Laut"], []),
        ("Penulis/Editor: Ratna Laut", ["Ratna Laut"], []),
        ("Teks dan Foto: Ratna Laut", ["Ratna Laut"], []),
        ("Oleh: Ratna Laut *)", ["Ratna Laut"], []),
        ("Oleh: Ir. Wayan Ombak, MT", ["Ir. Wayan Ombak"], []),
        ("Текст: Лида Журавлева", ["Лида Журавлева"], []),
        ("Oleh: Ratna Laut, Pegiat Literasi", ["Ratna Laut"], []),
        ("Oleh: Ratna Laut, Ketua Karang Taruna Lembah", ["Ratna Laut"], []),
        ("Par Denis Roe, correspondant à Rome", ["Denis Roe"], []),
        ("Pewarta: Ratna Laut/Red", ["Ratna Laut"], []),
        ("Rep/Red: Ratna Laut", ["Ratna Laut"], []),
        ("Red / Rep : Ratna Laut", ["Ratna Laut"], []),
        ("Penulis/Editor : Ratna Laut", ["Ratna Laut"], []),
        ("Penulis: Ratna Laut (ratna@kabar.test)", ["Ratna Laut"], []),
        ("Penulis Ratna Laut Editor Wayan Ombak", ["Ratna Laut"], ["Wayan Ombak"]),
        ("Penulis Ratna Laut, Editor Wayan Ombak", ["Ratna Laut"], ["Wayan Ombak"]),
        ("By Jane Roe, translated by John Doe", ["Jane Roe"], []),
        ("Written by Jane Roe, Updated by John Doe", ["Jane Roe"], []),
        ("Penulis: Ratna Laut Diunggah oleh: Wayan Ombak", ["Ratna Laut"], []),
        ("Editor: Wayan Ombak Oleh: Ratna Laut", ["Ratna Laut"], ["Wayan Ombak"]),
        ("[Penulis: Ratna Laut]", ["Ratna Laut"], []),
        ("( Penulis : Ratna Laut )", ["Ratna Laut"], []),
        ("Reporter : Ratna Laut Dibaca : 132 kali", ["Ratna Laut"], []),
        ("记者：王小明", ["王小明"], []),
        ("责任编辑：李静", [], ["李静"]),
        ("بقلم: ليلى حسن", ["ليلى حسن"], []),
        ("By Jane RoePublished November 20, 2026", ["Jane Roe"], []),
        ("Par Anne Roe, envoyée spéciale à Kiev", ["Anne Roe"], []),
    ],
)
def test_a_byline_names_its_people(text, authors, editors):
    assert read_byline(text) == Byline(tuple(authors), tuple(editors))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jane Roe",
        "Alun-Alun Kidul",
        "Surabaya, 5 Mei 2023",
        "Selasa, 5 November 2024 | 06:45 WIB",
        "Jakarta, CNN Indonesia",
        "By providing your information, you agree to our Terms of Use",
        "By some measures, the flood was the worst in years.",
        "Von Mensch zu Mensch geht es besser.",
        "Di Balik Layar",
        "Di Jakarta Barat",
        "Laporan Keuangan Pemerintah",
        "Jurnalis Palestina",
        "Penulis Australia itu berbagi ilmu di Makassar",
        "Editor: Kami meminta maaf atas kesalahan dalam berita ini",
        "Editor’s Pick",
        "kata penulis: ini semua",
        "Sumber: Pemerintah Kota Bandung",
        "— Jane Roe (@janeroe) November 20, 2019",
        "Следующее заседание запланировано на 29 января 2026 года.",
        "American Identity, Climate Change, Bach in Modern Times",
        "Diunggah oleh: Ratna Laut",
        "Diterjemahkan oleh: Ratna Laut",
        "Di Kabupaten Lembah, kabar itu disambut hati-hati oleh warga.",
    ],
)
def test_what_is_no_byline_names_nobody(text):
    assert read_byline(text) == Byline()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ratna Laut", "Ratna Laut"),
        ("NUR KARANG", "NUR KARANG"),
        ("Pewarta Ratna Laut", "Ratna Laut"),
        ("Oleh Ratna Laut", "Ratna Laut"),
        ("ByVan Roe", "Van Roe"),
        ("이용민 기자", "이용민"),
        ("佐藤健 記者", "佐藤健"),
        ("Byron Roe", "Byron Roe"),
        ("Ratna Laut, CNN Indonesia", "Ratna Laut"),
        ("Ratna Laut - Bisnis.com", "Ratna Laut"),
        ("Ratna Laut Kompas.com", "Ratna Laut"),
        ("Ratna Laut detikHealth", "Ratna Laut"),
        ("KOMPAS.com/RATNA LAUT", "RATNA LAUT"),
        ("Jane Roe Staff Writer", "Jane Roe"),
        ("Jane Roe, Chief Correspondent", "Jane Roe"),
        ("Jane Roe <jane@kabar.test>", "Jane Roe"),
        ("Jane Roe https://kabar.test/jane", "Jane Roe"),
        ("Jane Roe (CNN)", "Jane Roe"),
        ("Jane Roe December 21, 2023", "Jane Roe"),
        ("Ulrich RoeKorrespondent", "Ulrich Roe"),
        ("Dr. Ratna Laut, SH., MH", "Dr. Ratna Laut"),
        ("John Doe Jr.", "John Doe Jr."),
        ("Jane Roe Associated Press", "Jane Roe"),
        ("Jane Roe New York Times", "Jane Roe"),
        ("Jane Roe Lembah Press", "Jane Roe"),
        ("B Kunto Ombak", "B Kunto Ombak"),
        ("Agus S", "Agus S"),
        ("Tim Roe", "Tim Roe"),
        ("Ali", "Ali"),
        ("Ani", "Ani"),
        ("Sofia", "Sofia"),
        ("viktor roe", "viktor roe"),
        ("Chus del Roe", "Chus del Roe"),
        ("Lê Phương", "Lê Phương"),
        ("O'Connell", "O'Connell"),
        ("Anne-Kathrin Roe-Doe", "Anne-Kathrin Roe-Doe"),
        ("松岡大地", "松岡大地"),
        ("Ярослав Роев", "Ярослав Роев"),
    ],
)
def test_a_name_is_freed_of_what_is_printed_around_it(text, name):
    assert clean_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kompas Cyber Media",
        "Tim detikcom",
        "PT VIVA MEDIA BARU",
        "Tim Redaksi",
        "Tim Riset Tirto",
        "Tim",
        "REPUBLIKA.co.id",
        "kabar.test.co.id",
        "Admin",
        "Redaksi",
        "Web Design; Development",
        "Kabarnusantara Com Developer",
        "Liputan",
        "Antara",
        "AFP",
        "dpa",
        "asa",
        "rhm",
        "UANG",
        "CNN Indonesia",
        "BBC News",
        "The Associated Press",
        "Redaktion lembah.de",
        "Lembah Staff",
        "Lembah staff reporter",
        "Chief Correspondent",
        "20detik",
        "S.Pd",
        "jane@kabar.test",
        "https://kabar.test/jane",
        "@janeroe",
        "Nairobi",
        "読売新聞オンライン",
        "Jane Roe is writing about the river",
        "12345",
        "Halaman Selengkapnya",
        "Germany",
        "Regional Osnabrück",
        "ku Frankfurt",
        "Kontributor Daerah",
        "Jurnalis Warga",
        "Penulis Tamu",
        "Guest Author",
        "Anonim",
        "adminweb",
        "redaksi2",
        "Pemkab Lembah",
        "Advertorial",
        "Special to the Lembah Post",
        "Red",
        "Redaksi Lembah",
        "la rédaction",
        "Operator",
        "News Service",
        "Submitted",
        "Sabtu",
        "Ikuti",
        "Tim IT",
        "admin Redaksi Kabar Lembah menerima tulisan pembaca",
        "Foto: Ratna Laut",
    ],
)
def test_brands_teams_and_initials_are_nobody(text):
    assert clean_name(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lembah", None),
        ("Lembah Raya", None),
        ("LembahNews", None),
        ("Lembah Sari", "Lembah Sari"),
        ("Lembahwati", "Lembahwati"),
        ("Lembah Raya Padang", None),
        ("Lembah Raya Network", None),
    ],
)
def test_the_sites_own_names_are_nobody(text, name):
    assert clean_name(text, ("Lembah", "Lembah Raya")) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ratna Laut, Made Karang dan Wayan Ombak", ["Ratna Laut", "Made Karang", "Wayan Ombak"]),
        ("Jane Roe and John Doe", ["Jane Roe", "John Doe"]),
        ("Simone Roe und Rainer Doe", ["Simone Roe", "Rainer Doe"]),
        ("Anne Roe et Jean Doe", ["Anne Roe", "Jean Doe"]),
        ("Ana Roe y Luis Doe", ["Ana Roe", "Luis Doe"]),
        ("Ciro Roe e Anna Doe", ["Ciro Roe", "Anna Doe"]),
        ("Jane Roe; John Doe", ["Jane Roe", "John Doe"]),
        ("Jane Roe, John Doe, and Ann Roe", ["Jane Roe", "John Doe", "Ann Roe"]),
        ("Ratna Laut, Made Karang, dan Wayan Ombak", ["Ratna Laut", "Made Karang", "Wayan Ombak"]),
        ("Jane Roe / John Doe | Ann Roe & Bo Doe", ["Jane Roe", "John Doe", "Ann Roe", "Bo Doe"]),
        ("John Doe, Jr., Jane Roe", ["John Doe Jr.", "Jane Roe"]),
        ("ANNA ROE AND CARL DOE", ["ANNA ROE", "CARL DOE"]),
        ("Dan Roe", ["Dan Roe"]),
        ("", []),
    ],
)
def test_a_list_of_names_is_taken_apart(text, names):
    assert list(split_names(text)) == names


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Reporter: Redaksi", True),
        ("Editor: Wayan Ombak", True),
        ("Penulis: Ratna Laut | Editor: Wayan Ombak", True),
        ("Rep: Ratna Laut/ Red: Wayan Ombak", True),
        ("Pewarta: Ratna Laut/Red", True),
        ("Uploader: admin", True),
        ("By Staff", True),
        ("Ratna Laut - detikNews", True),
        ("Editor: Kami meminta maaf atas kesalahan dalam berita ini", False),
        ("Foto: Antara/Ratna Laut", False),
        ("Warga memperbaiki jembatan.", False),
    ],
)
def test_a_line_that_is_a_byline_is_known(line, byline):
    assert is_byline(line) is byline


def test_a_name_stands_once():
    assert read_byline("Penulis: Ratna Laut, RATNA LAUT").authors == ("Ratna Laut",)


@given(st.text(max_size=300) | st.text("ByOleh RedEditor:/|,.-&()", max_size=120))
def test_any_text_gives_short_names_or_none(text):
    byline = read_byline(text)
    assert all(name.strip() and len(name) <= 60 for name in byline.authors + byline.editors)


@pytest.mark.parametrize(
    "text",
    ["a@" * 200, "Oleh " * 80, "Editor: " * 50, "(" * 400, "a, " * 130, "x" * 50_000, "By " + "A. " * 120, "|" * 400],
    ids=["at signs", "labels", "colons", "brackets", "commas", "50 kB", "initials", "bars"],
)
def test_a_hostile_byline_takes_no_time(text):
    started = time.perf_counter()
    read_byline(text)
    clean_name(text)
    split_names(text)
    is_byline(text)
    assert time.perf_counter() - started < 0.5


def test_a_blank_of_another_kind_is_no_brand():
    assert not is_brand("\xa0")


def test_a_blank_of_another_kind_is_no_name():
    assert split_names("Ratna Laut, -\xa0-, Ani Gunung") == ("Ratna Laut", "Ani Gunung")
