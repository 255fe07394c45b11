"""Judge stored pages anew by today's policies and works: nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from rights.judgement import Asked, Judge
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
) -> tuple[int, list[Change]]:
    """Judge the last good snapshot of every page, or of those that owe a publisher something, and record it.

    Gives how many pages were judged and what changed, or with ``preview`` would change: then nothing is kept.  A stored page can open and mend, but proves no absence.
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
                looks += _look(due, page, judge, known, clock())
        recorded = store.checks.preview(looks) if preview else store.checks.record(looks)
        count += len(recorded.checks)
        changes += recorded.changes
        progress(count)
    return count, changes


def _look(due: Due, page: Page, judge: Judge, known: Asked, at: datetime) -> list[Look]:
    judgement = judge(page, known)
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
