"""``edit.meaning``: edits are allowed as long as meaning, facts and context stay."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import edits
from rights.clause import Case, Clause, Role
from rights.model import ChangeKind, Finding, Reason, message


class EditMeaning(Clause):
    """An unchanged text keeps its meaning; whether a changed one does, only a person can judge: the changes are shown."""

    role: ClassVar[Role] = Role.CONSTRAINT
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "D"

    type: Literal["edit.meaning"] = "edit.meaning"

    def evaluate(self, case: Case) -> Finding:
        doubt = edits.doubt(case)
        if doubt:
            return self.incomplete(doubt.reason, doubt.text)
        found = edits.changes(case, edits.TEXT - {ChangeKind.STYLE, ChangeKind.CUT, ChangeKind.ADDITION})
        found += [*edits.inner_cuts(case), *edits.inner_additions(case)]
        if not found:
            return self.passed("nothing was changed that could touch the meaning")
        unknown = message(
            "the text was changed ({what}); a person must judge whether its meaning is kept", what=edits.in_words(found)
        )
        if case.says("meaning_kept") is None:
            return self.incomplete(Reason.UNDECIDABLE, unknown, edits.show(found))
        return self.stated(
            case,
            "meaning_kept",
            "Did the changes keep the meaning, the facts and the context?",
            good=True,
            kept="declared as keeping the meaning",
            broken="declared as changing the meaning",
            unknown=unknown,
            remedy="Restore the original's words.",
            evidence=edits.show(found),
        )
