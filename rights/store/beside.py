"""What checks looked at beside their pages: the further pages of an article, and what is behind links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from rights.beside import Beside, Kind
from rights.model import Page
from rights.store.beside_tables import beside
from rights.store.codec import clean, pack_chain, unpack_chain
from rights.store.engine import Database
from rights.store.records import Look
from rights.store.snapshots import Snapshots, name_of
from rights.urls import site


def insert(connection: Connection, looks: Iterable[tuple[Look, int]], *, chains: set[int]) -> None:
    """Note what looks were judged with, under the numbers of their checks; their bodies are kept already.

    The way to each page is kept for the looks of ``chains``, by the numbers of their due rows.
    """
    rows = [
        _row(one, number, chain=look.due.number in chains)
        for look, number in looks
        for one in look.beside
    ]  # fmt: skip
    if rows:
        connection.execute(beside.insert(), rows)


def read(database: Database, snapshots: Snapshots, number: int) -> tuple[Beside, ...]:
    """What a check looked at beside its page, in order; raises `StoreError` for a damaged snapshot."""
    query = select(beside).where(beside.c.check_number == number).order_by(beside.c.number)
    with database.read() as connection:
        rows = connection.execute(query).all()
    return tuple(_beside(row, snapshots) for row in rows)


def _row(one: Beside, number: int, *, chain: bool) -> dict[str, Any]:
    page = one.page
    kept = page is not None and (page.body or one.lost)
    return {
        "check_number": number,
        "kind": one.kind.value,
        "address": clean(one.address),
        "final_url": clean(page.final_url) if page else None,
        "site": site((page.final_url if page else None) or one.address) or "",
        "status": page.status if page else None,
        "headers": clean(dict(page.headers)) if page else None,
        "fetched_at": page.fetched_at if page else None,
        "sha256": name_of(page) if page and kept else None,
        "cut": clean(page.cut) if page else None,
        "chain": pack_chain(page.chain) if page and chain else None,
    }


def _beside(row: Any, snapshots: Snapshots) -> Beside:
    kind = Kind(row.kind)
    if row.status is None:
        return Beside(address=row.address, kind=kind)
    body = snapshots.get(row.sha256) if row.sha256 else b""
    page = Page(
        body=body or b"", url=row.address, final_url=row.final_url, status=row.status, headers=row.headers or {},
        fetched_at=row.fetched_at, sha256=row.sha256 or "", cut=row.cut, chain=unpack_chain(row.chain),
    )  # fmt: skip
    return Beside(address=row.address, kind=kind, page=page, lost=body is None)
