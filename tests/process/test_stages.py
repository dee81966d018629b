import random
from datetime import UTC, datetime

import pytest

from newscrawl.model import Article, Dateline
from newscrawl.model.errors import TooShort
from newscrawl.process import STAGES, process
from newscrawl.process.length import require_length
from newscrawl.process.stages import (
    drop_biographies,
    drop_furniture,
    drop_repeats,
    drop_source_from_authors,
    drop_subtitle_echo,
    split_off_dateline,
    strip_sign_offs,
    strip_title_suffix,
)
from newscrawl.sites import Site

SITE = Site(name="kabar", title="Kabar", domains=("kabar.test",), brands=("Kabar Kampung",), min_words=5)
LONG = "Warga memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu bersama camat."


def an_article(*paragraphs, **values):
    url = "https://kabar.test/berita/jembatan"
    given = {
        "url": url,
        "canonical_url": url,
        "fetched_at": datetime(2026, 3, 4, tzinfo=UTC),
        "title": "Jembatan Bambu",
    }
    return Article(**(given | values), paragraphs=paragraphs)


@pytest.mark.parametrize(
    "title", ["Jembatan Bambu | Kabar", "Jembatan Bambu - Kabar Kampung", "Jembatan Bambu – kabar.test"]
)
def test_the_brand_comes_off_the_title(title):
    assert strip_title_suffix(an_article(LONG, title=title), SITE).title == "Jembatan Bambu"


def test_the_dateline_becomes_a_field():
    article = split_off_dateline(an_article(f"HULU SUNGAI, KABAR -- {LONG}", LONG), SITE)
    assert article.dateline.place == "HULU SUNGAI"
    assert article.paragraphs == (LONG, LONG)
    assert article.provenance["dateline"] == "paragraph 1"


def test_a_dateline_alone_on_its_line_leaves_no_empty_paragraph():
    article = split_off_dateline(an_article("Jakarta -", LONG), SITE)
    assert article.dateline == Dateline(None, "Jakarta")
    assert article.paragraphs == (LONG,)


def test_a_story_without_a_dateline_keeps_its_words():
    assert split_off_dateline(an_article(LONG), SITE) == an_article(LONG)


@pytest.mark.parametrize(
    "line", ["Baca juga: Pasar Terapung Dibuka", "ADVERTISEMENT", "[Gambas:Video 20detik]", "Halaman selanjutnya"]
)
def test_lines_of_furniture_are_dropped(line):
    assert drop_furniture(an_article(LONG, line, LONG), SITE).paragraphs == (LONG, LONG)


@pytest.mark.parametrize(
    "last",
    [
        "Untuk mendapatkan berita terbaru setiap hari, silakan bergabung di saluran WhatsApp Kampung.",
        "Mau Berita Terbaru Lainnya? Yuk Follow Kami di Google News dengan Klik Simbol Bintang.",
        "Dapatkan Berita Terkini via Whatsapp, klik di sini",
        "Kabar Kampung berkomitmen memberi fakta jernih. Gabung Kabar Kampung Plus sekarang.",
        "Unduh aplikasi Kabar Kampung di Google Play untuk membaca lebih cepat.",
        "Dapatkan kejutan menarik dari Kabarkampung, klik di sini.",
    ],
)
def test_an_invitation_to_the_paper_goes_from_the_last_lines(last):
    assert drop_furniture(an_article(LONG, LONG, LONG, last), SITE).paragraphs == (LONG,) * 3
    assert drop_furniture(an_article(LONG, LONG, LONG, last, "Baca juga:"), SITE).paragraphs == (LONG,) * 3


