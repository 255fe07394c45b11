"""The index's source of truth: every known work with its text.

Changes are numbered: whoever keeps an index of the texts asks for what changed since the number it has seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Integer, Row, String, cast, func, select, update

from rights.model import Page, Work
from rights.store.codec import LONGEST_ADDRESS, clean, compress, decompress
from rights.store.engine import Database, batches
from rights.store.snapshots import Snapshots
from rights.store.tables import meta, work, work_text
from rights.urls import is_web, normalise, page_key

_BATCH = 500
_REVISION = "works.revision"


class Works:
    """The works of one database."""

    def __init__(self, database: Database, snapshots: Snapshots) -> None:
        self._database = database
        self._snapshots = snapshots

    def add(self, works: Iterable[Work], at: datetime | None = None) -> int:
        """Add or replace works by their id, in transactions of 500; gives how many were new or changed.

        A work whose id is its address folds into a known work of the same page.
        """
        count = 0
        at = at or datetime.now(UTC)
        for batch in batches(works):
            with self._database.write() as connection:
                count += self._put(connection, batch, at, known=True)
        return count

    def add_page(self, one: Work, page: Page, at: datetime | None = None) -> None:
        """Add a work together with the page that it was read from, kept as a snapshot."""
        at = at or datetime.now(UTC)
        self._snapshots.upload([page], at)
        with self._database.write() as connection:
            self._put(connection, [one], at, known=True)
            sha256 = self._snapshots.put(connection, [page], at)[0]
            found = self._find(connection, [one])[one.id]
            values = {"sha256": sha256, "headers": clean(dict(page.headers)), "fetched_at": page.fetched_at or at}
            connection.execute(update(work).where(work.c.number == found).values(values))

    def ensure(self, connection: Connection, works: Iterable[Work], at: datetime) -> dict[str, int]:
        """The numbers of works that findings name; one that is not known yet gets a row with its name only."""
        wanted = list({one.id: one for one in works}.values())
        found = self._find(connection, wanted)
        missing = [one for one in wanted if one.id not in found]
        if missing:
            self._put(connection, missing, at, known=False)
            found |= self._find(connection, missing)
        return found

    def get(self, ref: str) -> Work | None:
        """The work with this id, or published at this address; without its original page."""
        with self._database.read() as connection:
            columns = (work, work_text.c.text)
            joined = select(*columns).join_from(work, work_text, work_text.c.work == work.c.number, isouter=True)
            joined = joined.where(work.c.removed_at.is_(None))
            row = connection.execute(joined.where(work.c.ref == ref)).first()
            if row is None and is_web(ref):
                by_page = joined.where(work.c.page_key == page_key(ref)).order_by(work.c.known.desc(), work.c.number)
                row = connection.execute(by_page).first()
        return None if row is None else _work(row, row.text)

    def page(self, ref: str) -> Page | None:
        """The original page of a work as it was fetched, where it was."""
        with self._database.read() as connection:
            row = connection.execute(select(work).where(work.c.ref == ref, work.c.sha256.is_not(None))).first()
        body = self._snapshots.get(row.sha256) if row else None
        if row is None or body is None:
            return None
        return Page(body=body, url=row.url, final_url=row.url, headers=row.headers or {}, fetched_at=row.fetched_at,
                    sha256=row.sha256)  # fmt: skip

    def with_pages(self, refs: Sequence[str]) -> list[str]:
        """Those of the works with these ids whose original page is kept."""
        found: list[str] = []
        with self._database.read() as connection:
            for batch in batches(refs):
                query = select(work.c.ref).where(work.c.ref.in_(batch), work.c.sha256.is_not(None))
                found += connection.execute(query).scalars()
        return found

    def listed(self, publisher: str | None = None, *, limit: int | None = None, after: int = 0) -> list[Work]:
        """Known works without their texts, oldest row first; ``after`` skips rows up to that number."""
        query = select(work).where(work.c.known, work.c.removed_at.is_(None), work.c.number > after)
        if publisher:
            query = query.where(work.c.publisher == publisher)
        with self._database.read() as connection:
            return [_work(row, None) for row in connection.execute(query.order_by(work.c.number).limit(limit))]

    def count(self) -> int:
        """How many works are known."""
        with self._database.read() as connection:
            query = select(func.count()).select_from(work).where(work.c.known, work.c.removed_at.is_(None))
            return int(connection.execute(query).scalar_one())

    def revision(self) -> int:
        """The number of the last change to any work."""
        with self._database.read() as connection:
            return _revision(connection)

    def texts(self, since: int = 0) -> Iterator[Work]:
        """Every known work with its text that changed after revision ``since``, in chunks, oldest change first."""
        last = (since + 1, 0)
        while True:
            query = (
                select(work, work_text.c.text)
                .join(work_text, work_text.c.work == work.c.number)
                .where(work.c.removed_at.is_(None), work.c.known)
                .where(work.c.changed >= last[0], (work.c.changed > last[0]) | (work.c.number > last[1]))
                .order_by(work.c.changed, work.c.number)
                .limit(_BATCH)
            )
            with self._database.read() as connection:
                rows = connection.execute(query).all()
            if not rows:
                return
            for row in rows:
                yield _work(row, row.text)
            last = (rows[-1].changed, rows[-1].number)

    def removed(self, since: int = 0) -> list[str]:
        """Ids of works removed after revision ``since``."""
        query = select(work.c.ref).where(work.c.removed_at.is_not(None), work.c.changed > since)
        with self._database.read() as connection:
            return list(connection.execute(query).scalars())

    def remove(self, refs: Sequence[str], at: datetime | None = None) -> int:
        """Take works out of the index; violations that name them stay.  Gives how many were known."""
        at = at or datetime.now(UTC)
        count = 0
        with self._database.write() as connection:
            number = _next_revision(self._database, connection)
            for batch in batches(refs):
                query = update(work).where(work.c.ref.in_(batch), work.c.removed_at.is_(None))
                count += connection.execute(query.values(removed_at=at, changed=number)).rowcount
        return count

    def _put(self, connection: Connection, works: Sequence[Work], at: datetime, *, known: bool) -> int:
        aliases = self._aliases(connection, works)
        by_ref = {aliases.get(one.id) or _ref(one.id): one for one in works}
        if known:
            for ref in self._same(connection, by_ref):
                del by_ref[ref]
        if not by_ref:
            return 0
        revision = _next_revision(self._database, connection)
        rows = [_row(ref, one, at, revision, known) for ref, one in sorted(by_ref.items())]
        statement = self._database.insert(work)
        if known:
            new = {c: statement.excluded[c] for c in rows[0] if c not in ("ref", "added_at")}
            statement = statement.on_conflict_do_update(index_elements=[work.c.ref], set_=new)
        else:
            statement = statement.on_conflict_do_nothing(index_elements=[work.c.ref])
        connection.execute(statement, rows)
        texts = {ref: one.text for ref, one in by_ref.items() if one.text}
        if not known or not texts:
            return len(rows)
        numbers = connection.execute(select(work.c.ref, work.c.number).where(work.c.ref.in_(texts)))
        bodies = [{"work": n, "text": compress(texts[ref].encode("utf-8", "replace"))} for ref, n in numbers]
        insert = self._database.insert(work_text)
        insert = insert.on_conflict_do_update(index_elements=[work_text.c.work], set_={"text": insert.excluded.text})
        connection.execute(insert, sorted(bodies, key=lambda body: int(body["work"])))
        return len(rows)

    def _same(self, connection: Connection, works: Mapping[str, Work]) -> list[str]:
        """Those of the works that are known just as they are: an import begun again passes over what it had done."""
        query = select(work, work_text.c.text).join_from(
            work, work_text, work_text.c.work == work.c.number, isouter=True
        )
        query = query.where(work.c.ref.in_(works), work.c.known, work.c.removed_at.is_(None))
        found = []
        for held in connection.execute(query):
            one = works[held.ref]
            row = _row(held.ref, one, held.added_at, held.changed, True)
            text = one.text.encode("utf-8", "replace")
            if all(held._mapping[name] == value for name, value in row.items()) and (
                not text or (held.text is not None and decompress(held.text) == text)
            ):
                found.append(held.ref)
        return found

    def _aliases(self, connection: Connection, works: Sequence[Work]) -> dict[str, str]:
        """Works named by address only, mapped to the id under which the same page is known."""
        keys = {page_key(one.id): one.id for one in works if is_web(one.id)}
        if not keys:
            return {}
        query = select(work.c.page_key, work.c.ref).where(work.c.page_key.in_(keys)).order_by(work.c.number.desc())
        return {keys[key]: ref for key, ref in connection.execute(query)}

    def _find(self, connection: Connection, works: Sequence[Work]) -> dict[str, int]:
        aliases = self._aliases(connection, works)
        refs = {one.id: aliases.get(one.id) or _ref(one.id) for one in works}
        query = select(work.c.ref, work.c.number).where(work.c.ref.in_(set(refs.values())))
        numbers: dict[str, int] = dict(connection.execute(query).all())
        return {id: numbers[ref] for id, ref in refs.items() if ref in numbers}


def _ref(id: str) -> str:
    """A work's id as the database can hold it."""
    return str(clean(id))[:LONGEST_ADDRESS]


