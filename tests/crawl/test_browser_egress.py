"""A real Chromium, launched as the crawl launches it, on pages that try to reach this machine by every road."""

import asyncio
import threading
from collections import Counter
from contextlib import suppress

import pytest
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import async_playwright
from scrapy.settings import Settings

from newscrawl.crawl.browser import browser_settings, shut_in
from newscrawl.crawl.chromium import find_chromium
from newscrawl.crawl.egress import EgressProxy, Limits, Routes

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="no Chromium on this machine")

SECONDS = 0.5
"""How long a page is given to do harm after it has loaded."""


class Machine:
    """This machine as a page would like to find it: services on loopback that write down who came."""

    def __init__(self):
        self.pages = {}
        self.visits = []
        self.packets = []

    async def start(self):
        self.paper = await asyncio.start_server(self._serve_paper, "127.0.0.1", 0)
        self.victim = await asyncio.start_server(self._visited, "127.0.0.1", 0)
        self.victim6 = await asyncio.start_server(self._visited, "::1", self.port)
        loop = asyncio.get_running_loop()
        self.udp, _ = await loop.create_datagram_endpoint(lambda: Packets(self.packets), ("127.0.0.1", 0))

    @property
    def port(self):
        return self.victim.sockets[0].getsockname()[1]

    @property
    def paper_port(self):
        return self.paper.sockets[0].getsockname()[1]

    @property
    def udp_port(self):
        return self.udp.get_extra_info("sockname")[1]

    def close(self):
        for server in (self.paper, self.victim, self.victim6):
            server.close()
        self.udp.close()

    async def _visited(self, reader, writer):
        self.visits.append(await reader.read(1000))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nAccess-Control-Allow-Origin: *\r\n\r\nsecret")
        writer.close()

    async def _serve_paper(self, reader, writer):
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            path = head.split(b" ")[1].decode()
            kind, body, *more = self.pages.get(path, ("text/html", "not there"))
            status = "302 Found" if more else "200 OK"
            headers = "".join(f"{line}\r\n" for line in more)
            raw = body.encode()
            writer.write(
                f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(raw)}\r\n{headers}\r\n".encode()
                + raw
            )
            await writer.drain()
        writer.close()


class Packets(asyncio.DatagramProtocol):
    def __init__(self, packets):
        self.packets = packets

    def datagram_received(self, data, address):
        self.packets.append(data)


class Rig:
    """The browser behind its proxy, in an event loop of its own thread that lasts for all tests of this file."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.names = Counter()

    def run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(60)

    async def resolve(self, host):
        """Invented names: the paper's own, one that leads home, one that turns, and one that leads to both."""
        self.names[host] += 1
        if host == "balik.test":
            return ["93.184.216.34"] if self.names[host] == 1 else ["127.0.0.1"]
        found = {
            "koran.test": ["127.0.0.1"],
            "rumah.test": ["127.0.0.1"],
            "rumah6.test": ["::1"],
            "campur.test": ["93.184.216.34", "127.0.0.1"],
        }
        if host not in found:
            raise OSError(f"no host {host}")
        return found[host]

    async def open(self):
        self.machine = Machine()
        await self.machine.start()
        allowed = frozenset({f"koran.test:{self.machine.paper_port}"})
        self.proxy = EgressProxy(Routes(allowed, Limits(connect_seconds=1.0), self.resolve, {}))
        await self.proxy.start()
        settings = browser_settings(Settings(), "newscrawl/test")
        options = {**settings["PLAYWRIGHT_LAUNCH_OPTIONS"], "proxy": shut_in(self.proxy)}
        self.playwright = await async_playwright().start()
        self.browser = await self.playwright.chromium.launch(**options)
        self.context_options = settings["PLAYWRIGHT_CONTEXTS"]["default"]

    async def close(self):
        await self.browser.close()
        await self.playwright.stop()
        await self.proxy.close()
        self.machine.close()

    async def visit(self, page, start="/"):
        """Load the paper's front page and give it time."""
        self.machine.visits.clear()
        self.machine.packets.clear()
        self.proxy.refused.clear()
        self.names.clear()
        self.machine.pages["/"] = page if isinstance(page, tuple) else ("text/html; charset=utf-8", page)
        context = await self.browser.new_context(**self.context_options)
        try:
            tab = await context.new_page()
            with suppress(PlaywrightError):
                await tab.goto(f"http://koran.test:{self.machine.paper_port}{start}", timeout=15_000)
            await asyncio.sleep(SECONDS)
            return await tab.title() if tab.url.startswith("http") else ""
        finally:
            await context.close()


