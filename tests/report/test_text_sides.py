"""Edits side by side: what the terms allow is grey, the rest in colour."""

from __future__ import annotations

from rights.model import (
    Article,
    Assessment,
    Change,
    ChangeKind,
    Finding,
    Match,
    Reason,
    Republication,
    Result,
    Verdict,
    Work,
    message,
)
from rights.report.html import render_html
from rights.report.text import render_text

CHANGES = (
    Change(ChangeKind.TIME, "on Tuesday", "yesterday"),
    Change(ChangeKind.SUBSTANTIVE, "nine of his colleagues", "ten of his rivals \x1b[31m\u202e"),
    Change(ChangeKind.CUT, "word " * 200, ""),
    Change(ChangeKind.ADDITION, "", "Read also", firm=False),
)


def result(type_: str = "edit.none", reason: Reason | None = None, changes: tuple[Change, ...] = CHANGES) -> Result:
    found = Assessment(
        policy=None,
        republication=Republication(
            work=Work(id="w"), copy=Article(), match=Match(containment=1, resemblance=1, words=99, changes=changes)
        ),
        findings=(
            Finding(clause=type_, type=type_, verdict=Verdict.VIOLATION, message=message("edited"), reason=reason),
        ),
        allowed=frozenset({ChangeKind.TIME}),
    )
    return Result(target="page.html", assessment=found)


def test_both_sides_stand_in_a_line_and_what_is_allowed_says_so() -> None:
    lines = render_text([result()]).splitlines()
    assert "    time (allowed)" in lines
    assert "    substantive" in lines
    assert "    addition (may be the page’s own)" in lines
    (row,) = [line for line in lines if "nine of his colleagues" in line]
    assert "ten of his rivals" in row
    assert max(map(len, lines)) <= 110


def test_colour_tells_allowed_from_changed() -> None:
    text = render_text([result()], colour=True)
    assert "\x1b[2mon Tuesday" in text
    assert "\x1b[31mnine of his colleagues" in text
    assert "\x1b[32mten of his rivals [31m\x1b[0m" in text
    assert "\u202e" not in text


def test_policies_without_a_word_about_edits_show_none() -> None:
    for shown in (result("attr.source"), result(reason=Reason.LAWFUL_QUOTE), result(changes=())):
        assert "the copy" not in render_text([shown])


def test_many_changes_are_counted() -> None:
    text = render_text([result(changes=CHANGES[:1] * 30)])
    assert text.count("on Tuesday") == 20
    assert "… and 10 more" in text


def test_the_page_shows_both_sides_too() -> None:
    page = render_html([result()])
    assert '<div class="allowed"><del><bdi>on Tuesday</bdi></del></div>' in page
    assert '<div class="changed"><ins><bdi>ten of his rivals' in page
