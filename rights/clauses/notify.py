"""``notify``: tell the publisher of the republication."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from rights.clause import Case, Clause
from rights.model import Finding, message


class Notify(Clause):
    """The publisher is told ``timing`` (before or after); only the site can say whether it was (fact ``notified``)."""

    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "D"

    type: Literal["notify"] = "notify"
    timing: Literal["before", "after", "either", "asked"] = "after"
    channel: str | None = Field(default=None, max_length=200)

    def evaluate(self, case: Case) -> Finding:
        channel = self.channel or case.publisher.contact
        how = f" ({channel})" if channel else ""
        return self.stated(
            case,
            "notified",
            message("Did you tell {name} that you republished its work?", name=case.publisher.name),
            good=True,
            kept="the publisher is declared to have been told",
            broken="the publisher was not told",
            unknown="whether the publisher was told is not known",
            remedy=message("Send {name} the address of the copy{how}.", name=case.publisher.name, how=how),
        )
