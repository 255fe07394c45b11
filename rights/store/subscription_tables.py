"""The tables of notifications: who wants to be told what, and what is still to be told."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Index, UniqueConstraint
from sqlmodel import Field

from rights.store.tables import Base, _Big, _json, _key, _ref, _text, metadata


class SubscriptionRow(Base, table=True):
    """Somebody's wish to be told of changes; ended ones stay on file."""

    __tablename__ = "subscription"
    number: int = _key()
    publisher: str | None = Field(default=None, index=True)
    channel: str
    target: str
    cadence: str
    states: list[str] = _json()
    clauses: list[str] = _json()
    secret: str | None = None
    by: str
    at: datetime
    last_at: datetime | None = None
    ended_at: datetime | None = None


class TellingRow(Base, table=True):
    """One step of one violation's life that one subscription is to be told, and what became of it.

    ``message`` is the number of the first telling of the message in which it was tried before.
    """

    __tablename__ = "telling"
    number: int = _key()
    subscription: int = _ref("subscription.number", index=False)
    event: int = _ref("violation_event.number", index=True)
    next_at: datetime | None = None
    told_at: datetime | None = None
    attempts: int = 0
    message: int | None = Field(default=None, sa_column=Column(_Big, nullable=True))
    error: str | None = _text()
    __table_args__ = (
        UniqueConstraint("subscription", "event", name="uq_telling_once"),
        Index("ix_telling_next_at", "next_at"),
    )


subscription, telling = metadata.tables["subscription"], metadata.tables["telling"]
