"""``excerpt.limit``: at most so much of the text."""

from __future__ import annotations

import itertools
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from rights import edits
from rights.clause import Case, Clause, Role
from rights.match.words import words_of
from rights.model import Finding, Reason, message
from rights.publisher import Written


class Limit(Written):
    """A further limit that holds together with the first."""

    max: float = Field(gt=0, le=1_000_000)
    unit: Literal["words", "percent", "paragraphs", "characters"] = "words"


class ExcerptLimit(Clause):
    """The copy holds no more of the work than ``max`` words, percent, paragraphs or characters.

    Several limits hold together (``also`` names further ones: the smallest decides).  ``first`` demands that it is the
    work's beginning, ``contiguous`` that it is one piece.  With strength ``may`` it permits excerpts up to the limit.
    """

    role: ClassVar[Role] = Role.CONSTRAINT

    type: Literal["excerpt.limit"] = "excerpt.limit"
    max: float | None = Field(default=None, gt=0, le=1_000_000)
    unit: Literal["words", "percent", "paragraphs", "characters"] = "words"
    also: tuple[Limit, ...] = ()
    contiguous: bool = False
    first: bool = False

    @model_validator(mode="after")
    def _sensible(self) -> ExcerptLimit:
        if self.unit == "percent" and self.max is not None and self.max > 100:
            raise ValueError("max is more than the whole, expected at most 100 percent")
        return self

    def permits(self) -> frozenset[str]:
        return frozenset({"excerpt"})

    def evaluate(self, case: Case) -> Finding:
        if edits.is_translation(case):
            return self.incomplete(
                Reason.TRANSLATION, "how much of the work a translation holds cannot be counted in words"
            )
        if case.match is None or not case.work.text:
            return self.incomplete(
                Reason.NO_ORIGINAL, "how much of the original this is cannot be told without its text"
            )
        limits = [(self.max, self.unit)] if self.max is not None else []
        limits += [(limit.max, limit.unit) for limit in self.also]
        taken = {unit: _taken(case, unit) for _, unit in limits}
        evidence = edits.first_words(case)
        for most, unit in limits:
            if most is not None and taken[unit] > most + (0.5 if unit == "percent" else 0):
                return self.violated(
                    message(
                        "holds {taken} {unit} of the work, at most {most} are allowed",
                        taken=_number(taken[unit]),
                        unit=unit,
                        most=_number(most),
                    ),
                    evidence,
                    message(
                        "Cut the text to at most {most} {unit} and link to the rest: {url}",
                        most=_number(most),
                        unit=unit,
                        url=case.work.url or case.publisher.name,
                    ),
                )
        shape = self._shape(case)
        if shape is not None:
            return shape
        if not limits:
            text = message(
                "the terms allow a part without saying how much; this is {share} percent",
                share=_number(_taken(case, "percent")),
            )
            if case.match.containment >= edits.WHOLE:
                return self.violated(
                    message("the whole text is carried where only a part is allowed"),
                    evidence,
                    message("Keep a short part and link to the rest: {url}", url=case.work.url or case.publisher.name),
                )
            return self.incomplete(Reason.UNDECIDABLE, text, evidence)
        if case.copy.cut:
            text = message("the page was cut short ({limit}), so the texts cannot be compared", limit=case.copy.cut)
            return self.incomplete(Reason.PAGE_CUT, text, evidence)
        most, unit = limits[0]
        return self.passed(
            message(
                "holds {taken} of at most {most} {unit}", taken=_number(taken[unit]), most=_number(most or 0), unit=unit
            ),
            evidence,
        )

    def _shape(self, case: Case) -> Finding | None:
        passages = sorted(case.match.passages, key=lambda p: p.work) if case.match else []
        if not passages:
            return None
        gaps = sum(after.work[0] - before.work[1] for before, after in itertools.pairwise(passages))
        start = passages[0].work[0]
        if (self.contiguous or self.first) and gaps > edits.ADDED_WORDS:
            text = message("the part is not of one piece: {gaps} words of the work are left out within it", gaps=gaps)
            return self.violated(text, edits.first_words(case), "Carry one unbroken piece of the text.")
        if self.first and start > edits.ADDED_WORDS:
            text = message("the part does not begin where the work begins, but {start} words later", start=start)
            return self.violated(text, edits.first_words(case), "Carry the beginning of the text.")
        return None


def _taken(case: Case, unit: str) -> float:
    match, text = case.match, case.work.text
    if match is None:
        return 0.0
    if unit == "words":
        return float(match.words)
    if unit == "percent":
        return match.containment * 100
    if unit == "characters":
        return match.words * len(text) / max(1, len(text.split()))
    at, held = 0, 0
    for paragraph in (part for part in text.split("\n") if part.strip()):
        size = len(paragraph.split())
        shared = sum(max(0, min(at + size, p.work[1]) - max(at, p.work[0])) for p in match.passages)
        held += bool(words_of(paragraph)) and shared * 2 > size
        at += size
    return float(held)


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"
