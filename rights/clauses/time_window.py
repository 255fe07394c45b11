"""``time.window``: the copy may stay for so many days only."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Literal

from pydantic import Field

from rights import edits, hyperlinks, times
from rights.clause import Case, Clause, Role
from rights.clocks import copied, seen
from rights.hyperlinks import Target
from rights.model import Evidence, Finding, Reason, message

#: A stub holds no more of the work than this.
_STUB = 0.25


class TimeWindow(Clause):
    """After ``days`` from the original's publication (or the copy's) the copy is removed, cut to a stub, or asked for.

    ``after`` says what ends it; with ``stub`` a short part with a link to the original is in order.  A copy that was in
    order turns into a violation while nobody touches it.
    """

    role: ClassVar[Role] = Role.CONSTRAINT

    type: Literal["time.window"] = "time.window"
    days: float = Field(gt=0, le=36_600)
    basis: Literal["original", "copy"] = "original"
    after: tuple[Literal["ask", "remove", "stub"], ...] = ("remove",)

    def evaluate(self, case: Case) -> Finding:
        start = times.span(case.work.published) if self.basis == "original" else copied(case)
        now = seen(case)
        if start is None or now is None:
            return self.incomplete(
                Reason.TIME_UNKNOWN, "when the time began, or when the copy was looked at, is not known"
            )
        ends = start + timedelta(days=self.days)
        shown = [
            Evidence(
                exact=(case.work.published if self.basis == "original" else case.copy.published) or "", prefix="since: "
            ),
            Evidence(exact=now.last.isoformat(timespec="minutes"), prefix="seen: "),
        ]
        until = ends.last.date().isoformat()
        if now.last <= ends.first:
            return self.passed(message("within {days} days (until {until})", days=f"{self.days:g}", until=until), shown)
        if now.first < ends.last:
            return self.incomplete(
                Reason.TIME_UNKNOWN,
                message("the {days} days end about now ({until})", days=f"{self.days:g}", until=until),
                shown,
            )
        if (
            "stub" in self.after
            and case.match is not None
            and edits.held(case) <= _STUB
            and hyperlinks.leads(case).to(Target.ARTICLE)
        ):
            return self.passed("only a stub with a link is left after the time was over", shown)
        what = {
            "remove": "remove the copy",
            "stub": "cut it to a short part with a link",
            "ask": "ask for a longer time",
        }
        remedy = message("Now {what}.", what=" or ".join(what[way] for way in self.after))
        text = message(
            "the {days} days were over on {until}, and the copy is still there", days=f"{self.days:g}", until=until
        )
        if "ask" in self.after and case.says("extension") is not None:
            return (
                self.passed("a longer time is declared", shown)
                if case.says("extension")
                else self.violated(text, shown, remedy)
            )
        return self.violated(text, shown, remedy)
