"""The browser's filtering proxy, spoken to over real sockets: who may use it, where it goes, and when it stops."""

import asyncio
import base64
from contextlib import asynccontextmanager

import pytest

from newscrawl.crawl.egress import EgressProxy, Limits, Routes
from newscrawl.crawl.egress.messages import BadMessage, read_request
from newscrawl.crawl.egress.routes import Upstream

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nok"


class Listener:
    """A server on this machine that writes down what it is sent and answers `answer`, then waits."""

    def __init__(self, answer=OK, pause=0.0):
        self.answer = answer
        self.pause = pause
        self.received = []

    @property
    def port(self):
        return self.server.sockets[0].getsockname()[1]

    async def serve(self, reader, writer):
        try:
            while chunk := await reader.read(65536):
                self.received.append(chunk)
                for part in self.answer if isinstance(self.answer, list) else [self.answer]:
                    writer.write(part)
                    await writer.drain()
                    await asyncio.sleep(self.pause)
        except ConnectionError:
            pass
        finally:
            writer.close()


@asynccontextmanager
async def listening(listener=None, host="127.0.0.1"):
    listener = listener or Listener()
    listener.server = await asyncio.start_server(listener.serve, host, 0)
    try:
        yield listener
    finally:
        listener.server.close()


@asynccontextmanager
async def proxying(*allowed, addresses=None, limits=None, proxies=None):
    """A proxy whose names lead to ``addresses``: a dict of name to a list, or to a list of successive lists."""
    asked = []

    async def resolve(host):
        asked.append(host)
        found = (addresses or {})[host]
        return found[min(asked.count(host), len(found)) - 1] if isinstance(found[0], list) else found

    proxy = EgressProxy(Routes(frozenset(allowed), limits or Limits(), resolve, proxies or {}))
    proxy.asked = asked
    await proxy.start()
    try:
        yield proxy
    finally:
        await proxy.close()


def authorization(proxy):
    secret = base64.b64encode(f"{proxy.username}:{proxy.password}".encode()).decode()
    return f"Proxy-Authorization: Basic {secret}\r\n"


