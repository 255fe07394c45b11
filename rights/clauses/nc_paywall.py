"""``nc.paywall``: whether the article may stand behind a paywall."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import money
from rights.clause import Case, Clause, Role
from rights.model import Finding, PageState, Reason, message


class NcPaywall(Clause):
    """``forbidden``: readers reach the article without paying; ``ask``: a paywall needs an approval; ``allowed``: permitted.

    A paywall whose markup covers the article is one.  A metered wall, a subscription offer beside an open text and a
    login page prove nothing.  ``registration`` rules out a wall that asks for an account, too.
    """

    role: ClassVar[Role] = Role.PROHIBITION

    type: Literal["nc.paywall"] = "nc.paywall"
    value: Literal["forbidden", "ask", "allowed"] = "forbidden"
    registration: bool = False
    unless_for: tuple[str, ...] = ()

    def permits(self) -> frozenset[str]:
        return frozenset({"paywall", "paid access", "subscription"}) if self.value == "allowed" else frozenset()

    def evaluate(self, case: Case) -> Finding:
        if self.value == "allowed":
            return self.inapplicable(Reason.PERMITTED, "a paywall is expressly permitted")
        if self.unless_for and case.declared("use") in self.unless_for:
            return self.inapplicable(
                Reason.PERMITTED, message("declared as {use}, which is excepted", use=case.declared("use"))
            )
        signals = [
            s
            for s in (*case.copy.commercial.signals, *case.copy.commercial.hints)
            if money.family(s.kind) == "paid access" or s.kind == "registration"
        ]
        walls = [
            s
            for s in signals
            if s.level == "C3" and s.kind != "subscription" and (self.registration or s.kind != "registration")
        ]
        if walls and self.value == "forbidden":
            return self.violated(
                "the article stands behind a paywall", money.shown(walls), "Open this article to all readers."
            )
        if walls:
            return self.stated(
                case,
                "paywall_approved",
                message("Did {name} approve your paywall?", name=case.publisher.name),
                good=True,
                kept="the paywall is declared as approved",
                broken="a paywall without the approval that the terms ask for",
                unknown="the article stands behind a paywall, which needs an approval",
                remedy="Open this article to all readers, or ask for approval.",
                evidence=money.shown(walls),
            )
        if signals or case.copy.state is PageState.LOGIN_WALL:
            text = message(
                "the site sells access or asks for an account; whether this article stays open a person must see"
            )
            return self.incomplete(Reason.UNDECIDABLE, text, money.shown(signals))
        return self.passed("no paywall was found on the page")
