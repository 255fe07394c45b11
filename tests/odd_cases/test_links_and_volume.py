"""Odd cases 26 to 28: the quality of the link, canonicals without effect, systematic republication."""

from __future__ import annotations

import pytest

from tests.odd_cases.judging import judge, verdicts, with_clauses

CREDIT = '<p>Originally published by <a {rel}href="{url}">The Herald</a>.</p>'
LINKED = CREDIT.replace("{rel}", "")
FIRST = '<p>As <a {rel}href="{url}">The Herald</a> reports, three towns along the river are redrawing their plans for floods.</p>'


@pytest.mark.parametrize(
    ("options", "copy", "verdict"),
    [
        ("position: first-paragraph, follow: true", FIRST.replace("{rel}", "") + "{story}", "pass"),
        ("position: first-paragraph, follow: true", FIRST.replace("{rel}", 'rel="nofollow" ') + "{story}", "violation"),
        ("position: first-paragraph", "{story}" + LINKED, "violation"),
        ("target: article", '{story}<p>Source: <a href="https://herald.example/">The Herald</a></p>', "violation"),
        ("target: home", '{story}<p>Source: <a href="https://herald.example/">The Herald</a></p>', "pass"),
        ("target: either", "{story}" + LINKED, "pass"),
        ("position: top-and-bottom", LINKED + "{story}", "violation"),
        ("position: top-and-bottom", LINKED + "{story}" + LINKED, "pass"),
        ("link_text: [This story]", "{story}" + LINKED, "violation"),
        ("link_text: ['[title]']", '{story}<p><a href="{url}">River towns plan for higher water</a> (The Herald)</p>', "pass"),
        ("no_redirect: true", '{story}<p><a href="/go?to=https%3A%2F%2Fherald.example%2F2024%2F06%2Friver-towns-plan-for-higher-water-48213">The Herald</a></p>', "violation"),
        ("count: 2", "{story}" + LINKED, "violation"),
    ],
)  # fmt: skip
def test_26_the_quality_of_the_link(options: str, copy: str, verdict: str) -> None:
    source = with_clauses(f"- {{type: link.original, {options}}}")
    assert verdicts(source, copy=copy)["link.original"] == verdict


def test_26_two_different_links_in_two_places() -> None:
    source = with_clauses(
        """
        - {type: link.original, position: top}
        - {type: link.original, id: link.home, address: https://news.herald.example/, position: bottom}
        """
    )
    bottom = '<p>Reprinted with permission of <a href="https://news.herald.example/">Herald News</a>.</p>'
    assert verdicts(source, copy=LINKED + "{story}" + bottom) == {"link.original": "pass", "link.home": "pass"}
    assert verdicts(source, copy=LINKED + "{story}") == {"link.original": "pass", "link.home": "violation"}


def test_26_the_outlet_s_name_in_the_headline() -> None:
    source = with_clauses("- {type: attr.source, position: [title]}")
    assert verdicts(source, copy="{p1}", title="The Herald: River towns plan for higher water")["attr.source"] == "pass"
    assert verdicts(source, copy="{p1}<p>Source: The Herald</p>")["attr.source"] == "violation"


def test_26_the_page_and_not_the_pdf() -> None:
    source = with_clauses("- {type: link.no_deep, strength: should}")
    pdf = '{story}<p>Read the <a href="https://herald.example/files/floods.pdf">brief of The Herald</a>.</p>'
    assert verdicts(source, copy=pdf)["link.no_deep"] == "advice"


def test_27_a_canonical_in_the_body_is_none() -> None:
    source = with_clauses("- {type: link.canonical}")
    found = judge(source, copy='<link rel="canonical" href="{url}">{story}')["link.canonical"]
    assert found.verdict.value == "violation"
    assert "body" in str(found.message)
    assert found.evidence[0].exact.startswith("https://herald.example/")


@pytest.mark.parametrize(
    ("history", "verdict"),
    [
        ({}, "incomplete"),
        ({"works_30d": 2, "share_30d": 0.01, "latency": 90_000.0, "per_day": 0.1}, "pass"),
        ({"works_30d": 90, "share_30d": 0.95, "latency": 9_000.0, "per_day": 3.0}, "violation"),
        ({"works_30d": 12, "share_30d": 0.1, "latency": 20.0, "per_day": 0.4}, "violation"),
        ({"works_30d": 12, "share_30d": 0.1, "latency": 9_000.0, "per_day": 0.4}, "incomplete"),
    ],
)
def test_28_systematic_republication_is_seen_in_the_history(history: dict[str, float], verdict: str) -> None:
    source = with_clauses("- {type: bulk.none, automatic: forbidden}")
    assert verdicts(source, copy="{story}", history=history)["bulk.none"] == verdict


def test_28_a_number_that_the_publisher_gave() -> None:
    source = with_clauses("- {type: bulk.none, max_per_day: 3}")
    many = {"works_30d": 240, "share_30d": 0.2, "per_day": 8.0, "latency": 9_000.0}
    few = {"works_30d": 9, "share_30d": 0.02, "per_day": 0.3, "latency": 9_000.0}
    assert verdicts(source, copy="{story}", history=many)["bulk.none"] == "violation"
    assert verdicts(source, copy="{story}", history=few)["bulk.none"] == "pass"
