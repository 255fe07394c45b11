"""With sieves the index answers as it does without them; a sieve that is damaged, old or missing is made anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights.match import growing
from rights.match.fingerprint import hash_words
from rights.match.growing import add, remove, tidy
from rights.match.index import Index
from rights.match.sieve import SUFFIX, Sieve
from rights.model import Work
from tests.match.texts import text, works


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segments of few works, so that a test meets several and some works in none."""
    monkeypatch.setattr(growing, "FRESH", 5)
    monkeypatch.setattr(growing, "BATCH", 20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Index.create(tmp_path / "index") as index:
        add(index, works(0, 63))
        remove(index, ["w3"])
        shared = text("shared", 60)
        add(index, [Work(id=f"s{n}", title="", text=f"{shared} {text(f's{n}')}") for n in range(4)])
    return tmp_path / "index"


PAGES = [text(7), text("none"), f"{text('a')} {' '.join(text(61).split()[20:48])} {text('b')}", "", "few words",
         text("shared", 60), text(3)]  # fmt: skip


def answers(index: Index) -> list[Sequence[object]]:
    found = [index.hits(hash_words([page])[0]) for page in PAGES]
    return [[getattr(one, field.name).tolist() for field in fields(one)] for one in found]


def sieves(folder: Path) -> list[Path]:
    return sorted(folder.rglob(f"*{SUFFIX}"))


def test_every_answer_is_the_same(folder: Path) -> None:
    with Index(folder, common=3) as plain, Index(folder, common=3, sifted=True) as sifted:
        assert sieves(folder)
        assert answers(plain) == answers(sifted)
        for page in PAGES:
            words = hash_words([page])[0]
            times = np.unique(plain.hits(words).works, return_counts=True)[1]
            for least in (1, 2, 5):
                assert sifted.one_holds(words, least) == plain.one_holds(words, least) == bool((times >= least).any())


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-8], lambda data: data[:5000] + b"\xff" + data[5001:], lambda _: b""]
)
def test_a_damaged_sieve_is_made_anew(folder: Path, damage: object) -> None:
    Index(folder, sifted=True).close()
    made = {path: path.read_bytes() for path in sieves(folder)}
    for path, data in made.items():
        path.write_bytes(damage(data))  # type: ignore[operator]
    with Index(folder) as plain, Index(folder, sifted=True) as sifted:
        assert answers(plain) == answers(sifted)
    assert {path: path.read_bytes() for path in sieves(folder)} == made


def test_sieves_go_with_their_segments_and_come_with_new_ones(folder: Path) -> None:
    with Index(folder, sifted=True) as reader, Index(folder) as writer:
        add(writer, works(100, 150))
        tidy(writer)
        add(writer, works(150, 151))
        reader.refresh()
        assert answers(reader) == answers(writer)
        assert reader.one_holds(hash_words([text(120)])[0], 2)
        listed = {segment.path.with_suffix(SUFFIX) for segment in writer.segments()}
        assert set(sieves(folder)) == listed


def test_a_folder_that_cannot_be_written_is_asked_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "read-only")

    monkeypatch.setattr(Sieve, "beside", refused)
    with Index(folder) as plain, Index(folder, sifted=True) as sifted:
        assert answers(plain) == answers(sifted)
    assert not sieves(folder)


@given(st.sets(st.integers(0, (1 << 48) - 1), max_size=300), st.lists(st.integers(0, (1 << 48) - 1), max_size=300))
def test_no_hash_that_is_held_is_refused_and_few_others_pass(held: set[int], others: list[int]) -> None:
    sieve = Sieve.over(np.array(sorted(held), np.uint64))
    assert sieve.may_hold(np.array(sorted(held), np.uint64)).all()
    passed = sieve.may_hold(np.array(others, np.uint64)).tolist()
    assert len(passed) == len(others)


def test_one_hash_in_twelve_passes_that_should_not() -> None:
    drawn = np.random.default_rng(8).integers(0, 1 << 48, 60_000, np.uint64)
    sieve = Sieve.over(np.sort(drawn[:30_000]))
    assert 0 < sieve.may_hold(drawn[30_000:]).mean() < 1 / 12
