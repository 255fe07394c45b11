"""Judge stored pages anew by today's policies and works: nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from rights.beside import Beside, Kind
from rights.judgement import Asked, Judge, Judgement
from rights.model import History, Page, PageState, Republisher
from rights.store import Store
from rights.store.records import Change, Due, Look, Outcome

_BATCH = 50
#: Bytes of pages that are held before what they came to is recorded: an article may have twenty pages, and each be large.
_HELD = 64 * 1024 * 1024


def recheck(
    store: Store,
    judge: Judge,
    clock: Callable[[], datetime],
    publisher: str | None = None,
    progress: Callable[[int], None] = lambda count: None,
    *,
    preview: bool = False,
    passed_over: Callable[[Page], None] = lambda page: None,
) -> tuple[int, list[Change]]:
    """Judge the last good snapshot of every page, or of those that owe a publisher something, and record it.

    Gives how many pages were judged and what changed, or with ``preview`` would change: then nothing is kept.  A stored page
    can open and mend, but proves no absence.  A copy that is spread over several pages is judged as its last check saw it, all
    pages together; one of which a page is no longer kept comes out incomplete.  ``passed_over`` hears of the pages that are the
    first of several by a check that did not note the others, as none did before schema 0012.
    """
    count = 0
    changes: list[Change] = []
    for looks in _batches(_looks(store, judge, clock, publisher, passed_over)):
        recorded = store.checks.preview(looks) if preview else store.checks.record(looks)
        count += len(recorded.checks)
        changes += recorded.changes
        progress(count)
    return count, changes


def _looks(
    store: Store,
    judge: Judge,
    clock: Callable[[], datetime],
    publisher: str | None,
    passed_over: Callable[[Page], None],
) -> Iterator[Look]:
    republishers = store.sites.republishers()
    after = 0
    while dues := store.due.judged(publisher, after=after, limit=_BATCH):
        after = dues[-1].number
        for due in dues:
            page = store.checks.page(due.last_check) if due.last_check else None
            if page is None or due.last_check is None:
                continue
            known = Asked(
                republisher=republishers.get(due.site) or Republisher(site=due.site),
                history=store.copies.history(due.copy) if due.copy else History(),
            )
            beside = store.checks.beside(due.last_check)
            judgement = _judged(page, beside, judge, known)
            if judgement is None:
                passed_over(page)
            elif judgement.state.judgeable and judgement.state is not PageState.GONE:
                yield _look(due, page, beside, judgement, clock())


def _judged(page: Page, beside: Sequence[Beside], judge: Judge, known: Asked) -> Judgement | None:
    """What a stored page comes to with those that were looked at beside it; None where it goes on on pages of which nothing
    is on file.
    """
    kept = {one.address: None if one.lost else one.page for one in beside}
    further: dict[str, Page | None] = dict(kept)
    while (judgement := judge(page, replace(known, further=further))).wants:
        further = {**further, judgement.wants: None}
    unknown = any(one.kind is Kind.FURTHER and one.address not in kept for one in judgement.beside)
    return None if unknown and judgement.cut else judgement


def _look(due: Due, page: Page, beside: tuple[Beside, ...], judgement: Judgement, at: datetime) -> Look:
    return Look(
        due=due,
        at=at,
        outcome=Outcome.JUDGED,
        page=page,
        state=judgement.state,
        title=judgement.title,
        cut=judgement.cut,
        own=judgement.own,
        stored=True,
        assessments=judgement.assessments,
        beside=beside,
    )


def _batches(looks: Iterator[Look]) -> Iterator[list[Look]]:
    batch: list[Look] = []
    held = 0
    for look in looks:
        batch.append(look)
        held += sum(len(page.body) for page in look.bodies)
        if len(batch) >= _BATCH or held >= _HELD:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
