"""Lines that are furniture as they stand, by kind and language. Forms are separated by ``|`` and compared folded."""

from __future__ import annotations

ALONE = {
    "read-also": {
        "id": """
            baca juga|baca|lihat juga|simak juga|tonton juga|berita terkait|berita lainnya|berita lain
            berita rekomendasi|berita populer|artikel terkait|artikel lainnya|artikel menarik lainnya|rekomendasi
            rekomendasi untuk anda|rekomendasi untukmu|terpopuler|berita terkini|berita terbaru|pilihan editor
            pilihan redaksi|pilihan untukmu|jangan lewatkan|jangan sampai ketinggalan pilihan redaksi ini
            topik untukmu|baca selengkapnya|selengkapnya|baca berita selengkapnya|lihat selengkapnya|ringkasan berita
            baca artikel selengkapnya|lihat semua|video terkait|video pilihan|foto terkait|foto video terkait
            berita pilihan|baca lainnya|video pilihan redaksi|video pilihan editor|simak video pilihan redaksi
        """,
        "en": """
            read also|also read|read more|read next|read this next|see also|related|related articles|related article
            related stories|related story|related content|related news|related topics|related posts|related links
            related coverage|more stories|more news|more on this story|more on this|more like this
            more from this section|recommended|recommended stories|recommended reading|recommended for you
            you may also like|you might also like|you may like|most read|most popular|popular|trending|trending now
            top stories|latest news|don't miss|up next|keep reading|in case you missed it|what to read next
            editors' picks|editor's picks|editor's pick|must read|further reading|learn more|view more|see more
            more top stories|suggested reading
        """,
        "de": """
            lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu auch|mehr zum thema|mehr dazu|mehr lesen
            auch interessant|auch lesenswert|das konnte sie auch interessieren|weiterlesen|weitere artikel
            weitere meldungen|weitere themen|zum thema|lesetipp|lesetipps|meistgelesen|empfehlung der redaktion
            aus dem archiv|passend zum thema|verwandte artikel|themen des artikels|siehe auch
        """,
        "fr": """
            lire aussi|a lire aussi|lire egalement|a lire egalement|lire la suite|voir aussi|a voir aussi
            sur le meme sujet|a ne pas manquer|les plus lus|articles lies|pour aller plus loin|plus d'infos
            en savoir plus|notre selection|nos derniers articles
        """,
        "es": """
            lea tambien|lee tambien|lea mas|leer mas|ver tambien|vea tambien|mira tambien|te puede interesar
            le puede interesar|tambien te puede interesar|mas informacion|noticias relacionadas|articulos relacionados
            relacionado|relacionadas|lo mas leido|mas noticias|sigue leyendo|te recomendamos
        """,
        "it": """
            leggi anche|leggi tutto|leggi di piu|vedi anche|guarda anche|potrebbe interessarti|potrebbero interessarti
            ti potrebbe interessare|articoli correlati|notizie correlate|per approfondire|approfondisci|i piu letti
            da non perdere
        """,
        "nl": """
            lees ook|lees meer|lees verder|bekijk ook|meer over|ook interessant|meest gelezen|gerelateerd|meer nieuws
        """,
        "pt": """
            leia tambem|leia mais|veja tambem|veja mais|saiba mais|confira tambem|continue lendo|mais lidas
            noticias relacionadas|recomendado para si
        """,
        "pl": """
            czytaj tez|czytaj takze|czytaj rowniez|czytaj wiecej|przeczytaj takze|przeczytaj tez|zobacz tez
            zobacz takze|zobacz rowniez|polecamy|sprawdz tez|najczesciej czytane|powiazane artykuly
        """,
        "xx": """
            читаите также|смотрите также|по теме|материалы по теме|читать далее|lasi lisaa|lue myos|las ocksa|las aven
            las mer|laes ogsa|lais ogsa|læs ogsa|les ogsa|les mer|ctete take|prectete si|olvasd el|citeste si
            baca lagi|artikel berkaitan|ilgili haberler|ayrica okuyun|διαβαστε επισης|taip pat skaitykite|xem them
            tin lien quan|関連キーワード|おすすめ記事|おすすめ情報
            関連記事|あわせて読みたい|関連ニュース|相关阅读|相關新聞|관련기사|إقرأ أيضا|اقرأ أيضا
        """,
    },
    "advert": {
        "id": """
            advertisement|iklan|advertorial|scroll to continue with content|scroll to resume content
            scroll to continue|scroll down|scroll ke bawah untuk melanjutkan|scroll ke bawah untuk melanjutkan membaca
            scroll down untuk melanjutkan membaca|lanjutkan membaca|gulir untuk lanjut membaca
            gulir ke bawah untuk melanjutkan|pariwara|konten sponsor|lanjut baca|artikel berlanjut setelah iklan
        """,
        "en": """
            advertisements|advertising|advert|ad|ads|sponsored|sponsored content|promoted content|paid content
            paid post|partner content|story continues|article continues below|article continues after advertisement
            article continues below advertisement|story continues below|story continues below advertisement
            story continues after advertisement|continue reading below|scroll to continue reading|ad feedback
            skip advertisement|content continues below|continue reading the main story|loading...|loading|remove ads
            keep scrolling
        """,
        "de": """
            anzeige|anzeigen|werbung|gesponsert|artikel wird nach der anzeige fortgesetzt|weiter nach der anzeige
            empfohlener externer inhalt|externer inhalt
        """,
        "fr": """
            publicite|publicites|la suite apres la publicite|la suite apres cette publicite|contenu sponsorise
            partenariat
        """,
        "es": "publicidad|anuncio|anuncios|contenido patrocinado|continua despues de la publicidad|pauta",
        "it": "pubblicita|annuncio|continua a leggere dopo la pubblicita|contenuto sponsorizzato",
        "nl": """
            advertentie|advertenties|lees verder na de advertentie|tekst gaat verder onder de advertentie|reclame
        """,
        "pt": """
            publicidade|continua apos a publicidade|continua depois da publicidade|anuncio publicitario
            conteudo patrocinado
        """,
        "pl": """
            reklama|dalsza czesc artykulu pod materialem wideo|dalsza czesc tekstu pod wideo|artykul sponsorowany
            autopromocja
        """,
        "xx": """
            реклама|annons|annonse|annonce|artikkelen fortsetter under annonsen|mainos|reklam|hirdetes|publicitate
            διαφημιση|広告|광고|广告|iklan anda
        """,
    },
    "share": {
        "id": """
            bagikan|bagikan artikel|bagikan artikel ini|bagikan berita ini|bagikan ke|share artikel|salin tautan
            salin link|tautan tersalin|link successfully copied|copy link|link tersalin|perbesar|lihat foto|cetak
            simpan|sebarkan|kirim ke teman|share ke|dengarkan|dengarkan berita|dengarkan artikel
        """,
        "en": """
            share|share this|share this article|share this story|share article|share on facebook|share on twitter
            share on x|share via email|shares|tweet|print|print this article|email this article|copy|link copied
            link copied!|copied|save|save article|bookmark|republish|open in app|view gallery|view comments
            enlarge image|listen to this article|listen|click to share|share full article|gift this article
            get short url|like this story? share it with a friend
        """,
        "de": """
            teilen|artikel teilen|drucken|merken|link kopieren|per e-mail teilen|auf facebook teilen|auf x teilen
            vorlesen|artikel anhoren
        """,
        "fr": """
            partager|partager l'article|partager cet article|imprimer|enregistrer|copier le lien|ecouter l'article
        """,
        "es": """
            compartir|comparte|comparte esta noticia|compartir en facebook|imprimir|guardar|copiar enlace
            enviar por correo
        """,
        "it": "condividi|condividi l'articolo|stampa|salva|copia link|ascolta l'articolo",
        "nl": "delen|deel dit artikel|deel artikel|afdrukken|bewaar|kopieer link",
        "pt": "compartilhar|compartilhe|partilhar|partilhe|copiar link|ouca este artigo|imprima",
        "pl": "udostepnij|podziel sie|drukuj|kopiuj link|zapisz artykul",
        "xx": """
            поделиться|dela|dela artikeln|del artikkelen|del artiklen|jaa|jaa artikkeli|paylas|sdilet|megosztas
            distribuie|シェア|공유|共有
        """,
    },
    "pager": {
        "id": """
            halaman|halaman selanjutnya|halaman berikutnya|halaman sebelumnya|selanjutnya|sebelumnya|berikutnya
            baca selanjutnya|next|prev|show all|tampilkan semua|baca semua halaman|lihat halaman selanjutnya
            lanjut ke halaman berikutnya|bersambung|daftar isi|daftar isi artikel
        """,
        "en": """
            next page|previous page|previous|next article|previous article|page|continue|back to top|all pages
            single page|table of contents|view all|show more|load more|next story|previous story|prev next
        """,
        "de": """
            nachste seite|vorherige seite|weiter|zuruck|auf einer seite lesen|nach oben|startseite|mehr anzeigen
            inhaltsverzeichnis
        """,
        "fr": "page suivante|page precedente|suivant|precedent|haut de page|voir plus",
        "es": "tabla de contenidos|siguiente|anterior|pagina siguiente|pagina anterior|volver arriba|ver mas",
        "it": "pagina successiva|pagina precedente|successivo|precedente|torna su|avanti|indietro",
        "nl": "inhoudsopgave|volgende|vorige|volgende pagina|terug naar boven",
        "pt": "proxima|proxima pagina|pagina anterior|voltar ao topo|ver mais",
        "pl": "spis tresci|nastepna strona|poprzednia strona|nastepny|poprzedni|pokaz wiecej",
    },
    "tags": {
        "id": "tag|tags|tag terkait|topik|topik terkait|topik terpopuler|tagar|kata kunci",
        "en": "topics|filed under|more on|in this article|keywords",
        "de": "schlagworte|themen|stichworte|mehr zu",
        "fr": "mots-cles|themes|thematiques",
        "es": "etiquetas|temas|archivado en",
        "it": "argomenti|temi|parole chiave",
        "pt": "etiquetas|topicos|assuntos|palavras-chave",
        "pl": "tagi|tematy",
        "xx": "onderwerpen|теги|темы|amnen|emner|etiketler",
    },
    "comments": {
        "id": """
            komentar|tulis komentar|beri komentar|komentar pembaca|kirim komentar|tulis komentar anda
            login untuk berkomentar|apa komentarmu|berikan komentar|lihat komentar
            berikan reaksimu tentang artikel di atas
        """,
        "en": """
            comments|comment|leave a comment|post a comment|join the conversation|join the discussion|show comments
            add a comment|view all comments|read comments|leave a reply|no comments|have your say
        """,
        "de": """
            kommentare|kommentar schreiben|kommentieren|zu den kommentaren|diskutieren sie mit|ihre meinung
        """,
        "fr": "commentaires|commenter|reagir|laisser un commentaire|lire les commentaires",
        "es": "comentarios|comentar|deja un comentario|ver comentarios|escribe un comentario",
        "it": "commenti|commenta|lascia un commento|scrivi un commento",
        "xx": """
            reacties|reageer|comentarios|deixe um comentario|komentarze|dodaj komentarz|комментарии|kommentarer
            yorumlar|コメント|댓글
        """,
    },
    "promo": {
        "id": """
            newsletter|berlangganan|daftar newsletter|periksa kembali dan lengkapi data dirimu|lengkapi data dirimu
            ikuti kami|ikuti kami di|download aplikasi|unduh aplikasi|langganan|masuk untuk melanjutkan
            artikel khusus pelanggan|add as a preferred source on google|jadikan sumber pilihan di google
            jernihberkomentar|jernih berkomentar|gabung sekarang|laporkan artikel
        """,
        "en": """
            subscribe|subscribe now|subscribe today|sign up|sign up now|sign in|log in|register|newsletters
            get the newsletter|follow us|follow|subscribe to our newsletter|sign up for our newsletter
            sign up for our newsletters|sign up to our newsletter|get our newsletter|join us|join now|get the app
            download the app|download our app|add us on google|already a subscriber?|already a member?|become a member
            support us|donate|support our journalism|thank you for reading|thanks for reading|privacy policy
            terms of use|get notified|turn on notifications|prefer us on google|follow us on google news
            thank you for subscribing|report this ad|manage newsletters
        """,
        "de": """
            newsletter abonnieren|jetzt abonnieren|abonnieren|jetzt anmelden|zum newsletter|jetzt testen
            jetzt kostenlos anmelden|folgen sie uns|zur startseite|anmelden|registrieren|jetzt weiterlesen
            nur fur abonnenten|artikel verschenken
        """,
        "fr": """
            newsletters|s'abonner|abonnez-vous|je m'abonne|inscrivez-vous|inscrivez-vous a notre newsletter|s'inscrire
            suivez-nous|se connecter|reserve aux abonnes|article reserve aux abonnes
        """,
        "es": """
            suscribete|suscribase|suscribirse|boletin|boletines|siguenos|siguenos en|registrate|inicia sesion
            iniciar sesion|hazte socio
        """,
        "it": """
            iscriviti|iscriviti alla newsletter|abbonati|seguici|seguici su|accedi|registrati|ricevi la newsletter
        """,
        "nl": "abonneer|abonneer nu|nieuwsbrief|schrijf je in|volg ons|inloggen|aanmelden",
        "pt": """
            assine|assine ja|assine a newsletter|inscreva-se|siga-nos|subscreva|subscrever|entrar|cadastre-se
            receba a newsletter
        """,
        "pl": """
            zapisz sie|zapisz sie do newslettera|subskrybuj|prenumerata|obserwuj nas|zaloguj sie|zaloguj|dolacz do nas
        """,
        "xx": "подписаться|подписывайтесь|prenumerera|abonner|tilaa|abone ol|subskrypcja",
    },
    "byline": {
        "id": "profil penulis|tentang penulis",
        "en": "about the author|about the authors|about the writer",
        "xx": "uber den autor|uber die autorin|a propos de l'auteur|sobre el autor|sobre la autora|over de auteur",
    },
    "embed": {
        "xx": """
            lihat postingan ini di instagram|view this post on instagram|sieh dir diesen beitrag auf instagram an
            voir cette publication sur instagram|ver esta publicación en instagram|visualizza questo post su instagram
            dit bericht op instagram bekijken|ver essa foto no instagram|this slideshow requires javascript.
        """,
    },
    "copyright": {
        "en": "all rights reserved|all right reserved|c all rights reserved|copyright",
        "id": "hak cipta|hak cipta dilindungi undang-undang|hak cipta dilindungi",
        "xx": """
            alle rechte vorbehalten|tous droits reserves|todos los derechos reservados|tutti i diritti riservati
            alle rechten voorbehouden|todos os direitos reservados|wszelkie prawa zastrzezone|все права защищены
            riproduzione riservata|© riproduzione riservata
        """,
    },
}
