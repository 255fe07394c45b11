"""The due table: every address that the crawler looks at, and when next.

"Due" is coded in `_due` and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    update,
)

from rights.store.codec import LONGEST_ADDRESS, clean
from rights.store.engine import Database, batches
from rights.store.records import Due, Lead, Outcome, Standing
from rights.store.tables import assessment, check, due, host, lead, site
from rights.urls import host as host_of
from rights.urls import is_web, normalise, page_key
from rights.urls import site as site_of

#: How long a host stays with a worker that says nothing.
LEASE = timedelta(minutes=5)
#: The same for one that says something every few seconds, so that other machines take up its work soon.
SHORT_LEASE = timedelta(seconds=60)


def _due(until: datetime) -> ColumnElement[bool]:
    """THE definition: its time has come, and its site is neither paused nor opted out."""
    resting = select(site.c.name).where(or_(site.c.paused, site.c.opted_out))
    return and_(due.c.next_at.is_not(None), due.c.next_at <= until, due.c.site.not_in(resting))


def _ready(until: datetime, now: datetime) -> Select[Any]:
    """The names of hosts that anyone may lease now, in the order of their turns."""
    waiting = select(1).where(due.c.host == host.c.name, _due(until)).exists()
    free = or_(host.c.lease_until.is_(None), host.c.lease_until <= now)
    return select(host.c.name).where(free, host.c.next_at <= now, waiting).order_by(host.c.next_at, host.c.name)


class DueTable:
    """The frontier of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, leads: Iterable[Lead], at: datetime) -> int:
        """Add addresses found by a source; gives how many were new.

        One page is one row, whatever its address's spelling; each source's finding is kept as a lead.  An address that
        is not http(s) or longer than 2,000 characters is left out.
        """
        count = 0
        for batch in batches(leads):
            with self._database.write() as connection:
                count += self.put(connection, batch, at)
        return count

    def put(
        self, connection: Connection, leads: Sequence[Lead], at: datetime, *, due_at: datetime | None = None
    ) -> int:
        """`add` within a transaction; ``due_at`` is when the new addresses are first due, else at once."""
        by_key: dict[str, Lead] = {}
        for found in leads:
            if is_web(found.address) and len(found.address) <= LONGEST_ADDRESS:
                by_key.setdefault(page_key(clean(found.address))[:LONGEST_ADDRESS], found)
        if not by_key:
            return 0
        known = _numbers(connection, by_key)
        rows = [_row(key, found, at, due_at or at) for key, found in sorted(by_key.items()) if key not in known]
        if rows:
            self._put_hosts(connection, rows, at)
            insert = self._database.insert(due).on_conflict_do_nothing(index_elements=[due.c.page_key])
            connection.execute(insert, rows)
        numbers = _numbers(connection, by_key)
        told = set(
            connection.execute(
                select(lead.c.due, lead.c.source).where(lead.c.due.in_(numbers.values()))
            )
        )  # fmt: skip
        news = [
            {"due": numbers[key], "source": found.source, "detail": clean(found.detail), "work_ref": clean(found.work),
             "found_at": found.found_at or at}
            for key, found in by_key.items() if key in numbers and (numbers[key], found.source) not in told
        ]  # fmt: skip
        if news:
            connection.execute(lead.insert(), news)
        return len(rows)

    def _put_hosts(self, connection: Connection, rows: Sequence[dict[str, Any]], at: datetime) -> None:
        hosts = sorted({(row["host"], row["site"]) for row in rows})
        insert = self._database.insert(host).on_conflict_do_nothing(index_elements=[host.c.name])
        new = {"next_at": at, "failures": 0, "fetched_today": 0}
        connection.execute(insert, [{"name": name, "site": of, **new} for name, of in hosts])

    def lease(self, owner: str, until: datetime, now: datetime, *, hosts: int, pages: int = 1) -> list[Due]:
        """Take up to ``hosts`` hosts whose turn has come, with up to ``pages`` due addresses of each.

        ``until`` is the sweep's own time: what becomes due later waits for the next sweep.  A host stays with its
        owner until `release`, or until its lease ends because the owner is no more.
        """
        with self._database.write() as connection:
            query = _ready(until, now)
            names = list(connection.execute(query.limit(hosts).with_for_update(skip_locked=True)).scalars())
            if not names:
                return []
            taken = update(host).where(host.c.name.in_(names)).values(lease_owner=owner, lease_until=now + LEASE)
            connection.execute(taken)
            rows: list[Row[Any]] = []
            for name in names:
                waiting_here = select(due).where(due.c.host == name, _due(until))
                rows += connection.execute(waiting_here.order_by(due.c.next_at, due.c.number).limit(pages)).all()
            return [_read(row) for row in rows]

    def lease_host(self, name: str, owner: str, until: datetime, now: datetime, *, pages: int) -> list[Due]:
        """Take one host where its turn has come, as `lease` does, for a worker that others watch.

        Each page counts as tried once more until it is recorded.  A page that was tried before and never recorded comes
        alone: it may be what ended its worker.
        """
        with self._database.write() as connection:
            query = _ready(until, now).where(host.c.name == name)
            if connection.execute(query.with_for_update(skip_locked=True)).first() is None:
                return []
            here = select(due).where(due.c.host == name, _due(until))
            rows = connection.execute(here.order_by(due.c.next_at, due.c.number).limit(pages)).all()
            taken = list(takewhile(lambda row: not row.tries, rows)) or rows[:1]
            owned = {"lease_owner": owner, "lease_until": now + SHORT_LEASE}
            connection.execute(update(host).where(host.c.name == name).values(owned))
            numbers = [row.number for row in taken]
            connection.execute(update(due).where(due.c.number.in_(numbers)).values(tries=due.c.tries + 1))
            return [_read(row) for row in taken]

    def untried(self, numbers: Iterable[int]) -> None:
        """Take back that pages were tried: their host was given back before their turn."""
        with self._database.write() as connection:
            here = (due.c.number.in_(list(numbers))) & (due.c.tries > 0)
            connection.execute(update(due).where(here).values(tries=due.c.tries - 1))

    def ready(self, until: datetime, now: datetime, *, limit: int, besides: Select[Any] | None = None) -> list[str]:
        """Hosts that anyone may lease now, in the order of their turns, but for those that a query names."""
        query = _ready(until, now)
        if besides is not None:
            query = query.where(host.c.name.not_in(besides))
        with self._database.read() as connection:
            return list(connection.execute(query.limit(limit)).scalars())

    def release(self, owner: str, hosts: Iterable[str] | None = None, *, rest: datetime | None = None) -> None:
        """Give hosts back, all of the owner's where none are named, and leave them alone until ``rest``."""
        query = update(host).where(host.c.lease_owner == owner)
        if hosts is not None:
            query = query.where(host.c.name.in_(list(hosts)))
        with self._database.write() as connection:
            if rest is not None:
                connection.execute(query.where(host.c.next_at < rest).values(next_at=rest))
            connection.execute(query.values(lease_owner=None, lease_until=None))

    def renew(self, owner: str, now: datetime, lasting: timedelta = LEASE) -> None:
        """Say that the owner of hosts is alive."""
        with self._database.write() as connection:
            connection.execute(update(host).where(host.c.lease_owner == owner).values(lease_until=now + lasting))

    def count(self, until: datetime) -> int:
        """How many addresses are due."""
        with self._database.read() as connection:
            return int(connection.execute(select(func.count()).select_from(due).where(_due(until))).scalar_one())

    def any_due(self, connection: Connection, until: datetime) -> bool:
        """True where anything is due."""
        return connection.execute(select(due.c.number).where(_due(until)).limit(1)).first() is not None

    def next_turn(self, until: datetime) -> datetime | None:
        """When the first host with something due may be asked again; None where nothing is due."""
        waiting = select(1).where(due.c.host == host.c.name, _due(until)).exists()
        query = select(host.c.next_at).where(waiting).order_by(host.c.next_at).limit(1)
        with self._database.read() as connection:
            found: datetime | None = connection.execute(query).scalar()
            return found

    def make_all_due(self, connection: Connection, at: datetime) -> int:
        """Bring every address that is ever looked at forward to a time: ``crawl --all``."""
        query = update(due).where(due.c.standing.not_in([Standing.OWN, Standing.ALIAS]))
        return connection.execute(query.values(next_at=at)).rowcount

    def bring_forward(self, copy_number: int, at: datetime) -> None:
        """Look at a copy again in the next sweep: its republisher says that it is mended."""
        here = (due.c.copy_number == copy_number) & (due.c.standing == Standing.COPY.value)
        with self._database.write() as connection:
            connection.execute(update(due).where(here, func.coalesce(due.c.next_at, at) >= at).values(next_at=at))

    def spend(self, day: date, taken: Mapping[str, int]) -> None:
        """Remember so many requests of a day to sites, robots.txt and redirects among them; unknown sites are left out."""
        first = select(func.min(host.c.name)).where(host.c.site == bindparam("of")).scalar_subquery()
        today = case((host.c.day == day.isoformat(), host.c.fetched_today), else_=0)
        query = update(host).where(host.c.name == first)
        query = query.values(fetched_today=today + bindparam("more"), day=day.isoformat())
        if taken:
            with self._database.write() as connection:
                connection.execute(query, [{"of": name, "more": count} for name, count in sorted(taken.items())])

    def spent(self, day: date, site_name: str | None = None) -> dict[str, int]:
        """The requests of a day by site, of all or of one, as far as they were remembered."""
        query = select(host.c.site, func.sum(host.c.fetched_today)).where(host.c.day == day.isoformat())
        if site_name is not None:
            query = query.where(host.c.site == site_name)
        with self._database.read() as connection:
            return {name: int(count) for name, count in connection.execute(query.group_by(host.c.site))}

    def find(self, address: str) -> Due | None:
        """The row of an address in any of its spellings."""
        with self._database.read() as connection:
            row = connection.execute(select(due).where(due.c.page_key == page_key(address))).first()
        return None if row is None else _read(row)

    def of_copy(self, number: int) -> Due | None:
        """The row under which a copy is looked at."""
        with self._database.read() as connection:
            query = select(due).where(due.c.copy_number == number, due.c.standing != Standing.ALIAS.value)
            row = connection.execute(query.order_by(due.c.number)).first()
        return None if row is None else _read(row)

    def judged(self, publisher: str | None = None, *, after: int = 0, limit: int = 200) -> list[Due]:
        """Pages with a snapshot that were judged last time, by number: all, or those that owe a publisher something."""
        query = select(due).join(check, check.c.number == due.c.last_check)
        query = query.where(due.c.number > after, due.c.sha256.is_not(None), check.c.outcome == Outcome.JUDGED.value)
        if publisher:
            owes = select(1).where(assessment.c.check_number == check.c.number, assessment.c.publisher == publisher)
            query = query.where(owes.exists())
        with self._database.read() as connection:
            return [_read(row) for row in connection.execute(query.order_by(due.c.number).limit(limit))]

    def leads(self, number: int) -> list[Lead]:
        """Where an address was found, oldest first."""
        query = select(lead, due.c.address, due.c.kind).join(due, due.c.number == lead.c.due)
        with self._database.read() as connection:
            rows = connection.execute(query.where(lead.c.due == number).order_by(lead.c.number)).all()
        return [
            Lead(address=row.address, source=row.source, kind=row.kind, detail=row.detail, work=row.work_ref,
                 found_at=row.found_at)
            for row in rows
        ]  # fmt: skip


