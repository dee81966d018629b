"""The phrases of what stands in an article without being its text, by kind and language. Compared folded.

Forms are separated by ``|``; whole lines stand in ``furniture_lines``. HEADLINED stand before the headline of another
story. STATED begin a sentence that is furniture whatever follows. An invitation is one of IMPERATIVES with a channel of
the paper's own.
"""

from __future__ import annotations

from newscrawl.extract.text.wordlists import words

HEADLINED = {
    "read-also": {
        "id": """
            baca juga|baca pula|baca selengkapnya|baca selanjutnya|baca artikel|baca berita|baca lebih lanjut
            lihat juga|lihat pula|simak juga|simak pula|tonton juga|saksikan juga|cek juga|pilihan editor
            artikel terkait|berita terkait|jangan lewatkan|ringkasan berita|infografis
        """,
        "en": """
            read also|also read|read more|read next|see also|related article|related articles|related story
            related stories|don't miss|keep reading|more from|more on this|you may also like|in case you missed it
            also see|watch also|most read|further reading|up next
        """,
        "de": """
            lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|lesen sie dazu auch|mehr zum thema
            auch interessant|auch lesenswert|lesetipp|siehe auch|mehr dazu|passend dazu|zum weiterlesen
        """,
        "fr": """
            lire aussi|à lire aussi|lire également|à lire également|voir aussi|à voir aussi|sur le même sujet
            écouter aussi
        """,
        "es": """
            lea también|lee también|lee más|leer más|leer también|lea más|ver también|vea también|mira también
            te puede interesar|le puede interesar|te recomendamos|también lee|sigue leyendo|noticia relacionada
        """,
        "it": """
            leggi anche|leggi pure|vedi anche|guarda anche|potrebbe interessarti|ti potrebbe interessare|leggi tutto
        """,
        "nl": "lees ook|lees meer|lees verder|bekijk ook|kijk ook|zie ook|luister ook|ook interessant",
        "pt": """
            leia também|leia mais|leia ainda|veja também|veja mais|saiba mais|confira também|assista também
        """,
        "pl": """
            czytaj też|czytaj także|czytaj również|czytaj więcej|przeczytaj także|przeczytaj też|zobacz też
            zobacz także|zobacz również|sprawdź też|więcej na ten temat
        """,
        "xx": """
            читайте также|смотрите также|читать также|läs också|läs även|läs mer|læs også|les også|lue myös|čtěte také
            přečtěte si|citește și|baca lagi|ilgili haber|ayrıca okuyun|διαβάστε επίσης|taip pat skaitykite|xem thêm
            関連記事|اقرأ أيضا|إقرأ أيضا
        """,
    },
    "video": {
        "id": """
            simak video|lihat video|lihat juga video|simak juga video|tonton video|tonton juga video|saksikan video
            saksikan juga video|saksikan live streaming|saksikan livestreaming
        """,
        "en": "watch the video|watch video|watch live|watch more|see the video|play video|now playing",
        "xx": """
            sehen sie im video|voir la vidéo|vea el video|mira el video|ver video|guarda il video|bekijk video
            veja o vídeo|zobacz wideo
        """,
    },
}
HEADLINED_WITH_COLON = {
    "read-also": """
        baca|terkait|related|recommended|trending|must read|must-read|more|weiterlesen|lire|à lire|confira
        relacionado|recomendado|además|más información|approfondisci|polecamy|przeczytaj|по теме|читайте|check out
    """,
    "video": """
        video|watch|listen|podcast|im video|en vidéo|écouter|regarder|mire|guarda|ascolta|bekijk|assista|wideo|видео
    """,
    "promo": "newsletter",
    "tags": """
        tag|tags|tag terkait|topik|topik terkait|kata kunci|tagar|kategori|topics|filed under|posted in|related topics
        keywords|schlagworte|themen|mots-clés|etiquetas|temas|argomenti|tópicos|tagi|теги|onderwerpen
    """,
    "advert": """
        sponsored|sponsor|sponsored by|promoted|advertisement|advertorial|iklan|pariwara|konten sponsor|anzeige
        publicité|publicidad|pubblicità|advertentie|reklama
    """,
    "photo-credit": """
        foto|foto-foto|photo|photos|photo credit|image|image credit|picture|credit|bild|bilder|fotos|crédit photo
        crédits|fotografer|ilustrasi|photograph|photographs|zdjęcia|фото|sumber foto|foto ilustrasi
    """,
}
"""Words that begin sentences as well: they count only with a colon, and not before a full sentence."""
HEADLINED_AT_LENGTH = {"advert": "promosi|advertorial|pariwara|sponsored"}
"""Words that begin subheads as well: without a colon they are a label before a headline of some length only."""
STATED = {
    "promo": """
        ikuti kami di|ikuti kami|daftarkan email|yuk gabung|yuk daftarkan|telusuri berita
        simak berita lainnya|simak juga berita lainnya|berita lain terkait|berita lainnya terkait|update berita lainnya
        baca berita dengan sedikit iklan|baca berita tanpa iklan|dapatkan berita up to date|dapatkan update berita
        jangan lupa subscribe|jangan lupa like|jangan lupa follow|suka artikel ini|ikuti berita|ikuti terus berita
        klik di sini untuk berita|punya informasi seputar|punya berita menarik|dukung kerja jurnalisme
        periksa kembali dan lengkapi data|simak breaking news|dukung jurnalisme|sudah punya akun|belum punya akun
        artikel ini khusus untuk pelanggan|artikel ini khusus pelanggan|silakan masuk untuk melanjutkan
        silakan masuk untuk menyimpan|silakan berlangganan|already have an account|this article is for subscribers
        follow us on|follow us at|like us on|join us on
        sign up for our|sign up for the|sign up to our|sign up here|subscribe to our|subscribe for free|subscribe now
        by signing up|by subscribing|by submitting your|by providing your information|get our newsletter
        download our app|get the latest news|add us as a preferred|click here to subscribe|click here to sign up
        for more news like this|for more stories like this|do you have a story|got a tip|got a story
        have a tip|get in touch with our|for more stories like this|ihre meinung ist uns wichtig
        support our journalism|folgen sie uns|folge uns|melden sie sich hier|abonnieren sie|jetzt abonnieren
        jetzt anmelden|abonnez-vous|inscrivez-vous|suivez-nous|retrouvez toute l'actualité|suscríbete a|suscríbase a
        síguenos|sigue toda la información|apúntate a|iscriviti alla|iscriviti al|seguici su|abbonati a|abonneer je
        schrijf je in voor|volg ons|assine a|assine o|inscreva-se|siga-nos|zapisz się|obserwuj nas|dołącz do nas
        подписывайтесь|подпишитесь|prenumerera på|følg oss|abonner på|jangan sampai ketinggalan pilihan redaksi
    """,
    "source-credit": """
        artikel ini telah tayang|artikel ini telah terbit|artikel ini telah naik|artikel ini telah dimuat
        konten ini telah tayang
        artikel ini sudah tayang|artikel ini pertama kali|berita ini telah tayang|tulisan ini telah tayang
        this article was originally published|this story was originally published|this article originally appeared
        this piece originally appeared|this column originally appeared|this essay originally appeared
        this piece first appeared|this column first appeared|this post first appeared
        this story originally appeared|this article first appeared|this story first appeared|originally published
        this post originally appeared|this article is republished|dieser artikel erschien zuerst
        dieser text erschien zuerst|dieser beitrag erschien zuerst|cet article a été publié
        este artículo fue publicado|questo articolo è stato pubblicato|este artigo foi publicado
        dit artikel verscheen eerder
    """,
    "copyright": """
        dilarang keras mengambil konten|dilarang mengutip|dilarang menyalin|hak cipta dilindungi|copyright|©
        dilarang memperbanyak|hak cipta ©
        all rights reserved|this material may not be published|alle rechte vorbehalten|tous droits réservés
        todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden
        wszelkie prawa zastrzeżone|все права защищены|riproduzione riservata
    """,
    "embed": """
        an dieser stelle finden sie einen|empfohlener redaktioneller inhalt|empfohlener externer inhalt
        an dieser stelle befindet sich ein externer|ich bin damit einverstanden, dass mir
        sebuah kiriman dibagikan oleh|a post shared by|ein beitrag geteilt von|une publication partagée par
        una publicación compartida|un post condiviso da|een bericht gedeeld door|uma publicação compartilhada
    """,
    "comments": """
        ingatlah untuk menjaga komentar|komentar adalah tanggapan pribadi|isi komentar adalah tanggung jawab
        disclaimer : komentar|bagaimana reaksi anda|berikan reaksi anda
        silakan berkomentar|silahkan berkomentar|bagaimana pendapat anda? tulis|bagaimana menurut anda? tulis
    """,
    "advert": """
        scroll ke bawah untuk melanjutkan|scroll to continue|scroll to resume|gulir ke bawah untuk|scroll untuk membaca
        scroll untuk baca|scroll untuk lanjut|scroll untuk melanjutkan|geser ke bawah untuk melanjutkan
        geser ke bawah untuk membaca|gulir untuk melanjutkan|iklan. gulir|iklan. scroll|lanjutkan membaca setelah iklan
        swipe up untuk membaca|iklan google
    """,
}

