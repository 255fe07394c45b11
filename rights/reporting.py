"""Database -> what a report shows: the use case behind ``rights report``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from rights.errors import ExtractError, InputError
from rights.extract.article import extract
from rights.governing import allowed_in, doubts_about
from rights.library import Library
from rights.match.later import compare
from rights.publisher import Publisher
from rights.report.differences import Row, rows_of
from rights.report.publisher import PublisherReport
from rights.store import Store, Wanted
from rights.store.records import Violation

#: Clauses whose violations are shown with both texts side by side, and how many of them in one report.
_TEXT_CLAUSES = ("edit.", "whole_only", "whole.only", "excerpt.", "derive.", "attr.title")
MOST_COMPARED = 100


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
        sides=dict(_sides(store, library, told)),
        doubts=doubts_about(store, library, publisher.id),
    )


def _sides(store: Store, library: Library, violations: Iterable[Violation]) -> Iterator[tuple[int, tuple[Row, ...]]]:
    """For open violations that are about the text itself: what differs, from the pages that are kept."""
    about = [one for one in violations if one.state.is_open and one.type.startswith(_TEXT_CLAUSES)]
    for one in about[:MOST_COMPARED]:
        page, original, work = store.checks.page(one.last_check), store.works.page(one.work), store.works.get(one.work)
        if page is None or work is None or not work.text:
            continue
        try:
            copy = extract(page)
            work = replace(work, article=extract(original) if original else None)
        except ExtractError:
            continue
        allowed = allowed_in(store, library, one)
        if rows := rows_of(compare(work, copy), work.text, copy.text, allowed):
            yield one.number, rows


def _publisher(store: Store, library: Library, name: str) -> Publisher:
    source = library.source(name)
    found = source.publisher if source else library.named(name)
    if found:
        return found
    if name in store.ledger.publishers():
        return Publisher(id=name, name=name)
    raise InputError(f"{name}: no such publisher, expected an id of  rights policy list")