def _numbers(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    found = connection.execute(select(due.c.page_key, due.c.number).where(due.c.page_key.in_(list(keys))))
    return dict(found.all())


def _row(key: str, found: Lead, at: datetime, due_at: datetime) -> dict[str, Any]:
    address = clean(normalise(found.address))
    return {
        "address": address,
        "page_key": key,
        "kind": found.kind,
        "host": host_key(address),
        "site": site_of(address) or "",
        "next_at": due_at - timedelta(seconds=found.priority),
        "standing": Standing.LEAD if found.kind == "page" else Standing.SOURCE,
        "failures": 0,
        "added_at": at,
    }


def host_key(address: str) -> str:
    """What counts as one host for pace and leases: the name, with the port where the site has one."""
    of = site_of(address) or ""
    return of if ":" in of else host_of(address) or of


def _read(row: Row[Any]) -> Due:
    return Due(
        number=row.number,
        address=row.address,
        kind=row.kind,
        host=row.host,
        site=row.site,
        standing=Standing(row.standing),
        next_at=row.next_at,
        copy=row.copy_number,
        failures=row.failures,
        interval=row.interval,
        last_at=row.last_at,
        last_check=row.last_check,
        sha256=row.sha256,
        etag=row.etag,
        last_modified=row.last_modified,
        tries=row.tries,
    )