@pytest.mark.parametrize(
    "last",
    [
        '"Mari kita baca lagi, simak, dan ikuti," kata camat kepada Kabar Kampung.',
        "Dapatkan bambu yang kuat, lalu ikat dengan tali.",
        "Warga yang hendak gabung dapat mendaftar, tulis Kabar Kampung pekan lalu.",
        "Google News dan kanal lain memuat kabar jembatan itu.",
    ],
)
def test_the_last_lines_of_a_story_stay(last):
    assert drop_furniture(an_article(LONG, LONG, last), SITE).paragraphs == (LONG, LONG, last)


def test_a_guide_to_channels_keeps_its_steps():
    steps = ("Klik ikon saluran WhatsApp di bawah.", "Ikuti saluran WhatsApp yang diinginkan.", LONG)
    guide = an_article(LONG, *steps, "Ikuti saluran WhatsApp Kabar Kampung.", title="Cara Membuat Saluran WhatsApp")
    assert drop_furniture(guide, SITE).paragraphs == (LONG, *steps)
    assert drop_furniture(an_article(LONG, *steps), SITE).paragraphs == (LONG, LONG)


@pytest.mark.parametrize(
    "told",
    [
        (LONG, LONG, "06.20 WIB", LONG, "07.05 WIB", LONG),
        (LONG, "Selasa, 26 November 2024 pukul 06.00 WIB", LONG, LONG, "06.20 WIB", LONG),
        (LONG, LONG, "04.05 WIB", "05.10 WIB", "06.15 WIB"),
        (LONG, "Tema: Jembatan", "Topik: Masa Depan Bambu", "Lokasi: Balai Desa", "Sponsor: Bank Lembah", LONG),
        (LONG, "Judul: Jembatan", "Penulis: Ratih Karang", "Penerbit: Pustaka", "Tebal: 264 halaman", LONG),
        (LONG, LONG, "Buka aplikasi di telepon.", "Pilih menu bahasa.", "Simpan", "Buka lagi aplikasi itu.", LONG),
    ],
)
def test_hours_lists_and_steps_inside_a_story_are_its_own(told):
    assert drop_furniture(an_article(*told), SITE).paragraphs == told


def test_pages_of_a_book_are_named_in_a_story_about_it():
    told = (LONG, "Halaman 45", LONG, "Halaman 46", LONG)
    title = "Kunci Jawaban Kelas 7 Halaman 45"
    assert drop_furniture(an_article(*told, title=title), SITE).paragraphs == told
    assert drop_furniture(an_article(*told), SITE).paragraphs == (LONG,) * 3
    assert drop_furniture(an_article(*told, title="Halte Baru di Tepi Sungai"), SITE).paragraphs == (LONG,) * 3


@pytest.mark.parametrize(
    "around",
    [
        ("06.20 WIB", LONG, LONG),
        (LONG, "Selasa, 26 November 2024 | 06.00 WIB", LONG, LONG),
        (LONG, LONG, "Diterbitkan 5 November 2024, 06:45 WIB", LONG),
        (LONG, LONG, LONG, "Jan 02, 2024 9:25 AM"),
        ("11.20 WIB", LONG, LONG, "10.45 WIB", LONG, LONG, "09.10 WIB", LONG),
        (LONG, LONG, "Sumber: Dinas Jembatan", "Penulis: Ratih Karang", "Tag: jembatan"),
        (LONG, LONG, LONG, "Simpan", LONG),
        (
            LONG,
            "Warga memperbaiki jembatan",
            "Perbesar",
            "Camat membantu warga lagi",
            "Perbesar",
            "Jembatan itu kuat lagi",
        ),
    ],
)
def test_moments_labels_and_buttons_round_a_story_go(around):
    article = drop_furniture(an_article(*around), SITE)
    assert len(article.paragraphs) < len(around)
    assert drop_furniture(article, SITE) == article


def test_a_byline_with_the_site_s_own_name_is_furniture():
    line = "Ani Lestari - Kabar Kampung"
    assert drop_furniture(an_article(LONG, line), SITE).paragraphs == (LONG,)


