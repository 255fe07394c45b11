"""``attr.as_of_note``: the copy says as of when it is, and where later changes are found."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights import hyperlinks, times, wording
from rights.clause import Case, Clause, searched
from rights.hyperlinks import Target
from rights.model import Finding, Reason, message


class AttrAsOfNote(Clause):
    """A note with a date says as of when the copy is and links to the original for changes."""

    of_words: ClassVar[bool] = True

    type: Literal["attr.as_of_note"] = "attr.as_of_note"
    wording: str = Field(default="As of [date]. For changes see the original.", max_length=400)

    def evaluate(self, case: Case) -> Finding:
        lines = [*(credit.text for credit in case.copy.credits if credit.visible), *case.near]
        found = wording.find_wording(lines, self.wording, case.slots)
        line = message("{note} {url}", note=self.wording, url=case.work.url or "")
        if found is None:
            return self.violated("the note on the state of the text is missing", [searched(case.copy)], line)
        whole = next((text for text in lines if found.evidence.exact in text), found.evidence.exact)
        if not times.dates_in(whole):
            return self.violated("the note on the state of the text gives no date", [found.evidence], line)
        if not hyperlinks.leads(case).to(Target.ARTICLE, Target.LIKELY):
            return self.violated(
                "the note on the state of the text does not link to the original", [found.evidence], line
            )
        if not found.same:
            return self.incomplete(
                Reason.UNDECIDABLE, "the note has other words than the required ones", [found.evidence], line
            )
        return self.passed("says as of when the copy is and links to the original", [found.evidence])
