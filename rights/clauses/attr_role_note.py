"""``attr.role_note``: the copy says what part the republisher had in the reporting."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights import wording
from rights.clause import Case, Clause, searched
from rights.model import Finding, Reason, message


class AttrRoleNote(Clause):
    """The note ``wording`` stands on the copy of a site that took no part; a declared part makes it unnecessary."""

    of_words: ClassVar[bool] = True

    type: Literal["attr.role_note"] = "attr.role_note"
    wording: str = Field(default="[OUTLET] was not involved in the reporting", max_length=300)

    def evaluate(self, case: Case) -> Finding:
        if case.says("involved"):
            return self.inapplicable(Reason.NOT_TRIGGERED, "declared as involved in the reporting")
        lines = [*(credit.text for credit in case.copy.credits if credit.visible), *case.near]
        found = wording.find_wording(lines, self.wording, case.slots)
        if found and found.same:
            return self.passed("says what part the site had in the reporting", [found.evidence])
        remedy = message("{line}", line=self.wording)
        if case.says("involved") is False:
            if found:
                return self.incomplete(
                    Reason.UNDECIDABLE, "says it in other words than the required ones", [found.evidence], remedy
                )
            return self.violated(
                "the note about the site's part in the reporting is missing", [searched(case.copy)], remedy
            )
        return self.needs_statement(
            "involved",
            "Did you take part in the reporting of this piece?",
            "whether the site took part in the reporting is not known",
        )
