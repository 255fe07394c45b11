"""``attr.date``: the copy gives the date of the original publication."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from pydantic import Field

from rights import times
from rights.asides import asides
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Reason, message
from rights.passages import names_any


class AttrDate(Clause):
    """The day on which the original appeared stands in the credit or beside the article, however it is written."""

    type: Literal["attr.date"] = "attr.date"
    format: str | None = Field(default=None, max_length=80)

    def evaluate(self, case: Case) -> Finding:
        day = times.day_of(case.work.published)
        if day is None:
            return self.incomplete(Reason.NO_ORIGINAL, "the day of the original publication is not known")
        lines = [*(credit.text for credit in case.copy.credits if credit.visible), *asides(case)]
        for line in lines:
            if day in times.dates_in(line):
                return self.passed("gives the date of the original", [Evidence(exact=line)])
        shown = day.isoformat()
        remedy = message("First published on {date}.", date=shown)
        unread = [line for line in lines if not times.dates_in(line) and self._may_date(case, line, day)]
        if unread:
            text = message("a date is given that may be the original's ({date}), but it cannot be read", date=shown)
            return self.incomplete(Reason.UNDECIDABLE, text, [Evidence(exact=unread[0])], remedy)
        return self.violated(
            message("the date of the original ({date}) is not given", date=shown), [searched(case.copy)], remedy
        )

    def _may_date(self, case: Case, line: str, day: date) -> bool:
        """True for a line with the year and the day's number, or with the year beside the publisher's name."""
        if not re.search(rf"(?<!\d){day.year}(?!\d)", line):
            return False
        return bool(re.search(rf"(?<!\d)0?{day.day}(?!\d)", line)) or names_any(line, case.publisher.names)
