"""Look at one violation's page again, now: before a letter is written, and when a republisher says that it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from rights.crawl import crawler
from rights.errors import InputError
from rights.fetch import Fetcher
from rights.model import Page
from rights.settings import Settings
from rights.store import Store
from rights.store.records import Outcome, Violation


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What looking again came to: the violation as it stands now, and whether this very look still showed it.

    ``why`` says in words why it did not, where it did not.
    """

    violation: Violation
    still: bool
    why: str = ""
    page: Page | None = None
    check: int | None = None


def look_again(settings: Settings, store: Store, fetcher: Fetcher, number: int) -> Again:
    """Fetch and judge the page of a violation and record it as any look: it may cure, reopen or leave it as it is.

    Raises `InputError` for a number that is not known, `Postponed` where the host is to be left alone for now.
    """
    before = store.violations.get(number)
    if before is None:
        raise InputError(f"no violation has the number {number}; see  rights violations list --state all")
    due = store.due.of_copy(before.copy) or store.due.find(before.copy_url)
    if due is None:
        return Again(violation=before, still=False, why="its page is looked at no more")
    with crawler(settings, store, fetcher) as running:
        look, recorded = running.again(due)
    now = store.violations.get(number) or before
    check = recorded.checks[0] if recorded.checks else None
    still = now.state.is_open and check is not None and now.last_check == check
    return Again(
        violation=now,
        still=still,
        why="" if still else _why(now, look.outcome, look.error),
        page=look.page,
        check=check,
    )


def _why(now: Violation, outcome: Outcome, error: str | None) -> str:
    if outcome in (Outcome.UNREACHABLE, Outcome.REFUSED, Outcome.BROKEN):
        return f"its page could not be seen just now ({error or outcome.value})"
    if not now.state.is_open:
        return f"it is {now.state.value}" + (f" ({now.how})" if now.how else "")
    if outcome is Outcome.GONE or now.missed_at is not None:
        return "the text is no longer found on its page; a second look in a day will tell"
    return "what the page shows now does not decide it: a person must look"
