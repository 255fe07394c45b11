"""The serving process's way to the world: the sweep's own fetcher, so that hosts see one pace, and looks in the background."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor

from rights.again import look_again
from rights.errors import RightsError
from rights.fetch import Fetcher
from rights.web.context import Web
from rights.wiring import fetcher_of

log = logging.getLogger("rights.web")

#: Pages that may wait to be looked at again at once; one that finds no place is looked at in the next sweep.
WAITING = 20


class Network:
    """The fetcher that pages use, and a queue of looks."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._own: Fetcher | None = None
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="look")
        self._waiting: set[int] = set()

    @property
    def fetcher(self) -> Fetcher:
        """The sweep's fetcher; one of our own where nothing sweeps in this process."""
        if self._web.fetcher is not None:
            return self._web.fetcher
        with self._lock:
            if self._own is None:
                self._own = fetcher_of(self._web.settings, store=self._web.store)
            return self._own

    def look_soon(self, violation: int) -> None:
        """Look at a violation's page again as soon as there is time."""
        with self._lock:
            if violation in self._waiting or len(self._waiting) >= WAITING:
                return
            self._waiting.add(violation)
        self._pool.submit(self._look, violation)

    def looks_at(self, violation: int) -> bool:
        """Whether a look at a violation's page waits or is under way here."""
        with self._lock:
            return violation in self._waiting

    def stop(self) -> None:
        """End: what runs is finished, what waits stays due for the next sweep."""
        self._pool.shutdown(cancel_futures=True)
        if self._own is not None:
            self._own.close()

    def _look(self, violation: int) -> None:
        try:
            look_again(self._web.settings, self._web.store, self.fetcher, violation)
        except RightsError as wrong:
            log.info("violation %s is looked at again in the next sweep: %s", violation, wrong)
        finally:
            with self._lock:
                self._waiting.discard(violation)
