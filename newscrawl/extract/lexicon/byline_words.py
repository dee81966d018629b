"""The words of bylines: labels by the role they give, job titles, desks and teams that are nobody. Compared folded."""

from __future__ import annotations

from newscrawl.extract.text.wordlists import forms, words

AUTHOR_LABELS = {
    "id": """
        penulis|pewarta|reporter|rep|jurnalis|wartawan|kontributor|koresponden|peliput|penulis naskah|penulis berita
        naskah|teks|laporan|laporan wartawan|laporan kontributor|laporan jurnalis|laporan reporter|laporan oleh
        ditulis oleh|dilaporkan oleh|diposting oleh|liputan|pewarta/editor|penulis/editor|penulis dan editor
        penulis & editor|reporter/editor|editor/penulis|editor/reporter|teks dan foto|teks & foto|foto dan teks
        foto & teks|naskah dan foto|naskah & foto|tulisan oleh
    """,
    "en": """
        author|authors|author of the article|writer|written by|words by|words|story by|report by|reported by
        reporting by|text by|text|posted by|opinion by|analysis by|review by|interview by|photos and story by
        story and photos by|commentary by|writing by|additional reporting by|additional writing by|compiled by
        reporting and writing by
    """,
    "de": """
        autor|autorin|autoren|verfasser|text|text von|ein kommentar von|kommentar von|eine analyse von|analyse von
        ein gastbeitrag von|gastbeitrag von|eine kolumne von|ein essay von|aufgezeichnet von|ein interview von
        protokoll von|aus dem englischen von
    """,
    "fr": """
        auteur|auteurs|autrice|texte|texte de|propos recueillis par|recueilli par|recueillis par|écrit par|rédigé par
        article de|une chronique de
    """,
    "es": "autor|autora|texto|texto de|escrito por|redactado por|publicado por|una crónica de",
    "it": "autore|autrice|testo|testo di|scritto da|a cura di|articolo di",
    "pt": "texto|texto de|reportagem|reportagem de|escrito por|postado por",
    "nl": "auteur|tekst|tekst van|geschreven door",
    "xx": """
        autorka|tekst|opracował|opracowała|oprac.|автор|текст|yazan|haber|muhabir|skribent|forfatter|kirjoittaja
        tác giả|记者|記者|作者|撰文|بقلم|كتب|كتبت
    """,
}
PREPOSITIONS = words("oleh by von par por di da door av af przez")
"""Labels that are words of every sentence: they count only before names and nothing but names."""
EDITOR_LABELS = {
    "id": """
        editor|red|redaktur|redaktor|penyunting|disunting oleh|diedit oleh|ed|editor naskah|redaktur pelaksana|redaksi
        editor bahasa|penyelaras bahasa|penyelaras|pemeriksa bahasa|disunting ulang oleh|editor by|redpel
    """,
    "en": "edited by|editing by|editors|copy editor|additional editing by",
    "xx": """
        redaktion|rédacteur en chef|editado por|edición|redigert av|redigeret af|redaktör|redakcja|редактор
        责任编辑|责编|编辑
    """,
}
NOBODY_LABELS = {
    "id": """
        fotografer|foto|uploader|sumber|sumber foto|penerjemah|videografer|video|kameramen|grafis|infografis|ilustrasi
        ilustrator|produser|desain|topik|tag|kategori|lokasi|terbit|tayang|diterbitkan|diperbarui|dipublikasikan
        dibuat|tanggal|diunggah oleh|diterjemahkan oleh|alih bahasa|foto oleh|video oleh|dibaca
    """,
    "en": """
        photographer|photo|photos|photo by|photos by|photographs by|photography by|photography|pictures by|source
        translator|translated by|producer|illustration|illustration by|graphics|graphic by|publisher|published by
        published|updated|updated by|last updated|posted|tags|topics|date|with|special to the|special to|special for
        illustrated by|illustrations by|produced by|views
    """,
    "xx": """
        bild|bilder|fotos|quelle|quellen|photographe|photographie|crédit photo|crédits|fuente|fonte|foto di|foto de
        stand|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|übersetzung
        zdjęcia|źródło|фото|источник
    """,
}
ORGANISED = frozenset(forms("laporan wartawan|laporan kontributor|laporan jurnalis|laporan reporter"))
"""After these comes the paper, then the name: ``Laporan Wartawan Tribunnews.com, X``."""
SHARED = frozenset(("laporan",))
"""Without a colon these need company: ``Laporan X | Banda Aceh`` is a byline, ``Laporan Keuangan`` is not."""
BARE_NEVER = words(
    """
    rep red ed text teks texte testo tekst words naskah liputan author authors writer foto photo photos photography
    video with date tag tags haber redaksi redaktion redakcja dibaca views 记者 記者 作者 撰文 编辑 责编 كتب كتبت
    """
)
"""Labels that need their colon: without it they are the beginnings of sentences and menus."""

