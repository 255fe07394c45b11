"""The schedule: who leads, what is caught up, what an error does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

import pytest

from rights.errors import StoreError
from rights.schedule import Bell, Job, Schedule
from rights.settings import Settings
from rights.store import Store, open_store
from rights.sweep import now
from tests.crawl.press import Press
from tests.crawl.test_kill import environment

HOUR = timedelta(hours=1)


def until(done: threading.Event) -> None:
    assert done.wait(30), "it did not happen within 30 seconds"


def until_healthy(schedule: Schedule) -> None:
    """A busy machine may leave out some beats."""
    began = monotonic()
    while not schedule.healthy:
        assert monotonic() - began < 30, "its pulse is not felt any more"
        sleep(0.01)


def running(schedule: Schedule) -> threading.Thread:
    thread = threading.Thread(target=schedule.run)
    thread.start()
    return thread


def test_a_missed_run_is_caught_up_once_and_a_recent_one_is_not_repeated(store: Store, settings: Settings) -> None:
    missed, runs = threading.Event(), {"missed": 0, "recent": 0}

    def run(name: str) -> None:
        runs[name] += 1
        if name == "missed":
            missed.set()

    jobs = (
        Job(name="recent", every=HOUR, run=lambda: run("recent"), last=lambda: now() - HOUR / 2),
        Job(name="missed", every=HOUR, run=lambda: run("missed"), last=lambda: now() - 50 * HOUR),
    )
    schedule = Schedule(store, settings.home, jobs, clock=now, pulse=0.05)
    thread = running(schedule)
    until(missed)
    until_healthy(schedule)
    schedule.stop()
    thread.join()
    assert runs == {"missed": 1, "recent": 0}


def test_one_leads_and_another_takes_over(store: Store, settings: Settings) -> None:
    led: list[int] = []
    events = [threading.Event(), threading.Event()]

    def job(number: int) -> Job:
        def run() -> None:
            led.append(number)
            events[number].set()

        return Job(name="job", every=HOUR, run=run)

    first, second = (Schedule(store, settings.home, [job(number)], clock=now, pulse=0.05) for number in (0, 1))
    one = running(first)
    until(events[0])
    other = running(second)
    sleep(0.3)
    assert led == [0]
    first.stop()
    one.join()
    until(events[1])
    second.stop()
    other.join()
    assert led == [0, 1]


def test_a_job_that_fails_does_not_end_the_schedule(store: Store, settings: Settings) -> None:
    again = threading.Event()
    tries: list[int] = []

    def run() -> None:
        tries.append(1)
        if len(tries) > 1:
            again.set()
        raise StoreError("away")

    schedule = Schedule(
        store, settings.home, [Job(name="j", every=timedelta(seconds=0.2), run=run)], clock=now, pulse=0.05
    )
    thread = running(schedule)
    until(again)
    schedule.stop()
    thread.join()


def test_the_thread_survives_what_kills_a_stock_scheduler() -> None:
    bell = Bell(timezone="UTC")
    bell.start()
    try:
        survived = threading.Event()
        broken = threading.Event()
        jobs = bell._jobstores["default"]
        update = jobs.update_job

        def fail(job: object) -> None:
            if not broken.is_set():
                broken.set()
                raise OSError("the database is locked")
            update(job)
            survived.set()

        jobs.update_job = fail
        bell.add_job(int, "interval", seconds=0.1)
        until(survived)
        assert broken.is_set()
    finally:
        bell.shutdown(wait=False)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_serve_sweeps_and_ends_in_good_order_on_sigterm(settings: Settings, tmp_path: Path) -> None:
    with Press() as press:
        site = press.site("127.0.3.2")
        press.feed(site, [press.copy(site, "/p", 1)])
        with open_store(settings) as store:
            store.sites.watch(f"http://{site}/feed.xml", "auto", now())
        env = environment(settings, press) | {"RIGHTS_LOG": "json"}
        served = subprocess.Popen([sys.executable, "-m", "rights", "serve"], env=env, stderr=subprocess.PIPE, text=True)
        began = monotonic()
        while not any(path == "/p" for _, path, _ in press.seen) and monotonic() - began < 60:
            sleep(0.05)
        os.kill(served.pid, signal.SIGTERM)
        _, told = served.communicate(timeout=60)
    assert served.returncode == 0, told
    with open_store(settings) as store:
        found = store.due.find(f"http://{site}/p")
        assert found is not None
        assert found.last_check is not None
        assert store.sweeps.acquire("scheduler", "another", now())
    assert not list((settings.home / "crawlers").iterdir())


class Wall:
    """A wall clock that can be set; APScheduler and the schedule both read it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ahead = timedelta()
        wall = self

        class Set(datetime):
            @classmethod
            def now(cls, tz=None):  # type: ignore[no-untyped-def]
                return datetime.now(tz) + wall.ahead

        monkeypatch.setattr("apscheduler.schedulers.base.datetime", Set)
        monkeypatch.setattr("rights.schedule.datetime", Set)

    def __call__(self) -> datetime:
        return now() + self.ahead


@pytest.mark.parametrize("by", [-30 * HOUR, 30 * HOUR], ids=["back", "forward"])
def test_a_clock_that_is_set_stops_nothing_and_starts_no_stampede(
    store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch, by: timedelta
) -> None:
    wall = Wall(monkeypatch)
    runs: list[datetime] = []
    ran = threading.Condition()

    def run() -> None:
        with ran:
            runs.append(wall())
            ran.notify_all()

    def last() -> datetime | None:
        return runs[-1] if runs else None

    def after(count: int) -> None:
        with ran:
            assert ran.wait_for(lambda: len(runs) >= count, 30), f"{count} runs did not happen"

    job = Job(name="often", every=timedelta(seconds=0.5), run=run, last=last)
    rare = Job(name="rare", every=24 * HOUR, run=(rang := []).append, last=wall)  # type: ignore[arg-type]
    schedule = Schedule(store, settings.home, [job, rare], clock=wall, pulse=0.05)
    thread = running(schedule)
    try:
        after(2)
        wall.ahead = by
        before, began = len(runs), monotonic()
        after(before + 6)
        took = monotonic() - began
        until_healthy(schedule)
    finally:
        schedule.stop()
        thread.join()
    assert took > 1, "the hours that the clock left out are not made up run by run"
    assert rang == []
