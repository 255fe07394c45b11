"""What checks were answered, as archives need it: every request, and the bytes that a 304 refers to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from rights.evidence.proof import Answer
from rights.model import Page
from rights.store import beside
from rights.store.codec import unpack_chain
from rights.store.engine import Database
from rights.store.snapshots import Snapshots
from rights.store.tables import check

#: Earlier checks that are looked through for the answer that a 304 repeats.
_BACK = 200


class Answers:
    """The answers of one database."""

    def __init__(self, database: Database, snapshots: Snapshots) -> None:
        self._database = database
        self._snapshots = snapshots

    def get(self, number: int, why: tuple[str, ...] = ()) -> Answer | None:
        """What a check was answered; None for a check that is not on file or that got no answer."""
        with self._database.read() as connection:
            row = connection.execute(select(check).where(check.c.number == number)).first()
            if row is None or row.status is None:
                return None
            earlier = _base(connection, row) if _is_304(row) else None
        seen = beside.read(self._database, self._snapshots, number)
        base = self._read(earlier, ("bytes",)) if earlier is not None else None
        return replace(self._read(row, why), base=base, beside=seen)

    def _read(self, row: Any, why: tuple[str, ...]) -> Answer:
        """With the body, for which no transaction may be open: an object store may take its time."""
        body = self._snapshots.get(row.sha256) if row.sha256 else b""
        return Answer(check=row.number, at=row.at, page=_page(row, body or b""), why=why, lost=body is None)


def _base(connection: Connection, row: Any) -> Any | None:
    """The last earlier answer that brought the same bytes itself."""
    earlier = (
        select(check)
        .where(check.c.due == row.due, check.c.number < row.number, check.c.sha256 == row.sha256)
        .order_by(check.c.number.desc())
        .limit(_BACK)
    )
    for candidate in connection.execute(earlier):
        if not _is_304(candidate):
            return candidate
    return None


def _page(row: Any, body: bytes) -> Page:
    return Page(
        body=body, url=row.url, final_url=row.final_url, status=row.status, headers=row.headers or {},
        fetched_at=row.fetched_at, sha256=row.sha256 or "", cut=row.cut, chain=unpack_chain(row.chain),
    )  # fmt: skip


def _is_304(row: Any) -> bool:
    chain = unpack_chain(row.chain)
    return bool(chain) and chain[-1].status == 304
