"""Rendering: what a page's scripts make of it, in a headless Chromium that is thrown away afterwards.

For pages whose text comes by script.  Each page gets a browser process of its own with an empty profile, no DNS, no
UDP, and the `FilteringProxy` as its only way out; at the deadline the whole process group is killed, whatever the
page's scripts are doing.  Needs the extra ``browser`` and an installed Chromium.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rights.errors import MissingExtra, TooLarge, Unreachable
from rights.fetch.deadline import Deadline
from rights.fetch.fetcher import Fetcher
from rights.fetch.proxy import FilteringProxy
from rights.model import Hop, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_FLAGS = (
    "--headless=new", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-breakpad",
    "--disable-quic", "--dns-prefetch-disable", "--mute-audio", "--disable-gpu", "--disable-dev-shm-usage",
    "--proxy-bypass-list=<-loopback>", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--js-flags=--max-old-space-size=512", "--remote-debugging-port=0",
)  # fmt: skip
#: Bytes that all connections of one page may carry.
_BYTES = 32 * 1024 * 1024
#: Pixels that a picture of a page may be high.
_TALLEST = 8_000
#: Seconds that a loaded page gets to fetch and build what it shows.
_SETTLE = 3.0
#: Seconds after the deadline that the driver gets to notice that its browser is gone.
_GRACE = 5.0


def find_chromium() -> str | None:
    """The path of an installed Chromium or Chrome."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


