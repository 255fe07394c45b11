"""Odd cases 29 and 30: what no page shows, and words that nobody defined."""

from __future__ import annotations

import pytest

from rights.report.policy import as_text
from tests.odd_cases.judging import judge, verdicts, with_clauses


@pytest.mark.parametrize(
    ("clause", "fact", "good"),
    [
        ("{type: social.tag, handles: ['@herald']}", "tagged", "yes"),
        ("{type: notify, timing: after}", "notified", "yes"),
        ("{type: ai.forbid, what: [training]}", "ai_use", "no"),
        ("{type: legal.no_endorse}", "endorsement", "no"),
    ],
)
def test_29_what_no_page_shows_is_asked_once_and_declared(clause: str, fact: str, good: str) -> None:
    source = with_clauses(f"- {clause}")
    (asked,) = judge(source, copy="{story}").values()
    assert (asked.verdict.value, asked.reason, asked.fact) == ("incomplete", "needs-statement", fact)
    assert asked.question is not None
    bad = "no" if good == "yes" else "yes"
    assert set(verdicts(source, copy="{story}", declare={fact: good}).values()) == {"pass"}
    assert set(verdicts(source, copy="{story}", declare={fact: bad}).values()) == {"violation"}


def test_30_the_reading_of_a_vague_word_stands_in_the_policy() -> None:
    strict = with_clauses("- {type: attr.source, position: [top], within_paragraphs: 1}")
    wide = with_clauses(
        """
        - type: attr.source
          position: [top]
          within_paragraphs: 4
          reading: {word: at or near the top, means: before the fifth paragraph, decided_by: the operator, decided_on: 2024-06-01}
        """
    )
    third = "{p1}{p2}<p>This story was first published by The Herald on June 11, 2024, and it is shown here with thanks.</p>{p3}{p4}{p5}{p6}"
    assert verdicts(wide, copy=third)["attr.source"] == "pass"
    assert verdicts(strict, copy=third)["attr.source"] == "violation"
    shown = as_text(wide)
    assert "“at or near the top” is read as: before the fifth paragraph" in shown


def test_30_wholesale_and_top_have_no_hidden_constant() -> None:
    source = with_clauses("- {type: bulk.none, share: 0.9, least: 50}")
    history = {"works_30d": 40, "share_30d": 0.8, "latency": 90_000.0}
    assert verdicts(source, copy="{story}", history=history)["bulk.none"] == "incomplete"
    lower = with_clauses("- {type: bulk.none, share: 0.5, least: 20}")
    assert verdicts(lower, copy="{story}", history=history)["bulk.none"] == "violation"
