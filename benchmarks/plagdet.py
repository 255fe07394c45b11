"""The measure of the PAN text-alignment task (Potthast et al. 2010): recall, precision, granularity, plagdet."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Case:
    """Reuse of ``source`` in ``suspicious``: half-open character spans of both, and how it was made."""

    suspicious: str
    source: str
    here: tuple[int, int]
    there: tuple[int, int]
    kind: str = ""


@dataclass(frozen=True)
class Score:
    recall: float
    precision: float
    granularity: float

    @property
    def plagdet(self) -> float:
        if not self.recall or not self.precision:
            return 0.0
        harmonic = 2 * self.recall * self.precision / (self.recall + self.precision)
        return harmonic / math.log2(1 + self.granularity)


def cases(folder: Path) -> Iterator[Case]:
    """The labelled cases of a corpus in the format of PAN 2011."""
    for path in sorted((folder / "suspicious-documents").glob("*.xml")):
        for feature in ET.parse(path).iter("feature"):
            here, there = int(feature.get("this_offset", 0)), int(feature.get("source_offset", 0))
            yield Case(
                path.stem,
                (feature.get("source_reference") or "").removesuffix(".txt"),
                (here, here + int(feature.get("this_length", 0))),
                (there, there + int(feature.get("source_length", 0))),
                feature.get("obfuscation") or feature.get("type") or "",
            )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _meet(one: Case, other: Case) -> bool:
    same = one.suspicious == other.suspicious and one.source == other.source
    return same and _overlap(one.here, other.here) > 0 and _overlap(one.there, other.there) > 0


def _covered(of: Case, by: Sequence[Case]) -> float:
    """The share of a case's characters, of both sides, that others which meet it cover."""
    met = [one for one in by if _meet(of, one)]
    size = (of.here[1] - of.here[0]) + (of.there[1] - of.there[0])
    here = {at for one in met for at in range(max(of.here[0], one.here[0]), min(of.here[1], one.here[1]))}
    there = {at for one in met for at in range(max(of.there[0], one.there[0]), min(of.there[1], one.there[1]))}
    return (len(here) + len(there)) / max(1, size)


def score(gold: Sequence[Case], found: Sequence[Case]) -> Score:
    """Macro-averaged: each case counts the same, and each detection."""
    recall = sum(_covered(case, found) for case in gold) / max(1, len(gold))
    precision = sum(_covered(one, gold) for one in found) / max(1, len(found))
    meets = [sum(_meet(case, one) for one in found) for case in gold]
    detected = [count for count in meets if count]
    return Score(recall, precision, sum(detected) / len(detected) if detected else 1.0)
