"""``nc.site``: the terms differ for sites that are run for profit and sites that are not."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import money
from rights.clause import Case, Clause, Role
from rights.kinds import NONCOMMERCIAL, declared_kinds, shown_kinds
from rights.model import Evidence, Finding, Message, Reason, message

_Rule = Literal["free", "allowed", "ask", "fee", "deny"]


class NcSite(Clause):
    """``commercial`` and ``nonprofit`` say what holds for either; ``except_news`` leaves news outlets out of the first.

    Whether a site is run for profit is declared, or proved by two independent strong signals and nothing contrary.
    """

    role: ClassVar[Role] = Role.CONSTRAINT
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "C"

    type: Literal["nc.site"] = "nc.site"
    commercial: _Rule = "ask"
    nonprofit: _Rule = "free"
    except_news: bool = False

    def permits(self) -> frozenset[str]:
        if self.commercial in ("free", "allowed"):
            return frozenset({"ads", "display_ads", "paid access", "paywall", "subscription", "company"})
        return frozenset()

    def evaluate(self, case: Case) -> Finding:
        said, seen = declared_kinds(case), money.standing(case.copy)
        if self.except_news and said & {"news-org", "accredited-news", "online-publication"}:
            return self.passed("declared as a news outlet, for which the rule on commercial sites is not meant")
        kinds = said or shown_kinds(case)
        if "commercial" in kinds:
            if not said and self.except_news:
                return self._unknown(seen, message("the page shows a commercial site, which may be a news outlet"))
            return self._rule(case, self.commercial, message("a commercial site"), seen, bool(said))
        if kinds & NONCOMMERCIAL:
            if said and seen.proven:
                text = message(
                    "declared as {kinds}, but the page shows {signals}",
                    kinds=", ".join(sorted(said)),
                    signals=money.kinds(seen.strong),
                )
                return self.incomplete(Reason.UNDECIDABLE, text, seen.evidence)
            return self._rule(case, self.nonprofit, message("a site not run for profit"), seen, bool(said))
        return self._unknown(seen, message("whether the site is run for profit cannot be told from the page"))

    def _rule(self, case: Case, rule: str, what: Message, seen: money.Standing, said: bool) -> Finding:
        evidence = (
            [Evidence(exact=f"kind={case.declared('kind')}", prefix="declared: ")] if said else list(seen.evidence)
        )
        if rule in ("free", "allowed"):
            return self.passed(message("{what}, which may republish freely", what=what), evidence)
        contact = f" ({case.publisher.contact})" if case.publisher.contact else ""
        remedy = message("Ask {name} for permission{contact}.", name=case.publisher.name, contact=contact)
        if rule == "deny":
            return self.violated(message("{what}, which may not republish", what=what), evidence, remedy)
        how = "pay a fee" if rule == "fee" else "ask first"
        return self.violated(
            message("{what}, which must {how}; no permission is on file", what=what, how=how), evidence, remedy
        )

    def _unknown(self, seen: money.Standing, text: Message) -> Finding:
        return self.needs_statement(
            "kind",
            "Is your site run for profit (commercial), or not (nonprofit, community, personal)?",
            text,
            seen.evidence,
        )
