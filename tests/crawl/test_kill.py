"""A real sweep, killed with SIGKILL at seeded random moments and started again, ends like one that was left alone.

``RIGHTS_SOAK=100`` kills so often (``make soak``).
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from rights.settings import Settings
from rights.store import Store, open_store
from rights.store.tables import check, copy, due, sweep, violation, work
from tests.crawl.press import Press

KILLS = int(os.environ.get("RIGHTS_SOAK", "10"))
SITES, ARTICLES = 6, 8


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    """Six sites that carry eight articles each, in order and not, under one and more addresses, and gone."""
    with Press(latency=0.01) as made:
        for number in range(ARTICLES):
            made.publish(number)
        for index in range(SITES):
            site = made.site(f"127.0.3.{index + 2}")
            pages = [
                made.copy(site, f"/p/{n}", n, ("ok", "home", "unlinked")[(n + index) % 3]) for n in range(ARTICLES)
            ]
            canonical = f'<link rel="canonical" href="http://{site}/p/0">'
            pages.append(made.copy(site, "/tag/x/0", 0, ("ok", "home", "unlinked")[index % 3], canonical))
            pages += [
                made.put(site, "/gone", "<p>Gone.</p>", 410),
                f"http://{site}/missing",
                pages[1] + "?utm_source=x",
            ]
            made.feed(site, pages)
        yield made


def environment(settings: Settings, press: Press) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RIGHTS_")}
    return kept | {
        "RIGHTS_HOME": str(settings.home),
        "RIGHTS_DATABASE_URL": settings.database_url,
        "RIGHTS_POLICIES": str(press.policies(settings.home / "policies")),
        "RIGHTS_ALLOW_NETWORKS": "127.0.0.0/8",
        "RIGHTS_PACE": "0",
        "RIGHTS_THREADS": "4",
        "RIGHTS_DEBUG": "1",
    }


def rights(env: dict[str, str], *arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "rights", *arguments], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def prepare(settings: Settings, press: Press) -> dict[str, str]:
    env = environment(settings, press)
    originals = [f"http://{press.own}/articles/{n}" for n in range(ARTICLES)]
    rights(env, "works", "add", *originals)
    rights(env, "sites", "add", *(f"http://{site}/feed.xml" for site in press.sites if site != press.own))
    return env


def killed_sweep(env: dict[str, str], press: Press, kills: int, chance: random.Random, *arguments: str) -> int:
    """Start the sweep and kill it after so many further requests and milliseconds, again and again, then let it end.

    Gives how many were really killed at work.
    """
    killed = 0
    for _ in range(kills):
        aim = len(press.seen) + chance.randint(1, 9)
        running = subprocess.Popen([sys.executable, "-m", "rights", "crawl", *arguments, "--quiet"], env=env)
        while running.poll() is None and len(press.seen) < aim:
            time.sleep(0.001)
        time.sleep(chance.random() * 0.1)
        if running.poll() is None:
            running.kill()
            killed += 1
        running.wait()
        assert running.returncode in (-9, 0)
    rights(env, "crawl", *arguments, "--quiet")
    return killed


def result(store: Store) -> dict[str, Any]:
    """What must be the same, ids and times aside."""
    with store.database.read() as connection:
        ask = connection.execute
        lives = (
            select(violation.c.publisher, violation.c.clause, work.c.ref, copy.c.page_key, violation.c.state)
            .join(work, work.c.number == violation.c.work)
            .join(copy, copy.c.number == violation.c.copy_number)
        )
        outcomes = select(due.c.page_key, check.c.outcome, check.c.verdict).join(due, due.c.number == check.c.due)
        return {
            "works": sorted(ask(select(work.c.ref)).scalars()),
            "copies": sorted(ask(select(copy.c.page_key)).scalars()),
            "violations": sorted(tuple(row) for row in ask(lives)),
            "checks": Counter(key for key, _, _ in ask(outcomes)),
            "verdicts": Counter((key, verdict) for key, outcome, verdict in ask(outcomes) if outcome == "judged"),
            "unfinished": ask(select(sweep.c.number).where(sweep.c.finished_at.is_(None))).all(),
        }


def test_a_sweep_killed_again_and_again_ends_like_one_left_alone(
    settings: Settings, press: Press, tmp_path: Path
) -> None:
    calm = Settings(home=tmp_path / "calm")
    calm_env = prepare(calm, press)
    rights(calm_env, "crawl", "--once")
    env = prepare(settings, press)
    kills = KILLS if settings.database.startswith("sqlite") else max(KILLS // 2, 3)
    killed = killed_sweep(env, press, kills, random.Random(20260105), "--once")
    assert killed >= kills // 2
    with open_store(calm) as one, open_store(settings) as other:
        expected = result(one)
        assert result(other) == expected
        assert set(expected["checks"].values()) == {1}
        assert len(expected["copies"]) == SITES * ARTICLES
        assert len(expected["violations"]) == 2 * SITES * ARTICLES // 3
        assert expected["unfinished"] == []


def test_all_killed_looks_at_everything_exactly_once_more(settings: Settings, press: Press) -> None:
    if not settings.database.startswith("sqlite"):
        pytest.skip("the due table's part in this is the same; one database is enough")
    env = prepare(settings, press)
    rights(env, "crawl", "--once")
    killed_sweep(env, press, 3, random.Random(7), "--all")
    with open_store(settings) as store:
        checks = result(store)["checks"]
    repeated = {key: count for key, count in checks.items() if "/tag/" not in key}
    assert set(repeated.values()) == {2}
