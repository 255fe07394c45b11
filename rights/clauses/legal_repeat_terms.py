"""``legal.repeat_terms``: the copy repeats the terms for the next who wants to use the text."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from rights import licences, urls, wording
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, message


class LegalRepeatTerms(Clause):
    """The terms' address or the licence is linked, or the terms' ``wording`` stands on the copy."""

    type: Literal["legal.repeat_terms"] = "legal.repeat_terms"
    address: str | None = None
    wording: str | None = Field(default=None, max_length=600)

    def evaluate(self, case: Case) -> Finding:
        wanted = licences.label(case.licence)
        for link in case.copy.links:
            terms = bool(self.address) and urls.same_page(link.href, self.address)
            label = licences.label_at(link.href)
            if link.visible and (terms or (wanted and label and label.fits(wanted))):
                return self.passed(
                    "links the terms",
                    [Evidence(exact=link.text or link.href, suffix=f" → {link.href}", selector=link.selector)],
                )
        if self.wording:
            found = wording.find_wording(case.near, self.wording, case.slots)
            if found and found.same:
                return self.passed("repeats the terms", [found.evidence])
        shown = self.wording or self.address or (licences.deed(wanted) if wanted else case.publisher.name)
        return self.violated(
            "the terms for further use are not repeated",
            [searched(case.copy)],
            message("This article may be republished under the terms at {terms}", terms=shown),
        )
