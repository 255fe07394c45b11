"""What kind of change each difference between a work and its copy is.

Only what is clear is called style, time or place, and only changed words are called substantive.  A `Change` is not
``firm`` where the extraction, rather than the republisher, may have made it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import LCSseq

from rights.match.align import Alignment
from rights.match.differences import Difference, Layout, Same, begins_sentence, layout, slid
from rights.match.furniture import LONG_LINE, Furniture
from rights.match.sides import Side
from rights.match.wording.places import dateline_spans, is_place, local_names, regions
from rights.match.wording.spelling import plain
from rights.match.wording.style import same_style
from rights.match.wording.times import Times, bare, guessed, is_time, times
from rights.model import Change, ChangeKind

#: So many differences are classed; no copy has more, what is hostile or no copy at all does.
CLASSED = 1500
#: Words taken out or put in within a sentence are a cut or an addition from so many on.
CLAUSE_WORDS = 10
#: Differences with at most so many words between them may be one.
NEAR_WORDS = 3
#: A sentence missing at an end counts from so many words on.
SENTENCE_WORDS = 6
#: A passage rewritten shares this part of its words with what it was; less is one text cut and another added.
REWRITTEN = 0.25
#: Longer texts are shortened in the middle where a change shows them; the spans say where they stand.
SHOWN_WORDS = 160
_GLYPHS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "`": "'",
        "–": "-",
        "—": "-",
        "−": "-",
        "‑": "-",
        "…": "...",
    }
)


@dataclass(frozen=True)
class Wording:
    """What classing needs to know of two texts' languages and places."""

    times: Times
    regions: frozenset[str]
    local: frozenset[str]

    @classmethod
    def of(cls, work: str, copy: str, languages: Iterable[str | None]) -> Wording:
        """The wording of two texts in languages given as tags (``pt-BR``); guessed where none is known."""
        codes = frozenset(tag.replace("_", "-").split("-")[0].lower().replace("no", "nb") for tag in languages if tag)
        codes = codes or guessed(work)
        return cls(times(codes), regions(codes), local_names(work, copy))


def changes(
    found: Alignment, languages: Iterable[str | None] = (), furniture: Furniture | None = None
) -> tuple[Change, ...]:
    """Every difference between two aligned texts, in the copy's order."""
    if not found.blocks:
        return ()
    return tuple(
        _Classing(found, Wording.of(found.work.text, found.copy.text, languages), furniture or Furniture()).all()
    )


