"""More invented papers: the demo's designs under other names, in other zones, with a section that is empty."""

from newscrawl.demo.layouts.herald import HeraldLayout
from newscrawl.demo.layouts.jalur import JalurLayout
from newscrawl.demo.layouts.pesisir import PesisirLayout
from newscrawl.demo.papers import PAPERS, Desk, Paper

KABAR_TIMUR = Paper(
    name="kabartimur",
    title="Kabar Timur Jauh",
    domain="kabartimurjauh.test",
    motto="Matahari terbit lebih dulu",
    region="pesisir",
    timezone="Asia/Jayapura",
    desks=(
        Desk("daerah", "Daerah", ("daerah", "ekonomi")),
        Desk("olahraga", "Olahraga", ("olahraga",)),
        Desk("nasional", "Nasional", ()),
        Desk("opini", "Opini", (), empty=True),
    ),
    layout=PesisirLayout(),
)
"""In WIT. Its section ``opini`` has nothing: the listing is empty and the feed is not there (404)."""

RADAR_SENJA = Paper(
    name="radarsenja",
    title="Radar Senja",
    domain="radarsenja.test",
    motto="Sore yang terang",
    region="lembah",
    timezone="Asia/Jakarta",
    desks=(
        Desk("kota", "Kota", ("daerah", "pendidikan"), "kota"),
        Desk("ekonomi", "Ekonomi", ("ekonomi", "lingkungan")),
        Desk("nasional", "Nasional", ()),
    ),
    layout=JalurLayout(),
)
"""No definition is written for it: it is crawled by address alone."""

COAST_COURIER = Paper(
    name="coastcourier",
    title="Coast Courier",
    domain="coastcourier.test",
    motto="All the tides",
    region="harbour",
    timezone="Asia/Makassar",
    desks=(
        Desk("news", "News", ("local", "environment")),
        Desk("life", "Life", ("culture", "sport", "business")),
        Desk("bahasa", "Bahasa", ()),
    ),
    layout=HeraldLayout(),
    language="en",
)
"""In English, without a definition either."""

ALL_PAPERS = (*PAPERS, KABAR_TIMUR, RADAR_SENJA, COAST_COURIER)
