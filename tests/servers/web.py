"""A web server for tests: any number of host names on any number of loopback addresses, in one thread.

    with Web() as web:
        web.site("copycat.test", {"/a": "<p>text</p>", "/old": Reply(301, headers={"Location": "/a"})})
        with web.fetcher() as fetcher:
            page = fetcher.fetch(web.url("copycat.test", "/a"))
        assert [seen.path for seen in web.seen] == ["/robots.txt", "/a"]

Every site gets an address of its own (127.77.x.y) unless one is given; names are resolved by ``web.resolve``, never by
the system.  What the servers saw stands in ``web.seen`` in order of arrival, with monotonic times.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from rights.fetch import Fetcher, Limits, Pace

Play = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Request:
    """What a site was asked for; header names are lower-case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def query(self) -> dict[str, str]:
        """The query's parameters, the last of each name."""
        from urllib.parse import parse_qsl, urlsplit

        return dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))


@dataclass
class Reply:
    """An answer.  ``delay`` seconds pass before it; ``play`` takes over the connection instead of any answer."""

    status: int = 200
    body: bytes | str = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    play: Play | None = None


Answer = Reply | str | bytes
Pages = Mapping[str, Answer | Callable[[Request], Answer]] | Callable[[Request], Answer]


@dataclass(frozen=True)
class Seen:
    """One request in the server's log: when it had arrived, to which host and address, for what."""

    at: float
    host: str
    address: str
    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Web:
    """See the module's docstring.  ``tls`` is a server-side context: the sites are then https."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.port = _free_port()
        self.seen: list[Seen] = []
        self.tls = tls
        self._sites: dict[str, Pages] = {}
        self._addresses: dict[str, list[str]] = {}
        self._listening: set[str] = set()
        self._servers: list[asyncio.Server] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="test-web", daemon=True)

    def __enter__(self) -> Web:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._call(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def site(self, host: str, pages: Pages, *, address: str | None = None) -> str:
        """Serve a site; gives its root address.  A mapping without /robots.txt answers 404 there."""
        number = len(self._sites)
        where = address or f"127.77.{number // 250}.{number % 250 + 1}"
        self._sites[host] = pages
        self._addresses[host] = [where]
        if where not in self._listening:
            self._call(self._listen(where))
            self._listening.add(where)
        return self.url(host, "/")

    def point(self, host: str, *addresses: str) -> None:
        """Let the resolver answer so for a host from now on."""
        self._addresses[host] = list(addresses)

    def url(self, host: str, path: str = "/") -> str:
        """The address of a page of a site."""
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}{path}"

    def resolve(self, host: str) -> list[str]:
        """The resolver to give to a Fetcher."""
        try:
            return self._addresses[host]
        except KeyError:
            raise OSError(f"{host} is not served here") from None

    def fetcher(self, **options: Any) -> Fetcher:
        """A Fetcher that reaches these servers, without waiting between requests unless a pace is given."""
        options.setdefault("pace", Pace(delay=0, address_delay=0, latency_factor=0))
        options.setdefault("limits", Limits(total=5))
        return Fetcher(allow_networks=["127.0.0.0/8"], resolver=self.resolve, **options)

    def paths(self, host: str) -> list[str]:
        """The paths that a host was asked for, in order."""
        return [seen.path for seen in self.seen if seen.host == host]

    def _call(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _listen(self, address: str) -> None:
        server = await asyncio.start_server(self._talk, address, self.port, ssl=self.tls, backlog=1024)
        self._servers.append(server)

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._answer(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # the client hung up: that is what many of these tests are about
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.split("\r\n")
        method, path, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        host = headers.get("host", "").rsplit(":", 1)[0]
        address = writer.get_extra_info("sockname")[0]
        self.seen.append(Seen(time.monotonic(), host, address, method, path, headers, body))
        reply = self._reply(host, Request(method, path, headers, body))
        if reply.delay:
            await asyncio.sleep(reply.delay)
        if reply.play:
            await reply.play(reader, writer)
            return
        content = reply.body.encode() if isinstance(reply.body, str) else reply.body
        fields = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content)), **reply.headers}
        phrase = HTTPStatus(reply.status).phrase if reply.status in list(HTTPStatus) else "Unknown"
        top = f"HTTP/1.1 {reply.status} {phrase}\r\n" + "".join(f"{k}: {v}\r\n" for k, v in fields.items())
        writer.write(top.encode("utf-8") + b"Connection: close\r\n\r\n" + (b"" if method == "HEAD" else content))
        await writer.drain()

    def _reply(self, host: str, request: Request) -> Reply:
        site = self._sites.get(host)
        if site is None:
            return Reply(421, "no such host here")
        found: Any = site
        if isinstance(site, Mapping):
            found = site.get(request.path, site.get(request.path.split("?")[0], Reply(404, "not found")))
        if callable(found):
            found = found(request)
        return found if isinstance(found, Reply) else Reply(body=found)
