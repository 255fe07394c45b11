"""Which crawlers on this machine are alive: each holds a lock on a file of its own, which the system frees when it dies.

So a crawl that was killed gives its hosts to the next one at once; crawlers of other machines are known to be dead
only when their leases end.
"""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import socket
from pathlib import Path
from typing import IO


class Owners:
    """The crawlers that share one home."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "crawlers"
        self._held: dict[str, IO[bytes]] = {}

    def register(self) -> str:
        """A new name for this crawler, alive until `leave` or the end of the process."""
        name = f"{re.sub('[^A-Za-z0-9.-]', '-', socket.gethostname())}-{os.getpid()}-{secrets.token_hex(4)}"
        self._folder.mkdir(parents=True, exist_ok=True)
        file = open(self._folder / name, "wb")  # noqa: SIM115 - held open for as long as the crawler lives
        fcntl.flock(file, fcntl.LOCK_EX)
        self._held[name] = file
        return name

    def dead(self) -> list[str]:
        """Names of crawlers that ended without leaving; call `bury` once their hosts are free."""
        found = []
        for path in sorted(self._folder.glob("*")):
            if path.name in self._held:
                continue
            try:
                with open(path, "rb") as file:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    found.append(path.name)
            except (BlockingIOError, FileNotFoundError):
                continue
        return found

    def bury(self, name: str) -> None:
        """Forget a crawler."""
        (self._folder / name).unlink(missing_ok=True)

    def leave(self, name: str) -> None:
        """Say that this crawler ends."""
        file = self._held.pop(name, None)
        if file is not None:
            self.bury(name)
            file.close()
