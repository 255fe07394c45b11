"""``bulk.none``: no systematic, automatic or wholesale republication."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights.clause import Case, Clause, Role
from rights.model import Evidence, Finding, History, Reason, message


class BulkNone(Clause):
    """Seen from the crawl's history: what share of the publisher's work of 30 days the site carries, and how fast.

    ``share`` (from ``least`` works on) is the reading of "wholesale", ``automatic_seconds`` the median delay below which
    copying is automatic, ``max_per_day`` a number that the publisher itself gives.
    """

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "C"

    type: Literal["bulk.none"] = "bulk.none"
    automatic: Literal["forbidden", "allowed"] = "forbidden"
    max_per_day: float | None = Field(default=None, gt=0)
    share: float = Field(default=0.5, gt=0, le=1)
    least: int = Field(default=10, ge=1, le=1000)
    automatic_seconds: float = Field(default=300, gt=0, le=86_400)

    def evaluate(self, case: Case) -> Finding:
        history = case.republication.history
        if history.works_30d is None and history.per_day is None:
            return self.incomplete(Reason.NEEDS_HISTORY, "one page does not show how many others the site carries")
        shown = [Evidence(exact=_told(history), prefix="seen in 30 days: ")]
        remedy = message("Choose stories one by one; stop the automatic import.")
        works, share = history.works_30d or 0, history.share_30d
        if self.max_per_day is not None and history.per_day is not None and history.per_day > self.max_per_day:
            text = message(
                "carries {number} a day, the publisher allows {most}",
                number=f"{history.per_day:.1f}",
                most=f"{self.max_per_day:g}",
            )
            return self.violated(text, shown, remedy)
        if share is not None and share >= self.share and works >= self.least:
            text = message(
                "carries {works} works, {share} percent of all of 30 days", works=works, share=f"{share * 100:.0f}"
            )
            return self.violated(text, shown, remedy)
        fast = history.latency is not None and history.latency < self.automatic_seconds
        if self.automatic == "forbidden" and fast and works >= max(3, self.least // 2):
            text = message(
                "copies appear {seconds} seconds after the original, which no person does",
                seconds=f"{history.latency:.0f}",
            )
            return self.violated(text, shown, remedy)
        if works >= self.least or fast or (share is not None and share >= self.share / 2):
            return self.incomplete(
                Reason.UNDECIDABLE,
                "the site carries many of the publisher's works; whether that is systematic a person must judge",
                shown,
            )
        return self.passed("nothing seen so far is systematic", shown)


def _told(history: History) -> str:
    parts = [f"{history.works_30d} works"] if history.works_30d is not None else []
    if history.share_30d is not None:
        parts.append(f"{history.share_30d * 100:.0f} percent")
    if history.per_day is not None:
        parts.append(f"{history.per_day:.1f} a day")
    if history.latency is not None:
        parts.append(f"median delay {history.latency:.0f} s")
    return ", ".join(parts)
