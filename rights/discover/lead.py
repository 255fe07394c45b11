"""A lead: an address where a copy may be, and how it came to us."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from rights import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """An address that may hold a copy; nothing is known of it until it has been fetched and matched.

    ``source`` names the source (``feed``, ``pixel``, …) and ``found_at`` where exactly in it: the feed's address, the
    query, the file and line.  ``work`` is the id or address of the work that it may copy, where the source knows.
    ``page`` is False where only the site is known, because the address is a bare origin.  ``published`` and ``seen``
    are what the source says: when the page was published, and when it was come across.
    """

    url: str
    source: str
    found_at: str = ""
    note: str = ""
    title: str | None = None
    work: str | None = None
    page: bool = True
    published: str | None = None
    seen: datetime | None = None


class Budget:
    """How many requests a source may still make and how many leads it may still give; not shared between threads."""

    def __init__(self, requests: int = 50, leads: int = 5_000) -> None:
        self.requests = requests
        self.leads = leads

    def request(self) -> bool:
        """Take one request from the budget; False when there is none left."""
        self.requests -= 1
        return self.requests >= 0

    def lead(self) -> bool:
        """Take one lead from the budget; False when there is none left."""
        self.leads -= 1
        return self.leads >= 0


def worth_fetching(
    leads: Iterable[Lead], *, own: Iterable[str] = (), licensed: Callable[[str], bool] = lambda site: False
) -> Iterator[Lead]:
    """Drop leads that are no web address, stand twice, or lie on a host of the publisher's own or a licensed site.

    ``own`` are the publishers' domains; ``licensed`` says for a site whether it may copy everything.
    """
    domains = tuple(own)
    seen: set[str] = set()
    for lead in leads:
        site = urls.site(lead.url)
        if site is None or not urls.is_web(lead.url):
            continue
        key = urls.page_key(lead.url)
        if key in seen or urls.under(lead.url, domains) or licensed(site):
            continue
        seen.add(key)
        yield lead
