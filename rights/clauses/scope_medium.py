"""``scope.medium``: another rule for each medium."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from rights.clause import Case, Clause, Medium, Role
from rights.model import Finding, Reason, message

_Rule = Literal["free", "conditional", "ask", "deny"]


class ScopeMedium(Clause):
    """What the terms say for publication on the web, in print, as audio, in newsletters and on social media.

    A crawled page is on the web; another medium is declared.  Where the rule is free or conditional nothing is asked
    here: the other clauses say what is.
    """

    role: ClassVar[Role] = Role.CONSTRAINT
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "C"

    type: Literal["scope.medium"] = "scope.medium"
    web: _Rule | None = None
    print: _Rule | None = None
    audio: _Rule | None = None
    newsletter: _Rule | None = None
    social: _Rule | None = None

    @model_validator(mode="after")
    def _says_something(self) -> ScopeMedium:
        if not any((self.web, self.print, self.audio, self.newsletter, self.social)):
            raise ValueError("scope.medium says nothing, expected a rule for web, print, audio, newsletter or social")
        return self

    def evaluate(self, case: Case) -> Finding:
        medium = case.republication.medium
        rule = getattr(self, medium, None) if medium in set(Medium) else None
        if rule not in ("ask", "deny"):
            return self.inapplicable(
                Reason.OTHER_MEDIUM,
                message("no permission is asked for publication in this medium ({medium})", medium=medium),
            )
        contact = f" ({case.publisher.contact})" if case.publisher.contact else ""
        remedy = message("Ask {name} for permission{contact}.", name=case.publisher.name, contact=contact)
        if rule == "deny":
            return self.violated(message("publication in {medium} is not allowed", medium=medium), [], remedy)
        return self.stated(
            case,
            "permission",
            message(
                "Do you have {name}'s permission for publication in {medium}?", name=case.publisher.name, medium=medium
            ),
            good=True,
            kept="a permission is declared",
            broken=message("publication in {medium} needs a permission, and there is none", medium=medium),
            unknown=message("publication in {medium} needs a permission; none is on file", medium=medium),
            remedy=remedy,
        )
