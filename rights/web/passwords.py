"""Passwords and secrets: argon2 for what people choose, sha256 for the long random strings that we make."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from rights.errors import InputError

#: argon2 with the library's own parameters: 64 MiB and some tens of milliseconds; so few are computed at once.
_hasher = PasswordHasher()
_turns = threading.BoundedSemaphore(2)

SHORTEST, LONGEST = 12, 200
#: What the password of nobody is compared with, so that an unknown name takes as long as a wrong password.
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


def hashed(password: str) -> str:
    """The argon2 hash of a password; raises `InputError` for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InputError(f"a password has {SHORTEST} to {LONGEST} characters, this one {len(password)}")
    with _turns:
        return _hasher.hash(password)


def fits(password: str, stored: str | None) -> bool:
    """Whether a password is the one; takes as long where there is none."""
    with _turns:
        try:
            _hasher.verify(stored or _NOBODY, password[: LONGEST + 1])
        except (VerificationError, InvalidHashError):
            return False
    return stored is not None


def new_secret() -> str:
    """A random string of 256 bits."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What the database keeps of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def form_token(session: str) -> str:
    """What every form of a session carries, so that no other site can send one in its name."""
    return hmac.new(session.encode(), b"forms", hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare two secrets without telling by the time where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())
