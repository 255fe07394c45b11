"""The index finds what was added, forgets what was removed, and says the same to every process that asks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from rights.errors import StoreError
from rights.match import fingerprint, growing
from rights.match.fingerprint import hash_words
from rights.match.growing import Added, add, keep_in_step, rebuild, remove, tidy
from rights.match.index import Index
from rights.model import Work
from tests.match.texts import text, words, work, works


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segments of few works, so that a test meets many."""
    monkeypatch.setattr(growing, "FRESH", 5)
    monkeypatch.setattr(growing, "BATCH", 20)


def holders(index: Index, page: str) -> set[str]:
    """Ids of the works that the index says share something with a page."""
    found = index.hits(hash_words([page])[0])
    docs = set(found.works.tolist()) - set(index.state.dead.tolist())
    return {one.id for one in index.works(docs).values()}


def test_a_work_is_found_by_a_run_of_13_words(tmp_path: Path) -> None:
    with Index.create(tmp_path / "index") as index:
        assert add(index, works(0, 10)) == Added(new=10)
        for start in (0, 50, 187):
            run = " ".join(text(3).split()[start : start + 13])
            assert holders(index, f"{text('page', 40)} {run} {text('more', 30)}") == {"w3"}
        assert holders(index, text("elsewhere")) == set()


@pytest.mark.usefixtures("small")
def test_segments_merge_and_nothing_is_lost(tmp_path: Path) -> None:
    with Index.create(tmp_path / "index") as index:
        for start in range(0, 120, 3):
            add(index, works(start, start + 3))
        assert len(index) == 120
        assert len(index.segments()) < 5
        for number in range(120):
            assert holders(index, text(number)) == {f"w{number}"}
        assert [one.id for one in index.all_works()] == [f"w{number}" for number in range(120)]
        index.verify()


@pytest.mark.usefixtures("small")
def test_removed_works_are_gone_before_and_after_a_merge(tmp_path: Path) -> None:
    with Index.create(tmp_path / "index") as index:
        add(index, works(0, 42))
        assert remove(index, ["w3", "w41", "unknown"]) == 2
        assert len(index) == 40
        assert holders(index, text(3)) == holders(index, text(41)) == set()
        assert index.get("w3") is None
        add(index, works(42, 90))
        tidy(index)
        assert len(index.segments()) == 1
        assert not len(index.state.dead)
        assert holders(index, text(3)) == set()
        assert holders(index, text(4)) == {"w4"}
        segment = index.segments()[0]
        assert not {4, 42} & set(segment.works_at(np.arange(segment.head.postings)).tolist())


def test_the_same_again_changes_nothing_and_a_new_text_replaces(tmp_path: Path) -> None:
    with Index.create(tmp_path / "index") as index:
        add(index, works(0, 5))
        assert add(index, works(0, 5)) == Added(same=5)
        assert add(index, [work(2, text=text("new")), work(3)]) == Added(changed=1, same=1)
        assert holders(index, text(2)) == set()
        assert holders(index, text("new")) == {"w2"}
        assert len(index) == 5
        assert add(index, [replace(work(4), publisher="paper", authors=("A. Writer",))]) == Added(changed=1)
        found = index.get("https://www.paper.example/4/?utm_source=x")
        assert found == replace(work(4), publisher="paper", authors=("A. Writer",))


@pytest.mark.usefixtures("small")
def test_a_work_that_no_segment_held_yet_is_replaced_by_many_at_once(tmp_path: Path) -> None:
    with Index.create(tmp_path / "index") as index:
        add(index, works(0, 3))
        assert index.state.fresh
        add(index, [work(1, text=text("new")), *works(10, 25)])
        assert holders(index, text(1)) == set()
        assert holders(index, text("new")) == {"w1"}
        index.verify()


@pytest.mark.usefixtures("small")
def test_beyond_many_works_the_longer_k_gram_is_used_beside_the_shorter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "FEW", 30)
    with Index.create(tmp_path / "index") as index:
        for start in range(0, 80, 8):
            add(index, works(start, start + 8))
        assert {segment.head.k for segment in index.segments()} == {6, 8}
        run = text(75).split()[20:35]
        assert holders(index, " ".join([*text(5).split()[60:73], *words("x", 9), *run])) == {"w5", "w75"}


