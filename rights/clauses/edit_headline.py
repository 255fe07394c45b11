"""``edit.headline``: what may be done with the headline."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights import edits
from rights.clause import Case, Clause, Role
from rights.match.words import words_of
from rights.model import BlockKind, ChangeKind, Evidence, Finding, Reason, message
from rights.passages import folded, visible


class EditHeadline(Clause):
    """``keep``: the original's headline; ``approval``: another one only if approved; ``meaning-kept``: a person judges.

    ``free``, with strength ``may``, permits any headline.  ``subheadings`` puts the headings within the text under the
    same rule.  A site's name after the headline does not count.
    """

    role: ClassVar[Role] = Role.CONSTRAINT

    type: Literal["edit.headline"] = "edit.headline"
    value: Literal["keep", "approval", "meaning-kept", "free"] = "keep"
    subheadings: bool = False

    def permits(self) -> frozenset[str]:
        return frozenset({"edit:headline"}) if self.value == "free" else frozenset()

    def minds(self) -> frozenset[ChangeKind]:
        return frozenset() if self.value == "free" else frozenset({ChangeKind.HEADLINE})

    def evaluate(self, case: Case) -> Finding:
        if self.value == "free":
            return self.inapplicable(Reason.PERMITTED, "the headline is free")
        ours, theirs = case.work.title, case.copy.title
        if not ours or not theirs:
            return self.incomplete(Reason.NO_ORIGINAL, "one of the two headlines is not known")
        ours_language, theirs_language = case.work.language, case.copy.language
        if ours_language and theirs_language and ours_language[:2] != theirs_language[:2]:
            return self.incomplete(Reason.TRANSLATION, "the headlines are in two languages")
        evidence = [Evidence(exact=theirs, prefix=f"headline: “{ours}” → ")]
        if not _same(ours, theirs, (case.copy.site_name, *case.publisher.names)):
            return self._changed(case, evidence)
        if self.subheadings and case.original is not None:
            carried = folded(visible(case.copy))
            gone = [b for b in case.original.blocks if b.kind is BlockKind.HEADING and folded(b.text) not in carried]
            if gone and case.match is not None and case.match.containment >= 0.9:
                shown = [Evidence(exact=block.text, prefix="missing: ") for block in gone[:5]]
                return self.violated(
                    "headings within the text were changed",
                    shown,
                    message("Restore the heading “{text}”", text=gone[0].text),
                )
        return self.passed("keeps the headline", evidence)

    def _changed(self, case: Case, evidence: list[Evidence]) -> Finding:
        told = edits.changes(case, {ChangeKind.HEADLINE})
        if told and not any(change.firm for change in told):
            text = message("one headline holds the other; what differs may belong to the page")
            return self.incomplete(Reason.UNDECIDABLE, text, evidence)
        if _has_label(case.work.title or "", case.copy.title or ""):
            text = message("the headline stands behind or before a label, which may be the site's section")
            return self.incomplete(Reason.UNDECIDABLE, text, evidence)
        restore = message("Restore the headline: {title}", title=case.work.title)
        if self.value == "keep":
            return self.violated("the headline was changed", evidence, restore)
        if self.value == "meaning-kept":
            return self.incomplete(
                Reason.UNDECIDABLE,
                "the headline was changed; whether its meaning is kept a person must judge",
                evidence,
            )
        return self.stated(
            case,
            "headline_approved",
            message("Did {name} approve the new headline?", name=case.publisher.name),
            good=True,
            kept="the new headline is declared as approved",
            broken="the headline was changed without approval",
            unknown="the headline was changed, which needs an approval",
            remedy=restore,
            evidence=evidence,
        )


def _same(ours: str, theirs: str, names: tuple[str | None, ...]) -> bool:
    one, other = list(words_of(ours)), list(words_of(theirs))
    if one == other:
        return True
    for name in names:
        tail = list(words_of(name or ""))
        if tail:
            for words in (one, other):
                if words[-len(tail) :] == tail and len(words) > len(tail):
                    del words[-len(tail) :]
    if one == other:
        return True
    cut = [
        list(words_of(part))
        for separator in (" | ", " – ", " — ", " - ", " :: ")
        for part in (theirs.rsplit(separator, 1)[0],)
    ]
    return one in cut


def _has_label(ours: str, theirs: str) -> bool:
    """True where the whole headline stands after or before a label of few words, such as ``Analysis:``."""
    parts = [part for part in re.split(r"\s*[:|–—/»«]\s*|\s+-\s+", theirs) if words_of(part)]
    for cut in (1, 2):
        for label, rest in ((parts[:cut], parts[cut:]), (parts[-cut:], parts[:-cut])):
            short = sum(len(list(words_of(part))) for part in label) <= 4
            if rest and short and list(words_of(" ".join(rest))) == list(words_of(ours)):
                return True
    return False
