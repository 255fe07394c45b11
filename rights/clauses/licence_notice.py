"""``licence.notice``: the copy names the licence under which it is published."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from rights import hyperlinks, licences, wording
from rights.clause import Case, Clause, searched
from rights.hyperlinks import Target
from rights.licences import Label
from rights.model import Evidence, Finding, Licence, Message, Position, Reason, message
from rights.passages import holds_words, quote
from rights.patterns import late

_GENERIC = late(r"\bcreative[ -]commons\b", re.IGNORECASE)


class LicenceNotice(Clause):
    """The licence is named near the article; ``link`` says whether its deed must be linked.

    ``spdx`` defaults to the policy's licence.  ``generic`` accepts "a Creative Commons licence" without saying which;
    ``link: licence-or-article`` accepts a link to the original instead.
    """

    type: Literal["licence.notice"] = "licence.notice"
    spdx: str | None = None
    link: Literal["required", "licence-or-article", "none"] = "none"
    wording: str | None = Field(default=None, max_length=400)
    generic: bool = False

    def evaluate(self, case: Case) -> Finding:
        spdx = self.spdx or case.licence
        wanted = licences.label(spdx)
        if self.wording:
            found = wording.find_wording(_texts(case), self.wording, case.slots)
            if found and found.same:
                return self.passed("carries the required licence notice", [found.evidence])
        if wanted is None:
            return self._other(case, spdx)
        marks = [(mark, licences.label_of(mark)) for mark in case.copy.licences]
        named = [(mark, label) for mark, label in marks if label and label.fits(wanted)]
        near = [(mark, label) for mark, label in named if mark.in_article or mark.where in ("text", "link")]
        linked = any(
            label.fits(wanted) for link in case.copy.links if link.visible and (label := licences.label_at(link.href))
        )
        if self.link == "licence-or-article" and hyperlinks.leads(case).to(Target.ARTICLE):
            return self.passed("links to the original, which stands for the licence notice")
        texts = _texts(case)
        written = [quote(t, 0, len(t)) for t in texts if (label := licences.label_in(t)) and label.fits(wanted)]
        # the licences ask for "the URI or hyperlink": an address that can be read will do
        addressed = [quote(t, 0, len(t)) for t in texts if (label := licences.label_at(t)) and label.fits(wanted)]
        written += addressed
        if near or written or linked:
            if self.link == "required" and not linked and not addressed:
                evidence = [_shown(mark) for mark, _ in near] or written
                return self.violated(
                    message("names {licence} without a link to it", licence=wanted), evidence[:2], self._line(wanted)
                )
            return self.passed(
                message("names the licence {licence}", licence=wanted), ([_shown(m) for m, _ in near] or written)[:2]
            )
        return self._without(case, wanted, marks, bool(named))

    def _without(
        self, case: Case, wanted: Label, marks: list[tuple[Licence, Label | None]], elsewhere: bool
    ) -> Finding:
        line = self._line(wanted)
        for passage in _texts(case):
            found = _GENERIC.search(passage)
            if found:
                if self.generic:
                    return self.passed(
                        "says that the article is under a Creative Commons licence", [quote(passage, *found.span())]
                    )
                return self.violated(
                    message("says “Creative Commons” without saying that it is {licence}", licence=wanted),
                    [quote(passage, *found.span())],
                    line,
                )
        others = [mark for mark, label in marks if label and not label.fits(wanted)]
        inside = [mark for mark in others if mark.in_article]
        if inside:
            text = message("names another licence than {licence}", licence=wanted)
            return self.violated(text, [_shown(mark) for mark in inside[:2]], line)
        if elsewhere:
            text = message("{licence} is named for the whole site, not for this article", licence=wanted)
            return self.incomplete(Reason.UNDECIDABLE, text, [_shown(mark) for mark, _ in marks[:2]], line)
        text = message("the licence {licence} is not named", licence=wanted)
        return self.violated(text, [searched(case.copy, "the licence marks and visible text")], line)

    def _other(self, case: Case, spdx: str | None) -> Finding:
        """A licence without a Creative Commons label: its wording or its identifier has to stand there."""
        if spdx is None and self.wording is None:
            return self.incomplete(Reason.UNDECIDABLE, "the policy does not say which licence is meant")
        marks = [mark for mark in case.copy.licences if spdx and mark.spdx == spdx]
        if marks:
            return self.passed(message("names the licence {licence}", licence=spdx), [_shown(marks[0])])
        written = [quote(text, 0, len(text)) for text in _texts(case) if spdx and holds_words(text, spdx)]
        if written:
            return self.passed(message("names the licence {licence}", licence=spdx), written[:1])
        return self.violated(
            message("the licence {licence} is not named", licence=spdx or self.wording),
            [searched(case.copy, "the licence marks and visible text")],
            message("{line}", line=self.wording)
            if self.wording
            else message("Published under {licence}.", licence=spdx),
        )

    def _line(self, wanted: Label) -> Message:
        if self.wording:
            return message("{line}", line=self.wording)
        return message(
            'This article is published under <a rel="license" href="{deed}">{licence}</a>.',
            deed=licences.deed(wanted),
            licence=wanted,
        )


def _texts(case: Case) -> list[str]:
    links = [link.text for link in case.copy.links if link.visible and link.position is not Position.OUTSIDE]
    return [*(credit.text for credit in case.copy.credits if credit.visible), *case.near, *links]


def _shown(mark: Licence) -> Evidence:
    return Evidence(
        exact=mark.text or mark.href or mark.spdx or "",
        suffix=f" → {mark.href}" if mark.href else "",
        selector=mark.selector,
    )
