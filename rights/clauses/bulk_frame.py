"""``bulk.frame``: the publisher's pages are not framed."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights.clause import Case, Clause, Role
from rights.model import Evidence, Finding
from rights.passages import select
from rights.patterns import late

_NO_PAGE = late(
    r"(?:^https?://)?(?:counter|pixel|track\w*|stats|analytics)\.|/(?:count\.gif|pixel|embed|oembed|player|widget|republish)",
    re.IGNORECASE,
)


class BulkFrame(Clause):
    """No frame of the page shows a page of the publisher; counters, players and embeds offered for that are fine."""

    role: ClassVar[Role] = Role.PROHIBITION

    type: Literal["bulk.frame"] = "bulk.frame"

    def evaluate(self, case: Case) -> Finding:
        frames = [
            Evidence(exact=e.src, selector=e.selector)
            for e in case.copy.embeds
            if case.owns(e.src) and not _NO_PAGE.search(e.src)
        ]
        for element in select(case.copy, "iframe, frame"):
            src = element.get("src") or ""
            if case.owns(src) and not _NO_PAGE.search(src):
                frames.append(Evidence(exact=src, selector=element.selector))
        if frames:
            return self.violated(
                "a page of the publisher is shown in a frame",
                frames[:3],
                "Carry the text or link to the page instead of framing it.",
            )
        return self.passed("no page of the publisher is framed")
