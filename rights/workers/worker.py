"""A worker: takes tasks, visits their hosts in threads, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import datetime

from procrastinate import RetryStrategy
from procrastinate.exceptions import ConnectorException

from rights.errors import BodiesRefused, RightsError
from rights.store import Store
from rights.store.records import Look, Sweep
from rights.sweep import Crawl
from rights.visits import Visits
from rights.workers.engine import HEARTBEAT, QUEUE, SILENT, VISIT, app_of, tables_of

log = logging.getLogger("rights.workers")

#: Seconds between two questions for tasks where no notice of a new one came.
POLL = 2.0


class Worker:
    """One worker process; ``crawler`` makes a crawler that knows works, policies and sites as they are then."""

    def __init__(
        self,
        store: Store,
        crawler: Callable[[], AbstractContextManager[Crawl]],
        *,
        threads: int,
        told: Callable[[Look], None] = lambda look: None,
    ) -> None:
        self._tables = tables_of(store)
        self._rounds = Rounds(crawler, told)
        self._threads = threads
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._stopping = False
        self._error: RightsError | None = None

    def run(self) -> None:
        """Work until `stop`; a database that is away is waited for.

        Raises the `RightsError` for which no sweep can be worked on any more: the database was upgraded, say.
        """
        try:
            asyncio.run(self._run())
        finally:
            self._rounds.close()
        if self._error is not None:
            raise self._error

    def stop(self) -> None:
        """End after the pages under way, which are recorded; may be called from a signal's handler."""
        self._stopping = True
        self._rounds.stop()
        if self._loop is not None and self._task is not None:
            self._loop.call_soon_threadsafe(self._task.cancel)

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.create_task(self._work())
        if self._stopping:
            self._task.cancel()
        try:
            await self._task
        except asyncio.CancelledError:
            if not self._stopping:
                raise

    async def _work(self) -> None:
        with ThreadPoolExecutor(self._threads, thread_name_prefix="rights-visit") as pool:
            while not self._stopping:
                try:
                    await self._serve(pool)
                except ConnectorException as wrong:
                    log.warning("the database does not answer, asking again: %s", wrong)
                    await asyncio.sleep(POLL)

    async def _serve(self, pool: ThreadPoolExecutor) -> None:
        app = app_of(self._tables)

        @app.task(name=VISIT, queue=QUEUE, retry=RetryStrategy(max_attempts=5, exponential_wait=5))
        async def visit(host: str, sweep: int, until: str) -> int:
            loop = asyncio.get_running_loop()
            of = Sweep(number=sweep, kind="due", started_at=datetime.fromisoformat(until))
            return await loop.run_in_executor(pool, self._visit, host, of)

        async with app.open_async():
            await app.run_worker_async(
                name=f"{socket.gethostname()}-{os.getpid()}",
                queues=[QUEUE],
                concurrency=self._threads,
                delete_jobs="successful",
                install_signal_handlers=False,
                fetch_job_polling_interval=POLL,
                update_heartbeat_interval=HEARTBEAT,
                stalled_worker_timeout=SILENT,
            )

    def _visit(self, host: str, sweep: Sweep) -> int:
        with ExitStack() as stack:
            try:
                visits = stack.enter_context(self._rounds.of(sweep.number))
            except RightsError as wrong:  # such as a database that was upgraded meanwhile
                self._end_where_final(wrong)
                raise
            try:
                return visits.visit(host, sweep)
            except BodiesRefused as wrong:
                self._end_where_final(wrong)
                raise

    def _end_where_final(self, wrong: RightsError) -> None:
        """End with an error that no other visit will be spared."""
        if not getattr(wrong, "passing", False):
            self._error = wrong
            self.stop()


class Rounds:
    """The crawlers of a worker: a new one for each sweep, the last one closed when its visits have ended."""

    def __init__(self, crawler: Callable[[], AbstractContextManager[Crawl]], told: Callable[[Look], None]) -> None:
        self._crawler = crawler
        self._told = told
        self._lock = threading.Lock()
        self._round: _Round | None = None
        self._stopped = False

    @contextmanager
    def of(self, number: int) -> Iterator[Visits]:
        """The visits of a sweep, or of a later one that has begun."""
        with self._lock:
            if self._round is None or self._round.number < number:
                last, self._round = self._round, _Round(number, self._crawler, self._told)
                if self._stopped:
                    self._round.crawl.stop()
                if last is not None:
                    last.leave()
            current = self._round
            current.users += 1
        try:
            yield current.visits
        finally:
            with self._lock:
                current.leave()

    def stop(self) -> None:
        """Have the visits under way end after the page they are at."""
        self._stopped = True
        if self._round is not None:
            self._round.crawl.stop()

    def close(self) -> None:
        """Close the crawler."""
        with self._lock:
            if self._round is not None:
                self._round.leave()
                self._round = None


class _Round:
    """A crawler with those who use it; the first user is its being the newest."""

    def __init__(
        self, number: int, crawler: Callable[[], AbstractContextManager[Crawl]], told: Callable[[Look], None]
    ) -> None:
        self.number = number
        self.users = 1
        self._stack = ExitStack()
        self.crawl = self._stack.enter_context(crawler())
        self.visits = self._stack.enter_context(self.crawl.visits(told))

    def leave(self) -> None:
        self.users -= 1
        if not self.users:
            self._stack.close()
