"""`newscrawl extract --batch`, as other programs use it: pipes, order, wrong lines, and ends in the middle."""

import gzip
import io
import json
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from newscrawl.cli.batch import LONGEST_LINE, WrongLine, numbered_lines, read_line


def line(id_, file, url="https://kabar-elok.test/berita/1"):
    return json.dumps({"id": id_, "file": str(file), "url": url}) + "\n"


@pytest.fixture
def started(command, environment, tmp_path):
    """A batch that reads a pipe and goes on until its end."""
    processes = []

    def start(*arguments):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen(
            [*command, "extract", "--batch", "-", "--workers", "1", *arguments], env=environment, cwd=tmp_path, **pipes
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        with suppress(BrokenPipeError), process:
            pass


def test_every_line_gets_a_line_in_order_and_a_wrong_one_stops_nothing(newscrawl, page, tmp_path):
    (tmp_path / "packed.html.gz").write_bytes(gzip.compress(page.read_bytes()))
    (tmp_path / "empty.html").touch()
    (tmp_path / "broken.html.gz").write_bytes(gzip.compress(page.read_bytes())[:-20])
    lines = [
        line("good", page.name),
        line("packed", "packed.html.gz"),
        "\n",
        line("missing", "none.html"),
        line("nul", "none\0.html"),
        line(5, "empty.html"),
        line("torn", "broken.html.gz"),
        line("address", page.name, "ftp://kabar-elok.test/"),
        '{"id": "half", "fi\n',
        '{"file": "x", "url": "https://kabar-elok.test/"}\n',
        line("absolute", page),
        line("half-written", page)[:30],
    ]
    (tmp_path / "jobs.jsonl").write_text("".join(lines))
    ended = newscrawl("extract", "--batch", "jobs.jsonl")
    assert ended.status == 0
    records = ended.records
    assert [record["id"] for record in records] == [
        "good", "packed", "missing", "nul", 5, "torn", "address", None, None, "absolute", None,
    ]  # fmt: skip
    good = records[0]
    assert good["title"] == "Warga Sukamaju Resmikan Jembatan Gantung"
    assert good["is_article"] is True
    assert next(iter(good)) == "id"
    volatile = {"id", "fetched_at"}
    assert all(
        {k: v for k, v in records[n].items() if k not in volatile}
        == {k: v for k, v in good.items() if k not in volatile}
        for n in (1, 9)
    )
    assert records[2] == {"id": "missing", "error": "line 4: none.html: No such file or directory"}
    assert "no file name" in records[3]["error"]
    assert records[4]["is_article"] is False
    assert records[4]["reason"].startswith("Unreadable: ")
    assert "not a whole gzip file" in records[5]["error"]
    assert "not an absolute http or https URL" in records[6]["error"]
    assert records[7]["error"].startswith("line 9: not JSON")
    assert records[8]["error"].startswith('line 10: "id" is missing')
    assert records[10]["error"].startswith("line 12: not JSON")


def test_a_refusal_tells_the_title_and_the_moment_of_an_article_without_text(newscrawl, page, tmp_path):
    html = page.read_text("utf-8")
    (tmp_path / "short.html").write_text(html[: html.index("<p>")] + "<p>Berita menyusul.</p></article></body></html>")
    (tmp_path / "empty.html").touch()
    (tmp_path / "jobs.jsonl").write_text(line("short", "short.html") + line("empty", "empty.html"))
    short, empty = newscrawl("extract", "--batch", "jobs.jsonl").records
    assert short == {
        "id": "short",
        "is_article": False,
        "reason": "TooShort: https://kabar-elok.test/berita/1: 2 words, wanted 40",
        "title": "Warga Sukamaju Resmikan Jembatan Gantung",
        "published_at": "2024-10-23T17:11:00+07:00",
    }
    assert set(empty) == {"id", "is_article", "reason"}


def test_an_empty_batch_gives_nothing(newscrawl):
    ended = newscrawl("extract", "--batch", "-")
    assert (ended.status, ended.out, ended.err) == (0, "", "")


def test_a_batch_file_that_is_not_there_is_one_sentence(inside):
    ended = inside("extract", "--batch", "none.jsonl")
    assert (ended.status, ended.out, ended.err) == (1, "", "Error: none.jsonl: No such file or directory\n")


def test_the_answer_comes_before_the_next_line_is_asked(started, page):
    process = started("--site", "republika")
    for number in range(3):
        process.stdin.write(line(number, page).encode())
        process.stdin.flush()
        record = json.loads(process.stdout.readline())
        assert (record["id"], record["site"]) == (number, "republika")
    process.stdin.close()
    assert process.wait(20) == 0


def test_a_reader_that_goes_away_ends_the_batch_quietly(started, page):
    process = started()
    process.stdin.write(line(0, page).encode())
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    process.stdin.write(line(1, page).encode() * 3)
    process.stdin.close()
    assert process.wait(20) == 141
    assert process.stderr.read() == b""


def test_ctrl_c_ends_the_batch_quietly(started, page):
    process = started()
    process.stdin.write(line(0, page).encode())
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130
    assert process.stderr.read() == b""


def test_an_unknown_site_is_told_before_anything_is_read(inside):
    ended = inside("extract", "--batch", "none.jsonl", "--site", "republik")
    assert ended.status == 2
    assert "republika" in ended.err


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        (b"", []),
        (b"a", [1]),
        (b"a\n\n \nb\n", [1, 4]),
        (b"a\r\nb", [1, 2]),
        (b"x" * 200_000 + b"\nb", [1, 2]),
        (b"x" * (3 * LONGEST_LINE) + b"\nb", [1, 2]),
    ],
)
def test_lines_keep_their_numbers(tmp_path, written, numbers):
    (tmp_path / "lines").write_bytes(written)
    with io.FileIO(tmp_path / "lines") as file:
        found = list(numbered_lines(file))
    assert [number for number, _ in found] == numbers
    assert all(len(line) <= LONGEST_LINE + 1 for _, line in found)


