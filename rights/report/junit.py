"""Results as JUnit XML: a suite a target, a case a finding; ``incomplete`` is an error, never a pass."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from rights.model import Finding, Result, Verdict
from rights.report.language import Say, say_in
from rights.report.text import printable, shown


def render_junit(results: Sequence[Result], say: Say | None = None) -> str:
    """The document that CI servers read."""
    say = say or say_in()
    root = ET.Element("testsuites", name="rights")
    for result in results:
        findings = result.assessment.findings if result.assessment else ()
        policy = result.assessment.policy if result.assessment else None
        name = printable(result.target) + (f" [{policy.publisher}]" if policy else "")
        suite = ET.SubElement(root, "testsuite", name=name)
        failures = errors = skipped = 0
        if result.assessment is None or not findings:
            case = ET.SubElement(suite, "testcase", classname="rights", name="check")
            if result.assessment is None:
                errors += 1
                ET.SubElement(case, "error", message=printable(result.error or "unknown error"))
            elif result.assessment.verdict is Verdict.INCOMPLETE:
                errors += 1
                ET.SubElement(case, "error", message=f"incomplete: {result.assessment.reason}")
            else:
                skipped += 1
                ET.SubElement(case, "skipped", message=str(result.assessment.reason))
        for finding in findings:
            case = ET.SubElement(suite, "testcase", classname=finding.type, name=finding.clause)
            place = result.places.get(finding.clause)
            if place:
                case.attrib |= {"file": printable(result.target), "line": str(place.line)}
            said = printable(say(finding.message))
            if finding.verdict is Verdict.VIOLATION:
                failures += 1
                ET.SubElement(case, "failure", type="violation", message=said).text = _detail(finding, say)
            elif finding.verdict is Verdict.INCOMPLETE:
                errors += 1
                ET.SubElement(case, "error", type=str(finding.reason), message=said).text = _detail(finding, say)
            elif finding.verdict in (Verdict.INAPPLICABLE, Verdict.ADVICE):
                skipped += 1
                ET.SubElement(case, "skipped", message=f"{finding.verdict.value}: {said}")
        suite.attrib |= {
            "tests": str(len(suite)),
            "failures": str(failures),
            "errors": str(errors),
            "skipped": str(skipped),
        }
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _detail(finding: Finding, say: Say) -> str:
    lines = [shown(evidence, say) for evidence in finding.evidence]
    if finding.remedy:
        lines.append(printable(say(finding.remedy)))
    return "\n".join(lines)
