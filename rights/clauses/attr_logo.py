"""``attr.logo``: the publisher's logo is shown, or must not be."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Reason, Strength, message
from rights.passages import names_any, select


class AttrLogo(Clause):
    """``value: required`` or ``asked`` wants the logo near the article, ``forbidden`` rules it out.

    A logo is an image whose address or alternative text names the publisher and says so, or whose address holds one
    of ``files``.  An image without words may be one, too: that none was recognised proves nothing.
    """

    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "B"
    of_markup: ClassVar[bool] = True

    type: Literal["attr.logo"] = "attr.logo"
    value: Literal["required", "asked", "forbidden"] = "asked"
    files: tuple[str, ...] = ()

    def evaluate(self, case: Case) -> Finding:
        found = self._logos(case)
        name = case.publisher.name
        if self.value == "forbidden":
            if found:
                return self.violated(
                    message("shows the logo of {name}", name=name), found, "Take the logo off the page."
                )
            if case.copy.dom is None:
                return self.incomplete(Reason.UNDECIDABLE, "the page's images are not at hand")
            return self.passed(message("no logo of {name} was recognised", name=name))
        if found:
            return self.passed(message("shows the logo of {name}", name=name), found)
        text = message("no logo of {name} was recognised", name=name)
        remedy = message("Show the logo of {name} beside the article.", name=name)
        if self.strength is Strength.SHOULD:
            return self.violated(text, [searched(case.copy, "the images")], remedy)
        return self.incomplete(Reason.UNDECIDABLE, text, [searched(case.copy, "the images")], remedy)

    def _logos(self, case: Case) -> list[Evidence]:
        found = []
        for element in select(case.copy, "img"):
            src, alt = element.get("src") or element.get("data-src") or "", element.get("alt") or ""
            named = (
                names_any(alt, case.publisher.names)
                or names_any(re.sub(r"[-_/.]", " ", src), case.publisher.names)
                or case.owns(src)
            )
            logo = re.search(r"logo|brandmark|wordmark", f"{src} {alt}", re.IGNORECASE)
            if (named and logo) or any(file in src for file in self.files):
                found.append(Evidence(exact=src, suffix=f" ({alt})" if alt else "", selector=element.selector))
        return found
