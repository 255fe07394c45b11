"""``edit.length``: what may be cut."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field

from rights import edits, wording
from rights.asides import asides
from rights.clause import Case, Clause, Role, searched
from rights.model import ChangeKind, Evidence, Finding, Reason, message
from rights.passages import quote
from rights.patterns import late

_NOTE = late(
    r"\b(?:edited|cut|trimmed|condensed|shortened|abridged)\b.{0,20}\b(?:for|in) (?:length|space|brevity|clarity)|\b(?:abridged|shortened|condensed) (?:version|from|article)"
    r"|\bhas been (?:shortened|abridged|cut|trimmed|condensed)|\bgekürzt|\babr[ée]g[ée]|\brecortado|\babreviad|\bridott",
    re.IGNORECASE,
)


class EditLength(Clause):
    """``forbidden``: nothing cut; ``approval``: cuts only if approved; ``note-required``: cuts only with a note.

    ``free``, with strength ``may``, permits cuts.  A neighbour that permits excerpts permits leaving out the end.
    """

    role: ClassVar[Role] = Role.CONSTRAINT

    type: Literal["edit.length"] = "edit.length"
    value: Literal["forbidden", "approval", "note-required", "free"] = "forbidden"
    wording: str | None = Field(default=None, max_length=300)

    def permits(self) -> frozenset[str]:
        return frozenset({"edit:cut"}) if self.value == "free" else frozenset()

    def minds(self) -> frozenset[ChangeKind]:
        return frozenset() if self.value == "free" else frozenset({ChangeKind.CUT})

    def evaluate(self, case: Case) -> Finding:
        if self.value == "free":
            return self.inapplicable(Reason.PERMITTED, "cuts are permitted")
        doubt = edits.doubt(case)
        if doubt:
            return self.incomplete(doubt.reason, doubt.text)
        cuts = edits.lasting_cuts(case)
        if "excerpt" in case.permitted:
            inner = set(edits.inner_cuts(case))
            cuts = [cut for cut in cuts if cut in inner]
        if not cuts:
            if edits.is_whole(case) or "excerpt" in case.permitted:
                return self.passed("nothing was cut")
            text = message(
                "{share} percent of the text is missing in small pieces", share=f"{(1 - edits.held(case)) * 100:.0f}"
            )
            return self.incomplete(Reason.UNDECIDABLE, text)
        evidence = edits.show(cuts, removed=True)
        text = message("{count} passages were cut", count=len(cuts))
        if edits.original_updated(case):
            return self.incomplete(
                Reason.UNDECIDABLE,
                message("{what}, but the original was updated after the copy was made", what=text),
                evidence,
            )
        if self.value == "note-required":
            return self._noted(case, evidence)
        if self.value == "forbidden":
            return self.violated(text, evidence, "Restore the passages.")
        return self.stated(
            case,
            "cut_approved",
            message("Did {name} approve the cuts?", name=case.publisher.name),
            good=True,
            kept="the cuts are declared as approved",
            broken=message("{what} without approval", what=text),
            unknown=message("{what}, which needs an approval", what=text),
            remedy="Restore the passages or ask for approval.",
            evidence=evidence,
        )

    def _noted(self, case: Case, evidence: tuple[Evidence, ...]) -> Finding:
        lines = asides(case)
        if self.wording:
            found = wording.find_wording(lines, self.wording, case.slots)
            if found and found.same:
                return self.passed("the text was cut, and a note says so", [found.evidence])
        for line in lines:
            noted = _NOTE.search(line)
            if noted:
                return self.passed("the text was cut, and a note says so", [quote(line, *noted.span())])
        note = message("{line}", line=self.wording) if self.wording else None
        return self.violated(
            "the text was cut, and no note says so",
            [*evidence, searched(case.copy)],
            note or message("This article was edited for length."),
        )
