"""``scope.own_only``: the grant covers the publisher's own work; others' pieces follow their owners' terms."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import origins
from rights.clause import Case, Clause, Role
from rights.model import Finding, Reason, message


class ScopeOwnOnly(Clause):
    """Marks on the original show whether the piece is the publisher's own.

    ``markers`` are further words that mark others' pieces, such as an agency in the byline.  With ``then:
    follow-upstream`` the owner's terms are judged as a further hop and this policy's clauses stay in force; with
    ``then: deny`` the publisher cannot grant anything for such a piece, so the owner's permission is needed.
    """

    role: ClassVar[Role] = Role.CONSTRAINT

    type: Literal["scope.own_only"] = "scope.own_only"
    markers: tuple[str, ...] = ()
    then: Literal["follow-upstream", "deny"] = "follow-upstream"

    def evaluate(self, case: Case) -> Finding:
        before = origins.origin(case, self.markers)
        if before is None:
            if case.original is None:
                return self.inapplicable(
                    Reason.NOT_TRIGGERED, "nothing at hand shows that the piece is somebody else's"
                )
            return self.passed(
                message("nothing on the original marks it as somebody else's than {name}'s", name=case.publisher.name)
            )
        name = before.name or before.href or message("somebody else")
        if self.then == "follow-upstream":
            return self.passed(
                message("the piece came from {source}, whose own terms apply as well", source=name), [before.evidence]
            )
        answer = (case.declared("owner_permission") or "").lower()
        if answer in ("yes", "true"):
            return self.passed(message("permission of {source} is declared", source=name), [before.evidence])
        text = message("the piece is {source}'s: {name} grants nothing for it", source=name, name=case.publisher.name)
        if answer in ("no", "false"):
            return self.violated(text, [before.evidence], message("Ask {source} for permission.", source=name))
        return self.needs_statement(
            "owner_permission", message("Do you have the permission of {source}?", source=name), text, [before.evidence]
        )
