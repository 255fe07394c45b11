"""Batches by DuckDB answer what page by page is answered."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from rights.match import fingerprint, growing
from rights.match.copied import Matcher
from rights.match.fingerprint import hash_words
from rights.match.growing import add, remove
from rights.match.index import Index
from tests.match.texts import text, work

pytest.importorskip("duckdb")
from rights.match.batch import Batch

NOTICE = text("notice", 30)


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    """Segments of both schemes, works in no segment yet, versions of one story, boilerplate, and a removed work."""
    monkeypatch.setattr(growing, "FRESH", 20)
    monkeypatch.setattr(growing, "BATCH", 40)
    monkeypatch.setattr(fingerprint, "FEW", 40)
    index = Index.create(tmp_path / "index", common=10)
    story = text("story", 200)
    add(index, (work(n, text=f"{text(n)} {NOTICE if n % 3 == 0 else ''}") for n in range(90)))
    add(index, (work(n, text=f"{story} {text(n, 30)}") for n in range(100, 106)))
    remove(index, ["w5"])
    assert {segment.head.k for segment in index.segments()} == {6, 8}
    assert index.state.fresh
    assert len(index.state.dead)
    return index


def pages() -> list[str]:
    source = random.Random(5)
    found = ["", "one two three", NOTICE, text("nothing"), f"{text(70)} {text(70)}", text("story", 200)]
    for _ in range(30):
        parts = [text(source.randrange(90)).split() for _ in range(source.randint(1, 3))]
        cuts = [part[start : start + source.randint(10, 90)] for part in parts for start in [source.randrange(120)]]
        found.append(" ".join(" ".join(cut) for cut in cuts) + f" {NOTICE}")
    return found


def test_the_hits_and_the_answers_are_the_same(index: Index) -> None:
    texts = pages()
    words = [hash_words([one])[0] for one in texts]
    matcher = Matcher(index)
    answered = 0
    for one, numbers, batched in zip(texts, words, Batch(index).hits(words), strict=True):
        alone = index.hits(numbers)
        for ours, theirs in (
            ((alone.places, alone.works, alone.weights), (batched.places, batched.works, batched.weights)),
            ((alone.common, alone.sharers, alone.reach), (batched.common, batched.sharers, batched.reach)),
        ):
            assert sorted(zip(*map(np.ndarray.tolist, ours), strict=True)) == sorted(
                zip(*map(np.ndarray.tolist, theirs), strict=True)
            )
        answer = matcher.match(one)
        assert matcher.answer(one, numbers, batched) == answer
        answered += bool(answer.copied)
    assert answered > 20
