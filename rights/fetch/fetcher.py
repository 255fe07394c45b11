"""The door of ``fetch/``: one address in, one Page out, or the error that says why not."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType, TracebackType
from typing import Self
from urllib.parse import urldefrag, urlsplit

from rights.errors import Disallowed, Unreachable
from rights.fetch import body as bodies
from rights.fetch import redirects
from rights.fetch.addresses import Addresses, Resolver, system_resolver
from rights.fetch.budget import DailyBudget
from rights.fetch.deadline import Deadline
from rights.fetch.identity import Identity
from rights.fetch.limits import Limits
from rights.fetch.pace import Pace
from rights.fetch.robots import Robots
from rights.fetch.robots_txt import PARSE_LIMIT
from rights.fetch.session import GuardedAdapter, prepare, send
from rights.fetch.wire import Exchange
from rights.model import Hop, Page

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"
_NO_BODY = {204, 205, 304}


class Fetcher:
    """Fetches pages politely and safely; one for the whole program, used from any number of threads.

    Every hop, robots.txt included, goes to a checked address (`addresses.py`), waits for its host's turn (`pace.py`),
    has the opt-out list and the daily budget asked, and is read within `Limits`.  ``allow_networks`` may be reached
    although they are not public.  ``opted_out`` says for a host whether its owner wants no visits.  With ``record``
    the pages' hops hold all bytes as received, for archives.  ``ca_file`` adds trusted authorities to the usual ones.
    """

    def __init__(
        self,
        *,
        identity: Identity | None = None,
        allow_networks: Iterable[str] = (),
        limits: Limits | None = None,
        pace: Pace | None = None,
        budget: DailyBudget | None = None,
        opted_out: Callable[[str], bool] = lambda host: False,
        obey_robots: bool = True,
        record: bool = False,
        resolver: Resolver = system_resolver,
        ca_file: str | None = None,
    ) -> None:
        self.identity = identity or Identity()
        self.limits = limits or Limits()
        self.pace = pace or Pace()
        self.budget = budget or DailyBudget()
        self.addresses = Addresses(allow_networks, resolver)
        self.robots = Robots(self._robots_txt, self.identity.product)
        self._opted_out = opted_out
        self._obey_robots = obey_robots
        self._record = record
        self._adapter = GuardedAdapter(ca_file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all waits for turns and give threads back; nothing can be fetched afterwards."""
        self.pace.stop()
        self.addresses.close()

    def hold(self, url: str, seconds: float) -> None:
        """Leave the address's host alone for so many seconds at least."""
        host, port = self.addresses.check_url(url)
        self.pace.hold(f"{host}:{port}", seconds)

    def ready_in(self, url: str) -> float:
        """Seconds until the address's host may be asked again."""
        host, port = self.addresses.check_url(url)
        return self.pace.ready_in(f"{host}:{port}")

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        accept: str = _ACCEPT,
        headers: Mapping[str, str] | None = None,
        obey_robots: bool = True,
        limits: Limits | None = None,
        cut: bool = False,
        method: str = "GET",
        data: bytes | None = None,
    ) -> Page:
        """Fetch one address, following redirects.

        The answer's status is data: a 404 or 503 is a Page, and so is the 304 that ``etag`` or ``last_modified`` may
        bring.  With ``cut`` a body over the limit gives a Page whose ``cut`` is set instead of an error.
        ``obey_robots=False`` is for interfaces that their owner gave us, never for pages.

        Raises a `FetchError`: `ForbiddenAddress`, `Disallowed`, `Postponed`, `Unreachable`, `Timeout`, `TooLarge`.
        """
        sent = {"User-Agent": self.identity.user_agent, "Accept": accept, "Accept-Encoding": bodies.ACCEPT_ENCODING}
        sent["Connection"] = "close"
        if etag:
            sent["If-None-Match"] = etag
        if last_modified:
            sent["If-Modified-Since"] = last_modified
        sent.update(headers or {})
        limits = limits or self.limits
        robots = obey_robots and self._obey_robots
        seen = [urldefrag(url.strip()).url]
        hops: list[Hop] = []
        while True:
            page = self._hop(seen[-1], sent, limits, robots=robots, cut=cut, method=method, data=data)
            hops += page.chain
            to = redirects.target(seen[-1], page.status, page.headers.get("location"))
            if to is None:
                return replace(page, url=url, chain=tuple(hops))
            limits = replace(limits, total=max(limits.total - page.chain[-1].seconds, 0.001))
            sent = redirects.without_secrets(sent, _origin(seen[-1]) == _origin(to))
            if page.status == 303 or (method == "POST" and page.status in (301, 302)):
                method, data = "GET", None
            redirects.follow(seen, to, limits.redirects)

    def _hop(
        self,
        url: str,
        sent: dict[str, str],
        limits: Limits,
        *,
        robots: bool,
        cut: bool,
        method: str,
        data: bytes | None,
    ) -> Page:
        """One request and its answer."""
        self.addresses.check_url(url)
        request = prepare(method, url, sent, data)
        host, port = self.addresses.check_url(request.url or url)
        if self._opted_out(host):
            raise Disallowed(url, f"the owner of {host} wants no visits of ours (opt-out list)")
        if robots:
            self.robots.check(url)
            self.pace.set_crawl_delay(f"{host}:{port}", self.robots.crawl_delay(url))
        self.budget.spend(url)
        resolving = time.monotonic()
        route = self.addresses.route(url, host, port, Deadline(url, limits.total))
        left = limits.total - (time.monotonic() - resolving)
        with self.pace.turn(url, f"{host}:{port}", route.addresses):
            began, started_at = time.monotonic(), datetime.now(UTC)
            exchange = Exchange(url, Deadline(url, max(left, 0.001)), limits, record=self._record)
            request.exchange, request.route = exchange, route
            response = send(self._adapter, request)
            try:
                status = response.status_code
                head = exchange.head()
                exchange.head_read = True
                answer = {name.lower(): value for name, value in response.headers.items()}
                if status < 200:
                    raise Unreachable(url, f"an interim answer ({status}) where the final one should be")
                whole, short = b"", None
                moved = redirects.target(url, status, answer.get("location")) is not None
                if not moved and status not in _NO_BODY and method != "HEAD":
                    whole, short = bodies.read(response, exchange, cut=cut)
            finally:
                response.close()
            seconds = time.monotonic() - began
            self.pace.answered(f"{host}:{port}", status, seconds, answer.get("retry-after"))
        hop = Hop(
            url=url,
            status=status,
            location=answer.get("location"),
            peer=exchange.peer,
            tls=exchange.tls,
            request=bytes(exchange.sent),
            response=bytes(exchange.received) if self._record else head,
            started_at=started_at,
            seconds=seconds,
        )
        return Page(
            body=whole,
            url=url,
            final_url=url,
            status=status,
            headers=MappingProxyType(answer),
            fetched_at=datetime.now(UTC),
            sha256=hashlib.sha256(whole).hexdigest(),
            cut=short,
            chain=(hop,),
        )

    def _robots_txt(self, url: str) -> Page:
        limits = replace(self.limits, body=min(PARSE_LIMIT, self.limits.body))
        return self.fetch(url, accept="text/plain,*/*;q=0.5", obey_robots=False, limits=limits, cut=True)


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()