async def ask(proxy, first, headers=None, body=b"", more=b""):
    """Send one request and return what comes back until the connection ends, or until a whole `OK`."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(proxy.url.rpartition(":")[2]))
    head = f"{first} HTTP/1.1\r\n{authorization(proxy) if headers is None else headers}\r\n"
    writer.write(head.encode() + body)
    answer = b""
    try:
        async with asyncio.timeout(10):
            if more:
                answer = await reader.readuntil(b"\r\n\r\n")
                writer.write(more)
            while not answer.endswith(b"\r\n\r\nok") and (chunk := await reader.read(65536)):
                answer += chunk
    except ConnectionError:
        pass
    finally:
        writer.close()
    return answer


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer else None


PRIVATE = [
    "127.0.0.1",
    "::1",
    "10.1.2.3",
    "169.254.169.254",
    "fd00:ec2::254",
    "::ffff:127.0.0.1",
    "fe80::1%lo",
    "::127.0.0.1",
]


@pytest.mark.parametrize("address", PRIVATE)
@pytest.mark.parametrize("method", ["GET", "CONNECT"])
def test_a_name_that_leads_to_a_private_address_is_refused(address, method):
    async def attack():
        async with listening() as victim, proxying(addresses={"rumah.test": [address]}) as proxy:
            port = victim.port
            target = f"rumah.test:{port}" if method == "CONNECT" else f"http://rumah.test:{port}/"
            return await ask(proxy, f"{method} {target}"), victim.received, dict(proxy.refused)

    answer, received, refused = asyncio.run(attack())
    assert status(answer) == 403
    assert received == []
    assert refused == {"rumah.test": 1}


SPELLINGS = [
    "127.0.0.1",
    "[::1]",
    "localhost",
    "LOCALHOST",
    "x.localhost",
    "127.1",
    "0x7f.1",
    "2130706433",
    "127.0.0.1.",
    "0",
]


@pytest.mark.parametrize("host", SPELLINGS)
@pytest.mark.parametrize("method", ["GET", "CONNECT"])
def test_a_private_address_is_refused_in_any_spelling_without_being_looked_up(host, method):
    async def attack():
        async with listening() as victim, proxying() as proxy:
            target = f"{host}:{victim.port}" if method == "CONNECT" else f"http://{host}:{victim.port}/"
            return await ask(proxy, f"{method} {target}"), victim.received, proxy.asked

    answer, received, asked = asyncio.run(attack())
    assert status(answer) == 403
    assert received == asked == []


def test_one_private_address_among_public_ones_is_enough_to_refuse():
    async def attack():
        async with listening() as victim, proxying(addresses={"campur.test": ["93.184.216.34", "127.0.0.1"]}) as proxy:
            return await ask(proxy, f"GET http://campur.test:{victim.port}/"), victim.received

    answer, received = asyncio.run(attack())
    assert status(answer) == 403
    assert received == []


def test_a_name_that_turns_private_after_it_was_judged_is_not_asked_for_again():
    async def attack():
        answers = [["93.184.216.34"], ["127.0.0.1"]]
        limits = Limits(connect_seconds=0.5)  # whoever has the first address is not to be waited for
        async with listening() as victim, proxying(addresses={"balik.test": answers}, limits=limits) as proxy:
            first = await ask(proxy, f"GET http://balik.test:{victim.port}/")
            second = await ask(proxy, f"GET http://balik.test:{victim.port}/")
            return status(first), status(second), victim.received, proxy.asked

    first, second, received, asked = asyncio.run(attack())
    assert (first, second) == (502, 403)
    assert received == []
    assert asked == ["balik.test", "balik.test"]


def test_each_connection_looks_its_name_up_once_and_goes_to_that_very_address():
    async def use():
        # A second look-up, as a connection by name would make, would lead to nobody.
        answers = [["127.0.0.1"], ["192.0.2.1"]]
        async with listening() as paper, proxying("koran.test", addresses={"koran.test": answers}) as proxy:
            return await ask(proxy, f"GET http://koran.test:{paper.port}/a?b=c"), paper.received, proxy.asked

    answer, received, asked = asyncio.run(use())
    assert status(answer) == 200
    assert received[0].startswith(b"GET /a?b=c HTTP/1.1\r\n")
    assert asked == ["koran.test"]


def test_an_exception_for_one_port_is_none_for_another():
    async def attack():
        async with (
            listening() as paper,
            listening() as victim,
            proxying(f"koran.test:{paper.port}", addresses={"koran.test": ["127.0.0.1"]}) as proxy,
        ):
            good = await ask(proxy, f"CONNECT koran.test:{paper.port}", more=b"hello\r\n")
            bad = await ask(proxy, f"CONNECT koran.test:{victim.port}")
            return status(good), status(bad), paper.received, victim.received

    assert asyncio.run(asyncio.wait_for(attack(), 20)) == (200, 403, [b"hello\r\n"], [])


@pytest.mark.parametrize(
    "headers", ["", "Proxy-Authorization: Basic bmV3c2NyYXdsOng=\r\n", "Proxy-Authorization: x\r\n"]
)
def test_nobody_uses_it_without_the_token(headers):
    async def attack():
        async with listening() as paper, proxying("127.0.0.1") as proxy:
            return await ask(proxy, f"GET http://127.0.0.1:{paper.port}/", headers=headers), paper.received

    answer, received = asyncio.run(attack())
    assert status(answer) == 407
    assert received == []


def test_the_token_and_what_follows_the_request_never_reach_the_server():
    async def use():
        async with listening() as paper, proxying("127.0.0.1") as proxy:
            url = f"http://127.0.0.1:{paper.port}/"
            headers = authorization(proxy) + "Proxy-Connection: keep-alive\r\nConnection: keep-alive\r\n"
            smuggled = f"GET {url}second HTTP/1.1\r\n{headers}\r\n".encode()
            return await ask(proxy, f"GET {url}", headers, body=smuggled), b"".join(paper.received)

    answer, received = asyncio.run(asyncio.wait_for(use(), 20))
    assert b"uthorization" not in received
    assert b"second" not in received
    assert b"connection: close" in received.lower()
    # Else the browser would send its next request, to whatever host, to this server.
    assert b"connection: close" in answer.lower()
    assert b"keep-alive" not in answer


def test_a_body_is_passed_on_to_its_length():
    async def use():
        async with listening() as paper, proxying("127.0.0.1") as proxy:
            headers = authorization(proxy) + "Content-Length: 5\r\n"
            await ask(proxy, f"POST http://127.0.0.1:{paper.port}/x", headers, body=b"hello, and more")
            return b"".join(paper.received)

    assert asyncio.run(asyncio.wait_for(use(), 20)).endswith(b"\r\n\r\nhello")


@pytest.mark.parametrize(
    "raw",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET https://a.test/ HTTP/1.1\r\n\r\n",
        b"GET file:///etc/passwd HTTP/1.1\r\n\r\n",
        b"GET http://a.test@127.0.0.1/ HTTP/1.1\r\n\r\n",
        b"GET http://a.test:99999/ HTTP/1.1\r\n\r\n",
        b"GET http://a.test:0/ HTTP/1.1\r\n\r\n",
        b"GET http://[::1/ HTTP/1.1\r\n\r\n",
        b"CONNECT a.test HTTP/1.1\r\n\r\n",
        b"CONNECT a.test:0 HTTP/1.1\r\n\r\n",
        b"CONNECT http://a.test:80 HTTP/1.1\r\n\r\n",
        b"GET http://a.test/ HTTP/1.1\r\nX : y\r\n\r\n",
        b"GET http://a.test/ HTTP/1.1\r\nX: y\nHost: b.test\r\n\r\n",
        b"GET http://a.test/ HTTP/1.1\r\nX: y\r\n folded\r\n\r\n",
        b"GET http://a.test/\0 HTTP/1.1\r\n\r\n",
        b"hello\r\n\r\n",
    ],
)
def test_what_is_no_request_to_a_proxy_is_refused(raw):
    with pytest.raises(BadMessage):
        read_request(raw)


def test_a_body_of_unknown_length_is_refused():
    request = read_request(b"POST http://a.test/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
    with pytest.raises(BadMessage):
        assert request.body_length


def test_a_head_that_never_ends_is_cut_off():
    async def attack():
        async with proxying() as proxy:
            endless = "".join(f"X-{number}: {'a' * 1000}\r\n" for number in range(1000))
            return await ask(proxy, "GET http://127.0.0.1/", headers=endless)

    assert asyncio.run(asyncio.wait_for(attack(), 20)) == b""


def test_a_servers_head_of_a_megabyte_ends_the_connection():
    async def attack():
        long = b"HTTP/1.1 200 OK\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n"
        async with listening(Listener(long)) as bad, proxying("127.0.0.1") as proxy:
            return await ask(proxy, f"GET http://127.0.0.1:{bad.port}/")

    assert len(asyncio.run(asyncio.wait_for(attack(), 20))) < 1000


@pytest.mark.parametrize("method", ["GET", "CONNECT"])
def test_a_connection_ends_when_it_has_carried_its_bytes(method):
    async def attack():
        flood = [b"HTTP/1.1 200 OK\r\n\r\n", *([b"a" * 65536] * 200)]
        limits = Limits(max_bytes=500_000)
        async with listening(Listener(flood)) as bad, proxying("127.0.0.1", limits=limits) as proxy:
            target = f"127.0.0.1:{bad.port}"
            if method == "CONNECT":
                return await ask(proxy, f"CONNECT {target}", more=b"please")
            return await ask(proxy, f"GET http://{target}/")

    assert len(asyncio.run(asyncio.wait_for(attack(), 20))) <= 600_000


@pytest.mark.parametrize(
    ("limits", "pause", "longest"),
    [(Limits(idle_seconds=0.3), 30.0, 3.0), (Limits(idle_seconds=5, total_seconds=0.6), 0.1, 3.0)],
    ids=["silent", "a byte now and then, for ever"],
)
@pytest.mark.parametrize("method", ["GET", "CONNECT"])
def test_a_connection_ends_when_its_time_is_up(limits, pause, longest, method):
    async def attack():
        drip = [b"HTTP/1.1 200 OK\r\n\r\n", *([b"a"] * 200)]
        async with listening(Listener(drip, pause)) as bad, proxying("127.0.0.1", limits=limits) as proxy:
            target = f"127.0.0.1:{bad.port}"
            began = asyncio.get_running_loop().time()
            if method == "CONNECT":
                await ask(proxy, f"CONNECT {target}", more=b"please")
            else:
                await ask(proxy, f"GET http://{target}/")
            return asyncio.get_running_loop().time() - began

    assert asyncio.run(asyncio.wait_for(attack(), 20)) < longest


def test_a_host_where_nobody_answers_is_a_bad_gateway():
    async def use():
        async with listening() as gone:
            port = gone.port
        async with proxying("127.0.0.1") as proxy:
            return await ask(proxy, f"CONNECT 127.0.0.1:{port}")

    assert status(asyncio.run(use())) == 502


def test_more_connections_than_it_may_hold_are_turned_away():
    async def attack():
        async with proxying(limits=Limits(max_connections=3)) as proxy:
            port = int(proxy.url.rpartition(":")[2])
            held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(3)]
            await asyncio.sleep(0.1)
            answer = await ask(proxy, "GET http://127.0.0.1/")
            for _, writer in held:
                writer.close()
            return answer

    assert status(asyncio.run(attack())) == 503


def test_closing_it_ends_what_is_under_way():
    async def use():
        async with listening(Listener(b"HTTP/1.1 200 OK\r\n\r\n")) as slow:
            async with proxying("127.0.0.1") as proxy:
                asking = asyncio.ensure_future(ask(proxy, f"CONNECT 127.0.0.1:{slow.port}", more=b"x"))
                await asyncio.sleep(0.2)
            await asyncio.wait_for(asking, 5)
            with pytest.raises(OSError, match=r"refused|failed"):
                await asyncio.open_connection("127.0.0.1", int(proxy.url.rpartition(":")[2]))

    asyncio.run(asyncio.wait_for(use(), 20))


class Upstreams(Listener):
    """A proxy that others run: it answers every request itself."""


@pytest.mark.parametrize("method", ["GET", "CONNECT"])
def test_behind_a_proxy_it_hands_over_and_looks_nothing_up(method):
    async def use():
        async with listening(Upstreams()) as upstream:
            proxies = dict.fromkeys(("http", "https"), f"http://user:se%40cret@127.0.0.1:{upstream.port}")
            async with proxying(proxies=proxies) as proxy:
                target = "koran.test:443" if method == "CONNECT" else "http://koran.test/x"
                answer = await ask(proxy, f"{method} {target}")
                refused = await ask(proxy, "CONNECT 169.254.169.254:80")
                return status(answer), status(refused), upstream.received, proxy.asked

    good, refused, received, asked = asyncio.run(asyncio.wait_for(use(), 30))
    assert (good, refused) == (200, 403)
    assert asked == []
    [head] = received
    assert head.startswith(
        b"GET http://koran.test/x HTTP/1.1" if method == "GET" else b"CONNECT koran.test:443 HTTP/1.1"
    )
    assert base64.b64encode(b"user:se@cret") in head


@pytest.mark.parametrize("url", ["socks5://127.0.0.1:1080", "http://", "ftp://x:21"])
def test_only_an_http_proxy_can_stand_before_it(url):
    with pytest.raises(ValueError, match="HTTP proxy"):
        Upstream.of(url)
