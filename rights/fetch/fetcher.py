"""The door of ``fetch/``: one address in, one Page out, or the error that says why not."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import KW_ONLY, dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import urldefrag

from rights.errors import Disallowed, Timeout, Unreachable
from rights.fetch import body as bodies
from rights.fetch import redirects
from rights.fetch.addresses import Addresses, Resolver, Route, system_resolver
from rights.fetch.budget import DailyBudget
from rights.fetch.deadline import Deadline
from rights.fetch.identity import Identity
from rights.fetch.limits import Limits
from rights.fetch.pace import Pace
from rights.fetch.robots import Robots
from rights.fetch.robots_txt import PARSE_LIMIT
from rights.fetch.session import GuardedAdapter, GuardedRequest, prepare, send
from rights.fetch.wire import Exchange
from rights.model import Hop, Page

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"
_NO_BODY = {204, 205, 304}


@dataclass(frozen=True, slots=True)
class Turn:
    """A host's turn: its name as the pace knows it, the checked route to it, and the seconds left for the request."""

    name: str
    route: Route
    seconds: float


@dataclass(frozen=True, slots=True)
class _Step:
    """One request of a chain: what is asked for, and how."""

    url: str
    headers: dict[str, str]
    limits: Limits
    _: KW_ONLY
    robots: bool
    cut: bool
    method: str
    data: bytes | None

    def on(self, to: str, page: Page) -> _Step:
        """The next request, to where the page redirects: with what is left of the time, and no secrets for strangers."""
        become_get = page.status == 303 or (self.method == "POST" and page.status in (301, 302))
        return replace(
            self,
            url=to,
            headers=redirects.for_next(self.headers, self.url, to),
            limits=replace(self.limits, total=max(self.limits.total - page.chain[-1].seconds, 0.001)),
            method="GET" if become_get and self.method != "HEAD" else self.method,
            data=None if become_get else self.data,
        )


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
        step = _Step(
            urldefrag(url.strip()).url,
            sent,
            limits or self.limits,
            robots=obey_robots,
            cut=cut,
            method=method,
            data=data,
        )
        seen = [step.url]
        hops: list[Hop] = []
        while True:
            page = self._visit(step)
            hops += page.chain
            to = redirects.target(step.url, page.status, page.headers.get("location"))
            if to is None:
                return replace(page, url=url, chain=tuple(hops))
            redirects.follow(seen, to, step.limits.redirects)
            step = step.on(to, page)

    @contextmanager
    def turn(self, url: str, *, obey_robots: bool = True, total: float | None = None) -> Iterator[Turn]:
        """Everything that must be asked before a request, in order; then the host is ours until the block ends.

        The address's spelling, the opt-out list, robots.txt, the daily budget, the addresses that the name stands for,
        the pace.  ``total`` seconds may go into looking the name up and, afterwards, into the request.
        """
        host, port = self.addresses.check_url(url)
        name = f"{host}:{port}"
        if self._opted_out(host):
            raise Disallowed(url, f"the owner of {host} wants no visits of ours (opt-out list)")
        if obey_robots and self._obey_robots:
            self.robots.check(url)
            self.pace.set_crawl_delay(name, self.robots.crawl_delay(url))
        self.budget.check(url)
        seconds, began = total or self.limits.total, time.monotonic()
        route = self.addresses.route(url, host, port, Deadline(url, seconds))
        left = max(seconds - (time.monotonic() - began), 0.001)
        with self.pace.turn(url, name, route.addresses):
            self.budget.spend(url)
            try:
                yield Turn(name, route, left)
            except (Unreachable, Timeout):
                self.pace.failed(name)
                raise

    def _visit(self, step: _Step) -> Page:
        """One request and its answer, with all that must be asked before it."""
        self.addresses.check_url(step.url)
        request = prepare(step.method, step.url, step.headers, step.data)
        url = request.url or step.url  # as it is really asked for: robots.txt must be asked about no other spelling
        with self.turn(url, obey_robots=step.robots, total=step.limits.total) as turn:
            request.exchange = Exchange(url, Deadline(url, turn.seconds), step.limits, record=self._record)
            request.route = turn.route
            page = self._answer(request, step)
            self.pace.answered(turn.name, page.status, page.chain[0].seconds, page.headers.get("retry-after"))
            return page

    def _answer(self, request: GuardedRequest, step: _Step) -> Page:
        """Send one request over its checked route and read the answer."""
        exchange, url = request.exchange, request.exchange.url
        began, started_at = time.monotonic(), datetime.now(UTC)
        response = send(self._adapter, request)
        try:
            status = response.status_code
            head = exchange.head()
            exchange.head_read = True
            headers = {name.lower(): value for name, value in response.headers.items()}
            if status < 200:
                raise Unreachable(url, f"an interim answer ({status}) where the final one should be")
            location = redirects.the_location(url, response.raw.headers.getlist("location"))
            body, cut = b"", None
            moved = redirects.target(url, status, location) is not None
            if not moved and status not in _NO_BODY and step.method != "HEAD":
                body, cut = bodies.read(response, exchange, cut=step.cut)
        finally:
            response.close()
        hop = Hop(
            url=url,
            status=status,
            location=location,
            peer=exchange.peer,
            tls=exchange.tls,
            request=bytes(exchange.sent),
            response=bytes(exchange.received) if self._record else head,
            started_at=started_at,
            seconds=time.monotonic() - began,
        )
        return Page(
            body=body,
            url=url,
            final_url=url,
            status=status,
            headers=headers,
            fetched_at=datetime.now(UTC),
            sha256=hashlib.sha256(body).hexdigest(),
            cut=cut,
            chain=(hop,),
        )

    def _robots_txt(self, url: str) -> Page:
        limits = replace(self.limits, body=min(PARSE_LIMIT, self.limits.body))
        return self.fetch(url, accept="text/plain,*/*;q=0.5", obey_robots=False, limits=limits, cut=True)
