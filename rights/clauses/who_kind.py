"""``who.kind``: which kinds of republishers may carry the piece freely, must ask, or may not."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from rights import money
from rights.clause import Case, Clause, Role
from rights.kinds import answers, declared_kinds, shown_kinds, within
from rights.model import Evidence, Finding, Message, Reason, message


class WhoKind(Clause):
    """The site's kind is one that is allowed, or permission is on file.

    The kind is what is declared; else what the page proves: commercial by two independent strong signals and nothing
    contrary, non-profit by what it says of itself where nothing strong speaks against it.
    """

    role: ClassVar[Role] = Role.CONSTRAINT
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "C"

    type: Literal["who.kind"] = "who.kind"
    allow: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    contact: str | None = None

    @model_validator(mode="after")
    def _says_something(self) -> WhoKind:
        if not (self.allow or self.ask or self.deny):
            raise ValueError("who.kind says nothing, expected allow, ask or deny")
        return self

    def evaluate(self, case: Case) -> Finding:
        said, seen = declared_kinds(case), money.standing(case.copy)
        kinds = said or shown_kinds(case)
        how = message("declared as {kinds}", kinds=", ".join(sorted(said))) if said else None
        if said and "commercial" not in said and seen.proven and not within(said, self.deny):
            text = message(
                "declared as {kinds}, but the page shows {signals}",
                kinds=", ".join(sorted(said)),
                signals=money.kinds(seen.strong),
            )
            return self.incomplete(Reason.UNDECIDABLE, text, seen.evidence)
        for denied, named in ((True, self.deny), (False, self.ask)):
            if kinds and within(kinds, named):
                return self._not_free(case, kinds, how, seen, denied)
        if kinds and within(kinds, self.allow):
            shown = how or message("the page shows a non-profit or community site")
            return self.passed(shown, () if said else money.shown(seen.contrary))
        if said and self.allow and not self.ask and answers(said, self.allow):
            text = message(
                "declared as {kinds}; the terms are for {allowed}",
                kinds=", ".join(sorted(said)),
                allowed=", ".join(self.allow),
            )
            return self.violated(text, [Evidence(exact=f"kind={case.declared('kind')}")], self._contact(case))
        if said and not self.allow:
            return self.passed(how or message("a kind that need not ask"))
        return self.needs_statement(
            "kind",
            message("What kind of site is this ({kinds})?", kinds=", ".join((*self.allow, *self.ask, *self.deny))),
            self._unknown(seen),
            seen.evidence,
        )

    def _unknown(self, seen: money.Standing) -> Message:
        if seen.strong and seen.contrary:
            return message(
                "the page shows {signals}, but also speaks of a body not run for profit",
                signals=money.kinds(seen.strong),
            )
        if seen.strong:
            return message(
                "the page shows {signals}, which alone does not prove a commercial site",
                signals=money.kinds(seen.strong),
            )
        return message("what kind of site this is cannot be told from the page")

    def _not_free(
        self, case: Case, kinds: frozenset[str], how: Message | None, seen: money.Standing, denied: bool
    ) -> Finding:
        shown = how or message("the page shows a commercial site: {signals}", signals=money.kinds(seen.strong))
        evidence = [Evidence(exact=f"kind={case.declared('kind')}")] if how else list(seen.evidence)
        if denied:
            text = message("{shown}; such sites may not republish", shown=shown)
        else:
            text = message("{shown}; such sites must ask first, and no permission is on file", shown=shown)
        return self.violated(text, evidence, self._contact(case))

    def _contact(self, case: Case) -> Message:
        contact = self.contact or case.publisher.contact
        if contact:
            return message("Ask {name} for permission: {contact}", name=case.publisher.name, contact=contact)
        return message("Ask {name} for permission.", name=case.publisher.name)
