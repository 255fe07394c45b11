"""The append-only tables in partitions on PostgreSQL: one is always ahead, and everything else is as on SQLite."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event, text

from rights.settings import Settings
from rights.store import Database, Store, migrate, open_store, upkeep
from rights.store.moving import move
from rights.store.partitions import SIZE, TABLES
from tests.store.samples import look, violated

psycopg = pytest.importorskip("psycopg", reason="needs the extra 'postgresql'")
pytestmark = pytest.mark.postgresql


@pytest.fixture
def engine_name(postgresql_server: str) -> str:
    """SQLite has no partitions."""
    return "postgresql"


def parts(store: Store, table: str) -> list[str]:
    query = text(
        "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
        "WHERE i.inhparent = CAST(:name AS regclass) ORDER BY length(c.relname), c.relname"
    )
    with store.database.read() as connection:
        return list(connection.execute(query, {"name": f'"{table}"'}).scalars())


def skip_to(store: Store, number: int) -> None:
    """Let the next numbers of the append-only tables be these."""
    with store.database.write() as connection:
        for table in TABLES:
            connection.execute(text(f"SELECT setval('{table}_number_seq', {number})"))


def test_a_partition_is_made_ahead_of_the_one_that_fills(store: Store) -> None:
    assert {table: parts(store, table) for table in TABLES} == {t: [f"{t}_0", f"{t}_{SIZE}"] for t in TABLES}
    skip_to(store, SIZE - 1)
    for _ in range(2):
        look(store, violated())
    for table in TABLES:
        assert parts(store, table) == [f"{table}_0", f"{table}_{SIZE}", f"{table}_{2 * SIZE}"]
    assert migrate.differences(store.database) == []
    assert list(upkeep.verify(store.database)) == []
    assert all(size.stored for size in upkeep.sizes(store.database) if size.table in TABLES)


def test_a_backup_under_way_is_waited_for_once_in_a_while_only(store: Store, settings: Settings) -> None:
    """A table that somebody reads for hours gets its next partition later; each try holds everybody up for a second."""
    skip_to(store, SIZE + 1)
    tries: list[str] = []

    @event.listens_for(store.database.engine, "before_cursor_execute")
    def told(connection: object, cursor: object, statement: str, *_: object) -> None:
        tries.extend(["make"] * ("lock_timeout" in statement))

    with psycopg.connect(settings.database.replace("+psycopg", "")) as backup:
        backup.execute('SELECT count(*) FROM "check"')
        for number in range(5):
            look(store, address=f"https://copy.example/{number}")
        assert len(tries) == 1
        assert parts(store, "check") == ["check_0", f"check_{SIZE}"]
    with open_store(settings) as other:  # another process, or this one when it has rested
        look(other, address="https://copy.example/later")
    assert parts(store, "check") == ["check_0", f"check_{SIZE}", f"check_{2 * SIZE}"]


def test_there_and_back_keeps_every_row_and_number(settings: Settings) -> None:
    with open_store(settings) as store:
        look(store, violated())
        skip_to(store, SIZE + 5)
        look(store, violated(), address="https://other.example/x")
        before = [store.violations.get(number) for number in (1, 2)]
        migrate.downgrade(store.database, "0008")
        with store.database.read() as connection:
            gone = connection.execute(text("SELECT count(*) FROM pg_namespace WHERE nspname = 'rights_partitions'"))
            assert gone.scalar_one() == 0
    database = Database(settings.database)
    migrate.upgrade(database)
    database.close()
    with open_store(settings) as store:
        assert migrate.differences(store.database) == []
        assert [store.violations.get(number) for number in (1, 2)] == before
        assert parts(store, "check") == ["check_0", f"check_{2 * SIZE}"]
        look(store, violated(), address="https://third.example/x")
        assert store.violations.count() == 3


def test_moving_makes_the_partitions_that_the_numbers_need(store: Store, tmp_path: Path) -> None:
    far = 2 * SIZE + 7
    with open_store(Settings(home=tmp_path / "small")) as small:
        look(small, violated())
        look(small, violated(), address="https://other.example/x")
        with small.database.write() as connection:
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
            connection.execute(text(f'UPDATE "check" SET number = {far} WHERE number = 2'))
            connection.execute(text(f"UPDATE assessment SET check_number = {far} WHERE check_number = 2"))
            connection.execute(text(f"UPDATE violation SET opened_check = {far}, last_check = {far} WHERE number = 2"))
            connection.execute(text(f"UPDATE violation_event SET check_number = {far} WHERE check_number = 2"))
            connection.execute(text(f"UPDATE due SET last_check = {far} WHERE last_check = 2"))
        rows = dict(move(small.database, store.database))
        assert rows["check"] == 2
        assert store.violations.get(2) == small.violations.get(2)
    look(store, violated(), address="https://third.example/x")
    assert store.violations.count() == 3
