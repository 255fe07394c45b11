"""A list of addresses that somebody wrote: CSV with or without a header, or one address a line.

Limits: 1,000,000 lines.  The column is the one called ``url``, ``address`` or ``link``, else the first that holds
addresses; ``note``, ``title`` and ``work`` columns are taken over.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from rights import urls
from rights.discover.lead import Budget, Lead
from rights.errors import InputError

LINES = 1_000_000
_ADDRESS = ("url", "address", "link", "page")


class CsvList:
    """Leads from a file; ``wrong`` lists the lines that held no address, as ``file:line: …``, at most 100."""

    name = "csv"

    def __init__(self, file: Path) -> None:
        self._file = file
        self.wrong: list[str] = []

    def leads(self, budget: Budget) -> Iterator[Lead]:
        """One lead a line; raises `InputError` for a file that cannot be read or holds no address at all."""
        found = 0
        try:
            with self._file.open(encoding="utf-8-sig", newline="") as lines:
                start = lines.read(8192)
                lines.seek(0)
                for lead in self._read(csv.reader(lines, delimiter=_delimiter(start)), budget):
                    found += 1
                    yield lead
        except (OSError, UnicodeDecodeError, csv.Error) as wrong:
            raise InputError(f"{self._file}: cannot be read as CSV in UTF-8: {wrong}") from wrong
        if not found and self.wrong:
            raise InputError(f"{self.wrong[0]}; the file holds no address")

    def _read(self, rows: Iterator[list[str]], budget: Budget) -> Iterator[Lead]:
        names: dict[str, int] = {}
        for number, row in enumerate(rows, 1):
            cells = [cell.strip() for cell in row]
            if number > LINES:
                return
            if not any(cells) or cells[0].startswith("#"):
                continue
            if not names:
                names = _columns(cells)
                if not any(urls.is_web(cell) for cell in cells):
                    if "url" in names:
                        continue
                    names = {}
            url = _cell(cells, names, "url")
            if not urls.is_web(url):
                if len(self.wrong) < 100:
                    self.wrong.append(
                        f"{self._file}:{number}: {(url or '')[:100]!r} is no address, expected http(s)://…"
                    )
                continue
            if not budget.lead():
                return
            yield Lead(
                url=url or "",
                source=self.name,
                found_at=f"{self._file}:{number}",
                title=_cell(cells, names, "title"),
                note=_cell(cells, names, "note") or "",
                work=_cell(cells, names, "work"),
            )


def _delimiter(start: str) -> str:
    first = next((line for line in start.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count) if any(mark in first for mark in ",;\t") else ","


def _columns(cells: list[str]) -> dict[str, int]:
    """Which column holds what, by the header or by the first line that holds an address."""
    lower = [cell.lower() for cell in cells]
    named: dict[str, int] = {name: lower.index(name) for name in ("title", "note", "work") if name in lower}
    for name in _ADDRESS:
        if name in lower:
            return {**named, "url": lower.index(name)}
    at = next((place for place, cell in enumerate(cells) if urls.is_web(cell)), None)
    return {} if at is None else {"url": at}


def _cell(cells: list[str], names: dict[str, int], name: str) -> str | None:
    at = names.get(name, 0 if name == "url" else -1)
    return cells[at] or None if 0 <= at < len(cells) else None
