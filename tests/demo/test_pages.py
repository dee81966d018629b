"""The pages: what is printed is the truth, every link leads somewhere, and there is furniture of every kind."""

import json
import re
import shutil
import subprocess
from urllib.parse import urljoin

import lxml.html
import pytest

from newscrawl.demo.papers import PAPERS
from newscrawl.demo.server import serve
from newscrawl.demo.web import build_web
from tests.demo.fixed_day import TODAY

PLAIN = ("kabarpesisir", "jalurtengah", "harbourherald")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def words(text):
    return " ".join(text.split())


def printed(get, story):
    """The text of all pages of a story, without scripts."""
    texts = []
    for url in (story.url, *(f"{story.url}?page={page}" for page in range(2, len(story.pages) + 1))):
        root = lxml.html.fromstring(get(url).body.decode())
        for script in root.iter("script"):
            script.text = None
        texts.append(root.text_content())
    return words(" ".join(texts))


def missing_in_order(text, paragraphs):
    """The first paragraph that does not stand after the ones before it."""
    place = 0
    for paragraph in paragraphs:
        place = text.find(words(paragraph), place)
        if place < 0:
            return paragraph
        place += len(paragraph)
    return None


@pytest.mark.parametrize("paper", PLAIN)
def test_the_truth_is_printed_in_order(web, get, paper):
    for story in web.stories_of(paper):
        text = printed(get, story)
        assert missing_in_order(text, (story.title, *story.paragraphs)) is None, story.url
        said = [story.subtitle, *story.authors, *story.editors, *(picture.caption for picture in story.images)]
        assert [part for part in said if part and words(part) not in text] == [], story.url


@pytest.mark.parametrize("paper", PLAIN)
def test_the_dateline_stands_before_the_first_words(web, get, paper):
    for story in web.stories_of(paper):
        opening = words(story.dateline.printed + story.paragraphs[0])
        assert opening in printed(get, story), story.url
        assert story.dateline.place in story.dateline.printed
        assert (story.dateline.source or "") in story.dateline.printed


@pytest.mark.parametrize("paper", PLAIN)
def test_metadata_tells_the_moment_with_its_zone(web, get, paper):
    for story in web.stories_of(paper):
        assert f'"datePublished": "{story.published_at.isoformat()}"' in get(story.url).body.decode()


@pytest.mark.parametrize(
    ("paper", "form"),
    [
        ("kabarpesisir", r"(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Ahad) \d\d [A-Z][a-z]{2} 2026 \d\d:\d\d WIB"),
        ("jalurtengah", r"(Senin|Selasa|Rabu|Kamis|Jum'at|Sabtu|Minggu), \d\d \w+ 2026 - \d\d:\d\d WITA"),
        ("harbourherald", r"[A-Z][a-z]+ \d{1,2}, 2026 \d{1,2}:\d\d (am|pm)"),
    ],
)
def test_the_date_is_printed_in_the_papers_own_form(web, get, paper, form):
    assert all(re.search(form, printed(get, story)) for story in web.stories_of(paper))


def test_every_link_leads_to_a_page(web, get):
    seen, waiting = set(), [f"http://{paper.www}/" for paper in PAPERS] + list(web.urls)
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.add(url)
        response = get(url)
        assert response is not None, f"nobody answers for {url}"
        assert response.status < 400, url
        if response.content_type.startswith("text/html") and response.body:
            root = lxml.html.fromstring(response.body.decode())
            links = [urljoin(url, link).split("#")[0] for _, _, link, _ in root.iterlinks()]
            waiting += [link for link in links if link not in seen]
    assert len(seen) > 1500


def test_every_article_is_linked_from_its_sections_listing(web, get):
    for paper in PAPERS:
        for desk in paper.desks:
            found, url = set(), paper.layout.listing_url(paper, desk.name, 1)
            while url:
                root = lxml.html.fromstring(get(url).body.decode())
                found |= {urljoin(url, link) for link in root.xpath("//main//a/@href")}
                url = next(iter(root.xpath("//nav[@class='pager']/a[@rel='next']/@href")), None)
            stories = {story.url for story in web.stories_of(paper.name) if story.section == desk.name}
            assert stories <= found


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_listings_have_several_pages(web, paper):
    pages = {desk.name: paper.layout.listing_url(paper, desk.name, 2) for desk in paper.own_desks}
    assert all(url in web.urls for url in pages.values())


