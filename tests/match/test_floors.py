"""Accuracy of alignment on made copies, never below what ``floors.json`` pins."""

from __future__ import annotations

import json
import random
import statistics
from collections import defaultdict
from pathlib import Path

import pytest

from benchmarks.alignment import figures
from benchmarks.copies import kinds, page
from rights.match.align import align
from tests.match.test_align import prose

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))


def article(seed: int) -> str:
    """Made-up prose in sentences of 8 to 28 words."""
    rng = random.Random(seed)
    words = prose(seed, 480)
    at = 0
    while at < len(words):
        at += rng.randrange(8, 29)
        words[min(at, len(words)) - 1] += "."
    return " ".join(words)


@pytest.fixture(scope="module")
def measured() -> dict[str, tuple[float, float, float]]:
    """Recall and precision of words and the containment's error in points, by how the copy was made."""
    rng = random.Random(1)
    rows: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for seed in range(100, 110):
        work, filler, vocabulary = article(seed), [f"{word}o" for word in prose(seed + 50, 300)], prose(seed + 90, 400)
        for kind, make in kinds(work, vocabulary, rng).items():
            copy = page(kind, make(), filler, rng)
            rows[kind].append(figures(align(work, copy.text), work, copy))
    return {
        kind: (
            statistics.fmean(row[0] for row in found),
            statistics.fmean(row[1] for row in found),
            statistics.fmean(row[3] for row in found),
        )
        for kind, found in rows.items()
    }


@pytest.mark.parametrize("kind", FLOORS)
def test_alignment_holds_its_floor(kind: str, measured: dict[str, tuple[float, float, float]]) -> None:
    recall, precision, points = measured[kind]
    assert recall >= FLOORS[kind]["recall"]
    assert precision >= 0.985
    assert points <= FLOORS[kind]["points"]


def test_every_kind_of_copy_has_a_floor(measured: dict[str, tuple[float, float, float]]) -> None:
    assert set(measured) == set(FLOORS)
