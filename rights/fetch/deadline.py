"""One total deadline for everything that a fetch does on the network."""

from __future__ import annotations

import time

from rights.errors import Timeout


class Deadline:
    """A moment after which nothing more is waited for; every socket operation gets only what remains until then.

    A socket's own timeout starts anew with every byte, so a server that drips would never meet it.
    """

    __slots__ = ("_end", "_seconds", "_url")

    def __init__(self, url: str, seconds: float) -> None:
        self._url = url
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def remaining(self, at_most: float | None = None) -> float:
        """Seconds left, never zero; raises `Timeout` once there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left if at_most is None or left < at_most else at_most

    def passed(self, while_doing: str = "") -> Timeout:
        """The error to raise when an operation ran into the deadline."""
        doing = f" while {while_doing}" if while_doing else ""
        return Timeout(self._url, f"no complete answer within {self._seconds:.3g} seconds{doing}")
