"""One sweep over what is due: lease hosts, look at their pages in threads, record in batches.

The database is the only memory: what is due, who holds which host, what is finished.  A sweep that is killed loses the
looks not yet recorded, which are still due; whoever comes next takes its hosts and goes on.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

from rights.errors import Postponed, StoreError
from rights.look import Looker
from rights.model import PolicyRef
from rights.store import Store
from rights.store.owners import Owners
from rights.store.records import Change, Due, Look, Outcome, Recorded, State, Sweep

log = logging.getLogger("rights.crawl")

#: Looks recorded in one transaction, and how long one look waits for company.
BATCH, LINGER = 64, 0.25
#: A host whose turn is farther away than this waits for the next sweep.
PATIENCE = timedelta(minutes=2)
#: How long the database may be away before a sweep gives up.
AWAY = 300.0

_T = TypeVar("_T")


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
    ) -> None:
        self._store = store
        self._looker = looker
        self._threads = threads
        self._pages = pages
        self._clock = clock
        self._owners = Owners(home)
        self._owner = self._owners.register()
        self._watcher = watcher
        self._on_changes = on_changes
        self._policy_text = policy_text
        self._on_finished = on_finished
        self._policies: set[str] = set()
        self._stop = threading.Event()

    def stop(self) -> None:
        """End the sweep in good order: nothing new is begun, what is under way is recorded."""
        self._stop.set()

    def sweep(self, *, everything: bool = False) -> Progress:
        """Look at all that is due, or take up a sweep that was killed; with ``everything`` due or not."""
        for dead in self._owners.dead():
            _patiently(partial(self._store.due.release, dead))
            self._owners.bury(dead)
        sweep = _patiently(lambda: self._store.sweeps.begin(self._clock(), everything=everything))
        run = _Run(self, sweep)
        try:
            run.go()
        finally:
            _patiently(lambda: self._store.due.release(self._owner))
        if not self._stop.is_set():
            _patiently(lambda: self._store.sweeps.finish(sweep.number, self._clock()))
            self._on_finished()
        return run.progress

    def again(self, due: Due) -> tuple[Look, Recorded]:
        """Look at one address now, due or not, and record it; raises `Postponed` where its host is to be left alone."""
        look = self._looker.look(due)
        self.keep_policies([look])
        return look, _patiently(lambda: self._store.checks.record([look]))

    def close(self) -> None:
        """Say that this crawler ends."""
        self._owners.leave(self._owner)

    def keep_policies(self, looks: Sequence[Look]) -> None:
        """Keep the text of policies that judged for the first time."""
        refs = {one.policy.sha256: one.policy for look in looks for one in look.assessments if one.policy}
        for sha256 in sorted(refs.keys() - self._policies):
            text = self._policy_text(refs[sha256])
            if text is not None:
                ref, at = refs[sha256], self._clock()
                _patiently(partial(self._store.policies.keep, sha256, ref.publisher, text, at, ref.file))
            self._policies.add(sha256)


class _Run:
    """One sweep under way."""

    def __init__(self, crawl: Crawl, sweep: Sweep) -> None:
        self.crawl = crawl
        self.sweep = sweep
        self.progress = Progress()
        self.done: queue.SimpleQueue[tuple[str, list[Look], float]] = queue.SimpleQueue()
        self.busy = 0
        self.began = self.said = self.renewed = monotonic()

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
                self._keep_alive()
        self._tell(last=True)

    def _lease(self, pool: ThreadPoolExecutor) -> int:
        free = self.crawl._threads + min(8, self.crawl._threads) - self.busy
        if free < max(1, self.crawl._threads // 4):
            return 0
        now, until = self.crawl._clock(), self.sweep.started_at
        dues = _patiently(
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
        crawl, store = self.crawl, self.crawl._store
        looks = [look for _, found, _ in visits for look in found]
        crawl.keep_policies(looks)
        now = crawl._clock()
        release = {host: now + timedelta(seconds=rest) if rest else None for host, _, rest in visits}
        try:
            recorded = _patiently(
                lambda: store.checks.record(looks, sweep=self.sweep, owner=crawl._owner, release=release)
            )
        except StoreError:
            recorded = self._record_singly(looks, release)
        self.progress.checked += len(recorded.checks)
        self.progress.dropped += recorded.dropped
        self.progress.postponed += sum(until is not None for until in release.values())
        for look in looks:
            self.progress.outcomes[look.outcome] = self.progress.outcomes.get(look.outcome, 0) + 1
        for change in recorded.changes:
            self.progress.changes[change.state] = self.progress.changes.get(change.state, 0) + 1
        if recorded.changes:
            crawl._on_changes(recorded.changes)
        self._tell()

    def _record_singly(self, looks: Sequence[Look], release: Mapping[str, datetime | None]) -> Recorded:
        """Record what the database refused as a whole: the page that it refuses alone is set aside as broken."""
        store, owner = self.crawl._store, self.crawl._owner
        done = []
        for look in looks:
            try:
                done.append(_patiently(partial(store.checks.record, [look], sweep=self.sweep, owner=owner)))
            except StoreError as wrong:
                log.exception("the database refuses what %s showed", look.due.address)
                bare = Look(due=look.due, at=look.at, outcome=Outcome.BROKEN, error=str(wrong)[:2000])
                done.append(_patiently(partial(store.checks.record, [bare], sweep=self.sweep, owner=owner)))
        _patiently(lambda: store.checks.record([], owner=owner, release=release))
        return Recorded(
            checks=tuple(number for one in done for number in one.checks),
            dropped=sum(one.dropped for one in done),
            changes=tuple(change for one in done for change in one.changes),
        )

    def _wait_for_a_turn(self) -> bool:
        """Wait until a host with something due may be asked; False where none will be soon."""
        crawl = self.crawl
        turn = _patiently(lambda: crawl._store.due.next_turn(self.sweep.started_at))
        if turn is None or turn - crawl._clock() > PATIENCE:
            return False
        wait = (turn - crawl._clock()).total_seconds()
        crawl._stop.wait(min(max(wait, 0.02), 1.0))
        return True

    def _keep_alive(self) -> None:
        if monotonic() - self.renewed > 60:
            self.renewed = monotonic()
            _patiently(lambda: self.crawl._store.due.renew(self.crawl._owner, self.crawl._clock()))

    def _tell(self, *, last: bool = False) -> None:
        if last or monotonic() - self.said > 0.5:
            self.said = monotonic()
            self.progress.seconds = self.said - self.began
            self.progress.hosts = self.busy
            self.progress.due = self.crawl._store.due.count(self.sweep.started_at)
            self.crawl._watcher(self.progress)


def _patiently(ask: Callable[[], _T]) -> _T:
    """Ask the database; while it is away (restarted, locked), ask again with growing pauses for five minutes."""
    began, pause = monotonic(), 0.1
    while True:
        try:
            return ask()
        except StoreError as wrong:
            if not wrong.passing or monotonic() - began > AWAY:
                raise
            log.warning("the database does not answer, asking again: %s", wrong)
            sleep(pause)
            pause = min(pause * 2, 5.0)
