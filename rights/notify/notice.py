"""What somebody is told, in words and as data: the same for every channel."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from rights.report.text import printable
from rights.store.showing import event_json, violation_json
from rights.store.subscriptions import Waiting

SCHEMA = "rights.changes/1"
#: Steps that one message spells out; the rest are counted.
MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message: a line, a text of plain lines, and the same as data."""

    id: str
    subject: str
    text: str
    data: dict[str, Any]


def notice_of(message: Waiting, *, desk: str = "") -> Notice:
    """The message for what waits; ``desk`` is the address under which violations can be looked at, where there is one."""
    steps = message.tellings
    counts = Counter(step.event.state.value for step in steps)
    summary = ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
    publishers = sorted({step.violation.publisher for step in steps})
    who = publishers[0] if len(publishers) == 1 else f"{len(publishers)} publishers"
    lines = [f"Violations of the terms of {who}: {summary}.", ""]
    for step in steps[:MOST]:
        one = step.violation
        by = "" if step.event.by == "rights" else f" by {printable(step.event.by)}"
        lines.append(f"No. {one.number}, {step.event.state.value}{by}: {one.clause} on {printable(one.site)}")
        if one.finding and step.event.state.is_open:
            lines.append(f"    {printable(str(one.finding.message))}")
        if step.event.note:
            lines.append(f"    {printable(step.event.note)}")
        lines.append(f"    {printable(one.copy_url)}")
        if desk:
            lines.append(f"    {desk.rstrip('/')}/violations/{one.number}")
        lines.append("")
    if len(steps) > MOST:
        lines.append(f"And {len(steps) - MOST} more; see  rights violations list")
    data = {
        "schema": SCHEMA,
        "subscription": message.subscription.number,
        "counts": dict(counts),
        "changes": [{**event_json(step.event), "violation": violation_json(step.violation)} for step in steps],
    }
    return Notice(
        id=f"rights-{message.subscription.number}-{steps[0].number}-{steps[-1].number}",
        subject=printable(f"rights: {who}: {summary}"),
        text="\n".join(lines).rstrip() + "\n",
        data=data,
    )
