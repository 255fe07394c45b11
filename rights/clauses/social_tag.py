"""``social.tag``: mention the publisher's accounts when sharing the piece."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights.clause import Case, Clause
from rights.model import Finding, message


class SocialTag(Clause):
    """Posts about the copy name the ``handles``; they stand elsewhere, so only the site can say (fact ``tagged``)."""

    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "D"

    type: Literal["social.tag"] = "social.tag"
    handles: tuple[str, ...] = ()

    def evaluate(self, case: Case) -> Finding:
        whom = ", ".join(self.handles) or case.publisher.name
        return self.stated(
            case,
            "tagged",
            message("Do your posts about the article mention {whom}?", whom=whom),
            good=True,
            kept="posts are declared to mention the publisher",
            broken=message("posts do not mention {whom}", whom=whom),
            unknown="posts on social media stand outside of the page",
            remedy=message("Mention {whom} when you share the article.", whom=whom),
        )
