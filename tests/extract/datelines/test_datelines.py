"""Datelines as papers print them, before sentences of our own."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extract.body.opening import find_opening
from newscrawl.extract.datelines.forms import is_dateline_only, split_dateline
from newscrawl.extract.lexicon.places import is_place, place_at_start
from newscrawl.model import Dateline
from newscrawl.process import process
from tests.shared_folder import SHARED

SENTENCE = "Warga memperbaiki jembatan itu bersama-sama."
PARAGRAPHS = tuple(
    f"Warga kampung nomor {n} memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu, dan camat membantu."
    for n in range(1, 5)
)
POINTS = ("Jembatan bambu hanyut diterjang banjir.", "Warga memperbaikinya.", "Camat ikut membantu.")


@pytest.mark.parametrize(
    ("printed", "source", "place"),
    [
        # the paper first
        ("REPUBLIKA.CO.ID, TEHERAN -- ", "REPUBLIKA.CO.ID", "TEHERAN"),
        ("REPUBLIKA.CO.ID,JAKARTA -- ", "REPUBLIKA.CO.ID", "JAKARTA"),
        ("REPUBLIKA.CO.ID, JAKARTA - ", "REPUBLIKA.CO.ID", "JAKARTA"),
        ("REPUBLIKA.CO.ID, KOTA ENTAH -- ", "REPUBLIKA.CO.ID", "KOTA ENTAH"),
        ("IHRAM.CO.ID, BANJARMASIN -- ", "IHRAM.CO.ID", "BANJARMASIN"),
        ("TEMPO.CO, Makassar - ", "TEMPO.CO", "Makassar"),
        ("TEMPO.CO , Makassar- ", "TEMPO.CO", "Makassar"),
        ("TRIBUNNEWS.COM, AMBON - ", "TRIBUNNEWS.COM", "AMBON"),
        ("TRIBUN-BALI.COM, DENPASAR – ", "TRIBUN-BALI.COM", "DENPASAR"),
        ("SERAMBINEWS.COM, BANDA ACEH - ", "SERAMBINEWS.COM", "BANDA ACEH"),
        ("jpnn.com, PALU - ", "jpnn.com", "PALU"),
        ("Solopos.com, SOLO--", "Solopos.com", "SOLO"),
        ("Harianjogja.com, JOGJA—", "Harianjogja.com", "JOGJA"),
        ("KONTAN.CO.ID - JAKARTA. ", "KONTAN.CO.ID", "JAKARTA"),
        ("KBRN, Manado: ", "KBRN", "Manado"),
        ("TRIBUN-MEDAN.COM, MEDAN-", "TRIBUN-MEDAN.COM", "MEDAN"),
        ("TEMPO.CO, Makassar-", "TEMPO.CO", "Makassar"),
        ("JawaPos.com–", "JawaPos.com", None),
        ("JawaPos.com-", "JawaPos.com", None),
        # the paper alone
        ("Merdeka.com - ", "Merdeka.com", None),
        ("VIVA – ", "VIVA", None),
        ("Suara.com - ", "Suara.com", None),
        ("KOMPAS.com — ", "KOMPAS.com", None),
        ("JawaPos.com - ", "JawaPos.com", None),
        ("RADAR MADURA - ", "RADAR MADURA", None),
        ("PIKIRAN RAKYAT - ", "PIKIRAN RAKYAT", None),
        # the place first
        ("JAKARTA, KOMPAS.com - ", "KOMPAS.com", "JAKARTA"),
        ("JAKARTA, KOMPAS.com – ", "KOMPAS.com", "JAKARTA"),
        ("JAKARTA, KOMPAS.com — ", "KOMPAS.com", "JAKARTA"),
        ("LOS ANGELES, KOMPAS.com - ", "KOMPAS.com", "LOS ANGELES"),
        ("Ambon, KompasOtomotif – ", "KompasOtomotif", "Ambon"),
        ("Jakarta, CNN Indonesia -- ", "CNN Indonesia", "Jakarta"),
        ("Jakarta, IDN Times - ", "IDN Times", "Jakarta"),
        ("SURABAYA, SINDOnews.com - ", "SINDOnews.com", "SURABAYA"),
        ("DENPASAR, BALIPOST.com - ", "BALIPOST.com", "DENPASAR"),
        ("Tanah Entah, kabarentah.id - ", "kabarentah.id", "Tanah Entah"),
        # a paper that nobody knows behind a known place
        ("Ambon, Pesisirnews Lembah – ", "Pesisirnews Lembah", "Ambon"),
        ("AMBON, KL - ", "KL", "AMBON"),
        ("Ambon, Maluku, Lembah Kita - ", "Lembah Kita", "Ambon, Maluku"),
        ("NGAWI, Lembah Pos Radar Ngawi – ", "Lembah Pos Radar Ngawi", "NGAWI"),
        ("KABUPATEN, LP Radar Lembah- ", "LP Radar Lembah", "KABUPATEN"),
        ("AMBON, HUMAS LEMBAH - ", "HUMAS LEMBAH", "AMBON"),
        ("Ambon, VIVA Maluku – ", "VIVA Maluku", "Ambon"),
        ("VIVA Ambon - ", "VIVA Ambon", None),
        ("RM.id  Rakyat Merdeka - ", "RM.id  Rakyat Merdeka", None),
        # the paper in brackets
        ("Jakarta (ANTARA) - ", "ANTARA", "Jakarta"),
        ("Mataram, NTB (ANTARA News) - ", "ANTARA News", "Mataram, NTB"),
        ("ISTANBUL, 23 Februari 2016 (Antara/PRNewswire) -- ", "Antara/PRNewswire", "ISTANBUL"),
        ("Klaten (Espos)--", "Espos", "Klaten"),
        ("BANDUNG, (PR).- ", "PR", "BANDUNG"),
        ("Surabaya (beritatimur.com) – ", "beritatimur.com", "Surabaya"),
        ("LONDON (Reuters) - ", "Reuters", "LONDON"),
        ("JAKARTA, Oct 23 (Xinhua) -- ", "Xinhua", "JAKARTA"),
        ("CLEAR LAKE, Iowa, Dec 23 (Reuters) - ", "Reuters", "CLEAR LAKE, Iowa"),
        ("LA CROSSE, Wis. (AP) — ", "AP", "LA CROSSE, Wis."),
        ("BEIRUT/THE HAGUE, March 7 (Reuters) - ", "Reuters", "BEIRUT/THE HAGUE"),
        ("March 4 (Reuters) - ", "Reuters", None),
        ("Hong Kong (CNN Business) ", "CNN Business", "Hong Kong"),
        # the place alone
        ("LEMBAH SIRIH, Banyuwangi - ", None, "LEMBAH SIRIH, Banyuwangi"),
        ("Jakarta, Indonesia - ", None, "Jakarta, Indonesia"),
        ("Jakarta - ", None, "Jakarta"),
        ("Doha - ", None, "Doha"),
        ("Bandung Barat - ", None, "Bandung Barat"),
        ("Kota Serang - ", None, "Kota Serang"),
        ("JAKARTA - ", None, "JAKARTA"),
        ("BANDA ACEH - ", None, "BANDA ACEH"),
        ("FLUSHING MEADOWS — ", None, "FLUSHING MEADOWS"),
        ("WASHINGTON — ", None, "WASHINGTON"),
        ("BUFFALO, N.Y. — ", None, "BUFFALO, N.Y."),
        ("PUTRAJAYA, Nov 22 — ", None, "PUTRAJAYA"),
        ("München/London – ", None, "München/London"),
        ("Medan, 23 Oktober 2024 - ", None, "Medan"),
        # a hyphen without a blank
        ("SAMARINDA–", None, "SAMARINDA"),
        ("KOTA AMBON-", None, "KOTA AMBON"),
        ("SERANG, KABARLEMBAH.CO.ID–", "KABARLEMBAH.CO.ID", "SERANG"),
        ("SERANG,KABARLEMBAH.CO.ID-", "KABARLEMBAH.CO.ID", "SERANG"),
        ("Ambon (ANTARA)-", "ANTARA", "Ambon"),
        ("KABAR-LEMBAH.COM, TANAH ENTAH-", "KABAR-LEMBAH.COM", "TANAH ENTAH"),
        # wires
        ("AMBON, 23 Oktober 2025 /PRNewswire/ -- ", "PRNewswire", "AMBON"),
        ("TORONTO, Feb. 25, 2026 /CNW/ - ", "CNW", "TORONTO"),
        ("LEMBAH CITY, Calif.--(BUSINESS WIRE)--", "BUSINESS WIRE", "LEMBAH CITY, Calif."),
        ("LEMBAH CITY--(BUSINESS WIRE)--", "BUSINESS WIRE", "LEMBAH CITY"),
        ("LEMBAH SIRIH - Media Lembah Newswire - 23 Oktober 2025 - ", "Media Lembah Newswire", "LEMBAH SIRIH"),
        ("(ANSA) - ROMA, 25 FEB - ", "ANSA", "ROMA"),
        # nothing between place and source
        ("London CNN — ", "CNN", "London"),
        ("Hong Kong/Seoul CNN — ", "CNN", "Hong Kong/Seoul"),
        ("Jakarta, Indonesia CNN — ", "CNN", "Jakarta, Indonesia"),
        ("BERLIN taz | ", "taz", "BERLIN"),
        ("kabarlembah.net| ", "kabarlembah.net", None),
        # brackets
        ("Lembach (dpa/lno) - ", "dpa/lno", "Lembach"),
        ("Lembach/Main (dpa/lhe) - ", "dpa/lhe", "Lembach/Main"),
        ("Lembach im Breisgau (dpa) - ", "dpa", "Lembach im Breisgau"),
        ("Lembach (Saale) (dpa) - ", "dpa", "Lembach (Saale)"),
        ("Beirut (Lebanon) (AFP) – ", "AFP", "Beirut (Lebanon)"),
        ("Lembah Baru [India], February 25 (ANI): ", "ANI", "Lembah Baru [India]"),
        ("Zürich (sda) - ", "sda", "Zürich"),
        ("Genève (awp/ats) - ", "awp/ats", "Genève"),
        ("AMBON (KL) - ", "KL", "AMBON"),
        ("Roma, 25 feb. (askanews) – ", "askanews", "Roma"),
        ("(Adnkronos) - ", "Adnkronos", None),
        ("Ende (Flores) - ", None, "Ende, Flores"),
        ("Ambon (23/10/2025) – ", None, "Ambon"),
        ("Ambon, Kamis (23/10/2025) – ", None, "Ambon"),
        ("AMBON (23/10) - ", None, "AMBON"),
        ("LEMBAH SIRIH (23 Oktober 2025) - ", None, "LEMBAH SIRIH"),
        ("Ambon 23/10 (ANTARA) - ", "ANTARA", "Ambon"),
        ("MADRID 25 Feb. (EUROPA PRESS) - ", "EUROPA PRESS", "MADRID"),
        # no dash at all
        ("Liputan6.com, Jakarta ", "Liputan6.com", "Jakarta"),
        ("Ambon, kabarlembah.com ", "kabarlembah.com", "Ambon"),
        ("New Delhi, Feb 25 (PTI) ", "PTI", "New Delhi"),
        ("LEMBAH CITY, Feb. 25 (Xinhua) ", "Xinhua", "LEMBAH CITY"),
        ("MOSCOW, February 25. /TASS/. ", "TASS", "MOSCOW"),
        ("Berlin (epd). ", "epd", "Berlin"),
        ("(CNN) ", "CNN", None),
        ("(CNN)", "CNN", None),
        # a full stop
        ("Caracas.- ", None, "Caracas"),
        ("LEMBAH SIRIH.- ", None, "LEMBAH SIRIH"),
        ("Wina, Feb. 25 (AFP).- ", "AFP", "Wina"),
        ("KABARLEMBAH.CO.ID-MEDAN. ", "KABARLEMBAH.CO.ID", "MEDAN"),
        ("KABARLEMBAH.CO.ID - TAIPEI/BEIJING. ", "KABARLEMBAH.CO.ID", "TAIPEI/BEIJING"),
        ("Fimela.com, New York ", "Fimela.com", "New York"),
    ],
)
def test_a_dateline_is_taken_off(printed, source, place):
    assert split_dateline(printed + SENTENCE) == (Dateline(source, place), SENTENCE)


def test_the_worked_example_of_the_design():
    dateline, rest = split_dateline("REPUBLIKA.CO.ID, TEHERAN -- Iran terus menjalin kerja sama.")
    assert dateline == Dateline(source="REPUBLIKA.CO.ID", place="TEHERAN")
    assert rest == "Iran terus menjalin kerja sama."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Pemerintah pusat - daerah bertemu untuk membahas anggaran.",
        "Ketua DPR mengatakan hal itu di Jakarta - Bogor kemarin.",
        "Negara tetangga dan sekutunya merapat ke utara - yang lain menunggu.",
        "Harga cabai rawit naik.",
        "Rusia - Ukraina kembali berunding.",
        "Prabowo - Gibran menang di dua provinsi.",
        "Joko Widodo (Jokowi) - Ma'ruf Amin menang.",
        "TNI - Polri bersinergi.",
        "TNI - POLRI bersinergi.",
        "KPK - Kejagung sepakat.",
        "VIDEO - Detik-detik jembatan runtuh.",
        "Jakarta - Bandung",
        "Jakarta - Cirebon - Semarang ditempuh enam jam.",
        "Ambon, Lembah - warga di sana menunggu.",
        "Ambon, Lembah: Warga di sana menunggu.",
        "Jakarta -- kota terpadat di negeri itu -- banjir.",
        "Menurut Reuters, Iran - Israel saling serang.",
        "Kementerian Perhubungan, Jakarta-Surabaya macet.",
        "AKURAT.CO, Kementerian Perdagangan akan mengimpor.",
        "Dua tahun lalu - tepatnya Mei 2022 - ia pindah.",
        "Two hostages — an American and an Australian — were freed.",
        "Beauty company Kabar is breaking out — in a good way.",
        "2024 - Tahun politik dimulai.",
        '"Saya pergi – " kata dia.',
        "Kabar.com-nya ditutup sejak lama.",
        "Kabar.com, situs-Berita lama, ditutup.",
        "- Jakarta",
        "SINOPSIS - Warga menunggu.",
        "RAMALAN ZODIAK - Warga menunggu.",
        "EDITOR’S NOTE — Warga menunggu.",
        "SPOILER ALERT — Warga menunggu.",
        "UPDATED — Warga menunggu.",
        "Ambon (CNN) menunggu kabar.",
        "Lembah Sirih (CNN) Warga menunggu.",
        'Ambon (CNN) " Warga menunggu.',
        "Menurut Ani (CNN) Warga menunggu.",
        "(Lembah) Warga menunggu.",
        "Lembah, kabarlembah.com Warga menunggu.",
        "Ambon, kabarlembah.com menunggu kabar.",
        "Lembah Sirih.- Warga menunggu.",
        "London | Warga menunggu.",
        "Ratna Laut | Warga menunggu.",
        "Kabar | Warga menunggu.",
        "London kabarlembah.net | warga menunggu.",
        "Lembah Baru CNN — Warga menunggu.",
        "SURABAYA-MALANG macet.",
        "SURABAYA-Malang macet.",
        "SURABAYA-based firms grew.",
        "Surabaya-Warga bertemu.",
        "LEMBAH-Warga bertemu.",
        "MEDAN-KNO ditutup.",
        "Kompas, Jakarta-Bogor macet.",
        "KPK (23/10) - Warga menunggu.",
        "Solo (39) - Penyanyi itu menunggu.",
        "Ambon (pada malam hari) - Warga menunggu.",
        "Lembah (Sirih) - Warga menunggu.",
        "Lembah Sirih (KL) - Warga menunggu.",
        "Lembah Sirih (23/10) - Warga menunggu.",
        "Rabu (25/2/2026) - Hari itu tiba.",
        "Ambon (2024) - Film itu ditayangkan lagi.",
        "Ambon 2024 - Film itu ditayangkan lagi.",
        "Ambon, , , Medan - Surabaya",
        "",
        " ",
    ],
)
def test_a_paragraph_without_a_dateline_stays_whole(paragraph):
    assert split_dateline(paragraph) == (None, paragraph)


@pytest.mark.parametrize(
    ("paragraph", "brands", "dateline"),
    [
        ("Lembah - Warga memperbaiki jembatan.", ("Lembah",), Dateline("Lembah", None)),
        ("Lembah - Warga memperbaiki jembatan.", ("lembah.co.id",), Dateline("Lembah", None)),
        ("Lembah - Warga memperbaiki jembatan.", (), None),
        ("Ambon, Harian Lembah - Warga memperbaiki.", ("Harian Lembah",), Dateline("Harian Lembah", "Ambon")),
        ("Lembah Ambon - Warga memperbaiki jembatan.", ("lembah.co.id",), Dateline("Lembah Ambon", None)),
        ("Lembah Ambon - Warga memperbaiki jembatan.", (), None),
        ("LembahOtomotif - Mobil itu laris.", ("Lembah",), Dateline("LembahOtomotif", None)),
    ],
)
def test_the_sites_own_names_count_as_sources(paragraph, brands, dateline):
    assert split_dateline(paragraph, brands)[0] == dateline


@pytest.mark.parametrize(
    "paragraph",
    ["Ambon - Film ini - menurut camat - laris.", "Ambon - 2045 - Warga."],
)
def test_words_before_a_second_dash_belong_to_the_text(paragraph):
    assert split_dateline(paragraph) == (Dateline(None, "Ambon"), paragraph.removeprefix("Ambon - "))


@pytest.mark.parametrize(
    ("paragraph", "bold", "dateline"),
    [
        ("Lembah Sirih - Warga memperbaiki jembatan.", "Lembah Sirih", Dateline(None, "Lembah Sirih")),
        ("Lembah Sirih - Warga memperbaiki jembatan.", "", None),
        ("Lembah Sirih - Warga memperbaiki jembatan.", "Lembah", None),
        ("Catatan Redaksi - Warga memperbaiki jembatan.", "Catatan Redaksi", None),
        ("Lembah Sirih - dan Lembah Melati berdamai.", "Lembah Sirih", None),
    ],
)
def test_bold_words_before_the_dash_are_believed_to_be_a_place(paragraph, bold, dateline):
    assert split_dateline(paragraph, (), bold)[0] == dateline


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("Jakarta -", True),
        ("Jakarta - ", True),
        ("Jakarta, CNN Indonesia --", True),
        ("Jakarta, NU Online", True),
        ("Jakarta - Warga memperbaiki jembatan.", False),
        ("Jakarta", False),
        ("Laporan Wartawan Tribunnews.com, Ratna", False),
        ("Warga memperbaiki jembatan -", False),
    ],
)
def test_a_dateline_on_a_line_of_its_own_is_known(line, alone):
    assert is_dateline_only(line) is alone


def test_a_story_may_begin_with_a_name_in_small_letters():
    assert split_dateline("Ambon - iPhone baru dijual.") == (Dateline(None, "Ambon"), "iPhone baru dijual.")


def test_white_space_in_front_is_no_obstacle():
    assert split_dateline("\n\xa0 Jakarta - Warga.") == (Dateline(None, "Jakarta"), "Warga.")


def test_a_no_break_space_may_stand_beside_the_dash():
    assert split_dateline("Jakarta\xa0-\xa0Warga.") == (Dateline(None, "Jakarta"), "Warga.")


@pytest.mark.parametrize(
    ("name", "place"),
    [("Jakarta", True), ("BANDA ACEH", True), ("Kota Serang", True), ("Sintang Utara", True), ("Harga Emas", False)],
)
def test_towns_are_known(name, place):
    assert is_place(name) is place


def test_the_longest_town_is_read_from_the_start():
    assert place_at_start("Bandung Barat Warga memperbaiki") == "Bandung Barat"


@pytest.mark.parametrize("above", [(), POINTS, (PARAGRAPHS[2],), (PARAGRAPHS[2], *POINTS, PARAGRAPHS[3])])
def test_a_dateline_may_stand_below_lines_and_few_paragraphs(above):
    opening = find_opening((*above, f"Ambon - {PARAGRAPHS[0]}", PARAGRAPHS[1]), ())
    assert opening == (len(above), Dateline(None, "Ambon"), PARAGRAPHS[0])


@pytest.mark.parametrize(
    "lines",
    [
        ("Ambon - Berawan", "Medan - Hujan ringan", "Palu - Cerah"),
        ("Ambon - 04.35 WIB", "Medan - 04.31 WIB"),
        ("Ambon – Gedung Kesenian Lembah",),
        ("Reuters — 45 poin",),
        (f"Ambon - {PARAGRAPHS[1]}", f"Medan - {PARAGRAPHS[2]}"),
    ],
)
def test_lines_that_name_a_town_below_the_first_paragraph_are_a_list(lines):
    assert find_opening((PARAGRAPHS[0], *lines, PARAGRAPHS[3]), ()) is None


def test_lines_that_name_towns_above_the_first_paragraph_are_a_list():
    assert find_opening(("Ambon - Berawan", "Medan - Hujan ringan", *PARAGRAPHS), ()) is None


def test_a_story_that_tells_of_other_towns_keeps_its_dateline():
    opening = find_opening((f"Ambon - {PARAGRAPHS[0]}", "Medan - Hujan ringan", PARAGRAPHS[1]), ())
    assert opening == (0, Dateline(None, "Ambon"), PARAGRAPHS[0])


@pytest.mark.parametrize(
    ("place", "text", "is_town"),
    [
        ("KULIAH UMUM", "Rektor membuka kuliah umum tentang bambu.", False),
        ("PANEN", "Para petani panen lebih awal, kata camat.", False),
        ("LEMBAH SIRIH", "Warga Lembah Sirih panen lebih awal.", True),
        ("NEGARA", "Warga menunggu bantuan negara.", True),
    ],
)
def test_capitals_that_the_story_writes_in_small_letters_are_no_town(place, text, is_town):
    opening = find_opening((f"{place} - {PARAGRAPHS[0]}", text, *PARAGRAPHS[1:]), ())
    assert (opening is not None) is is_town


def a_story(opening):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    return f"<html lang='id'><body><h1>Jembatan Bambu</h1><article>{opening}{text}</article></body></html>"


@pytest.mark.parametrize("point", ["", f" {PARAGRAPHS[3]}"])
def test_the_points_of_a_summary_are_not_counted(a_page, point):
    points = "".join(f"<li>{line}{point}</li>" for line in POINTS)
    story = a_story(f"<ul>{points}</ul><p><b>KABARPESISIR.COM, AMBON - </b>{PARAGRAPHS[0]}</p>")
    article = process(a_page(story))
    assert article.dateline == Dateline("KABARPESISIR.COM", "AMBON")
    assert PARAGRAPHS[0] in article.paragraphs


@pytest.mark.parametrize("bold", ["<b>Lembah Sirih</b> - ", "<b>Lembah Sirih -</b> ", "<b>Lembah Sirih – </b>"])
def test_the_dash_behind_a_town_in_bold_may_be_bold_too(a_page, bold):
    article = process(a_page(a_story(f"<p>{bold}{PARAGRAPHS[0]}</p>")))
    assert (article.dateline, article.paragraphs) == (Dateline(None, "Lembah Sirih"), PARAGRAPHS)


@pytest.mark.parametrize("bold", ["<b>LEMBAH SIRIH</b>–", "<b>LEMBAH SIRIH-</b>"])
def test_a_town_in_bold_capitals_may_stand_before_a_hyphen_without_a_blank(a_page, bold):
    article = process(a_page(a_story(f"<p>{bold}{PARAGRAPHS[0]}</p>")))
    assert (article.dateline, article.paragraphs) == (Dateline(None, "LEMBAH SIRIH"), PARAGRAPHS)


@pytest.mark.parametrize(
    "opening",
    [
        "Ambon, NU Online<br>{}",
        "<b>Ambon, </b><i><b>NU Online</b></i><br>{}",
        "<b>Ambon, NU Online</b>{}",
        "<b>Ambon, NU Online</b> {}",
        "<b>NU Online, Ambon</b> {}",
    ],
)
def test_a_line_break_or_the_end_of_the_bold_ends_a_source_and_a_known_town(a_page, opening):
    article = process(a_page(a_story(f"<p>{opening.format(PARAGRAPHS[0])}</p>")))
    assert (article.dateline, article.paragraphs) == (Dateline("NU Online", "Ambon"), PARAGRAPHS)


@pytest.mark.parametrize("bold", ["Ambon", "Ambon, Medan", "Lembah Sirih, NU Online", "NU Online"])
def test_other_words_in_bold_stay(a_page, bold):
    opening = f"<p><b>{bold}</b> {PARAGRAPHS[0]}</p>"
    assert process(a_page(a_story(opening))).paragraphs[0] == f"{bold} {PARAGRAPHS[0]}"


def test_bold_words_with_a_dash_before_several_paragraphs_are_no_towns(a_page):
    opening = f"<p><b>Lembah Sirih -</b> {PARAGRAPHS[0]}</p><p><b>Lembah Melati -</b> {PARAGRAPHS[1]}</p>"
    assert process(a_page(a_story(opening))).dateline is None


@pytest.mark.parametrize("bold", ["{}: ", "<b>{}:</b> ", "<strong>{}</strong>: "])
@pytest.mark.parametrize("town", ["Ambon", "KUALA LUMPUR", "MEDAN, Sumatera Utara"])
def test_a_known_town_may_stand_before_a_colon(a_page, bold, town):
    article = process(a_page(a_story(f"<p>{bold.format(town)}{PARAGRAPHS[0]}</p>")))
    assert (article.dateline, article.paragraphs) == (Dateline(None, town), PARAGRAPHS)


@pytest.mark.parametrize(
    "opening",
    [
        (f"Camat: {PARAGRAPHS[0]}",),
        (f"SINOPSIS: {PARAGRAPHS[0]}",),
        ("Ambon: Warga memperbaiki jembatan.",),
        (f"Ambon: {PARAGRAPHS[0]}", f"Medan: {PARAGRAPHS[1]}"),
        (f"Florence: {PARAGRAPHS[0]}", f"Camat: {PARAGRAPHS[1]}", "Florence: Ya."),
        ("Ambon: 04.35 WIB", "Medan: 04.31 WIB"),
        (PARAGRAPHS[3], f"Ambon: {PARAGRAPHS[0]}"),
    ],
)
def test_other_words_before_a_colon_stay(opening):
    assert find_opening((*opening, *PARAGRAPHS[1:]), ()) is None


HEADS = st.sampled_from(
    ["REPUBLIKA.CO.ID, TEHERAN -- ", "Jakarta - ", "Jakarta (ANTARA) - ", "Liputan6.com, Jakarta ", ""]
)


@given(HEADS, st.text(max_size=200))
def test_the_rest_ends_the_paragraph_and_nothing_goes_without_a_dateline(head, text):
    paragraph = head + text
    dateline, rest = split_dateline(paragraph)
    assert paragraph.endswith(rest)
    assert dateline is not None or rest == paragraph


@pytest.mark.parametrize(
    "paragraph",
    [
        " " * 50_000,
        "A, " * 20_000,
        "(" * 50_000,
        "A - " * 12_500,
        "a." * 25_000 + "com",
        "-" * 50_000,
        "Jakarta (" * 5_000,
        "JAKARTA-" * 6_000,
        "Jakarta | " * 5_000,
        "/AP/. " * 8_000,
        "Jakarta - 1" + " " * 50_000,
    ],
    ids=["blanks", "commas", "brackets", "dashes", "dots", "line", "towns", "glued", "bars", "strokes", "day"],
)
def test_a_hostile_paragraph_takes_no_time(paragraph):
    started = time.perf_counter()
    split_dateline(paragraph)
    assert time.perf_counter() - started < 0.5


@pytest.mark.skipif(
    not (SHARED / "language/datelines.jsonl").exists(), reason="the shared set of datelines is not on this machine"
)
def test_every_dateline_of_the_shared_set_is_read():
    wrong = []
    for row in map(json.loads, (SHARED / "language/datelines.jsonl").read_text(encoding="utf-8").splitlines()):
        dateline, rest = split_dateline(row["text"])
        place = dateline.place if dateline else None
        if (dateline is not None, place) != (row["has_dateline"], row["place"]) or not row["text"].endswith(rest):
            wrong.append((row["text"], dateline))
    assert wrong == []


@pytest.mark.parametrize("name", ["indonesian", "indonesian_saved"])
def test_the_leads_of_labelled_pages_give_their_datelines(name):
    gold = SHARED / "bench" / name / "gold.jsonl"
    if not gold.exists():
        pytest.skip("the labelled pages are not on this machine")
    wrong = []
    for page in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        if not page.get("lead_raw"):
            continue
        dateline, rest = split_dateline(page["lead_raw"])
        found = dateline and {"source": dateline.source, "place": dateline.place}
        if found != page["dateline"] or rest != page["paragraphs"][0]:
            wrong.append((page["id"], dateline))
    assert wrong == []
