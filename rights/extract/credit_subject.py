"""What the sentence before a credit's core phrase speaks of: this article, nothing yet, or something else."""

from __future__ import annotations

import re

from rights.extract.credit_forms import Form, Language, NameAt, Subject
from rights.patterns import late

#: Characters before a core that are looked at for the sentence's subject.
REACH = 320
#: What may stand before a line's first word.
OPENING = "＜〈 \t\xa0\"'“”‘«„‹([*_>•|–—-~【（「『📎#"
_BREAKS = "|*–—•>\n/"
_ENDS = ".!?:;…。！？；：，"
_AUXILIARY = late(
    r"(?:[\s,]+(?:was|were|is|are|has|have|had|being|been|and|also|recently|it|ist|wurde|est|a|été|es|fue|ha|sido|se|é|foi|è|stato|stata|werd|jest|to|został[ao]?|было|были|была?|был|это"
    r"|appears?|an?|una?|uma|une|eine|hier|here))*[\s,:]*$",
    re.IGNORECASE,
)
_BY_WHOM = late(
    r"[\s,]+(?:by|von|par|por|di|door|de|da|автора)\s[^.\n]{2,60}?(?=[\s,]+\w*[\s,]*$|[\s,]+(?:was|ist|est|fue|foi|è|is)\b)",
    re.IGNORECASE,
)
_SENTENCE = late(r"[.!?](?=\s)|[。！？\n]")
_IT_AGAIN = late(
    r"[.!?]\s+(?:It|They|The (?:article|piece|story|post|essay))\s(?:was |were |has been |has |had |is )?$"
)


def begins(text: str, low: str, at: int, language: Language, form: Form) -> tuple[int, bool] | None:
    """Where the credit that has its core at ``at`` begins, and whether it speaks of this article; None: no credit."""
    if not _at_word(low, at):
        return None
    subject = form.subject
    this = _this(text, at, language, near=subject is Subject.NEXT)
    if subject in (Subject.THIS, Subject.NEXT):
        return None if this is None else (this, True)
    if subject is Subject.EITHER and this is not None:
        return this, True
    if subject in (Subject.START, Subject.EITHER):
        start = _start(text, at, language)
        return None if start is None else (start, this is not None)
    if subject is Subject.LINE:
        return None if text[:at].strip(OPENING + "\n") else (at, False)
    if form.before is not None and form.name is not NameAt.BEFORE:
        before = form.before.search(text, max(0, at - REACH), at)
        return None if before is None else (before.start(), True)
    return at, this is not None


def _at_word(low: str, at: int) -> bool:
    """True where no word runs into the core; scripts without spaces always fit."""
    if at == 0 or not low[at].isalnum():
        return True
    return not low[at - 1].isalnum() or ord(low[at - 1]) > 0x2E7F or ord(low[at]) > 0x2E7F


def _this(text: str, at: int, language: Language, *, near: bool) -> int | None:
    """Where 'this article' stands in the sentence before ``at``; ``near`` allows only its author between."""
    since = max(0, at - REACH)
    for found in language.this.finditer(text, since, at):
        gap = text[found.end() : at]
        if near:
            whom = _BY_WHOM.match(gap)
            if _AUXILIARY.fullmatch(gap[whom.end() :] if whom else gap):
                return found.start()
            continue
        if language.away.search(gap):
            continue
        again = _IT_AGAIN.search(gap)
        if not _broken(gap[: again.start()] if again else gap):
            return found.start()
    return None


def _broken(gap: str) -> bool:
    """True where a sentence ends in the gap; a title's own '?' and '!' and dates do not end it."""
    return any(end.group() in ".。\n" and not _ordinal(gap, end.start()) for end in _SENTENCE.finditer(gap))


def _ordinal(gap: str, at: int) -> bool:
    return (
        gap[max(0, at - 2) : at].strip()[-1:].isdigit()
        or re.search(r"\b(?:[A-Z]|Dr|Mr|Mrs|St|Jr|Prof)$", gap[:at]) is not None
    )


def _start(text: str, at: int, language: Language) -> int | None:
    if at_start(text, at):
        return at
    lead = language.lead.search(text, max(0, at - 48), at)
    if lead is not None and lead.start() < at:
        head = lead.start()
        while head < at and text[head].isspace():
            head += 1
        if at_start(text, head):
            return head
    return None


#: A time of day that runs into the next label: spans of a line that no space parts.
_CLOCK = late(r"\d[:：]\d\d$")


def at_start(text: str, at: int) -> bool:
    """True where a sentence may begin: the line's start, after an end mark or a dash, or with a capital letter."""
    head = text[:at].rstrip(OPENING)
    if not head or head[-1] == "\n":
        return True
    between = text[len(head) : at]
    if text[at].isupper() and text[at - 1] in ' (\n[“"\xa0':
        return True
    if "(" in between:
        return False
    if not between and ord(text[at]) > 0x2E7F and _CLOCK.search(head, max(0, len(head) - 6)):
        return True
    if head[-1] in _ENDS and (between or ord(head[-1]) > 127):
        return True
    if head[-1] in ')]»”"' and head[-2:-1] in ".!?":
        return bool(between)
    return any(mark in between for mark in _BREAKS) or (ord(text[at]) > 0x2E7F and bool(between))
