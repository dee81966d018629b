"""The demo web: hosts and what they answer, with the truth about every story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

from newscrawl.demo.edition import Edition
from newscrawl.demo.pages import missing, routes
from newscrawl.demo.papers import PAPERS, Paper
from newscrawl.demo.responses import Handler, Request, Response, redirect
from newscrawl.demo.stories import Story
from newscrawl.demo.writer import write_stories

CONTROL_HOST = "control.test"
"""``POST http://control.test/correct`` makes the corrections appear when the web runs in another process."""

_READ = frozenset({"page", "showpage"})
"""Query parameters that choose what is shown; all others count readers, and pages ignore them."""


class EditionPages:
    """One edition's pages, each rendered when it is first asked for."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._routes = routes(edition)
        self._rendered: dict[str, Response] = {}

    @property
    def urls(self) -> tuple[str, ...]:
        """Every address that is answered with 200 or a redirect."""
        return tuple(self._routes)

    def get(self, url: str) -> Response:
        """What stands at that address, tracking parameters aside."""
        response = self._rendered.get(url)
        return response if response is not None else self._render(url)

    def _render(self, url: str) -> Response:
        plain = without_tracking(url)
        render = self._routes.get(plain)
        if render is None:
            return missing(self.edition)
        # An address with tracking parameters is not remembered: there is no end of them.
        if plain not in self._rendered:
            self._rendered[plain] = render()
        return self._rendered[plain]


class DemoWeb:
    """A set of papers behind invented host names, and any other hosts given as handlers."""

    def __init__(self, editions: Sequence[Edition], hosts: Mapping[str, Handler] | None = None) -> None:
        self._pages = {edition.paper.name: EditionPages(edition) for edition in editions}
        self._papers = {host: edition.paper for edition in editions for host in edition.paper.hosts}
        self._handlers: dict[str, Handler] = {CONTROL_HOST: self._control, **(hosts or {})}

    @property
    def hosts(self) -> tuple[str, ...]:
        return (*self._papers, *self._handlers)

    @property
    def papers(self) -> tuple[Paper, ...]:
        return tuple(pages.edition.paper for pages in self._pages.values())

    @property
    def stories(self) -> tuple[Story, ...]:
        """The truth about every story of every paper, as it stands now."""
        return tuple(story for pages in self._pages.values() for story in pages.edition.stories)

    @property
    def urls(self) -> tuple[str, ...]:
        """Every address of every paper."""
        return tuple(url for pages in self._pages.values() for url in pages.urls)

    def stories_of(self, paper: str) -> tuple[Story, ...]:
        """The stories of the paper of that name, newest first."""
        return self._pages[paper].edition.stories

    def story(self, url: str) -> Story | None:
        """The story printed at that address, also with tracking parameters; None when there is none."""
        plain = without_tracking(url)
        return next((story for story in self.stories if story.url == plain), None)

    def respond(self, request: Request) -> Response | None:
        """What the host answers; None when nobody has that name."""
        handler = self._handlers.get(request.host)
        if handler is not None:
            return handler(request)
        paper = self._papers.get(request.host)
        if paper is None:
            return None
        if request.method not in ("GET", "HEAD"):
            return Response(status=405, headers=(("Allow", "GET, HEAD"),))
        if request.host == paper.domain:
            return redirect(f"http://{paper.www}{request.target}")
        return self._pages[paper.name].get(f"http://{request.host}{request.target}")

    def correct(self, at: datetime | None = None) -> tuple[Story, ...]:
        """Print the corrections that some stories get and return these stories as they read now.

        ``at`` (aware) becomes their modification time; by default the next whole second.
        """
        moment = at or datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=1)
        before = {story.url for story in self.stories if story.corrected_blocks}
        self._pages = {name: EditionPages(pages.edition.corrected(moment)) for name, pages in self._pages.items()}
        return tuple(story for story in self.stories if story.url in before)

    def warm(self) -> int:
        """Render every page but not the pictures, so that serving costs next to nothing; returns how many those are."""
        wanted = [(pages, url) for pages in self._pages.values() for url in pages.urls if not url.endswith(".png")]
        for pages, url in wanted:
            response = pages.get(url)
            if response.is_plain:
                _ = response.etag, response.gzipped
        return len(wanted)

    def _control(self, request: Request) -> Response:
        if request.method == "POST" and request.path == "/correct":
            return Response(f"{len(self.correct())}\n".encode(), content_type="text/plain")
        return Response(status=404)


def without_tracking(url: str) -> str:
    """The URL with only the query parameters that choose what is shown; the first page has none."""
    url = url.removesuffix("page/1/")
    if "?" not in url and "#" not in url:
        return url
    parts = urlsplit(url)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name in _READ and (name, value) != ("page", "1")]
    return f"{parts.scheme}://{parts.netloc}{parts.path}{'?' + urlencode(kept) if kept else ''}"


def build_web(
    today: date | None = None,
    articles: int = 300,
    seed: int = 1,
    papers: Sequence[Paper] = PAPERS,
    hosts: Mapping[str, Handler] | None = None,
    *,
    dressed: bool = False,
) -> DemoWeb:
    """The web of the papers, with about that many articles altogether (the same number in each).

    ``today`` defaults to the present day in UTC; every story was published before it began. The same arguments give
    the same web. From 25 articles a paper there is one of every special kind: an agency story, an article over three
    pages, a corrected one, and one in a folder that robots.txt closes. ``hosts`` are further hosts, by name.
    ``dressed`` papers have pages that weigh what real ones weigh; what they print is the same.
    """
    present = datetime.now(UTC)
    day = today or present.date()
    count = max(1, round(articles / len(papers)))
    editions = [
        Edition(paper, write_stories(paper, day, count, seed), day, _reading_time(paper, day, present), dressed)
        for paper in papers
    ]
    return DemoWeb(editions, hosts)


def _reading_time(paper: Paper, today: date, present: datetime) -> datetime:
    """Now; on another day than the present one, when that day begins where the paper is."""
    return present.astimezone(paper.zone) if today == present.date() else datetime.combine(today, time(), paper.zone)
