"""Odd cases 22 to 25: edits, excerpts, translations, the links of the text."""

from __future__ import annotations

import pytest

from tests.odd_cases.judging import judge, verdicts, with_clauses

P2 = (
    "<p>In Osterhal, the mayor walked the dyke on {day} with a roll of paper under her arm. “We used to measure the water in "
    "hands,” she {said}, “and now we measure it in houses.” The council has set aside four million crowns for pumps, gates "
    "and a second bridge, and it expects to spend most of that money before the summer ends.</p>"
)
GERMAN = (
    "<p>Drei Städte am Unterlauf des Varen zeichnen ihre Hochwasserpläne neu, nachdem der Fluss im vergangenen Winter "
    "schneller gestiegen war, als irgendein Pegel es hatte ahnen lassen. Die alten Karten seien für ein ruhigeres Jahrhundert "
    "gezeichnet worden, sagen die Ingenieure des Wasserverbands.</p><p>In Osterhal ging die Bürgermeisterin am Montag mit "
    "einer Papierrolle unter dem Arm über den Deich. Früher habe man das Wasser in Handbreit gemessen, heute in Häusern.</p>"
)


def story(day: str = "Monday", said: str = "said") -> str:
    return "{p1}" + P2.format(day=day, said=said) + "{p3}{p4}{p5}{p6}"


def test_22_no_edits_except_relative_time() -> None:
    source = with_clauses("- {type: edit.none, exceptions: [time, place, style]}")
    assert verdicts(source, copy=story())["edit.none"] == "pass"
    assert verdicts(source, copy=story(day="June 10"))["edit.none"] == "pass"
    diction = judge(source, copy=story(said="boasted shamelessly"))["edit.none"]
    assert diction.verdict.value == "violation"
    assert any("boasted" in evidence.exact for evidence in diction.evidence)


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        ("{type: edit.headline, value: free, strength: may}", "inapplicable"),
        ("{type: edit.headline, value: keep}", "violation"),
        ("{type: edit.headline, value: approval}", "incomplete"),
        ("{type: edit.headline, value: meaning-kept}", "incomplete"),
    ],
)
def test_22_the_headline_free_kept_or_by_approval(rule: str, verdict: str) -> None:
    source = with_clauses(f"- {{type: edit.none}}\n- {rule}")
    found = verdicts(source, copy="{story}", title="Valley towns brace for the flood")
    assert found == {"edit.none": "pass", "edit.headline": verdict}


@pytest.mark.parametrize(
    ("limit", "copy", "verdict"),
    [
        ("{max: 250, first: true}", "{p1}{p2}", "pass"),
        ("{max: 250, first: true}", "{p5}{p6}", "violation"),
        ("{max: 100}", "{p1}{p2}", "violation"),
        ("{max: 25, unit: percent}", "{p1}", "pass"),
        ("{max: 25, unit: percent}", "{p1}{p2}", "violation"),
        ("{max: 3, unit: paragraphs, medium: [web]}", "{p1}{p2}{p3}{p4}", "violation"),
        ("{max: 1000, also: [{max: 25, unit: percent}]}", "{p1}{p2}", "violation"),
        ("{}", "{p1}{p2}", "incomplete"),
    ],
)
def test_23_excerpts_in_words_percent_and_paragraphs(limit: str, copy: str, verdict: str) -> None:
    clause = "{type: excerpt.limit}" if limit == "{}" else limit.replace("{", "{type: excerpt.limit, ", 1)
    assert verdicts(with_clauses(f"- {clause}"), copy=copy)["excerpt.limit"] == verdict


def test_23_the_opposite_the_whole_or_nothing() -> None:
    source = with_clauses("- {type: whole.only}")
    assert verdicts(source, copy="{story}")["whole.only"] == "pass"
    assert verdicts(source, copy="{p1}{p2}")["whole.only"] == "violation"


def test_23_three_paragraphs_on_the_web_and_the_whole_in_print() -> None:
    source = with_clauses(
        """
        - {type: excerpt.limit, max: 3, unit: paragraphs, medium: [web]}
        - {type: whole.only, medium: [print]}
        """
    )
    assert verdicts(source, copy="{p1}{p2}") == {"excerpt.limit": "pass", "whole.only": "inapplicable"}
    assert verdicts(source, copy="{p1}{p2}", medium="print") == {
        "excerpt.limit": "inapplicable",
        "whole.only": "violation",
    }


def test_24_a_translation_is_never_kept_or_broken_by_comparing_words() -> None:
    source = with_clauses(
        """
        - {type: edit.none}
        - {type: whole.only}
        - {type: excerpt.limit, max: 50}
        - {type: edit.length}
        - {type: link.keep_inline}
        - {type: edit.meaning}
        """
    )
    found = judge(source, copy=GERMAN, language="de")
    assert {finding.verdict.value for finding in found.values()} == {"incomplete"}
    assert {finding.reason for finding in found.values()} == {"translation"}


def test_24_translations_forbidden_approved_marked_or_free() -> None:
    note = "<p>Aus dem Englischen übersetzt von Vera Stein.</p>"
    for rule, copy, verdict in (
        ("{type: translate, value: forbidden}", GERMAN + note, "violation"),
        ("{type: translate, value: forbidden}", GERMAN, "incomplete"),
        ("{type: translate, value: approval, by: [author]}", GERMAN + note, "incomplete"),
        ("{type: translate, value: notice, translator_named: true}", GERMAN + note, "pass"),
        ("{type: translate, value: notice}", GERMAN, "incomplete"),
        ("{type: translate, value: allowed}", GERMAN, "inapplicable"),
        ("{type: translate, value: allowed, unofficial: true}", GERMAN + note, "incomplete"),
    ):
        assert verdicts(with_clauses(f"- {rule}"), copy=copy, language="de")["translate"] == verdict, rule


def test_25_links_kept_or_given_as_footnotes() -> None:
    bare = "{p1}".replace(
        "{p1}",
        "<p>Three towns along the lower Varen are redrawing their flood plans after a winter in which the river rose faster than any of their gauges had foreseen. Engineers from the regional water board say the old maps were drawn for a quieter century and that the next ones will have to be bolder.</p>{p2}",
    )
    strict = with_clauses("- {type: link.keep_inline}")
    lenient = with_clauses("- {type: link.keep_inline, fallback: footnotes}")
    footnotes = bare + "<p>1: https://waterboard.example/report-2024</p>"
    assert verdicts(strict, copy="{p1}{p2}")["link.keep_inline"] == "pass"
    assert verdicts(strict, copy=footnotes)["link.keep_inline"] == "violation"
    assert verdicts(lenient, copy=footnotes)["link.keep_inline"] == "pass"
    assert (
        verdicts(with_clauses("- {type: link.keep_inline, strength: should}"), copy=bare)["link.keep_inline"]
        == "advice"
    )
