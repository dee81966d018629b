"""The real command, in a process of its own, off and on a terminal; and a store of invented papers for it to read."""

import asyncio
import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import pytest
from click.testing import CliRunner

from newscrawl.cli import newscrawl as root
from newscrawl.model import Article, Dateline, Image
from newscrawl.store import open_reader, open_writer
from newscrawl.store.base import Run

COMMAND = (sys.executable, "-c", "from newscrawl.cli import main; main()")
_OURS = re.compile(r"(?:NEWSCRAWL|SCRAPY)_.*|.*_proxy|COLUMNS|LINES|NO_COLOR|FORCE_COLOR", re.IGNORECASE)
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")

WIB, WITA, WIT = (timezone(timedelta(hours=hours)) for hours in (7, 8, 9))


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str = ""

    @property
    def records(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def environment(tmp_path):
    """The variables of a person who has set none of ours, in an empty folder."""
    kept = {name: value for name, value in os.environ.items() if not _OURS.fullmatch(name)}
    return {**kept, "HOME": str(tmp_path), "TERM": "xterm-256color", "PYTHONWARNINGS": "error", "LC_ALL": "C.UTF-8"}


PAGE = """<!doctype html>
<html lang="id"><head><title>Warga Sukamaju Resmikan Jembatan Gantung | Kabar Elok</title>
<link rel="canonical" href="https://kabar-elok.test/berita/1"></head>
<body><article><h1>Warga Sukamaju Resmikan Jembatan Gantung</h1>
<time datetime="2024-10-23T17:11:00+07:00">Rabu, 23 Oktober 2024 17:11 WIB</time>
<p>SUKAMAJU -- Warga Sukamaju akhirnya dapat menyeberang lewat jembatan gantung pada hari Minggu setelah tiga tahun
menunggu perbaikan dari pemerintah daerah setempat.</p>
<p>Pasar di seberang sungai kembali ramai, kata pedagang yang sudah tiga tahun memutar jauh lewat hulu untuk menjual
hasil panen mereka setiap pagi.</p>
<p>Bupati mengatakan jembatan itu akan dirawat setiap tahun dan warga boleh melapor bila ada papan yang lapuk.</p>
</article></body></html>
"""


@pytest.fixture
def page(tmp_path):
    """A file with a page of an invented paper."""
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    return path


@pytest.fixture
def command():
    """The words that start the command."""
    return COMMAND


@pytest.fixture
def newscrawl(environment, tmp_path):
    """Runs the command with its output in pipes."""

    def run(*arguments, stdin=b"", **variables):
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**environment, **variables},
            timeout=60,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def inside(environment, tmp_path, monkeypatch):
    """Runs the command within this process, which is quicker; for what does not start processes of its own."""
    monkeypatch.chdir(tmp_path)
    for name in set(os.environ) - set(environment):
        monkeypatch.delenv(name)

    def run(*arguments, **variables):
        result = CliRunner().invoke(root, [*map(str, arguments)], env=variables, prog_name="newscrawl")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ended(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def terminal(environment, tmp_path):
    """Runs the command on a terminal of so many columns; what it shows, without the colours."""

    def run(*arguments, columns=80, **variables):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        with subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            stdin=theirs,
            stdout=theirs,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env={**environment, **variables},
        ) as process:
            os.close(theirs)
            shown = _all_of(ours)
            err = process.stderr.read()
        return Ended(process.returncode, _ESCAPES.sub("", shown.decode()).replace("\r\n", "\n"), err.decode())

    return run


def _all_of(descriptor):
    shown = b""
    try:
        while chunk := os.read(descriptor, 65536):
            shown += chunk
    except OSError:  # Linux says so when the other side has closed
        pass
    finally:
        os.close(descriptor)
    return shown


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    """The address of a store with two dozen articles of three papers and two runs; its server stays up meanwhile."""
    address = f"embedded:{tmp_path_factory.mktemp('store')}"
    asyncio.run(_fill(address))
    reader = open_reader(address)
    yield address
    reader.close()


