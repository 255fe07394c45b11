"""The tables of the people who work at the desk: accounts, sessions, tokens, and results shared by link."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from rights.store.tables import Base, _bytes, _json, _key, _ref, _table


class AccountRow(Base, table=True):
    """A person who may sign in; ``publishers`` empty: sees all of them."""

    __tablename__ = "account"
    number: int = _key()
    name: str = Field(unique=True)
    password: str
    role: str
    publishers: list[str] = _json()
    created_at: datetime
    last_seen_at: datetime | None = None
    disabled_at: datetime | None = None


class SessionRow(Base, table=True):
    """A signed-in browser, by the sha256 of its cookie; ``since`` is when this person was here before."""

    __tablename__ = "session"
    token: str = Field(primary_key=True)
    account: int = _ref("account.number")
    created_at: datetime
    seen_at: datetime
    since: datetime | None = None
    until: datetime = Field(index=True)


class ApiTokenRow(Base, table=True):
    """A key to the API, by its sha256; shown once when it is made."""

    __tablename__ = "api_token"
    number: int = _key()
    account: int = _ref("account.number")
    name: str
    token: str = Field(unique=True)
    scopes: list[str] = _json()
    created_at: datetime
    until: datetime | None = None
    used_at: datetime | None = None
    revoked_at: datetime | None = None


class SharedCheckRow(Base, table=True):
    """A one-off check that whoever has its link may see, until it ends."""

    __tablename__ = "shared_check"
    token: str = Field(primary_key=True)
    at: datetime
    until: datetime = Field(index=True)
    body: bytes = _bytes()


account, session = _table("account"), _table("session")
api_token, shared_check = _table("api_token"), _table("shared_check")
