"""``translate``: what holds for translations."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from rights import edits
from rights.asides import asides
from rights.clause import Case, Clause, Role, searched
from rights.model import CreditKind, Evidence, Finding, Reason, message
from rights.passages import quote
from rights.patterns import late

_TRANSLATED = late(
    r"\btranslat(?:ed|ion|or)\b|\büberset\w+|\btradu[ci]\w*|\btraduit\w*|\btradott\w*|\bvertaal\w*|\btłumacz\w*|\bперев[её]?[лд]\w*|翻译|翻譯|譯|訳|번역|çevir\w*|ترجم",
    re.IGNORECASE,
)
_BY = late(
    r"\b(?:by|von|por|par|da|di|door|przez)\s+[^\W\d_]|(?:перевод|翻訳|訳|译者|譯者)\s*[:：]?\s*\S", re.IGNORECASE
)
_UNOFFICIAL = late(
    r"\bunofficial|\binoffiziell|\bno oficial|\bnon officiel|\bnão oficial|\bnon ufficiale|неофициал", re.IGNORECASE
)


class Translate(Clause):
    """``forbidden``, ``approval``, ``notice`` or ``allowed``; asked only of a copy in another language.

    Words cannot be compared across languages, so a translation is never told from the text alone: a violation needs
    the page's own word that it is one.  ``translator_named`` and ``unofficial`` ask for a name and for that label.
    """

    role: ClassVar[Role] = Role.CONSTRAINT
    check_class: ClassVar[Literal["A", "B", "C", "D"]] = "B"

    type: Literal["translate"] = "translate"
    value: Literal["forbidden", "approval", "notice", "allowed"] = "allowed"
    by: tuple[Literal["publisher", "author"], ...] = ()
    translator_named: bool = False
    unofficial: bool = False
    whole: bool = False
    send_back: bool = False

    def evaluate(self, case: Case) -> Finding:
        translated = edits.is_translation(case)
        notice = self._notice(case)
        if translated is False or (translated is None and notice is None):
            if translated is None and case.match is None:
                return self.incomplete(Reason.TRANSLATION, "whether the copy is a translation is not known")
            return self.inapplicable(Reason.NOT_TRIGGERED, "the copy is no translation")
        shown = (
            [notice]
            if notice
            else [Evidence(exact=f"{case.work.language} → {case.copy.language}", prefix="language: ")]
        )
        if self.value == "forbidden":
            if notice:
                return self.violated(
                    "the page says that it is a translation, which the terms rule out",
                    shown,
                    "Take the translation down.",
                )
            return self.incomplete(
                Reason.TRANSLATION, "the copy seems to be a translation, which the terms rule out", shown
            )
        if self.value == "approval":
            return self.stated(
                case,
                "translation_approved",
                message("Did the {who} approve the translation?", who=" and the ".join(self.by) or "publisher"),
                good=True,
                kept="the translation is declared as approved",
                broken="a translation without the approval that the terms ask for",
                unknown="the copy is a translation, which needs an approval",
                remedy=message("Ask {name} for approval.", name=case.publisher.name),
                evidence=shown,
            )
        return self._labelled(case, notice, shown)

    def _labelled(self, case: Case, notice: Evidence | None, shown: list[Evidence]) -> Finding:
        needs = self.value == "notice" or self.translator_named or self.unofficial
        if not needs:
            return self.inapplicable(Reason.PERMITTED, "translations are permitted")
        remedy = message(
            "Say that it is a translation: Translated from the original at {url} by [name].",
            url=case.work.url or case.publisher.name,
        )
        if notice is None:
            return self.incomplete(
                Reason.TRANSLATION, "no notice of the translation was recognised", [searched(case.copy)], remedy
            )
        text = notice.prefix + notice.exact + notice.suffix
        if self.translator_named and not _BY.search(text):
            return self.incomplete(Reason.TRANSLATION, "the translator's name was not recognised", shown, remedy)
        if self.unofficial and not _UNOFFICIAL.search(text):
            return self.incomplete(
                Reason.TRANSLATION, "no label of an unofficial translation was recognised", shown, remedy
            )
        return self.passed("the translation is marked as one", shown)

    def _notice(self, case: Case) -> Evidence | None:
        for credit in case.copy.credits:
            if credit.kind is CreditKind.TRANSLATION:
                return Evidence(exact=credit.text, selector=credit.selector)
        for line in asides(case):
            said = _TRANSLATED.search(line)
            if said and len(line.split()) <= 40:
                return quote(line, *said.span())
        return None
