"""Connections to PostgreSQL: statements that hang are ended, threads share a pool that has an end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from rights.errors import StoreError
from rights.store import Database

pytestmark = pytest.mark.postgresql


def test_a_statement_that_hangs_is_ended_and_may_be_tried_again(postgresql_server: str) -> None:
    database = Database(postgresql_server, statement_seconds=0.2)
    with pytest.raises(StoreError, match="statement timeout") as told, database.read() as connection:
        connection.execute(text("SELECT pg_sleep(60)"))
    assert told.value.passing
    with database.read() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    database.close()


def test_many_threads_share_a_few_connections(postgresql_server: str) -> None:
    database = Database(postgresql_server, pool=2)

    def backend(_: int) -> int:
        with database.read() as connection:
            return int(connection.execute(text("SELECT pg_backend_pid() FROM pg_sleep(0.02)")).scalar_one())

    with ThreadPoolExecutor(24) as threads:
        used = list(threads.map(backend, range(60)))
    assert len(used) == 60
    assert len(set(used)) <= 6
    database.close()
