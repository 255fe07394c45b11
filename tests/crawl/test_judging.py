"""Worker processes: the same judgements, and pages that kill or stall their worker."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from rights.crawl import crawler
from rights.errors import ExtractError
from rights.judgement import Asked
from rights.judging import JudgePool
from rights.model import Page, Verdict
from rights.settings import Settings
from rights.store import open_store
from rights.wiring import fetcher_of
from tests.crawl.press import Press, article_text
from tests.crawl.press import page as page_of
from tests.crawl.test_kill import prepare, result
from tests.crawl.workers import deadly

CHARITY = "<main><h1>Impressum</h1><p>Talfreunde e.V., eingetragener Verein, als gemeinnützig anerkannt.</p></main>"


def titles(pool: JudgePool, bodies: list[bytes], threads: int) -> list[str | None]:
    """What became of pages that so many threads hand in at once."""

    def title(body: bytes) -> str | None:
        try:
            return pool(Page(body=body, url="http://site.test/"), Asked()).title
        except ExtractError:
            return "given up"

    try:
        with ThreadPoolExecutor(threads) as handing:
            return list(handing.map(title, bodies))
    finally:
        pool.close()


def test_a_page_that_kills_its_worker_is_given_up_and_no_other(tmp_path: Path) -> None:
    pool = JudgePool(Settings(home=tmp_path), 2, deadly, stalled=60)
    bodies = [b"a", b"kill", b"b", b"slow c", b"kill", b"d"]
    assert titles(pool, bodies, 6) == ["a", "given up", "b", "slow c", "given up", "d"]


def test_a_page_that_stalls_its_worker_is_given_up_and_no_other(tmp_path: Path) -> None:
    pool = JudgePool(Settings(home=tmp_path), 1, deadly, stalled=5)
    pool(Page(body=b"start"), Asked())
    assert titles(pool, [b"a", b"stall", b"b", b"c"], 4) == ["a", "given up", "b", "c"]


def test_a_page_that_waits_for_its_turn_is_not_stalled(tmp_path: Path) -> None:
    pool = JudgePool(Settings(home=tmp_path), 1, deadly, stalled=15)
    pool(Page(body=b"start"), Asked())
    pool._stalled = 4  # the worker has started: from now on only pages take time
    bodies = [b"slow %d" % number for number in range(12)]
    assert titles(pool, bodies, 12) == [body.decode() for body in bodies]


def judging_for_ever(home: Path, pipe: Connection) -> None:
    """In a process that is to be killed: tell the numbers of its workers and wait."""
    pool = JudgePool(Settings(home=home), 1, deadly)
    pool(Page(body=b"start"), Asked())
    pipe.send(list(pool._pool._processes))
    time.sleep(600)


def runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_workers_end_when_the_crawl_is_killed(tmp_path: Path) -> None:
    near, far = multiprocessing.Pipe()
    crawl = multiprocessing.get_context("spawn").Process(target=judging_for_ever, args=(tmp_path, far))
    crawl.start()
    workers = near.recv()
    assert workers
    assert all(map(runs, workers))
    os.kill(crawl.pid or 0, signal.SIGKILL)
    crawl.join()
    until = time.monotonic() + 60
    while any(map(runs, workers)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(map(runs, workers))


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_ctrl_c_leaves_the_workers_to_the_crawl(tmp_path: Path) -> None:
    pool = JudgePool(Settings(home=tmp_path), 1, deadly)
    pool(Page(body=b"start"), Asked())
    workers = list(pool._pool._processes)
    for number in workers:
        os.kill(number, signal.SIGINT)
    assert pool(Page(body=b"a"), Asked()).title == "a"
    assert list(pool._pool._processes) == workers, "not in a new one"
    pool.close()


@pytest.mark.parametrize("processes", [0, 1])
def test_workers_judge_as_threads_do(tmp_path: Path, processes: int) -> None:
    with Press() as press:
        for number in range(4):
            press.publish(number)
        site = press.site("127.0.3.2")
        copies = [press.copy(site, f"/{n}", n, credit) for n, credit in enumerate(("ok", "home", "unlinked"))]
        press.feed(site, [*copies, paginated(press, site, 3)])
        settings = Settings(
            home=tmp_path, policies=(press.policies(tmp_path / "policies"),), allow_networks=("127.0.0.0/8",),
            pace=0, threads=4, processes=processes,
        )  # fmt: skip
        prepare(settings, press)
        with open_store(settings) as store, fetcher_of(settings) as fetcher:
            with crawler(settings, store, fetcher) as running:
                done = running.sweep()
            assert done.checked == 5
            found = result(store)
            first = store.due.find(f"http://{site}/long")
            assert first is not None
            beside = store.checks.beside(first.last_check or 0)
            parts = [
                (
                    one.address,
                    one.page
                    and press.pages[site, f"/long/{n}"].body.encode() == one.page.body
                    and bool(one.page.chain),
                )
                for n, one in enumerate(beside, 2)
            ]
            assert parts == [(f"http://{site}/long/{n}", True) for n in (2, 3)]
    assert sorted(clause for _, clause, *_ in found["violations"]) == ["link.original", "link.original"]
    assert sorted(verdict for _, verdict in found["verdicts"]) == ["pass", "pass", "violation", "violation"]


def paginated(press: Press, site: str, number: int) -> str:
    """A copy on three pages, whose credit stands on the last; gives the address of the first."""
    paragraphs = article_text(number)
    credit = f'<p>First published by <a href="http://{press.own}/articles/{number}">The Loopback Press</a>.</p>'
    parts = (paragraphs[:2], paragraphs[2:4], paragraphs[4:])
    for page, part in enumerate(parts, 1):
        text = "".join(f"<p>{one}</p>" for one in part) + (credit if page == len(parts) else "")
        pager = "".join(f'<a href="http://{site}/long{_page(at)}">{at}</a>' for at in (1, 2, 3) if at != page)
        html = f"<html lang=en><head><title>Story</title></head><body><article><h1>Story</h1>{text}</article>{pager}</body></html>"
        press.put(site, f"/long{_page(page)}", html)
    return f"http://{site}/long"


def _page(number: int) -> str:
    return "" if number == 1 else f"/{number}"


@pytest.mark.parametrize("processes", [0, 1])
def test_what_a_site_says_of_its_operator_counts_in_workers_too(tmp_path: Path, processes: int) -> None:
    with Press() as press:
        for number in range(2):
            press.publish(number)
        site = press.site("127.0.3.2")
        imprint = press.put(site, "/impressum", CHARITY)
        for n in range(2):
            whole = page_of(n, f'From <a href="http://{press.own}/articles/{n}">The Loopback Press</a>.')
            press.put(
                site, f"/{n}", whole.replace("</body>", f'<footer><a href="{imprint}">Impressum</a></footer></body>')
            )
        press.feed(site, [f"http://{site}/{n}" for n in range(2)])
        policies = tmp_path / "policies"
        settings = Settings(
            home=tmp_path, policies=(policies,), allow_networks=("127.0.0.0/8",), pace=0, threads=4, processes=processes
        )
        prepare(settings, press)
        with (policies / "press.yaml").open("a") as file:
            file.write("      - {type: nc.use, says: No commercial use.}\n")
        with open_store(settings) as store, fetcher_of(settings) as fetcher:
            with crawler(settings, store, fetcher) as running:
                assert running.sweep().checked == 3
            checks = [one for due in (2, 3) for one in store.checks.of([due])]
            told = [
                f
                for one in checks
                for a in store.checks.assessments(one.number)
                for f in a.findings
                if f.type == "nc.use"
            ]
        asked = [path for host, path, _ in press.seen if host == site]
    assert asked.count("/impressum") == 1
    assert [finding.verdict for finding in told] == [Verdict.PASS] * 2, told
