"""``licence.per_item``: the terms hold article by article; a mark on the original says otherwise."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import edits, licences
from rights.clause import Case, Clause, Role
from rights.model import Evidence, Finding, Message, Reason, message
from rights.passages import find_names, margins, quote


class LicencePerItem(Clause):
    """The original's own mark is read: ``deny_marker`` takes the item out of the grant, ``marker`` brings it in.

    Without ``marker`` an item is granted unless marked otherwise; with it an unmarked item needs a permission.  A
    licence label of the item's own that differs from the policy's is reported, never guessed away.
    """

    role: ClassVar[Role] = Role.CONSTRAINT

    type: Literal["licence.per_item"] = "licence.per_item"
    marker: tuple[str, ...] = ()
    deny_marker: tuple[str, ...] = ("All Rights Reserved",)

    def evaluate(self, case: Case) -> Finding:
        original = case.original
        if original is None:
            return self.incomplete(Reason.NO_ORIGINAL, "the original's own licence mark has not been read")
        lines = [*margins(original), *(line.text for line in original.copyrights if line.of == "article")]
        own = [line.text for line in original.copyrights if line.of == "site"]
        denied = _first([line for line in lines if line not in own], self.deny_marker)
        if denied:
            if edits.held(case) < 0.5:
                return self.incomplete(
                    Reason.UNDECIDABLE, "the original is marked as not free; this copy holds a part of it", [denied]
                )
            return self.violated("the original is marked as not free for republication", [denied], self._ask(case))
        granted = _first(lines, self.marker)
        if granted:
            return self.passed("the original is marked as free for republication", [granted])
        wanted = licences.label(case.licence)
        others = [
            mark
            for mark in original.licences
            if mark.in_article and (label := licences.label_of(mark)) and wanted and not label.fits(wanted)
        ]
        if others:
            text = message("the original carries a licence of its own: {licence}", licence=licences.label_of(others[0]))
            return self.incomplete(
                Reason.UNDECIDABLE,
                text,
                [Evidence(exact=others[0].href or others[0].text or "", selector=others[0].selector)],
            )
        if self.marker:
            return self.stated(
                case,
                "permission",
                message("Do you have {name}'s permission for this article?", name=case.publisher.name),
                good=True,
                kept="a permission is declared",
                broken="the original is not marked as free, and there is no permission",
                unknown="the original carries no mark that it is free for republication",
                remedy=self._ask(case),
            )
        return self.passed("nothing on the original takes it out of the general terms")

    def _ask(self, case: Case) -> Message:
        contact = f" ({case.publisher.contact})" if case.publisher.contact else ""
        return message(
            "Ask {name} for permission{contact}, or take the text down.", name=case.publisher.name, contact=contact
        )


def _first(lines: list[str], markers: tuple[str, ...]) -> Evidence | None:
    for line in lines:
        for start, end in find_names(line, markers):
            return quote(line, start, end)
    return None
