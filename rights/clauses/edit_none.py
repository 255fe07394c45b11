"""``edit.none``: the text is not edited, apart from what the terms allow."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import edits
from rights.clause import Case, Clause, Role
from rights.model import Change, ChangeKind, Finding, Reason, message

#: What an exception allows, in the classes of the alignment.
_ALLOWS: dict[str, frozenset[ChangeKind]] = {
    "time": frozenset({ChangeKind.TIME}),
    "place": frozenset({ChangeKind.PLACE}),
    "location": frozenset({ChangeKind.PLACE}),
    "style": frozenset({ChangeKind.STYLE}),
    "house-style": frozenset({ChangeKind.STYLE}),
    "grammar": frozenset({ChangeKind.STYLE}),
    "punctuation": frozenset(),
    "format": frozenset({ChangeKind.MOVED}),
    "link": frozenset({ChangeKind.LINK}),
    "headline": frozenset({ChangeKind.HEADLINE}),
    "cut": frozenset({ChangeKind.CUT}),
    "addition": frozenset({ChangeKind.ADDITION}),
    "translation": frozenset(),
}


class EditNone(Clause):
    """The copy's text is the work's, word for word, save for the ``exceptions``.

    Punctuation and typography never count.  Cuts, additions and the headline are judged here only where the policy
    has no clause of their own for them; what is missing at the end makes an excerpt, not an edit.  With ``level:
    substantive`` only changed words, cuts, additions and moved passages count.
    """

    role: ClassVar[Role] = Role.PROHIBITION

    type: Literal["edit.none"] = "edit.none"
    exceptions: tuple[
        Literal[
            "time", "place", "location", "style", "house-style", "grammar", "punctuation", "format", "link", "headline",
            "cut", "addition", "translation",
        ],
        ...,
    ] = ()  # fmt: skip
    level: Literal["any", "substantive"] = "any"
    approval_by: tuple[Literal["publisher", "author"], ...] = ()

    def minds(self) -> frozenset[ChangeKind]:
        allowed = frozenset[ChangeKind]().union(*(_ALLOWS[name] for name in self.exceptions))
        kinds = {ChangeKind.SUBSTANTIVE, ChangeKind.MOVED, ChangeKind.CUT, ChangeKind.ADDITION}
        if self.level == "any":
            kinds |= {ChangeKind.TIME, ChangeKind.PLACE, ChangeKind.STYLE, ChangeKind.HEADLINE}
        return frozenset(kinds - allowed)

    def evaluate(self, case: Case) -> Finding:
        if "translation" in self.exceptions and edits.is_translation(case):
            return self.inapplicable(Reason.PERMITTED, "a translation is expressly permitted")
        doubt = edits.doubt(case)
        if doubt:
            return self.incomplete(doubt.reason, doubt.text)
        allowed = self._allowed(case)
        found = self._edits(case, allowed)
        surely = [change for change in found if edits.sure(change)]
        doubts = [change for change in found if edits.doubtful(change)]
        permitted = [
            change for change in edits.changes(case, edits.TEXT | {ChangeKind.HEADLINE}) if change.kind in allowed
        ]
        if not surely and not doubts:
            text = (
                message("the text is unchanged")
                if not permitted
                else message("only permitted changes: {what}", what=edits.in_words(permitted))
            )
            return self.passed(text, edits.show(permitted, 3))
        evidence = edits.show(surely or doubts)
        if not surely:
            text = message(
                "what differs may belong to the page rather than to the text: {what}",
                what=edits.in_words(doubts),
            )
            return self.incomplete(Reason.UNDECIDABLE, text, evidence)
        if edits.original_updated(case):
            text = message(
                "the texts differ ({what}), but the original was updated after the copy was made",
                what=edits.in_words(surely),
            )
            return self.incomplete(Reason.UNDECIDABLE, text, evidence)
        if all(change.kind is ChangeKind.HEADLINE for change in surely):
            text = message("the headline was changed; the terms do not say whether it belongs to the text")
            return self.incomplete(Reason.UNDECIDABLE, text, evidence)
        restore = message("Restore the original's words.")
        if self.approval_by:
            restore = message("Restore the original's words or ask the {who}.", who=" and the ".join(self.approval_by))
        return self.violated(
            message("the text was edited: {what}", what=edits.in_words(surely)),
            evidence,
            restore,
        )

    def _allowed(self, case: Case) -> frozenset[ChangeKind]:
        allowed = frozenset[ChangeKind]().union(*(_ALLOWS[name] for name in self.exceptions))
        for kind in (ChangeKind.HEADLINE, ChangeKind.CUT, ChangeKind.ADDITION, ChangeKind.LINK):
            if f"edit:{kind.value}" in case.permitted:
                allowed |= {kind}
        return allowed

    def _edits(self, case: Case, allowed: frozenset[ChangeKind]) -> list[Change]:
        kinds = {ChangeKind.TIME, ChangeKind.PLACE, ChangeKind.STYLE, ChangeKind.SUBSTANTIVE, ChangeKind.MOVED}
        if self.level == "substantive":
            kinds = {ChangeKind.SUBSTANTIVE, ChangeKind.MOVED}
        elif "edit.headline" not in case.types:
            kinds.add(ChangeKind.HEADLINE)
        found = edits.changes(case, kinds - allowed)
        if ChangeKind.CUT not in allowed and not case.types & {"edit.length", "whole.only"}:
            found += edits.inner_cuts(case)
        if ChangeKind.ADDITION not in allowed and "edit.additions_note" not in case.types:
            found += edits.inner_additions(case)
        return found
