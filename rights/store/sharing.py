"""Results of one-off checks that are shared by link, for as long as they last."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import delete, select

from rights.store.account_tables import shared_check
from rights.store.codec import compress, decompress
from rights.store.engine import Database
from rights.store.tables import meta


class SharedChecks:
    """The shared checks of one database, by the sha256 of what stands in their links."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, token: str, body: str, at: datetime, until: datetime) -> None:
        """Keep a result, and drop those that ended."""
        row = {"token": token, "at": at, "until": until, "body": compress(body.encode())}
        with self._database.write() as connection:
            connection.execute(delete(shared_check).where(shared_check.c.until <= at))
            connection.execute(shared_check.insert(), [row])

    def get(self, token: str, at: datetime) -> str | None:
        """A result; None for one that is unknown or has ended."""
        query = select(shared_check.c.body).where(shared_check.c.token == token, shared_check.c.until > at)
        with self._database.read() as connection:
            body: bytes | None = connection.execute(query).scalar()
        return None if body is None else decompress(body).decode()

    def key(self) -> str:
        """The key by which links are signed: made once, the same for every server on this database."""
        insert = self._database.insert(meta).on_conflict_do_nothing(index_elements=[meta.c.name])
        query = select(meta.c.value).where(meta.c.name == "link_key")
        with self._database.read() as connection:
            found: str | None = connection.execute(query).scalar()
        if found is None:
            with self._database.write() as connection:
                connection.execute(insert.values(name="link_key", value=secrets.token_urlsafe(32)))
                found = str(connection.execute(query).scalar_one())
        return found
