"""``time.takedown``: the copy is removed or changed when the publisher asks for it."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import ClassVar, Literal

from pydantic import Field

from rights.clause import Case, Clause, Role
from rights.clocks import seen
from rights.model import Evidence, Finding, Reason, message


class TimeTakedown(Clause):
    """Once a request is on record, the copy is gone ``within_hours``; without a request nothing is asked."""

    role: ClassVar[Role] = Role.DUTY
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "C"

    type: Literal["time.takedown"] = "time.takedown"
    within_hours: float = Field(default=24, ge=0, le=24 * 366)

    def evaluate(self, case: Case) -> Finding:
        asked = case.republication.history.takedown_requested_at
        if asked is None:
            return self.inapplicable(Reason.NOT_TRIGGERED, "no request to take the copy down is on record")
        now = seen(case)
        if asked.tzinfo is None:
            asked = asked.replace(tzinfo=UTC)
        shown = [Evidence(exact=asked.isoformat(timespec="minutes"), prefix="asked: ")]
        if now is None:
            return self.incomplete(Reason.TIME_UNKNOWN, "when the copy was looked at is not known", shown)
        due = asked + timedelta(hours=self.within_hours)
        if now.first > due:
            text = message("asked on {day} to take the copy down, and it is still there", day=asked.date().isoformat())
            return self.violated(text, shown, "Take the copy down, as asked.")
        if now.last < asked:
            return self.inapplicable(Reason.NOT_TRIGGERED, "the copy was looked at before the request")
        return self.passed(message("there is time until {due}", due=due.isoformat(timespec="minutes")), shown)
