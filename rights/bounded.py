"""A deadline for one page: reading it ends after so many seconds of computing, whatever it holds."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType

from rights.errors import ExtractError
from rights.model import Article, Page

#: Seconds of CPU time for one page; the slowest of 530 real pages took 2, the most hostile one tried 12.
DEADLINE = 60.0


def bounded(read: Callable[[Page], Article], seconds: float = DEADLINE) -> Callable[[Page], Article]:
    """``read`` with a deadline of CPU time, after which it raises `ExtractError`.

    The alarm is the operating system's and reaches the main thread alone: elsewhere (and on Windows) the guards of
    ``extract/`` are what bounds the work.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return read

    def within(page: Page) -> Article:
        before = signal.signal(signal.SIGPROF, _stop)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            return read(page)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)

    def _stop(number: int, frame: FrameType | None) -> None:
        raise ExtractError(f"took more than {seconds:g} s of computing: left unread")

    return within
