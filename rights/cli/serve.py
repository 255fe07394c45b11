"""``rights serve``: sweeps on a schedule, until it is told to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from rights.cli.common import Quiet

if TYPE_CHECKING:
    from datetime import datetime

    from rights.store import Store


def serve(quiet: Quiet = False) -> None:
    """Sweep on a schedule and drop old snapshots, until SIGTERM or SIGINT; what is under way is then recorded.

    Any number may run on one database: one of them leads, and another takes over when it ends.
    """
    import logging
    import signal
    from datetime import timedelta

    from rights.crawl import crawler
    from rights.logs import configure
    from rights.schedule import Job, Schedule
    from rights.settings import settings
    from rights.store import open_store
    from rights.sweep import Crawl, now
    from rights.wiring import fetcher_of

    current = settings()
    configure(current.log, logging.WARNING if quiet else logging.INFO)
    log = logging.getLogger("rights.serve")
    with open_store(current) as store, fetcher_of(current) as fetcher:
        running: list[Crawl] = []

        def sweep() -> None:
            with crawler(current, store, fetcher) as one:
                running.append(one)
                done = one.sweep() if not stopping else None
                running.remove(one)
            if done is not None:
                figures = {"checked": done.checked, "due": done.due, "seconds": round(done.seconds, 1)}
                changes = {state.value: count for state, count in done.changes.items()}
                log.info("swept %s pages, violations %s", done.checked, changes or "unchanged", extra=figures)

        def tidy() -> None:
            count, size = store.snapshots.drop(now() - timedelta(days=current.keep_snapshots))
            log.info("dropped %s old snapshots, %s bytes", count, size)

        jobs = (
            Job(name="sweep", every=timedelta(minutes=current.sweep_every), run=sweep, last=lambda: _last_sweep(store)),
            Job(name="tidy", every=timedelta(days=1), run=tidy),
        )
        schedule = Schedule(store, current.home, jobs, clock=now)
        stopping: list[int] = []

        def stop(number: int, frame: object) -> None:
            stopping.append(number)
            schedule.stop()
            for one in list(running):
                one.stop()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        if not quiet:
            typer.echo(f"sweeping every {current.sweep_every:g} minutes; stop with Ctrl-C or SIGTERM", err=True)
        schedule.run()


def _last_sweep(store: Store) -> datetime | None:
    """When the last sweep began; None where one was cut short, so that it is taken up at once."""
    last = store.sweeps.last(1)
    return last[0].started_at if last and last[0].finished_at else None
