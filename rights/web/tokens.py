"""Keys to the API: ``Authorization: Bearer rk_…``, with scopes and an end; the database keeps their sha256."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rights.errors import InputError
from rights.store.accounts import Account, Accounts
from rights.web.passwords import digest, new_secret

SCOPES = ("read", "write")
PREFIX = "rk_"


def scopes_of(names: Sequence[str]) -> tuple[str, ...]:
    """The scopes by name; ``write`` brings ``read`` with it."""
    unknown = [name for name in names if name not in SCOPES]
    if unknown or not names:
        raise InputError(f"{unknown[0] if unknown else ''!r} is no scope, expected {' or '.join(SCOPES)}")
    return SCOPES if "write" in names else ("read",)


def made(
    accounts: Accounts, of: Account, name: str, scopes: Sequence[str], at: datetime, until: datetime | None
) -> str:
    """A new key, to be shown once."""
    secret = PREFIX + new_secret()
    accounts.add_token(of, name[:80], digest(secret), scopes, at, until)
    return secret


def holder(accounts: Accounts, header: str, at: datetime) -> tuple[Account, tuple[str, ...]] | None:
    """Whose key an Authorization header carries, and its scopes."""
    kind, _, secret = header.partition(" ")
    if kind.lower() != "bearer" or not secret.strip().startswith(PREFIX):
        return None
    return accounts.by_token(digest(secret.strip()), at)
