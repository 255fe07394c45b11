"""Who may sign in, and what they may do: accounts, sessions and tokens, the latter two by their sha256 only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, select, update

from rights.errors import InputError
from rights.store.account_tables import account, api_token, session
from rights.store.codec import clean
from rights.store.engine import Database

_NAME = re.compile(r"[\w.@+-]{1,80}")

#: A session ends so long after it began, or after it was last used; a pause of a visit makes the next one new.
LONGEST, IDLE, PAUSE = timedelta(days=14), timedelta(days=3), timedelta(hours=1)
#: How exactly it is kept when a session or token was last used.
ROUGHLY = timedelta(minutes=1)


class Role(StrEnum):
    """What an account may do: read, move violations, or everything."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def covers(self, other: Role) -> bool:
        """True where this role may do all that the other may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person who may sign in; ``publishers`` empty: sees all of them.  ``password`` is an argon2 hash."""

    name: str
    role: Role
    publishers: tuple[str, ...] = ()
    number: int = 0
    password: str = ""
    created_at: datetime | None = None
    last_seen_at: datetime | None = None
    disabled_at: datetime | None = None

    def sees(self, publisher: str | None) -> bool:
        """True where what concerns a publisher is this person's business."""
        return not self.publishers or publisher in self.publishers


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A key to the API, without its secret."""

    number: int
    account: str
    name: str
    scopes: tuple[str, ...]
    created_at: datetime
    until: datetime | None
    used_at: datetime | None
    revoked_at: datetime | None


class Accounts:
    """The accounts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, new: Account, at: datetime) -> int:
        """Add an account; raises `InputError` for a name that is taken or cannot be one."""
        if not _NAME.fullmatch(new.name):
            raise InputError(f"{new.name!r} is no name for an account: letters, digits and . @ + - _ are, at most 80")
        if new.role is Role.ADMIN and new.publishers:
            raise InputError("an admin sees every publisher; give reader or editor to a publisher's people")
        row = {
            "name": new.name, "password": new.password, "role": new.role.value, "publishers": list(new.publishers),
            "created_at": at,
        }  # fmt: skip
        insert = self._database.insert(account).on_conflict_do_nothing(index_elements=[account.c.name])
        with self._database.write() as connection:
            number: int | None = connection.execute(insert.returning(account.c.number), row).scalar()
        if number is None:
            raise InputError(f"there is an account {new.name} already; see  rights settings account list")
        return number

    def named(self, name: str) -> Account | None:
        """The account of a name, a disabled one too."""
        with self._database.read() as connection:
            row = connection.execute(select(account).where(account.c.name == clean(name))).first()
        return None if row is None else _account(row)

    def listed(self) -> list[Account]:
        """All accounts by name."""
        with self._database.read() as connection:
            return [_account(row) for row in connection.execute(select(account).order_by(account.c.name))]

    def change(self, name: str, **values: Any) -> None:
        """Set columns of an account and end its sessions; raises `InputError` for one that does not exist."""
        with self._database.write() as connection:
            query = update(account).where(account.c.name == name).values(values).returning(account.c.number)
            number = connection.execute(query).scalar()
            if number is None:
                raise InputError(f"there is no account {name}; see  rights settings account list")
            connection.execute(delete(session).where(session.c.account == number))

    # --- sessions ------------------------------------------------------------------------------------------------

    def open_session(self, token: str, of: Account, at: datetime) -> None:
        """Begin a session under the sha256 of its cookie, and drop those that ended."""
        row = {"token": token, "account": of.number, "created_at": at, "seen_at": at, "since": of.last_seen_at,
               "until": at + LONGEST}  # fmt: skip
        with self._database.write() as connection:
            connection.execute(delete(session).where(session.c.until <= at))
            connection.execute(session.insert(), [row])
            connection.execute(update(account).where(account.c.number == of.number).values(last_seen_at=at))

    def session(self, token: str, at: datetime, *, here: bool = True) -> tuple[Account, datetime | None] | None:
        """Whose session it is and when they were here before; None for one that is unknown or has ended.

        ``here`` is False for a request that no person made: it does not prolong the session.
        """
        query = select(account, session.c.seen_at, session.c.since).join(session, session.c.account == account.c.number)
        query = query.where(session.c.token == token, session.c.until > at, account.c.disabled_at.is_(None))
        with self._database.read() as connection:
            row: Any = connection.execute(query).first()
        if row is None or at - row.seen_at > IDLE:
            return None
        since = row.since
        if here and at - row.seen_at >= ROUGHLY:
            since = row.seen_at if at - row.seen_at >= PAUSE else row.since
            with self._database.write() as connection:
                seen = update(session).where(session.c.token == token).values(seen_at=at, since=since)
                connection.execute(seen)
                connection.execute(update(account).where(account.c.number == row.number).values(last_seen_at=at))
        return _account(row), since

    def end_session(self, token: str) -> None:
        """Sign out."""
        with self._database.write() as connection:
            connection.execute(delete(session).where(session.c.token == token))

    # --- tokens --------------------------------------------------------------------------------------------------

    def add_token(
        self, of: Account, name: str, secret: str, scopes: Sequence[str], at: datetime, until: datetime | None
    ) -> int:
        """Keep a new token's sha256; gives its number."""
        row = {"account": of.number, "name": clean(name), "token": secret, "scopes": list(scopes), "created_at": at,
               "until": until}  # fmt: skip
        with self._database.write() as connection:
            return self._database.insert_ids(connection, api_token, [row])[0]

    def by_token(self, secret: str, at: datetime) -> tuple[Account, tuple[str, ...]] | None:
        """Whose token it is and its scopes; None for one that is unknown, revoked or has ended."""
        query = select(account, api_token.c.number.label("key"), api_token.c.scopes, api_token.c.used_at)
        query = query.join(api_token, api_token.c.account == account.c.number).where(
            api_token.c.token == secret,
            api_token.c.revoked_at.is_(None),
            func.coalesce(api_token.c.until, at + ROUGHLY) > at,
            account.c.disabled_at.is_(None),
        )
        with self._database.read() as connection:
            row: Any = connection.execute(query).first()
        if row is None:
            return None
        if row.used_at is None or at - row.used_at >= ROUGHLY:
            with self._database.write() as connection:
                connection.execute(update(api_token).where(api_token.c.number == row.key).values(used_at=at))
        return _account(row), tuple(row.scopes or ())

    def tokens(self, of: Account | None = None) -> list[Token]:
        """Tokens, one account's or all, newest first."""
        query = select(api_token, account.c.name.label("of")).join(account, account.c.number == api_token.c.account)
        if of is not None:
            query = query.where(api_token.c.account == of.number)
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(api_token.c.number.desc())).all()
        return [
            Token(
                number=row.number, account=row.of, name=row.name, scopes=tuple(row.scopes or ()),
                created_at=row.created_at, until=row.until, used_at=row.used_at, revoked_at=row.revoked_at,
            )
            for row in rows
        ]  # fmt: skip

    def revoke_token(self, number: int, at: datetime, of: Account | None = None) -> bool:
        """End a token, one account's or anybody's; False where there is none."""
        query = update(api_token).where(api_token.c.number == number, api_token.c.revoked_at.is_(None))
        if of is not None:
            query = query.where(api_token.c.account == of.number)
        with self._database.write() as connection:
            return connection.execute(query.values(revoked_at=at)).rowcount > 0


def _account(row: Any) -> Account:
    return Account(
        number=row.number, name=row.name, password=row.password, role=Role(row.role),
        publishers=tuple(row.publishers or ()), created_at=row.created_at, last_seen_at=row.last_seen_at,
        disabled_at=row.disabled_at,
    )  # fmt: skip
