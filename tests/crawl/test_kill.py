"""A real sweep, killed with SIGKILL at seeded random moments and started again, ends like one that was left alone.

``RIGHTS_SOAK=100`` kills so often (``make soak``).
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from rights.model import Work
from rights.settings import Settings
from rights.store import Store, open_store
from rights.store.tables import check, copy, due, sweep, violation, work
from rights.sweep import now
from tests.crawl.press import Press, article_text
from tests.crawl.zygote import Zygote

KILLS = int(os.environ.get("RIGHTS_SOAK", "10"))
SITES, ARTICLES = max(5, KILLS // 2), 6


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    """Sites that carry six articles each, in order and not, under one and more addresses, and gone."""
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
        "RIGHTS_PORT": "0",
        "RIGHTS_DATABASE_URL": settings.database_url,
        "RIGHTS_POLICIES": str(press.policies(settings.home / "policies")),
        "RIGHTS_ALLOW_NETWORKS": "127.0.0.0/8",
        "RIGHTS_PACE": "0",
        "RIGHTS_THREADS": "4",
        "RIGHTS_DEBUG": "1",
    }


def prepare(settings: Settings, press: Press) -> dict[str, str]:
    """Works in the index, sites to watch; gives the environment of the commands."""
    works = [
        Work(
            id=f"http://{press.own}/articles/{n}",
            url=f"http://{press.own}/articles/{n}",
            title=f"Story {n}",
            text="\n\n".join(article_text(n)),
            language="en",
            publisher="press",
        )
        for n in range(ARTICLES)
    ]
    with open_store(settings) as store:
        store.works.add(works)
        for site in press.sites[1:]:
            store.sites.watch(f"http://{site}/feed.xml", "feed", now())
    return environment(settings, press)


def killed_sweep(env: dict[str, str], press: Press, kills: int, chance: random.Random, *arguments: str) -> int:
    """Start the sweep and kill it after so many further requests and milliseconds, again and again, then let it end.

    Gives how many were really killed at work.
    """
    killed = 0
    with Zygote(env) as zygote:
        for _ in range(kills):
            aim = len(press.seen) + chance.randint(1, 7)
            number = zygote.start("crawl", *arguments, "--quiet")
            while len(press.seen) < aim and _runs(number):
                time.sleep(0.001)
            time.sleep(chance.random() * 0.1)
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
            code = zygote.wait()
            assert code in (-9, 0)
            killed += code == -9
        zygote.run("crawl", *arguments, "--quiet")
    return killed


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


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
    with Zygote(prepare(calm, press)) as zygote:
        zygote.run("crawl", "--once", "--quiet")
    env = prepare(settings, press)
    kills = KILLS if settings.database.startswith("sqlite") else max(KILLS // 3, 3)
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
    with Zygote(env) as zygote:
        zygote.run("crawl", "--once", "--quiet")
    killed_sweep(env, press, 3, random.Random(7), "--all")
    with open_store(settings) as store:
        checks = result(store)["checks"]
    repeated = {key: count for key, count in checks.items() if "/tag/" not in key}
    assert set(repeated.values()) == {2}
