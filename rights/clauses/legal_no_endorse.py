"""``legal.no_endorse``: no suggestion that the publisher endorses the republisher."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights.asides import asides
from rights.clause import Case, Clause, Role
from rights.model import Evidence, Finding, message
from rights.passages import find_names, holds_words, quote, visible
from rights.patterns import late

_ENDORSED = late(
    r"\b(?:(?:official|proud|media|content|our) partner|in (?:partnership|association|cooperation|collaboration) with|endorsed by|approved by|recommended by|affiliated with"
    r"|supported by|on behalf of|in partnerschaft mit|con el apoyo de|en partenariat avec)\b",
    re.IGNORECASE,
)


class LegalNoEndorse(Clause):
    """Nothing suggests a tie with the publisher; words such as "in partnership with" near its name are shown.

    Whether a tie is suggested a person must say (fact ``endorsement``).
    """

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "D"

    type: Literal["legal.no_endorse"] = "legal.no_endorse"

    def evaluate(self, case: Case) -> Finding:
        original = visible(case.original) if case.original else case.work.text
        found: list[Evidence] = []
        for line in asides(case):
            for words in _ENDORSED.finditer(line):
                near = any(
                    0 <= start - words.end() <= 60 or 0 <= words.start() - end <= 60
                    for start, end in find_names(line, case.publisher.names)
                )
                if near and not holds_words(original, line):
                    found.append(quote(line, *words.span()))
        return self.stated(
            case,
            "endorsement",
            message("Do you claim, or suggest, a partnership with {name} or its approval?", name=case.publisher.name),
            good=False,
            kept="declared as not suggesting any tie",
            broken=message("a tie with {name} is suggested", name=case.publisher.name),
            unknown=message("the page speaks of a tie with {name}", name=case.publisher.name)
            if found
            else message("nothing on this page suggests a tie; other places cannot be seen"),
            remedy=message("Take out what suggests a tie with {name}.", name=case.publisher.name),
            evidence=found[:3],
        )
