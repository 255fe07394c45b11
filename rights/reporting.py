"""Database -> what a report shows: the use case behind ``rights report``."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rights.errors import InputError
from rights.library import Library
from rights.publisher import Publisher
from rights.report.publisher import PublisherReport
from rights.store import Store, Wanted


def publisher_report(
    store: Store, library: Library, name: str, *, made_at: datetime, since: datetime | None = None
) -> PublisherReport:
    """Everything a publisher is told, as of ``made_at``; raises `InputError` for a publisher nobody knows."""
    publisher = _publisher(store, library, name)
    found = store.violations.listed(Wanted(publishers=(publisher.id,)), newest=True)
    if since:
        found = [one for one in found if one.state.is_open or one.changed_at >= since]
    events = store.ledger.events(one.number for one in found)
    told = [replace(one, events=events.get(one.number, ())) for one in found]
    told.sort(key=lambda one: (not one.state.is_open, one.site, one.copy_url, one.clause))
    return PublisherReport(
        publisher=publisher,
        made_at=made_at,
        since=since,
        violations=tuple(told),
        questions=tuple(store.ledger.questions(publisher.id)),
        good=tuple(store.ledger.good(publisher.id)),
        checks=store.ledger.checks(publisher.id, since),
    )


def _publisher(store: Store, library: Library, name: str) -> Publisher:
    source = library.source(name)
    found = source.publisher if source else library.named(name)
    if found:
        return found
    if name in store.ledger.publishers():
        return Publisher(id=name, name=name)
    raise InputError(f"{name}: no such publisher, expected an id of  rights policy list")
