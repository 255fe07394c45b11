"""``attr.source``: the copy names the publisher as its source."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights import wording
from rights.asides import asides
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Message, Reason, message
from rights.naming import Mention, in_pictures, mentions


class AttrSource(Clause):
    """The publisher, or one of ``name_as``, is named as the source where a reader sees it.

    ``wording`` is the sentence that is asked for, with ``[author]``, ``[title]``, ``[date]`` and ``[outlet]`` slots;
    ``exact_wording`` says that nothing else will do.  ``within_paragraphs`` is the reading of "top" and "end".
    """

    of_names: ClassVar[bool] = True

    type: Literal["attr.source"] = "attr.source"
    name_as: tuple[str, ...] = ()
    wording: str | None = Field(default=None, max_length=600)
    exact_wording: bool = False
    position: tuple[Literal["top", "first-paragraph", "byline", "title", "bottom", "anywhere"], ...] = ()
    within_paragraphs: int = Field(default=3, ge=1, le=50)

    def evaluate(self, case: Case) -> Finding:
        names = self.name_as or (*case.publisher.names, *case.publisher.domains)
        found = mentions(case, names)
        sure = [mention for mention in found if mention.sure]
        if self.wording and self.exact_wording:
            return self._worded(case, sure)
        if not sure:
            return self._absent(case, names, found)
        placed = [mention.stands(self.position, self.within_paragraphs, len(case.copy.blocks)) for mention in sure]
        for mention, stands in zip(sure, placed, strict=True):
            if stands:
                return self.passed(message("names {name} as the source", name=names[0]), [mention.evidence])
        where = " or ".join(self.position)
        if None in placed:
            text = message("names {name}, but it cannot be told whether at the {where}", name=names[0], where=where)
            return self.incomplete(Reason.UNDECIDABLE, text, [sure[0].evidence])
        return self.violated(
            message("names {name}, but not at the {where} of the article", name=names[0], where=where),
            [sure[0].evidence],
            message("Move the credit to the {where}: {line}", where=where, line=self._line(case)),
        )

    def _absent(self, case: Case, names: tuple[str, ...], unsure: list[Mention]) -> Finding:
        if unsure:
            text = message(
                "{name} is named, but it cannot be told whether as the source of this article", name=names[0]
            )
            return self.incomplete(Reason.UNDECIDABLE, text, [m.evidence for m in unsure[:3]], self._line(case))
        drawn = in_pictures(case, names)
        if drawn:
            text = message("{name} is named only in a picture or its description; a person must look", name=names[0])
            return self.incomplete(Reason.UNDECIDABLE, text, drawn, self._line(case))
        linked = [credit for credit in case.copy.credits if credit.visible and case.owns(credit.href)]
        if linked:
            text = message("a credit links to {name} without naming it", name=names[0])
            return self.incomplete(
                Reason.UNDECIDABLE,
                text,
                [Evidence(exact=linked[0].text, selector=linked[0].selector)],
                self._line(case),
            )
        return self.violated(
            message("{name} is not named as the source anywhere on the page", name=names[0]),
            [searched(case.copy, "the credits, byline and visible text")],
            self._line(case),
        )

    def _worded(self, case: Case, sure: list[Mention]) -> Finding:
        asked = self.wording or ""
        lines = [*(credit.text for credit in case.copy.credits if credit.visible), *case.near]
        found = wording.find_wording(lines, asked, case.slots)
        if found and found.same:
            return self.passed("carries the required wording", [found.evidence])
        evidence = [found.evidence] if found else [mention.evidence for mention in sure[:1]]
        if found or sure:
            text = message("the source is named in other words than the required “{wording}”", wording=asked)
            if found and found.near:
                return self.incomplete(Reason.UNDECIDABLE, text, evidence, self._line(case))
            return self.violated(text, evidence, self._line(case))
        return self.violated(
            message("the required wording “{wording}” is missing", wording=asked),
            [searched(case.copy, f"{len(asides(case))} lines beside the article")],
            self._line(case),
        )

    def _line(self, case: Case) -> Message:
        if self.wording:
            return message("{line}", line=wording.fill(self.wording, case.slots))
        if case.work.url:
            return message(
                'Originally published by <a href="{url}">{name}</a>.', url=case.work.url, name=case.publisher.name
            )
        return message("Originally published by {name}.", name=(self.name_as or case.publisher.names)[0])
