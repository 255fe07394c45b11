"""What comes of each split, in a folder: one file a split, there whole or not at all, so that any scan can be taken up.

The engines differ in who calls `scan_split`; what is written is the same, and `joined` puts it together in the order of
the archives.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rights.errors import IndexFormatError, StoreError
from rights.scan.records import Seen, read
from rights.scan.screening import Screen
from rights.scan.splits import Split

log = logging.getLogger("rights.scan")


@dataclass(slots=True)
class Counts:
    """Records of a scan: in all, no pages, broken, worth a whole look, and copies found."""

    records: int = 0
    others: int = 0
    broken: int = 0
    passed: int = 0
    found: int = 0

    def add(self, other: Counts) -> None:
        """Add the counts of another part."""
        self.records += other.records
        self.others += other.others
        self.broken += other.broken
        self.passed += other.passed
        self.found += other.found


def scan_split(split: Split, screen: Screen, folder: Path) -> Counts:
    """Screen the records of a split and write its part: the counts in the first line, then a candidate a line.

    A record at which our own reading fails is counted as broken: one of billions must not end a scan.
    """
    seen, counts, lines = Seen(), Counts(), []
    for record in read(split, seen):
        try:
            if screen.passes(record):
                counts.passed += 1
                lines += [candidate.as_json() for candidate in screen.look(record)]
        except (OSError, StoreError, IndexFormatError):
            raise
        except Exception as wrong:
            where = f"{record.file}: the record at {record.offset}"
            log.warning("%s could not be looked at: %s: %s", where, type(wrong).__name__, wrong)
            seen.broken += 1
    counts.records, counts.others, counts.broken, counts.found = seen.records, seen.others, seen.broken, len(lines)
    half = folder / f".{split.name}.{os.getpid()}"
    half.write_text(
        "\n".join(map(_line, ({"split": asdict(split), "works": screen.revision, "counts": asdict(counts)}, *lines)))
        + "\n",
        encoding="utf-8",
    )
    half.replace(folder / split.name)
    return counts


def left(all_splits: Sequence[Split], folder: Path, revision: int) -> list[Split]:
    """The splits that have no part yet, of these works: what was found among others, or in an archive since changed, is dropped.

    ``revision``: that of the works now, `Wanted.revision`.
    """
    waiting = []
    for split in all_splits:
        part = folder / split.name
        if part.exists() and _is_of(_head(part), split, revision):
            continue
        part.unlink(missing_ok=True)
        waiting.append(split)
    return waiting


def _is_of(head: dict[str, Any], split: Split, revision: int) -> bool:
    return (head.get("split"), head.get("works")) == (asdict(split), revision)


def counts_of(split: Split, folder: Path) -> Counts | None:
    """The counts of a split; None while it has no part yet."""
    part = folder / split.name
    return Counts(**_head(part)["counts"]) if part.exists() else None


def joined(all_splits: Sequence[Split], folder: Path) -> tuple[Counts, Iterator[str]]:
    """The counts of all parts, and their candidates' lines in the order of the archives."""
    counts = Counts()
    for split in all_splits:
        counts.add(Counts(**_head(folder / split.name)["counts"]))

    def lines() -> Iterator[str]:
        for split in all_splits:
            with (folder / split.name).open(encoding="utf-8") as part:
                next(part)
                yield from part

    return counts, lines()


def _head(part: Path) -> dict[str, Any]:
    with part.open(encoding="utf-8") as lines:
        head: dict[str, Any] = json.loads(next(lines))
    return head


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
