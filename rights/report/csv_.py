"""Results as CSV, a row a finding; a cell that a spreadsheet would run as a formula is made plain text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from rights.model import Result
from rights.report.fingerprint import fingerprint
from rights.report.language import Say, say_in
from rights.report.text import printable, shown

COLUMNS = (
    "target", "url", "publisher", "policy", "hop", "work", "title", "clause", "type", "strength", "verdict", "reason",
    "message", "evidence", "remedy", "fingerprint",
)  # fmt: skip


def render_csv(results: Sequence[Result], say: Say | None = None) -> str:
    """All findings; a target without findings has one row with its verdict and reason."""
    say = say or say_in()
    rows: list[list[str]] = []
    for result in results:
        found = result.assessment
        seen = found.republication if found else None
        policy = found.policy if found else None
        start = [
            result.target,
            result.url or "",
            policy.publisher if policy else "",
            policy.policy if policy else "",
            str(found.hop) if found else "",
            (seen.work.url or seen.work.id) if seen else "",
            (seen.work.title or "") if seen else "",
        ]
        if found is None or not found.findings:
            verdict = found.verdict.value if found else "error"
            rows.append(
                [*start, "", "", "", verdict, str(found.reason or "") if found else "", result.error or "", "", "", ""]
            )
            continue
        rows += [
            [
                *start,
                finding.clause,
                finding.type,
                finding.strength.value,
                finding.verdict.value,
                str(finding.reason or ""),
                say(finding.message),
                "; ".join(shown(evidence) for evidence in finding.evidence),
                say(finding.remedy) if finding.remedy else "",
                fingerprint(result, finding),
            ]
            for finding in found.findings
        ]
    return table(COLUMNS, rows)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV text (RFC 4180) of plain cells."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([plain(cell) for cell in row])
    return out.getvalue()


def plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    text = printable(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "|", "%")) else text
