"""Who asks the API: the account of a key, with the key's scopes."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, ConfigDict

from rights.store.accounts import Account, Role
from rights.web.context import Web
from rights.web.limits import Rate
from rights.web.tokens import holder

#: Requests of one account in a minute, and at once.
CALLS, CALLS_AT_ONCE = 600, 600

_bearer = HTTPBearer(auto_error=False, description="A key to the API: rk_…")


class Given(BaseModel):
    """What a program sends: nothing unknown, nothing changed afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Keys:
    """`reading`, `writing` and `ruling` are what routes depend on; each gives the key's account."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._rate = Rate(CALLS, CALLS_AT_ONCE)
        self.reading = self._needing("read", Role.READER)
        self.writing_reader = self._needing("write", Role.READER)
        self.writing = self._needing("write", Role.EDITOR)
        self.ruling_reading = self._needing("read", Role.ADMIN)
        self.ruling = self._needing("write", Role.ADMIN)

    def _needing(self, scope: str, role: Role) -> Callable[..., Account]:
        def needed(given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]) -> Account:
            header = f"{given.scheme} {given.credentials}" if given else ""
            found = holder(self._web.store.accounts, header, self._web.clock())
            if found is None:
                raise HTTPException(401, "send a key: Authorization: Bearer rk_…", {"WWW-Authenticate": "Bearer"})
            account, scopes = found
            if not self._rate.allows(f"account {account.number}"):
                raise HTTPException(429, "too many requests: wait a minute", {"Retry-After": "60"})
            if scope not in scopes:
                raise HTTPException(403, f"this key's scopes are {', '.join(scopes)}: this takes {scope}")
            if not account.role.covers(role):
                raise HTTPException(403, f"this key's account is a {account.role.value}: this takes {role.value}")
            return account

        return needed
