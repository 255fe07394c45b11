"""``attr.date``: the copy gives the date of the original publication."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from rights import times
from rights.asides import asides
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Reason, message


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
        partly = [
            line
            for line in lines
            if re.search(rf"\b{day.year}\b", line) and re.search(r"[^\W\d_]{3,}\.?\s+\d{4}", line)
        ]
        near = [line for line in partly if not times.dates_in(line) and case.publisher.name in line]
        if near:
            return self.incomplete(
                Reason.UNDECIDABLE,
                message("gives the original's date only in part ({date})", date=shown),
                [Evidence(exact=near[0])],
                remedy,
            )
        return self.violated(
            message("the date of the original ({date}) is not given", date=shown), [searched(case.copy)], remedy
        )
