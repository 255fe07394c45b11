"""``img.none``: images are not part of the grant."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import pictures
from rights.clause import Case, Clause, Role
from rights.model import Finding, Reason, message
from rights.passages import names_any


class ImgNone(Clause):
    """None of the original's images stands in the copy.

    ``unless_credit`` excepts images whose credit names one of these, ``unless_label`` images whose caption holds such a
    label (a CC licence); ``only_marked`` forbids only images with that mark.
    """

    role: ClassVar[Role] = Role.PROHIBITION

    type: Literal["img.none"] = "img.none"
    unless_credit: tuple[str, ...] = ()
    unless_label: tuple[str, ...] = ()
    only_marked: str | None = None

    def evaluate(self, case: Case) -> Finding:
        found = [shared for shared in pictures.shared(case) if self._ruled_out(shared)]
        if not found:
            if case.original is None and case.copy.images:
                return self.incomplete(
                    Reason.NO_ORIGINAL, "whether the copy's images are the original's cannot be told without it"
                )
            return self.passed("none of the original's images was found in the copy")
        if case.says("image_permission"):
            return self.passed("a permission for the images is declared", [shared.evidence for shared in found[:3]])
        text = message("{count} of the original's images stand in the copy", count=len(found))
        return self.violated(
            text, [shared.evidence for shared in found[:5]], "Take the images out, or ask their owners."
        )

    def _ruled_out(self, shared: pictures.Shared) -> bool:
        texts = [
            text for image in (shared.original, shared.copy) if image for text in (image.credit, image.caption) if text
        ]
        if self.only_marked:
            return any(names_any(text, [self.only_marked]) for text in texts)
        return not any(names_any(text, [*self.unless_credit, *self.unless_label]) for text in texts)