JOBS = words(
    """
    writer writers editor editors reporter reporters correspondent correspondents journalist journalists columnist
    contributor contributors producer photographer photojournalist analyst editor-in-chief intern fellow blogger
    staffer anchor critic wartawan jurnalis pewarta kontributor koresponden redaktur penulis author magang fotografer
    peneliti redakteur redakteurin online-redakteur online-redakteurin korrespondent korrespondentin volontar
    volontarin chefredakteur chefredakteurin ressortleiter ressortleiterin autor autorin reporterin journalistin
    politikredakteur wirtschaftsredakteur sportredakteur journaliste redacteur redactrice correspondant correspondante
    periodista redactor redactora corresponsal giornalista corrispondente inviato inviata jornalista editora
    verslaggever dziennikarz dziennikarka korespondent muhabir
    envoye envoyee 기자 특파원 記者 记者 通讯员
    """
)
OFFICES = words(
    """
    ketua anggota direktur kepala sekretaris bendahara wakil pengurus pendiri pimpinan mantan rektor dekan dosen guru
    mahasiswa mahasiswi pelajar siswa alumni alumnus akademisi sejarawan budayawan sastrawan advokat dokter praktisi
    pegiat penggiat aktivis pemerhati pengamat pakar warga staf tenaga founder ceo director president professor
    lecturer student historian chief head chairman chairwoman chair lawyer activist
    """
)
"""What a writer is besides: ``Oleh: X, Ketua KPU Solok``. Names may be among them, so only behind another name."""
JOB_MODIFIERS = words(
    """
    staff senior junior chief managing deputy associate assistant executive freelance special guest contributing lead
    principal political politics business sports sport health healthcare science technology tech entertainment foreign
    national world culture fashion beauty news city crime education religion environment economics economy
    investigative digital online features lifestyle music film money personal finance consumer data trends weekend
    home affairs royal travel food night breaking multimedia social media staf kepala biro trainee
    """
)
TEAMS = words(
    """
    team redaksi redaktion nachrichtenagentur presseagentur agence agencia agenzia persbureau redaktionsteam
    redaktionsnetzwerk redaktor-online redaksional redacao redaccion redazione redactie redakcja editorial newsroom
    newsdesk staff desk admin administrator webmaster agency agencies agentur agenturen wire wires newswire reporters
    editors writers correspondents contributors network redaction operator developer
    developers development design web official anonymous
    unknown user liputan berita humas biro pers diskominfo pt cv tbk inc inc. ltd gmbh llc university universitas
    universitat school institute institut council ministry kementerian department departement dinas foundation yayasan
    service services submitted contributed content
    association society committee center centre museum library commission komisi partai dewan badan
    regional regionales lokales lokalredaktion landesstudio anonim superadmin pemkab pemkot pemprov kominfo lpm rilis
    release advertorial adv undefined none null partner
    """
)
"""A name that holds one of these is no person's."""
TEAM_TOPICS = words(
    """
    riset redaksi liputan cek fakta litbang ekonomi olahraga publikasi multimedia data grafis kreatif digital medsos
    media sosial jurnalis jurnalisme reporter editor khusus investigasi bola video infografis indonesia penulis news
    konten internet nasional internasional daerah metro hukum politik sains teknologi it
    """
)
"""What follows in ``Tim Riset``; behind any other word *Tim* is a first name."""
NO_NAMES = words(
    """
    the your our this that these their you we he she it is are was of to in for with from at on about more all yang
    untuk dengan ini itu dari pada adalah akan bisa juga tidak para kami kita anda saat agar sebagai tentang karena ke
    oleh der die das dem den ein eine und mit fur auf ist im am unserer unsere le les des une est dans pour avec sur
    el los las que para del gli il che per nel nella uma balik bawah atas tengah luar dalam mana sini sana samping
    depan terkini terbaru terpopuler terkait lainnya pilihan selengkapnya halaman beranda home index indeks menu login
    pedoman siber kebijakan privasi privacy policy hubungi kontak contact disclaimer karier karir
    daftar baca lihat simak ikuti bagikan follow published updated posted share copyright type checklist topic topics
    tags kategori category related information paid sponsored content gesponserte inhalte
    """
)
"""Words that stand in sentences and menus, never in names."""
NAMESAKES = words(
    """
    adelaide austin bima bintan charlotte darwin dumai florence intan kendal mina nice paris putri riga santiago sofia
    solo surya sydney valencia
    """
)
"""Towns that are first names too, and some people have but one name."""
COUNTRIES = frozenset(
    forms(
        """
        indonesia|malaysia|singapore|singapura|brunei|timor leste|filipina|philippines|thailand|vietnam|myanmar|kamboja
        cambodia|laos|jepang|japan|china|cina|tiongkok|korea selatan|south korea|korea utara|north korea|taiwan|india
        pakistan|bangladesh|sri lanka|australia|selandia baru|new zealand|papua nugini|arab saudi|saudi arabia|iran
        irak|iraq|palestina|palestine|lebanon|suriah|syria|turki|turkey|türkiye|mesir|egypt|qatar|yaman|yemen
        amerika serikat|united states|usa|u.s.|kanada|canada|meksiko|mexico|brasil|brazil|argentina|germany|deutschland
        jerman|austria|österreich|switzerland|schweiz|swiss|france|frankreich|prancis|italy|italia|italien|spain|españa
        spanyol|portugal|belanda|netherlands|nederland|belgium|belgia|poland|polska|polandia|ukraine|ukraina|russia
        rusia|inggris|england|great britain|united kingdom|uk|scotland|wales|ireland|irlandia|sweden|swedia|norway
        norwegia|denmark|finland|finlandia|greece|yunani|hungary|hungaria|nigeria|south africa|afrika selatan
        """
    )
)
"""Where a reporter writes from: ``Jane Doe, Frankfurt, Germany``; those that are first names (Chad, Jordan) are not."""
PARTICLES = words(
    """
    de da do dos das del della di du la le van von der den ter ten zu zum zur af av al el ibn bin binti bint y e i d'
    st
    """
)
DEGREES = words(
    """
    phd ph.d ph.d. md m.d. mba msc bsc ma ba dr dr. drs drs. prof prof. sh mh mm msi st se jd jr sr rn cfa
    lc mt sos ssos msos spd mpd skom mkom sip mip skm mkes mag mhum shi mhi ak ca
    """
)
KINDS_OF_WRITERS = words("daerah lepas tamu opini kolom warga wilayah utama senior muda khusus magang lokal")
"""What stands between a label and its colon, as a place does: ``Kontributor Daerah: X``, ``Penulis Lepas``."""
CJK_TEAMS = (
    "新聞", "新报", "新報", "編集部", "编辑部", "日報", "日报", "通信", "オンライン", "取材班", "ニュース", "日刊",
    "기자단", "편집국", "뉴스", "신문",
)  # fmt: skip
