"""How far a long command is and how fast: on stderr, never between results."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

from rights.model import message
from rights.report.language import Say, say_in

#: Seconds between two lines where stderr is no terminal.
_EVERY = 10.0


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


class Rate:
    """Counts what is done; on a terminal a bar, elsewhere a line now and then, and a last line with the rate."""

    def __init__(self, what: str, *, quiet: bool = False, total: int | None = None, say: Say | None = None) -> None:
        self.done = 0
        self._say = say or say_in()
        self._what, self._quiet = what, quiet
        self._start = self._told = time.monotonic()
        self._bar: Progress | None = None
        if not quiet and sys.stderr.isatty():
            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                _Rate(),
                TimeElapsedColumn(),
            )
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(what, total=total)

    def __call__(self, more: int = 1) -> None:
        """So many more are done."""
        self.done += more
        if self._bar is not None:
            self._bar.update(self._task, completed=self.done)
        elif not self._quiet and time.monotonic() - self._told > _EVERY:
            self._told = time.monotonic()
            self._tell()

    def step(self, what: str) -> Self:
        """Count anew, for the next step of one command; the rate of the step before is told."""
        if not self._quiet and self.done > 1:
            self._tell()
        self.done, self._what = 0, what
        self._start = self._told = time.monotonic()
        if self._bar is not None:
            self._bar.reset(self._task, description=what, total=None)
        return self

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
        if not self._quiet and kind is None and self.done > 1:
            self._tell()

    def _tell(self) -> None:
        seconds = time.monotonic() - self._start
        told = message(
            "{what}: {number} in {seconds} s", what=self._what, number=f"{self.done:,}", seconds=f"{seconds:,.1f}"
        )
        if seconds > 0.5:
            told = message("{told}, {rate} a second", told=told, rate=f"{self.done / seconds:,.0f}")
        print(self._say(told), file=sys.stderr)
