from datetime import UTC, datetime

import pytest

from newscrawl.model import Article, Image, RelatedLink
from newscrawl.process import join
from newscrawl.process.joining import address_of_whole, take_whole

URL = "https://kabar.test/berita/jembatan-bambu"
LINES = [f"Kalimat nomor {n} menceritakan jembatan bambu yang hanyut diterjang banjir pekan lalu." for n in range(8)]


def a_part(number, *paragraphs, **values):
    given = {
        "url": f"{URL}?page={number}" if number > 1 else URL,
        "canonical_url": URL,
        "fetched_at": datetime(2026, 3, 4, tzinfo=UTC),
        "title": "Jembatan Bambu",
        "next_page_url": f"{URL}?page={number + 1}",
    }
    return Article(**(given | values), paragraphs=paragraphs)


def test_the_text_of_all_pages_comes_in_order():
    joined = join(a_part(1, *LINES[:3]), [a_part(2, *LINES[3:6]), a_part(3, *LINES[6:])])
    assert list(joined.paragraphs) == LINES
    assert (joined.url, joined.pages_total, joined.next_page_url) == (URL, 3, None)


def test_heads_and_leads_that_pages_repeat_stand_once():
    second = a_part(2, "Jembatan bambu", LINES[0], *LINES[3:6])
    assert list(join(a_part(1, *LINES[:3]), [second]).paragraphs) == LINES[:6]


def test_a_short_line_may_come_again():
    joined = join(a_part(1, LINES[0], "Ya.", LINES[1]), [a_part(2, LINES[2], "Ya.")])
    assert list(joined.paragraphs) == [LINES[0], "Ya.", LINES[1], LINES[2], "Ya."]


def test_what_the_pages_say_of_their_number_is_kept():
    assert join(a_part(1, LINES[0], pages_total=5), [a_part(2, LINES[1])]).pages_total == 5


def test_pictures_tags_and_links_are_united():
    first = a_part(
        1,
        LINES[0],
        images=(Image("https://kabar.test/a.jpg", "Satu"),),
        tags=("banjir",),
        related=(RelatedLink("Lain", "https://kabar.test/lain"),),
    )
    second = a_part(
        2,
        LINES[1],
        images=(Image("https://kabar.test/a.jpg"), Image("https://kabar.test/b.jpg")),
        tags=("banjir", "bambu"),
        related=(RelatedLink("Halaman 1", URL), RelatedLink("Lain", "https://kabar.test/lain?utm_source=x")),
    )
    joined = join(first, [second])
    assert [image.url for image in joined.images] == ["https://kabar.test/a.jpg", "https://kabar.test/b.jpg"]
    assert joined.images[0].caption == "Satu"
    assert joined.tags == ("banjir", "bambu")
    assert [link.url for link in joined.related] == ["https://kabar.test/lain"]


def test_a_writer_named_on_the_last_page_is_the_article_s():
    assert join(a_part(1, LINES[0]), [a_part(2, LINES[1], authors=("Ani Lestari",))]).authors == ("Ani Lestari",)


def test_one_page_joined_with_none_is_itself_without_a_next():
    joined = join(a_part(1, *LINES), [])
    assert (list(joined.paragraphs), joined.pages_total, joined.next_page_url) == (LINES, 1, None)


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        (URL, f"{URL}?page=all"),
        (f"{URL}?page=2", f"{URL}?page=all"),
        (f"{URL}/2", f"{URL}?page=all"),
        (f"{URL}?id=45", f"{URL}?id=45&page=all"),
        (f"{URL}?utm_source=populer&id=45#foto", f"{URL}?id=45&page=all"),
    ],
)
def test_the_whole_article_is_asked_for_whatever_page_is_known(url, whole):
    assert address_of_whole(a_part(1, LINES[0], url=url), "page=all") == whole


def a_whole(*paragraphs, **values):
    return a_part(1, *paragraphs, **({"url": f"{URL}?page=all", "next_page_url": None} | values))


def test_the_page_that_holds_all_gives_the_text_and_the_first_page_the_rest():
    first = a_part(1, *LINES[:3], authors=("Ratna Laut",), pages_total=3)
    article = take_whole(first, a_whole(*LINES, authors=("Ani Gunung",), tags=("bakau",)))
    assert (list(article.paragraphs), article.url, article.authors, article.tags) == (
        LINES,
        URL,
        ("Ratna Laut",),
        ("bakau",),
    )
    assert (article.pages_total, article.next_page_url) == (3, None)


def test_an_article_whose_pages_nobody_counted_has_two_at_least():
    assert take_whole(a_part(1, *LINES[:3]), a_whole(*LINES)).pages_total == 2


@pytest.mark.parametrize(
    "whole",
    [
        a_whole(*LINES[:3]),
        a_whole(*LINES, next_page_url=f"{URL}?page=2"),
        a_whole(*LINES[3:]),
        a_whole("Langganan untuk membaca."),
    ],
    ids=["no more than the first page", "has a next page", "another text", "a wall"],
)
def test_a_page_that_does_not_hold_all_is_not_taken(whole):
    assert take_whole(a_part(1, *LINES[:3]), whole) is None
