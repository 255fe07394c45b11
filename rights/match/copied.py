"""Which works does this text copy: candidates from the index, aligned, best first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from rights.match.align import Alignment, align_sides
from rights.match.candidates import candidates
from rights.match.compare import compare
from rights.match.fingerprint import hash_words
from rights.match.index import Index
from rights.match.parts import Hits
from rights.match.sides import Side, side
from rights.model import Article, Match, Work

#: Words that a page must share with a work to count.
MIN_WORDS = 25
#: Works aligned with one page.
LIMIT = 20
#: What boilerplate is worth beside words of a work's own when works are ranked.
_BOILERPLATE_WORTH = 0.1
#: Part of the least words that must be no boilerplate.
_OWN_SHARE = 0.6
#: Boilerplate fingerprints with fewer words between them belong to one passage.
_GAP = 8
#: Two works stand for the same passage of a page when they share so much of what either covers.
_SAME = 0.8
_KEPT_SIDES = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A work that the text copies; ``near`` are ids of the other works that share the same passages."""

    work: Work
    match: Match
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A passage that many works share: its text, its half-open word offsets in the page, and how many works share it."""

    text: str
    place: tuple[int, int]
    works: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The works that a page copies, best first, and what it shares with so many that it names none."""

    copied: tuple[Copied, ...]
    boilerplate: tuple[Boilerplate, ...]


class Matcher:
    """Asks one index which works texts copy, and keeps the works it met last ready for the next page."""

    def __init__(self, index: Index, *, min_words: int = MIN_WORDS, limit: int = LIMIT) -> None:
        self.index, self.min_words, self.limit = index, min_words, limit
        self._sides: OrderedDict[int, tuple[Work, Side]] = OrderedDict()

    def match(self, text: str) -> Answer:
        """The works that share at least ``min_words`` words with a text, best first."""
        self.index.refresh()
        return self.answer(text, self.index.hits(hash_words([text])[0]))

    def answer(self, text: str, hits: Hits) -> Answer:
        """As `match`, for a text of which it is known where its k-grams stand in works."""
        page = side(text)
        common, passages = _boilerplate(page, hits)
        found: list[tuple[Work, Match, NDArray[np.bool_]]] = []
        for work, own in self._works(candidates(hits, self.index.state.dead, self.limit)):
            alignment = align_sides(own, page)
            if not alignment.blocks:
                continue
            covered = _covered(alignment, len(page))
            match = alignment.match()
            boilerplate = int((covered & common).sum())
            match = replace(match, words=max(match.words, _touched(alignment)), boilerplate_words=boilerplate)
            if match.words >= self.min_words and _counts(match, self.min_words):
                found.append((work, match, covered))
        found.sort(key=lambda one: _rank(one[1], one[0]))
        return Answer(_grouped(found), passages)

    def match_article(self, article: Article) -> Answer:
        """The works that a page's main text copies, best first."""
        return self.match(article.text)

    def by_id(self, id: str) -> Work | None:
        """The work with an id."""
        work = self.index.get(id)
        return work if work and work.id == id else None

    def by_url(self, url: str) -> Work | None:
        """The work whose original stands at an address."""
        return self.index.get(url)

    def close(self) -> None:
        """Close the index."""
        self.index.close()

    def copied_by(self, article: Article) -> Sequence[tuple[Work, Match]]:
        """The works that a page copies, best first, each compared in full; of works that share the same passages the best."""
        answer = self.match(article.text)
        page = side(article.text)
        common = [one.place for one in answer.boilerplate]
        found: list[tuple[Work, Match]] = []
        passed: set[str] = set()
        for one in answer.copied:
            if one.work.id not in passed:
                passed.update(one.near)
                full = compare(one.work, article, theirs=page, common=common)
                found.append((one.work, replace(full, words=one.match.words)))
        return found

    def _works(self, docs: list[int]) -> list[tuple[Work, Side]]:
        missing = self.index.works(doc for doc in docs if doc not in self._sides)
        for doc, work in missing.items():
            self._sides[doc] = (work, side(work.text))
        found = [self._sides[doc] for doc in docs if doc in self._sides]
        for doc in docs:
            if doc in self._sides:
                self._sides.move_to_end(doc)
        while len(self._sides) > _KEPT_SIDES:
            self._sides.popitem(last=False)
        return found


def _covered(alignment: Alignment, words: int) -> NDArray[np.bool_]:
    covered = np.zeros(words, np.bool_)
    for _, start, length in alignment.runs:
        covered[start : start + length] = True
    return covered


def _touched(alignment: Alignment) -> int:
    """Words of the work in shared runs, with the dashes and signs beside them: what ``str.split`` counts."""
    work = alignment.work
    touched = np.zeros(len(work.units) + 2, np.bool_)
    for start, _, length in alignment.runs:
        first, last = work.span_of(start, start + length)
        touched[first + 1 : last + 1] = True
    wordless = np.flatnonzero(work.tokens_in_unit == 0) + 1
    touched[wordless] = touched[wordless - 1] | touched[wordless + 1]
    return int(touched[1:-1].sum())


def _boilerplate(page: Side, hits: Hits) -> tuple[NDArray[np.bool_], tuple[Boilerplate, ...]]:
    """The page's words that many works share, and the passages they make."""
    common = np.zeros(len(page), np.bool_)
    order = np.argsort(hits.common, kind="stable")
    passages: list[list[int]] = []
    for start, reach, sharers in zip(
        hits.common[order].tolist(), hits.reach[order].tolist(), hits.sharers[order].tolist(), strict=True
    ):
        if passages and start <= passages[-1][1] + _GAP:
            last = passages[-1]
            last[1], last[2] = max(last[1], start + reach), max(last[2], sharers)
        else:
            passages.append([start, start + reach, sharers])
    for start, end, _ in passages:
        common[start:end] = True
    found = []
    for start, end, works in passages:
        place = page.span_of(start, min(end, len(page)))
        found.append(Boilerplate(page.words_between(*place), place, works))
    return common, tuple(found)


def _counts(match: Match, least: int) -> bool:
    """Whether enough of what is shared is the work's own."""
    return match.words - match.boilerplate_words >= least * _OWN_SHARE


def _rank(match: Match, work: Work) -> tuple[float, float, float, str]:
    own = match.words - match.boilerplate_words
    return (-(own + _BOILERPLATE_WORTH * match.boilerplate_words), -match.containment, -match.resemblance, work.id)


def _grouped(found: list[tuple[Work, Match, NDArray[np.bool_]]]) -> tuple[Copied, ...]:
    copied = []
    for work, match, covered in found:
        near = tuple(
            other.id
            for other, _, theirs in found
            if other is not work and (covered & theirs).sum() >= _SAME * (covered | theirs).sum()
        )
        copied.append(Copied(work=work, match=match, near=near))
    return tuple(copied)
