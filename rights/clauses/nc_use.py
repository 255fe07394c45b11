"""``nc.use``: no commercial use."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights import money
from rights.clause import Case, Clause, Role
from rights.kinds import NONCOMMERCIAL, declared_kinds, is_commercial
from rights.model import Evidence, Finding, Message, Reason, message


class NcUse(Clause):
    """The copy does not serve to make money.

    Decided by what is declared (``kind``, ``commercial``), else a violation only on positive proof: the text itself for
    sale, or two independent strong signals and nothing contrary.  ``allows`` names kinds of signals that the
    publisher's own reading accepts, such as display_ads; a neighbouring permission does the same.
    """

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "D"

    type: Literal["nc.use"] = "nc.use"
    definition: str | None = Field(default=None, max_length=400)
    allows: tuple[str, ...] = ()

    def evaluate(self, case: Case) -> Finding:
        seen = money.standing(case.copy, {*self.allows, *case.permitted})
        said = case.declared("commercial")
        kinds = declared_kinds(case)
        if said is not None and said.lower() in ("yes", "true", "1"):
            shown = [Evidence(exact=f"commercial={said}", prefix="declared: "), *seen.evidence]
            return self.violated("the site declares that its use is commercial", shown, self._ask(case))
        declared = (said is not None and said.lower() in ("no", "false", "0")) or bool(kinds & NONCOMMERCIAL)
        if seen.proven and not declared:
            return self.violated(
                message("the page makes money: {signals}", signals=money.kinds(seen.strong)),
                seen.evidence,
                self._ask(case),
            )
        if declared and (seen.strong and not is_commercial(kinds)):
            text = message("declared as not commercial, but the page shows {signals}", signals=money.kinds(seen.strong))
            return self.incomplete(Reason.UNDECIDABLE, text, seen.evidence)
        if declared:
            return self.passed("declared as not commercial, and nothing on the page speaks against it", seen.evidence)
        if seen.nonprofit:
            return self.passed("the page shows a non-profit body and no commercial use", seen.evidence)
        text = (
            message("the page shows {signals}, which alone proves no commercial use", signals=money.kinds(seen.strong))
            if seen.strong
            else message("no commercial use was found on the page, which proves nothing for the site")
        )
        question = message("Does your site use the article to make money (is it run for profit)?")
        return self.needs_statement("commercial", question, text, seen.evidence)

    def _ask(self, case: Case) -> Message:
        if case.publisher.contact:
            return message(
                "Ask for permission ({contact}) or take the article off the page that earns money.",
                contact=case.publisher.contact,
            )
        return message(
            "Ask {name} for permission or take the article off the page that earns money.", name=case.publisher.name
        )
