"""Lines that stand in articles without being their text; headlines, papers and people are invented."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extract.bylines.sign_offs import signs_alone, split_sign_off, strip_sign_off
from newscrawl.extract.furniture.lines import is_furniture, strip_inline
from tests.shared_folder import SHARED


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            "read-also",
            [
                "Baca Juga",
                "Baca juga:",
                "BACA JUGA: Jembatan Gantung Desa Entah Runtuh, Siapa yang Salah?",
                "Baca juga: Terungkap! Ini Penyebab Jembatan Runtuh",
                "Baca juga Jembatan Gantung Desa Entah Runtuh",
                "Baca: Jembatan Gantung Runtuh",
                "Baca Selanjutnya: Jembatan Baru...",
                "Lihat juga: Jembatan Gantung Runtuh",
                "Simak juga: Jembatan Gantung Runtuh",
                "Pilihan Editor: Mengapa Jembatan Runtuh",
                "Ringkasan Berita:",
                "Berita Terkait",
                "Artikel Terkait",
                "TOPIK UNTUKMU",
                "Infografis: Jembatan di Nusantara",
                "Video Pilihan Redaksi",
                "Simak! Video Pilihan Redaksi:",
                "Jangan Sampai Ketinggalan Pilihan Redaksi ini :",
                "Read also",
                "Read more: The bridge that fell",
                "RELATED: The bridge that fell",
                "See also: The bridge that fell",
                "Lesen Sie auch: Warum die Brücke fiel",
                "Das könnte Sie auch interessieren",
                "Lire aussi : Pourquoi le pont est tombé",
                "À lire aussi",
                "Lea también: Por qué cayó el puente",
                "LEGGI ANCHE: Perché il ponte è caduto",
                "Lees ook: waarom de brug viel",
                "Leia também: Por que a ponte caiu",
                "📰 Baca Juga: Jembatan Gantung Runtuh",
                "🔗 BACA JUGA | Jembatan Gantung Runtuh",
                "Czytaj też: Dlaczego most runął",
                "Читайте также: Почему упал мост",
            ],
        ),
        (
            "video",
            [
                "[Gambas:Video 20detik]",
                "[Gambas:Instagram]",
                'Simak Video "Jembatan Runtuh"',
                "Lihat juga Video: Detik-detik Jembatan Runtuh",
                "Watch: The moment the bridge fell",
                "WATCH | The moment the bridge fell:",
                "Video: Der Moment",
            ],
        ),
        (
            "advert",
            [
                "ADVERTISEMENT",
                "Advertisement",
                "SCROLL TO CONTINUE WITH CONTENT",
                "SCROLL TO RESUME CONTENT",
                "Scroll ke bawah untuk melanjutkan membaca",
                "Lanjutkan Membaca ↓",
                "Iklan",
                "Anzeige",
                "Publicité",
                "Publicidad",
                "Pubblicità",
                "Advertentie",
                "Publicidade",
                "Reklama",
                "Article continues below",
                "Scroll untuk membaca",
                "SCROLL UNTUK LANJUT MEMBACA",
                "Scroll untuk baca artikel",
                "Geser ke bawah untuk melanjutkan membaca",
                "Iklan. Gulir untuk melanjutkan.",
                "Lanjutkan Membaca Setelah Iklan",
                "..::Iklan::..",
            ],
        ),
        (
            "share",
            [
                "Bagikan",
                "Share this article",
                "Copy Link",
                "Link successfully copied",
                "Perbesar",
                "Artikel teilen",
                "1.999 Views",
                "Post Views: 1.234",
                "Dilihat: 123 kali",
                "Hits: 55",
                "Telah dibaca : 214",
                "👁 321 kali dilihat",
                "(Dibaca 25 kali, 1 kunjungan hari ini)",
                "🔊 Dengarkan",
            ],
        ),
        (
            "pager",
            [
                "1 dari 2 halaman",
                "Halaman 1/2",
                "Halaman: 1 2 3",
                "Halaman selanjutnya",
                "Simak berita selengkapnya di halaman berikutnya",
                "Selanjutnya :",
                "Next page",
                "Page 1 of 3",
                "Seite 2 von 3",
                "Daftar Isi",
                "Table of contents:",
                "Bersambung ke halaman berikutnya...",
                "Bersambung...",
                "Simak selengkapnya di halaman selanjutnya.",
                "Baca selengkapnya di halaman berikut.",
                "Halaman Selanjutnya --> Warga Perbaiki Jembatan Bambu yang Hanyut Diterjang Banjir di Lembah Sirih",
                "Lanjut ke halaman 2",
                "« Sebelumnya 1 2 3 Selanjutnya »",
            ],
        ),
        ("tags", ["#jembatan #banjir", "Tag Terkait", "Topik Terkait :", "Tags: jembatan, banjir", "Schlagworte"]),
        (
            "comments",
            ["Tulis Komentar", "Silakan berkomentar dengan bijak.", "Komentar", "Leave a comment", "Kommentare"],
        ),
        (
            "promo",
            [
                "Ikuti kami di",
                "Ikuti berita terbaru kami di Google News",
                "Follow Lembah WhatsApp Channel untuk update terbaru setiap hari",
                "Cek Berita dan Artikel yang lain di Google News",
                "Add as a preferred source on Google",
                "Jangan lupa ikuti akun Instagram kami",
                "Yuk gabung di channel kami",
                "Yuk, ikuti Google News kami agar tidak ketinggalan!",
                "Follow Instagram @kabarhulu",
                "Simak berita lainnya terkait Lembah Sirih",
                "Suka artikel ini? Yuk follow Kabar Hulu!",
                "Ikuti terus berita terhangat dari Kabar Hulu via whatsapp",
                "Baca berita tanpa iklan. Gabung Kabar Hulu Plus",
                "Periksa kembali dan lengkapi data dirimu",
                "Sign up for our newsletter",
                "Subscribe to the Lembah newsletter for more.",
                "Follow us on Facebook and Twitter",
                "Follow Lembah Wales on Facebook, X and Instagram",
                "Newsletter abonnieren",
            ],
        ),
        ("embed", ["Lihat postingan ini di Instagram", "Sebuah kiriman dibagikan oleh Ratna Laut (@ratnalaut)"]),
        (
            "copyright",
            [
                "COPYRIGHT © ANTARA 2024",
                "Copyright 2024 Lembah. All rights reserved.",
                "© 2024 Lembah",
                "Dilarang keras mengambil konten",
                "Dilarang memperbanyak isi berita ini tanpa izin redaksi.",
                "Hak Cipta © Kabar Hulu",
            ],
        ),
        (
            "source-credit",
            [
                "Sumber: Antara",
                "sumber : Antara",
                "Sumber: Liputan6.com",
                "Source: Reuters, AFP",
                "Quelle: dpa",
                "Quelle: lembah.de, jog",
                "Artikel ini telah tayang di lembah.com dengan judul Jembatan Runtuh",
            ],
        ),
        (
            "advert",
            [
                "Promosi Bank Lembah Sejahtera buka tabungan tanpa biaya admin",
                "Promosi Kabar Lembah: paket langganan keluarga kini lebih hemat sampai akhir bulan",
                "Sponsored: open a savings account and win a scooter",
                "Advertorial: Hunian Baru di Tepi Danau",
            ],
        ),
        ("photo-credit", ["Foto: Antara/Ratna Laut", "(Foto: Dok PSSI)", "Image credit: Lembah"]),
        (
            "byline",
            [
                "Pewarta: Ratna Laut",
                "Editor: Wayan Ombak",
                "ratna@kabarhulu.test",
                "Penulis: Ratna Laut | Editor: Wayan Ombak",
                "Rep: Ratna Laut/ Red: Wayan Ombak",
                "Laporan Wartawan Tribunnews.com, Ratna Laut",
                "Reporting by Jane Roe; Editing by John Doe",
            ],
        ),
        ("date", ["Selasa, 5 November 2024 | 06:45 WIB", "Diterbitkan 5 November 2024, 06:45 WIB"]),
        ("sign-off", ["(fyk/fay)", "(H-2)", "[rhm]", "(*)", "(Antaranews/Ratna)", "(FHM)"]),
        ("separator", ["***", "-----", "•"]),
    ],
)
def test_furniture_is_known_by_its_words(kind, lines):
    assert {line: is_furniture(line) for line in lines} == dict.fromkeys(lines, kind)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "Warga memperbaiki jembatan itu bersama-sama.",
        "Sumber: Pemerintah Kota Ambon",
        "Sumber: Dinas Pekerjaan Umum, diolah",
        "Sumber air di desa itu kering.",
        "Baca juga buku karya Ratna Laut yang terbit tahun lalu.",
        "Baca juga, kata dia, merupakan cara belajar yang baik.",
        "Baca dulu petunjuknya sebelum dipakai.",
        "Lihat juga anak-anak yang bermain di tepi sungai setiap sore, kata Ratna.",
        "Promosi wisata dilakukan pemerintah daerah.",
        "Promosi Wisata Danau Toba",
        "Promosi Bank Lembah yang digelar sejak Mei menarik seribu nasabah baru.",
        "Simak! Harga beras turun lagi, kata menteri.",
        "Klik ikon WhatsApp di pojok kanan.",
        "Download aplikasi WhatsApp di Play Store.",
        "Ikuti langkah-langkah berikut ini:",
        "Follow the river on foot as far as the second bridge.",
        "Simak penjelasannya berikut ini.",
        "Facebook",
        "5 November 2024",
        "Sabtu, 9 November 2024, 20.30 WIB: Lembah vs Pesisir di Stadion Entah",
        "Halaman rumah itu luas.",
        "Related to this, the mayor said nothing. He left.",
        "More than 20 people crossed the bridge",
        "Watch brands are raising prices.",
        "Recommended by experts, the app is free.",
        "Video itu beredar luas di media sosial.",
        "Share prices fell on Tuesday.",
        "Advertisement spending rose by a tenth.",
        "Copyright law was changed last year, and many papers that had sued withdrew. " * 6,
        "Editor: Kami meminta maaf atas kesalahan dalam berita ini.",
        "Foto itu diambil pada 2019.",
        "Anzeige erstattete die Polizei gegen den Fahrer.",
        "Publicidad engañosa es un delito.",
        "Baca halaman 12 buku siswa, lalu jawab pertanyaannya.",
        "Isi data diri Anda di halaman berikutnya.",
        "Lihat halaman 45",
        "Jumlah pembaca koran itu turun.",
        "Dilihat dari seberang, jembatan itu miring.",
        "Bersambung rasa dengan warga, camat menangis.",
        "#jembatan",
        "Scroll untuk melihat pengaturan lain.",
        "→ Jembatan itu kuat.",
        "Surel: tulis ke ratna@kabarhulu.test sebelum Senin.",
        "Kabar Hulu",
        "[Reff]",
        "(Reff)",
        "[Hook]",
        "[Coda]",
        "(reff)",
    ],
)
def test_what_could_be_a_sentence_of_the_story_stays(line):
    assert is_furniture(line) is None


@pytest.mark.parametrize("line", ["KABARHULU.COM", "Kabar Hulu", "Sumber: Kabar Hulu", "www.kabarhulu.com"])
def test_the_site_s_own_name_alone_is_no_part_of_the_story(line):
    assert is_furniture(line, ["Kabar Hulu"]) == "source-credit"
    assert is_furniture("Kabar Hilir", ["Kabar Hulu"]) is None


@pytest.mark.parametrize(
    ("paragraph", "stripped"),
    [
        ("Jembatan itu kuat, kata dia. (fyk/fay)", "Jembatan itu kuat, kata dia."),
        ("Jembatan itu kuat, kata dia.(Antaranews/Ratna)", "Jembatan itu kuat, kata dia."),
        ("Jembatan itu kuat, kata dia. (H-2)", "Jembatan itu kuat, kata dia."),
        ("Jembatan itu kuat, kata dia. (Ant/Z-1)", "Jembatan itu kuat, kata dia."),
        ("Jembatan itu kuat, kata dia. [rhm]", "Jembatan itu kuat, kata dia."),
        ("Jembatan itu kuat, kata dia. [abc/def]", "Jembatan itu kuat, kata dia."),
        ("Jembatan itu kuat, kata dia. (*)", "Jembatan itu kuat, kata dia."),
        ("Jembatan itu kuat, kata dia. (lau/pta) (*)", "Jembatan itu kuat, kata dia."),
        ('"Jembatan itu kuat," kata dia. (abc)', '"Jembatan itu kuat," kata dia.'),
        ('"Jembatan itu kuat." (FHM)', '"Jembatan itu kuat."'),
        (
            "Ia mengatakan hal itu kepada wartawan di balai desa kemarin (mea/mea)",
            "Ia mengatakan hal itu kepada wartawan di balai desa kemarin",
        ),
        ("(mdk/ank)", ""),
    ],
)
def test_a_desks_code_goes_from_the_end(paragraph, stripped):
    assert strip_sign_off(paragraph) == stripped


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ia diperiksa Komisi Pemberantasan Korupsi (KPK)",
        "Ia diperiksa Komisi Pemberantasan Korupsi (KPK).",
        'Ia bekerja di "Bangsa-Bangsa" (PBB)',
        "Ia dihukum penjara (dan/atau)",
        "Kecepatan kereta (km/jam)",
        "Tim nasional muda (U-20)",
        "Panjang jembatan (cm)",
        "Tahun berdirinya (2024)",
        "Says who (he/him)",
        "Action is promising. (More)",
        "Jembatan itu kuat, kata dia.",
        "",
    ],
)
def test_an_ordinary_bracket_at_the_end_stays(paragraph):
    assert strip_sign_off(paragraph) == paragraph


ENDED = "Jembatan itu kuat, kata dia."


@pytest.mark.parametrize(
    "signed",
    [
        *("(Kabarnews.com/Ratna Laut)", "(Ratna Laut/kabarhulu)", "(ab-ratna/kabar)", "(mcr4/kabar)", "(c12/rdh/dns)"),
        *("(m05)", "(Ratna Laut)", "(Diskominfo)", "(red)", "(Red)", "[idr]", "(Humas)", "(MC Kota Lembah/dns/eyv)"),
        *("(kri/k16)", "(DNS*)", "-dns-", "(Ratna)", "(Ratna Laut/Red)", "(tim redaksi)", "(ANTARA)", "(Ratna L)."),
        *("*(Ratna)", "**", "(Humas Polres Lembah)", "(kabarhulu.co.id)", "(Reporter: Ratna Laut)", "(Sumber: Antara)"),
        *("— Bernama", "– Reuters", "- CNA/ab", "—AFP", "— AFP, Reuters", "— The Star", "AFP", "(avec AFP)"),
        *("(AFP, Reuters)", "(Reuters/AFP)", "(bersambung)", "– Kabar Hulu"),
    ],
)
def test_what_signs_a_story_goes_from_its_last_paragraph(signed):
    assert split_sign_off(f"{ENDED} {signed}", ["Kabar Hulu"])[0] == ENDED
    assert split_sign_off(f'"{ENDED}" {signed}', ["Kabar Hulu"])[0] == f'"{ENDED}"'
    assert split_sign_off(signed, ["Kabar Hulu"])[0] == "" or signs_alone(signed, ["Kabar Hulu"]) or signed == "**"


@pytest.mark.parametrize(
    "last",
    [
        *(f"{ENDED} {kept}" for kept in ["(tertawa)", "(Laughs)", "(lacht)", "(Laughs.)", "(sic)", "(More)", "(2024)"]),
        *(f"{ENDED} {kept}" for kept in ["(HR Muslim)", "(H.R. Bukhari)", "(QS Al-Baqarah: 183)", "(QS. 2:183)"]),
        *(f"{ENDED} {kept}" for kept in ["(dan/atau)", "(26/11/2024)", "(he/him)", "(lihat hal. 4)", "(24/7)"]),
        *(
            f"{ENDED} {kept}"
            for kept in ["(lagi bagi para perantau)", "(he left in May)", "- Ratna Laut", "— kata dia"]
        ),
        *("Jembatan itu diperiksa Badan Jembatan (BJ)", "Gol: Wayan (14), Made (88)", "Laga berakhir (1-1)"),
        *("Peraih emas: Ratna Laut (Lembah)", "Ini awal (lagi).", "Ia menulis untuk Reuters", "Ia bekerja di AFP."),
        *("Laut Sirih – Reuters", "(Reff)", "[Chorus]", "[Hook]", "", "Jembatan itu (Ratna/Red) kuat."),
        "Kantor berita itu bernama — Antara",
    ],
)
def test_brackets_and_dashes_of_the_last_sentence_itself_stay(last):
    assert split_sign_off(last, ["Kabar Hulu"]) == (last, "")


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        *((line, True) for line in ["Reuters", "AFP", "— AFP", "Kabar Hulu", "kabarhulu.com", "Tim Redaksi", "ani/bw"]),
        *((line, False) for line in ["Ratna Laut", "Jembatan kuat", "With the wires", "Pemerintah Kota", ""]),
    ],
)
def test_a_paper_or_desk_may_sign_on_a_line_of_its_own(line, signs):
    assert signs_alone(line, ["Kabar Hulu"]) is signs


@pytest.mark.parametrize(
    ("paragraph", "stripped"),
    [
        ("Satu kalimat. ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT Dua kalimat.", "Satu kalimat. Dua kalimat."),
        ("Satu kalimat. [Gambas:Video 20detik]", "Satu kalimat."),
        ('Satu kalimat. Simak Video "Jembatan Runtuh" [Gambas:Video 20detik]', "Satu kalimat."),
        ("Satu kalimat. Baca juga: Jembatan Gantung Runtuh", "Satu kalimat."),
        ('"Satu kalimat."Baca Juga: Jembatan Gantung Runtuh', '"Satu kalimat."'),
        ('Satu [caption id="1"]kalimat[/caption] lagi.', "Satu kalimat lagi."),
        ("Satu kalimat.  Dua kalimat.", "Satu kalimat.  Dua kalimat."),
        ("Orang desa baca juga: koran, buku, majalah.", "Orang desa baca juga: koran, buku, majalah."),
        ("Iklan advertisement di koran.", "Iklan advertisement di koran."),
    ],
)
def test_furniture_inside_a_paragraph_goes(paragraph, stripped):
    assert strip_inline(paragraph) == stripped


@given(st.text(max_size=300))
def test_what_is_stripped_of_a_sign_off_is_the_beginning(paragraph):
    assert paragraph.startswith(strip_sign_off(paragraph))


@given(st.lists(st.sampled_from([" (fyk/fay)", "(*)", " [rhm]", " (H-2)", " (FHM) "]), max_size=3))
def test_up_to_three_codes_go_at_once(codes):
    assert strip_sign_off("Jembatan itu kuat, kata dia." + "".join(codes)) == "Jembatan itu kuat, kata dia."


@given(st.text(max_size=300))
def test_any_line_has_a_kind_or_none(line):
    kind = is_furniture(line)
    assert kind is None or kind.replace("-", "").isalpha()


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "[gambas:" * 6_000,
        "(a/" * 16_000,
        ". " * 25_000,
        "Baca juga: " * 4_500,
        "1 " * 300,
        "a " * 300,
        "halaman " * 75,
    ],
    ids=["brackets", "embeds", "codes", "stops", "links", "numbers", "letters", "pages"],
)
def test_a_hostile_line_takes_no_time(text):
    started = time.perf_counter()
    is_furniture(text)
    strip_sign_off(text)
    split_sign_off(text)
    strip_inline(text)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("name", ["indonesian", "indonesian_saved"])
def test_no_paragraph_of_a_labelled_page_is_taken_for_furniture(name):
    gold = SHARED / "bench" / name / "gold.jsonl"
    if not gold.exists():
        pytest.skip("the labelled pages are not on this machine")
    pages = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    paragraphs = [paragraph for page in pages for paragraph in page.get("paragraphs") or []]
    wrong = [p for p in paragraphs if is_furniture(p) or strip_inline(p) != p or strip_sign_off(p) != p]
    assert wrong == []
