"""Settings -> the parts that a command needs, each made only when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rights.check import Works
from rights.library import Library
from rights.model import Work
from rights.settings import Settings

if TYPE_CHECKING:
    from rights.fetch import Fetcher


class KnownWorks(Works, Protocol):
    """The known works, open until closed."""

    def by_id(self, id: str) -> Work | None: ...
    def close(self) -> None: ...


def works_of(settings: Settings) -> KnownWorks | None:
    """The index of works, where there is one; None before any work was added."""
    from rights.known import look

    return look(settings)


def library_of(settings: Settings) -> Library:
    """The shipped policies and those of the operator's folders."""
    return Library.load(settings.policies)


def fetcher_of(settings: Settings, *, record: bool = False) -> Fetcher:
    """The one door to the network, with the operator's identity, limits and pace."""
    # requests costs a sixth of a second to import: a check of a file must not pay for it.
    from rights.fetch import Fetcher, Identity, Limits, Pace

    return Fetcher(
        identity=Identity(contact=settings.contact, page=settings.bot_page),
        allow_networks=settings.allow_networks,
        limits=Limits(total=settings.timeout, body=settings.max_bytes, redirects=settings.max_redirects),
        pace=Pace(delay=settings.pace, address_delay=min(settings.pace, 0.5)),
        opted_out=lambda host: any(host == name or host.endswith(f".{name}") for name in settings.opt_out),
        record=record,
    )
