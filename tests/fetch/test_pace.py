"""Politeness: proved from what the servers saw, and by a clock that only moves when somebody waits."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from rights.errors import Postponed
from rights.fetch import Pace
from rights.fetch.budget import DailyBudget
from rights.fetch.pace import DAY, backoff, retry_after_seconds
from tests.servers import Reply, Web


class Clock:
    """Time that passes only by waiting."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def gaps(web: Web, host: str) -> list[float]:
    times = [seen.at for seen in web.seen if seen.host == host]
    return [later - earlier for earlier, later in pairwise(times)]


def test_no_host_sees_two_requests_closer_than_its_pace_however_many_threads_ask() -> None:
    with Web() as web:
        for number in range(4):
            pages = {f"/{n}": Reply(302, headers={"Location": f"/{n}/end"}) for n in range(3)}
            web.site(f"host{number}.test", {**pages, **{f"/{n}/end": "end" for n in range(3)}})
        urls = [web.url(f"host{number}.test", f"/{page}") for page in range(3) for number in range(4)]
        pace = Pace(delay=0.1, address_delay=0, latency_factor=0)
        with web.fetcher(pace=pace) as fetcher, ThreadPoolExecutor(12) as pool:
            assert all(page.status == 200 for page in pool.map(fetcher.fetch, urls))
        for number in range(4):
            assert len(web.paths(f"host{number}.test")) == 7  # robots.txt once, three pages of two hops
            assert min(gaps(web, f"host{number}.test")) >= 0.1


def test_hosts_that_share_an_address_share_a_pace_too() -> None:
    clock, began = Clock(), []
    pace = Pace(delay=0, address_delay=0.5, clock=clock, sleep=clock.sleep)
    for number in range(5):
        with pace.turn(f"http://shared{number}.test/", f"shared{number}.test", ["127.77.8.8", "127.77.8.9"]):
            began.append(clock.now)
    assert [later - earlier for earlier, later in pairwise(began)] == [0.5] * 4
    with pace.turn("http://other.test/", "other.test", ["127.77.8.10"]):
        assert clock.now == began[-1], "another address is nobody's but its own"


def test_crawl_delay_is_obeyed() -> None:
    with Web() as web:
        web.site("slow.test", {"/robots.txt": "User-agent: *\nCrawl-delay: 0.2\nDisallow:", "/a": "a", "/b": "b"})
        pace = Pace(delay=0, address_delay=0, latency_factor=0)
        with web.fetcher(pace=pace) as fetcher:
            for path in ("/a", "/b"):
                fetcher.fetch(web.url("slow.test", path))
        assert len(gaps(web, "slow.test")) == 2
        assert min(gaps(web, "slow.test")) >= 0.2


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_refuses_is_left_alone_as_long_as_it_asks(status: int) -> None:
    with Web() as web:
        web.site("busy.test", {"/": Reply(status, headers={"Retry-After": "1000"})})
        pace = Pace(delay=0, address_delay=0, latency_factor=0)
        with web.fetcher(pace=pace, obey_robots=False) as fetcher:
            assert fetcher.fetch(web.url("busy.test")).status == status
            with pytest.raises(Postponed) as put_off:
                fetcher.fetch(web.url("busy.test"))
        assert 990 < put_off.value.after <= 1000
        assert put_off.value.retryable
        assert len(web.seen) == 1


def test_refusals_in_a_row_double_the_wait_to_a_day_and_an_answer_ends_it() -> None:
    clock = Clock()
    pace = Pace(delay=1, latency_factor=0, clock=clock, sleep=clock.sleep)
    waits = []
    for _ in range(20):
        pace.answered("h", 429, 0.1)
        waits.append(pace.ready_in("h"))
        clock.now += waits[-1]
    assert all(later == min(2 * earlier, DAY) for earlier, later in pairwise(waits))
    assert waits[-1] == DAY
    pace.answered("h", 200, 0.1)
    assert pace.ready_in("h") == 0