def _row(ref: str, one: Work, at: datetime, revision: int, known: bool) -> dict[str, Any]:
    url = normalise(one.url) if one.url else None
    return {
        "ref": ref,
        "url": clean(url),
        "page_key": clean(page_key(url))[:LONGEST_ADDRESS] if url else None,
        "title": clean(one.title),
        "authors": clean(list(one.authors)),
        "published": clean(one.published),
        "modified": clean(one.modified),
        "language": clean(one.language),
        "publisher": clean(one.publisher),
        "words": len(one.text.split()),
        "known": known,
        "added_at": at,
        "changed": revision,
        "removed_at": None,
    }


def _work(row: Row[Any], text: bytes | None) -> Work:
    return Work(
        id=row.ref,
        url=row.url,
        title=row.title,
        text=decompress(text).decode("utf-8") if text else "",
        authors=tuple(row.authors or ()),
        published=row.published,
        modified=row.modified,
        language=row.language,
        publisher=row.publisher,
    )


def _revision(connection: Connection) -> int:
    found = connection.execute(select(meta.c.value).where(meta.c.name == _REVISION)).scalar()
    return int(found or 0)


def _next_revision(database: Database, connection: Connection) -> int:
    insert = database.insert(meta)
    raised = cast(cast(meta.c.value, Integer) + 1, String)
    insert = insert.values(name=_REVISION, value="1").on_conflict_do_update(
        index_elements=[meta.c.name], set_={"value": raised}
    )
    connection.execute(insert)
    return _revision(connection)
