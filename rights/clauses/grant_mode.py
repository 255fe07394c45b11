"""``grant.mode``: what the publisher says before any condition."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import edits
from rights.clause import Case, Clause, Role
from rights.model import Finding, Message, Reason, message

#: From this share of the work on a copy is more than a quotation or a teaser.
_SUBSTANTIAL = 0.5


class GrantMode(Clause):
    """Whether the text may be carried at all: open, conditional, ask-first, excerpt-only, link-only, deny, public-domain.

    ``deny`` and ``link-only`` are broken by a copy that holds most of the work, ``excerpt-only`` by the whole of it;
    ``ask-first`` needs a permission on file.
    """

    role: ClassVar[Role] = Role.GRANT

    type: Literal["grant.mode"] = "grant.mode"
    value: Literal["open", "conditional", "ask-first", "excerpt-only", "link-only", "deny", "public-domain"]
    contact: str | None = None

    def grants_nothing(self) -> bool:
        return self.value in ("deny", "link-only")

    def evaluate(self, case: Case) -> Finding:
        if self.value in ("open", "conditional", "public-domain"):
            return self.passed(
                message(
                    "republication is {how}",
                    how={"open": "free", "conditional": "free under conditions"}.get(self.value, "free: public domain"),
                )
            )
        if self.value == "ask-first":
            return self.stated(
                case,
                "permission",
                message("Do you have {name}'s permission for this article?", name=case.publisher.name),
                good=True,
                kept="a permission is declared",
                broken="the terms ask for a permission first, and there is none",
                unknown="the terms ask for a permission first; none is on file",
                remedy=self._ask(case),
            )
        return self._share(case)

    def _share(self, case: Case) -> Finding:
        if edits.is_translation(case):
            return self.incomplete(
                Reason.TRANSLATION, "how much of the work a translation holds cannot be counted in words"
            )
        if case.match is None or not case.work.text:
            return self.incomplete(
                Reason.NO_ORIGINAL, "how much of the original this is cannot be told without its text"
            )
        limit = edits.WHOLE if self.value == "excerpt-only" else _SUBSTANTIAL
        share = case.match.containment
        what = {"excerpt-only": "only a part may be carried", "link-only": "the piece may be linked, not carried"}.get(
            self.value, "republication is not allowed"
        )
        shown = f"{share * 100:.0f}"
        if share >= limit:
            text = message("{what}, and this is {share} percent of the text", what=what, share=shown)
            return self.violated(text, edits.first_words(case), self._ask(case))
        if self.value == "excerpt-only":
            return self.passed(message("carries a part: {share} percent", share=shown), edits.first_words(case))
        if share == 0:
            return self.passed("carries none of the text")
        text = message(
            "{what}; this is {share} percent of the text, which may be a fair quotation", what=what, share=shown
        )
        return self.incomplete(Reason.UNDECIDABLE, text, edits.first_words(case))

    def _ask(self, case: Case) -> Message:
        contact = self.contact or case.publisher.contact
        where = f" ({contact})" if contact else ""
        if self.value in ("ask-first", "deny"):
            return message(
                "Ask {name} for permission{where}, or take the text down.", name=case.publisher.name, where=where
            )
        return message(
            "Keep a short part at most and link to the original: {url}", url=case.work.url or case.publisher.name
        )
