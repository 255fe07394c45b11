"""``attr.copyright``: the copy acknowledges whose copyright the text is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from rights import wording
from rights.asides import asides
from rights.clause import Case, Clause, searched
from rights.model import Evidence, Finding, Message, Reason, message
from rights.passages import find_names, holds_words, is_caption, quote, sentences, visible
from rights.patterns import late

_MARK = late(
    r"©|\(c\)(?=\s|\d)|\bcopyright(?!ed|s? (?:infringement|owner|law|act|notice|claim))\b|\bcopr\.|\burheberrecht\w*|\bdroits? d.auteur"
    r"|\bderechos? (?:de autor|reservados)|\bdireitos (?:autorais|reservados)|\bdiritti riservati|\ball rights reserved\b|版权|著作権",
    re.IGNORECASE,
)
_VAGUE = late(r"\b(?:respective|original) (?:owners?|authors?|publishers?|rights? holders?)\b", re.IGNORECASE)
#: Words of a sentence that sets conditions for others instead of acknowledging anything.
_CONDITION = late(
    r"\bgrants? permission|\bpermits?\b|\bas long as?\b|\bprovided (?:that|the)\b|\bon condition\b|\bmust (?:be|credit)\b",
    re.IGNORECASE,
)
#: Words between the sign and the holder's name: room for the year and the authors.
_REACH = 12


class AttrCopyright(Clause):
    """A copyright line near the article names the holder: the publisher, or the author with ``author_may_hold``.

    ``if_supplied`` asks only for what the original itself carries (Creative Commons); ``year`` asks for the year too.
    """

    of_names: ClassVar[bool] = True

    type: Literal["attr.copyright"] = "attr.copyright"
    holder: tuple[str, ...] = ()
    author_may_hold: bool = True
    year: bool = False
    wording: str | None = Field(default=None, max_length=300)
    if_supplied: bool = False

    def evaluate(self, case: Case) -> Finding:
        holders: tuple[str, ...] = self.holder or case.publisher.names
        if self.if_supplied:
            supplied = self._supplied(case)
            if isinstance(supplied, Finding):
                return supplied
            holders = supplied
        accepted = (*holders, *case.work.authors) if self.author_may_hold else holders
        found = list(_acknowledgements(case, accepted))
        if not found:
            return self._absent(case, holders)
        if self.year and not any(
            re.search(r"\b(?:19|20)\d\d\b", evidence.prefix + evidence.exact + evidence.suffix) for evidence in found
        ):
            return self.violated(
                message("the copyright of {holder} is acknowledged without the year", holder=holders[0]),
                found[:1],
                self._line(case, holders),
            )
        return self.passed(message("acknowledges the copyright of {holder}", holder=holders[0]), found[:1])

    def _supplied(self, case: Case) -> tuple[str, ...] | Finding:
        original = case.original
        if original is None:
            return self.incomplete(Reason.NO_ORIGINAL, "whether the original carries a copyright notice is not known")
        own = [line for line in original.copyrights if line.of == "article" and line.holder]
        if not own:
            return self.inapplicable(Reason.NOT_TRIGGERED, "the original carries no copyright notice for this article")
        return tuple(dict.fromkeys(line.holder for line in own if line.holder))

    def _absent(self, case: Case, holders: Sequence[str]) -> Finding:
        for line in asides(case):
            vague = _VAGUE.search(line)
            if vague and _MARK.search(line):
                text = message("acknowledges a copyright without saying that it is {holder}'s", holder=holders[0])
                return self.incomplete(
                    Reason.UNDECIDABLE, text, [quote(line, *vague.span())], self._line(case, holders)
                )
        return self.violated(
            message("the copyright of {holder} is not acknowledged", holder=holders[0]),
            [searched(case.copy, "the copyright lines and visible text")],
            self._line(case, holders),
        )

    def _line(self, case: Case, holders: Sequence[str]) -> Message:
        if self.wording:
            return message("{line}", line=wording.fill(self.wording, case.slots))
        year = (case.work.published or "")[:4]
        names = ", ".join([*case.work.authors[:1], holders[0]]) if holders[0] not in case.work.authors else holders[0]
        return message("Copyright © {names}{year}", names=names, year=f", {year}" if year else "")


def _acknowledgements(case: Case, holders: Sequence[str]) -> Iterator[Evidence]:
    copy = case.copy
    passages = [
        (line.text, line.selector)
        for line in copy.copyrights
        if line.of != "image" and holds_words(visible(copy), line.text)
    ]
    passages += [(credit.text, credit.selector) for credit in copy.credits if credit.visible]
    passages += [(line, "") for line in case.near if not is_caption(copy, line)]
    for text, selector in passages:
        if any(holds_words(grant.text, text) or holds_words(text, grant.text) for grant in copy.grants):
            continue
        for sentence in sentences(text) if _MARK.search(text) else ():
            if _CONDITION.search(sentence):
                continue
            for mark in _MARK.finditer(sentence):
                for start, end in find_names(sentence, holders):
                    between = sentence[mark.end() : start] if start >= mark.end() else sentence[end : mark.start()]
                    if len(between.split()) <= _REACH:
                        yield quote(sentence, min(start, mark.start()), max(end, mark.end()), selector)
