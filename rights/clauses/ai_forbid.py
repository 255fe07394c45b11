"""``ai.forbid``: no training or other use by artificial intelligence."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights.clause import Case, Clause, Role
from rights.model import Finding, message


class AiForbid(Clause):
    """The text is not used for ``what``; no page shows it, so only the site can say (fact ``ai_use``)."""

    role: ClassVar[Role] = Role.PROHIBITION
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "D"

    type: Literal["ai.forbid"] = "ai.forbid"
    what: tuple[Literal["training", "analysis", "generation", "rag", "mining", "attribution"], ...] = ("training",)

    def evaluate(self, case: Case) -> Finding:
        what = " or ".join(self.what)
        return self.stated(
            case,
            "ai_use",
            message("Do you use the text for AI ({what}), or let others do so?", what=what),
            good=False,
            kept="declared as not used for AI",
            broken=message("declared as used for AI ({what})", what=what),
            unknown="a page does not show whether its text is used for AI",
            remedy="Keep the text out of AI data sets.",
        )