@pytest.fixture(scope="module")
def rig():
    rig = Rig()
    rig.run(rig.open())
    yield rig
    rig.run(rig.close())
    rig.loop.call_soon_threadsafe(rig.loop.stop)
    rig.thread.join()
    rig.loop.close()


HOSTS = [
    "127.0.0.1", "localhost", "[::1]", "127.1", "0x7f.1", "2130706433", "127.0.0.1.", "[::ffff:127.0.0.1]", "0",
    "rumah.test", "rumah6.test", "campur.test", "good@127.0.0.1", "127。0。0。1", "①②⑦.0.0.1",
]  # fmt: skip


def loads(url):
    """Every way in which a page asks for something else."""
    return f"""<link rel=stylesheet href="{url}/css"><link rel=preconnect href="{url}">
        <link rel=prefetch href="{url}/prefetch"><img src="{url}/img"><script src="{url}/script"></script>
        <iframe src="{url}/iframe"></iframe><object data="{url}/object"></object>
        <video src="{url}/video" autoplay></video>
        <script>
        fetch("{url}/fetch", {{mode: "no-cors"}}).catch(() => 0);
        try {{ const x = new XMLHttpRequest(); x.open("GET", "{url}/xhr"); x.send(); }} catch (error) {{}}
        try {{ navigator.sendBeacon("{url}/beacon", "x"); }} catch (error) {{}}
        try {{ new EventSource("{url}/events"); }} catch (error) {{}}
        </script>"""


def test_what_a_page_loads_and_fetches_never_comes_from_this_machine_however_it_is_spelt(rig):
    rig.run(rig.visit("".join(loads(f"http://{host}:{rig.machine.port}") for host in HOSTS)))
    assert rig.machine.visits == []
    known_to_chromium = {"127.0.0.1", "localhost", "::1", "::ffff:7f00:1", "0.0.0.0"}
    assert known_to_chromium | {"rumah.test", "rumah6.test", "campur.test"} <= rig.proxy.refused.keys()


def test_a_websocket_never_reaches_this_machine(rig):
    urls = [f"ws://{host}:{rig.machine.port}/ws" for host in ("127.0.0.1", "localhost", "[::1]", "rumah.test")]
    rig.run(rig.visit(f"<script>for (const url of {urls}) new WebSocket(url)</script>"))
    assert rig.machine.visits == []
    assert rig.proxy.refused.keys() == {"127.0.0.1", "localhost", "::1", "rumah.test"}


@pytest.mark.parametrize(
    "page",
    [
        "<meta http-equiv=refresh content='0;url={url}'>",
        "<script>location.href = '{url}'</script>",
        "<script>location.replace('{url}')</script>",
        "<form method=post action='{url}'></form><script>document.forms[0].submit()</script>",
        "<script>top.location = '{url}'</script>",
        "<iframe srcdoc=\"<script>top.location = '{url}'</script>\"></iframe>",
    ],
)
@pytest.mark.parametrize("host", ["rumah.test"])
def test_a_page_cannot_lead_the_browser_to_this_machine(rig, page, host):
    rig.run(rig.visit(page.format(url=f"http://{host}:{rig.machine.port}/")))
    assert rig.machine.visits == []
    assert rig.proxy.refused


@pytest.mark.parametrize("host", ["127.0.0.1", "campur.test"])
@pytest.mark.parametrize("kind", ["page", "image", "fetch"])
def test_a_redirect_inside_the_browser_never_reaches_this_machine(rig, host, kind):
    rig.machine.pages["/away"] = ("text/html", "", f"Location: http://{host}:{rig.machine.port}/redirected")
    page = {"image": "<img src=/away>", "fetch": "<script>fetch('/away', {mode: 'no-cors'}).catch(() => 0)</script>"}
    rig.run(rig.visit(page.get(kind, ""), "/away" if kind == "page" else "/"))
    assert rig.machine.visits == []
    assert rig.proxy.refused


