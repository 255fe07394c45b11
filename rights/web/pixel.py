"""Hits on the pixel become leads: kept in memory for a moment, then written together.

Anybody can send anything, so everything is bounded: hits of one client a minute, pages waiting, new leads a day.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Mapping
from datetime import datetime

from rights.discover.lead import Budget
from rights.discover.pixel import Hit, PixelHits, read_hit
from rights.errors import StoreError
from rights.filing import file_leads
from rights.web.context import Web
from rights.web.limits import Daily

log = logging.getLogger("rights.web")

#: Hits that wait to be written; leads taken in one day; seconds between two writings.
WAITING, DAILY, EVERY = 2_000, 5_000, 5.0


class PixelLeads:
    """Takes hits at once and writes them as leads every few seconds, on a thread of its own."""

    def __init__(self, web: Web, *, every: float = EVERY) -> None:
        self._web = web
        self._every = every
        self._hits: deque[Hit] = deque(maxlen=WAITING)
        self._daily = Daily(DAILY)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pixel", daemon=True)
        self.taken = 0

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write what waits, and end."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(10)

    def take(self, query: Mapping[str, str], headers: Mapping[str, str], at: datetime) -> None:
        """Take one request for the pixel."""
        hit = read_hit(query, headers, at)
        if hit is not None:
            self._hits.append(hit)
            self.taken += 1

    def write(self) -> int:
        """Write the leads that wait; gives how many addresses were new."""
        now = self._web.clock()
        hits = [self._hits.popleft() for _ in range(len(self._hits))]
        found = PixelHits(hits, {}).leads(Budget(leads=self._daily.left(now.date())))
        count, new = file_leads(found, self._web.store, self._web.library, now)
        self._daily.take(count)
        return new

    def _run(self) -> None:
        while not self._stopped.wait(self._every):
            self._try()
        self._try()

    def _try(self) -> None:
        try:
            self.write()
        except StoreError:
            log.exception("pixel hits could not be written")
