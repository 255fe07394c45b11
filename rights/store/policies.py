"""The text of every policy that judged anything, by its sha256: a verdict can always be read against its terms."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from rights.store.codec import clean
from rights.store.engine import Database
from rights.store.tables import policy_version


class PolicyVersions:
    """The policy versions of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, sha256: str, publisher: str, text: str, at: datetime, file: str | None = None) -> None:
        """Keep a policy file's text; a version known already stays as it is."""
        row = {"sha256": sha256, "publisher": publisher, "file": file, "text": text, "first_used_at": at}
        insert = self._database.insert(policy_version)
        with self._database.write() as connection:
            connection.execute(insert.on_conflict_do_nothing(index_elements=[policy_version.c.sha256]), [row])

    def text(self, sha256: str) -> str | None:
        """The text of a version."""
        with self._database.read() as connection:
            query = select(policy_version.c.text).where(policy_version.c.sha256 == sha256)
            found: str | None = connection.execute(query).scalar()
            return found

    def versions(self, publisher: str) -> list[tuple[str, datetime, str]]:
        """The versions of a publisher's policy that judged anything, newest first: sha256, first use, text."""
        query = select(policy_version).where(policy_version.c.publisher == clean(publisher))
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(policy_version.c.first_used_at.desc())).all()
        return [(row.sha256, row.first_used_at, row.text or "") for row in rows]
