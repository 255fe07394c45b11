"""Politeness: one connection per host at a time, and a pace per host and per address.

The pace of a host is the longest of our own delay, its Crawl-delay (capped), ten times its last latency (capped), and
what it asks for in Retry-After; every 429 or 503 in a row doubles it, up to a day.  Counted from the end of one answer
to the next request, so that the host's own log never shows two requests closer than that.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from rights.errors import Postponed

#: The longest that a host's Retry-After or our own backing off keeps us away, in seconds.
DAY = 24 * 3600.0
#: Failures in a row from which on a host is left alone, and for how long at most.
_FAILURES = 3
_DEAD = 3600.0


@dataclass(slots=True)
class _Host:
    turn: threading.Lock = field(default_factory=threading.Lock)
    waiting: int = 0
    ready_at: float = 0.0
    ended_at: float | None = None
    crawl_delay: float = 0.0
    refusals: int = 0
    failures: int = 0


class Pace:
    """Makes callers wait for a host's turn.

    Seconds: ``delay`` between requests to one host, ``address_delay`` between requests to one IP address whatever the
    host, ``patience`` the longest a caller is made to wait (a longer wait raises `Postponed` at once).
    ``latency_factor`` times the last latency is waited too, but no longer than ``latency_cap``; a Crawl-delay is obeyed
    up to ``crawl_delay_cap``.  ``stop`` ends all waits.  ``clock`` and ``sleep`` are replaced in tests.
    """

    def __init__(
        self,
        *,
        delay: float = 2.0,
        address_delay: float = 0.5,
        latency_factor: float = 10.0,
        latency_cap: float = 30.0,
        crawl_delay_cap: float = 60.0,
        patience: float = 90.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self._delay = delay
        self._address_delay = address_delay
        self._latency_factor = latency_factor
        self._latency_cap = latency_cap
        self._crawl_delay_cap = crawl_delay_cap
        self._patience = patience
        self._clock = clock
        self._stopped = threading.Event()
        self._sleep = sleep or self._stopped.wait
        self._lock = threading.Lock()
        self._hosts: dict[str, _Host] = {}
        self._addresses: dict[str, float] = {}

    def stop(self) -> None:
        """End all waits, now and from now on: whoever would wait gets `Postponed`."""
        self._stopped.set()

    def ready_in(self, host: str) -> float:
        """Seconds until the host may be asked again; 0 when it may be asked now."""
        with self._lock:
            known = self._hosts.get(host)
            return max(0.0, known.ready_at - self._clock()) if known else 0.0

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long at least; what a frontier remembered from an earlier run is told here."""
        known = self._host(host)
        with self._lock:
            known.ready_at = max(known.ready_at, self._clock() + min(seconds, DAY))

    def set_crawl_delay(self, host: str, seconds: float | None) -> None:
        """Obey the Crawl-delay of the host's robots.txt from now on, after the request for that file as well."""
        known = self._host(host)
        with self._lock:
            known.crawl_delay = min(max(seconds or 0.0, 0.0), self._crawl_delay_cap)
            if known.ended_at is not None:
                known.ready_at = max(known.ready_at, known.ended_at + known.crawl_delay)

    @contextmanager
    def turn(self, url: str, host: str, addresses: Sequence[str] = ()) -> Iterator[None]:
        """Wait for the host's and its address's turn, and keep the host to oneself until the block ends.

        Raises `Postponed` when the wait would be longer than the patience.
        """
        known = self._host(host)
        with self._lock:
            known.waiting += 1
        try:
            if not known.turn.acquire(timeout=self._patience):
                raise Postponed(url, f"{host} is busy with other requests of ours", self._patience)
            try:
                self._wait(url, f"{host} is to be left alone", known.ready_at)
                for address in addresses[:1]:
                    self._wait(url, f"{address} is to be left alone", self._reserve(address))
                try:
                    yield
                finally:
                    with self._lock:
                        known.ended_at = self._clock()
                        pause = max(self._delay, known.crawl_delay)
                        known.ready_at = max(known.ready_at, known.ended_at + pause)
            finally:
                known.turn.release()
        finally:
            with self._lock:
                known.waiting -= 1

    def answered(self, host: str, status: int, seconds: float, retry_after: str | None = None) -> None:
        """Learn from an answer: its latency, and what 429, 503 and Retry-After ask for."""
        known = self._host(host)
        asked = retry_after_seconds(retry_after) or 0.0
        with self._lock:
            if status in (429, 503):
                known.refusals += 1
                backed_off = max(self._delay, 1.0) * 2.0 ** min(known.refusals + 3, 20)
                asked = max(asked, backed_off)
            else:
                known.refusals = 0
            known.failures = 0
            slow = min(seconds * self._latency_factor, self._latency_cap)
            known.ready_at = max(known.ready_at, self._clock() + min(max(asked, slow), DAY))

    def failed(self, host: str) -> None:
        """Learn that no answer could be had: from the third time in a row on the host is left alone, ever longer.

        A dead host would otherwise hold one thread for a whole deadline per page.
        """
        known = self._host(host)
        with self._lock:
            known.failures += 1
            if known.failures >= _FAILURES:
                wait = min(30.0 * 2.0 ** (known.failures - _FAILURES), _DEAD)
                known.ready_at = max(known.ready_at, self._clock() + wait)

    def _wait(self, url: str, why: str, until: float) -> None:
        while (left := until - self._clock()) > 0:
            if left > self._patience or self._stopped.is_set():
                raise Postponed(url, f"{why} for {left:.0f} seconds", left)
            self._sleep(left)

    def _reserve(self, address: str) -> float:
        with self._lock:
            if len(self._addresses) > 10_000:
                now = self._clock()
                self._addresses = {key: at for key, at in self._addresses.items() if at > now}
            at = max(self._clock(), self._addresses.get(address, 0.0))
            self._addresses[address] = at + self._address_delay
            return at

    def _host(self, host: str) -> _Host:
        with self._lock:
            if len(self._hosts) > 10_000:
                now = self._clock()
                self._hosts = {
                    name: one
                    for name, one in self._hosts.items()
                    if one.ready_at > now or one.waiting or one.refusals or one.failures
                }
            return self._hosts.setdefault(host, _Host())


def retry_after_seconds(value: str | None, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After header asks for: it holds a number or an HTTP date; None where it holds neither."""
    if not value:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), DAY)
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    return min(max(0.0, (at - (now or datetime.now(UTC))).total_seconds()), DAY)


def backoff(failures: int, *, base: float = 60.0, cap: float = DAY, chance: random.Random | None = None) -> float:
    """Seconds to wait after so many failures in a row: doubled each time, capped, with jitter from half to the whole.

    The jitter keeps pages that failed together from all coming back at the same moment.
    """
    whole = min(cap, base * 2.0 ** min(max(failures - 1, 0), 40))
    return whole * (0.5 + (chance or random).random() / 2)
