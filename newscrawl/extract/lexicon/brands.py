"""Names of papers, portals, broadcasters and agencies, told by their form, by their words, or by being well known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newscrawl.extract.text.folding import fold
from newscrawl.extract.text.recall import remembered
from newscrawl.extract.text.wordlists import forms, words

_TLD = (
    "com|co|net|org|info|biz|tv|news|online|media|press|live|asia|xyz|site|fm|id|my|sg|uk|ie|de|fr|es|it|nl|pl|at|ch|be"
    "|eu|lu|ru|ua|tr|br|pt|us|ca|au|nz|jp|kr|in|th|vn|ph|is|se|no|dk|fi|cz|sk|hu|ro|gr|lt|lv|ee|hk|tw|cn|za|mx|ar|cl"
)
_DOMAIN = re.compile(rf"(?:https?://)?(?:[\w-]{{2,40}}\.){{1,3}}(?:{_TLD})/?", re.IGNORECASE)
_ENDING = re.compile(rf"(?:\.(?:co|com|net|org|or|ac|go))?\.(?:{_TLD})/?$", re.IGNORECASE)
_CAMEL = re.compile(r"[A-Z]{2,}[a-z]{3,}|[a-z]{2}[A-Z]")
_NAME_CAMEL = re.compile(r"(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|Fitz|O')[A-Z]")

_AGENCY_LETTERS = frozenset(
    """
    ANT AFP AP EFE ANSA TASS UPI PTI IANS ANI APA SID EPD KNA DAPD TT ANP PAP CTK ATS AAP PNA KCNA WAFA IRNA MENA NNA
    VNA DPA
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Read only in capitals: Ani and Pap are people."""
_ABBREVIATIONS = _AGENCY_LETTERS | frozenset(
    """
    EPA AA CNA CNN CNBC ROL KLY MNC RCTI ANTV SCTV JPNN RMOL SWA VOA DW BBC ABC NBC CBS PBS NPR RRI TVRI KBR KBRN RT FAZ
    NDR WDR MDR ZDF ARD ORF NZZ PR IDN CBC MND
    """.split()  # noqa: SIM905
)
AGENCIES = """
    ANTARA|ANTARA News|Antaranews|LKBN Antara|Kantor Berita Antara|Agence France-Presse|Associated Press
    The Associated Press|AFP Relaxnews|AFPRelaxnews|Reuters|Thomson Reuters|Xinhua|Bernama|dpa|dpa-AFX|Kyodo
    Kyodo News|RIA Novosti|Sputnik|Anadolu|Anadolu Agency|Ritzau|Belga|Keystone-SDA|Yonhap|Jiji|PRNewswire|PR Newswire
    Business Wire|GlobeNewswire|Bloomberg|AP News|Europa Press|Adnkronos|askanews|LaPresse|Teleborsa|Folhapress
    Prensa Latina|epd
"""
"""They sell stories to papers, which name them as the writers."""
KNOWN = """
    Getty Images|imago|imago images|picture alliance|EPA-EFE
    Kompas|Kompas Cyber Media|Harian Kompas|Kompas TV|Tribun|Tribun Network|Warta Kota|Detik|20detik|CNN Indonesia
    CNBC Indonesia|Tempo|Tempo Interaktif|Koran Tempo|Majalah Tempo|Republika|IHRAM|Liputan6|Indosiar|Merdeka|Fimela
    Kapanlagi|Okezone|Sindo|Sindonews|Koran Sindo|iNews|MNC Media|MNC Portal|Viva|VIVA Media Baru|VIVAnews|tvOne|Suara
    Tirto|Kumparan|IDN Times|Popmama|Beritasatu|Berita Satu|Suara Pembaruan|Investor Daily|Jawa Pos|Radar|Kontan
    Bisnis|Bisnis Indonesia|Media Indonesia|Medcom|Metro TV|Katadata|Warta Ekonomi|WE Online|Pikiran Rakyat
    Suara Merdeka|Solopos|Espos|Harian Jogja|Kedaulatan Rakyat|Bernas|Bali Post|NusaBali|Serambi|Serambi Indonesia
    Serambinews|Sriwijaya Post|Banjarmasin Post|Pos Kupang|Bangka Pos|Gesuri|Poskota|Pos Kota|Rakyat Merdeka|Gatra
    Hukumonline|Dream|Brilio|Hipwee|Mojok|Alinea|Validnews|VOA Indonesia|DW Indonesia|BBC Indonesia|MSNBC|NU Online
    Mongabay|Parlementaria|Inilahcom|AJLabs|Al Jazeera|Aljazeera|The Guardian|Guardian|New York Times
    The New York Times|Washington Post|The Washington Post|Wall Street Journal|USA Today|Los Angeles Times
    Financial Times|The Times|The Sun|Daily Mail|MailOnline|The Mirror|Daily Star|Daily Express|Euronews|Politico
    Axios|Forbes|Newsweek|HuffPost|BuzzFeed|Le Monde|Le Figaro|Der Spiegel|Spiegel Online|Die Welt|Die Zeit
    Süddeutsche Zeitung|taz|Tagesspiegel|Handelsblatt|Focus Online|BR24|Der Standard|Die Presse|Kicker|El País
    El Mundo|La Vanguardia|Corriere della Sera|La Repubblica|Straits Times|The Straits Times|Channel NewsAsia
    Malay Mail|The Star|Jakarta Post|The Jakarta Post|Jakarta Globe|South China Morning Post|Nikkei|Yomiuri|Asahi
    Mainichi
