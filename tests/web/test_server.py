"""``rights serve`` as it is run: sweeps and pages in one process."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from rights.errors import InputError
from rights.settings import Settings
from rights.web.context import Web
from rights.web.server import WebServer


def served(home: Path, *options: str) -> subprocess.Popen[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("RIGHTS_")}
    command = [sys.executable, "-m", "rights", "serve", "--port", "0", *options]
    env |= {"RIGHTS_HOME": str(home), "RIGHTS_BROWSER": "off"}
    return subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)


def line(running: subprocess.Popen[str], pattern: str) -> re.Match[str]:
    assert running.stderr is not None
    for told in running.stderr:
        found = re.search(pattern, told)
        if found:
            return found
    raise AssertionError(f"it ended without saying {pattern!r}")


def test_pages_and_sweeps_in_one_process_end_in_good_order(tmp_path: Path) -> None:
    running = served(tmp_path)
    try:
        address = line(running, r"listening on (http://\S+)").group(1)
        line(running, r"sweep done")
        with urllib.request.urlopen(address + "health", timeout=10) as answer:
            assert b'"scheduler":"ok"' in answer.read()
        with urllib.request.urlopen(address + "metrics", timeout=10) as answer:
            assert b"rights_sweeps_total 1.0" in answer.read()
    finally:
        running.send_signal(signal.SIGTERM)
        _, rest = running.communicate(timeout=30)
    assert running.returncode == 0, rest
    assert "Traceback" not in rest
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address + "health", timeout=5)
    assert not list((tmp_path / "crawlers").iterdir())


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_port_that_is_taken_is_said_with_the_way_out(web: Web, settings: Settings) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(InputError, match="--port"):
            WebServer(web, "127.0.0.1", other.getsockname()[1])
