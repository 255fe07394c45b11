"""``rights crawl``: one sweep over what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rights.cli.common import Quiet

if TYPE_CHECKING:
    from rights.sweep import Progress


def crawl(
    once: Annotated[bool, typer.Option("--once", help="One sweep over what is due; the default.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Look at every known address, due or not.")] = False,
    quiet: Quiet = False,
) -> None:
    """Look at all pages that are due, record what they show, and say what changed.

    A sweep that was stopped or killed is taken up where it ended.  ``rights serve`` sweeps on a schedule.  With
    RIGHTS_WORKERS the pages are looked at by  rights worker  processes, and this one waits for them.
    """
    import signal

    from rights.cli.live import live
    from rights.cli.sweeping import sweeper
    from rights.settings import settings
    from rights.store import open_store
    from rights.wiring import fetcher_of

    current = settings()
    with (
        open_store(current) as store,
        fetcher_of(current, store=store) as fetcher,
        live(quiet) as watcher,
        sweeper(current, store, fetcher, watcher) as running,
    ):
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: running.stop())
        done = running.sweep(everything=everything)
    print(_summary(done))


def _summary(done: Progress) -> str:
    outcomes = ", ".join(f"{count} {outcome.value}" for outcome, count in sorted(done.outcomes.items()))
    changes = ", ".join(f"{count} {state.value}" for state, count in sorted(done.changes.items())) or "none"
    left = f"; {done.due} still due" if done.due else ""
    if done.checked and not outcomes:
        return f"{done.checked} checked by workers{left}"
    return f"{done.checked} checked ({outcomes or 'nothing was due'}); violations: {changes}{left}"
