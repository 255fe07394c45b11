"""``attr.excerpt_label``: an excerpt is labelled as one and leads on to the rest."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights import edits, hyperlinks, wording
from rights.clause import Case, Clause, searched
from rights.hyperlinks import Target
from rights.model import Finding, Position, Reason, message


class AttrExcerptLabel(Clause):
    """A copy of a part carries the label and, after the text, a link to the whole."""

    of_words: ClassVar[bool] = True

    type: Literal["attr.excerpt_label"] = "attr.excerpt_label"
    wording: str = Field(default="Originally published at [publisher]", max_length=300)
    read_on: bool = True

    def evaluate(self, case: Case) -> Finding:
        doubt = edits.doubt(case)
        if doubt:
            return self.incomplete(doubt.reason, doubt.text)
        if edits.is_whole(case):
            return self.inapplicable(Reason.NOT_TRIGGERED, "the whole text is carried, not an excerpt")
        lines = [*(credit.text for credit in case.copy.credits if credit.visible), *case.near]
        found = wording.find_wording(lines, self.wording, case.slots)
        line = message(
            "{label} … read the rest: {url}", label=wording.fill(self.wording, case.slots), url=case.work.url or ""
        )
        if found is None:
            return self.violated("the excerpt is not labelled as one", [searched(case.copy)], line)
        if not found.same:
            return self.incomplete(
                Reason.UNDECIDABLE,
                "the excerpt is labelled in other words than the required ones",
                [found.evidence],
                line,
            )
        if not self.read_on:
            return self.passed("the excerpt is labelled", [found.evidence])
        total = len(case.copy.blocks)
        links = hyperlinks.leads(case).to(Target.ARTICLE, Target.LIKELY)
        after = [
            led
            for led in links
            if led.link.position is Position.BOTTOM
            or (led.link.paragraph is not None and led.link.paragraph >= total - 2)
        ]
        if after:
            return self.passed("the excerpt is labelled and leads on to the rest", [found.evidence, after[0].evidence])
        return self.violated("no link after the excerpt leads on to the rest", [found.evidence], line)
