"""Judge stored pages anew by today's policies and works: nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from rights.judgement import Asked, Judge, Judgement
from rights.model import History, Page, PageState, Republisher
from rights.store import Store
from rights.store.records import Change, Due, Look, Outcome

_BATCH = 50


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

    Gives how many pages were judged and what changed, or with ``preview`` would change: then nothing is kept.  A stored page can open and mend, but proves no absence.
    ``passed_over`` hears of the pages that are the first of several: the others are not stored, and what the article as a
    whole keeps or breaks cannot be told by one of them.
    """
    republishers = store.sites.republishers()
    after, count = 0, 0
    changes: list[Change] = []
    while dues := store.due.judged(publisher, after=after, limit=_BATCH):
        after = dues[-1].number
        looks = []
        for due in dues:
            page = store.checks.page(due.last_check) if due.last_check else None
            if page is not None:
                known = Asked(
                    republisher=republishers.get(due.site) or Republisher(site=due.site),
                    history=store.copies.history(due.copy) if due.copy else History(),
                )
                judgement = _judged(page, judge, known)
                if judgement is None:
                    passed_over(page)
                else:
                    looks += _look(due, page, judgement, clock())
        recorded = store.checks.preview(looks) if preview else store.checks.record(looks)
        count += len(recorded.checks)
        changes += recorded.changes
        progress(count)
    return count, changes


def _judged(page: Page, judge: Judge, known: Asked) -> Judgement | None:
    """What a stored page comes to without any page beside it; None where one of those is a part of its article."""
    further: dict[str, Page | None] = {}
    while (judgement := judge(page, replace(known, further=further))).wants:
        further = {**further, judgement.wants: None}
    return None if further and judgement.cut else judgement


def _look(due: Due, page: Page, judgement: Judgement, at: datetime) -> list[Look]:
    if not judgement.state.judgeable or judgement.state is PageState.GONE:
        return []
    return [
        Look(
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
        )
    ]
