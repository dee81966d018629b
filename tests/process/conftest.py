# ruff: noqa: E501 - markup is written as pages write it
from datetime import UTC, datetime

import pytest

from newscrawl.model import Page

STORY = "".join(
    f"<p>Warga kampung nomor {n} bergotong royong memperbaiki jembatan bambu yang hanyut diterjang banjir pekan lalu, "
    f"dan pemerintah kecamatan menyiapkan bahan bangunan untuk mereka.</p>"
    for n in range(1, 7)
)


def story_html(title="Warga Perbaiki Jembatan Bambu", story=STORY, head="", tail=""):
    return (
        f"<html lang='id'><head><title>{title}</title><meta property='og:type' content='article'>{head}</head>"
        f"<body><main><article><h1>{title}</h1><div class='article-body'>{story}</div>{tail}</article></main></body></html>"
    )


@pytest.fixture
def a_page():
    """Makes a page of a paper nobody has described, with defaults."""

    def make(html=None, url="https://kabar.test/berita/warga-perbaiki-jembatan", **values):
        body = html if isinstance(html, bytes) else (html or story_html()).encode()
        return Page(url=url, body=body, fetched_at=datetime(2026, 3, 4, 5, 6, tzinfo=UTC), **values)

    return make
