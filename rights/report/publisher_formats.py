"""``rights report`` in its formats: HTML to print or forward, JSON, CSV and an Atom feed of what is new."""

from __future__ import annotations

import json
from collections.abc import Callable
from xml.etree import ElementTree as ET

from rights.model import message
from rights.report.chart import chart
from rights.report.csv_ import table
from rights.report.formats import ReportFormat
from rights.report.html import render_page
from rights.report.json_ import finding_object
from rights.report.language import Say, say_in
from rights.report.publisher import PublisherReport, violation_object
from rights.report.text import printable, shown

SCHEMA = "rights.report/1"
#: Pages that HTML and PDF spell out; CSV and JSON hold all.
MOST_PAGES = 500
_ATOM = "http://www.w3.org/2005/Atom"


def render_html(report: PublisherReport, say: Say | None = None, language: str = "en") -> str:
    """A self-contained page that prints well."""
    title = message("Republication report for {publisher}", publisher=report.publisher.name)
    return render_page(
        "publisher.html", say, language, report=report, title=title, chart=chart(report.trend()), most=MOST_PAGES
    )


def render_json(report: PublisherReport, say: Say | None = None) -> str:
    """Everything as data (docs/schema/report.schema.json)."""
    say = say or say_in()
    data = {
        "schema": SCHEMA,
        "publisher": report.publisher.id,
        "name": report.publisher.name,
        "made_at": report.made_at.isoformat(),
        "since": report.since.isoformat() if report.since else None,
        "counts": report.counts,
        "checks": report.checks,
        "doubts": {
            "url": report.doubts.url,
            "at": report.doubts.at.isoformat(),
            "clauses": [{"policy": policy, "clause": clause} for policy, clause in report.doubts.clauses],
            "words": list(report.doubts.words),
        }
        if report.doubts
        else None,
        "violations": [violation_object(one, report.sides.get(one.number, ()), say) for one in report.violations],
        "questions": [
            {
                "site": question.site,
                "clause": question.clause,
                "reason": question.reason,
                "copies": list(question.copies),
                "finding": finding_object(question.finding, say),
            }
            for question in report.questions
        ],
        "good": [
            {
                "site": good.site,
                "copies": good.copies,
                "works": good.works,
                "since": good.since.isoformat(),
                "last_seen": good.last_seen.isoformat(),
                "examples": list(good.examples),
            }
            for good in report.good
        ],
        "trend": [
            {"week": week.start.isoformat(), "opened": week.opened, "cured": week.cured} for week in report.trend()
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


COLUMNS = (
    "number", "state", "site", "copy", "clause", "type", "work", "title", "message", "evidence", "remedy", "first seen",
    "last seen", "cured how", "policy", "policy sha256", "in doubt",
)  # fmt: skip


def render_csv(report: PublisherReport, say: Say | None = None) -> str:
    """A row a violation."""
    say = say or say_in()
    rows = []
    for violation in report.violations:
        finding = violation.finding
        rows.append(
            [
                str(violation.number),
                violation.state.value,
                violation.site,
                violation.copy_url,
                violation.clause,
                violation.type,
                violation.work_url or violation.work,
                violation.work_title or "",
                say(finding.message) if finding else "",
                "; ".join(shown(evidence) for evidence in finding.evidence) if finding else "",
                say(finding.remedy) if finding and finding.remedy else "",
                violation.opened_at.isoformat(),
                violation.last_seen_at.isoformat(),
                violation.how or "",
                violation.policy or "",
                violation.policy_sha256 or "",
                "yes" if report.is_doubted(violation) else "",
            ]
        )
    return table(COLUMNS, rows)


def render_atom(report: PublisherReport, say: Say | None = None) -> str:
    """A feed of violations, the latest change first (RFC 4287)."""
    say = say or say_in()
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")

    def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
        child = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
        child.text = text or None
        return child

    add(feed, "id", f"urn:rights:report:{report.publisher.id}")
    add(feed, "title", f"Republication report for {report.publisher.name}")
    add(feed, "updated", report.made_at.isoformat())
    add(add(feed, "author"), "name", "rights")
    for violation in sorted(report.violations, key=lambda one: one.changed_at, reverse=True)[:200]:
        entry = add(feed, "entry")
        add(entry, "id", f"urn:rights:violation:{report.publisher.id}:{violation.number}")
        add(entry, "title", printable(f"{violation.state.value}: {violation.clause} on {violation.site}"))
        add(entry, "updated", violation.changed_at.isoformat())
        if violation.copy_url.startswith(("http://", "https://")):
            add(entry, "link", href=violation.copy_url)
        if violation.finding:
            add(entry, "summary", printable(say(violation.finding.message)))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


TEXT_FORMATS: dict[ReportFormat, Callable[[PublisherReport, Say], str]] = {
    ReportFormat.HTML: render_html,
    ReportFormat.JSON: render_json,
    ReportFormat.CSV: render_csv,
    ReportFormat.ATOM: render_atom,
}
