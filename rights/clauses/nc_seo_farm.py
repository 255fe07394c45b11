"""``nc.seo_farm``: not on sites that exist for search ranking or network ads alone."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights import money
from rights.clause import Case, Clause, Role
from rights.model import Finding, Reason, message


class NcSeoFarm(Clause):
    """Never a violation by itself: a site with many ad networks and mostly copied pages is shown to a person.

    ``networks`` and ``share`` are the reading of "many" and "mostly"; the share of copied pages comes from the crawl.
    """

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "C"

    type: Literal["nc.seo_farm"] = "nc.seo_farm"
    networks: int = Field(default=3, ge=1, le=50)
    share: float = Field(default=0.5, gt=0, le=1)

    def evaluate(self, case: Case) -> Finding:
        answer = case.says("seo_farm")
        if answer:
            return self.violated(
                "the site declares that it exists for search ranking or ads",
                [case.declaration("seo_farm")],
                "Take the text down.",
            )
        seen = money.standing(case.copy)
        if seen.nonprofit:
            return self.passed("the page shows a non-profit body", money.shown(seen.contrary))
        ads = {s.detail: s for s in case.copy.commercial.signals if money.family(s.kind) == "ads"}
        if len(ads) < self.networks:
            return self.passed(
                message("{count} sign(s) of ad networks, fewer than would speak for such a site", count=len(ads))
            )
        copied = case.republication.history.share_30d
        if copied is None:
            text = message("{count} signs of ad networks; how much of the site is copied is not known", count=len(ads))
            return self.incomplete(Reason.NEEDS_HISTORY, text, money.shown(ads.values()))
        if copied < self.share:
            return self.passed("the site does not carry most of the publisher's work")
        text = message(
            "{count} signs of ad networks, and {share} percent of the publisher's work is copied",
            count=len(ads),
            share=f"{copied * 100:.0f}",
        )
        return self.incomplete(Reason.UNDECIDABLE, text, money.shown(ads.values()))
