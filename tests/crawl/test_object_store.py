"""Sweeps whose pages' bodies go to an object store that takes none: no page is to blame for that."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from rights.settings import Settings
from rights.store import open_store
from rights.store.tables import check, due
from tests.crawl.press import Press
from tests.crawl.test_kill import prepare
from tests.databases import create, drop
from tests.servers.s3 import BadDay, serving

pytest.importorskip("obstore", reason="needs the extra 's3'")


@pytest.fixture
def press() -> Iterator[Press]:
    with Press() as made:
        made.publish(0)
        site = made.site("127.0.6.2")
        made.feed(site, [made.copy(site, f"/p/{n}", 0, "ok") for n in range(3)])
        yield made


def environment(settings: Settings, press: Press, day: BadDay) -> dict[str, str]:
    s3 = {"SNAPSHOTS": "s3://evidence/press", "S3_ENDPOINT": day.address, "S3_ACCESS_KEY": "a", "S3_SECRET_KEY": "b"}
    return prepare(settings, press) | {f"RIGHTS_{name}": value for name, value in s3.items()}


def recorded(settings: Settings) -> list[str]:
    with open_store(settings) as store, store.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(due)).scalar_one()
        return list(connection.execute(select(check.c.outcome)).scalars())


def test_a_sweep_whose_bodies_nobody_takes_ends_and_blames_no_page(tmp_path: Path, press: Press) -> None:
    settings = Settings(home=tmp_path / "home")
    with serving(BadDay(b"", [403] * 999)) as day:
        env = environment(settings, press, day)
        crawl = [sys.executable, "-m", "rights", "crawl", "--quiet"]
        done = subprocess.run(crawl, env=env, capture_output=True, text=True)
        assert done.returncode == 2
        assert "the object store refuses us, see RIGHTS_S3_ACCESS_KEY" in done.stderr
        assert recorded(settings) == []
        day.fails.clear()
        assert subprocess.run(crawl, env=env, capture_output=True).returncode == 0
        assert sorted(set(recorded(settings))) == ["judged", "listed"]


@pytest.mark.postgresql
def test_a_worker_with_a_wrong_key_ends_itself(tmp_path: Path, press: Press, fresh_postgresql: str) -> None:
    pytest.importorskip("procrastinate", reason="needs the extra 'worker'")
    settings = Settings(home=tmp_path / "home", database_url=fresh_postgresql)
    with serving(BadDay(b"", [403] * 999)) as day:
        env = environment(settings, press, day)
        leading = [sys.executable, "-m", "rights", "crawl", "--quiet"]
        with subprocess.Popen(leading, env=env | {"RIGHTS_WORKERS": "true"}, stderr=subprocess.DEVNULL) as leader:
            worker = [sys.executable, "-m", "rights", "worker", "--quiet"]
            done = subprocess.run(worker, env=env, capture_output=True, text=True, timeout=60)
            leader.kill()
        assert done.returncode == 2
        assert "the object store refuses us" in done.stderr.splitlines()[-1]
        assert recorded(settings) == []


@pytest.fixture
def fresh_postgresql(postgresql_server: str) -> Iterator[str]:
    name = f"t{uuid.uuid4().hex}"
    yield create(postgresql_server, name)
    drop(postgresql_server, name)