def test_a_name_that_turns_private_between_two_requests_is_refused(rig):
    url = f"http://balik.test:{rig.machine.port}/"
    rig.run(
        rig.visit(
            f"""<script>
            const again = () => fetch("{url}" + Math.random(), {{mode: "no-cors"}});
            again().catch(again).catch(again).catch(() => 0);
            </script>"""
        )
    )
    rig.run(asyncio.sleep(1.5))
    assert rig.names["balik.test"] >= 1
    assert rig.machine.visits == []


def pop_ups(url):
    return f"""<a href="{url}/link" target=_blank id=a>x</a><script>
        window.open("{url}/open"); window.open("{url}/noopener", "_blank", "noopener");
        document.getElementById("a").click();
        </script>"""


def test_a_pop_up_never_reaches_this_machine(rig):
    rig.run(rig.visit(pop_ups(f"http://127.0.0.1:{rig.machine.port}")))
    assert rig.machine.visits == []
    assert rig.proxy.refused


def test_a_service_worker_is_not_installed_and_a_worker_reaches_nothing(rig):
    url = f"http://127.0.0.1:{rig.machine.port}"
    script = f"fetch('{url}/worker', {{mode: 'no-cors'}}).catch(() => 0)"
    rig.machine.pages["/worker.js"] = ("text/javascript", script)
    rig.run(
        rig.visit(
            """<script>
            navigator.serviceWorker && navigator.serviceWorker.register("/worker.js").catch(() => 0);
            new Worker("/worker.js"); new SharedWorker("/worker.js");
            </script>"""
        )
    )
    assert rig.machine.visits == []
    assert rig.proxy.refused


def webrtc(machine):
    stun, turn = f"stun:127.0.0.1:{machine.udp_port}", f"turn:127.0.0.1:{machine.port}?transport=tcp"
    return f"""<script>
        const peer = new RTCPeerConnection({{iceServers: [
            {{urls: "{stun}"}}, {{urls: "{turn}", username: "a", credential: "b"}}]}});
        peer.createDataChannel("x");
        peer.createOffer().then(offer => peer.setLocalDescription(offer));
        </script>"""


def test_webrtc_sends_nothing_to_this_machine(rig):
    rig.run(rig.visit(webrtc(rig.machine)))
    rig.run(asyncio.sleep(1.0))
    assert rig.machine.packets == []
    assert rig.machine.visits == []


def test_the_same_pages_do_reach_this_machine_from_a_browser_that_is_not_shut_in(rig):
    """Without this nothing here would show that the pages are dangerous and the listeners awake."""

    async def visit_unguarded():
        browser = await rig.playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-features=LocalNetworkAccessChecks"]
        )
        try:
            tab = await browser.new_page()
            url = f"127.0.0.1:{rig.machine.port}"
            others = f"<img src=http://{url}/img><script>new WebSocket('ws://{url}/ws')</script>"
            rig.machine.pages["/"] = ("text/html", webrtc(rig.machine) + pop_ups(f"http://{url}") + others)
            await tab.goto(f"http://127.0.0.1:{rig.machine.paper_port}/")
            await asyncio.sleep(2 * SECONDS)
        finally:
            await browser.close()

    rig.machine.visits.clear()
    rig.run(visit_unguarded())
    asked = b"".join(rig.machine.visits)
    assert rig.machine.packets
    assert all(f"GET /{way}".encode() in asked for way in ("link", "open", "noopener", "img", "ws"))


def test_pages_that_may_be_read_are_read(rig):
    rig.machine.pages["/data"] = ("application/json", '"Koran Pagi"')
    page = "<title>...</title><script>fetch('/data').then(r => r.json()).then(text => document.title = text)</script>"
    assert rig.run(rig.visit(page)) == "Koran Pagi"
    assert not rig.proxy.refused
