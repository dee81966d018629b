"""The words that dates are printed with, by language: months, weekdays, zones, units. Compared folded."""

from __future__ import annotations

from newscrawl.extract.text.wordlists import words

MONTHS = {
    # Old spellings (Pebruari, Nopember, Djuni) and every short form that CLDR, moment and newsrooms use.
    "id": """
        januari djanuari jan|februari pebruari febuari feb peb|maret mar mrt|april apr|mei|juni djuni jun
        juli djuli jul|agustus agust agst agus agu agt ags|september sept sep|oktober okt|november nopember nov nop
        desember des
    """,
    "ms": """
        januari jan|februari feb|mac|april apr|mei|jun|julai jul|ogos ogo|september sep|oktober okt|november nov
        disember dis
    """,
    "en": """
        january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct
        november nov|december dec
    """,
    "de": """
        januar janner jan jän|februar feber feb|märz maerz mrz mär|april apr|mai|juni jun|juli jul|august aug
        september sept sep|oktober okt|november nov|dezember dez
    """,
    "fr": """
        janvier janv jan|février févr fév|mars|avril avr|mai|juin|juillet juil|août|septembre sept|octobre oct
        novembre nov|décembre déc
    """,
    "es": """
        enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago
        septiembre setiembre sept sep|octubre oct|noviembre nov|diciembre dic
    """,
    "it": """
        gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre sett set
        ottobre ott|novembre nov|dicembre dic
    """,
    "pt": """
        janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out
        novembro nov|dezembro dez
    """,
    "nl": """
        januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sept sep|oktober okt
        november nov|december dec
    """,
    "ca": """
        gener gen|febrer febr|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre
    """,
    "ro": """
        ianuarie ian|februarie|martie|aprilie|mai|iunie iun|iulie iul|august|septembrie|octombrie|noiembrie noi
        decembrie
    """,
    "pl": """
        stycznia styczeń sty|lutego luty lut|marca marzec|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze
        lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź
        listopada listopad lis|grudnia grudzień gru
    """,
    "cs": """
        ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince
    """,
    "sk": """
        januára|februára|marca|apríla|mája|júna|júla|augusta|septembra|októbra|novembra|decembra
    """,
    "hu": """
        január|február|március|április|május|június|július|augusztus|szeptember|október|november|december
    """,
    "sv": """
        januari jan|februari feb|mars|april apr|maj|juni jun|juli jul|augusti aug|september sep|oktober okt
        november nov|december dec
    """,
    "no": """
        januar jan|februar feb|mars marts|april apr|mai maj|juni jun|juli jul|august aug|september sep|oktober okt
        november nov|desember des
    """,
    "is": """
        janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst|september|október|nóvember|desember
    """,
    "fi": """
        tammikuuta tammikuu|helmikuuta helmikuu|maaliskuuta maaliskuu|huhtikuuta huhtikuu|toukokuuta toukokuu
        kesäkuuta kesäkuu|heinäkuuta heinäkuu|elokuuta elokuu|syyskuuta syyskuu|lokakuuta lokakuu
        marraskuuta marraskuu|joulukuuta joulukuu
    """,
    "lt": """
        sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio
    """,
    "tr": """
        ocak oca|şubat şub|mart|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas
        aralık ara
    """,
    "ru": """
        января янв|февраля фев|марта мар|апреля апр|мая май|июня июн|июля июл|августа авг|сентября сент сен
        октября окт|ноября ноя|декабря дек
    """,
    "uk": """
        січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня
    """,
    "el": """
        ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου
        δεκεμβρίου
    """,
    "ar": """
        يناير|فبراير|مارس|أبريل إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
    """,
    "vi": "|".join(f"tháng_{number} tháng_{number:02}" for number in range(1, 13)),
}
"""Twelve entries a language; blanks stand between the forms of a month, ``_`` for a blank inside a form."""

WEEKDAYS = words(
    """
    senin selasa rabu kamis jumat jum'at jum`at sabtu minggu ahad sen sel rab kam jum sab min monday tuesday wednesday
    thursday friday saturday sunday mon tues tue weds wed thurs thur thu fri sat sun montag dienstag mittwoch
    donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes
    miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira
    terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """
)

CLOCK_WORDS = words(
    """
    pukul pkl jam at um am on ore alle às as à a las la las le el om kl klo kell o godz saat в о v pada t d wib wita
    wit uhr
    """
)
"""What may stand between a date and its time of day."""

AFTERNOON = ("오후", "下午", "午後")
MORNING = ("오전", "上午", "午前")
PARTS_OF_DAY = {"siang": range(1, 6), "sore": range(1, 12), "petang": range(1, 12), "malam": range(6, 12)}
"""The word behind a time of day, and the hours that it puts into its second half: ``5.11 sore``."""

