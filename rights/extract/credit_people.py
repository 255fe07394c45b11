"""Persons in credit lines and bylines: who wrote the piece, as the line gives it."""

from __future__ import annotations

import re

from rights.extract.credit_line import Line
from rights.extract.credit_names import outlet_weight
from rights.patterns import late

_CAP = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЁ][\w’'`À-žа-яё]*(?:-[A-ZÀ-ÞĀ-ŽА-ЯЁ][\w’'À-žа-яё]*)*)"
_INITIAL = r"(?:[A-ZА-Я]\.(?:\s?[A-ZА-Я]\.)*)"
_PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|dos|do|du|la|le|el|al|bin|ibn|ter|ten|zu|af|av|St\.)"
#: A person's name: two to four capitalised words with initials and particles between.
PERSON = rf"(?:(?:Dr|Prof|Mr|Ms|Mrs|Professor|Sir)\.?\s)?(?:{_CAP}|{_INITIAL})(?:\s{_INITIAL}|\s{_PARTICLE}(?:\s{_PARTICLE})?(?=\s[A-ZÀ-Þ])){{0,3}}\s{_CAP}(?:,?\s(?:Jr|Sr|III|II)\b\.?)?"
PERSON_RE = late(PERSON)
_BY = late(
    r"(?:\b(?:[Bb]y|BY|[Ww]ritten by|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]e|[Aa]utor(?:in)?:|[Aa]uthor:|[Dd]oor|[Yy]azar:|[Аa]втор:)|作者[：:]|原作者[：:]|原文作者[：:]|著者[：:])\s?(?=\S)"
)
_CJK_AUTHOR = late(r"(?:作者|原作者|原文作者|著者|记者|記者)[：:]?\s*([^\s，。,;；|｜()（）>]{2,24}(?:\s[A-Z][\w-]+)?)")
_POSSESSIVE_KO = late(r"(?:이|본) 글은 ([^\n]{2,40}?)의 ")
_NOT_PERSON = late(
    r"\b(?:Staff|Editor|News|Agency|Press|Team|Permission|Creative|Commons|Attribution|International|University|Institute|Magazine|The|This|Chief|Department|License|Times|Post|Read|Original|From|By|Source|Copyright|Posted|Published|Le|La|Les|Il|El|Los|Der|Die|Das|Dieser|Diese|Dieses|Cet|Cette|Este|Esta|Esse|Questo|Dit|Deze|Bu|Article|Artikel|Beitrag|It|He|She)\b"
    r"|^(?:Secure|Get|Join|Support|Donate|Subscribe|Sign|Give|Help|Share|Follow|Become|Click|Buy|Learn|Watch|Listen|Download|Register|Make|Keep|Start|Try|See|Find|Discover|Protect|Save|Our|Your|My|We|You)\b"
    r"|\b(?:Your|Our|My|Us)\b"
)


def is_person(text: str) -> bool:
    """True for what is built like a person's name and holds no outlet's word."""
    return PERSON_RE.fullmatch(text) is not None and not _NOT_PERSON.search(text) and outlet_weight(text) == 0


def find_author(line: Line, source_name: str | None) -> str | None:
    """The person a credit line names beside its source, or None."""
    text = line.text
    cjk = _CJK_AUTHOR.search(text) or _POSSESSIVE_KO.search(text)
    if cjk and cjk.group(1) != source_name:
        return cjk.group(1).strip()
    for by in _BY.finditer(text):
        person = PERSON_RE.match(text, by.end())
        if person and not _NOT_PERSON.search(person.group()) and person.group() not in (source_name or ""):
            return person.group()
    start = PERSON_RE.match(text)
    if (
        start
        and is_person(start.group())
        and start.group() != source_name
        and re.match(r"\s(?:is an?|is the|writes|ist)\b", text[start.end() :])
    ):
        return start.group()
    return None