class _Classing:
    def __init__(self, found: Alignment, wording: Wording, furniture: Furniture) -> None:
        self.work, self.copy, self.wording, self.furniture = found.work, found.copy, wording, furniture
        self.layout: Layout = layout(found)
        self.datelines = _dateline_units(found.work), _dateline_units(found.copy)

    def all(self) -> list[Change]:
        out = [*self._restyled(), *self._differing()]
        out += [self._change(ChangeKind.MOVED, one, firm=self._is_prose(one)) for one in self.layout.moved]
        beside = {
            end
            for change in out
            if change.kind is not ChangeKind.STYLE
            for end in (*change.work_span, *change.copy_span)
        }
        out = [
            change for change in out if not (self._is_mark(change) and {*change.work_span, *change.copy_span} & beside)
        ]
        return sorted(out, key=lambda change: (change.copy_span, change.work_span))

    def _change(self, kind: ChangeKind, one: Difference, *, firm: bool = True) -> Change:
        return Change(kind, _shown(self.work, one.work), _shown(self.copy, one.copy), one.work, one.copy, firm)

    # --- words that are the same but for how they are written ---------------------------------------------------

    def _restyled(self) -> Iterator[Change]:
        glyphs = False
        run: list[Same] = []
        for one in self.layout.same:
            ours, theirs = self.work.written(one.work), self.copy.written(one.copy)
            if ours == theirs:
                continue
            if ours.translate(_GLYPHS) == theirs.translate(_GLYPHS):
                if not glyphs:
                    glyphs = True
                    yield self._change(ChangeKind.STYLE, _one(one), firm=False)
                continue
            if run and (run[-1].work + 1, run[-1].copy + 1) != (one.work, one.copy):
                yield self._styled(run)
                run = []
            run.append(one)
        if run:
            yield self._styled(run)

    def _styled(self, run: list[Same]) -> Change:
        """Words in another spelling; marks and capitals alone may be the site's software's doing."""
        change = self._change(ChangeKind.STYLE, _from_to(run))
        return replace(change, firm=not self._is_mark(change))

    @staticmethod
    def _is_mark(change: Change) -> bool:
        """True for a comma or capital that a greater change beside it brings along."""
        return change.kind is ChangeKind.STYLE and plain(re.sub(r"[\W_]", "", change.work)) == plain(
            re.sub(r"[\W_]", "", change.copy)
        )

    # --- words that are not -------------------------------------------------------------------------------------

    def _differing(self) -> Iterator[Change]:
        pending: Change | None = None
        for change in (change for one in self._joined() for change in self._classed(one)):
            if pending and _one_edit(pending, change):
                joined = Difference(
                    (pending.work_span[0], change.work_span[1]), (pending.copy_span[0], change.copy_span[1])
                )
                pending = self._change(ChangeKind.SUBSTANTIVE, joined, firm=pending.firm or change.firm)
                continue
            if pending:
                yield pending
            pending = change
        if pending:
            yield pending
        for one in self.layout.differences[CLASSED:]:
            yield self._change(ChangeKind.SUBSTANTIVE, one, firm=False)

    def _joined(self) -> list[Difference]:
        """The differences, neighbours taken as one where only together they are clearly style, time or place.

        "$1.5 million" and "1.5 million dollars" differ before and after what they share.
        """
        out: list[Difference] = []
        for one in self.layout.differences[:CLASSED]:
            last = out[-1] if out else None
            if last and 0 < one.work[0] - last.work[1] == one.copy[0] - last.copy[1] <= NEAR_WORDS:
                both = Difference((last.work[0], one.work[1]), (last.copy[0], one.copy[1]), last.edge or one.edge)
                short = max(both.work[1] - both.work[0], both.copy[1] - both.copy[0]) <= 2 * CLAUSE_WORDS
                if short and not (self._sure(last) and self._sure(one)) and self._sure(both):
                    out[-1] = both
                    continue
            out.append(one)
        return out

    def _sure(self, one: Difference) -> ChangeKind | None:
        return self._kind(_units(self.work, one.work), _units(self.copy, one.copy), one)

    def _classed(self, one: Difference) -> Iterator[Change]:
        ours, theirs = _units(self.work, one.work), _units(self.copy, one.copy)
        if ours == theirs or not any(map(_has_word, (*ours, *theirs))):
            return
        if one.edge and (len(theirs) > CLAUSE_WORDS or not ours or not theirs or self._is_sentences(one)):
            yield from self._parted(one)
            return
        if self._is_dateline(one):
            yield self._change(ChangeKind.PLACE, one, firm=False)
            return
        kind = self._kind(ours, theirs, one)
        peeled = None if kind else self._peeled(one)
        if kind:
            yield self._change(kind, one)
        elif peeled:
            yield from self._classed(peeled[0])
            yield from self._parted(peeled[1])
        elif ours and theirs and not (_broken(self.work, one.work) or _broken(self.copy, one.copy)):
            shared = LCSseq.similarity([plain(word) for word in ours], [plain(word) for word in theirs])
            _shorter, longer = sorted((len(ours), len(theirs)))
            if longer < 2 * CLAUSE_WORDS or shared >= REWRITTEN * longer:
                yield self._change(ChangeKind.SUBSTANTIVE, one, firm=not self._in_loose_lines(one))
            else:
                yield from self._parted(one)
        else:
            yield from self._parted(one)

    def _kind(self, ours: list[str], theirs: list[str], one: Difference) -> ChangeKind | None:
        """Style, time or place, where it is clearly one."""
        if same_style(ours, theirs):
            return ChangeKind.STYLE
        if _broken(self.work, one.work) or _broken(self.copy, one.copy):
            return None
        before, after = self._around(one)
        known = self.wording.times
        when = [is_time(side, before, after, known) if side else None for side in (ours, theirs)]
        if False in when and True in when:
            when = [is_time(side, before, after, known, beside_time=True) if side else None for side in (ours, theirs)]
        if False not in when:
            return ChangeKind.TIME
        if is_place(ours, theirs, self.wording.regions, self.wording.local):
            return ChangeKind.PLACE
        if self._both_qualify(ours, theirs, before, after):
            return ChangeKind.TIME
        return None

    def _is_sentences(self, one: Difference) -> bool:
        """True where both sides are whole sentences: at an edge, one is the text's and the other the page's."""
        sides = (self.work, one.work), (self.copy, one.copy)
        return all(begins_sentence(side, at) for side, span in sides for at in span)

    def _is_dateline(self, one: Difference) -> bool:
        """True where all that differs stands in datelines."""
        ours, theirs = range(*one.work), range(*one.copy)
        return bool(ours or theirs) and self.datelines[0].issuperset(ours) and self.datelines[1].issuperset(theirs)

    def _is_prose(self, one: Difference) -> bool:
        """True where the words of both sides are whole sentences, and not lines of the page."""
        return self._is_sentences(one) and not self._in_loose_lines(one)

    def _in_loose_lines(self, one: Difference) -> bool:
        """True where both sides stand in lines that may be the page's and not the article's."""
        lines = (self.work, _line_around(self.work, one.work)), (self.copy, _line_around(self.copy, one.copy))
        if any(last - first >= LONG_LINE for _, (first, last) in lines):
            return False
        return all(self.furniture.loose(_units(side, span)) for side, span in lines)

    def _both_qualify(self, ours: list[str], theirs: list[str], before: list[str], after: list[str]) -> bool:
        """True for time and place changed in one breath: "here yesterday" and "in Springfield, Ohio, on Monday"."""
        known = self.wording.times
        left = []
        for side in (ours, theirs):
            when = [bool(bare(word)) and is_time([word], before, after, known) for word in side]
            if side and not any(when):
                return False
            left.append([word for word, dated in zip(side, when, strict=True) if not dated])
        return (not left[0] and not left[1]) or is_place(left[0], left[1], self.wording.regions, self.wording.local)

    def _peeled(self, one: Difference) -> tuple[Difference, Difference] | None:
        """A difference parted where whole sentences stand on one side beside a changed end or beginning of another."""
        for work_side, side, span in ((True, self.work, one.work), (False, self.copy, one.copy)):
            other = one.copy if work_side else one.work
            inner = [at for at in range(span[0] + 1, span[1]) if begins_sentence(side, at)]
            if not inner or other[0] == other[1]:
                continue
            parts = []
            if begins_sentence(side, span[1]):
                parts.append(((span[0], inner[0]), (inner[0], span[1]), other[1]))
            if begins_sentence(side, span[0]):
                parts.append(((inner[-1], span[1]), (span[0], inner[-1]), other[0]))
            for kept, whole, place in parts:
                pair = Difference(kept, other) if work_side else Difference(other, kept)
                near = abs((kept[1] - kept[0]) - (other[1] - other[0])) <= 3 and other[1] - other[0] <= CLAUSE_WORDS
                if near or self._kind(_units(self.work, pair.work), _units(self.copy, pair.copy), pair):
                    rest = Difference(whole, (place, place)) if work_side else Difference((place, place), whole)
                    return pair, rest
        return None

    def _around(self, one: Difference) -> tuple[list[str], list[str]]:
        start, end = one.work
        if start == end:
            start, end = one.copy
            return _units(self.copy, (max(0, start - 2), start)), _units(self.copy, (end, end + 2))
        return _units(self.work, (max(0, start - 2), start)), _units(self.work, (end, end + 2))

    def _parted(self, one: Difference) -> Iterator[Change]:
        """What is missing and what is new, each for itself."""
        if one.work[0] < one.work[1]:
            yield from self._one_sided(Difference(one.work, (one.copy[0], one.copy[0]), one.edge), self.work, cut=True)
        if one.copy[0] < one.copy[1]:
            yield from self._one_sided(Difference((one.work[1], one.work[1]), one.copy, one.edge), self.copy, cut=False)

    @cached_property
    def _said(self) -> str:
        return f" {' '.join(map(plain, map(_letters, _units(self.work, (0, len(self.work.units))))))} "

    def _repeats(self, raw: list[str]) -> bool:
        """True for a pull quote: a line that says again what the work says, its last word cut or a name behind it."""
        words = list(map(plain, map(_letters, raw)))
        said = [end for end in range(len(raw), SENTENCE_WORDS - 1, -1) if f" {' '.join(words[:end])}" in self._said][:1]
        return any(
            len(raw) - end < 6 and all(word.strip("—–-(“”, ")[:1].isupper() for word in filter(_has_word, raw[end:]))
            for end in said
        )

    def _one_sided(self, one: Difference, side: Side, *, cut: bool) -> Iterator[Change]:
        one = one if one.edge else slid(one, side, self.copy if cut else self.work)
        whole = one.work if cut else one.copy
        parts = [(span, _units(side, span)) for span in _lines(side, whole)]
        parts = [(span, raw) for span, raw in parts if any(map(_has_word, raw))]
        mostly = 2 * sum(self.furniture.loose(raw) for _, raw in parts) >= max(2, len(parts))
        for span, raw in parts:
            lines = span != whole or _is_line(side, span)
            if (lines and self.furniture.surely(raw)) or (not cut and self.furniture.explains(raw)):
                continue
            if lines and not cut and self._repeats(raw):
                continue
            piece = Difference(span, one.copy, one.edge) if cut else Difference(one.work, span, one.edge)
            if self._is_dateline(piece):
                yield self._change(ChangeKind.PLACE, piece, firm=False)
                continue
            sentence = begins_sentence(side, span[0]) and begins_sentence(side, span[1])
            if not sentence and len(raw) < CLAUSE_WORDS and not one.edge:
                qualified = self._kind(raw if cut else [], [] if cut else raw, piece)
                yield self._change(qualified or ChangeKind.SUBSTANTIVE, piece, firm=not self._in_loose_lines(piece))
                continue
            loose = (lines and (mostly or self.furniture.loose(raw))) or (one.edge and self.furniture.names_author(raw))
            at_edge = one.edge and not (cut and sentence and len(raw) >= SENTENCE_WORDS)
            yield self._change(ChangeKind.CUT if cut else ChangeKind.ADDITION, piece, firm=not (loose or at_edge))


