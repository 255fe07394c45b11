"""Who licenses: the publisher as a policy file describes it."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from rights import urls

#: An identifier that people write and addresses carry.
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$", max_length=80)]


class Written(BaseModel):
    """Base of everything that a person writes: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class Publisher(Written):
    """A publisher: its names, the domains that are its own, and how to reach it."""

    id: Identifier
    name: str = Field(min_length=1, max_length=200)
    also_known_as: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    contact: str | None = None
    feeds: tuple[str, ...] = ()
    note: str | None = None

    @field_validator("domains")
    @classmethod
    def _hosts(cls, domains: tuple[str, ...]) -> tuple[str, ...]:
        for domain in domains:
            if not re.fullmatch(r"[a-z0-9.-]+(?::\d+)?|\[[0-9a-f:]+\]:\d+", domain):
                raise ValueError(f"{domain!r} is no host name, expected one in lower case without scheme or path")
        return domains

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which a reader would recognise the publisher, the official one first."""
        return (self.name, *self.also_known_as)

    def owns(self, url: str | None) -> bool:
        """True when the address is one of the publisher's own pages."""
        return urls.under(url, self.domains)