async def _fill(address):
    writer = await open_writer(address)
    try:
        for article in some_articles():
            await writer.save(article)
        for run in some_runs():
            await writer.save_run(run)
    finally:
        await writer.close()


PLACES = ("Sukamaju", "Tanjung Elok", "Rawa Bening")
AUTHORS = (("Dewi Lestari Ningrum",), ("Bagus Prakoso", "Rina Halim"), ())


def some_articles():
    """Eight articles of each of three invented papers, each in its own zone, one an hour from 20 October 2024 on."""
    papers = (("kabar-elok", "id", WIB), ("suara-timur", "id", WIT), ("bay-courier", "en", WITA))
    return [an_article(*paper, number) for paper in papers for number in range(8)]


def an_article(site, language, zone, number):
    place = PLACES[number % len(PLACES)]
    url = f"https://{site}.test/{'berita' if language == 'id' else 'news'}/{number}"
    return Article(
        url=url,
        canonical_url=url,
        fetched_at=datetime(2024, 10, 23, 12, tzinfo=UTC),
        title=_title(language, number, place),
        paragraphs=_paragraphs(language, number, place),
        site=site,
        section=("daerah", "ekonomi")[number % 2],
        authors=AUTHORS[number % len(AUTHORS)],
        published_at=datetime(2024, 10, 20, 17, 11, tzinfo=zone) + timedelta(hours=13 * number),
        dateline=Dateline(source=site.upper(), place=place.upper()),
        language=language,
        tags=("pasar", "jembatan") if number % 2 else ("panen",),
        images=(
            Image(url=f"https://{site}.test/foto/{number}.jpg", caption=f"Suasana di {place}", credit="Foto: Rina"),
        ),
        story_id=f"story-{number}",
    )


def _title(language, number, place):
    if language == "en":
        return f"Harbour number {number} of {place} opens to fishing boats after a long winter of repairs and quarrels"
    return f"Warga {place} Resmikan Jembatan Gantung Nomor {number} Setelah Tiga Tahun Menunggu Perbaikan"


def _paragraphs(language, number, place):
    if language == "en":
        lead = f"The council of {place} opened its harbour number {number} on Sunday, two years later than promised."
        return (
            lead,
            "Fishermen said that the delay had cost them most of a season, and that nobody had told them why.",
        )
    lead = f"Warga {place} akhirnya dapat menyeberang lewat jembatan gantung nomor {number} pada hari Minggu."
    return (
        lead,
        "Pasar di seberang sungai kembali ramai, kata pedagang yang sudah tiga tahun memutar jauh lewat hulu.",
    )


def some_runs():
    """One healthy run and, later, one that was not."""
    healthy = _section("kabar-elok", "daerah", found=10, known=2, new=7, rejected={"TooShort": 1})
    broken = _section("suara-timur", "ekonomi", found=0, source_failures={"404": 1})
    broken["complaint"] = "suara-timur/ekonomi: its sources gave no links (1 × 404)"
    return [
        _run("20241021T030000000Z-aaaa", 21, ("kabar-elok",), [healthy], healthy=True),
        _run("20241022T030000000Z-bbbb", 22, ("kabar-elok", "suara-timur"), [healthy, broken], healthy=False),
    ]


def _run(id_, day, sites, sections, healthy):
    began = datetime(2024, 10, day, 3, tzinfo=UTC)
    complaints = [section["complaint"] for section in sections if section["complaint"]]
    report = {"sections": sections, "complaints": complaints}
    return Run(id_, began, began + timedelta(seconds=83), sites, "finished", healthy, report)


def _section(site, section, **counts):
    numbers = dict.fromkeys(("sources", "found", "known", "new", "changed", "unchanged", "refused_by_robots"), 0)
    reasons = {name: {} for name in ("rejected", "quarantined", "failed", "source_failures", "problems")}
    return {"site": site, "section": section, **numbers, **reasons, "complaint": None, **counts}
