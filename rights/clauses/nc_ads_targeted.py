"""``nc.ads_targeted``: no advertisement is sold against the story."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import money
from rights.clause import Case, Clause, Role
from rights.model import Finding, Reason, message


class NcAdsTargeted(Clause):
    """No sponsor presents the article; what is sold against it cannot be seen otherwise.

    A sponsor's label on the article is a violation, ad slots within its text are left to a person, ads around it are
    fine.
    """

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "B"

    type: Literal["nc.ads_targeted"] = "nc.ads_targeted"

    def evaluate(self, case: Case) -> Finding:
        signals = case.copy.commercial.signals
        sponsored = [s for s in signals if money.family(s.kind) == "sponsoring" and s.level == "C3"]
        if sponsored:
            return self.violated(
                "a sponsor presents the article", money.shown(sponsored), "Take the sponsor's label off the article."
            )
        inside = [s for s in signals if money.family(s.kind) == "ads" and s.level == "C3"]
        labels = [s for s in signals if money.family(s.kind) == "sponsoring" and s.level == "C2"]
        if inside or labels:
            text = message(
                "advertisements stand within the article; whether they were sold against it a person must say"
            )
            return self.incomplete(Reason.UNDECIDABLE, text, money.shown([*inside, *labels]))
        return self.passed("no sponsor's label and no advertisement was found within the article")