"""
_STEMS = tuple(words("kompas detik tribun sindonews okezone republika liputan6 jawapos kumparan antaranews cnn cnbc"))
"""A single word that begins so is a part of that house: detikNews, KompasOtomotif, TribunJateng."""
_OPENERS = words(
    """
    kompas detik detikcom tribun tribunnews republika okezone sindonews sindo liputan6 cnn cnbc bbc idn antara jawapos
    jpnn radar harian koran majalah tabloid mnc rri tvri reuters afp abc nbc cbs kantor pt cv yayasan redaksi
    """
)
_MOST_WORDS = 5
_ENDERS = words(
    """
    news online times daily media tv radio magazine newspaper newspapers press wire newswire network networks agency
    agencies portal broadcasting publishing publications tbk inc inc. ltd ltd. llc gmbh ag corp corporation group
    foundation zeitung nachrichten tageblatt rundschau newsroom com report review journal herald tribune gazette
    chronicle observer telegraph bulletin insider digest weekly
    """
)


def is_domain(text: str) -> bool:
    """Whether the text is a host name: ``REPUBLIKA.CO.ID``, ``ndr.de``."""
    return len(text) <= 120 and _DOMAIN.fullmatch(text) is not None


def is_brand(text: str, brands: Sequence[str] = ()) -> bool:
    """Whether the text names a publisher or agency; ``brands`` are names that count as well."""
    text = text.strip(" .,:;|-–—()[]\"'")
    if not text or len(text) > 80:
        return False
    return _is_known(text) or _is_one_of(text, brands) or ("/" in text and _is_joint(text, brands))


def is_house(text: str, brands: Sequence[str] = ()) -> bool:
    """Whether the text is a well-known name, one of ``brands`` or a host, and no guess by its words."""
    return key(text) in _KNOWN or is_domain(text) or _is_one_of(text, brands)


def is_agency(text: str, brands: Sequence[str] = ()) -> bool:
    """Whether the text names a news agency, other than one of ``brands``."""
    text = text.strip(" .,:;|-–—()[]\"'")
    known = text in _AGENCY_LETTERS or key(text) in _AGENCIES
    return known and len(text) <= 80 and not _is_one_of(text, brands)


def looks_coined(text: str) -> bool:
    """Whether it is one word with capitals inside, as brands are written and names are not: ``HawaiiNewsNow``."""
    return " " not in text and _CAMEL.search(text) is not None and not _NAME_CAMEL.match(text)


def _is_joint(text: str, brands: Sequence[str]) -> bool:
    """``Antara/PRNewswire``."""
    return all(is_brand(part, brands) for part in text.split("/")[:4])


@remembered(4_096)
def _is_known(text: str) -> bool:
    if text in _ABBREVIATIONS or is_domain(text) or key(text) in _KNOWN:
        return True
    parts = text.split()
    if len(parts) < 2:
        return fold(text).startswith(_STEMS)
    if len(parts) > _MOST_WORDS or any(part[0].islower() for part in parts[1:]):
        return False
    return key(parts[0]) in _OPENERS or fold(parts[-1]) in _ENDERS


def _is_one_of(text: str, brands: Sequence[str]) -> bool:
    """Whether it is one of ``brands``, or a coinage on one: ``KompasOtomotif``."""
    wanted, (known, stems) = key(text), _keys_of(tuple(brands))
    return wanted in known or (wanted.startswith(stems) and looks_coined(text))


@lru_cache(maxsize=1_024)  # a site's names are asked about for every line of its pages
def _keys_of(brands: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the names, and those that a coinage may begin with."""
    known = tuple(brand_key for brand in brands if len(brand_key := key(brand)) >= 2)
    return known, tuple(brand for brand in known if len(brand) >= 5)


@remembered(4_096)
def key(name: str) -> str:
    """The name without case, accents, marks, blanks and domain ending: ``KOMPAS.com`` and ``Kompas`` are one."""
    bare = name.strip().removeprefix("www.")
    return "".join(filter(str.isalnum, fold(_ENDING.sub("", bare) if "." in bare else bare)))


_AGENCIES = frozenset(map(key, forms(AGENCIES)))
_KNOWN = _AGENCIES | frozenset(map(key, forms(KNOWN)))
