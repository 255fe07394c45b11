"""What a copy changed, in two columns for a terminal: the work's words left, the copy's right."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from rights.model import Assessment, Change, Message, Reason, message
from rights.report.language import Say

#: Changes that are shown; the rest is counted.
MOST = 20
#: Characters of a column, and lines of one side of a change.
COLUMN, LINES = 50, 6
#: SGR codes: what the terms allow, taken away, put in.
_ALLOWED, _GONE, _NEW = "2", "31", "32"


def sides(found: Assessment, say: Say, printable: Callable[[str], str], colour: bool = False) -> list[str]:
    """The changes of a copy whose policy has something to say about edits; [] for any other.

    Without colour a change that the terms allow says so; with it such a change is grey.
    """
    match = found.republication.match if found.republication else None
    if match is None or not match.changes or not _asks_for_edits(found):
        return []
    lines = [f"    {say(message('the work')):<{COLUMN}}  {say(message('the copy'))}"]
    for change in match.changes[:MOST]:
        lines += _rows(change, change.kind in found.allowed, say, printable, colour)
    left = len(match.changes) - MOST
    return [*lines, "    " + say(message("… and {number} more", number=left))] if left > 0 else lines


def _asks_for_edits(found: Assessment) -> bool:
    return any(
        finding.type.startswith("edit.") and finding.reason not in (Reason.LAWFUL_QUOTE, Reason.OTHER_MEDIUM)
        for finding in found.findings
    )


def _rows(change: Change, allowed: bool, say: Say, printable: Callable[[str], str], colour: bool) -> Iterator[str]:
    kind: Message | str = change.kind.value
    if allowed or not change.firm:
        kind = message("{kind} (allowed)" if allowed else "{kind} (may be the page’s own)", kind=kind)
    label = f"    {say(kind)}"
    yield _dyed(label, _ALLOWED) if colour and allowed else label
    left, right = (_wrapped(printable(text)) for text in (change.work, change.copy))
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else ""
        other = right[at] if at < len(right) else ""
        padded = f"{one:<{COLUMN}}"
        if colour:
            padded = _dyed(padded, _ALLOWED if allowed else _GONE)
            other = _dyed(other, _ALLOWED if allowed else _NEW) if other else ""
        yield f"    {padded}  {other}".rstrip()


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text or "—", COLUMN, max_lines=LINES, placeholder=" …")


def _dyed(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"
