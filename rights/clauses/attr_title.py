"""``attr.title``: the copy gives the original's title."""

from __future__ import annotations

from typing import ClassVar, Literal

from rapidfuzz import fuzz

from rights.clause import Case, Clause, searched
from rights.match.words import words_of
from rights.model import Evidence, Finding, Reason, message
from rights.passages import find_names, quote

#: Likeness (0 to 100) from which another title may be a version of the original's.
_LIKE = 75


class AttrTitle(Clause):
    """The original's title stands on the page, as its heading or beside the text; with ``in_credit`` in the credit."""

    of_words: ClassVar[bool] = True

    type: Literal["attr.title"] = "attr.title"
    in_credit: bool = False

    def evaluate(self, case: Case) -> Finding:
        title = case.work.title
        if not title:
            return self.incomplete(Reason.NO_ORIGINAL, "the original's title is not known")
        texts = [credit.text for credit in case.copy.credits if credit.visible]
        texts += [link.text for link in case.copy.links if link.visible and case.owns(link.href)]
        if not self.in_credit:
            texts = [case.copy.title or "", *texts, *case.near]
        for text in texts:
            for start, end in find_names(text, [title]):
                return self.passed("gives the original's title", [quote(text, start, end)])
        remedy = message("Give the original's title: {title}", title=title)
        own = case.copy.title or ""
        if not self.in_credit and fuzz.token_set_ratio(" ".join(words_of(title)), " ".join(words_of(own))) >= _LIKE:
            shown = message("the title is given in another form: “{own}” for “{title}”", own=own, title=title)
            return self.incomplete(Reason.UNDECIDABLE, shown, [Evidence(exact=own)], remedy)
        shown = message("the original's title “{title}” is not given", title=title)
        return self.violated(shown, [searched(case.copy)], remedy)
