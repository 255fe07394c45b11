"""What a sweep uses while it goes on: memory and CPU time of its own process, of its workers, and of each stage."""

from __future__ import annotations

import multiprocessing
import os
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from rights.check import check_article
from rights.extract.article import extract
from rights.given import Tools
from rights.model import Page
from rights.sweep import Progress


class Usage:
    """Notes memory and CPU seconds at every sign of progress; ``apart`` is the servers' process, which does not count."""

    def __init__(self, apart: int) -> None:
        self._apart = apart
        self._began = time.process_time()
        self._workers: dict[int, float] = {}
        self.memory: list[tuple[int, float, float]] = []
        self.spent: list[tuple[int, float, float]] = []

    def __call__(self, progress: Progress) -> None:
        alive = [one.pid for one in multiprocessing.active_children() if one.pid and one.pid != self._apart]
        self.memory.append((progress.checked, _megabytes(os.getpid()), sum(map(_megabytes, alive))))
        server = getattr(forkserver._forkserver, "_forkserver_pid", None)
        for number in [*alive, *([server] if server else [])]:
            self._workers[number] = max(_seconds(number), self._workers.get(number, 0.0))
        self.spent.append((progress.checked, time.process_time() - self._began, sum(self._workers.values())))

    def milliseconds(self, since: float = 0.0) -> tuple[float, float]:
        """CPU a page of the own process and of the workers, from this share of the sweep on."""
        count, own, workers = self.spent[-1]
        at, own_before, workers_before = next((one for one in self.spent if one[0] >= since * count), self.spent[-1])
        if not since:
            at, own_before, workers_before = 0, 0.0, 0.0
        pages = max(count - at, 1)
        return 1000 * (own - own_before) / pages, 1000 * (workers - workers_before) / pages

    def flatness(self) -> str:
        """Memory around each quarter of the sweep, each a mean over a tenth of it, and the last against the first."""
        last = self.memory[-1][0]

        def around(share: float) -> tuple[int, float, float]:
            near = [one for one in self.memory if abs(one[0] - share * last) <= last / 20] or self.memory[-1:]
            return round(share * last), *(sum(one[place] for one in near) / len(near) for place in (1, 2))

        marks = [around(share) for share in (0.25, 0.5, 0.75, 0.95)]
        told = ", ".join(f"{own:.0f} + {workers:.0f} MB at {count:,}" for count, own, workers in marks)
        first, final = sum(marks[0][1:]), sum(marks[-1][1:])
        return f"{told}; in all {final / first:.2f} of the first"


class Timed:
    """CPU seconds that threads spend within some calls."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The call, timed by the clock of whichever thread makes it."""

        def timed(*arguments: Any, **named: Any) -> Any:
            began = time.thread_time()
            try:
                return call(*arguments, **named)
            finally:
                self.seconds[name] = self.seconds.get(name, 0.0) + time.thread_time() - began

        return timed


def worker_stages(pages: Sequence[Page], tools: Tools) -> dict[str, float]:
    """CPU milliseconds a page of what workers do, done here one page after the other: reading, then all the rest."""
    for page in pages[: len(pages) // 4]:  # what is loaded at first use
        check_article(extract(page), tools)
    began = time.process_time()
    articles = [extract(page) for page in pages]
    read = time.process_time()
    for article in articles:
        check_article(article, tools)
    done = time.process_time()
    return {
        "reading": 1000 * (read - began) / len(pages),
        "matching and judging": 1000 * (done - read) / len(pages),
    }


def told(stages: Iterable[tuple[str, float]]) -> str:
    """Stages in a line."""
    return ", ".join(f"{name} {milliseconds:.1f}" for name, milliseconds in stages)


def _megabytes(number: int) -> float:
    try:
        pages = int(Path(f"/proc/{number}/statm").read_text().split()[1])
    except OSError:  # it ended meanwhile
        return 0.0
    return pages * resource.getpagesize() / 2**20


def _seconds(number: int) -> float:
    try:
        fields = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
