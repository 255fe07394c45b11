"""One sweep over what is due: lease hosts, look at their pages in threads, record in batches.

The database is the only memory: what is due, who holds which host, what is finished.  A sweep that is killed loses the
looks not yet recorded, which are still due; whoever comes next takes its hosts and goes on.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import monotonic

from rights.errors import Postponed, StoreError
from rights.look import Looker
from rights.model import PolicyRef
from rights.recording import Recorder
from rights.store import Store
from rights.store.owners import Owners
from rights.store.patience import patiently
from rights.store.records import Change, Due, Look, Outcome, Recorded, State, Sweep
from rights.visits import Visits

log = logging.getLogger("rights.crawl")

#: Looks recorded in one transaction, and how long one look waits for company.
BATCH, LINGER = 64, 0.25
#: A host whose turn is farther away than this waits for the next sweep.
PATIENCE = timedelta(minutes=2)


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Progress:
    """Live figures of a sweep."""

    due: int = 0
    checked: int = 0
    hosts: int = 0
    outcomes: dict[Outcome, int] = field(default_factory=dict)
    changes: dict[State, int] = field(default_factory=dict)
    postponed: int = 0
    dropped: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.checked / self.seconds if self.seconds else 0.0


Watcher = Callable[[Progress], None]


class Crawl:
    """Sweeps over one store; ``home`` is where crawlers of this machine show each other that they are alive.

    ``threads`` fetches run at once; ``pages`` is how many pages of one host are taken at a time: one, unless hosts
    need no pause between requests.
    """

    def __init__(
        self,
        store: Store,
        looker: Looker,
        home: Path,
        *,
        threads: int = 16,
        pages: int = 1,
        clock: Callable[[], datetime] = now,
        watcher: Watcher = lambda progress: None,
        on_changes: Callable[[Sequence[Change]], None] = lambda changes: None,
        policy_text: Callable[[PolicyRef], str | None] = lambda ref: None,
        on_finished: Callable[[], object] = lambda: None,
        on_visit: Callable[[str], object] = lambda site: None,
    ) -> None:
        self._store = store
        self._looker = looker
        self._threads = threads
        self._pages = pages
        self._clock = clock
        self._owners = Owners(home)
        self._owner = self._owners.register()
        self._watcher = watcher
        self._recorder = Recorder(store, self._owner, clock, policy_text=policy_text, on_changes=on_changes)
        self._on_finished = on_finished
        self._on_visit = on_visit
        self._stop = threading.Event()

    def stop(self) -> None:
        """End the sweep in good order: nothing new is begun, what is under way is recorded."""
        self._stop.set()

    def sweep(self, *, everything: bool = False) -> Progress:
        """Look at all that is due, or take up a sweep that was killed; with ``everything`` due or not."""
        for dead in self._owners.dead():
            patiently(partial(self._store.due.release, dead))
            self._owners.bury(dead)
        sweep = patiently(lambda: self._store.sweeps.begin(self._clock(), everything=everything))
        run = _Run(self, sweep)
        try:
            run.go()
        finally:
            patiently(lambda: self._store.due.release(self._owner))
        if not self._stop.is_set():
            patiently(lambda: self._store.sweeps.finish(sweep.number, self._clock()))
            self._on_finished()
        return run.progress

    def again(self, due: Due) -> tuple[Look, Recorded]:
        """Look at one address now, due or not, and record it; raises `Postponed` where its host is to be left alone."""
        look = self._looker.look(due)
        return look, self._recorder.again(look)

    @contextmanager
    def visits(self, told: Callable[[Look], None] = lambda look: None) -> Iterator[Visits]:
        """Visits to single hosts of a sweep that others lead, until the block ends."""
        made = Visits(
            self._store, self._looker, self._recorder, self._owner, self._clock, self._stop, self._on_visit, told
        )  # fmt: skip
        try:
            yield made
        finally:
            made.close()

    def close(self) -> None:
        """Say that this crawler ends."""
        self._owners.leave(self._owner)


class _Run:
    """One sweep under way."""

    def __init__(self, crawl: Crawl, sweep: Sweep) -> None:
        self.crawl = crawl
        self.sweep = sweep
        self.progress = Progress()
        self.done: queue.SimpleQueue[tuple[str, list[Look], float]] = queue.SimpleQueue()
        self.busy = 0
        self.failed: StoreError | None = None
        self.began = self.said = self.renewed = self.count_again = monotonic()

    def go(self) -> None:
        """Lease, look, record, until nothing is due whose turn comes soon."""
        crawl = self.crawl
        self.progress.due = crawl._store.due.count(self.sweep.started_at)
        with ThreadPoolExecutor(crawl._threads, thread_name_prefix="rights-look") as pool:
            while True:
                leased = 0 if crawl._stop.is_set() else self._lease(pool)
                if not self.busy and not leased and (crawl._stop.is_set() or not self._wait_for_a_turn()):
                    break
                self._record(self._gather())
                if self.failed is not None:  # of no page's fault: the next sweep looks again
                    crawl._stop.set()
                    raise self.failed
                self._keep_alive()
        self._tell(last=True)

    def _lease(self, pool: ThreadPoolExecutor) -> int:
        free = self.crawl._threads + min(8, self.crawl._threads) - self.busy
        if free < max(1, self.crawl._threads // 4):
            return 0
        now, until = self.crawl._clock(), self.sweep.started_at
        dues = patiently(
            lambda: self.crawl._store.due.lease(self.crawl._owner, until, now, hosts=free, pages=self.crawl._pages)
        )
        by_host: dict[str, list[Due]] = {}
        for due in dues:
            by_host.setdefault(due.host, []).append(due)
        for host, pages in by_host.items():
            self.busy += 1
            pool.submit(self._visit, host, pages)
        return len(by_host)

    def _visit(self, host: str, pages: Sequence[Due]) -> None:
        """In a thread: look at the pages of one host, one after the other."""
        looks: list[Look] = []
        rest = 0.0
        try:
            for due in pages:
                if self.crawl._stop.is_set():
                    break
                looks.append(self.crawl._looker.look(due))
        except Postponed as wait:
            rest = wait.after
        except StoreError as wrong:
            self.failed = wrong
        finally:
            self.done.put((host, looks, rest))

    def _gather(self) -> list[tuple[str, list[Look], float]]:
        """Finished visits: at least one where any is under way, and what else comes while it lingers."""
        found: list[tuple[str, list[Look], float]] = []
        until = monotonic() + LINGER
        while self.busy and sum(len(looks) for _, looks, _ in found) < BATCH:
            try:
                found.append(self.done.get(timeout=max(until - monotonic(), 0.0 if found else 0.01)))
            except queue.Empty:
                break
            self.busy -= 1
            if self.busy + len(found) >= self.crawl._threads and self.done.empty():
                break
        return found

    def _record(self, visits: list[tuple[str, list[Look], float]]) -> None:
        if not visits:
            return
        crawl = self.crawl
        looks = [look for _, found, _ in visits for look in found]
        now = crawl._clock()
        release = {host: now + timedelta(seconds=rest) if rest else None for host, _, rest in visits}
        recorded = crawl._recorder.record(looks, self.sweep, release)
        self.progress.checked += len(recorded.checks)
        self.progress.dropped += recorded.dropped
        self.progress.postponed += sum(until is not None for until in release.values())
        for look in looks:
            self.progress.outcomes[look.outcome] = self.progress.outcomes.get(look.outcome, 0) + 1
        for change in recorded.changes:
            self.progress.changes[change.state] = self.progress.changes.get(change.state, 0) + 1
        self._tell()

    def _wait_for_a_turn(self) -> bool:
        """Wait until a host with something due may be asked; False where none will be soon."""
        crawl = self.crawl
        turn = patiently(lambda: crawl._store.due.next_turn(self.sweep.started_at))
        if turn is None or turn - crawl._clock() > PATIENCE:
            return False
        wait = (turn - crawl._clock()).total_seconds()
        crawl._stop.wait(min(max(wait, 0.02), 1.0))
        return True

    def _keep_alive(self) -> None:
        if monotonic() - self.renewed > 60:
            self.renewed = monotonic()
            patiently(lambda: self.crawl._store.due.renew(self.crawl._owner, self.crawl._clock()))

    def _tell(self, *, last: bool = False) -> None:
        if last or monotonic() - self.said > 0.5:
            self.said = monotonic()
            self.progress.seconds = self.said - self.began
            self.progress.hosts = self.busy
            if last or self.said > self.count_again:
                self.progress.due = self.crawl._store.due.count(self.sweep.started_at)
                # of a million due pages a count takes a third of a second: spend a fiftieth of the time on it
                self.count_again = monotonic() + 50 * (monotonic() - self.said)
            self.crawl._watcher(self.progress)