def test_the_dateline_s_source_is_no_author():
    article = an_article(LONG, authors=("Kantor Berita", "Ani Lestari"), dateline=Dateline("Kantor Berita", "Ambon"))
    assert drop_source_from_authors(article, SITE).authors == ("Ani Lestari",)
    alone = an_article(LONG, authors=("KANTOR BERITA",), dateline=article.dateline, provenance={"authors": "byline"})
    assert drop_source_from_authors(alone, SITE).authors == ()
    assert drop_source_from_authors(alone, SITE).provenance == {}


def test_desk_codes_come_off_the_end_only():
    article = strip_sign_offs(an_article(f"{LONG} (abc/def)", LONG, LONG, LONG, f"{LONG} (fyk/fay)"), SITE)
    assert article.paragraphs[-1] == LONG
    assert article.paragraphs[0].endswith("(abc/def)")


@pytest.mark.parametrize(
    "below", ["(red)", "Reuters", "kabar.test", "(Ani Lestari/Red)", "Tim Redaksi", "ani/bw (AFP)"]
)
def test_what_signs_a_story_on_a_line_of_its_own_goes(below):
    assert strip_sign_offs(an_article(LONG, f"{LONG} (fyk)", below), SITE).paragraphs == (LONG, LONG)


@pytest.mark.parametrize("last", [(LONG, "Koran:", "Reuters"), (LONG, "Ani Lestari"), ("[Reff]", "Hanyutlah jembatan")])
def test_lists_of_papers_names_and_songs_keep_their_last_line(last):
    assert strip_sign_offs(an_article(*last), SITE).paragraphs == last


def test_brackets_inside_a_song_stay():
    song = ("[Verse]", LONG, "[Reff]", LONG, "[Hook]", LONG)
    assert strip_sign_offs(drop_furniture(an_article(*song), SITE), SITE).paragraphs == song


def test_what_stands_under_the_story_about_its_writer_comes_off():
    life = "Ani Lestari meliput desa sejak tamat kuliah. Ikuti dia di surel."
    article = an_article(LONG, LONG, LONG, life, authors=("Ani Lestari",))
    assert drop_biographies(article, SITE).paragraphs == (LONG, LONG, LONG)


def test_a_biography_may_begin_with_the_writer_s_title():
    article = an_article(
        LONG, LONG, LONG, "Wartawan kami Ani Lestari meliput lembah sejak 2019.", authors=("Ani Lestari",)
    )
    assert drop_biographies(article, SITE).paragraphs == (LONG, LONG, LONG)


@pytest.mark.parametrize(
    "note",
    [
        *(
            "Penulis adalah guru di Lembah Sirih.",
            "*) Penulis merupakan dosen Universitas Lembah",
            "*Dosen Sejarah Lembah",
        ),
        *(
            "Ani Lestari, Dosen FISIP Universitas Lembah",
            "(Penulis adalah pemerhati lingkungan)",
            "Penulis: Guru SMA 2",
        ),
        *("The writer is a former mayor of Lembah.", "**The author is a professor at Lembah. These are her own views."),
        *("Die Autorin ist Professorin in Lembah.", "L'auteur est historien."),
    ],
)
def test_a_note_on_the_writer_comes_off_and_what_signs_the_text_above_it(note):
    article = an_article(LONG, LONG, LONG, f"{LONG} (red)", note, authors=("Ani Lestari",))
    assert drop_biographies(article, SITE).paragraphs == (LONG,) * 4


@pytest.mark.parametrize(
    "last",
    [
        *("Penulis itu berjanji kembali.", "Penulis, camat, dan warga pulang.", "*Harga belum termasuk ongkos perahu"),
        *("Dosen Sejarah Universitas Lembah", "The writer told the court that he was sorry.", "L'auteur est en fuite."),
        *("Der Autor ist dreißig Jahre alt.", "Penulis: Ratih Karang"),
    ],
)
def test_the_story_s_own_writers_stay(last):
    assert drop_biographies(an_article(LONG, LONG, LONG, last), SITE).paragraphs[-1] == last


