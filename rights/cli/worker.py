"""``rights worker``: look at pages of sweeps that another process leads."""

from __future__ import annotations

from typing import Annotated

import typer

from rights.cli.common import Quiet


def worker(
    threads: Annotated[
        int | None, typer.Option("--threads", min=1, help="Hosts visited at the same time; default RIGHTS_THREADS.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Take hosts with due pages, look at the pages and record them, until SIGTERM or SIGINT; PostgreSQL only.

    Any number may run, on any number of machines.  Whoever sweeps with RIGHTS_WORKERS=true (``rights serve``, ``rights
    crawl``) hands out what is due; a worker that is killed loses the page it is at, which another looks at.
    """
    import logging
    import signal

    from rights.crawl import crawler
    from rights.logs import configure
    from rights.settings import settings
    from rights.store import open_store
    from rights.wiring import fetcher_of
    from rights.workers.worker import Worker

    current = settings()
    configure(current.log, logging.WARNING if quiet else logging.INFO)
    logging.getLogger("procrastinate").setLevel(logging.WARNING)
    log = logging.getLogger("rights.workers")
    with open_store(current) as store, fetcher_of(current, store=store) as fetcher:
        working = Worker(
            store,
            lambda: crawler(current, store, fetcher),
            threads=threads or current.threads,
            told=lambda look: log.info("%s %s", look.outcome.value, look.due.address),
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: working.stop())
        working.run()
