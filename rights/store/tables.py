"""The tables: SQLModel classes that declare the schema and never leave ``store/``.

`work`, `copy`, `due`, `violation`, … below the classes are the Core tables that the rest of the folder queries.
Append-only by convention and by test: check, assessment, finding, lead, violation_event.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(SQLModel):
    """Own metadata, so that other users of SQLModel in one process cannot add tables to ours."""

    metadata = MetaData(naming_convention=NAMING)


#: 64-bit keys on PostgreSQL; SQLite numbers rows by itself only in a column declared INTEGER.
_Big = BigInteger().with_variant(Integer(), "sqlite")


def _key() -> Any:
    return Field(default=None, sa_column=Column(_Big, primary_key=True, autoincrement=True))


def _ref(column: str, *, index: bool = True, nullable: bool = False) -> Any:
    return Field(default=None, sa_column=Column(_Big, ForeignKey(column), index=index, nullable=nullable))


def _json() -> Any:
    return Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))


def _bytes() -> Any:
    return Field(sa_column=Column(LargeBinary, nullable=False))


def _text(*, nullable: bool = True) -> Any:
    return Field(default=None, sa_column=Column(Text, nullable=nullable))


class MetaRow(Base, table=True):
    """Small facts about the database itself, such as the revision of the works."""

    __tablename__ = "meta"
    name: str = Field(primary_key=True)
    value: str


class PolicyVersionRow(Base, table=True):
    """The text of every policy file that judged anything, by its sha256."""

    __tablename__ = "policy_version"
    sha256: str = Field(primary_key=True)
    publisher: str = Field(index=True)
    file: str | None = None
    text: str = _text()
    first_used_at: datetime


class SnapshotRow(Base, table=True):
    """The body of an answer, zstd-compressed, by the sha256 of the bytes as fetched."""

    __tablename__ = "snapshot"
    sha256: str = Field(primary_key=True)
    size: int
    stored: int
    body: bytes = _bytes()
    first_at: datetime
    last_at: datetime = Field(index=True)


class WorkRow(Base, table=True):
    """A work; ``ref`` is its id outside, ``known`` False where only its name or address was met."""

    __tablename__ = "work"
    number: int = _key()
    ref: str = Field(unique=True)
    url: str | None = None
    page_key: str | None = Field(default=None, index=True)
    title: str | None = None
    authors: list[str] = _json()
    published: str | None = Field(default=None, index=True)
    modified: str | None = None
    language: str | None = None
    publisher: str | None = Field(default=None, index=True)
    words: int = 0
    known: bool = True
    sha256: str | None = None
    headers: dict[str, str] = _json()
    fetched_at: datetime | None = None
    added_at: datetime
    changed: int = Field(default=0, index=True)
    removed_at: datetime | None = None


class WorkTextRow(Base, table=True):
    """The text of a work, zstd-compressed UTF-8."""

    __tablename__ = "work_text"
    work: int = Field(sa_column=Column(_Big, primary_key=True, autoincrement=False))
    text: bytes = _bytes()


class SiteRow(Base, table=True):
    """A site that is watched, or about which something was declared."""

    __tablename__ = "site"
    number: int = _key()
    name: str = Field(unique=True)
    watched: bool = False
    paused: bool = False
    opted_out: bool = False
    publisher: str | None = None
    facts: dict[str, str] = _json()
    facts_from: str | None = None
    note: str | None = None
    added_at: datetime


class HostRow(Base, table=True):
    """A host's turn: no two workers hold it at once, and none before ``next_at``."""

    __tablename__ = "host"
    name: str = Field(primary_key=True)
    site: str = Field(index=True)
    next_at: datetime
    failures: int = 0
    day: str | None = None
    fetched_today: int = 0
    lease_owner: str | None = None
    lease_until: datetime | None = Field(default=None, index=True)


class CopyRow(Base, table=True):
    """A page elsewhere that holds the text of a work: the identity that violations rest on."""

    __tablename__ = "copy"
    number: int = _key()
    address: str
    page_key: str = Field(unique=True)
    site: str = Field(index=True)
    title: str | None = None
    first_seen_at: datetime
    last_seen_at: datetime
    gone_since: datetime | None = None


class DueRow(Base, table=True):
    """An address that the crawler looks at, and when next; ``next_at`` null: never again by itself."""

    __tablename__ = "due"
    number: int = _key()
    address: str
    page_key: str = Field(unique=True)
    kind: str = "page"
    host: str
    site: str = Field(index=True)
    next_at: datetime | None = None
    standing: str = "lead"
    copy_number: int | None = _ref("copy.number", nullable=True)
    interval: float | None = None
    failures: int = 0
    added_at: datetime
    last_at: datetime | None = None
    last_check: int | None = Field(default=None, sa_column=Column(_Big, nullable=True))
    sha256: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    tries: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    __table_args__ = (
        Index("ix_due_host_next_at", "host", "next_at", sqlite_where=text("next_at IS NOT NULL"),
              postgresql_where=text("next_at IS NOT NULL")),
        Index("ix_due_next_at", "next_at", sqlite_where=text("next_at IS NOT NULL"),
              postgresql_where=text("next_at IS NOT NULL")),
    )  # fmt: skip