@pytest.mark.usefixtures("small")
def test_the_number_of_works_may_fall_and_rise_over_the_change_of_scheme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "FEW", 10)
    monkeypatch.setattr(growing, "FRESH", 50)
    with Index.create(tmp_path / "index") as index:
        add(index, works(0, 10))
        add(index, works(10, 14))
        remove(index, [f"w{number}" for number in range(6)])
        add(index, works(20, 24))
        assert [row.k for row in index.state.fresh] == [6] * 4 + [8] * 4 + [6] * 4
        monkeypatch.setattr(growing, "FRESH", 2)
        tidy(index)
        assert not index.state.fresh
        for number in (6, 9, 10, 13, 20, 23):
            assert holders(index, text(number)) == {f"w{number}"}
        index.verify()


@pytest.mark.usefixtures("small")
def test_works_without_words_are_kept_and_never_found(tmp_path: Path) -> None:
    with Index.create(tmp_path / "index") as index:
        add(index, [Work(id=f"e{number}", text="… — !" if number % 2 else "two words") for number in range(12)])
        add(index, [Work(id="one", text="")])
        tidy(index)
        assert len(index) == 13
        assert holders(index, "two words") == set()
        index.verify()


def test_readers_see_each_change_when_they_look_again(tmp_path: Path) -> None:
    with Index.create(tmp_path / "index") as writer, Index(tmp_path / "index") as reader:
        assert holders(reader, text(1)) == set()
        add(writer, works(0, 3))
        reader.refresh()
        assert holders(reader, text(1)) == {"w1"}
        before = reader.state
        reader.refresh()
        assert reader.state is before
        remove(writer, ["w1"])
        assert holders(reader, text(1)) == set()


def test_common_text_names_no_work_but_is_reported(tmp_path: Path) -> None:
    notice = " ".join(words("notice", 40))
    with Index.create(tmp_path / "index", common=10) as index:
        add(index, (work(n, text=f"{text(n)} {notice}") for n in range(30)))
        page = f"{text('page', 40)} {notice}"
        found = index.hits(hash_words([page])[0])
        inside = (found.places >= 40 - 5) & (found.places < 40)
        assert set(found.works[~inside].tolist()) == set()
        assert found.sharers.min() > 10
        assert found.sharers.max() == 30
        assert found.common.min() >= 40


class Database:
    """Stands in for the database of works: a numbered list of changes."""

    def __init__(self) -> None:
        self.changes: list[tuple[str, Work | None]] = []

    def revision(self) -> int:
        return len(self.changes)

    def _last(self, since: int) -> dict[str, Work | None]:
        return dict(self.changes[since:])

    def texts(self, since: int = 0) -> list[Work]:
        return [one for one in self._last(since).values() if one is not None]

    def removed(self, since: int = 0) -> list[str]:
        return [ref for ref, one in self._last(since).items() if one is None]


def test_the_index_keeps_in_step_with_the_database(tmp_path: Path) -> None:
    database = Database()
    with Index.create(tmp_path / "index") as index:
        database.changes += [(one.id, one) for one in works(0, 6)]
        assert keep_in_step(index, database) == Added(new=6)
        assert keep_in_step(index, database) == Added()
        database.changes += [("w2", None), ("w7", work(7))]
        keep_in_step(index, database)
        assert {one.id for one in index.all_works()} == {"w0", "w1", "w3", "w4", "w5", "w7"}
        assert index.revision == 8
        del database.changes[6:]
        with pytest.raises(Exception, match="rights works reindex"):
            keep_in_step(index, database)
        assert rebuild(tmp_path / "index", database) == Added(new=6)
        index.refresh()
        assert len(index) == 6
        assert holders(index, text(2)) == {"w2"}
        assert [path.name for path in (tmp_path / "index").glob("g*")] == ["g000002"]


def test_a_folder_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    with Index.create(tmp_path / "index") as index:
        add(index, works(0, 3))
    for path in [*(tmp_path / "index").rglob("*"), tmp_path / "index"]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with Index(tmp_path / "index") as index:
            assert holders(index, text(1)) == {"w1"}
            if not _is_root():
                with pytest.raises(StoreError):
                    add(index, works(3, 4))
    finally:
        for path in [tmp_path / "index", *(tmp_path / "index").rglob("*")]:
            path.chmod(0o755)


def _is_root() -> bool:
    try:
        (Path("/proc/self/mem")).open("rb").close()
        import os

        return os.geteuid() == 0
    except (OSError, AttributeError):
        return False
