"""A damaged index never answers wrongly in silence, says how to be mended, and a killed writer damages nothing."""

from __future__ import annotations

import importlib.util
import multiprocessing
import random
import select
import shutil
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import IO

import pytest

from rights.errors import IndexFormatError
from rights.match import growing
from rights.match.copied import Matcher
from rights.match.growing import add, rebuild, remove
from rights.match.index import Index
from rights.model import Work
from tests.match.texts import text, works


class Database:
    """Stands in for the database of works."""

    def __init__(self, held: list[Work]) -> None:
        self.held = held

    def revision(self) -> int:
        return 1

    def texts(self, since: int = 0) -> list[Work]:
        return self.held

    def removed(self, since: int = 0) -> list[str]:
        return []


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index with a segment, works that are only in the catalogue, and one that was removed."""
    folder = tmp_path_factory.mktemp("whole") / "index"
    with pytest.MonkeyPatch.context() as patch, Index.create(folder) as index:
        patch.setattr(growing, "FRESH", 30)
        add(index, works(0, 40))
        add(index, works(40, 45))
        remove(index, ["w7"])
    assert [path.name for path in folder.rglob("*") if path.is_file()].count("works.sqlite") == 1
    return folder


@pytest.fixture
def index(whole: Path, tmp_path: Path) -> Path:
    """A copy that may be damaged."""
    return Path(shutil.copytree(whole, tmp_path / "index"))


def ask(folder: Path) -> list[list[str]]:
    """What a matcher says of pages that copy ten of the works and one that copies none."""
    with Index(folder) as index:
        matcher = Matcher(index)
        pages = [text(number) for number in (0, 3, 7, 11, 19, 28, 33, 39, 41, 44)] + [text("nothing")]
        return [[one.work.id for one in matcher.match(page).copied] for page in pages]


RIGHT = [["w0"], ["w3"], [], ["w11"], ["w19"], ["w28"], ["w33"], ["w39"], ["w41"], ["w44"], []]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def the_file(folder: Path, ending: str) -> Path:
    (found,) = (path for path in files(folder) if path.name.endswith(ending))
    return found


def mended(folder: Path) -> None:
    rebuild(folder, Database([one for one in works(0, 45) if one.id != "w7"]))
    assert ask(folder) == RIGHT


def test_undamaged_it_answers(index: Path) -> None:
    assert ask(index) == RIGHT


@pytest.mark.parametrize("ending", ["works.sqlite", ".segment", "current"])
@pytest.mark.parametrize("how", ["empty", "half", "one byte less", "foreign", "missing"])
def test_what_is_cut_short_or_foreign_is_named_and_mended(index: Path, ending: str, how: str) -> None:
    path = the_file(index, ending)
    body = path.read_bytes()
    if how == "missing":
        path.unlink()
    else:
        broken = {"empty": b"", "half": body[: len(body) // 2], "one byte less": body[:-1], "foreign": b"GIF89a" * 3000}
        path.write_bytes(broken[how])
    if (ending, how) in {("current", "one byte less")}:
        assert ask(index) == RIGHT  # the line's end only
        return
    with pytest.raises(IndexFormatError, match="rights works reindex") as told:
        ask(index)
    assert str(index) in str(told.value)
    mended(index)


@pytest.mark.parametrize("seed", range(24))
def test_a_flipped_bit_changes_no_answer_in_silence(index: Path, seed: int) -> None:
    source = random.Random(seed)
    path = the_file(index, [".segment", "works.sqlite"][seed % 2])
    body = bytearray(path.read_bytes())
    body[source.randrange(len(body))] ^= 1 << source.randrange(8)
    path.write_bytes(body)
    with suppress(IndexFormatError):
        assert ask(index) == RIGHT
        return
    with pytest.raises(IndexFormatError, match="rights works reindex"):
        ask(index)
    mended(index)


def test_every_byte_of_a_segment_is_watched(index: Path) -> None:
    path = the_file(index, ".segment")
    body = bytearray(path.read_bytes())
    for place in [*range(0, 400, 7), *range(400, len(body), 4999), len(body) - 1]:
        body[place] ^= 0x10
        path.write_bytes(body)
        with pytest.raises(IndexFormatError), Index(index) as opened:
            opened.verify()
        body[place] ^= 0x10


def test_an_index_of_another_version_is_refused(index: Path) -> None:
    catalogue = the_file(index, "works.sqlite")
    with sqlite3.connect(catalogue) as connection:
        connection.execute("UPDATE meta SET value = 999 WHERE name = 'words'")
    connection.close()
    with pytest.raises(IndexFormatError, match="words of version 999"):
        ask(index)
    mended(index)
    with sqlite3.connect(the_file(index, "works.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(IndexFormatError, match="format 999"):
        ask(index)


def test_two_catalogues_cannot_be_mixed(index: Path, tmp_path: Path) -> None:
    with Index.create(tmp_path / "other") as other:
        growing.add(other, works(100, 140))
        growing.tidy(other)
    foreign = tmp_path / "other" / "g000001" / "works.sqlite"
    the_file(index, "works.sqlite").write_bytes(foreign.read_bytes())
    with Index(index) as mixed:
        assert [work.id for work in mixed.all_works()] == [f"w{number}" for number in range(100, 140)]


@pytest.fixture
def soak() -> ModuleType:
    """The program that kills writers."""
    path = Path(__file__).parents[2] / "benchmarks" / "soak_index.py"
    spec = importlib.util.spec_from_file_location("soak_index", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_ten_kills_lose_nothing_acknowledged(soak: ModuleType, tmp_path: Path) -> None:
    assert soak.soak(tmp_path / "index", kills=10, seed=20) > 10


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_readers_are_right_while_another_process_writes(soak: ModuleType, tmp_path: Path) -> None:
    folder, plan = tmp_path / "index", soak.steps(4)
    Index.create(folder).close()
    with soak.writing(folder, 4, 0) as writer, Index(folder) as reader:
        done = told(writer.stdout, 0)
        turn = 0
        while turn < 100 or done < 25:
            turn += 1
            known = soak.after(plan, done)
            ref = random.Random(turn).choice(sorted(known)) if known else "w0"
            reader.refresh()
            found = ref in known and soak.found_by_text(reader, soak.made(int(ref[1:]), known[ref]))
            later = told(writer.stdout, done)
            changed = {f"w{number}" for _, change in plan[done : later + 1] for number in change}
            assert found or ref in changed or ref not in known
            done = later
        writer.kill()


def told(lines: IO[bytes], done: int) -> int:
    """How many steps the writer has acknowledged by now; waits for the first."""
    while not done or select.select([lines], [], [], 0)[0]:
        done = int(lines.readline()) + 1
    return done


def _adding(folder: Path, first: int) -> None:
    growing.FRESH, growing.BATCH, growing.MANY_SEGMENTS = 8, 20, 4
    with Index(folder) as index:
        for start in range(first, first + 60, 12):
            add(index, works(start, start + 12))


def test_two_writers_lose_nothing_of_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    Index.create(folder).close()
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=_adding, args=(folder, first)) for first in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Index(folder) as index:
        index.verify()
        assert {work.id for work in index.all_works()} == {f"w{n}" for n in (*range(60), *range(100, 160))}
        matcher = Matcher(index)
        assert all(matcher.match(text(number)).copied[0].work.id == f"w{number}" for number in (0, 59, 100, 159))
