"""``link.no_deep``: link to the page, not to the PDF or another file of the publisher."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import hyperlinks
from rights.clause import Case, Clause, Role
from rights.hyperlinks import Target
from rights.model import Finding, Reason, message


class LinkNoDeep(Clause):
    """No link of the article leads straight to a file on the publisher's site."""

    role: ClassVar[Role] = Role.PROHIBITION

    type: Literal["link.no_deep"] = "link.no_deep"

    def evaluate(self, case: Case) -> Finding:
        links = hyperlinks.leads(case)
        deep = links.to(Target.ASSET)
        if deep:
            remedy = message("Link to the page instead: {url}", url=case.work.url or case.publisher.name)
            return self.violated(
                "links straight to a file of the publisher", [led.evidence for led in deep[:5]], remedy
            )
        if not links.to(Target.ARTICLE, Target.LIKELY, Target.HOME, Target.OTHER_PAGE):
            return self.inapplicable(Reason.NOT_TRIGGERED, "nothing is linked at the publisher's")
        return self.passed("links to pages, not to files")
