"""`rights worker` on real PostgreSQL: what is handed out is done once, whoever dies meanwhile."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import select, update

from rights.settings import Settings
from rights.store import open_store
from rights.store.records import Outcome
from rights.store.tables import check, due, host
from rights.sweep import now
from rights.visits import ASIDE, POISON
from tests.crawl.press import Press
from tests.crawl.stage import Stage
from tests.crawl.test_kill import prepare, result

pytest.importorskip("procrastinate", reason="needs the extra 'worker'")
pytestmark = [pytest.mark.postgresql, pytest.mark.timeout(90)]
SITES, ARTICLES = 6, 4


@pytest.fixture
def engine_name(postgresql_server: str) -> str:
    """Workers know PostgreSQL alone."""
    return "postgresql"


@pytest.fixture
def press() -> Iterator[Press]:
    with Press(latency=0.02) as made:
        for number in range(ARTICLES):
            made.publish(number)
        for index in range(SITES):
            site = made.site(f"127.0.5.{index + 2}")
            made.feed(site, [made.copy(site, f"/p/{n}", n, ("ok", "home")[(n + index) % 2]) for n in range(ARTICLES)])
        yield made


@contextmanager
def started(env: dict[str, str], *arguments: str, module: str = "rights") -> Iterator[subprocess.Popen[bytes]]:
    """A command running beside the test, ended with it."""
    process = subprocess.Popen([sys.executable, "-m", module, *arguments], env=env, stdout=subprocess.PIPE)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def leading(env: dict[str, str]) -> dict[str, str]:
    return env | {"RIGHTS_WORKERS": "true"}


def test_workers_killed_mid_page_end_like_one_crawl_left_alone(
    settings: Settings, press: Press, tmp_path: Path
) -> None:
    calm = Settings(home=tmp_path / "calm")
    subprocess.run([sys.executable, "-m", "rights", "crawl", "--quiet"], env=prepare(calm, press), check=True)
    env, asked = prepare(settings, press), len(press.seen)
    chance = random.Random(20261126)
    with started(leading(env), "crawl", "--quiet") as sweep, started(env, "worker", "--quiet"):
        killed = 0
        while sweep.poll() is None and killed < 2:
            with started(env, "worker", "--quiet") as victim:
                before = len(press.seen)
                while len(press.seen) < before + chance.randint(1, 4) and sweep.poll() is None:
                    time.sleep(0.005)
                victim.send_signal(signal.SIGKILL)
                killed += victim.wait() == -signal.SIGKILL
        assert sweep.wait(80) == 0
    assert killed
    with open_store(calm) as one, open_store(settings) as other:
        expected = result(one)
        assert result(other) == expected
        assert set(expected["checks"].values()) == {1}
    assert len(press.seen) - asked <= asked + 2 * 16 + 2 * SITES


def test_two_leaders_and_two_workers_keep_each_hosts_pace(settings: Settings, press: Press) -> None:
    env = leading(prepare(settings, press)) | {"RIGHTS_PACE": "0.4"}
    with (
        started(env, "worker", "--quiet"),
        started(env, "worker", "--quiet"),
        started(env, "crawl", "--quiet") as one,
        started(env, "crawl", "--quiet") as other,
    ):
        assert one.wait(80) == other.wait(80) == 0
    with open_store(settings) as store, store.database.read() as connection:
        checks = Counter(connection.execute(select(check.c.due)).scalars())
        held = connection.execute(select(host.c.name).where(host.c.lease_owner.is_not(None))).all()
    assert set(checks.values()) == {1}
    assert len(checks) == SITES * (ARTICLES + 1)
    assert held == []
    for site in press.sites[1:]:
        asked = [at for of, _, at in press.seen if of == site]
        assert min(later - earlier for earlier, later in pairwise(asked)) >= 0.38, site


def test_a_worker_told_to_end_records_the_page_it_is_at(settings: Settings, press: Press) -> None:
    env = prepare(settings, press)
    with started(leading(env), "crawl", "--quiet"), started(env, "worker", "--quiet", "--threads", "2") as worker:
        while len(press.seen) < 6:
            time.sleep(0.005)
        worker.terminate()
        assert worker.wait(60) == 0
    with open_store(settings) as store, store.database.read() as connection:
        held = connection.execute(select(host.c.name).where(host.c.lease_owner.is_not(None))).all()
        tried = connection.execute(select(due.c.address).where(due.c.tries > 0)).all()
        pages = len(connection.execute(select(check.c.number)).all())
    assert held == tried == []
    assert pages


def test_a_page_that_ends_its_workers_is_set_aside_and_the_rest_is_done(settings: Settings, press: Press) -> None:
    env = prepare(settings, press)
    site = press.sites[1]
    page = press.put(site, "/deadly", "<html><body><article><p>This is deadly.</p></article></body></html>")
    with open_store(settings) as store:
        store.sites.watch(page, "page", now())
    deaths = 0
    with started(leading(env), "crawl", "--quiet") as sweep:
        while sweep.poll() is None:
            with started(env, "worker", "--quiet", module="tests.crawl.deadly_worker") as worker:
                while sweep.poll() is None and worker.poll() is None:
                    time.sleep(0.05)
                deaths += worker.poll() == -signal.SIGKILL
        assert sweep.returncode == 0
    with open_store(settings) as store:
        row = store.due.find(page)
        assert row is not None
        [seen] = store.checks.of([row.number])
        with store.database.read() as connection:
            checks = Counter(connection.execute(select(check.c.due)).scalars())
    assert deaths == 2
    assert seen.outcome is Outcome.UNREACHABLE
    assert "kills or stalls its worker" in (seen.error or "")
    assert set(checks.values()) == {1}
    assert len(checks) == SITES * (ARTICLES + 1) + 1


def test_what_ended_many_workers_is_not_looked_at_again_for_a_month(settings: Settings) -> None:
    with open_store(settings) as store:
        stage = Stage(store, settings.home)
        stage.add("http://a.example/1", "http://a.example/2")
        stage.web.pages |= {f"http://a.example/{n}": "nothing" for n in (1, 2)}
        first = due.c.address == "http://a.example/1"
        with store.database.write() as connection:
            connection.execute(update(due).where(first).values(tries=POISON))
        crawl = stage.crawler()
        sweep = store.sweeps.begin(stage.clock())
        with crawl.visits() as visits:
            assert visits.visit("a.example", sweep) == 1
            assert visits.visit("a.example", sweep) == 1
            assert visits.visit("a.example", sweep) == 0
        crawl.close()
        one, other = store.due.find("http://a.example/1"), store.due.find("http://a.example/2")
        assert one
        assert other
        [seen] = store.checks.of([one.number])
        assert seen.outcome is Outcome.BROKEN
        assert seen.error == f"set aside: {POISON} workers ended while they looked at this page"
        assert one.next_at
        assert one.next_at - stage.clock() > ASIDE - timedelta(days=1)
        assert stage.web.asked == {"http://a.example/2": 1}
        assert (one.tries, other.tries) == (0, 0)


def test_without_postgresql_it_is_said_what_to_do(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("RIGHTS_")}
    env |= {"RIGHTS_HOME": str(tmp_path), "RIGHTS_WORKERS": "true"}
    for command in ("worker", "crawl"):
        done = subprocess.run([sys.executable, "-m", "rights", command], env=env, capture_output=True, text=True)
        assert done.returncode == 2
        assert "workers need PostgreSQL" in done.stderr
        assert "rights db copy" in done.stderr
