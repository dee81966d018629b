"""Sentences in which a paper speaks of itself, and stories about the same things; all are invented."""

import pytest

from newscrawl.extract.furniture.lines import is_furniture


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("promo", "For the latest stories from the valley, sign up for our newsletters."),
        ("promo", "There is more where that came from. Sign up today to get it in your inbox every morning."),
        ("promo", "Noch mehr aus dem Tal? Jetzt für den Newsletter anmelden."),
        ("promo", "Toute l'actualité de la vallée: inscrivez-vous à notre newsletter"),
        ("promo", "Newsletter: Sport im Tal"),
        ("promo", "Email Ratna Laut at ratna@kabar.test or follow her @ratnalaut. Follow us on Facebook."),
        ("promo", "Have a tip? Write to the newsroom."),
        ("promo", "Get in touch with our news desk by writing to desk@kabar.test."),
        ("promo", "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés."),
        ("promo", "Have the Lembah Courier delivered to your door every month. 12 issues for £9. Click here for more."),
        ("promo", "If you buy something through a link in this story, we may earn an affiliate commission."),
        ("promo", "When you purchase by clicking one of the links, the Lembah Courier may earn a fee."),
        ("comments", "Comments on this piece are premoderated, so they may take a while to appear."),
        ("share", "Like this story? Share it with a friend!"),
        ("byline", "With reports from Kabar Timur and Suara Lembah"),
        ("byline", "Additional reporting by Ratna Laut"),
        ("byline", "Kabar writers Ratna Laut in Lembah Sirih and Budi Setya contributed to this report."),
        ("byline", "mit dpa/AFP"),
        ("byline", "Budi Setya contributed reporting."),
        ("byline", "Budi Setya contributed reporting from Lembah Sirih."),
        ("byline", "With inputs from PTI"),
        ("byline", "(With agency inputs from Lembah)"),
        ("byline", "Isi tulisan sepenuhnya menjadi tanggung jawab penulis."),
        ("byline", "*) Isi artikel di luar tanggung jawab redaksi"),
        ("byline", "DISCLAIMER: Opini ini merupakan pandangan pribadi penulis."),
        ("byline", "**Tulisan ini adalah pendapat pribadi penulis dan tidak mewakili Kabar Hulu."),
        ("byline", "Profil Penulis"),
        ("byline", "About the author"),
        ("embed", "Empfohlener redaktioneller Inhalt"),
        ("share", "Tempo de leitura: 2 minutos"),
        ("share", "Waktu baca 3 menit"),
        ("source-credit", "This piece originally appeared in Suara Lembah"),
        ("date", "Erstellt: 28.04.2023, 18:16 Uhr"),
    ],
)
def test_what_a_paper_says_of_itself_is_no_part_of_the_story(kind, line):
    assert is_furniture(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "The council wrote in its newsletter that two thousand people had signed up for the boat.",
        "Warga yang berlangganan newsletter desa itu bertambah menjadi dua ribu orang.",
        "The boats follow them on the river as far as the second bridge.",
        "Rain and a broken dam contributed to this year's flood, the mayor said.",
        "Der Bürgermeister meldete sich am Dienstag im Newsletter der Gemeinde zu Wort.",
        "Er reiste mit dpa-Reporterin Ratna Laut durch das Tal.",
        "She reported the theft to the police on Monday.",
        "The broker may earn a commission of two per cent on every boat, the harbour office said.",
        "The harbour office will receive a fee for every boat that the islanders buy.",
        "Comments on this stretch of the river are rare in the old chronicles.",
        "Tulisan itu menjadi bukti bahwa banjir adalah tanggung jawab bersama, kata camat.",
        "Tanggung jawab redaksi dibahas dalam rapat warga.",
        "Opini warga terbelah soal jembatan baru.",
        "The villagers contributed reporting bags of rice to the officers.",
        "The rice is delivered to your door by boat as long as the bridge is closed.",
    ],
)
def test_a_story_about_the_same_things_stays(line):
    assert is_furniture(line) is None
