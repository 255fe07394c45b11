"""``who.geo``: only republishers of certain countries or states."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import field_validator, model_validator

from rights.clause import Case, Clause, Role
from rights.model import Evidence, Finding, message


class WhoGeo(Clause):
    """The site's declared country (ISO 3166, ``US`` or ``US-CA``) is allowed and not denied; a domain ending proves nothing."""

    role: ClassVar[Role] = Role.CONSTRAINT
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "C"

    type: Literal["who.geo"] = "who.geo"
    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    otherwise: Literal["deny", "ask"] = "deny"

    @field_validator("allow", "deny")
    @classmethod
    def _codes(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        for code in codes:
            head, _, tail = code.partition("-")
            if not (len(head) == 2 and head.isalpha() and head.isupper() and (not tail or tail.isalnum())):
                raise ValueError(f"{code!r} is no country or state, expected a code such as US or US-CA")
        return codes

    @model_validator(mode="after")
    def _says_something(self) -> WhoGeo:
        if not (self.allow or self.deny):
            raise ValueError("who.geo says nothing, expected allow or deny")
        return self

    def evaluate(self, case: Case) -> Finding:
        place = (case.declared("country") or "").strip().upper()
        wanted = ", ".join(self.allow) or message("anywhere but {places}", places=", ".join(self.deny))
        if not place:
            return self.needs_statement(
                "country",
                "In which country (and state) is the site at home, such as US or US-CA?",
                message("where the site is at home is not known; the terms are for {places}", places=wanted),
            )
        shown = [Evidence(exact=f"country={place}", prefix="declared: ")]
        if _covers(self.deny, place) or (self.allow and not _covers(self.allow, place)):
            if self.allow and any(code.startswith(f"{place}-") for code in self.allow):
                return self.needs_statement(
                    "country",
                    message("In which state of {place} is the site at home?", place=place),
                    "the state is not declared",
                    shown,
                )
            contact = f" ({case.publisher.contact})" if case.publisher.contact else ""
            how = "must ask first" if self.otherwise == "ask" else "may not republish"
            return self.violated(
                message("sites from {place} {how}; the terms are for {places}", place=place, how=how, places=wanted),
                shown,
                message("Ask {name} for permission{contact}.", name=case.publisher.name, contact=contact),
            )
        return self.passed(message("the site is at home in {place}", place=place), shown)


def _covers(codes: tuple[str, ...], place: str) -> bool:
    return any(place == code or place.startswith(f"{code}-") for code in codes)
