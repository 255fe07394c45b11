"""Backups, verification, and moving between databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from rights.errors import InputError, StoreError
from rights.settings import Settings
from rights.store import Store, migrate, open_store, upkeep
from rights.store.engine import Database
from rights.store.moving import move
from rights.store.partitions import TABLES
from rights.store.retention import drop_history
from rights.store.tables import metadata, snapshot
from tests.store.samples import DAY, START, add, look, mended, violated


def filled(store: Store) -> None:
    look(store, violated())
    look(store, mended(), at=START + DAY)
    add(store, "https://copy.example/waiting")


def test_a_backup_restores_into_an_empty_database(store: Store, empty_settings: Settings, tmp_path: Path) -> None:
    filled(store)
    upkeep.backup(store.database, tmp_path / "backup")
    with pytest.raises(InputError, match="exists"):
        upkeep.backup(store.database, tmp_path / "backup")
    with pytest.raises(InputError, match="not empty"):
        upkeep.restore(store.database, tmp_path / "backup")
    database = Database(empty_settings.database)
    upkeep.restore(database, tmp_path / "backup")
    with open_store(empty_settings) as restored:
        assert restored.violations.listed() == store.violations.listed()
        assert list(upkeep.verify(restored.database)) == []
        page = restored.checks.page(1)
        assert page is not None
        assert page.body == b"<p>text</p>"


def test_a_damaged_snapshot_is_found(store: Store) -> None:
    filled(store)
    assert list(upkeep.verify(store.database)) == []
    with store.database.write() as connection:
        connection.execute(text("UPDATE snapshot SET sha256 = '00' || substr(sha256, 3)"))
    assert any("another sha256" in fault for fault in upkeep.verify(store.database))
    with store.database.write() as connection:
        connection.execute(snapshot.update().values(body=b"\0\1\2"))
    assert all("is damaged" in fault for fault in upkeep.verify(store.database))
    assert len(list(upkeep.verify(store.database))) == 1


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"nonsense" * 1000)
    with pytest.raises(StoreError):
        upkeep.restore(Database(f"sqlite:///{tmp_path}/new.db"), tmp_path / "x")


def test_moving_loses_nothing_and_numbers_go_on(store: Store, empty_settings: Settings, tmp_path: Path) -> None:
    """From either database into SQLite, and on into either."""
    filled(store)
    middle = Settings(home=tmp_path / "middle")
    middle.home.mkdir()
    assert dict(move(store.database, Database(middle.database)))["check"] == 2
    target = Database(empty_settings.database)
    list(move(Database(middle.database), target))
    with open_store(empty_settings) as moved:
        assert migrate.differences(moved.database) == []
        assert moved.violations.get(1) == store.violations.get(1)
        look(moved, violated(), at=START + 2 * DAY)
        assert [event.state.value for event in moved.violations.get(1).events] == ["opened", "cured", "reopened"]  # type: ignore[union-attr]
        with pytest.raises(InputError, match="not empty"):
            list(move(store.database, moved.database))


def test_snapshots_that_nothing_stands_on_are_dropped(store: Store) -> None:
    from tests.store.samples import page

    look(store, violated(), page=page(body="<p>opened</p>"))
    for day in range(1, 6):
        look(store, violated(), at=START + day * DAY, page=page(body=f"<p>day {day}</p>"))
    look(store, mended(), at=START + 6 * DAY, page=page(body="<p>mended</p>"))
    look(store, mended(), at=START + 7 * DAY, page=page(body="<p>newest</p>"))
    dropped, size = store.snapshots.drop(START + 100 * DAY)
    assert dropped == 4
    assert size > 0
    bodies = [found.body if (found := store.checks.page(number)) else None for number in range(1, 9)]
    assert bodies == [b"<p>opened</p>", None, None, None, None, b"<p>day 5</p>", b"<p>mended</p>", b"<p>newest</p>"]


def test_one_body_is_stored_once(store: Store) -> None:
    for number in range(3):
        look(store, address=f"https://copy{number}.example/")
    assert {size.table: size.rows for size in upkeep.sizes(store.database)}["snapshot"] == 1


def test_old_history_is_dropped_but_for_what_violations_and_the_next_look_stand_on(store: Store) -> None:
    look(store, violated())
    for day in range(1, 6):
        look(store, violated(), at=START + day * DAY)
    look(store, mended(), at=START + 6 * DAY)
    other = "https://copy.example/other"
    for day in range(4):
        look(store, at=START + day * DAY, address=other)
    before = store.violations.get(1)
    dropped = drop_history(store.database, START + 3 * DAY)
    assert dropped.checks == 5, "days 1 and 2 of the violation, 0 to 2 of the other page"
    assert store.violations.get(1) == before
    assert drop_history(store.database, START + 100 * DAY).checks == 2, "days 3 and 4"
    assert store.violations.get(1) == before
    assert list(upkeep.verify(store.database)) == []
    found = store.due.find(other)
    assert found is not None
    assert len(store.checks.of([found.number])) == 1


def test_what_refers_to_history_is_found_by_an_index() -> None:
    """Each check, assessment or finding that is dropped asks every table that refers to it."""
    keys = [key for table in metadata.sorted_tables for key in table.foreign_keys if key.column.table.name in TABLES]
    assert len(keys) >= 6
    for key in keys:
        assert any(next(iter(index.columns)) is key.parent for index in key.parent.table.indexes), str(key.parent)


def test_sweeps_go_with_their_checks_but_never_the_last_one(store: Store) -> None:
    for day in range(3):
        sweep = store.sweeps.begin(START + day * DAY)
        store.sweeps.finish(sweep.number, START + day * DAY)
    assert drop_history(store.database, START + 100 * DAY).sweeps == 2
    assert len(store.sweeps.last()) == 1
    assert drop_history(store.database, START + 100 * DAY).sweeps == 0


def test_a_backup_into_a_folder_that_is_not_there_says_so(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        upkeep.backup(store.database, tmp_path / "nowhere" / "backup")
