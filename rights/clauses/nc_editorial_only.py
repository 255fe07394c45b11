"""``nc.editorial_only``: editorial use only, no promotion or marketing."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import money
from rights.clause import Case, Clause, Role
from rights.model import Finding, Reason, message


class NcEditorialOnly(Clause):
    """The text serves to inform, not to promote: what is declared decides (``use``), or a declared news outlet."""

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "C"

    type: Literal["nc.editorial_only"] = "nc.editorial_only"

    def evaluate(self, case: Case) -> Finding:
        use = (case.declared("use") or "").lower()
        promoting = [
            s
            for s in case.copy.commercial.signals
            if s.level == "C3" and money.family(s.kind) in ("sponsoring", "price", "offer", "sale")
        ]
        if use in ("promotion", "marketing", "advertising"):
            return self.violated(
                message("declared as {use}", use=use),
                [case.declaration("use"), *money.shown(promoting)],
                "Take the text out of the promotion.",
            )
        if promoting:
            text = message("the article's page promotes something: {signals}", signals=money.kinds(promoting))
            return self.incomplete(Reason.UNDECIDABLE, text, money.shown(promoting))
        kind = (case.declared("kind") or "").lower()
        if use in ("editorial", "news", "information") or "news" in kind:
            return self.passed("declared as editorial use")
        return self.needs_statement(
            "use",
            "Do you use the article editorially, or for promotion or marketing?",
            "what the text is used for cannot be told from the page",
        )
