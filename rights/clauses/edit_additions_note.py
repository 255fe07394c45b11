"""``edit.additions_note``: what the republisher adds is signed as its own."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field

from rights import edits, wording
from rights.clause import Case, Clause, searched
from rights.model import ChangeKind, Finding, Reason, message
from rights.passages import quote
from rights.patterns import late

#: Fewer added words than this may be a caption, a teaser or another piece of the page.
_REPORTING = 25
_NOTE = late(
    r"\badditional (?:reporting|research|information|material)\b|\bwith (?:additional )?reporting (?:by|from)\b|\bcontributed (?:reporting|to this)|\breported from\b"
    r"|\beditor['’]s note\b|\b(?:added|inserted) by\b|\bAnm(?:erkung)?\.? d(?:er)?\.? Red|\bmit (?:Material|Informationen) von\b|\bcon información de\b|\bcom informações d",
    re.IGNORECASE,
)


class EditAdditionsNote(Clause):
    """Where the copy adds to the text, a note such as "Additional reporting by X" says so.

    With strength ``may`` it permits signed additions.
    """

    of_words: ClassVar[bool] = True

    type: Literal["edit.additions_note"] = "edit.additions_note"
    wording: str = Field(default="Additional reporting by [name]", max_length=300)

    def permits(self) -> frozenset[str]:
        return frozenset({"edit:addition"})

    def minds(self) -> frozenset[ChangeKind]:
        return frozenset({ChangeKind.ADDITION})

    def evaluate(self, case: Case) -> Finding:
        doubt = edits.doubt(case)
        if doubt:
            return self.incomplete(doubt.reason, doubt.text)
        added = edits.inner_additions(case)
        if not added:
            return self.inapplicable(Reason.NOT_TRIGGERED, "nothing was added within the text")
        for line in case.near:
            found = _NOTE.search(line)
            if found:
                return self.passed("what was added is signed", [quote(line, *found.span())])
        evidence = edits.show(added)
        words = sum(len(change.copy.split()) for change in added if change.firm)
        remedy = message("{line}", line=wording.fill(self.wording, {}))
        if words < _REPORTING:
            text = message(
                "{words} words were added, which may belong to the page rather than to the text", words=words
            )
            return self.incomplete(Reason.UNDECIDABLE, text, evidence, remedy)
        return self.violated(
            message("{words} words were added, and nothing says by whom", words=words),
            [*evidence, searched(case.copy)],
            remedy,
        )