class LeadRow(Base, table=True):
    """Where an address was found, when and by which source; append-only."""

    __tablename__ = "lead"
    number: int = _key()
    due: int = _ref("due.number")
    source: str = Field(index=True)
    detail: str | None = None
    work_ref: str | None = None
    found_at: datetime


class SweepRow(Base, table=True):
    """One crawler pass; ``finished_at`` null: still running, or killed and to be taken up again."""

    __tablename__ = "sweep"
    number: int = _key()
    kind: str
    started_at: datetime
    finished_at: datetime | None = None
    checked: int = 0
    failed: int = 0
    note: str | None = None


class CheckRow(Base, table=True):
    """One finished look at one due address: what was fetched and what came of it; append-only."""

    __tablename__ = "check"
    number: int = _key()
    due: int | None = _ref("due.number", nullable=True)
    copy_number: int | None = _ref("copy.number", nullable=True)
    sweep: int | None = _ref("sweep.number", nullable=True)
    at: datetime = Field(index=True)
    outcome: str = Field(index=True)
    verdict: str | None = None
    reason: str | None = None
    error: str | None = _text()
    url: str | None = None
    final_url: str | None = None
    status: int | None = None
    state: str | None = None
    headers: dict[str, str] = _json()
    fetched_at: datetime | None = None
    sha256: str | None = Field(default=None, index=True)
    cut: str | None = None
    seconds: float | None = None
    chain: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))


class AssessmentRow(Base, table=True):
    """One policy on one republication within a check; append-only."""

    __tablename__ = "assessment"
    number: int = _key()
    check_number: int = _ref("check.number")
    work: int | None = _ref("work.number", nullable=True)
    publisher: str | None = Field(default=None, index=True)
    policy: str | None = None
    sha256: str | None = None
    file: str | None = None
    inferred: bool = False
    hop: int = 0
    verdict: str
    reason: str | None = None
    match: dict[str, Any] = _json()


class FindingRow(Base, table=True):
    """One clause within an assessment; append-only."""

    __tablename__ = "finding"
    number: int = _key()
    assessment: int = _ref("assessment.number")
    clause: str
    type: str
    strength: str
    verdict: str
    waived: bool = False
    reason: str | None = None
    body: dict[str, Any] = _json()


class ViolationRow(Base, table=True):
    """A violation with its life; identity: publisher, clause, work, copy."""

    __tablename__ = "violation"
    number: int = _key()
    publisher: str
    clause: str
    work: int = _ref("work.number")
    copy_number: int = _ref("copy.number")
    site: str
    type: str
    policy: str | None = None
    hop: int = 0
    state: str
    opened_at: datetime
    last_seen_at: datetime
    missed_at: datetime | None = None
    changed_at: datetime
    how: str | None = None
    reason: str | None = _text()
    until: datetime | None = None
    opened_check: int = _ref("check.number")
    last_check: int = _ref("check.number")
    finding: int = _ref("finding.number")
    __table_args__ = (
        UniqueConstraint("publisher", "clause", "work", "copy_number", name="uq_violation_identity"),
        Index("ix_violation_publisher_state", "publisher", "state", "changed_at"),
        Index("ix_violation_publisher_changed", "publisher", "changed_at", "number", "state"),
        Index("ix_violation_changed", "changed_at", "number", "state"),
        Index("ix_violation_opened", "opened_at", "number", "state"),
        Index("ix_violation_state_changed", "state", "changed_at", "number"),
        Index("ix_violation_clause", "clause", "number", "state"),
        Index("ix_violation_site", "site", "number", "state"),
    )


class ViolationEventRow(Base, table=True):
    """One step of a violation's life: when, by whom, why; append-only."""

    __tablename__ = "violation_event"
    number: int = _key()
    violation: int = _ref("violation.number")
    at: datetime = Field(index=True)
    state: str
    by: str
    note: str | None = _text()
    until: datetime | None = None
    check_number: int | None = _ref("check.number", nullable=True)
    __table_args__ = (Index("ix_violation_event_at_state", "at", "state"),)


class WaiverRow(Base, table=True):
    """A publisher's dated exception: a syndication agreement covers all clauses, or the named ones, of a site."""

    __tablename__ = "waiver"
    number: int = _key()
    publisher: str = Field(index=True)
    site: str = Field(index=True)
    clauses: list[str] = _json()
    works: list[str] = _json()
    since: str | None = None
    until: str | None = None
    reference: str | None = _text()
    by: str
    at: datetime
    revoked_at: datetime | None = None


class LockRow(Base, table=True):
    """A named lock with an owner and an end: the sweep's, the scheduler's."""

    __tablename__ = "lock"
    name: str = Field(primary_key=True)
    owner: str
    until: datetime


metadata: MetaData = Base.metadata


def _table(name: str) -> Table:
    return metadata.tables[name]


meta, policy_version, snapshot = _table("meta"), _table("policy_version"), _table("snapshot")
work, work_text = _table("work"), _table("work_text")
site, host, due, lead, copy = _table("site"), _table("host"), _table("due"), _table("lead"), _table("copy")
sweep, check, assessment, finding = _table("sweep"), _table("check"), _table("assessment"), _table("finding")
violation, violation_event, waiver = _table("violation"), _table("violation_event"), _table("waiver")
lock = _table("lock")
