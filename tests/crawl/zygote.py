"""Runs ``rights`` command lines in processes forked from one that has everything imported: each starts at once.

Reads one JSON list of arguments a line, answers with the process's number, and after it ended with its return code.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import TracebackType
from typing import Self


class Zygote:
    """Processes with one environment."""

    def __init__(self, env: dict[str, str]) -> None:
        command = [sys.executable, "-m", "tests.crawl.zygote"]
        self._parent = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._parent.stdin
        self._parent.stdin.close()
        self._parent.wait()

    def start(self, *arguments: str) -> int:
        """Start a command line; gives the number of its process."""
        assert self._parent.stdin
        self._parent.stdin.write(json.dumps(arguments) + "\n")
        self._parent.stdin.flush()
        return self._number()

    def wait(self) -> int:
        """The return code of the process that was started last; minus the signal that killed it."""
        return self._number()

    def run(self, *arguments: str) -> None:
        """Run a command line to its end, which must be good."""
        self.start(*arguments)
        assert self.wait() == 0

    def _number(self) -> int:
        assert self._parent.stdout
        return int(self._parent.stdout.readline())


def main() -> None:
    """Fork a process for each line."""
    import rights.cli.crawl
    import rights.crawl
    import rights.fetch  # noqa: F401 - imported once for all
    from rights.cli.main import app
    from rights.library import Library

    assert Library
    for line in sys.stdin:
        number = os.fork()
        if number == 0:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            code = 1
            try:
                app(json.loads(line), standalone_mode=False)
                code = 0
            finally:
                os._exit(code)
        print(number, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
