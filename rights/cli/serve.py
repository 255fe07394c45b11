"""``rights serve``: sweeps on a schedule and the web part, in one process, until it is told to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rights.cli.common import Quiet

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import datetime

    from rights.fetch import Fetcher
    from rights.schedule import Schedule
    from rights.settings import Settings
    from rights.store import Store


def serve(
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on; default RIGHTS_HOST.")] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="Port to listen on; default RIGHTS_PORT.")
    ] = None,
    web: Annotated[bool, typer.Option("--web/--no-web", help="Serve pages, or only sweep.")] = True,
    quiet: Quiet = False,
) -> None:
    """Sweep on a schedule and serve the web part, until SIGTERM or SIGINT; what is under way is then recorded.

    Any number may run on one database: one of them leads the sweeps, and another takes over when it ends.
    """
    import logging
    import signal
    from datetime import timedelta

    from rights.cli.sweeping import Sweeper, sweeper
    from rights.logs import configure
    from rights.schedule import Job, Schedule
    from rights.settings import settings
    from rights.store import open_store
    from rights.store.retention import drop_history
    from rights.sweep import now
    from rights.wiring import fetcher_of

    current = settings()
    configure(current.log, logging.WARNING if quiet else logging.INFO)
    log = logging.getLogger("rights.serve")
    with open_store(current) as store, fetcher_of(current, store=store) as fetcher:
        running: list[Sweeper] = []

        def sweep() -> None:
            with sweeper(current, store, fetcher) as one:
                running.append(one)
                done = one.sweep() if not stopping else None
                running.remove(one)
            if done is not None:
                figures = {"checked": done.checked, "due": done.due, "seconds": round(done.seconds, 1)}
                changes = {state.value: count for state, count in done.changes.items()}
                log.info("swept %s pages, violations %s", done.checked, changes or "unchanged", extra=figures)

        def tidy() -> None:
            if current.keep_history:
                gone = drop_history(store.database, now() - timedelta(days=current.keep_history))
                log.info("dropped %s old checks, %s old sweeps", gone.checks, gone.sweeps)
            count, size = store.snapshots.drop(now() - timedelta(days=current.keep_snapshots))
            log.info("dropped %s old snapshots, %s bytes", count, size)
            store.database.learn()

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
        with _web(
            current, store, fetcher, schedule, host or current.host, current.port if port is None else port, web, quiet
        ):
            schedule.run()


def _web(
    current: Settings,
    store: Store,
    fetcher: Fetcher,
    schedule: Schedule,
    host: str,
    port: int,
    wanted: bool,
    quiet: bool,
) -> AbstractContextManager[object]:
    """The web server; nothing where it is not wanted, or its extra is not installed, which is then said."""
    from contextlib import nullcontext
    from importlib.util import find_spec

    if not wanted:
        return nullcontext()
    if not all(
        find_spec(name)
        for name in ("fastapi", "uvicorn", "argon2", "itsdangerous", "prometheus_client", "python_multipart")
    ):
        typer.echo("serving no pages: they need an optional part: pip install 'rights[web]'", err=True)
        return nullcontext()
    from rights.web.context import Web
    from rights.web.server import WebServer
    from rights.wiring import library_of

    library = library_of(current)
    made = WebServer(
        Web(settings=current, store=store, library=library, fetcher=fetcher, sweeping=lambda: schedule.healthy),
        host,
        port,
    )
    if not quiet:
        typer.echo(f"listening on {made.address}", err=True)
    return made


def _last_sweep(store: Store) -> datetime | None:
    """When the last sweep began; None where one was cut short, so that it is taken up at once."""
    last = store.sweeps.last(1)
    return last[0].started_at if last and last[0].finished_at else None
