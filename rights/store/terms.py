"""When publishers' terms were looked at, and which clauses are in doubt since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select

from rights.anchors import Anchor
from rights.store.engine import Database
from rights.store.tables import violation, work
from rights.store.terms_tables import terms_check


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsCheck:
    """One look at a publisher's terms by the policy file of that sha256.

    ``lost`` are the anchors that were gone, ``error`` says why the page could not be read: then nothing is known.
    """

    publisher: str
    url: str
    at: datetime
    policy_sha256: str
    anchors: int = 0
    lost: tuple[Anchor, ...] = ()
    error: str | None = None


class TermsTable:
    """The looks at terms of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, found: TermsCheck) -> None:
        """Keep one look."""
        row = {
            "publisher": found.publisher,
            "url": found.url,
            "at": found.at,
            "policy_sha256": found.policy_sha256,
            "anchors": found.anchors,
            "lost": [[anchor.policy, anchor.clause, anchor.words] for anchor in found.lost],
            "error": found.error,
        }
        with self._database.write() as connection:
            connection.execute(insert(terms_check), [row])

    def last_at(self) -> dict[str, datetime]:
        """When each publisher's terms were last looked at, whether they could be read or not."""
        query = select(terms_check.c.publisher, func.max(terms_check.c.at)).group_by(terms_check.c.publisher)
        with self._database.read() as connection:
            return {row.publisher: row[1] for row in connection.execute(query).all()}

    def last_read(self, publisher: str, policy_sha256: str) -> TermsCheck | None:
        """The last look at which the terms could be read by this version of the policy file."""
        wanted = (terms_check.c.publisher == publisher, terms_check.c.policy_sha256 == policy_sha256)
        query = select(terms_check).where(*wanted, terms_check.c.error.is_(None))
        with self._database.read() as connection:
            row: Any = connection.execute(query.order_by(terms_check.c.number.desc()).limit(1)).first()
        return None if row is None else _read(row)

    def publishers(self) -> Sequence[str]:
        """The publishers whose works are known or who have violations: whose terms are worth looking at."""
        found: set[str] = set()
        with self._database.read() as connection:
            for column in (work.c.publisher, violation.c.publisher):
                found |= {name for name in connection.execute(select(column).distinct()).scalars() if name}
        return sorted(found)


def _read(row: Any) -> TermsCheck:
    return TermsCheck(
        publisher=row.publisher,
        url=row.url,
        at=row.at,
        policy_sha256=row.policy_sha256,
        anchors=row.anchors,
        lost=tuple(Anchor(*words) for words in row.lost or ()),
        error=row.error,
    )