IMPERATIVES = words(
    """
    ikuti simak cek baca dapatkan follow join gabung bergabung silakan silahkan akses update temukan yuk ayo mari
    jangan nikmati klik sign subscribe get add click folgen folge abonnieren melden suivez rejoignez abonnez-vous
    inscrivez-vous recevez retrouvez sigue síguenos únete suscríbete recibe apúntate segui seguici iscriviti ricevi
    volg abonneer schrijf siga assine receba participe entre obserwuj zapisz dołącz download unduh want stay listen
    """
)
OWN_CHANNELS = """
    google news|google berita|whatsapp channel|channel whatsapp|saluran whatsapp|wa channel|kanal whatsapp
    whatsapp-kanal|whatsapp-channel|canal de whatsapp|canale whatsapp|chaîne whatsapp|telegram channel
    channel telegram|kanal telegram|canal de telegram|canal do whatsapp|telegram-kanal|preferred source|sumber pilihan
    newsletter|newsletters|nieuwsbrief|boletín|push notification|whatsapp-kanaal|grup telegram|telegram group
    grup whatsapp|whatsapp group|телеграм-канал|update berita pilihan|berita pilihan dan breaking news
    breaking news dan berita pilihan
"""
"""Channels that only a publisher offers."""
CHANNELS = words(
    """
    instagram facebook twitter x youtube tiktok telegram whatsapp app aplikasi email e-mail podcast channel linkedin
    threads bluesky medsos sosial akun kanal canal canale kanaal instagramie facebooku
    """
)
OURS = words(
    """
    kami our us uns unser unsere unserem unseren unserer nous notre nos nuestro nuestra nuestros nuestras noi nostro
    nostra nostri ons onze nosso nossa nossas nas nasz nasze naszym vår vores våre
    """
)
"""With one of CHANNELS, an invitation to the paper's own; without it, ``Klik ikon WhatsApp`` is a step of a guide."""

