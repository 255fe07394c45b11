"""When sweeps run: the only home of apscheduler.

APScheduler only rings the bell; what rings is done by one worker thread, one job after the other.  When a job is due
follows from the database, never from a job store, so that several schedulers may share one: whoever holds the
scheduler's lock works, the others wait for it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from apscheduler.schedulers import base
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import STATE_RUNNING

from rights.errors import RightsError
from rights.store import Store
from rights.store.owners import Owners

log = logging.getLogger("rights.schedule")

LOCK = "scheduler"
#: How often the lock's holder renews it and the others ask for it; the lock ends after two minutes of silence.
PULSE = 20.0
#: Seconds by which the clock has to leave the steady one at once to count as set; corrections by NTP are smaller.
JUMP = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something done every so often; ``last`` says when it was done last, as the database knows."""

    name: str
    every: timedelta
    run: Callable[[], object]
    last: Callable[[], datetime | None] = lambda: None


class Bell(BackgroundScheduler):  # type: ignore[misc]  # apscheduler carries no types
    """APScheduler 3 whose thread survives errors and a clock that is set, and which loses no run while it is shut down.

    Stock, it sleeps until the next run by a clock of its own and asks the wall clock only then: set back by an hour, it
    rings nothing for that hour; set forward, it oversleeps.  So it looks every ``most`` seconds, and tells ``jumped``
    by how much the wall clock left the steady one.
    """

    def __init__(
        self, *, most: float = PULSE, jumped: Callable[[float], object] = lambda by: None, **options: Any
    ) -> None:
        super().__init__(**options)
        self._most = most
        self._jumped = jumped
        self._apart: float | None = None

    def _process_jobs(self) -> float:
        if self.state != STATE_RUNNING:
            return float(threading.TIMEOUT_MAX)
        try:
            self._compare_clocks()
            wait: float | None = super()._process_jobs()
        except Exception:
            log.exception("the scheduler could not look at its jobs")
            return 1.0
        return self._most if wait is None else min(wait, self._most)

    def _compare_clocks(self) -> None:
        apart = base.datetime.now(UTC).timestamp() - monotonic()
        before, self._apart = self._apart, apart
        if before is not None and abs(apart - before) > JUMP:
            self._jumped(apart - before)


class Schedule:
    """Runs jobs in turn for as long as this process holds the scheduler's lock."""

    def __init__(
        self, store: Store, home: Path, jobs: Iterable[Job], *, clock: Callable[[], datetime], pulse: float = PULSE
    ) -> None:
        self._store = store
        self._jobs = {job.name: job for job in jobs}
        self._clock = clock
        self._pulse = pulse
        self._owners = Owners(home)
        self._owner = self._owners.register()
        self._due: dict[str, None] = {}
        self._rung = threading.Condition()
        self._stopped = threading.Event()
        self._bell = Bell(
            most=pulse, jumped=self._reset, timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )  # fmt: skip
        self.leading = False
        self.last_pulse: datetime | None = None

    @property
    def healthy(self) -> bool:
        """True while the scheduler's thread lives and its pulse was felt lately."""
        thread = getattr(self._bell, "_thread", None)
        beating = self.last_pulse is not None and self._clock() - self.last_pulse < timedelta(seconds=5 * self._pulse)
        return bool(thread and thread.is_alive() and beating)

    def run(self) -> None:
        """Work until `stop`; a job that fails is logged and rings again at its next time."""
        self._bell.add_job(self._beat, "interval", seconds=self._pulse, id="pulse", next_run_time=datetime.now(UTC))
        self._bell.start()
        try:
            while not self._stopped.is_set():
                job = self._next()
                if job is not None:
                    self._work(job)
        finally:
            self._bell.shutdown(wait=False)
            if self.leading:
                self._store.sweeps.give_back(LOCK, self._owner)
            self._owners.leave(self._owner)

    def stop(self) -> None:
        """End after the job under way, which its own stop ends early."""
        self._stopped.set()
        with self._rung:
            self._rung.notify_all()

    def _beat(self) -> None:
        """Take or renew the lock; with the lock newly taken, set every job's time from what the database knows."""
        for dead in self._owners.dead():
            self._store.sweeps.give_back(LOCK, dead)
            self._store.due.release(dead)
            self._owners.bury(dead)
        held = self._store.sweeps.acquire(LOCK, self._owner, self._clock())
        if held and not self.leading:
            log.info("this scheduler leads")
            self._arrange()
        elif self.leading and not held:
            log.warning("another scheduler leads now")
            for name in self._jobs:
                self._bell.remove_job(name)
        self.leading = held
        self.last_pulse = self._clock()

    def _arrange(self) -> None:
        now = self._clock()
        for job in self._jobs.values():
            last = job.last()
            first = min(max(now, last + job.every), now + job.every) if last else now
            self._bell.add_job(
                self._ring, "interval", args=(job.name,), seconds=job.every.total_seconds(), id=job.name,
                next_run_time=first, replace_existing=True,
            )  # fmt: skip

    def _reset(self, by: float) -> None:
        """The clock was set: all times anew, from now and from what the database knows."""
        log.warning("the clock was set %+.0f seconds", by)
        self._bell.modify_job("pulse", next_run_time=self._clock())
        if self.leading:
            self._arrange()

    def _ring(self, name: str) -> None:
        with self._rung:
            self._due[name] = None
            self._rung.notify_all()

    def _next(self) -> Job | None:
        with self._rung:
            while not self._due and not self._stopped.is_set():
                self._rung.wait(timeout=1.0)
            if self._stopped.is_set():
                return None
            name = next(iter(self._due))
            del self._due[name]
        return self._jobs[name]

    def _work(self, job: Job) -> None:
        began = self._clock()
        try:
            job.run()
        except (RightsError, OSError):
            log.exception("%s failed; it is tried again at its next time", job.name)
            return
        log.info("%s done", job.name, extra={"seconds": (self._clock() - began).total_seconds()})
