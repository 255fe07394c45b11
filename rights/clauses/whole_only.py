"""``whole.only``: the whole article or nothing."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import edits
from rights.clause import Case, Clause, Role
from rights.model import Change, ChangeKind, Finding, Reason, message

#: Notes about the author, the publisher and its funders at the end of an article are this long at most, in words and of the whole.
_TAIL, _TAIL_SHARE = 80, 0.12


class WholeOnly(Clause):
    """The copy holds the work from beginning to end.

    A share of 97 percent is the whole.  Less is a violation where passages that are missing can be shown.
    """

    role: ClassVar[Role] = Role.CONSTRAINT

    type: Literal["whole.only"] = "whole.only"

    def minds(self) -> frozenset[ChangeKind]:
        return frozenset({ChangeKind.CUT})

    def evaluate(self, case: Case) -> Finding:
        doubt = edits.doubt(case)
        if doubt:
            return self.incomplete(doubt.reason, doubt.text)
        share = f"{edits.held(case) * 100:.0f}"
        cuts = edits.lasting_cuts(case)
        if edits.is_whole(case) and not cuts:
            return self.passed(message("carries the whole text ({share} percent)", share=share))
        text = message("carries {share} percent of the text, the whole is asked for", share=share)
        evidence = edits.show(cuts, removed=True) or edits.first_words(case)
        if not cuts and edits.held(case) > 0.8:
            return self.incomplete(
                Reason.UNDECIDABLE, message("{what}; nothing longer is missing in one place", what=text), evidence
            )
        if cuts and all(_is_tail(case, cut) for cut in cuts):
            return self.incomplete(
                Reason.UNDECIDABLE,
                message("{what}; only its last lines are missing, which may be a note rather than the text", what=text),
                evidence,
            )
        if edits.original_updated(case):
            return self.incomplete(
                Reason.UNDECIDABLE,
                message("{what}; but the original was updated after the copy was made", what=text),
                evidence,
            )
        url = case.work.url or case.publisher.name
        return self.violated(text, evidence, message("Carry the whole text, or only a link to it: {url}", url=url))


def _is_tail(case: Case, cut: Change) -> bool:
    """True for a cut at the very end that is short enough to be a note about the author or the publisher."""
    words = len(case.work.text.split())
    size = cut.work_span[1] - cut.work_span[0]
    return cut.work_span[1] >= words - 5 and 0 < size <= min(_TAIL, words * _TAIL_SHARE)
