"""``attr.boilerplate``: a fixed sentence about the publisher is pasted."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights import wording
from rights.clause import Case, Clause, searched
from rights.model import Finding, Reason, message


class AttrBoilerplate(Clause):
    """The sentence ``text`` stands on the page, at the ``position`` if one is given.

    Nine tenths alike counts as the sentence; three quarters may be a later wording of it, which a person must judge.
    """

    of_words: ClassVar[bool] = True

    type: Literal["attr.boilerplate"] = "attr.boilerplate"
    text: str = Field(min_length=10, max_length=1000)
    position: Literal["top", "end", "anywhere"] = "anywhere"
    within_paragraphs: int = Field(default=3, ge=1, le=50)

    def evaluate(self, case: Case) -> Finding:
        lines = case.near
        found = wording.find_wording([*lines, *(c.text for c in case.copy.credits if c.visible)], self.text, case.slots)
        remedy = message("{line}", line=wording.fill(self.text, case.slots))
        if found is None:
            return self.violated("the sentence about the publisher is missing", [searched(case.copy)], remedy)
        if not found.same:
            text = message("a sentence is {likeness} percent like the required one", likeness=round(found.likeness))
            return self.incomplete(Reason.UNDECIDABLE, text, [found.evidence], remedy)
        if self.position != "anywhere":
            at = next((i for i, line in enumerate(lines) if found.evidence.exact in line), None)
            half = len(lines) / 2
            if (
                at is not None
                and ((self.position == "top") is not (at < half))
                and len(lines) > 2 * self.within_paragraphs
            ):
                return self.violated(
                    message("the sentence about the publisher does not stand at the {place}", place=self.position),
                    [found.evidence],
                    remedy,
                )
        return self.passed("carries the sentence about the publisher", [found.evidence])
