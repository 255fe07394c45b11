"""``nc.sell``: the text is not sold, licensed or syndicated."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import money
from rights.clause import Case, Clause, Role
from rights.model import Finding, Reason, message

_SELLING = frozenset({"price", "offer", "sale", "paywall"})


class NcSell(Clause):
    """Nobody is asked to pay for this text.

    A price on it, or a paywall over it unless only selling it ``separately`` is ruled out, is a violation.  A site that
    sells subscriptions while this text stays open is left to a person.  Sales elsewhere cannot be seen.
    """

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "B"

    type: Literal["nc.sell"] = "nc.sell"
    separately: bool = False
    syndicate: bool = False

    def evaluate(self, case: Case) -> Finding:
        remedy = message("Offer the text without a price, or take it down.")
        if case.says("sells"):
            return self.violated("the site declares that it sells the text", [case.declaration("sells")], remedy)
        signals = [s for s in case.copy.commercial.signals if s.level in money.STRONG]
        sold = [
            s
            for s in signals
            if s.kind in _SELLING and s.level == "C3" and not (self.separately and s.kind == "paywall")
        ]
        if sold and not case.copy.commercial.contrary:
            return self.violated(
                message("the text is offered for money: {signals}", signals=money.kinds(sold)),
                money.shown(sold),
                remedy,
            )
        if case.says("sells") is False:
            return self.passed("declared as not sold, and nothing on the page speaks against it")
        paid = [s for s in signals if money.family(s.kind) == "paid access" or s in sold]
        if paid and not self.separately:
            text = message(
                "the site sells access ({signals}); whether to this text a person must see", signals=money.kinds(paid)
            )
            return self.incomplete(Reason.UNDECIDABLE, text, money.shown(paid))
        return self.passed("nothing on the page offers the text for money")
