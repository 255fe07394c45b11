"""The desk's lists of sites and works, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from rights.store.codec import clean
from rights.store.engine import Database
from rights.store.reading import state_among
from rights.store.records import OPEN
from rights.store.tables import copy, due, site, violation, work
from rights.store.tally_tables import site_count


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLine:
    """A site as a list shows it."""

    name: str
    watched: bool
    paused: bool
    opted_out: bool
    pages: int
    copies: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """A work as a list shows it."""

    id: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    words: int
    open: int


class Catalogue:
    """Sites and works of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sites(
        self, publishers: Sequence[str] = (), *, like: str = "", limit: int = 50, offset: int = 0
    ) -> list[SiteLine]:
        """Sites by name: all that are known, or those that hold copies of some publishers' works."""
        query = _site_names(publishers, like).order_by("name").limit(limit).offset(offset)
        open_ones = select(site_count.c.site, func.sum(site_count.c.open)).group_by(site_count.c.site)
        if publishers:
            open_ones = open_ones.where(site_count.c.publisher.in_(publishers))
        with self._database.read() as connection:
            names = list(connection.execute(query).scalars())
            pages = select(due.c.site, func.count()).where(due.c.site.in_(names), due.c.kind == "page")
            copies = select(copy.c.site, func.count()).where(copy.c.site.in_(names))
            marks = {row.name: row for row in connection.execute(select(site).where(site.c.name.in_(names)))}
            of_pages: dict[str, int] = dict(connection.execute(pages.group_by(due.c.site)).all())
            of_copies: dict[str, int] = dict(connection.execute(copies.group_by(copy.c.site)).all())
            of_open: dict[str, int] = dict(connection.execute(open_ones.where(site_count.c.site.in_(names))).all())
        return [
            SiteLine(
                name=name,
                watched=bool(name in marks and marks[name].watched),
                paused=bool(name in marks and marks[name].paused),
                opted_out=bool(name in marks and marks[name].opted_out),
                pages=of_pages.get(name, 0),
                copies=of_copies.get(name, 0),
                open=int(of_open.get(name, 0)),
            )
            for name in names
        ]

    def count_sites(self, publishers: Sequence[str] = (), *, like: str = "") -> int:
        """How many `sites` there are."""
        with self._database.read() as connection:
            query = select(func.count()).select_from(_site_names(publishers, like).subquery())
            return int(connection.execute(query).scalar_one())

    def works(self, publishers: Sequence[str] = (), *, limit: int = 50, offset: int = 0) -> list[WorkLine]:
        """Known works, the last added first."""
        query = _works(select(work), publishers).order_by(work.c.number.desc()).limit(limit).offset(offset)
        with self._database.read() as connection:
            rows = connection.execute(query).all()
            numbers = [row.number for row in rows]
            open_ones = select(violation.c.work, func.count()).where(violation.c.work.in_(numbers), state_among(OPEN))
            of: dict[int, int] = dict(connection.execute(open_ones.group_by(violation.c.work)).all())
        return [
            WorkLine(
                id=row.ref, url=row.url, title=row.title, publisher=row.publisher, published=row.published,
                words=row.words, open=of.get(row.number, 0),
            )
            for row in rows
        ]  # fmt: skip

    def count_works(self, publishers: Sequence[str] = ()) -> int:
        """How many `works` there are."""
        with self._database.read() as connection:
            query = _works(select(func.count()).select_from(work), publishers)
            return int(connection.execute(query).scalar_one())


def _site_names(publishers: Sequence[str], like: str) -> Select[Any]:
    """All sites on file, which those of copies are, or those where some publishers had a violation."""
    of = site_count.c.site if publishers else site.c.name
    query = select(of.label("name")).distinct() if publishers else select(of.label("name"))
    if publishers:
        query = query.where(site_count.c.publisher.in_(publishers))
    return query.where(of.contains(clean(like), autoescape=True)) if like else query


def _works(query: Select[Any], publishers: Sequence[str]) -> Select[Any]:
    query = query.where(work.c.known, work.c.removed_at.is_(None))
    return query.where(work.c.publisher.in_(publishers)) if publishers else query