def test_a_days_archive_holds_the_days_stories_and_ends_with_an_empty_page(web, get):
    paper = PAPERS[0]
    day = web.stories_of(paper.name)[0].published_at.date()
    first = get(paper.layout.archive_url(paper, day, 1)).body.decode()
    stories = [story for story in web.stories_of(paper.name) if story.published_at.date() == day]
    assert stories
    assert all(story.url in first for story in stories)
    behind = get(paper.layout.archive_url(paper, day, 2))
    assert behind.status == 200
    assert "/berita/s" not in re.search("<main>.*</main>", behind.body.decode(), re.DOTALL)[0]


def test_a_long_article_repeats_its_headline_and_names_its_next_page(web, get):
    story = next(story for story in web.stories_of("kabarpesisir") if len(story.pages) == 3)
    for number in (1, 2, 3):
        root = lxml.html.fromstring(get(f"{story.url}?page={number}").body.decode())
        assert root.findtext(".//h1") == story.title
        following = root.xpath("//head/link[@rel='next']/@href")
        assert following == ([f"{story.url}?page={number + 1}"] if number < 3 else [])


def test_all_pages_come_at_once_where_the_paper_offers_it(web, get):
    story = next(story for story in web.stories_of("jalurtengah") if len(story.pages) == 3)
    text = words(lxml.html.fromstring(get(f"{story.url}?showpage=all").body.decode()).text_content())
    assert missing_in_order(text, story.paragraphs) is None


def test_warming_renders_everything_but_pictures():
    web = build_web(TODAY, 8)
    assert web.warm() == sum(not url.endswith(".png") for url in web.urls)


def test_tracking_parameters_change_nothing(web, get):
    story = web.stories[0]
    assert get(f"{story.url}?utm_source=home&utm_medium=internal").body == get(story.url).body
    assert web.story(f"{story.url}?utm_source=home") == story


def test_there_is_furniture_of_every_kind(web, get):
    pages = {paper: [get(story.url).body.decode() for story in web.stories_of(paper)] for paper in PLAIN}
    everywhere = "".join(page for found in pages.values() for page in found)
    for phrase in (
        "Baca juga:", "Baca Juga", "BACA JUGA:", "Lihat juga", "Simak juga", "Advertisement", "Iklan", "[Gambas:Video",
        "Rep: ", "/ Red: ", "sumber : Nusawarta", "Bagikan", "WhatsApp Channel", "Google News", "Berita Terkait",
        "Komentar (", "Comments (",
        "Simak Video \"", "Laporan Wartawan", "Promosi ", "Read also", "Related Posts", "newsletter",
        "Sponsored:", "Edited by",
    ):  # fmt: skip
        assert phrase in everywhere, phrase


def test_captions_are_printed_twice_in_one_paper(web, get):
    for story in web.stories_of("kabarpesisir"):
        assert printed(get, story).count(words(story.images[0].caption)) >= 2


def test_the_javascript_papers_shell_holds_nothing_of_the_article(web, get):
    for story in web.stories_of("suaralembah"):
        shell = get(story.url).body.decode()
        said = (story.title, story.subtitle, *story.paragraphs, *story.authors)
        assert [text for text in said if text and text in shell] == []
        assert 'id="app"' in shell


def test_the_javascript_papers_document_holds_the_truth(web, get):
    for story in web.stories_of("suaralembah"):
        shell = lxml.html.fromstring(get(story.url).body.decode())
        address = urljoin(story.url, shell.get_element_by_id("app").get("data-artikel"))
        document = json.loads(get(address).body)
        assert tuple(block["teks"] for block in document["isi"]) == story.paragraphs
        assert document["judul"] == story.title
        assert document["tayang"] == story.published_at.isoformat()


def test_listings_and_feeds_of_the_javascript_paper_are_plain(web, get):
    story = web.stories_of("suaralembah")[0]
    paper = PAPERS[3]
    assert story.title in get(paper.layout.listing_url(paper, story.section, 1)).body.decode()
    assert story.title in get(paper.layout.feed_url(paper, story.section)).body.decode()


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_browser_shows_the_javascript_papers_article(web, tmp_path):
    story = web.stories_of("suaralembah")[0]
    with serve(web) as server:
        done = subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}",
             f"--proxy-server={server.url}", "--virtual-time-budget=5000", "--dump-dom", story.url],
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
    root = lxml.html.fromstring(done.stdout)
    assert root.findtext(".//h1") == story.title
    text = words(root.get_element_by_id("app").text_content())
    assert missing_in_order(text, (story.title, *story.paragraphs)) is None
    assert words(story.dateline.printed + story.paragraphs[0]) in text
