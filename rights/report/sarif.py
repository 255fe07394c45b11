"""Results as SARIF 2.1.0 (OASIS): what code hosts show beside a change; ``incomplete`` is never shown as a pass."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rights import __version__
from rights.model import Finding, Result, Verdict
from rights.report.fingerprint import fingerprint
from rights.report.language import Say, say_in
from rights.report.text import REASONS

_LEVELS = {Verdict.VIOLATION: "error", Verdict.INCOMPLETE: "warning", Verdict.ADVICE: "note"}
_KINDS = {
    Verdict.VIOLATION: "fail",
    Verdict.INCOMPLETE: "review",
    Verdict.ADVICE: "informational",
    Verdict.PASS: "pass",
    Verdict.INAPPLICABLE: "notApplicable",
}


def render_sarif(results: Sequence[Result], say: Say | None = None) -> str:
    """One run; a target that could not be read becomes a notification of the invocation."""
    say = say or say_in()
    found = [(r, f) for r in results if r.assessment for f in r.assessment.findings]
    unsure = [r for r in results if r.assessment and not r.assessment.findings and r.verdict is Verdict.INCOMPLETE]
    reasons = {f"incomplete.{r.assessment.reason}" for r in unsure if r.assessment}
    rules = sorted({finding.type for _, finding in found} | reasons)
    failed = [result for result in results if result.error]
    run = {
        "tool": {
            "driver": {
                "name": "rights",
                "semanticVersion": __version__,
                "rules": [{"id": rule, "shortDescription": {"text": rule}} for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not failed,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": f"{result.target}: {result.error}"}} for result in failed
                ],
            }
        ],
        "results": [
            *(_result(result, finding, rules, say) for result, finding in found),
            *(_unsure(result, rules, say) for result in unsure),
        ],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(result: Result, finding: Finding, rules: list[str], say: Say) -> dict[str, Any]:
    text = say(finding.message) + (f" — {say(finding.remedy)}" if finding.remedy else "")
    row: dict[str, Any] = {
        "ruleId": finding.type,
        "ruleIndex": rules.index(finding.type),
        "kind": _KINDS[finding.verdict],
        "level": _LEVELS.get(finding.verdict, "none") if finding.verdict is Verdict.VIOLATION else "none",
        "message": {"text": text or finding.clause},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(result.target)}}}],
        "partialFingerprints": {"rights/v1": fingerprint(result, finding)},
        "properties": {"verdict": finding.verdict.value, "reason": finding.reason.value if finding.reason else None},
    }
    place = result.places.get(finding.clause)
    if place:
        row["locations"][0]["physicalLocation"]["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    if finding.evidence and finding.evidence[0].exact:
        row["properties"]["passage"] = finding.evidence[0].exact
    return row


def _unsure(result: Result, rules: list[str], say: Say) -> dict[str, Any]:
    """A page on which no clause could be asked: something for a person to review, never a pass."""
    reason = result.assessment.reason if result.assessment else None
    rule = f"incomplete.{reason}"
    return {
        "ruleId": rule,
        "ruleIndex": rules.index(rule),
        "kind": "review",
        "level": "none",
        "message": {"text": say(REASONS[reason]) if reason in REASONS else f"incomplete: {reason}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(result.target)}}}],
        "properties": {"verdict": Verdict.INCOMPLETE.value, "reason": reason.value if reason else None},
    }


def _uri(target: str) -> str:
    from urllib.parse import quote

    return target if "://" in target else quote(target.replace("\\", "/"), safe="/._-~")