def test_a_dead_host_is_left_alone_ever_longer() -> None:
    clock = Clock()
    pace = Pace(delay=1, latency_factor=0, clock=clock, sleep=clock.sleep)
    waits = []
    for _ in range(12):
        pace.failed("h")
        waits.append(pace.ready_in("h"))
        clock.now += waits[-1]
    assert waits == [0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    pace.answered("h", 200, 0.1)
    pace.failed("h")
    assert pace.ready_in("h") == 0


def test_stopping_ends_all_waits() -> None:
    pace = Pace(delay=0)
    pace.hold("h", 60)
    threading.Timer(0.05, pace.stop).start()
    with pytest.raises(Postponed), pace.turn("u", "h"):
        pass


def test_a_slow_host_is_given_time() -> None:
    clock = Clock()
    pace = Pace(delay=1, latency_factor=10, latency_cap=30, clock=clock, sleep=clock.sleep)
    pace.answered("h", 200, 2.5)
    assert pace.ready_in("h") == 25
    pace.answered("other", 200, 9.0)
    assert pace.ready_in("other") == 30


def test_what_an_earlier_run_remembered_is_obeyed() -> None:
    clock = Clock()
    pace = Pace(delay=1, patience=50, clock=clock, sleep=clock.sleep)
    pace.hold("h", 40)
    with pace.turn("u", "h"):
        assert clock.now == 1040
    pace.hold("h", 400)
    with pytest.raises(Postponed), pace.turn("u", "h"):
        pass


def test_one_connection_to_a_host_at_a_time() -> None:
    pace = Pace(delay=0, latency_factor=0, patience=5)
    inside, most = 0, 0
    lock = threading.Lock()

    def visit(_: int) -> None:
        nonlocal inside, most
        with pace.turn("u", "h"):
            with lock:
                inside += 1
                most = max(most, inside)
            threading.Event().wait(0.005)
            with lock:
                inside -= 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(visit, range(24)))
    assert most == 1


def test_hosts_met_long_ago_are_forgotten_and_memory_stays_flat() -> None:
    clock = Clock()
    pace = Pace(delay=1, address_delay=1, latency_factor=0, clock=clock, sleep=clock.sleep)
    for number in range(15_000):
        with pace.turn("u", f"host{number}", [f"address{number}"]):
            pass
        clock.now += 0.01
    assert len(pace._hosts) <= 10_001
    assert len(pace._addresses) <= 10_001


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120), (" 5 ", 5), ("0", 0), ("99999999999999999999", DAY), ("-5", None), ("soon", None), ("", None), (None, None),
        ("٣", None), ("1.5", None),
        ("Tue, 11 Jun 2024 10:02:00 GMT", 120), ("Tue, 11 Jun 2024 09:00:00 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", DAY),
        ("Tue, 11 Jun 2024 10:02:00", 120), ("Tue, 99 Jun 2024 10:02:00 GMT", None),
    ],
)  # fmt: skip
def test_retry_after_holds_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after_seconds(value, datetime(2024, 6, 11, 10, 0, tzinfo=UTC)) == seconds


def test_backing_off_doubles_with_jitter_and_is_capped() -> None:
    waits = [backoff(failures, base=60, cap=3600) for failures in range(1, 12)]
    for failures, wait in enumerate(waits, 1):
        whole = min(3600, 60 * 2 ** (failures - 1))
        assert whole / 2 <= wait <= whole
    assert len({backoff(3) for _ in range(20)}) > 10


def test_a_site_gets_its_daily_budget_and_no_more() -> None:
    now = datetime(2024, 6, 11, 23, 0, tzinfo=UTC)
    budget = DailyBudget(3, lambda: now)
    budget.restore({"site.test": 1})
    budget.spend("http://www.site.test/a")
    budget.spend("http://site.test/b")
    budget.spend("http://other.test/")
    with pytest.raises(Postponed) as put_off:
        budget.spend("https://site.test/c")
    assert put_off.value.after == 3600
    now = datetime(2024, 6, 12, 0, 0, 1, tzinfo=UTC)
    budget.spend("https://site.test/c")
