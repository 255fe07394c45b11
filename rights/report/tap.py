"""Results as TAP 14: a test point a finding; ``incomplete`` is not ok, ``inapplicable`` a skip, advice a todo."""

from __future__ import annotations

from collections.abc import Sequence

from rights.model import Result, Verdict
from rights.report.language import Say, say_in
from rights.report.text import printable


def render_tap(results: Sequence[Result], say: Say | None = None) -> str:
    """The stream of test points."""
    say = say or say_in()
    points: list[str] = []

    def point(passed: bool, name: str, directive: str = "") -> None:
        escaped = printable(name).replace("\\", "\\\\").replace("#", "\\#")
        points.append(f"{'ok' if passed else 'not ok'} {len(points) + 1} - {escaped}{directive}")

    for result in results:
        found = result.assessment
        if found is None:
            point(False, f"{result.target}: could not be checked: {result.error}")
        elif not found.findings:
            skip = found.verdict is Verdict.INAPPLICABLE
            point(skip, f"{result.target}: {found.reason}", f" # SKIP {found.reason}" if skip else "")
        for finding in found.findings if found else ():
            name = f"{result.target}: {finding.clause}: {finding.verdict.value}: {say(finding.message)}"
            if finding.verdict is Verdict.INAPPLICABLE:
                point(True, name, f" # SKIP {finding.reason or 'inapplicable'}")
            elif finding.verdict is Verdict.ADVICE:
                point(False, name, " # TODO asked for, not demanded")
            else:
                point(finding.verdict is Verdict.PASS, name)
    return "TAP version 14\n" + f"1..{len(points)}\n" + "".join(f"{line}\n" for line in points)
