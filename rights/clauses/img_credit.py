"""``img.credit``: the image's credit is kept beside it."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights import pictures
from rights.clause import Case, Clause
from rights.match.words import words_of
from rights.model import Evidence, Finding, Reason, message
from rights.patterns import late

_LABEL = late(
    r"^\W*(?:photo|image|picture|foto|bild|illustration|graphic|credit|courtesy)s?(?:\s*(?:credit|by|courtesy|von|de|of))*\s*[:/|©]?\s*",
    re.IGNORECASE,
)


class ImgCredit(Clause):
    """Every image that was taken over is shown with the credit that the original gives it."""

    of_markup: ClassVar[bool] = True

    type: Literal["img.credit"] = "img.credit"

    def evaluate(self, case: Case) -> Finding:
        if case.original is None:
            if not case.copy.images:
                return self.inapplicable(Reason.NOT_TRIGGERED, "the copy has no images")
            return self.incomplete(Reason.NO_ORIGINAL, "the credits of the original's images are not known")
        taken = [s for s in pictures.shared(case) if s.original and s.original.credit]
        if not taken:
            return self.inapplicable(Reason.NOT_TRIGGERED, "no image with a credit was taken over")
        lost = [s for s in taken if not self._credited(case, s)]
        if not lost:
            return self.passed("the images carry their credits", [s.evidence for s in taken[:3]])
        credit = (lost[0].original.credit if lost[0].original else None) or ""
        return self.violated(
            message("an image lacks its credit “{credit}”", credit=credit),
            [
                Evidence(
                    exact=s.copy.src, prefix=f"{s.original.credit if s.original else ''}: ", selector=s.copy.selector
                )
                for s in lost[:5]
            ],
            message("Put the credit beside the image: {credit}", credit=credit),
        )

    def _credited(self, case: Case, shared: pictures.Shared) -> bool:
        wanted = words_of(_LABEL.sub("", (shared.original.credit if shared.original else "") or ""))
        if not wanted:
            return True
        beside = [shared.copy.credit, shared.copy.caption, shared.copy.alt, *case.near]
        return any(set(wanted) <= set(words_of(text)) for text in beside if text and len(text.split()) < 80)
