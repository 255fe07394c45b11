"""``one_of``: at least one of the listed clauses must hold; with ``ordered`` an earlier one is preferred."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from rights.clause import Case, Clause, Role
from rights.clauses import AnyClause
from rights.model import Finding, Message, Reason, Verdict, message

if TYPE_CHECKING:
    from collections.abc import Sequence


class OneOf(Clause):
    """At least one of the options holds; the best option decides, and the remedy is the first option's."""

    role: ClassVar[Role] = Role.COMBINATION

    type: Literal["one_of"] = "one_of"
    options: tuple[AnyClause, ...] = Field(min_length=2)
    ordered: bool = False

    def permits(self) -> frozenset[str]:
        return frozenset().union(*(option.permits() for option in self.options))

    def asks_markup(self) -> bool:
        return any(option.asks_markup() for option in self.options)

    def evaluate(self, case: Case) -> Finding:
        findings = [option.evaluate(case) for option in self.options]
        asked = [finding for finding in findings if finding.verdict is not Verdict.INAPPLICABLE]
        if not asked:
            reason = findings[0].reason or Reason.NOT_TRIGGERED
            return self.inapplicable(reason, "none of the alternatives applies here")
        best = min(asked, key=lambda finding: finding.verdict)
        if best.verdict is Verdict.PASS:
            later = self.ordered and best is not asked[0]
            text = (
                message("a later alternative had to do, the preferred one is not kept: {what}", what=best.message)
                if later
                else message("one of the alternatives is kept: {what}", what=best.message)
            )
            return self.passed(text, best.evidence)
        if best.verdict is Verdict.INCOMPLETE:
            unsure = self._finding(
                Verdict.INCOMPLETE,
                message("none of the alternatives is surely kept: {what}", what=_joined(asked)),
                best.evidence,
                best.remedy,
                best.reason,
                best.question,
                best.fact,
            )
            return replace(unsure, option=best.type)
        broken = self.violated(
            message("none of the alternatives is kept: {what}", what=_joined(asked)),
            [evidence for finding in asked for evidence in finding.evidence],
            asked[0].remedy or message("keep one of the alternatives"),
        )
        return replace(broken, option=asked[0].type)


def _joined(findings: Sequence[Finding]) -> Message:
    """The findings' messages in one, each still to be translated."""
    slots = {f"m{number}": finding.message for number, finding in enumerate(findings)}
    return message("; ".join(f"{{{slot}}}" for slot in slots), **slots)
