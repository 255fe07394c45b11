"""Every format, asked for the same results: right by its own standard, and harmless whatever a page says."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema

from rights.model import Assessment, ChangeKind, Reason, Result, Strength, Verdict
from rights.report.csv_ import render_csv
from rights.report.fingerprint import fingerprint
from rights.report.github import render_github
from rights.report.html import render_html
from rights.report.json_ import render_json, render_jsonl
from rights.report.junit import render_junit
from rights.report.sarif import render_sarif
from rights.report.tap import render_tap
from rights.report.text import render_text
from tests.report.results import SCRIPT, hostile_result, results

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/check.schema.json").read_text())


def test_json_keeps_the_schema() -> None:
    data = json.loads(render_json(results()))
    jsonschema.validate(data, SCHEMA)
    assert data["summary"] == {
        "targets": 4,
        "verdict": "violation",
        "counts": {"violation": 1, "incomplete": 1, "advice": 1, "pass": 1, "inapplicable": 1},
    }
    assert data["results"][0]["match"]["passages"] == [{"work": [0, 790], "copy": [12, 802]}]
    assert data["results"][3] | {} == data["results"][3]
    assert data["results"][3]["error"] == "gone.html: no such file"
    assert data["results"][3]["verdict"] is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("verdict", Verdict), ("reason", Reason), ("strength", Strength), ("changeKind", ChangeKind)],
)
def test_the_schema_closes_the_enumerations_of_the_model(name: str, kind: type) -> None:
    assert sorted(SCHEMA["$defs"][name]["enum"]) == sorted(member.value for member in kind)


def test_jsonl_is_one_object_a_line() -> None:
    lines = [json.loads(line) for line in render_jsonl(results()).splitlines()]
    assert [line["target"] for line in lines] == ["site/a,b:c.html", "plain.html", "unknown.html", "gone.html"]


def test_html_runs_nothing_from_the_page() -> None:
    page = render_html(results())
    assert SCRIPT not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page


def test_text_shows_no_control_or_direction_characters() -> None:
    shown = render_text(results())
    assert "\u202e" not in shown
    assert "\x1b" not in shown
    assert "VIOLATION" in shown
    assert "--declare kind=" in shown


def test_csv_holds_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(render_csv(results()))))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]


def test_junit_counts_incomplete_as_an_error() -> None:
    root = ET.fromstring(render_junit(results()))
    first = root[0]
    assert (first.get("failures"), first.get("errors"), first.get("skipped")) == ("1", "1", "2")
    assert root[2].get("errors") == "1"
    assert root[3].get("errors") == "1"


def test_tap_never_shows_incomplete_as_ok() -> None:
    lines = render_tap(results()).splitlines()
    assert lines[0] == "TAP version 14"
    assert lines[1] == f"1..{len(lines) - 2}"
    assert all(line.startswith("not ok") for line in lines if "incomplete" in line or "unknown-work" in line)


def test_sarif_marks_incomplete_for_review() -> None:
    run = json.loads(render_sarif(results()))["runs"][0]
    kinds = {row["properties"]["verdict"]: (row["kind"], row["level"]) for row in run["results"]}
    assert kinds["violation"] == ("fail", "error")
    assert kinds["incomplete"] == ("review", "none")
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_keeps_the_schema_of_2_1_0() -> None:
    unknown = Assessment(policy=None, republication=None, fallback=Verdict.INCOMPLETE, reason=Reason.UNKNOWN_WORK)
    text = render_sarif([*results(), hostile_result(), Result(target="a b.html", assessment=unknown)])
    log = StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(text)
    rows = log.runs[0].results or []
    assert len(rows) > 5
    assert {row.kind.value for row in rows if row.kind and row.ruleId == "incomplete.unknown-work"} == {"review"}
    with pytest.raises(ValidationError):
        StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(text.replace('"kind"', '"sort"'))


def test_github_escapes_what_would_end_the_command() -> None:
    first = render_github(results()).splitlines()[0]
    assert first.startswith("::error file=site/a%2Cb%3Ac.html,title=violation%3A link.violation::")


def test_a_fingerprint_ignores_where_the_passage_stands() -> None:
    result = hostile_result()
    assert result.assessment is not None
    one, other = result.assessment.findings[:2]
    assert fingerprint(result, one) == fingerprint(result, one)
    assert fingerprint(result, one) != fingerprint(result, other)