class Browser:
    """Renders pages under the same rules as the `Fetcher` fetches them.

    ``executable`` is the browser's path (found by its usual names otherwise); ``seconds`` bound one page in all.  May be
    used from many threads; one page is rendered at a time.
    """

    def __init__(self, fetcher: Fetcher, *, executable: str | None = None, seconds: float = 30.0) -> None:
        try:
            self._playwright = importlib.import_module("playwright.sync_api")
        except ImportError as missing:
            raise MissingExtra("rendering pages", "browser") from missing
        found = executable or find_chromium()
        if found is None:
            raise MissingExtra("rendering pages (no Chromium is installed)", "browser")
        self._executable = found
        self._fetcher = fetcher
        self._seconds = seconds
        self._lock = threading.Lock()
        #: What the last page asked for and was refused.
        self.refused: list[str] = []

    def render(self, url: str) -> Page:
        """The page as its scripts left it, in UTF-8; raises like `Fetcher.fetch`."""
        return self._shown(url)[0]

    def screenshot(self, url: str) -> tuple[Page, bytes]:
        """The same with images, and a PNG of the page from its top, at most `_TALLEST` pixels high."""
        return self._shown(url, picture=True)

    def _shown(self, url: str, *, picture: bool = False) -> tuple[Page, bytes]:
        with self._lock, self._fetcher.turn(url, total=self._seconds) as turn:
            deadline = Deadline(url, turn.seconds)
            with FilteringProxy(self._fetcher.addresses, deadline, _BYTES) as proxy:
                try:
                    page, png = self._rendered(url, proxy, deadline, picture=picture)
                finally:
                    self.refused = proxy.refused
            self._fetcher.pace.answered(turn.name, page.status, page.chain[0].seconds, page.headers.get("retry-after"))
            return page, png

    def _rendered(self, url: str, proxy: FilteringProxy, deadline: Deadline, *, picture: bool) -> tuple[Page, bytes]:
        started_at = datetime.now(UTC)
        with (
            self._chromium(proxy.port, deadline, images=picture) as endpoint,
            self._driver(deadline) as playwright,
        ):
            try:
                browser = playwright.chromium.connect_over_cdp(endpoint, timeout=1000 * deadline.remaining())
                context = browser.new_context(
                    user_agent=self._fetcher.identity.user_agent, service_workers="block", accept_downloads=False
                )
                tab = context.new_page()
                answer = tab.goto(url, wait_until="load", timeout=1000 * deadline.remaining())
                with suppress(self._playwright.TimeoutError):
                    tab.wait_for_load_state("networkidle", timeout=1000 * deadline.remaining(_SETTLE))
                limit = self._fetcher.limits.body
                if tab.evaluate("document.documentElement.outerHTML.length") > limit:
                    raise TooLarge(url, f"the rendered page is longer than {limit} characters")
                body = str(tab.content()).encode("utf-8", "replace")
                png = self._picture(tab, deadline) if picture else b""
                return self._page(url, str(tab.url), body, answer, started_at), png
            except self._playwright.Error as failed:
                deadline.remaining()
                why = str(failed).splitlines()[0][:200]
                raise Unreachable(url, f"the browser could not render it: {why}") from failed

    def _picture(self, tab: Any, deadline: Deadline) -> bytes:
        height = min(int(tab.evaluate("document.documentElement.scrollHeight")), _TALLEST)
        tab.set_viewport_size({"width": 1280, "height": max(height, 720)})
        taken: bytes = tab.screenshot(timeout=1000 * deadline.remaining())
        return taken

    def _page(self, url: str, final_url: str, body: bytes, answer: Any, started_at: datetime) -> Page:
        now = datetime.now(UTC)
        status = int(answer.status) if answer else 200
        headers = {str(name).lower(): str(value) for name, value in (answer.all_headers() if answer else {}).items()}
        # what the scripts fetch may change while the page that loads them does not: no conditional request may come of it
        for name in ("content-encoding", "etag", "last-modified"):
            headers.pop(name, None)
        return Page(
            body=body,
            url=url,
            final_url=final_url,
            status=status,
            headers={**headers, "content-type": "text/html; charset=utf-8"},
            fetched_at=now,
            sha256=hashlib.sha256(body).hexdigest(),
            chain=(
                Hop(url=final_url, status=status, started_at=started_at, seconds=(now - started_at).total_seconds()),
            ),
            rendered=True,
        )

    @contextmanager
    def _driver(self, deadline: Deadline) -> Iterator[Any]:
        """Playwright, whose driver is ended some seconds after the deadline.

        A call that waits for a browser killed meanwhile does not always return; without its driver it does.
        """
        before = _children()
        with self._playwright.sync_playwright() as playwright:
            drivers = [pid for pid in _children() - before if _is_driver(pid)]
            timer = threading.Timer(deadline.remaining() + _GRACE, _end, drivers)
            timer.daemon = True
            timer.start()
            try:
                yield playwright
            finally:
                timer.cancel()

    @contextmanager
    def _chromium(self, proxy_port: int, deadline: Deadline, *, images: bool = False) -> Iterator[str]:
        """A browser process with a profile of its own; gives the address by which it is driven."""
        with TemporaryDirectory(prefix="rights-browser-", ignore_cleanup_errors=True) as profile:
            command = [
                self._executable,
                *_FLAGS,
                *([] if images else ["--blink-settings=imagesEnabled=false"]),
                *(["--no-sandbox"] if os.geteuid() == 0 else []),
                f"--proxy-server=http://127.0.0.1:{proxy_port}",
                f"--user-data-dir={profile}",
                "about:blank",
            ]
            environment = {"PATH": os.environ.get("PATH", ""), "HOME": profile, "LANG": "C.UTF-8"}
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True, env=environment,
            )  # fmt: skip
            killer = threading.Timer(deadline.remaining(), _kill, [process.pid])
            killer.daemon = True
            killer.start()
            try:
                yield _endpoint(Path(profile), process, deadline)
            finally:
                killer.cancel()
                _kill(process.pid)
                process.wait()


def _children() -> set[int]:
    """Our child processes, by all our threads (Linux; elsewhere none are seen)."""
    found: set[int] = set()
    for listed in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError, ValueError):
            found.update(int(pid) for pid in listed.read_text().split())
    return found


def _is_driver(pid: int) -> bool:
    with suppress(OSError):
        return b"playwright" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


def _end(*pids: int) -> None:
    for pid in pids:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _endpoint(profile: Path, process: subprocess.Popen[bytes], deadline: Deadline) -> str:
    """Wait until the browser has written where it listens."""
    pause = threading.Event()
    while process.poll() is None:
        with suppress(OSError, IndexError):
            lines = (profile / "DevToolsActivePort").read_text().splitlines()
            return f"ws://127.0.0.1:{int(lines[0])}{lines[1]}"
        pause.wait(deadline.remaining(0.05))
    raise Unreachable("about:blank", f"the browser ended at once ({process.returncode})")
