"""Results as GitHub workflow commands: annotations beside the files of a change."""

from __future__ import annotations

from collections.abc import Sequence

from rights.model import Place, Result, Verdict
from rights.report.language import Say, say_in
from rights.report.text import printable

_COMMANDS = {Verdict.VIOLATION: "error", Verdict.INCOMPLETE: "warning", Verdict.ADVICE: "notice"}


def render_github(results: Sequence[Result], say: Say | None = None) -> str:
    """One command a finding that is more than a pass, and one for each target that could not be read."""
    say = say or say_in()
    lines = []
    for result in results:
        found = result.assessment
        if found is None:
            lines.append(_command("error", result.target, "could not be checked", result.error or ""))
            continue
        if not found.findings and found.verdict is Verdict.INCOMPLETE:
            lines.append(_command("warning", result.target, "incomplete", str(found.reason)))
        for finding in found.findings:
            if finding.verdict in _COMMANDS:
                text = say(finding.message) + (f" — {say(finding.remedy)}" if finding.remedy else "")
                title = f"{finding.verdict.value}: {finding.clause}"
                place = result.places.get(finding.clause)
                lines.append(_command(_COMMANDS[finding.verdict], result.target, title, text, place))
    return "".join(f"{line}\n" for line in lines)


def _command(name: str, file: str, title: str, text: str, place: Place | None = None) -> str:
    where = f",line={place.line},endLine={place.end_line},col={place.column}" if place else ""
    if place and place.line == place.end_line:
        where += f",endColumn={place.end_column}"
    return f"::{name} file={_property(file)}{where},title={_property(title)}::{_data(text)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
