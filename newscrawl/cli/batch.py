"""``newscrawl extract --batch``: a line of JSON in, a line of JSON out, in order, however many there are."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawl.cli.sources import SourceUnreadable, page_in_file
from newscrawl.model import PageFailed, Rejected, canonical, to_json
from newscrawl.process.workers import UnreadPage

if TYPE_CHECKING:
    from newscrawl.process import Workers

LONGEST_LINE = 1024 * 1024  # bytes
_CHUNK = 65536  # bytes
_WINDOW = 16  # lines under way for each worker: a slow page does not stop the others at once, and memory stays flat

Record = dict[str, Any]
Line = tuple[int, bytes]
_FIRST = asyncio.FIRST_COMPLETED


class WrongLine(ValueError):
    """A line that names no page; ``id`` is its id as far as it could be read."""

    def __init__(self, why: str, id_: str | int | None = None) -> None:
        super().__init__(why)
        self.id = id_


class Batch:
    """Turns each line of a file into a record, several at once, given out in the lines' order.

    A record is given to ``emit`` as soon as it and those before it are known, also while the file is a pipe that has
    nothing more to say yet.
    """

    def __init__(self, workers: Workers, count: int, site: str | None) -> None:
        self._workers = workers
        self._window = count * _WINDOW
        self._site = site

    async def run(self, file: FileIO, emit: Callable[[Record], None]) -> None:
        """Read ``file`` to its end; raises what reading it and ``emit`` raise."""
        lines = _Reader(file)
        reading: asyncio.Task[Line | None] | None = asyncio.create_task(lines.next())
        pending: deque[asyncio.Task[Record]] = deque()
        while reading or pending:
            room = len(pending) < self._window
            await asyncio.wait(
                [*([reading] if reading and room else ()), *(pending and [pending[0]])], return_when=_FIRST
            )
            while pending and pending[0].done():
                emit(pending.popleft().result())
            if reading and room and reading.done():
                line = reading.result()
                reading = asyncio.create_task(lines.next()) if line else None
                if line:
                    pending.append(asyncio.create_task(self.record(*line)))

    async def record(self, number: int, line: bytes) -> Record:
        """The record of one line; whatever is wrong with the line or its page stands in it."""
        try:
            id_, page = read_line(line)
        except WrongLine as wrong:
            return {"id": wrong.id, "error": f"line {number}: {wrong}"}
        try:
            article = await self._workers.process(page, self._site)
        except SourceUnreadable as unreadable:
            return {"id": id_, "error": f"line {number}: {unreadable}"}
        except Rejected as rejected:
            return {"id": id_, **refusal(rejected)}
        except PageFailed as failed:
            return {"id": id_, "error": f"{failed.reason}: {failed}"}
        return {**to_json(article), "id": id_}


def refusal(rejected: Rejected) -> Record:
    """The record of a page without an article: why, and what the page tells of its title and day all the same."""
    title, moment = rejected.title, rejected.published_at
    record = {"is_article": False, "reason": f"{rejected.reason}: {rejected}"}
    return record | ({"title": title} if title else {}) | ({"published_at": moment.isoformat()} if moment else {})


class _Reader:
    """The lines of a file that may be a pipe, read in a thread so that nothing else waits for its other end.

    The thread is a daemon, and reads without Python's buffers: both let the program end while it waits.
    """

    def __init__(self, file: FileIO) -> None:
        self._file = file
        self._loop = asyncio.get_running_loop()
        self._lines: asyncio.Queue[Line | OSError | None] = asyncio.Queue()
        self._wanted = threading.Semaphore(0)
        threading.Thread(target=self._read, daemon=True).start()

    async def next(self) -> Line | None:
        """The next line that holds something; None at the end. Raises OSError when the file cannot be read."""
        self._wanted.release()
        line = await self._lines.get()
        if isinstance(line, OSError):
            raise line
        return line

    def _read(self) -> None:
        lines = numbered_lines(self._file)
        try:
            while True:
                self._wanted.acquire()
                line = next(lines, None)
                self._tell(line)
                if line is None:
                    return
        except OSError as error:
            self._tell(error)

    def _tell(self, line: Line | OSError | None) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._lines.put_nowait, line)


def numbered_lines(file: FileIO) -> Iterator[Line]:
    """The lines that hold something, with their numbers from 1; of a longer line only LONGEST_LINE and a byte."""
    return ((number, line) for number, line in enumerate(_lines(file), 1) if line.strip())


def _lines(file: FileIO) -> Iterator[bytes]:
    rest = b""
    while chunk := file.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole
        rest = rest[: LONGEST_LINE + 1]
    if rest:
        yield rest


def read_line(line: bytes) -> tuple[str | int, UnreadPage]:
    """The id and the page that the line names, for a worker to read; raises WrongLine when it names none."""
    record = _parse(line)
    id_ = record.get("id")
    if not isinstance(id_, str | int):
        message = '"id" is missing or neither a string nor a whole number'
        raise WrongLine(message)
    file, url = (_string(record, name, id_) for name in ("file", "url"))
    try:
        canonical(url)
    except ValueError as error:
        raise WrongLine(str(error), id_) from error
    if Path(file).exists() and not Path(file).is_file():
        message = f"{file} is not a regular file"
        raise WrongLine(message, id_)
    return id_, UnreadPage(url, partial(page_in_file, file, url))


def _parse(line: bytes) -> Mapping[str, Any]:
    if len(line) > LONGEST_LINE:
        message = f"longer than {LONGEST_LINE:,} bytes"
        raise WrongLine(message)
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except RecursionError:
        message = "nested too deeply"
        raise WrongLine(message) from None
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg} (character {error.pos + 1})"
        raise WrongLine(message) from error
    except ValueError as error:  # not UTF-8, or a number of thousands of digits
        message = f"not JSON: {error}"
        raise WrongLine(message) from error
    if not isinstance(record, dict):
        message = 'not a JSON object with "id", "file" and "url"'
        raise WrongLine(message)
    return record


def _string(record: Mapping[str, Any], name: str, id_: str | int) -> str:
    value = record.get(name)
    if not isinstance(value, str) or not value:
        message = f'"{name}" is missing or not a string'
        raise WrongLine(message, id_)
    return value
