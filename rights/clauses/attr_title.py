"""``attr.title``: the copy gives the original's title."""

from __future__ import annotations

from typing import Literal

from rights.clause import Case, Clause, searched
from rights.model import Finding, Reason, message
from rights.passages import find_names, quote, visible


class AttrTitle(Clause):
    """The original's title stands on the page, as its heading or in the credit."""

    type: Literal["attr.title"] = "attr.title"
    in_credit: bool = False

    def evaluate(self, case: Case) -> Finding:
        title = case.work.title
        if not title:
            return self.incomplete(Reason.NO_ORIGINAL, "the original's title is not known")
        texts = [credit.text for credit in case.copy.credits]
        if not self.in_credit:
            texts += [case.copy.title or "", visible(case.copy)]
        for text in texts:
            for start, end in find_names(text, [title]):
                return self.passed("gives the original's title", [quote(text, start, end)])
        return self.violated(
            message("the original's title “{title}” is not given", title=title),
            [searched(case.copy)],
            message("Give the original's title: {title}", title=title),
        )
