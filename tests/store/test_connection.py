"""What a person reads when no server is where the address says."""

import asyncio
import socket
import time

import pytest

from newscrawl.model.errors import StoreUnreachable, UsageError
from newscrawl.store import open_reader, open_writer


@pytest.fixture
def closed_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def silent_port():
    """A server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def opened_by_writer(address):
    return asyncio.run(open_writer(address))


def test_an_unreachable_store_is_told_within_seconds_and_without_its_password(closed_port, silent_port):
    addresses = [f"mongodb://me:s3cret@127.0.0.1:{port}/news" for port in (closed_port, silent_port)]

    async def open_all():
        readers = [asyncio.to_thread(open_reader, address) for address in addresses]
        return await asyncio.gather(*map(open_writer, addresses), *readers, return_exceptions=True)

    began = time.monotonic()
    told = asyncio.run(open_all())
    assert time.monotonic() - began < 25  # left to itself PyMongo tries for 30 s
    assert {type(error) for error in told} == {StoreUnreachable}
    sentences = [f"no server answers at mongodb://me@127.0.0.1:{port}/news" for port in (closed_port, silent_port)]
    assert [str(error) for error in told] == sentences * 2


@pytest.mark.parametrize("opener", [open_reader, opened_by_writer])
@pytest.mark.parametrize("uri", ["mongodb://me:s3cret@localhost:nan/news", "mongodb://me:s3%@localhost/news"])
def test_a_uri_that_pymongo_cannot_read_is_a_usage_error(opener, uri):
    with pytest.raises(UsageError) as told:
        opener(uri)
    assert "s3" not in str(told.value)
    assert "\n" not in str(told.value)


def test_an_option_that_pymongo_does_not_take_is_told_in_our_words(embedded_uri):
    with pytest.raises(UsageError, match="cannot be read: authmechanism must be in"):
        open_reader(f"{embedded_uri}/news?authMechanism=nonsense")
