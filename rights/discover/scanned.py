"""Candidates that ``rights scan`` found in web archives: each the address of a page and the record that proves it.

Limits: 1,000,000 lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rights import urls
from rights.discover.lead import Budget, Lead
from rights.errors import InputError

LINES = 1_000_000


class ScannedList:
    """Leads from a file of candidates; ``wrong`` lists the lines that are none, as ``file:line: …``, at most 100."""

    name = "scan"

    def __init__(self, file: Path) -> None:
        self._file = file
        self.wrong: list[str] = []

    def leads(self, budget: Budget) -> Iterator[Lead]:
        """One lead a line; raises `InputError` for a file that cannot be read."""
        try:
            with self._file.open(encoding="utf-8") as lines:
                for number, line in enumerate(lines, 1):
                    if number > LINES or not budget.lead():
                        return
                    lead = _lead(line)
                    if lead:
                        yield lead
                    elif len(self.wrong) < 100:
                        self.wrong.append(f"{self._file}:{number}: no candidate, expected a line of  rights scan")
        except (OSError, UnicodeDecodeError) as wrong:
            raise InputError(f"{self._file}: cannot be read as JSON lines in UTF-8: {wrong}") from wrong


def _lead(line: str) -> Lead | None:
    try:
        found: Any = json.loads(line)
        url, work, file, offset = (found[key] for key in ("url", "work", "file", "offset"))
        words = int(found.get("words") or 0)
    except (ValueError, KeyError, TypeError, RecursionError, AttributeError):
        return None
    if not (isinstance(url, str) and isinstance(work, str) and urls.is_web(url)):
        return None
    return Lead(
        url=url,
        source="scan",
        found_at=f"{str(file)[:200]}:{offset}",
        note=f"{words} words of the work stood there",
        work=work[:2000],
        seen=_time(found.get("date")),
    )


def _time(text: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
