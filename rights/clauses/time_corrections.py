"""``time.corrections``: the copy follows the original's corrections."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import ClassVar, Literal

from pydantic import Field

from rights import times
from rights.clause import Case, Clause, Role
from rights.clocks import copied, seen
from rights.model import Article, Evidence, Finding, PageState, Reason, message
from rights.passages import holds_words, margins, visible
from rights.patterns import late

_CORRECTION = late(
    r"^\W*(?:correction|corrections|clarification|editor['’]s note|update[d]?|this (?:article|story|post|piece) (?:has been|was) (?:corrected|updated|amended)|retraction"
    r"|korrektur|berichtigung|anmerkung der redaktion|corrección|fe de errat|erratum|rectificati|correzione|correção)",
    re.IGNORECASE,
)


class TimeCorrections(Clause):
    """A correction note of the original stands on the copy, too, ``within_hours`` after it was made.

    A later change of the original without a note is left to a person; an original that is gone may have been withdrawn.
    """

    role: ClassVar[Role] = Role.DUTY

    type: Literal["time.corrections"] = "time.corrections"
    within_hours: float = Field(default=24, ge=0, le=24 * 366)

    def evaluate(self, case: Case) -> Finding:
        original = case.original
        if original is None:
            return self.incomplete(Reason.NO_ORIGINAL, "the original has not been read again")
        if original.state is PageState.GONE:
            return self.incomplete(Reason.UNDECIDABLE, "the original is gone; it may have been withdrawn")
        changed, now, made = times.span(original.modified), seen(case), copied(case)
        notes = _notes(original)
        lost = [note for note in notes if not holds_words(visible(case.copy), note)]
        if not notes:
            return self._silent(case, changed, made)
        if not lost:
            return self.passed("carries the original's correction", [Evidence(exact=notes[0])])
        evidence = [Evidence(exact=note) for note in lost[:3]]
        remedy = message("Add the correction: {note}", note=lost[0])
        if changed is None or now is None:
            return self.incomplete(
                Reason.TIME_UNKNOWN, "the original was corrected; when is not known", evidence, remedy
            )
        if made is not None and made.first > changed.last:
            return self.violated("the copy was made after the correction and lacks it", evidence, remedy)
        due = changed + timedelta(hours=self.within_hours)
        if now.first > due.last:
            return self.violated(
                message("the original was corrected on {day}, and the copy was not", day=original.modified),
                evidence,
                remedy,
            )
        if now.last <= due.first:
            return self.passed(
                message("the original was corrected on {day}; there is still time", day=original.modified), evidence
            )
        return self.incomplete(
            Reason.TIME_UNKNOWN,
            "the original was corrected; whether the time to follow is over cannot be told",
            evidence,
            remedy,
        )

    def _silent(self, case: Case, changed: times.Span | None, made: times.Span | None) -> Finding:
        if changed is None or made is None or changed.last <= made.first:
            return self.inapplicable(Reason.NOT_TRIGGERED, "the original shows no correction")
        issued = times.span(case.work.published)
        if issued is not None and changed.first <= issued.last:
            return self.inapplicable(Reason.NOT_TRIGGERED, "the original shows no correction")
        text = message(
            "the original was changed on {day}, after the copy was made, without saying what",
            day=case.original.modified if case.original else "",
        )
        return self.incomplete(Reason.UNDECIDABLE, text)


def _notes(original: Article) -> list[str]:
    lines = [*margins(original), *(block.text for block in original.blocks)]
    return [line for line in lines if _CORRECTION.search(line) and 6 <= len(line.split()) <= 120]
