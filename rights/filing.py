"""Leads on their way into what is due: what no crawl need look at is dropped, the rest is filed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from rights.discover.lead import Lead, worth_fetching
from rights.library import Library
from rights.store import Store, records

#: Characters that are kept of where and why a lead was found.
_DETAIL = 500


def file_leads(
    leads: Iterable[Lead], store: Store, library: Library, at: datetime, *, licensed_too: bool = False
) -> tuple[int, int]:
    """File leads as due, without publishers' own pages and licensed sites; gives how many, and how many of them are new.

    ``licensed_too`` keeps the pages of licensed sites: a site that is watched is watched for every publisher's works.
    """
    count = 0

    def licensed(site: str) -> bool:
        return not licensed_too and _may_copy_everything(store, site, at)

    def filed() -> Iterator[records.Lead]:
        nonlocal count
        for lead in worth_fetching(leads, own=library.domains, licensed=licensed):
            count += 1
            yield records.Lead(
                address=lead.url,
                source=lead.source,
                kind="page" if lead.page else "list",
                detail=" · ".join(filter(None, (lead.found_at, lead.note)))[:_DETAIL] or None,
                work=lead.work,
                found_at=lead.seen,
            )

    new = store.due.add(filed(), at)
    return count, new


def _may_copy_everything(store: Store, site: str, at: datetime) -> bool:
    """True where a publisher permitted the site everything, for all its works."""
    today = at.date().isoformat()
    return any(
        not one.clauses and not one.works and (one.since or "") <= today <= (one.until or "9999")
        for one in store.sites.republisher(site).permissions
    )
