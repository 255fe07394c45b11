"""``nc.fundraise``: nobody is made to believe that gifts to the republisher support the publisher."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights.asides import asides
from rights.clause import Case, Clause, Role
from rights.model import Evidence, Finding, Reason, message
from rights.passages import names_any, sentences, visible
from rights.patterns import late

_GIVE = late(
    r"\b(?:donat\w+|spend(?:e|en)\b|fundrais\w+|gift|contribute|chip in|support(?:ing)?\s+(?:us|our|the|this|independent)|donaci\w+|doaç\w+|dons?\b)",
    re.IGNORECASE,
)
_IMPLIES = late(r"\b(?:support|fund|help|benefit|keep|finance|goes? to|unterstütz|apoya|soutenez)\w*", re.IGNORECASE)


class NcFundraise(Clause):
    """No appeal for gifts beside the article names the publisher, unless it leads to the publisher."""

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "B"

    type: Literal["nc.fundraise"] = "nc.fundraise"

    def evaluate(self, case: Case) -> Finding:
        asking = [line for line in asides(case) for line in sentences(line) if _GIVE.search(line)]
        naming = [line for line in asking if names_any(line, case.publisher.names)]
        gifts = [link for link in case.copy.links if link.visible and _GIVE.search(link.text)]
        theirs = [link for link in gifts if case.owns(link.href)]
        remedy = message("Take the name of {name} out of the appeal for gifts.", name=case.publisher.name)
        original = visible(case.original) if case.original else ""
        own = [line for line in naming if line not in original]
        clear = [line for line in own if _IMPLIES.search(line) and not re.search(r"\bnot\b", line, re.IGNORECASE)]
        evidence = [Evidence(exact=line) for line in (clear or naming)[:3]]
        if clear and gifts and not theirs:
            return self.violated(
                message("an appeal for gifts to the site names {name}", name=case.publisher.name), evidence, remedy
            )
        if naming and not theirs:
            return self.incomplete(
                Reason.UNDECIDABLE,
                message("an appeal for gifts near the article names {name}", name=case.publisher.name),
                evidence,
                remedy,
            )
        return self.passed("no appeal for gifts near the article names the publisher")
