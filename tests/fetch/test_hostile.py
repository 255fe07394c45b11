"""Every behaviour of the hostile server ends as it should, in bounded time and memory, and the next page is fetched."""

from __future__ import annotations

import asyncio
import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

from rights.errors import FetchError
from rights.fetch import Fetcher, Limits
from tests.servers import Reply, Web
from tests.servers.hostile import BEHAVIOURS

#: Body and wire limit in these tests; what a fetch may use in memory, server included, is a few times that.
LIMIT = 2 * 1024 * 1024
MEMORY = 24 * 1024 * 1024
#: Seconds beyond its deadline after which a fetch must have ended; wide, because the machine may be busy.
GRACE = 5.0


@pytest.fixture(scope="module")
def web():
    with Web() as web:
        pages = {f"/{name}": Reply(play=behaviour.play) for name, behaviour in BEHAVIOURS.items()}
        pages |= {path.replace("-", "_"): reply for path, reply in pages.items()}
        # a host of its own for each: one that fails in a row is left alone
        for host in ("ok", *BEHAVIOURS):
            web.site(f"{host}.test", {**pages, "/ok": "<p>fine</p>"}, address="127.77.7.7")
        yield web


@pytest.fixture(scope="module")
def fetcher(web: Web):
    with web.fetcher(obey_robots=False) as fetcher:
        yield fetcher


def _memory(field: str) -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith(field))) * 1024


@pytest.mark.parametrize("name", BEHAVIOURS)
def test_a_behaviour_costs_bounded_time_and_memory(web: Web, fetcher: Fetcher, name: str) -> None:
    behaviour = BEHAVIOURS[name]
    limits = Limits(total=behaviour.seconds, body=LIMIT, wire=LIMIT)
    measured = Path("/proc/self/clear_refs").exists()
    if measured:
        Path("/proc/self/clear_refs").write_text("5")  # the peak starts anew
        before = _memory("VmRSS")
    began = time.monotonic()
    try:
        page = fetcher.fetch(web.url(f"{name}.test", f"/{name}"), limits=limits)
        ended, said = "page", f"{page.status} {page.body[:40]!r}"
        assert len(page.body) <= LIMIT
        assert page.cut is None
    except FetchError as failed:
        ended, said = type(failed).__name__, failed.why
    seconds = time.monotonic() - began
    assert ended in behaviour.ends, said
    assert seconds < behaviour.seconds + GRACE
    if measured:
        assert _memory("VmHWM") - before < MEMORY


def test_no_connection_is_left_open(web: Web) -> None:
    def sockets() -> int:
        return sum(1 for one in Path("/proc/self/fd").iterdir() if "socket:" in _target(one))

    with web.fetcher(obey_robots=False, limits=Limits(total=0.5, body=LIMIT, wire=LIMIT)) as fetcher:
        before = sockets()
        for name in (
            "endless-body",
            "dripping-head",
            "gzip-that-ends-early",
            "redirect-to-itself",
            "http-0.9",
            "unasked-304",
        ):
            with suppress(FetchError):
                fetcher.fetch(web.url(f"{name}.test", f"/{name}"))
        for _ in range(50):  # the server's ends close in its own thread
            if sockets() <= before:
                break
            time.sleep(0.05)
        assert sockets() <= before


def _target(link: Path) -> str:
    try:
        return os.readlink(link)
    except OSError:
        return ""


def test_there_are_sixty_and_the_sweep_goes_on_after_them_all(web: Web, fetcher: Fetcher) -> None:
    assert len(BEHAVIOURS) >= 60
    assert fetcher.fetch(web.url("ok.test", "/ok")).body == b"<p>fine</p>"


def test_no_cookie_is_ever_sent_back(web: Web, fetcher: Fetcher) -> None:
    fetcher.fetch(web.url("ok.test", "/flood-of-cookies"))
    fetcher.fetch(web.url("ok.test", "/ok"))
    assert all("cookie" not in seen.headers for seen in web.seen)


def test_interim_answers_are_passed_over(web: Web, fetcher: Fetcher) -> None:
    page = fetcher.fetch(web.url("ok.test", "/early-hints-first"))
    assert (page.status, page.body) == (200, b"text")
    assert page.chain[0].response.startswith(b"HTTP/1.1 200 OK\r\n")
    assert page.chain[0].response.count(b"HTTP/1.1") == 1


def test_a_page_that_the_connections_end_may_have_cut_says_so(web: Web, fetcher: Fetcher) -> None:
    whole, half = (b"<!doctype html><html><p>text" + end for end in (b"</html>\n", b""))
    for path, body, cut in (("/whole", whole, None), ("/half", half, "close")):

        async def play(_: object, writer: asyncio.StreamWriter, body: bytes = body) -> None:
            writer.write(b"HTTP/1.0 200 OK\r\n\r\n" + body)

        web.site("old.test", {path: Reply(play=play)})
        page = fetcher.fetch(web.url("old.test", path))
        assert (page.body, page.cut) == (body, cut)


def test_a_body_longer_than_its_length_ends_where_its_length_says(web: Web, fetcher: Fetcher) -> None:
    assert fetcher.fetch(web.url("ok.test", "/body-longer-than-its-length")).body == b"<p>A"
