"""``track.pixel``: the publisher's page counter is kept."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field, field_validator

from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Message, Pixel, Reason, message
from rights.passages import select
from rights.patterns import late

_TRAILING_ID = late(r"(?:^|[-/=])(\d{4,12})/?$")


class TrackPixel(Clause):
    """A counter of ``kind`` (a signature known to the extraction) or with ``address`` in its source is on the page.

    ``id_from: url-number`` checks that it counts this article: the number that ends the original's address.  ``paste``
    is what the publisher wants pasted, with ``[id]`` for that number.
    """

    of_markup: ClassVar[bool] = True

    type: Literal["track.pixel"] = "track.pixel"
    kind: tuple[str, ...] = ()
    address: str | None = Field(default=None, min_length=4, max_length=200)
    id_from: Literal["none", "url-number"] = "none"
    paste: str | None = Field(default=None, max_length=500)

    @field_validator("address")
    @classmethod
    def _plain(cls, address: str | None) -> str | None:
        if address and re.search(r"\s", address):
            raise ValueError("address is a part of an address, expected no spaces")
        return address

    def evaluate(self, case: Case) -> Finding:
        found = self._pixels(case)
        if not found:
            if case.copy.dom is None and not case.copy.pixels:
                return self.incomplete(Reason.UNDECIDABLE, "the page's markup is not at hand")
            return self.violated(
                "the publisher's page counter is missing", [searched(case.copy, "the markup")], self._line(case)
            )
        wanted = self._wanted(case)
        told = [pixel for pixel in found if pixel.article_id]
        evidence = [Evidence(exact=pixel.src, selector=pixel.selector) for pixel in found[:3]]
        if wanted and told and not any(pixel.article_id == wanted for pixel in told):
            text = message(
                "the page counter counts another article ({there} instead of {wanted})",
                there=told[0].article_id,
                wanted=wanted,
            )
            return self.violated(text, evidence, self._line(case))
        if self.id_from != "none" and wanted is None:
            return self.incomplete(
                Reason.NO_ORIGINAL, "the page counter is there; whether it counts this article is not known", evidence
            )
        if all(pixel.lazy or not pixel.src for pixel in found):
            text = message("the page counter is there, but as it stands no browser loads it without a script's help")
            return self.incomplete(Reason.NEEDS_BROWSER, text, evidence, self._line(case))
        return self.passed("keeps the publisher's page counter", evidence)

    def _pixels(self, case: Case) -> list[Pixel]:
        found = [
            pixel
            for pixel in case.copy.pixels
            if pixel.kind in self.kind
            or (self.address and self.address in pixel.src)
            or (not self.kind and not self.address and case.owns(pixel.src))
        ]
        if not found and self.address:
            for element in select(case.copy, "img, script, iframe"):
                for name, lazy in (("src", False), ("data-src", True), ("data-lazy-src", True)):
                    src = element.get(name) or ""
                    if self.address in src:
                        found.append(Pixel(kind="address", src=src, selector=element.selector, lazy=lazy))
        return found

    def _wanted(self, case: Case) -> str | None:
        number = _TRAILING_ID.search((case.work.url or "").split("?")[0]) if self.id_from == "url-number" else None
        return number.group(1) if number else None

    def _line(self, case: Case) -> Message:
        if self.paste:
            return message(
                "{line}",
                line=self.paste.replace("[id]", self._wanted(case) or "[id]").replace(
                    "[url]", case.work.url or "[url]"
                ),
            )
        return message(
            "Take the page counter from the original's republish button: {url}",
            url=case.work.url or case.publisher.name,
        )
