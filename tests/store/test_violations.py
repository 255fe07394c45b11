"""The life of a violation, through recorded looks on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rights.errors import InputError
from rights.model import Reason, Verdict
from rights.store import Store, Wanted
from rights.store.records import Outcome, State
from tests.store.samples import DAY, START, WORK, assess, finding, look, mended, violated


def state(store: Store, number: int = 1) -> State:
    found = store.violations.get(number)
    assert found is not None
    return found.state


def test_a_violation_opens_once_and_keeps_what_it_stands_on(store: Store) -> None:
    first = look(store, violated())
    again = look(store, violated(), at=START + DAY)
    assert [(c.state, c.before) for c in first.changes] == [(State.OPENED, None)]
    assert again.changes == ()
    (found,) = store.violations.listed()
    assert (found.publisher, found.clause, found.work, found.copy_url) == (
        "press",
        "link",
        WORK.id,
        "https://copy.example/a",
    )
    assert (found.opened_at, found.last_seen_at) == (START, START + DAY)
    assert found.finding is not None
    assert str(found.finding.message) == "The link is judged."
    assert str(found.finding.remedy) == "Add the link."
    assert found.finding.evidence[0].exact == "text"
    shown = store.checks.page(found.last_check)
    assert shown is not None
    assert shown.body == b"<p>text</p>"
    assert shown.fetched_at == START + DAY


def test_a_mended_page_cures_at_once_and_a_regression_reopens(store: Store) -> None:
    look(store, violated())
    look(store, mended(), at=START + timedelta(hours=1))
    assert state(store) is State.CURED
    look(store, violated(), at=START + DAY)
    assert state(store) is State.REOPENED
    found = store.violations.get(1)
    assert found is not None
    assert [event.state for event in found.events] == [State.OPENED, State.CURED, State.REOPENED]
    assert {event.by for event in found.events} == {"rights"}


def test_text_gone_cures_after_two_looks_a_day_apart(store: Store) -> None:
    look(store, violated())
    look(store, at=START + timedelta(hours=1))
    look(store, at=START + timedelta(hours=2))
    assert state(store) is State.OPENED
    look(store, at=START + timedelta(hours=1) + DAY)
    assert state(store) is State.CURED


def test_the_text_coming_back_between_two_looks_starts_the_count_anew(store: Store) -> None:
    look(store, violated())
    look(store, at=START + DAY)
    look(store, violated(), at=START + 2 * DAY)
    look(store, at=START + 3 * DAY)
    assert state(store) is State.OPENED


@pytest.mark.parametrize(
    ("status", "looks", "expected"), [(404, 1, State.OPENED), (404, 2, State.CURED), (410, 1, State.CURED)]
)
def test_a_page_that_is_gone(store: Store, status: int, looks: int, expected: State) -> None:
    look(store, violated())
    for number in range(looks):
        look(store, at=START + (number + 1) * DAY, outcome=Outcome.GONE, status=status)
    assert state(store) is expected


@pytest.mark.parametrize("outcome", [Outcome.UNREACHABLE, Outcome.REFUSED, Outcome.BROKEN])
def test_what_cannot_be_judged_neither_opens_nor_cures(store: Store, outcome: Outcome) -> None:
    look(store, violated())
    for number in range(1, 5):
        look(store, at=START + number * DAY, outcome=outcome, page=None)
    assert state(store) is State.OPENED


def test_a_page_cut_short_proves_no_absence(store: Store) -> None:
    look(store, violated())
    for number in range(1, 4):
        look(store, at=START + number * DAY, cut=True)
    assert state(store) is State.OPENED


def test_an_incomplete_finding_leaves_a_violation_as_it_is(store: Store) -> None:
    look(store, violated())
    look(store, assess(finding("link", Verdict.INCOMPLETE, reason=Reason.UNDECIDABLE)), at=START + DAY)
    assert state(store) is State.OPENED


def test_an_incomplete_or_waived_finding_opens_nothing(store: Store) -> None:
    look(
        store,
        assess(
            finding("a", Verdict.INCOMPLETE), finding("b", Verdict.VIOLATION, waived=True), finding("c", Verdict.ADVICE)
        ),
    )
    assert store.violations.count() == 0


def test_a_waiver_on_file_waives_and_its_end_reopens(store: Store) -> None:
    look(store, violated())
    look(store, assess(finding("link", Verdict.VIOLATION, waived=True)), at=START + DAY)
    assert state(store) is State.WAIVED
    look(store, violated(), at=START + 2 * DAY)
    assert state(store) is State.REOPENED


def test_dismissed_is_remembered_until_its_end(store: Store) -> None:
    look(store, violated())
    store.violations.move([1], State.DISMISSED, by="ann", at=START, note="a fair quote", until=START + 10 * DAY)
    look(store, violated(), at=START + 5 * DAY)
    assert state(store) is State.DISMISSED
    found = store.violations.get(1)
    assert found is not None
    assert (found.reason, found.how, found.last_seen_at) == ("a fair quote", "ann", START + 5 * DAY)
    look(store, violated(), at=START + 10 * DAY)
    assert state(store) is State.REOPENED


def test_a_person_needs_a_reason_and_a_known_number(store: Store) -> None:
    look(store, violated())
    with pytest.raises(InputError, match="reason"):
        store.violations.move([1], State.WAIVED, by="ann", at=START)
    with pytest.raises(InputError, match="number 7"):
        store.violations.move([1, 7], State.NOTIFIED, by="ann", at=START)
    assert state(store) is State.OPENED


def test_two_works_and_two_hops_are_violations_of_their_own(store: Store) -> None:
    other = assess(finding("link", Verdict.VIOLATION), work=WORK.__class__(id="two", title="Two"))
    look(store, violated(), other)
    assert {v.work for v in store.violations.listed()} == {WORK.id, "two"}
    look(store, other, at=START + DAY)
    look(store, other, at=START + 2 * DAY)
    assert {(v.work, v.state) for v in store.violations.listed()} == {(WORK.id, State.CURED), ("two", State.OPENED)}


def test_one_page_under_many_addresses_is_one_copy(store: Store) -> None:
    look(store, violated(), address="https://copy.example/a?utm_source=x")
    look(store, violated(), address="https://www.copy.example/a/")
    look(store, violated(), address="https://copy.example/a/amp/", at=START + DAY)
    assert store.violations.count() == 1
    assert len(store.copies.listed()) == 1


def test_narrowing(store: Store) -> None:
    look(store, violated("a"), violated("b"))
    look(store, violated("a"), address="https://other.example/x", at=START + DAY)
    count = store.violations.count
    assert count(Wanted(publishers=["press"])) == 3
    assert count(Wanted(publishers=["else"])) == 0
    assert count(Wanted(clause="a")) == 2
    assert count(Wanted(sites=["other.example"])) == 1
    assert count(Wanted(changed_since=START + DAY)) == 1
    assert store.violations.by_state() == {State.OPENED: 3}
    assert [v.number for v in store.violations.listed(newest=True, limit=1)] == [3]
