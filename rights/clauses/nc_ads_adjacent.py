"""``nc.ads_adjacent``: advertisements on the same page are expressly fine, or expressly not."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights import money
from rights.clause import Case, Clause, Role
from rights.model import Finding, Reason, message


class NcAdsAdjacent(Clause):
    """With strength ``may``: ads beside the article break no rule against commercial use.

    ``allowed: false`` turns it into a prohibition of advertising on the page: one proven ad slot is enough then.
    ``condition: not-in-article`` permits ads only outside of the article itself.
    """

    role: ClassVar[Role] = Role.PERMISSION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "B"

    type: Literal["nc.ads_adjacent"] = "nc.ads_adjacent"
    allowed: bool = True
    condition: Literal["not-in-article", "pre-existing"] | None = None
    reading_note: str | None = Field(default=None, max_length=300)

    def permits(self) -> frozenset[str]:
        return frozenset({"ads", "display_ads"}) if self.allowed else frozenset()

    def evaluate(self, case: Case) -> Finding:
        ads = [
            signal
            for signal in case.copy.commercial.signals
            if money.family(signal.kind) == "ads" and signal.level in money.STRONG and signal.scope == "page"
        ]
        inside = [signal for signal in ads if signal.level == "C3"]
        if self.allowed and not (self.condition == "not-in-article" and inside):
            return self.inapplicable(Reason.PERMITTED, "advertisements beside the article are expressly permitted")
        shown = money.shown(inside if self.allowed else ads)
        if self.allowed:
            text = message(
                "advertisements stand within the article; whether they pass for a part of it a person must see"
            )
            return self.incomplete(Reason.UNDECIDABLE, text, shown)
        if ads:
            text = message("the page carries advertisements")
            return self.violated(text, shown, "Take the advertisements off this page.")
        hints = [signal for signal in case.copy.commercial.hints if money.family(signal.kind) == "ads"]
        if hints:
            return self.incomplete(Reason.UNDECIDABLE, "the page may carry advertisements", money.shown(hints))
        if case.copy.dom is None:
            return self.incomplete(Reason.UNDECIDABLE, "the page's markup is not at hand")
        return self.passed("no advertisement was found on the page")
