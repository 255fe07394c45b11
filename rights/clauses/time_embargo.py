"""``time.embargo``: wait so long after the original's publication."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from rights import times
from rights.clause import Case, Clause, Role
from rights.clocks import copied, first_seen
from rights.model import Evidence, Finding, Message, Reason, message
from rights.passages import margins
from rights.patterns import late
from rights.times import Span

_UNTIL = late(
    r"\bembargo(?:ed)?\b.{0,40}?\b(?:until|till)\b|\bnot (?:be|for) (?:published|publication|release[d]?) (?:before|until)\b|\bSperrfrist\b",
    re.IGNORECASE,
)


#: A copy dated longer than this before its original was not made then: a clock, a template or a founding year speaks.
_BEFORE = timedelta(days=2)


class TimeEmbargo(Clause):
    """The copy appeared no earlier than ``hours`` after the original, or after the embargo that the original prints.

    A time and a zone decide to the minute; a day alone leaves open up to 14 hours on either side (and the day itself),
    inside which the finding is incomplete.
    """

    role: ClassVar[Role] = Role.CONSTRAINT

    type: Literal["time.embargo"] = "time.embargo"
    hours: float | None = Field(default=None, gt=0, le=24 * 366)
    per_item: bool = False

    @model_validator(mode="after")
    def _says_something(self) -> TimeEmbargo:
        if self.hours is None and not self.per_item:
            raise ValueError("time.embargo says nothing, expected hours or per_item: true")
        return self

    def evaluate(self, case: Case) -> Finding:
        if self.per_item:
            printed = self._printed(case)
            if isinstance(printed, Finding):
                return printed
            ends, evidence = printed
        else:
            issued = times.span(case.work.published)
            if issued is None:
                return self.incomplete(Reason.TIME_UNKNOWN, "when the original appeared is not known")
            ends = issued + timedelta(hours=self.hours or 0)
            evidence = [Evidence(exact=case.work.published or "", prefix="original: ")]
        return self._compare(case, ends, evidence)

    def _compare(self, case: Case, ends: Span, evidence: list[Evidence]) -> Finding:
        made, seen = copied(case), first_seen(case)
        if made is None:
            return self.incomplete(Reason.TIME_UNKNOWN, "when the copy appeared is not known", evidence)
        shown = [
            *evidence,
            Evidence(exact=case.copy.published or (seen.last.isoformat() if seen else ""), prefix="copy: "),
        ]
        issued = times.span(case.work.published)
        if issued is not None and made.last < issued.first - _BEFORE:
            text = message("the copy is dated before the original itself, so one of the two dates is wrong")
            return self.incomplete(Reason.TIME_UNKNOWN, text, shown)
        if made.last < ends.first:
            text = message("the copy appeared before the wait was over ({end})", end=_told(ends))
            return self.violated(text, shown, message("Take the copy down until {end}.", end=_told(ends)))
        if made.first >= ends.last:
            return self.passed(message("the copy appeared after the wait was over ({end})", end=_told(ends)), shown)
        text = message("the dates are too coarse to say whether the copy waited until {end}", end=_told(ends))
        return self.incomplete(Reason.TIME_UNKNOWN, text, shown)

    def _printed(self, case: Case) -> tuple[Span, list[Evidence]] | Finding:
        if case.original is None:
            return self.incomplete(Reason.NO_ORIGINAL, "whether the original prints an embargo has not been read")
        for line in margins(case.original):
            if _UNTIL.search(line):
                days = times.dates_in(line)
                span = times.span(min(days).isoformat()) if len(days) == 1 else None
                if span is None:
                    return self.incomplete(
                        Reason.TIME_UNKNOWN,
                        "the original prints an embargo without a clear date",
                        [Evidence(exact=line)],
                    )
                return span, [Evidence(exact=line)]
        return self.inapplicable(Reason.NOT_TRIGGERED, "the original prints no embargo")


def _told(span: Span) -> Message:
    if span.exact:
        return message("{time}", time=span.first.isoformat(timespec="minutes"))
    return message(
        "between {first} and {last}",
        first=span.first.isoformat(timespec="minutes"),
        last=span.last.isoformat(timespec="minutes"),
    )
