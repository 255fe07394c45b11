"""``rights db copy``: an installation with rows in every table goes to PostgreSQL and back, and every value with it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Column, Connection, Float, Integer, LargeBinary, Table, event, select
from sqlmodel.sql.sqltypes import UTCDateTime
from typer.testing import CliRunner

from rights.cli.main import app
from rights.errors import InputError
from rights.settings import Settings
from rights.store import Database, Store, open_store
from rights.store.moving import move
from rights.store.tables import metadata
from tests.databases import create, drop
from tests.store.samples import add, look, violated

#: Numbers that neither begin at one nor follow one another.
NUMBERS = (3, 5, 8)
WORDS = ("plain", "Ärger – «über» 東京 \U0001f98a e\u0301", "'; -- \\ \" \t\n\r\u2028 %s {} \x7f")


def filled(connection: Connection) -> None:
    """Three rows in every table: values at the edges of their types, and nulls where they may be."""
    for table in metadata.sorted_tables:
        for at, number in enumerate(NUMBERS):
            row = {column.name: value(table, column, at, number) for column in table.columns}
            connection.execute(table.insert(), row)


def value(table: Table, column: Column[Any], at: int, number: int) -> object:
    if column.name == "number" or column.foreign_keys:
        return number
    if at == 1 and column.nullable and not column.primary_key:
        return None
    if isinstance(column.type, Boolean):
        return at != 1
    if isinstance(column.type, Integer):
        return (0, -7, 2_000_000_000)[at] + (0 if column.primary_key else 1)
    if isinstance(column.type, Float):
        return (0.1, -1.5e-300, 1.7e308)[at]
    if isinstance(column.type, LargeBinary):
        return bytes(range(256)) * (at + 1)
    if isinstance(column.type, JSON):
        return ({"a": [1, None, {"b": WORDS[1]}]}, [], {"": WORDS[2], "n": 1.25, "x": 2**53})[at]
    if isinstance(column.type, UTCDateTime):
        return datetime(2026, 3, 29, 0, 59, 59, 999_999, UTC) + timedelta(days=400 * at)
    return f"{WORDS[at]} {table.name}.{column.name}"


def rows(database: Database) -> dict[str, list[dict[str, Any]]]:
    with database.read() as connection:
        return {
            table.name: [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]
            for table in metadata.sorted_tables
        }


@pytest.fixture
def empty_postgresql(postgresql_server: str) -> Iterator[str]:
    name = f"t{uuid.uuid4().hex}"
    yield create(postgresql_server, name)
    drop(postgresql_server, name)


@pytest.fixture
def lite(tmp_path: Path) -> Store:
    return open_store(Settings(home=tmp_path / "lite"))


@pytest.mark.postgresql
def test_there_and_back_row_by_row(lite: Store, empty_postgresql: str, tmp_path: Path) -> None:
    with lite.database.write() as connection:
        filled(connection)
    before = rows(lite.database)
    assert all(len(of) >= 3 for of in before.values())
    back = f"sqlite:///{tmp_path}/back.db"
    for source, target in ((str(lite.database.url), empty_postgresql), (empty_postgresql, back)):
        run = CliRunner().invoke(app, ["db", "copy", "--from", source, "--to", target])
        assert run.exit_code == 0, run.output
        assert rows(Database(target)) == before


@pytest.mark.postgresql
def test_what_was_moved_goes_on(lite: Store, empty_postgresql: str, tmp_path: Path) -> None:
    """Numbers go on behind those that came along, in partitions that are there."""
    for page in range(3):
        look(lite, violated(), address=f"https://copy.example/{page}")
    list(move(lite.database, Database(empty_postgresql)))
    with open_store(Settings(home=tmp_path / "pg", database_url=empty_postgresql)) as store:
        look(store, violated(), address="https://copy.example/9")
        numbers = {name: [row["number"] for row in rows(store.database)[name]] for name in ("due", "check", "finding")}
    assert set(map(tuple, numbers.values())) == {(1, 2, 3, 4)}


@pytest.mark.postgresql
def test_a_crawl_that_goes_on_meanwhile_does_not_tear_the_copy(lite: Store, empty_postgresql: str) -> None:
    with lite.database.write() as connection:
        filled(connection)
    before = rows(lite.database)
    target = Database(empty_postgresql)
    late: list[object] = []

    @event.listens_for(target.engine, "before_cursor_execute")
    def goes_on(connection: object, cursor: object, statement: str, *_: object) -> None:
        if not late and statement.startswith("INSERT INTO account"):
            late.append(add(lite, "https://late.example/"))

    list(move(lite.database, target))
    assert late
    assert rows(target) == before


@pytest.mark.postgresql
def test_a_target_that_holds_anything_is_refused_and_left_alone(
    lite: Store, empty_postgresql: str, tmp_path: Path
) -> None:
    with open_store(Settings(home=tmp_path / "pg", database_url=empty_postgresql)) as store:
        add(store, "https://here.example/")
        kept = rows(store.database)
        with pytest.raises(InputError, match="the target database is not empty: host"):
            list(move(lite.database, store.database))
        assert rows(store.database) == kept


def test_a_source_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    target = f"sqlite:///{tmp_path}/new.db"
    run = CliRunner().invoke(app, ["db", "copy", "--from", f"sqlite:///{tmp_path}/none.db", "--to", target])
    assert isinstance(run.exception, InputError)
    assert "none.db: --from names one that is not there" in str(run.exception)
    assert list(tmp_path.iterdir()) == []
