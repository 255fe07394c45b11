"""``legal.disclaimer``: a disclaimer is pasted or kept."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from rights import wording
from rights.clause import Case, Clause, searched
from rights.model import Finding, Reason, message
from rights.passages import margins
from rights.patterns import late

_DISCLAIMER = late(
    r"^\W*disclaimer|\bviews? expressed\b|\bopinions? expressed\b|\bsole responsibility\b|\bdoes not necessarily reflect\b|\bdo not necessarily reflect\b|\bwithout (?:any )?warrant"
    r"|\bno warrant(?:y|ies)\b|\bas[ -]is\b.{0,40}\bwarrant",
    re.IGNORECASE,
)


class LegalDisclaimer(Clause):
    """The sentence ``text`` stands on the copy; with ``if_supplied`` whatever disclaimer the original carries."""

    of_words: ClassVar[bool] = True

    type: Literal["legal.disclaimer"] = "legal.disclaimer"
    text: str | None = Field(default=None, min_length=10, max_length=1000)
    if_supplied: bool = False

    @model_validator(mode="after")
    def _says_something(self) -> LegalDisclaimer:
        if self.text is None and not self.if_supplied:
            raise ValueError("legal.disclaimer says nothing, expected text or if_supplied: true")
        return self

    def evaluate(self, case: Case) -> Finding:
        asked = self.text
        if asked is None:
            if case.original is None:
                return self.incomplete(
                    Reason.NO_ORIGINAL, "whether the original carries a disclaimer has not been read"
                )
            asked = next((line for line in margins(case.original) if _DISCLAIMER.search(line)), None)
            if asked is None:
                return self.inapplicable(Reason.NOT_TRIGGERED, "the original carries no disclaimer")
        found = wording.find_wording(case.near, asked, case.slots)
        remedy = message("{line}", line=asked)
        if found and found.same:
            return self.passed("carries the disclaimer", [found.evidence])
        if found:
            return self.incomplete(
                Reason.UNDECIDABLE,
                "carries a disclaimer in other words than the required ones",
                [found.evidence],
                remedy,
            )
        return self.violated("the disclaimer is missing", [searched(case.copy)], remedy)
