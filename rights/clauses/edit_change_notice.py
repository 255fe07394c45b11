"""``edit.change_notice``: a changed copy says that it was changed."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field

from rights import edits, wording
from rights.asides import asides
from rights.clause import Case, Clause, searched
from rights.model import ChangeKind, CreditKind, Evidence, Finding, Reason, message
from rights.passages import quote
from rights.patterns import late

_NOTICE = late(
    r"\b(?:edited|adapted|modified|changed|shortened|abridged|condensed|updated|revised|excerpted|translated)\b.{0,40}\b(?:from|by|for|version|article|original|text|slightly|lightly)\b"
    r"|\b(?:article|text|version|story|post|piece)\b.{0,40}\b(?:was|has been|is|were)\b.{0,20}\b(?:edited|adapted|modified|changed|shortened|abridged|condensed|translated)\b"
    r"|\bwith (?:minor |small |some )?(?:edits|changes|modifications)\b|\bchanges (?:were|have been) made\b|\badaptation of\b|\b(?:bearbeitet|gekürzt|übersetzt|verändert)\b"
    r"|\b(?:adapté|modifié|traduit|adaptado|editado|modificado|traducido|traduzido|adattato|modificato|tradotto)\b",
    re.IGNORECASE,
)


class EditChangeNotice(Clause):
    """Where the text differs from the original's, a notice says so; an unchanged copy needs none.

    Spelling, typography, links and the headline are no change here, and an unedited part is none either.
    """

    of_words: ClassVar[bool] = True

    type: Literal["edit.change_notice"] = "edit.change_notice"
    wording: str | None = Field(default=None, max_length=300)
    detail: bool = False

    def evaluate(self, case: Case) -> Finding:
        notice = self._notice(case)
        if edits.is_translation(case):
            if notice:
                return self.passed("a notice says that the text is a translation", [notice])
            return self.incomplete(Reason.TRANSLATION, "the copy is a translation; no notice of it was recognised")
        changed = edits.is_edited(case)
        if changed is False:
            return self.inapplicable(Reason.NOT_TRIGGERED, "the text was not changed")
        if changed is None:
            doubt = edits.doubt(case)
            if doubt:
                return self.incomplete(doubt.reason, doubt.text)
            return self.incomplete(Reason.UNDECIDABLE, "what was added may belong to the page rather than to the text")
        kinds = edits.TEXT - {ChangeKind.STYLE}
        evidence = edits.show(edits.changes(case, kinds), 6)
        if notice and self.detail:
            text = message("a notice says that the text was changed; whether it says what and why a person must judge")
            return self.incomplete(Reason.UNDECIDABLE, text, [notice])
        if notice:
            return self.passed("a notice says that the text was changed", [notice])
        if edits.original_updated(case):
            return self.incomplete(
                Reason.UNDECIDABLE, "the texts differ, but the original was updated after the copy was made", evidence
            )
        note = message("{line}", line=wording.fill(self.wording, {})) if self.wording else None
        return self.violated(
            "the text was changed, and no notice says so",
            [*evidence, searched(case.copy)],
            note or message("This article was edited by [your site]."),
        )

    def _notice(self, case: Case) -> Evidence | None:
        for credit in case.copy.credits:
            if credit.visible and (credit.kind is CreditKind.TRANSLATION or _NOTICE.search(credit.text)):
                return Evidence(exact=credit.text, selector=credit.selector)
        if self.wording:
            found = wording.find_wording(case.near, self.wording, case.slots)
            if found and found.same:
                return found.evidence
        for line in asides(case):
            said = _NOTICE.search(line)
            if said and len(line.split()) <= 60:
                return quote(line, *said.span())
        return None
