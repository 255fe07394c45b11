"""PostgreSQL restarted in the middle of a sweep: the sweep goes on."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from rights.errors import BodiesRefused, StoreError
from rights.settings import Settings
from rights.store import Store, open_store
from rights.store.records import Outcome
from rights.store.tables import check
from tests.crawl.stage import Stage
from tests.databases import Cluster, create, drop

ADDRESS = "https://site.example/1"


@pytest.mark.postgresql
def test_a_sweep_survives_a_restart_of_its_database(cluster: Cluster, tmp_path: Path) -> None:
    name = f"t{uuid4().hex}"
    settings = Settings(home=tmp_path, database_url=create(cluster.url, name))
    addresses = [f"https://site{n % 5}.example/{n}" for n in range(60)]
    with open_store(settings) as store:
        stage = Stage(store, tmp_path)
        stage.web.pages = dict.fromkeys(addresses, "violates link")
        stage.add(*addresses)
        crawler = stage.crawler(threads=2, pages=1)
        looked, half = crawler._looker.look, threading.Event()

        def look(due):  # type: ignore[no-untyped-def]
            if sum(stage.web.asked.values()) >= 20:
                half.set()
            return looked(due)

        crawler._looker.look = look  # type: ignore[method-assign]
        sweeping = threading.Thread(target=crawler.sweep)
        sweeping.start()
        assert half.wait(60)
        cluster.stop("immediate")
        cluster.start()
        sweeping.join(120)
        assert not sweeping.is_alive()
        crawler.close()
        with store.database.read() as connection:
            counts = Counter(connection.execute(select(check.c.due)).scalars())
        assert len(counts) == 60
        assert set(counts.values()) == {1}
        assert store.violations.count() == 60
    drop(cluster.url, name)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_database_that_is_away_within_a_look_is_waited_for(store: Store, settings: Settings) -> None:
    stage = _swept_once(store, settings)
    answers = iter([_error(passing=True), _error(passing=True)])
    read = store.snapshots.get

    def get(sha256: str) -> bytes | None:
        for wrong in answers:
            raise wrong
        return read(sha256)

    store.snapshots.get = get  # type: ignore[method-assign]
    stage.sweep(everything=True)
    assert stage.progress.outcomes == {Outcome.JUDGED: 1}
    assert stage.web.conditional == [ADDRESS]


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_page_whose_snapshot_is_damaged_is_fetched_whole(store: Store, settings: Settings) -> None:
    stage = _swept_once(store, settings)
    with store.database.write() as connection:
        connection.execute(text("UPDATE snapshot SET body = x'00'"))
    stage.sweep(everything=True)
    assert stage.progress.outcomes == {Outcome.JUDGED: 1}
    assert stage.web.conditional == []


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_an_object_store_that_gives_no_bodies_ends_the_sweep(
    store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = _swept_once(store, settings)

    def refused(sha256: str) -> bytes:
        raise BodiesRefused("the object store refuses us")

    with monkeypatch.context() as patched:
        patched.setattr("rights.store.snapshots.Snapshots.get", lambda self, sha256: refused(sha256))
        with pytest.raises(BodiesRefused):
            stage.sweep(everything=True)
    with store.database.read() as connection:
        assert list(connection.execute(select(check.c.outcome)).scalars()) == ["judged"]
    stage.sweep(everything=True)
    assert stage.progress.outcomes == {Outcome.JUDGED: 1}


def _swept_once(store: Store, settings: Settings) -> Stage:
    stage = Stage(store, settings.home)
    stage.web.pages = {ADDRESS: "violates link"}
    stage.add(ADDRESS)
    stage.sweep()
    return stage


def _error(*, passing: bool) -> StoreError:
    wrong = StoreError("the database answered: connection refused")
    wrong.passing = passing
    return wrong
