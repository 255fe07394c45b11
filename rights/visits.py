"""Visits to single hosts, as a worker is handed them: lease the host, look at its due pages, record each as it comes.

Many threads look, one records: what comes while it is at work goes into its next transaction.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from time import monotonic

from rights.errors import Postponed, StoreError
from rights.look import Looker
from rights.recording import Recorder
from rights.store import Store
from rights.store.due import SHORT_LEASE
from rights.store.patience import patiently
from rights.store.records import Due, Look, Outcome, Sweep

log = logging.getLogger("rights.crawl")

#: Pages that one visit looks at, and the seconds after which it begins no other: the next visit goes on.
PAGES, SECONDS = 50, 60.0
#: Looks recorded in one transaction.
BATCH = 64
#: Seconds between two signs of life for the hosts that are held.
SIGN_OF_LIFE = 10.0
#: Workers that a page may have ended before it is judged in a process of its own, and before it is set aside.
SUSPECT, POISON = 2, 5
#: How long a page is set aside.
ASIDE = timedelta(days=30)


class _Finished:
    """A visit on its way into the database."""

    def __init__(self, host: str, sweep: Sweep) -> None:
        self.host = host
        self.sweep = sweep
        self.recorded = threading.Event()
        self.error: BaseException | None = None


#: A look of a visit, or its end: the seconds for which the host asks to be left alone, None where it asks for none.
_Came = tuple[_Finished, Look | float | None]


class Visits:
    """Visits by one crawler; used from many threads.

    ``on_visit`` hears of a site before its pages are fetched, ``told`` of each look that was recorded.
    """

    def __init__(
        self,
        store: Store,
        looker: Looker,
        recorder: Recorder,
        owner: str,
        clock: Callable[[], datetime],
        stop: threading.Event,
        on_visit: Callable[[str], object],
        told: Callable[[Look], None],
    ) -> None:
        self._store = store
        self._looker = looker
        self._recorder = recorder
        self._owner = owner
        self._clock = clock
        self._stop = stop
        self._on_visit = on_visit
        self._told = told
        self._done: queue.SimpleQueue[_Came | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._record, name="rights-record")
        self._thread.start()

    def visit(self, host: str, sweep: Sweep) -> int:
        """Look at a host's due pages, one after the other; gives how many, 0 where the host is another's or rests.

        Comes back when all is recorded and the host is given back.  Raises `StoreError` where that cannot be.
        """
        pages = patiently(
            lambda: self._store.due.lease_host(host, self._owner, sweep.started_at, self._clock(), pages=PAGES)
        )
        if not pages:
            return 0
        patiently(lambda: self._on_visit(pages[0].site))
        finished = _Finished(host, sweep)
        seen, rest = 0, None
        try:
            for page in self._in_time(pages):
                self._done.put((finished, self._look(page)))
                seen += 1
        except Postponed as wait:
            rest = wait.after
        if left := [page.number for page in pages[seen:]]:
            patiently(partial(self._store.due.untried, left))
        self._done.put((finished, rest))
        finished.recorded.wait()
        if finished.error is not None:
            patiently(lambda: self._store.due.release(self._owner, [host], rest=self._clock() + SHORT_LEASE))
            raise finished.error
        return seen

    def _in_time(self, pages: Sequence[Due]) -> Iterator[Due]:
        """The pages, until the time of one visit is over or the worker ends."""
        until = monotonic() + SECONDS
        for page in pages:
            if self._stop.is_set() or monotonic() > until:
                return
            yield page

    def _look(self, page: Due) -> Look:
        if page.tries < POISON:
            return self._looker.look(page)
        at = self._clock()
        log.error("%s is set aside: %s workers ended while they looked at it", page.address, page.tries)
        why = f"set aside: {page.tries} workers ended while they looked at this page"
        return Look(due=page, at=at, outcome=Outcome.BROKEN, error=why, retry_at=at + ASIDE)

    def _record(self) -> None:
        """In a thread of its own: record what comes, and say from time to time that the hosts are held."""
        renewed = monotonic()
        ended = False
        while not ended:
            came = self._gather()
            ended = None in came
            self._record_batch([one for one in came if one is not None])
            if monotonic() - renewed > SIGN_OF_LIFE:
                renewed = monotonic()
                try:
                    self._store.due.renew(self._owner, self._clock(), SHORT_LEASE)
                except StoreError as wrong:
                    log.warning("could not say that the hosts are held: %s", wrong)

    def _gather(self) -> list[_Came | None]:
        found: list[_Came | None] = []
        try:
            found.append(self._done.get(timeout=SIGN_OF_LIFE))
            while len(found) < BATCH:
                found.append(self._done.get_nowait())
        except queue.Empty:
            pass
        return found

    def _record_batch(self, came: list[_Came]) -> None:
        by_sweep: dict[int, list[_Came]] = {}
        for finished, what in came:
            by_sweep.setdefault(finished.sweep.number, []).append((finished, what))
        for batch in by_sweep.values():
            looks = [what for _, what in batch if isinstance(what, Look)]
            ends = [(finished, rest) for finished, rest in batch if not isinstance(rest, Look)]
            now = self._clock()
            release = {one.host: now + timedelta(seconds=rest) if rest else None for one, rest in ends}
            try:
                self._recorder.record(looks, batch[0][0].sweep, release)
            except StoreError as wrong:
                log.exception("what %s looks showed is lost and will be looked at again", len(looks))
                for finished, _ in batch:
                    finished.error = wrong
            else:
                for look in looks:
                    self._told(look)
            for finished, _ in ends:
                finished.recorded.set()

    def close(self) -> None:
        """End when all that was seen is recorded."""
        self._done.put(None)
        self._thread.join()