def test_a_story_about_a_writer_stays():
    told = (LONG, "The author of the bridge saga fell ill.", LONG, "The author is a resident of Lembah.")
    assert drop_biographies(an_article(*told), SITE).paragraphs == told


def test_a_person_of_the_story_may_end_it():
    told = (LONG, "Camat Ani Lestari membantu.", LONG, "Menurut camat Ani Lestari jembatan itu kuat.")
    assert drop_biographies(an_article(*told, authors=("Ani Lestari",)), SITE).paragraphs == told


def test_a_story_about_its_writer_stays():
    article = an_article(LONG, "Ani Lestari terpilih menjadi ketua.", LONG, LONG, authors=("Ani Lestari",))
    assert drop_biographies(article, SITE) == article
    assert drop_biographies(an_article("Ani Lestari pulang.", authors=("Ani Lestari",)), SITE).paragraphs


def test_a_long_paragraph_above_the_text_and_in_it_stays_in_it_and_a_short_one_may_come_again():
    article = drop_repeats(an_article(LONG.upper(), "Ya.", LONG, "Ya."), SITE)
    assert article.paragraphs == ("Ya.", LONG, "Ya.")


def test_a_text_that_is_printed_twice_stands_once():
    text = [f"{LONG} Kali ke-{number}." for number in range(6)]
    with_subheads = [line for paragraph in text for line in ("Subjudul", paragraph)]
    assert drop_repeats(an_article(*text, "Sela.", *text), SITE).paragraphs == (*text, "Sela.")
    twice = drop_repeats(an_article(*with_subheads, *with_subheads), SITE).paragraphs
    assert [paragraph for paragraph in twice if paragraph != "Subjudul"] == text


def test_a_long_paragraph_that_comes_again_further_down_by_itself_is_the_story_s_own():
    question = "Apa yang Anda masak bila tamu datang tanpa kabar pada hari Minggu sore?"
    answers = [f"{LONG} Kali ke-{number}." for number in range(8)]
    interview = [line for answer in answers for line in ("Salam.", question, answer)]
    assert drop_repeats(an_article("Pembuka.", LONG, *interview), SITE).paragraphs == ("Pembuka.", LONG, *interview)


def test_the_headline_above_the_text_is_dropped():
    assert drop_repeats(an_article("Jembatan  bambu", LONG), SITE).paragraphs == (LONG,)


def test_the_standfirst_stands_in_one_place():
    assert drop_subtitle_echo(an_article("Camat membantu", LONG, subtitle="Camat membantu"), SITE).paragraphs == (LONG,)
    assert drop_subtitle_echo(an_article(LONG, subtitle=LONG[:40]), SITE).subtitle is None


def test_an_article_below_the_site_s_minimum_is_too_short():
    assert require_length(an_article(LONG), SITE)
    with pytest.raises(TooShort, match=r"https://kabar\.test/berita/jembatan: 2 words, wanted 5"):
        require_length(an_article("Dua kata"), SITE)


def test_every_stage_gives_the_same_when_it_comes_twice(a_page):
    article = process(a_page())
    random.seed(7)
    for stage in random.sample(STAGES, len(STAGES)):
        assert stage(stage(article, SITE), SITE) == stage(article, SITE)


def test_stages_that_find_nothing_give_the_article_itself():
    article = an_article(LONG, f"{LONG} Camat hadir.", authors=("Ani Laut",), title="Jembatan Bambu")
    for stage in STAGES:
        assert stage(article, SITE) is article


@pytest.mark.parametrize(
    "url", ["https://kabar.test/b/1", "https://kabar.test/b/2", "HTTPS://Kabar.test/ü", "https://kabar.test:8080/b"]
)
def test_a_page_without_a_definition_gets_the_site_of_its_host(a_page, url):
    assert process(a_page(url=url)).site == "kabar.test"
