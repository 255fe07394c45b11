"""Asking a database that may be away for a while: restarted, or locked."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import monotonic, sleep
from typing import TypeVar

from rights.errors import StoreError

log = logging.getLogger("rights.crawl")

#: Seconds for which the database may be away before a sweep gives up.
AWAY = 300.0

_T = TypeVar("_T")


def patiently(ask: Callable[[], _T]) -> _T:
    """Ask the database; while it is away (restarted, locked), ask again with growing pauses for five minutes."""
    began, pause = monotonic(), 0.1
    while True:
        try:
            return ask()
        except StoreError as wrong:
            if not wrong.passing or monotonic() - began > AWAY:
                raise
            log.warning("the database does not answer, asking again: %s", wrong)
            sleep(pause)
            pause = min(pause * 2, 5.0)
