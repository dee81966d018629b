"""A few stored articles on a real embedded server."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from newscrawl.model import Article, Dateline, Image
from newscrawl.store import open_reader, open_writer

JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.fixture(scope="session")
def an_article():
    """Make an article that differs from the usual one in what is named."""

    def make(number=1, **changes):
        values = {
            "url": f"https://kabar.test/berita/{number}",
            "canonical_url": f"https://kabar.test/berita/{number}",
            "fetched_at": datetime(2024, 10, 24, 8, 0, tzinfo=JAKARTA),
            "title": f"Jembatan {number} dibuka",
            "paragraphs": ("Warga menyeberang sejak pagi.", "Wali kota memotong pita."),
            "site": "kabar",
            "published_at": datetime(2024, 10, 23, 17, number, tzinfo=JAKARTA),
        }
        return Article(**{**values, **changes})

    return make


@pytest.fixture(scope="session")
def reader(tmp_path_factory, an_article):
    """Three articles of two sites, the third with everything in it."""
    address = f"embedded:{tmp_path_factory.mktemp('query')}"
    full = an_article(
        3,
        site="suara",
        title="=HYPERLINK(1)",
        paragraphs=("Awal yang panjang. " * 30 + "Di sana CAFÉ\x1b[0m Kota dibuka. " + "Akhir yang panjang. " * 30,),
        authors=("Sari Dewi", "Budi"),
        tags=("kota", "café"),
        dateline=Dateline("SUARA", "Kota Baru"),
        images=(Image("https://suara.test/a.jpg"), Image("https://suara.test/b.jpg")),
        is_accessible_for_free=True,
    )

    async def fill():
        writer = await open_writer(address)
        await asyncio.gather(*map(writer.save, [an_article(1), an_article(2), full]))
        await writer.close()

    asyncio.run(fill())
    opened = open_reader(address)
    yield opened
    opened.close()
