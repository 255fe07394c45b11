"""``licence.effective_from``: the item falls under the licence only from a date that the original prints."""

from __future__ import annotations

import re
from datetime import date
from typing import ClassVar, Literal

from rights import times
from rights.clause import Case, Clause, Role
from rights.clocks import copied
from rights.model import Evidence, Finding, Reason, message
from rights.passages import margins, sentences
from rights.patterns import late

_NOTICE = late(
    r"\bnot (?:subject to|under|covered by|available|eligible)\b.{0,120}?\b(?:until|before)\b|\b(?:may|can) (?:be republished|not be republished)\b.{0,80}?"
    r"\b(?:from|after|until|before)\b|\bembargo(?:ed)?\b.{0,40}?\buntil\b|\bSperrfrist\b",
    re.IGNORECASE,
)


class LicenceEffectiveFrom(Clause):
    """A copy made before the date that the original's notice (or ``since``) names is not covered.

    When a copy was made is what the crawl saw first, or what its page says; where neither settles it, incomplete.
    """

    role: ClassVar[Role] = Role.CONSTRAINT

    type: Literal["licence.effective_from"] = "licence.effective_from"
    since: date | None = None

    def evaluate(self, case: Case) -> Finding:
        notice = _notice(case)
        if self.since is None and case.original is None:
            return self.incomplete(Reason.NO_ORIGINAL, "whether the original prints a later date has not been read")
        if self.since is None and notice is None:
            return self.inapplicable(Reason.NOT_TRIGGERED, "the original prints no later date for its licence")
        start = self.since or (notice[0] if notice else None)
        evidence = [notice[1]] if notice else []
        begins = times.span(start.isoformat()) if start else None
        made = copied(case)
        text = message("the licence holds from {date} on", date=start)
        if begins is None or made is None:
            return self.incomplete(
                Reason.TIME_UNKNOWN, message("{what}; when the copy was made is not known", what=text), evidence
            )
        if made.last < begins.first:
            return self.violated(
                message("{what}; the copy was made before", what=text),
                evidence,
                message("Take the copy down until {date}.", date=start),
            )
        if made.first >= begins.last:
            return self.passed(message("{what}; the copy was made later", what=text), evidence)
        return self.incomplete(
            Reason.TIME_UNKNOWN,
            message("{what}; the copy's date does not settle which came first", what=text),
            evidence,
        )


def _notice(case: Case) -> tuple[date, Evidence] | None:
    if case.original is None:
        return None
    for line in margins(case.original):
        for sentence in sentences(line):
            if _NOTICE.search(sentence):
                days = times.dates_in(sentence)
                if len(days) == 1:
                    return days.pop(), Evidence(exact=sentence)
    return None
