"""Judge pages in worker processes: reading and matching a page costs far more than fetching it, and one Python process
does it on one core.

A page that kills or stalls its worker is tried once more, since it may have been another's fault, and then given up.
"""

from __future__ import annotations

import copyreg
import logging
import multiprocessing
import threading
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from rights.errors import ExtractError
from rights.given import Tools
from rights.judgement import Asked, Judge, Judgement, judge
from rights.model import Page
from rights.settings import Settings
from rights.wiring import Originals, library_of, operators_of, works_of

log = logging.getLogger("rights.crawl")

#: Seconds after which a page is stalled: extraction and matching are bounded far below.
STALLED = 120.0
#: Pages after which a worker is replaced, so that memory that a library loses does not add up.
PAGES = 2_000


def _proxy(value: Mapping[Any, Any]) -> tuple[Any, tuple[dict[Any, Any]]]:
    return MappingProxyType, (dict(value),)


copyreg.pickle(MappingProxyType, _proxy)

_tools: Tools | None = None


def _open(settings: Settings) -> None:
    """In a worker: open what judging needs, once."""
    global _tools
    _tools = Tools(
        library=library_of(settings),
        works=works_of(settings),
        original=Originals(settings),
        operator=operators_of(settings),
    )


def _judge(page: Page, asked: Asked) -> Judgement:
    """In a worker: judge one page."""
    assert _tools is not None
    return judge(page, asked, _tools)


class JudgePool:
    """`judgement.Judge` over worker processes; used from many threads, each of which waits for its own page.

    Workers fetch nothing: an original that is not among the known works is not looked up.
    """

    def __init__(self, settings: Settings, processes: int, judge: Judge = _judge, stalled: float = STALLED) -> None:
        self._settings = settings
        self._judge = judge
        self._stalled = stalled
        self._processes = processes
        self._lock = threading.Lock()
        self._pool = self._new()

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._processes,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_open,
            initargs=(self._settings,),
            max_tasks_per_child=PAGES,
        )

    def __call__(self, page: Page, asked: Asked) -> Judgement:
        """Judge one page; raises `ExtractError` for one that kills or stalls its worker twice."""
        light = replace(page, chain=())
        for _ in range(2):
            pool = self._pool
            try:
                future: Future[Judgement] = pool.submit(self._judge, light, asked)
                return future.result(timeout=self._stalled)
            except TimeoutError:
                log.warning("a page stalled its worker: %s", page.url)
                self._replace(pool)
            except BrokenProcessPool:
                self._replace(pool)
        raise ExtractError(f"{page.url}: reading this page kills or stalls its worker")

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is not broken:
                return
            self._pool = self._new()
        for process in list((broken._processes or {}).values()):
            process.kill()
        broken.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """End the workers."""
        self._pool.shutdown(wait=False, cancel_futures=True)
