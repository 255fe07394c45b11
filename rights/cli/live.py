"""Live progress of a sweep on stderr: a line that renews itself on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rights.sweep import Progress, Watcher


@contextmanager
def live(quiet: bool) -> Iterator[Watcher]:
    """A watcher that shows pages, rate, hosts, errors and what was found, until the block ends."""
    if quiet or not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.live import Live

    with Live(console=Console(stderr=True), refresh_per_second=4, transient=True) as shown:
        yield lambda progress: shown.update(_line(progress))


def _line(progress: Progress) -> str:
    failed = sum(count for outcome, count in progress.outcomes.items() if outcome.value in ("unreachable", "broken"))
    found = sum(progress.changes.values())
    return (
        f"{progress.checked} pages, {progress.rate:.1f}/s, {progress.due} due, {progress.hosts} hosts, "
        f"{failed} errors, {found} changes"
    )
