"""Odd cases 11 to 15: waits, expiries, corrections, versions of the terms, requests."""

from __future__ import annotations

from datetime import date

from tests.odd_cases.judging import chosen, file_of, verdicts, with_clauses

SEEN = "2024-06-20T00:00:00+00:00"


def test_11_not_before_two_days_have_passed() -> None:
    source = with_clauses("- {type: time.embargo, hours: 48}")
    for published, verdict in (
        ("2024-06-12T08:00:00+00:00", "violation"),
        ("2024-06-13T07:59:00+00:00", "violation"),
        ("2024-06-13T08:00:00+00:00", "pass"),
        ("2024-06-13T10:00:00+02:00", "pass"),
        ("2024-06-13", "incomplete"),
        ("2024-06-11", "violation"),
        ("2024-06-15", "pass"),
    ):
        found = verdicts(source, copy="{story}", published=published, observed_at=SEEN)
        assert found["time.embargo"] == verdict, published


def test_11_an_embargo_of_the_item_and_a_licence_that_begins_later() -> None:
    item = with_clauses("- {type: time.embargo, per_item: true}")
    page = "<p>Embargoed until June 14, 2024</p>{story}"
    early = verdicts(item, copy="{story}", original=page, published="2024-06-12T09:00:00+00:00", observed_at=SEEN)
    assert early["time.embargo"] == "violation"
    later = with_clauses("- {type: licence.effective_from}")
    notice = "{story}<p>This article is not subject to the Creative Commons licence until July 7, 2024.</p>"
    found = verdicts(later, copy="{story}", original=notice, published="2024-06-12T09:00:00+00:00", observed_at=SEEN)
    assert found["licence.effective_from"] == "violation"


def test_12_a_copy_in_order_turns_bad_while_nobody_touches_it() -> None:
    source = with_clauses("- {type: time.window, days: 90, after: [ask, remove, stub]}")
    for seen, verdict in (
        ("2024-07-01T00:00:00+00:00", "pass"),
        ("2024-09-09T07:59:00+00:00", "pass"),
        ("2024-09-09T08:01:00+00:00", "violation"),
        ("2025-01-01T00:00:00+00:00", "violation"),
    ):
        assert verdicts(source, copy="{story}", observed_at=seen)["time.window"] == verdict, seen


def test_13_follow_corrections_or_say_as_of_when() -> None:
    note = "<p>Correction: An earlier version of this article gave a wrong number of families.</p>"
    source = with_clauses("- {type: time.corrections, within_hours: 24}")
    case = {"original": "{story}" + note, "work": {"modified": "2024-06-14T09:00:00+00:00"}}
    made = {"published": "2024-06-12T09:00:00+00:00", "observed_at": SEEN}
    assert verdicts(source, copy="{story}", **case, **made)["time.corrections"] == "violation"
    assert verdicts(source, copy="{story}" + note, **case, **made)["time.corrections"] == "pass"
    stamp = with_clauses("- {type: attr.as_of_note, wording: 'Stand vom [date]. Änderungen stehen im Originalartikel'}")
    german = '<p>Stand vom 12.06.2024. Änderungen stehen im <a href="{url}">Originalartikel</a>.</p>'
    assert verdicts(stamp, copy="{story}" + german)["attr.as_of_note"] == "pass"
    assert verdicts(stamp, copy="{story}")["attr.as_of_note"] == "violation"


def test_14_the_date_of_the_original_chooses_the_version() -> None:
    source = file_of(
        """
        - id: old
          applies: {until: 2019-07-30}
          clauses: [{type: attr.source}]
        - id: new
          applies: {since: 2019-07-31}
          clauses: [{type: attr.source}, {type: link.canonical}]
        """
    )
    assert chosen(source, published=date(2019, 7, 30)) == "old"
    assert chosen(source, published=date(2019, 7, 31)) == "new"
    assert chosen(source, published=date(2018, 1, 1), copied=date(2024, 1, 1)) == "old"
    assert chosen(source, published=None) == "new"


def test_14_the_date_of_the_copy_chooses_the_version() -> None:
    source = file_of(
        """
        - id: old
          applies: {until: 2019-07-30, date_basis: copy}
          clauses: [{type: attr.source}]
        - id: new
          applies: {since: 2019-07-31, date_basis: copy}
          clauses: [{type: attr.source}, {type: link.canonical}]
        """
    )
    assert chosen(source, published=date(2018, 1, 1), copied=date(2019, 1, 1)) == "old"
    assert chosen(source, published=date(2018, 1, 1), copied=date(2024, 1, 1)) == "new"


def test_15_taken_down_on_request() -> None:
    source = with_clauses("- {type: time.takedown, within_hours: 0}")
    assert verdicts(source, copy="{story}", observed_at=SEEN)["time.takedown"] == "inapplicable"
    asked = {"takedown_requested_at": "2024-06-19T12:00:00+00:00"}
    assert verdicts(source, copy="{story}", observed_at=SEEN, history=asked)["time.takedown"] == "violation"
    before = verdicts(source, copy="{story}", observed_at="2024-06-19T11:00:00+00:00", history=asked)
    assert before["time.takedown"] == "inapplicable"
