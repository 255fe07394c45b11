"""Creating, refusing, upgrading, going back."""

from __future__ import annotations

import sqlite3
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from rights.errors import InputError, OldDatabase, StoreError
from rights.settings import Settings
from rights.store import Database, migrate, open_store, upkeep
from tests.databases import create, drop
from tests.store.samples import look, violated


def test_the_first_use_creates_what_the_tables_declare(empty_settings: Settings) -> None:
    with open_store(empty_settings) as store:
        assert migrate.revision(store.database) == migrate.HEAD
        assert migrate.differences(store.database) == []


def test_head_is_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.scripts()))
    assert ScriptDirectory.from_config(config).get_current_head() == migrate.HEAD


def test_forward_and_backward(settings: Settings) -> None:
    with open_store(settings) as store:
        look(store, violated())
        migrate.downgrade(store.database, "base")
        assert migrate.revision(store.database) is None
        migrate.ensure(store.database)
        assert store.violations.count() == 0


def _stamp(settings: Settings, revision: str) -> None:
    from sqlalchemy import text

    with open_store(settings) as store, store.database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :r"), {"r": revision})


def test_an_older_database_is_refused_with_the_way_out(settings: Settings) -> None:
    _stamp(settings, "0000")
    with pytest.raises(OldDatabase, match="rights db upgrade"):
        open_store(settings)


def test_a_newer_database_is_refused(settings: Settings) -> None:
    _stamp(settings, "9999")
    with pytest.raises(StoreError, match="newer version"):
        open_store(settings)


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.db") as connection:
        connection.execute("CREATE TABLE theirs (a)")
    with pytest.raises(StoreError, match="another program"):
        open_store(Settings(home=tmp_path, database_url=f"sqlite:///{tmp_path}/x.db"))


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "rights.db").write_text("not a database, and long enough to be looked at as one" * 50)
    with pytest.raises(StoreError, match="not a database"):
        open_store(Settings(home=tmp_path))


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "http://x"])
def test_urls_that_cannot_be_used(url: str) -> None:
    with pytest.raises(InputError, match="RIGHTS_DATABASE_URL"):
        Database(url)


def test_an_upgrade_keeps_every_row_and_copies_a_file_first(settings: Settings) -> None:
    """Batch migrations recreate tables on SQLite: nothing that refers to them may be lost."""
    with open_store(settings) as store:
        look(store, violated())
        before = store.violations.get(1)
        migrate.downgrade(store.database, "0001")
    with pytest.raises(OldDatabase):
        open_store(settings)
    database = Database(settings.database)
    found, saved = migrate.upgrade(database)
    assert found == "0001"
    if database.path:
        assert saved is not None
        assert sqlite3.connect(saved).execute("SELECT count(*) FROM violation").fetchone() == (1,)
    with open_store(settings) as store:
        assert store.violations.get(1) == before
        assert migrate.differences(store.database) == []
        assert list(upkeep.verify(store.database)) == []


@pytest.mark.postgresql
def test_an_upgrade_beside_workers_that_lock_the_other_way_round_is_tried_again(
    postgresql_server: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Who records holds the checks and then wants the violations; a migration that wants both at once meets it half way."""
    psycopg = pytest.importorskip("psycopg")
    name = f"t{uuid.uuid4().hex}"
    url = create(postgresql_server, name)
    with open_store(Settings(home=tmp_path, database_url=url)) as store:
        migrate.downgrade(store.database, "0010")
        with psycopg.connect(url) as worker, ThreadPoolExecutor(1) as beside:
            worker.execute("SET deadlock_timeout = '60s'")  # so that the migration is the one that is ended
            worker.execute('LOCK TABLE "check" IN ROW EXCLUSIVE MODE')
            upgrade = beside.submit(migrate.upgrade, store.database)
            with psycopg.connect(url, autocommit=True) as watcher:
                while not watcher.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
                    assert not upgrade.done()
                    time.sleep(0.01)
            worker.execute("LOCK TABLE violation IN ROW EXCLUSIVE MODE")
            worker.commit()
            assert upgrade.result() == ("0010", None)
        assert migrate.differences(store.database) == []
    assert "trying again" in caplog.text
    drop(postgresql_server, name)
