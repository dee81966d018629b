"""What pages that are no page say in title, heading or address, by kind and language. Compared folded.

GONE tell of an address that leads nowhere or that may not be looked at; CONSENT name what a page asks to agree to;
WALLS are headings of other pages in a story's place. FILLERS stand beside them and say nothing. SERVICES end the
addresses of pages about the paper itself.
"""

from __future__ import annotations

GONE = {
    "id": """
        halaman tidak ditemukan|halaman tidak temukan|halaman yang anda cari tidak ditemukan|artikel tidak ditemukan
        halaman yang anda cari tidak temukan|berita tidak ditemukan
    """,
    "en": """
        404|page not found|not found|access denied|just a moment|attention required|are you a robot|403 forbidden
    """,
    "de": "seite nicht gefunden|seite wurde nicht gefunden",
    "fr": "page introuvable|page non trouvée",
    "es": "página no encontrada",
    "it": "pagina non trovata",
    "pt": "página não encontrada",
    "nl": "pagina niet gevonden",
    "pl": "nie znaleziono strony|strona nie znaleziona",
    "ru": "страница не найдена",
    "tr": "sayfa bulunamadı",
    "ja": """
        ページが見つかりません|ページが見つかりませんでした|お探しのページは見つかりませんでした
        お探しのページが見つかりません|お探しのページは見つかりません
    """,
    "zh": "页面不存在|您访问的页面不存在|找不到页面|找不到頁面|頁面不存在",
    "ko": "페이지를 찾을 수 없습니다",
    "th": "ไม่พบหน้าที่คุณต้องการ|ไม่พบหน้าที่คุณค้นหา|ไม่พบหน้าเว็บ",
    "ar": "الصفحة غير موجودة",
}
CONSENT = {
    "id": "kebijakan privasi",
    "en": "cookie|cookies|consent|privacy policy",
    "de": "datenschutz",
    "fr": "vie privée",
}
WALLS = {
    "id": "situs sedang dalam perbaikan|situs dalam perbaikan|terlalu banyak permintaan|konten tidak tersedia",
    "en": """
        access to this page has been denied|before you continue|internal server error|too many requests
        service unavailable|bad gateway|unavailable due to legal reasons|under maintenance|site under maintenance
        unsupported browser|your browser is not supported|checking your browser|security check
        this content is not available in your region|this content is not available in your country
        content not available in your region|we value your privacy
    """,
    "de": """
        mit werbung lesen|mit werbung weiterlesen|mit werbung und cookies lesen|wir schätzen ihre privatsphäre
        zugriff verweigert|wartungsarbeiten
    """,
    "fr": "accès refusé|site en maintenance|nous respectons votre vie privée",
    "es": "acceso denegado|sitio en mantenimiento|valoramos su privacidad",
    "ru": "проверка браузера|доступ запрещен",
}
FILLERS = """
    error|http error|oops|ups|sorry|we're sorry|maaf|mohon maaf|fehler|erreur|désolé|entschuldigung|lo sentimos|and|dan
    und
"""
SERVICES = {
    "id": """
        tentang-kami|redaksi|pedoman-media-siber|pedoman-pemberitaan-media-siber|kode-etik|kebijakan-privasi|kontak
        kontak-kami|hubungi-kami|syarat-dan-ketentuan|ketentuan-layanan|info-iklan|pasang-iklan|karier|karir
    """,
    "en": """
        about-us|imprint|privacy|privacy-policy|cookie-policy|contact|contact-us|terms|terms-of-use
        terms-of-service|terms-and-conditions|disclaimer|advertise|advertising|media-kit|careers|subscribe
    """,
    "de": "impressum|datenschutz|datenschutzerklaerung|kontakt|agb|mediadaten",
    "fr": "mentions-legales|politique-de-confidentialite|qui-sommes-nous|nous-contacter",
    "es": "aviso-legal|politica-de-privacidad|contacto|quienes-somos",
}
