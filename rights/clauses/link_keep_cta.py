"""``link.keep_cta``: calls to action and newsletter links of the original are kept."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights import urls
from rights.clause import Case, Clause
from rights.model import Evidence, Finding, Link, Position, Reason, message
from rights.patterns import late

_CALL = late(
    r"\b(?:sign(?:ing)? up|subscribe|newsletter|donate|donation|join|become a member|support (?:us|our)|take action|petition|get involved|abonnier\w+|spende\w*)\b",
    re.IGNORECASE,
)


class LinkKeepCta(Clause):
    """Links by which the original's text calls on its readers lead to the same place in the copy."""

    of_markup: ClassVar[bool] = True

    type: Literal["link.keep_cta"] = "link.keep_cta"

    def evaluate(self, case: Case) -> Finding:
        if case.original is None:
            return self.incomplete(Reason.NO_ORIGINAL, "the links of the original are not known")
        calls = [link for link in case.original.links if self._calls(link)]
        if not calls:
            return self.inapplicable(Reason.NOT_TRIGGERED, "the original's text calls for nothing")
        there = {urls.page_key(link.href) for link in case.copy.links if link.visible}
        lost = [link for link in calls if urls.page_key(link.href) not in there]
        if not lost:
            return self.passed("keeps the original's calls to action")
        return self.violated(
            message("the original's call “{words}” is missing", words=lost[0].text),
            [Evidence(exact=link.text, suffix=f" → {link.href}") for link in lost[:5]],
            message('<a href="{url}">{words}</a>', url=lost[0].href, words=lost[0].text),
        )

    def _calls(self, link: Link) -> bool:
        inside = link.paragraph is not None or link.position in (Position.BODY, Position.BOTTOM, Position.TOP)
        return inside and link.visible and urls.is_web(link.href) and bool(_CALL.search(link.text))
