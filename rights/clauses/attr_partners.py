"""``attr.partners``: partners who reported the piece together are credited, too."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights.clause import Case, Clause, searched
from rights.model import Finding, Reason, message
from rights.passages import margins, names_any
from rights.patterns import late

_WITH = late(
    r"\b(?:in (?:partnership|collaboration|cooperation|conjunction) with|(?:co-?published|co-?produced|produced|reported|published) (?:jointly )?with"
    r"|a (?:collaboration|partnership) (?:between|of|with))\s+(?P<names>(?:[A-Z0-9][\w’'&.-]*|of|the|for|and|&|,)(?:[ ,]+(?:[A-Z0-9][\w’'&.-]*|of|the|for|and|&))*)"
)


class AttrPartners(Clause):
    """Every partner that the original names (or that ``partners`` lists) is named on the copy."""

    of_names: ClassVar[bool] = True

    type: Literal["attr.partners"] = "attr.partners"
    partners: tuple[str, ...] = ()

    def evaluate(self, case: Case) -> Finding:
        if not self.partners and case.original is None:
            return self.incomplete(Reason.NO_ORIGINAL, "the original's partners are not known")
        partners = list(self.partners) or self._named(case)
        if not partners:
            return self.inapplicable(Reason.NOT_TRIGGERED, "the original names no partner")
        lines = [*case.near, *(credit.text for credit in case.copy.credits if credit.visible)]
        missing = [name for name in partners if not any(names_any(line, [name]) for line in lines)]
        if not missing:
            return self.passed(message("names {partners}", partners=", ".join(partners)))
        return self.violated(
            message("the partner {partner} is not named", partner=missing[0]),
            [searched(case.copy)],
            message("Produced in partnership with {partners}.", partners=", ".join(missing)),
        )

    def _named(self, case: Case) -> list[str]:
        if case.original is None:
            return []
        found: list[str] = []
        for line in [case.original.byline or "", *margins(case.original)]:
            for match in _WITH.finditer(line):
                for name in re.split(r",| and | & ", match["names"].strip(" ,.")):
                    name = re.sub(r"^(?:and|the)\s+", "", name.strip(" ,."))
                    if len(name) > 2 and not names_any(name, case.publisher.names):
                        found.append(name)
        return list(dict.fromkeys(found))
