"""``legal.no_extra``: no further legal or technical restriction on the copy."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights.asides import asides
from rights.clause import Case, Clause, Role
from rights.model import Evidence, Finding, Reason
from rights.passages import names_any, quote, select
from rights.patterns import late

_RESERVED = late(
    r"\ball rights reserved\b|\b(?:no part of this|this (?:article|text|material|post)) (?:may|must) not be (?:reproduced|copied|published|republished)|\balle rechte vorbehalten\b"
    r"|\bnachdruck verboten\b|\btodos los derechos reservados\b|\btous droits réservés\b|\briproduzione riservata\b|\btodos os direitos reservados\b",
    re.IGNORECASE,
)
_LOCK = late(r"return\s+false|preventdefault", re.IGNORECASE)


class LegalNoExtra(Clause):
    """Nothing beside the article takes away what the licence gives.

    A reservation that the site puts on the article itself is a violation; one in the footer of the whole site is usual
    and says nothing about this text.  A script against copying is left to a person.
    """

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "B"

    type: Literal["legal.no_extra"] = "legal.no_extra"

    def evaluate(self, case: Case) -> Finding:
        holders = [*case.publisher.names, *case.work.authors]
        own = [
            line
            for line in case.copy.copyrights
            if line.of == "article" and _RESERVED.search(line.text) and not names_any(line.text, holders)
        ]
        texts = [line.text for line in case.copy.copyrights]
        beside = [
            line
            for line in asides(case)
            if re.search(r"\bthis (?:article|text|post|story)\b", line, re.I) and line not in texts
        ]
        found = [Evidence(exact=line.text, selector=line.selector) for line in own]
        found += [
            quote(line, *said.span())
            for line in beside
            if (said := _RESERVED.search(line)) and not names_any(line, holders)
        ]
        if found:
            return self.violated(
                "the site reserves rights in the article that the licence gives to all",
                found,
                "Take the reservation off the article.",
            )
        locks = [
            Evidence(exact=f"{name}={element.get(name)}", selector=element.selector)
            for name in ("oncopy", "oncontextmenu", "onselectstart")
            for element in select(case.copy, f"[{name}]")
            if _LOCK.search(element.get(name) or "")
        ]
        if locks:
            return self.incomplete(
                Reason.UNDECIDABLE, "a script keeps readers from copying the text", locks[:3], "Take the script off."
            )
        return self.passed("no further restriction of the article was found")
