"""``attr.network_tag``: a network or collaboration is named as well as the outlet."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from rights import wording
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Reason, message
from rights.passages import find_names, quote


class AttrNetworkTag(Clause):
    """The tag's ``wording`` stands on the page, or at least one of the network's ``names``."""

    of_words: ClassVar[bool] = True

    type: Literal["attr.network_tag"] = "attr.network_tag"
    wording: str | None = Field(default=None, max_length=600)
    names: tuple[str, ...] = ()
    exact: bool = False

    @model_validator(mode="after")
    def _says_something(self) -> AttrNetworkTag:
        if not (self.wording or self.names):
            raise ValueError("attr.network_tag says nothing, expected wording or names")
        return self

    def evaluate(self, case: Case) -> Finding:
        lines = [*(credit.text for credit in case.copy.credits if credit.visible), *case.near]
        asked = self.wording or f"Published as part of {self.names[0]}."
        remedy = message("{line}", line=wording.fill(asked, case.slots))
        found = wording.find_wording(lines, self.wording, case.slots) if self.wording else None
        if found and found.same:
            return self.passed("carries the network's tag", [found.evidence])
        named = [quote(line, start, end) for line in lines for start, end in find_names(line, self.names)]
        if named and not self.exact:
            return self.passed(message("names {network}", network=self.names[0]), named[:1])
        evidence: list[Evidence] = [found.evidence] if found else named[:1]
        if evidence:
            return self.incomplete(
                Reason.UNDECIDABLE, "the network is named in other words than the required ones", evidence, remedy
            )
        return self.violated("the network or collaboration is not named", [searched(case.copy)], remedy)
