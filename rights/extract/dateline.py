"""The line under a title that names the outlet and the day: "The Paper, June 11, 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rights.extract.dom import Document
from rights.extract.written_dates import written_dates
from rights.patterns import late

_NAME = late(r"^[^\W\d_][^,|•·()\n]{1,60}$")
_NO_OUTLET = late(
    r"\b(?:published|posted|updated|modified|created|date|on|by|am|le|el|il|veröffentlicht|publié|publicado|pubblicato|stand|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b[:.]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """An outlet and a day, and the block that says so."""

    outlet: str | None
    day: str
    block: int


#: Languages that write the day before the month wherever they are spoken.
_DAY_FIRST = frozenset("de fr es it pt nl pl ru tr ar he cs sk uk ro el da no nb sv fi id vi".split())


def day_first(document: Document) -> bool:
    """True where the page says that it is in a language that writes 04/03/2025 for the fourth of March."""
    return (document.root.get("lang") or "")[:2].lower() in _DAY_FIRST


def find_dateline(document: Document, title_block: int | None) -> Dateline | None:
    """The first short line between the title and the text that is a date, with an outlet's name before it or not."""
    start = title_block if title_block is not None else -1
    end = max(start + 12, document.main.first + 2 if document.main else 0)
    for block in document.blocks[max(0, start) : end]:
        if block.hidden_by is not None or len(block.text) > 140 or block.index == title_block:
            continue
        for line in block.text.split("\n"):
            for day, (at, until) in written_dates(line, day_first=day_first(document)):
                rest = line[until:].strip(" .,|-–—·")
                if len(rest) > 40:
                    continue
                lead = line[:at].strip(" ,|-–—·:/")
                return Dateline(_outlet(lead), day, block.index)
    return None


def _outlet(lead: str) -> str | None:
    if not _NAME.match(lead) or _NO_OUTLET.search(lead) or len(lead.split()) > 6 or not lead[0].isupper():
        return None
    return lead
