"""``img.with_story``: the publisher's images only together with the story they came with."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import edits, pictures
from rights.clause import Case, Clause, Role
from rights.model import Finding, Reason, message

#: From this share of the text on the story is there.
_STORY = 0.5


class ImgWithStory(Clause):
    """An image of the original stands beside the original's text; uses of it on other pages cannot be seen here."""

    role: ClassVar[Role] = Role.CONSTRAINT
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "C"
    of_markup: ClassVar[bool] = True

    type: Literal["img.with_story"] = "img.with_story"

    def evaluate(self, case: Case) -> Finding:
        taken = pictures.shared(case)
        if not taken:
            if case.original is None and case.copy.images:
                return self.incomplete(
                    Reason.NO_ORIGINAL, "whether the copy's images are the original's cannot be told without it"
                )
            return self.inapplicable(Reason.NOT_TRIGGERED, "none of the original's images was found in the copy")
        evidence = [shared.evidence for shared in taken[:3]]
        if edits.is_translation(case) or case.match is None:
            return self.incomplete(
                Reason.NO_ORIGINAL, "whether the story stands beside its image cannot be told", evidence
            )
        if edits.held(case) >= _STORY:
            return self.passed("the images stand with their story", evidence)
        if edits.held(case) == 0:
            return self.violated(
                "an image of the publisher stands without its story",
                evidence,
                "Take the image out, or carry the story.",
            )
        text = message("an image stands with {share} percent of its story", share=f"{edits.held(case) * 100:.0f}")
        return self.incomplete(Reason.UNDECIDABLE, text, evidence)
