"""A web server on loopback that answers exactly the bytes it is told to, however wrong they are."""

import json
import os
import socket
import socketserver
import threading
from collections import Counter
from contextlib import suppress
from typing import ClassVar

from newscrawl.crawl.guard import GuardedResolver

STORY = (
    "<!DOCTYPE html><html lang=id><head><meta charset=utf-8><title>{title}</title>"
    '<meta property="og:type" content="article">'
    '<meta property="article:published_time" content="2026-11-20T08:00:00+07:00">'
    "{head}</head><body><article><h1>{title}</h1>{text}</article></body></html>"
)
SENTENCE = (
    "Warga kampung nelayan di pesisir utara memperbaiki tanggul bersama pada hari Minggu sebelum musim hujan datang."
)


def story(title="Warga memperbaiki tanggul", head=""):
    """An article of ours, long enough to be one."""
    text = "".join(f"<p>{SENTENCE} Bagian {number} selesai tepat waktu.</p>" for number in range(1, 9))
    return STORY.format(title=title, head=head, text=text)


def reply(body="", status="200 OK", kind="text/html; charset=utf-8", *headers):
    """A whole response that ends with the connection."""
    raw = body if isinstance(body, bytes) else body.encode()
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(raw)}",
        "Connection: close",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + raw


def redirect(url, status="302 Found"):
    return reply("", status, "text/plain", f"Location: {url}")


def redirected_by_page(url):
    return reply(f"<html><head><meta http-equiv=refresh content='0;url={url}'></head></html>")


class HostileServer:
    """Answers ``pages[path]`` or ``pages[host + path]``: bytes, or a function of the socket."""

    def __init__(self):
        self.pages = {"/robots.txt": reply("User-agent: *\nDisallow:\n", kind="text/plain")}
        self.asked = []
        server = self

        class Exchange(socketserver.BaseRequestHandler):
            def handle(self):
                with suppress(OSError):
                    server.answer(self.request)

        class Threads(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True

        self._server = Threads(("127.0.0.1", 0), Exchange)
        self.port = self._server.server_address[1]
        self.stopped = threading.Event()
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def answer(self, sock):
        head = b""
        while b"\r\n\r\n" not in head:
            more = sock.recv(65536)
            if not more:
                return
            head += more
        first, *lines = head.decode("latin-1").split("\r\n")
        path = first.split(" ")[1]
        host = next((line[5:].strip() for line in lines if line.lower().startswith("host:")), "").partition(":")[0]
        self.asked.append(host + path)
        page = self.pages.get(host + path, self.pages.get(path, reply("<h1>404</h1>", "404 Not Found")))
        if callable(page):
            page(sock)
        else:
            sock.sendall(page)
        sock.shutdown(socket.SHUT_WR)

    def close(self):
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()


class ScriptedResolver(GuardedResolver):
    """The crawl's own resolver, asking the table in ``HOSTILE_NAMES`` instead of the system: name to the successive
    answers, the last of which stays.
    """

    asked: ClassVar = Counter()

    @classmethod
    def look_up(cls, name):
        table = json.loads(os.environ["HOSTILE_NAMES"])
        if name not in table:
            raise OSError("nobody is called so")
        cls.asked[name] += 1
        answers = table[name]
        return tuple(answers[min(cls.asked[name], len(answers)) - 1])