@pytest.mark.parametrize(
    ("written", "id_", "words"),
    [
        (b"\xff\xfe", None, "not JSON"),
        (b"[1, 2]", None, "not a JSON object"),
        (b"[" * 100_000, None, "nested too deeply"),
        (b'{"id": ' + b"9" * 5000 + b"}", None, "not JSON"),
        (b"x" * (LONGEST_LINE + 1), None, "longer than"),
        (b'{"id": {}, "file": "x", "url": "https://a.test/"}', None, '"id"'),
        (b'{"id": "a", "url": "https://a.test/"}', "a", '"file"'),
        (b'{"id": "a", "file": "x"}', "a", '"url"'),
        (b'{"id": "a", "file": "", "url": "https://a.test/"}', "a", '"file"'),
        (b'{"id": "a", "file": "/", "url": "https://a.test/"}', "a", "not a regular file"),
        (b'{"id": "a", "file": "/dev/zero", "url": "https://a.test/"}', "a", "not a regular file"),
        (b'{"id": "a", "file": "x", "url": "javascript:alert(1)"}', "a", "not an absolute http"),
    ],
)
def test_a_line_that_names_no_page_says_why(written, id_, words):
    with pytest.raises(WrongLine, match=words) as caught:
        read_line(written)
    assert caught.value.id == id_


def test_a_byte_order_mark_is_no_part_of_the_first_line(page):
    id_, unread = read_line(b"\xef\xbb\xbf" + line("a", page).encode())
    assert (id_, unread.read().body) == ("a", page.read_bytes())


def test_memory_does_not_grow_with_the_batch(started, page, tmp_path):
    process = started()
    wrong = b'{"id": "x"}\n' * 1000
    sizes = []
    for _ in range(3):
        for _ in range(4):
            process.stdin.write(wrong)
            process.stdin.flush()
            for _ in range(1000):
                process.stdout.readline()
        sizes.append(resident(process.pid))
    process.stdin.close()
    assert process.wait(20) == 0
    assert sizes[-1] < sizes[0] + 4_000


def resident(pid):
    """KiB in memory."""
    with Path(f"/proc/{pid}/status").open() as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))
