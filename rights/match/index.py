"""The index of works: which works hold these words?

A folder with a catalogue (SQLite: works, texts, the newest fingerprints, the list of segments) and segments (sorted
tables of hash and work, memory-mapped).  One process writes at a time, any number read meanwhile; each answer comes
from one committed state.  The index can be built anew from the database of works at any time: that makes a new
generation beside the old one, and ``current`` names the one that counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rights.match.catalogue import Catalogue, State, create
from rights.match.fingerprint import U64, Ints
from rights.match.parts import COMMON, FreshPart, Hits, Part, look_up, one_holds, sharers
from rights.match.segments import Segment, damaged
from rights.match.sieve import Sieve, Sifted
from rights.model import Work
from rights.urls import page_key

#: Bytes that an index may hold resident (its mapped pages, and what building needs) unless told otherwise.
MEMORY = 1024 * 1024 * 1024
_PAGE = 4096


class Index:
    """An open index; ``memory`` bounds in bytes what it keeps resident.

    ``sifted``: with a sieve before each part, for very many questions of which most are answered "in no work".  Segments are then
    read whole and checked at once; sieves are made where there are none, and kept beside them.
    """

    def __init__(
        self,
        folder: Path,
        *,
        memory: int = MEMORY,
        common: int = COMMON,
        generation: str | None = None,
        sifted: bool = False,
    ) -> None:
        self.folder, self.memory, self.common, self._sifted = folder, memory, common, sifted
        self._fixed = generation
        self._generation = self._now()
        self.catalogue = Catalogue(folder / self._generation)
        self._seen = -1
        self._segments: dict[str, Segment] = {}
        self._sieves: dict[str, Sieve] = {}
        self.state: State
        self.parts: list[tuple[int, Part]]
        self.refresh()

    @classmethod
    def create(cls, folder: Path, *, memory: int = MEMORY, common: int = COMMON) -> Index:
        """Open the index of a folder, made empty where there is none."""
        if not (folder / "current").exists() and not any(folder.glob("g*/works.sqlite")):
            start_generation(folder, "g000001")
            make_current(folder, "g000001")
        return cls(folder, memory=memory, common=common)

    def close(self) -> None:
        """Close the catalogue; the segments' memory goes with the last use of their numbers."""
        self.catalogue.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """Number of works."""
        return self.state.works

    @property
    def place(self) -> Path:
        """The folder of the generation that counts."""
        return self.folder / self._generation

    @property
    def revision(self) -> int:
        """The number of the last change to the database of works that the index holds."""
        return self.catalogue.meta("revision")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction of the only writer; waits for others, and is undone by any error."""
        while True:
            with self.catalogue.writing():
                if self._now() == self._generation:
                    try:
                        yield
                    except BaseException:
                        self._seen = -1
                        raise
                    break
            self.refresh()  # while we waited the index was built anew
        self.reload()

    # --- asking -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Take in what other processes have written since."""
        current = self._now()
        if current != self._generation:
            self.catalogue.close()
            self._generation, self._segments, self._sieves, self._seen = current, {}, {}, -1
            self.catalogue = Catalogue(self.folder / current)
        version = self.catalogue.version()
        if version != self._seen:
            self.reload()
            self._seen = version

    def _now(self) -> str:
        return self._fixed or current_generation(self.folder)

    def reload(self) -> None:
        """Read the catalogue's lists and open the segments that are new."""
        for attempt in range(20):
            state = self.catalogue.state()
            try:
                self._segments = {
                    name: self._segments.get(name) or Segment(self.place / name, head) for name, head in state.segments
                }
                break
            except FileNotFoundError as gone:  # merged away by a writer between our two looks
                if attempt == 19 or self.catalogue.state().segments == state.segments:
                    raise damaged(Path(gone.filename), "it is missing") from gone
        parts: list[tuple[int, Part]] = [(segment.head.k, segment) for segment in self._segments.values()]
        for k in sorted({row.k for row in state.fresh}):
            parts.append((k, FreshPart(row for row in state.fresh if row.k == k)))
        if self._sifted:
            parts = [(k, self._sift(part)) for k, part in parts]
        self.state, self.parts = state, parts

    def _sift(self, part: Part) -> Part:
        if isinstance(part, FreshPart):
            return Sifted(part, Sieve.over(part.keys))
        if isinstance(part, Segment):
            if part.path.name not in self._sieves:
                part.verify()  # all at once, in the order of the file; else each block when a question first meets it
                try:
                    self._sieves[part.path.name] = Sieve.beside(part)
                except OSError:  # the folder is not ours to write to: answers take longer, and are the same
                    return part
            return Sifted(part, self._sieves[part.path.name])
        return part

    def hits(self, words: U64) -> Hits:
        """Where the k-grams of a page, given as the numbers of its words, stand in works."""
        found = look_up(words, self.parts, self.common)
        self._trim()
        return found

    def one_holds(self, words: U64, least: int) -> bool:
        """Whether any one work holds ``least`` of a page's k-grams that are no boilerplate."""
        found = one_holds(words, self.parts, least, self.common)
        self._trim()
        return found

    def sharers(self, words: U64, places: Ints, most: int = 2_000) -> Ints:
        """Numbers of works that hold the k-grams at these places of a page, though very many do."""
        return sharers(words, self.parts, places, most)

    def works(self, docs: Iterable[int]) -> dict[int, Work]:
        """The works with these numbers, without those that have been removed."""
        wanted = [int(doc) for doc in docs]
        found = self.catalogue.works(wanted)
        if len(found) < len(set(wanted)):
            before = self.state
            self.refresh()
            lost = set(wanted) - found.keys() - set(before.dead.tolist())
            if lost and self.state is before:
                raise damaged(self.catalogue.path, f"work {min(lost)} has fingerprints but no row")
        return found

    def all_works(self) -> Iterator[Work]:
        """Every work, in the order in which they were added."""
        for _, work in self.catalogue.all_works():
            yield work

    def languages(self) -> frozenset[str] | None:
        """The languages that works name; None where any work names none."""
        return self.catalogue.languages()

    def get(self, ref: str) -> Work | None:
        """The work with this id, or the newest whose original stands at this address."""
        for column, key in (("id", ref), ("page", page_key(ref))):
            if found := self.catalogue.docs(column, [key]):
                doc = found[key][0]
                return self.catalogue.works([doc]).get(doc)
        return None

    def segments(self) -> Sequence[Segment]:
        """The open segments, oldest works first."""
        return list(self._segments.values())

    def verify(self) -> None:
        """Read everything and check it; raises `IndexFormatError` for the first damage."""
        for segment in self._segments.values():
            segment.verify()
        for _ in self.all_works():
            pass

    def _trim(self) -> None:
        """Let go of mapped pages where they are more than the memory allowed."""
        if sum(segment.head.size for segment in self._segments.values()) > self.memory and _mapped() > self.memory:
            for segment in self._segments.values():
                segment.release()


def _mapped() -> int:
    """Bytes of files that this process holds resident; 0 where the system does not say."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[2]) * _PAGE
    except OSError:
        return 0


# --- generations ------------------------------------------------------------------------------------------------


def current_generation(folder: Path) -> str:
    path = folder / "current"
    try:
        name = path.read_bytes()
    except FileNotFoundError:
        if any(folder.glob("g*/works.sqlite")):
            raise damaged(path, "it is missing") from None
        raise
    text = name.decode("ascii", "replace").strip()
    if not text.startswith("g") or not text[1:].isdigit():
        raise damaged(path, "it does not name a generation")
    if not (folder / text / "works.sqlite").exists():
        raise damaged(folder / text / "works.sqlite", "it is missing")
    return text


def start_generation(folder: Path, name: str) -> None:
    """Make an empty generation; it does not count yet."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    create(folder / name)


def make_current(folder: Path, name: str) -> None:
    """Let a generation count from now on: one atomic step, kept even if the machine stops."""
    rough = folder / f"current.{os.getpid()}"
    with rough.open("w") as file:
        file.write(f"{name}\n")
        file.flush()
        os.fsync(file.fileno())
    rough.replace(folder / "current")
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