def _dateline_units(side: Side) -> frozenset[int]:
    spans = np.array(dateline_spans(side.text), np.int64).reshape(-1, 2)
    bounds = np.searchsorted(side.unit_bounds[0], spans)
    return frozenset(at for first, last in bounds.tolist() for at in range(first, last))


def _letters(word: str) -> str:
    return re.sub(r"[\W_]+", "", word)


def _one_edit(first: Change, second: Change) -> bool:
    """True where two substantive changes are so near that a reader sees one."""
    if first.kind is not ChangeKind.SUBSTANTIVE or second.kind is not ChangeKind.SUBSTANTIVE:
        return False
    return 0 <= second.work_span[0] - first.work_span[1] <= 2 and 0 <= second.copy_span[0] - first.copy_span[1] <= 2


def _lines(side: Side, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """A span parted where lines end."""
    start, end = span
    inner = side.line_starts[bisect_right(side.line_starts, start) : bisect_left(side.line_starts, end)]
    yield from pairwise([start, *inner, end])


def _broken(side: Side, span: tuple[int, int]) -> bool:
    """True where a line ends inside a span."""
    return bisect_right(side.line_starts, span[0]) < bisect_left(side.line_starts, span[1])


def _line_around(side: Side, span: tuple[int, int]) -> tuple[int, int]:
    """The whole lines that a span stands in."""
    start, end = span
    first = side.line_starts[max(0, bisect_right(side.line_starts, start) - 1)]
    last = bisect_left(side.line_starts, max(end, start + 1))
    return first, side.line_starts[last] if last < len(side.line_starts) else len(side.units)


def _is_line(side: Side, span: tuple[int, int]) -> bool:
    """True where a span is one or more whole lines."""
    return _line_around(side, span) == span


def _units(side: Side, span: tuple[int, int]) -> list[str]:
    return [side.text[start:end] for start, end in side.units[span[0] : span[1]]]


def _shown(side: Side, span: tuple[int, int]) -> str:
    start, end = span
    if end - start <= SHOWN_WORDS:
        return side.words_between(start, end)
    half = SHOWN_WORDS // 2
    return f"{side.words_between(start, start + half)} […] {side.words_between(end - half, end)}"


def _has_word(raw: str) -> bool:
    return any(c.isalnum() or c in "%$€£" for c in raw)


def _one(same: Same) -> Difference:
    return Difference((same.work, same.work + 1), (same.copy, same.copy + 1))


def _from_to(run: list[Same]) -> Difference:
    return Difference((run[0].work, run[-1].work + 1), (run[0].copy, run[-1].copy + 1))