ZONES: dict[str, int | str] = {
    # Indonesia has three zones and no summer time.
    "wib": 420, "wita": 480, "wit": 540,
    "utc": 0, "gmt": 0, "z": 0,
    # Summer and winter forms are offsets; a bare ET or PT says only where.
    "est": -300, "edt": -240, "et": "America/New_York", "cst": -360, "cdt": -300, "ct": "America/Chicago",
    "mst": -420, "mdt": -360, "mt": "America/Denver", "pst": -480, "pdt": -420, "pt": "America/Los_Angeles",
    "akst": -540, "akdt": -480, "hst": -600, "ast": -240, "adt": -180, "nst": -210, "ndt": -150,
    "bst": 60, "wet": 0, "west": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180,
    "msk": 180, "мск": 180, "trt": 180,
    # Several countries say IST and CST; India and the United States print them most.
    "ist": 330, "pkt": 300, "gst": 240, "amt": 240,
    "ict": 420, "sgt": 480, "myt": 480, "hkt": 480, "pht": 480, "awst": 480, "jst": 540, "kst": 540,
    "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "wat": 60, "cat": 120, "sast": 120, "eat": 180, "brt": -180, "art": -180,
}  # fmt: skip
"""Abbreviation to minutes east of Greenwich, or to the IANA zone that has it."""

UNITS = {
    "second": "detik dtk second seconds sec secs s sekunde sekunden seconde secondes segundo segundos secondo secondi",
    "minute": "menit mnt minute minutes min mins m minit minuten minuto minutos minuto minuti minuut",
    "hour": "jam hour hours hr hrs h stunde stunden heure heures hora horas ora ore uur",
    "day": "hari day days d tag tagen tage jour jours día días dia dias giorno giorni dag dagen",
    "week": "minggu pekan mgg week weeks wk wks w woche wochen semaine semaines semana semanas settimana settimane "
    "weken",
    "month": "bulan bln month months mo mos monat monaten mois mes meses mês mese mesi maand maanden",
    "year": "tahun thn year years yr yrs y jahr jahren an ans año años ano anos anno anni jaar",
}
"""A unit and the words for it; a single letter counts only right after its number (``19H ago``)."""

AGO_AFTER = ("yang lalu", "yg lalu", "lalu", "lepas", "ago", "geleden", "fa", "atrás", "atras")
AGO_BEFORE = ("vor", "il y a", "hace", "há", "ha")
NUMBERS = {
    **dict.fromkeys(("a", "an", "one", "satu", "einer", "einem", "un", "une", "una", "um", "uma", "een"), 1),
    "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip

JUST_NOW = """
    baru saja|baru sahaja|barusan|beberapa saat lalu|beberapa saat yang lalu|beberapa menit yang lalu
    beberapa menit lalu|just now|moments ago|a moment ago|a few seconds ago|beberapa detik yang lalu
    beberapa detik lalu|gerade eben|à l'instant|ahora mismo|agora mesmo|adesso|zojuist
"""
DAYS_AWAY = {
    0: "hari ini|tadi pagi|tadi siang|tadi sore|today|heute|aujourd'hui|hoy|oggi|hoje|vandaag",
    1: "kemarin|kmrn|yesterday|semalam|gestern|ayer|ieri|ontem|gisteren",
    2: "kemarin lusa|kemarin dulu|vorgestern|avant-hier|anteayer",
}
"""Days back, and the words that say so."""

UPDATES = {
    "id": "diperbarui|diperbaharui|diupdate|pembaruan|pembaharuan|dimutakhirkan|pemutakhiran|direvisi",
    "ms": "dikemas kini|dikemaskini|kemas kini|kemaskini",
    "en": "update|updated|modified|edited|revised",
    "de": "aktualisiert|aktualisierung",
    "fr": "mis à jour|mise à jour|modifié",
    "es": "actualizado|actualizada|actualización|modificado",
    "it": "aggiornato|aggiornata|aggiornamento|modificato|modifica",
    "pt": "atualizado|atualizada|atualização",
    "nl": "gewijzigd|bijgewerkt",
    "xx": """
        uppdaterad|opdateret|oppdatert|päivitetty|güncelleme|güncellendi|обновлено|оновлено|aktualizacja|aktualizacji
        aktualizováno|aktualizace|cập nhật|آخر تحديث|עודכן
    """,
}
UNSPACED_UPDATES = ("更新", "수정")
"""What labels the date of a change; the second in scripts that need no blank before the date."""
