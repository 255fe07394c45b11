"""Worker processes: the same judgements, and pages that kill or stall their worker."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rights.crawl import crawler
from rights.errors import ExtractError
from rights.judgement import Asked
from rights.judging import JudgePool
from rights.model import Page
from rights.settings import Settings
from rights.store import open_store
from rights.wiring import fetcher_of
from tests.crawl.press import Press
from tests.crawl.test_kill import prepare, result
from tests.crawl.workers import deadly


def test_a_page_that_kills_its_worker_is_given_up_and_the_others_are_judged(tmp_path: Path) -> None:
    pool = JudgePool(Settings(home=tmp_path), 2, deadly, stalled=20)
    pages = [Page(body=body) for body in (b"a", b"kill", b"b", b"c")]

    def title(page: Page) -> str | None:
        try:
            return pool(page, Asked()).title
        except ExtractError:
            return "given up"

    with ThreadPoolExecutor(4) as threads:
        titles = list(threads.map(title, pages))
    assert titles[1] == "given up"
    assert [title(page) for page in pages if page.body != b"kill"] == ["a", "b", "c"]
    pool.close()


@pytest.mark.parametrize("processes", [0, 1])
def test_workers_judge_as_threads_do(tmp_path: Path, processes: int) -> None:
    with Press() as press:
        for number in range(3):
            press.publish(number)
        site = press.site("127.0.3.2")
        press.feed(site, [press.copy(site, f"/{n}", n, credit) for n, credit in enumerate(("ok", "home", "unlinked"))])
        settings = Settings(
            home=tmp_path, policies=(press.policies(tmp_path / "policies"),), allow_networks=("127.0.0.0/8",),
            pace=0, threads=4, processes=processes,
        )  # fmt: skip
        prepare(settings, press)
        with open_store(settings) as store, fetcher_of(settings) as fetcher:
            with crawler(settings, store, fetcher) as running:
                done = running.sweep()
            assert done.checked == 4
            found = result(store)
    assert sorted(clause for _, clause, *_ in found["violations"]) == ["link.original", "link.original"]
    assert sorted(verdict for _, verdict in found["verdicts"]) == ["pass", "violation", "violation"]
