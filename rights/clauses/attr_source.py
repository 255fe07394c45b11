"""``attr.source``: the copy names the publisher."""

from __future__ import annotations

from typing import Literal

from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Position, message
from rights.passages import find_names, quote, visible


class AttrSource(Clause):
    """The publisher, or one of ``name``, is named where a reader sees it."""

    type: Literal["attr.source"] = "attr.source"
    name_as: tuple[str, ...] = ()
    wording: str | None = None
    position: tuple[Position, ...] = ()

    def evaluate(self, case: Case) -> Finding:
        names = self.name_as or case.publisher.names
        for credit in case.copy.credits:
            if credit.visible and any(True for _ in find_names(credit.text, names)):
                where = Evidence(exact=credit.text, selector=credit.selector)
                return self.passed(message("names {name}", name=names[0]), [where])
        text = visible(case.copy)
        for start, end in find_names(text, names):
            return self.passed(message("names {name}", name=names[0]), [quote(text, start, end)])
        return self.violated(
            message("{name} is not named anywhere on the page", name=names[0]),
            [searched(case.copy)],
            message("This article was originally published by {name}.", name=names[0]),
        )
