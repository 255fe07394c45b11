"""``img.third_party``: images of agencies and others must be cleared by the republisher."""

from __future__ import annotations

from typing import ClassVar, Literal

from rights import pictures
from rights.clause import Case, Clause, Role
from rights.model import Evidence, Finding, Reason, message


class ImgThirdParty(Clause):
    """An image whose credit names an agency or another owner stands in the copy only with that owner's permission.

    The page shows the image and its owner; whether a licence was bought only the site can say.
    """

    role: ClassVar[Role] = Role.PROHIBITION

    type: Literal["img.third_party"] = "img.third_party"
    markers: tuple[str, ...] = ()

    def evaluate(self, case: Case) -> Finding:
        found = []
        for shared in pictures.shared(case):
            owner = pictures.agency(shared.original) or pictures.agency(shared.copy) or self._marked(shared)
            if owner:
                found.append(
                    (owner, Evidence(exact=shared.copy.src, prefix=f"{owner}: ", selector=shared.copy.selector))
                )
        if not found:
            if case.original is None and case.copy.images:
                return self.incomplete(
                    Reason.NO_ORIGINAL, "whose the copy's images are cannot be told without the original"
                )
            return self.passed("no image of an agency was taken over")
        owner = found[0][0]
        return self.stated(
            case,
            "image_licence",
            message("Do you hold a licence for the image of {owner}?", owner=owner),
            good=True,
            kept="a licence for the images is declared",
            broken=message("an image of {owner} was taken over without a licence", owner=owner),
            unknown=message("an image of {owner} was taken over; whether a licence is held is not known", owner=owner),
            remedy="Take the image out, or buy a licence.",
            evidence=[evidence for _, evidence in found[:5]],
        )

    def _marked(self, shared: pictures.Shared) -> str | None:
        texts = [
            text for image in (shared.original, shared.copy) if image for text in (image.credit, image.caption) if text
        ]
        return next((marker for marker in self.markers for text in texts if marker.lower() in text.lower()), None)
