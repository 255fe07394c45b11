"""``derive.sharealike``: an adapted copy is under the same licence."""

from __future__ import annotations

from typing import Literal

from rights import edits, licences
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Reason, message


class DeriveSharealike(Clause):
    """Where the text was adapted or translated, the copy names the same or a compatible licence; else nothing is asked."""

    type: Literal["derive.sharealike"] = "derive.sharealike"
    compatible: tuple[str, ...] = ()

    def evaluate(self, case: Case) -> Finding:
        wanted = licences.label(case.licence)
        if wanted is None:
            return self.incomplete(Reason.UNDECIDABLE, "the policy does not say which licence is shared alike")
        changed = True if edits.is_translation(case) else edits.is_edited(case)
        if changed is False:
            return self.inapplicable(Reason.NOT_TRIGGERED, "the text was not adapted")
        if changed is None:
            doubt = edits.doubt(case)
            if doubt:
                return self.incomplete(doubt.reason, doubt.text)
            return self.incomplete(Reason.UNDECIDABLE, "whether the text was adapted cannot be told")
        fine = licences.COMPATIBLE.get(wanted.family, frozenset({wanted.family}))
        marks = [(mark, licences.label_of(mark)) for mark in case.copy.licences]
        good = [
            mark
            for mark, label in marks
            if (label and label.family in fine) or mark.spdx in self.compatible or mark.spdx in fine
        ]
        if good:
            return self.passed(
                "the adapted text is under a compatible licence",
                [_shown(good[0].href or good[0].text or "", good[0].selector)],
            )
        remedy = message(
            'This adaptation is published under <a rel="license" href="{deed}">{licence}</a>.',
            deed=licences.deed(wanted),
            licence=wanted,
        )
        other = [mark for mark, label in marks if label and mark.in_article]
        if other:
            text = message("the adapted text is under another licence than {licence}", licence=wanted)
            return self.violated(text, [_shown(other[0].href or other[0].text or "", other[0].selector)], remedy)
        text = message("the text was adapted, and no licence is named for it")
        return self.violated(
            text, [searched(case.copy, "the licence marks"), *edits.show(edits.changes(case, edits.TEXT), 3)], remedy
        )


def _shown(text: str, selector: str) -> Evidence:
    return Evidence(exact=text, selector=selector)
