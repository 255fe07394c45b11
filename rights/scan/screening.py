"""One archive record against all works: a quick look at every record, a whole one at the few that pass."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from rights.bounded import bounded
from rights.extract.article import extract_text
from rights.extract.quick import quick_text
from rights.match.copied import MIN_WORDS, Matcher
from rights.match.fingerprint import hash_words
from rights.match.index import Index
from rights.scan.languages import LanguageGate
from rights.scan.records import Record

#: k-grams of one work that a record must share: a run of 25 words has two of those that are kept wherever it stands.
LEAST_HITS = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that copies a work: both addresses, how much, and where the record stands in its archive."""

    url: str
    work: str
    containment: float
    resemblance: float
    words: int
    file: str
    offset: int
    length: int
    record: str
    date: str | None
    sha256: str | None

    def as_json(self) -> dict[str, Any]:
        """The form in which candidates are written, one a line."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The works to look for, as a scan's processes are told: where their index is, and what a copy is.

    ``memory``: bytes that one process may keep of the index; ``languages``: those of the works, None where some work
    names none; ``revision``: the number of the last change to the works.
    """

    index: Path
    memory: int
    min_words: int = MIN_WORDS
    languages: frozenset[str] | None = None
    revision: int = 0

    @classmethod
    def of(cls, index: Path, *, memory: int, min_words: int = MIN_WORDS) -> Self:
        """What is known before the first record: also makes the index ready, so that its readers find it so."""
        with Index(index, memory=memory, sifted=True) as works:
            return cls(index, memory, min_words, works.languages(), works.revision)


class Screen:
    """The works as a scan asks for them; one for each process that scans."""

    def __init__(self, wanted: Wanted) -> None:
        self._matcher = Matcher(Index(wanted.index, memory=wanted.memory, sifted=True), min_words=wanted.min_words)
        self._gate = LanguageGate(wanted.languages)
        self._text = bounded(extract_text)
        self.revision = wanted.revision

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._matcher.close()

    def passes(self, record: Record) -> bool:
        """Whether a record shares enough with any one work to be worth a whole look."""
        text = quick_text(record.page)
        if len(text) < self._matcher.min_words or not self._gate.admits(text, record.languages):
            return False
        words = hash_words([text])[0]
        return len(words) >= self._matcher.min_words and self._matcher.index.one_holds(words, LEAST_HITS)

    def look(self, record: Record) -> list[Candidate]:
        """The works that a record copies, best first; a work's own page is no copy of it."""
        text = quick_text(record.page) if record.is_text else self._text(record.page).text
        found = []
        for copied in self._matcher.match(text).copied:
            if copied.work.url != record.page.url:
                match = copied.match
                found.append(
                    Candidate(
                        url=record.page.url or "",
                        work=copied.work.id,
                        containment=round(match.containment, 4),
                        resemblance=round(match.resemblance, 4),
                        words=match.words,
                        file=Path(record.file).name,
                        offset=record.offset,
                        length=record.length,
                        record=record.id,
                        date=record.date,
                        sha256=record.page.sha256,
                    )
                )
        return found
