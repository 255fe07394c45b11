"""Sites: watched ones, what is declared about them, and the publishers' waivers for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, or_, select, update

from rights.errors import InputError
from rights.model import Permission, Republisher
from rights.store.codec import clean
from rights.store.due import DueTable
from rights.store.engine import Database
from rights.store.records import OPEN, Lead, Site, Standing, Waiver
from rights.store.tables import copy, due, lead, site, violation, waiver
from rights.urls import is_web
from rights.urls import site as site_of

#: The source of leads that ``rights sites add`` makes.
WATCHED = "watched-site"


class Sites:
    """The sites of one database."""

    def __init__(self, database: Database, due_table: DueTable) -> None:
        self._database = database
        self._due = due_table

    def watch(self, address: str, kind: str, at: datetime, note: str | None = None) -> Site:
        """Watch a site by its feed, sitemap, list of articles or a single page; raises `InputError` for no address."""
        name = site_of(address) if is_web(address) else None
        if name is None:
            raise InputError(f"{address!r} is not an http(s) address")
        with self._database.write() as connection:
            self._put(connection, name, at, watched=True, note=note)
            self._due.put(connection, [Lead(address=address, source=WATCHED, kind=kind)], at)
        found = self.get(name)
        assert found is not None
        return found

    def declare(self, name: str, at: datetime, facts: Mapping[str, str], *, source: str = "operator") -> None:
        """Put on file what was declared about a republisher's site, such as ``kind="nonprofit"``."""
        with self._database.write() as connection:
            known = connection.execute(select(site.c.facts).where(site.c.name == name)).scalar() or {}
            self._put(connection, name, at, facts=clean({**known, **facts}), facts_from=clean(source))

    def mark(self, name: str, at: datetime, *, paused: bool | None = None, opted_out: bool | None = None) -> None:
        """Pause a site, or honour its wish not to be visited; neither is forgotten by watching it again."""
        flags = {"paused": paused, "opted_out": opted_out}
        with self._database.write() as connection:
            self._put(connection, name, at, **{flag: value for flag, value in flags.items() if value is not None})

    def _put(self, connection: Connection, name: str, at: datetime, **values: Any) -> None:
        values = {key: value for key, value in values.items() if value is not None}
        row = {"name": clean(name), "watched": False, "paused": False, "opted_out": False, "added_at": at} | values
        insert = self._database.insert(site).values(row)
        if values:
            insert = insert.on_conflict_do_update(index_elements=[site.c.name], set_=values)
        else:
            insert = insert.on_conflict_do_nothing(index_elements=[site.c.name])
        connection.execute(insert)

    def remove(self, name: str) -> bool:
        """Stop watching a site: its feeds and sitemaps are looked at no more; its copies and violations stay."""
        with self._database.write() as connection:
            was = connection.execute(select(site.c.watched).where(site.c.name == name)).scalar()
            sources = (due.c.site == name) & (due.c.standing == Standing.SOURCE.value)
            connection.execute(update(due).where(sources).values(next_at=None))
            connection.execute(update(site).where(site.c.name == name).values(watched=False))
        return bool(was)

    def get(self, name: str) -> Site | None:
        """One site with its figures."""
        found = self.listed(name=name, watched=False)
        return found[0] if found else None

    def listed(self, *, name: str | None = None, watched: bool = True) -> list[Site]:
        """Sites by name with their figures: the watched ones, or all that something is known about."""
        query = select(site).order_by(site.c.name)
        if name is not None:
            query = query.where(site.c.name == name)
        elif watched:
            query = query.where(site.c.watched)
        pages = select(due.c.site, func.count()).where(due.c.kind == "page").group_by(due.c.site)
        copies = select(copy.c.site, func.count()).group_by(copy.c.site)
        open_ones = select(violation.c.site, func.count()).where(violation.c.state.in_(OPEN)).group_by(violation.c.site)
        watched_addresses = (
            select(due.c.site, due.c.address).join(lead, lead.c.due == due.c.number).where(lead.c.source == WATCHED)
        )
        with self._database.read() as connection:
            rows = connection.execute(query).all()
            page_counts: dict[str, int] = dict(connection.execute(pages).all())
            copy_counts: dict[str, int] = dict(connection.execute(copies).all())
            open_counts: dict[str, int] = dict(connection.execute(open_ones).all())
            addresses: dict[str, list[str]] = {}
            for of, address in connection.execute(watched_addresses):
                addresses.setdefault(of, []).append(address)
        return [
            Site(
                name=row.name, watched=row.watched, paused=row.paused, opted_out=row.opted_out, facts=row.facts or {},
                note=row.note, addresses=tuple(addresses.get(row.name, ())), pages=page_counts.get(row.name, 0),
                copies=copy_counts.get(row.name, 0), open_violations=open_counts.get(row.name, 0),
            )
            for row in rows
        ]  # fmt: skip

    def opted_out(self) -> frozenset[str]:
        """The names of the sites whose owners want no visits."""
        with self._database.read() as connection:
            return frozenset(connection.execute(select(site.c.name).where(site.c.opted_out)).scalars())

    def republisher(self, name: str) -> Republisher:
        """What is declared about a site, with the permissions that publishers gave it."""
        return self.republishers(name).get(name, Republisher(site=name))

    def republishers(self, name: str | None = None) -> dict[str, Republisher]:
        """The same for every site about which anything is on file."""
        sites = select(site).where(or_(site.c.facts.is_not(None), site.c.name == (name or "")))
        given = select(waiver).where(waiver.c.revoked_at.is_(None)).order_by(waiver.c.number)
        if name is not None:
            sites, given = sites.where(site.c.name == name), given.where(waiver.c.site == name)
        with self._database.read() as connection:
            rows = {row.name: row for row in connection.execute(sites)}
            permissions: dict[str, list[Permission]] = {}
            for row in connection.execute(given):
                permissions.setdefault(row.site, []).append(_permission(row))
        return {
            of: Republisher(
                site=of,
                facts=(rows[of].facts or {}) if of in rows else {},
                permissions=tuple(permissions.get(of, ())),
                source=rows[of].facts_from if of in rows else None,
            )
            for of in rows.keys() | permissions.keys()
        }

    def waive(self, agreed: Waiver, at: datetime) -> int:
        """Put a publisher's waiver or syndication agreement on file; gives its number."""
        if agreed.since and agreed.until and agreed.until < agreed.since:
            raise InputError(f"the waiver ends ({agreed.until}) before it begins ({agreed.since})")
        row = {
            "publisher": agreed.publisher, "site": agreed.site, "clauses": clean(list(agreed.clauses)),
            "works": clean(list(agreed.works)), "since": agreed.since, "until": agreed.until,
            "reference": clean(agreed.reference), "by": clean(agreed.by), "at": at,
        }  # fmt: skip
        with self._database.write() as connection:
            return self._database.insert_ids(connection, waiver, [row])[0]

    def revoke(self, number: int, at: datetime) -> bool:
        """End a waiver now; it stays on file.  The next sweep reopens what it covered."""
        query = update(waiver).where(waiver.c.number == number, waiver.c.revoked_at.is_(None)).values(revoked_at=at)
        with self._database.write() as connection:
            return connection.execute(query).rowcount > 0

    def waivers(self, publishers: Sequence[str] = ()) -> list[Waiver]:
        """Waivers on file, revoked ones too, oldest first."""
        query = select(waiver).order_by(waiver.c.number)
        if publishers:
            query = query.where(waiver.c.publisher.in_(publishers))
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return [
            Waiver(
                number=row.number, publisher=row.publisher, site=row.site, clauses=tuple(row.clauses or ()),
                works=tuple(row.works or ()), since=row.since, until=row.until, reference=row.reference, by=row.by,
                at=row.at, revoked_at=row.revoked_at,
            )
            for row in rows
        ]  # fmt: skip

    def forget_leads(self, name: str) -> int:
        """Drop addresses of a site that were never looked at; gives how many."""
        unseen = (due.c.site == name) & (due.c.standing == Standing.LEAD.value) & due.c.last_at.is_(None)
        with self._database.write() as connection:
            numbers = select(due.c.number).where(unseen)
            connection.execute(delete(lead).where(lead.c.due.in_(numbers)))
            return connection.execute(delete(due).where(unseen)).rowcount


def _permission(row: Any) -> Permission:
    return Permission(
        publisher=row.publisher,
        clauses=tuple(row.clauses or ()),
        works=tuple(row.works or ()),
        since=row.since,
        until=row.until,
        reference=row.reference,
    )