ASKING = words(
    """
    yuk silakan silahkan klik follow dapatkan gabung subscribe join unduh download ikuti simak baca kunjungi nikmati
    temukan cek
    """
)
"""What asks the reader in the lines under a story, wherever a sentence has it."""
NEWS = words("berita artikel news update informasi konten")

MOMENT_WORDS = words(
    """
    terbit tayang diterbitkan diperbarui dipublikasikan dibuat diupdate update pada tanggal published updated posted
    last modified on first publish publié mis jour le à veröffentlicht aktualisiert stand uhr am um publicado
    actualizado el pubblicato aggiornato il gepubliceerd bijgewerkt op views view dibaca kali wib wita wit erstellt
    zuletzt
    """
)
"""What may stand beside a moment that is a line of its own."""
SOURCE_LABELS = (
    "sumber|sumber berita|source|sources|quelle|quellen|fuente|fonte|źródło|источник|bron|kilde|källa|dilansir dari"
)
COUNTED = """
    views|view|shares|share|likes|like|komentar|comments|comment|kommentare|commentaires|comentarios|commenti|reacties
    dibaca|kali|pembaca|reads|min read|mins read|minute read|minutes read|menit baca|min lesezeit
"""
"""What is counted beside an article: ``1.999 Views``."""

COUNTERS = """
    views|post views|page views|total views|hits|dilihat|dibaca|telah dibaca|telah dilihat|jumlah pembaca
    jumlah tayangan|pembaca|aufrufe|visualizzazioni|visualizaciones|lecturas|vues|vizualizari|wyswietlenia
    просмотров|просмотры
"""
"""Before a colon and a number."""
READING_TIME = """
    reading time|waktu baca|tempo de leitura|temps de lecture|tiempo de lectura|tempo di lettura|leestijd
"""

NO_CODES = words(
    """
    dan/atau and/or und/oder et/ou y/o e/o en/of km/jam km/h m/s he/him she/her his/her him/her he/she they/them
    it/its pro/kontra
    """
)
"""Bracketed words with a slash that are no desk's code."""
NO_CODE_WORDS = words(
    """
    more cont end new old yes no ok sic red ist dok foto kg km cm mm ml gr ha rp usd idr wib wita wit atau lagi baru
    lama kiri
    """
)
NO_CREDITS = words(
    """
    more cont sic pdf tertawa terkekeh tersenyum terbahak laughs laughing laughter chuckles smiles sighs applause lacht
    lachen schmunzelt grinst rit rires sourit risas rie ride risate ri reff ref refrain chorus pre-chorus hook
    verse bridge intro outro interlude coda rap solo repeat bait
    """
)
"""Bracketed words behind a sentence that belong to it: what a speaker does, and the parts of a song."""
QUOTED_BOOKS = words("hr qs hadis hadits riwayat surat surah sura psalm mazmur pasal ayat kitab")
"""What begins the name of the place that a sentence is quoted from: ``(HR Muslim)``."""
NO_WRITERS = words(
    "mc dok dokumen foto photo bild rilis rls ist istimewa puspen puspenkum penkum lapsus media radar koran"
)
"""Words in the brackets under a story that begin no writer's name."""
WRITERS = """
    penulis|the writer|the author|writer|author|der autor|die autorin|der verfasser|die verfasserin|l'auteur|l'auteure
    l'autrice|el autor|la autora|l'autore|de auteur|o autor|a autora|autor|autorka
"""
ARE_WRITERS = "adalah|merupakan|ialah|is|ist|est|es|e|jest"
PROFESSIONS = words(
    """
    professor professorin professeur professeure profesor profesora professore professora hoogleraar journalistin
    journaliste periodista giornalista jornalista historiker historikerin historien historienne historiador chercheur
    chercheuse redakteur redakteurin direktor direktorin directeur directrice direttore politologe politologin ekonom
    dziennikarz dziennikarka economiste economista philosophe ecrivain ecrivaine avocat avocate
    """
)
"""What a writer is said to be under the text, where other words tell of anybody."""
