"""A sweep as its leader runs it: hosts with something due become tasks, one for each, until nothing is due."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job
from procrastinate.manager import JobManager
from procrastinate.types import JSONDict

from rights.crawl import after_sweep
from rights.errors import StoreError
from rights.fetch import Fetcher
from rights.settings import Settings
from rights.store import Store
from rights.store.owners import Owners
from rights.store.patience import AWAY
from rights.store.records import Sweep
from rights.sweep import PATIENCE, Progress, Watcher, now
from rights.wiring import library_of
from rights.workers.engine import QUEUE, SILENT, VISIT, app_of, tables_of

log = logging.getLogger("rights.workers")

#: Tasks that wait or run at most, and seconds between two looks at what is due.
AHEAD, TICK = 2_000, 0.5
#: Seconds between two looks for tasks whose worker is no more.
MEND = 5.0


class Leader:
    """Leads sweeps that workers do.  Two on one database do no harm: a host has one task at a time, whoever gave it."""

    def __init__(
        self,
        store: Store,
        home: Path,
        *,
        pause: timedelta = timedelta(seconds=2),
        clock: Callable[[], datetime] = now,
        watcher: Watcher = lambda progress: None,
        on_finished: Callable[[], object] = lambda: None,
    ) -> None:
        self._store = store
        self._tables = tables_of(store)
        self._owners = Owners(home)
        self._pause = pause
        self._clock = clock
        self._watcher = watcher
        self._on_finished = on_finished
        self._stopped = False

    def stop(self) -> None:
        """Hand out nothing more; workers end what they have."""
        self._stopped = True

    def sweep(self, *, everything: bool = False) -> Progress:
        """Hand out all that is due and wait until workers have done it; with ``everything`` due or not."""
        sweep = self._store.sweeps.begin(self._clock(), everything=everything)
        progress = asyncio.run(self._hand_out(sweep))
        if not self._stopped:
            self._store.sweeps.finish(sweep.number, self._clock())
            self._on_finished()
        return progress

    async def _hand_out(self, sweep: Sweep) -> Progress:
        progress, before, began = Progress(), sweep.checked, monotonic()
        answered, mended = monotonic(), 0.0
        app = app_of(self._tables)
        async with app.open_async():
            while not self._stopped:
                try:
                    if monotonic() - mended > MEND:
                        mended = monotonic()
                        await self._mend(app.job_manager)
                    waiting = self._tables.unfinished()
                    handed = await self._defer(app.job_manager, sweep, AHEAD - waiting)
                    if not waiting and not handed and not self._soon(sweep):
                        break
                    self._tell(progress, sweep, before, began, waiting)
                    answered = monotonic()
                except (StoreError, ConnectorException) as wrong:
                    if monotonic() - answered > AWAY or not getattr(wrong, "passing", True):
                        raise
                    log.warning("the database does not answer, asking again: %s", wrong)
                await asyncio.sleep(TICK)
        self._tell(progress, sweep, before, began, 0)
        return progress

    async def _defer(self, manager: JobManager, sweep: Sweep, room: int) -> int:
        """Make tasks of hosts whose turn has come; gives how many."""
        if room <= 0:
            return 0
        hosts = self._store.due.ready(sweep.started_at, self._clock(), limit=room, besides=self._tables.engaged)
        if not hosts:
            return 0
        tasks = [_task(host, sweep) for host in hosts]
        try:
            await manager.batch_defer_jobs_async(tasks)
        except AlreadyEnqueued:  # another leader was quicker with one of them
            return await _one_by_one(manager, tasks)
        return len(tasks)

    async def _mend(self, manager: JobManager) -> None:
        """Hand out again what a worker held that is no more, and free its hosts where it was on this machine."""
        for dead in self._owners.dead():
            self._store.due.release(dead, rest=self._clock() + self._pause)
            self._owners.bury(dead)
        for stalled in await manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=SILENT):
            log.warning("the worker that visited %s is no more: the visit is handed out again", stalled.lock)
            if stalled.id is not None:
                await manager.retry_job_by_id_async(stalled.id, retry_at=self._clock())

    def _soon(self, sweep: Sweep) -> bool:
        turn = self._store.due.next_turn(sweep.started_at)
        return turn is not None and turn - self._clock() <= PATIENCE

    def _tell(self, progress: Progress, sweep: Sweep, before: int, began: float, waiting: int) -> None:
        current = self._store.sweeps.get(sweep.number)
        progress.checked = (current.checked if current else 0) - before
        progress.due, progress.hosts = self._store.due.count(sweep.started_at), waiting
        progress.seconds = monotonic() - began
        self._watcher(progress)


@contextmanager
def leader(settings: Settings, store: Store, fetcher: Fetcher, watcher: Watcher | None = None) -> Iterator[Leader]:
    """A leader over the store, until the block ends; the counterpart of `rights.crawl.crawler`."""
    library = library_of(settings)
    yield Leader(
        store,
        settings.home,
        pause=timedelta(seconds=settings.pace),
        watcher=watcher or (lambda progress: None),
        on_finished=lambda: after_sweep(settings, store, fetcher, library),
    )


def _task(host: str, sweep: Sweep) -> Job:
    what: JSONDict = {"host": host, "sweep": sweep.number, "until": sweep.started_at.isoformat()}
    return Job(queue=QUEUE, task_name=VISIT, lock=host, queueing_lock=host, task_kwargs=what)


async def _one_by_one(manager: JobManager, tasks: Sequence[Job]) -> int:
    count = 0
    for task in tasks:
        try:
            await manager.defer_job_async(task)
            count += 1
        except AlreadyEnqueued:
            continue
    return count
