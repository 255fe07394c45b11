"""A small web on loopback: a publisher with a policy, and sites that republish it, each on an address of its own."""

from __future__ import annotations

import random
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

WORDS = (
    "harbour council budget teacher bridge winter railway forest parliament hospital minister river market union study "
    "engineer village archive border energy climate school library festival mayor court station garden island museum"
).split()

POLICY = """\
publisher:
  id: press
  name: The Loopback Press
  domains: ["{site}"]
  contact: desk@press.example
terms:
  url: http://{site}/terms
  checked_on: 2026-01-01
  evidence: own-words
policies:
  - title: Terms of the press
    clauses:
      - {{type: attr.source, says: Name the press.}}
      - {{type: link.original, target: article, says: Link to the article.}}
"""


def article_text(number: int, paragraphs: int = 5) -> list[str]:
    """The paragraphs of an article: the same for the same number, unlike any other's."""
    chance = random.Random(f"article {number}")
    made = []
    for _ in range(paragraphs):
        sentences = (" ".join(chance.choices(WORDS, k=chance.randint(8, 16))) + "." for _ in range(4))
        made.append(" ".join(sentence.capitalize() for sentence in sentences))
    return made


@dataclass(frozen=True)
class Answer:
    """What one address answers with."""

    body: str | bytes = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that was killed is nothing to report."""


class Press:
    """The servers: ``pages`` maps (site, path) to an answer; ``seen`` lists (site, path, monotonic time)."""

    def __init__(self, latency: float = 0.0) -> None:
        self.pages: dict[tuple[str, str], Answer | Callable[[], Answer]] = {}
        self.seen: list[tuple[str, str, float]] = []
        self.latency = latency
        self._servers: dict[str, _Server] = {}
        self._secure: set[str] = set()

    def __enter__(self) -> Press:
        self.own = self.site("127.0.3.1")
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers.values():
            server.shutdown()
            server.server_close()

    @property
    def sites(self) -> list[str]:
        """The names of all sites, the press's own first."""
        return list(self._servers)

    def site(self, address: str, tls: ssl.SSLContext | None = None) -> str:
        """Serve on a loopback address, by https where a context is given; gives the site's name, ``address:port``."""
        press = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                press._answer(self, name)

            def log_message(self, format: str, *args: object) -> None:
                """Stay silent."""

        server = _Server((address, 0), Handler)
        name = f"{address}:{server.server_address[1]}"
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
            self._secure.add(name)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self._servers[name] = server
        return name

    def _answer(self, handler: BaseHTTPRequestHandler, site: str) -> None:
        self.seen.append((site, handler.path, time.monotonic()))
        if self.latency:
            time.sleep(self.latency)
        found = self.pages.get((site, handler.path)) or Answer("<html><body><p>Nothing here.</p></body></html>", 404)
        answer = found if isinstance(found, Answer) else found()
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        handler.send_response(answer.status)
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))} | answer.headers
        for key, value in headers.items():
            handler.send_header(key, value)
        handler.end_headers()
        handler.wfile.write(body)

    def put(self, site: str, path: str, body: str | bytes, status: int = 200, **headers: str) -> str:
        """Put a page on a site; gives its address."""
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        self.pages[(site, path)] = Answer(body, status, named)
        return f"{'https' if site in self._secure else 'http'}://{site}{path}"

    def publish(self, number: int) -> str:
        """Publish an article on the press's own site; gives its address."""
        return self.put(self.own, f"/articles/{number}", page(number))

    def copy(self, site: str, path: str, number: int, credit: str = "ok", head: str = "") -> str:
        """Republish an article: with a full credit, one that links nowhere, or none that links."""
        original = f"http://{self.own}/articles/{number}"
        line = {
            "ok": f'This article was originally published by <a href="{original}">The Loopback Press</a>.',
            "home": f'This article was originally published by <a href="http://{self.own}/">The Loopback Press</a>.',
            "unlinked": "This article was originally published by The Loopback Press.",
        }[credit]
        return self.put(site, path, page(number, line, head))

    def feed(self, site: str, addresses: list[str]) -> str:
        """Put a feed on a site; gives its address."""
        items = "".join(f"<item><title>x</title><link>{address}</link></item>" for address in addresses)
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>f</title>{items}</channel></rss>'
        return self.put(site, "/feed.xml", feed, Content_Type="application/rss+xml")

    def policies(self, folder: Path) -> Path:
        """Write the press's policy into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "press.yaml").write_text(POLICY.format(site=self.own), encoding="utf-8")
        return folder


def page(number: int, line: str = "", head: str = "") -> str:
    """The page of an article, with a credit line at its foot where one is given."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in article_text(number))
    foot = f'<p class="credit"><em>{line}</em></p>' if line else ""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story {number}</title>{head}</head><body>'
        f'<main><article><h1>Story {number}</h1><p class="byline">By Ann Reader</p>{text}{foot}</article></main>'
        "</body></html>"
    )
