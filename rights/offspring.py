"""Processes that work for another: they end when it does, even where that was killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading


def end_with_parent() -> None:
    """In a process of ours: end with the one that started it, not with a Ctrl-C at their common terminal.

    Without, a process of a pool would wait for its next task for ever.
    """
    threading.Thread(target=_wait, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _wait() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
