"""Dates as bylines and credit lines write them, in the languages the checker reads: to be skipped, not understood.

`DATE` is a regular expression without groups; it matches from a month and a year to a full weekday, date and time.
"""

from __future__ import annotations

import re

from rights.patterns import late

_MONTHS = (
    r"jan(?:uary|uar|vier|uari|eiro)?|feb(?:ruary|ruar|bruari|braio)?|f[ée]v(?:rier|ereiro)?|mar(?:ch|zo|s|ço|ca|t)?|märz|maart"
    r"|apr(?:il|ile|il)?|avr(?:il)?|abr(?:il)?|may|mai(?:o)?|mayo|mei|maggio|mayıs|maja|jun(?:e|i|io|ho)?|juin|giugno|haziran|czerwca"
    r"|jul(?:y|i|io|ho)?|juil(?:let)?|luglio|temmuz|lipca|aug(?:ust|ustus)?|ao[uû]t|ago(?:sto)?|ağustos|sierpnia"
    r"|sept?(?:ember|embre|tembre|iembre)?|set(?:tembre|embro)?|eylül|września|o[ck]t(?:ober|obre)?|ottobre|out(?:ubro)?|ekim|października"
    r"|nov(?:ember|embre|iembre|embro)?|kasım|listopada|de[cz](?:ember|iembre|embro)?|d[ée]c(?:embre)?|dic(?:iembre|embre)?|aralık|grudnia"
    r"|gen(?:naio)?|ene(?:ro)?|ocak|stycznia|şubat|lutego|kwietnia|nisan"
    r"|январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]"
    r"|spring|summer|autumn|fall|winter|frühling|sommer|herbst|printemps|été|automne|hiver"
)
_DAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
_YEAR = r"(?:1[6-9]|20)\d\d"
_TIME = r"(?:[,\s]{0,3}(?:at\s|um\s|à\s)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?(?:UTC|GMT|EST|EDT|ET|CET|CEST|Uhr)\b)?)?"
#: A month, or two with a stroke between; the second is any word, because every copy of the table costs 3 ms to compile.
_MONTH_WORD = rf"(?:{_MONTHS})\b\.?(?:/[^\W\d_]{{3,10}}\b)?"

#: A date without groups; case does not matter (compile with IGNORECASE).  The months stand in it twice: before a number
#: and after one.
DATE = (
    rf"(?:(?:(?:{_DAYS})\b\.?,?\s)?(?:"
    rf"{_MONTH_WORD}(?:\s\d{{1,2}}(?:st|nd|rd|th)?(?:(?:[-–]\d{{1,2}})?,?\s{_YEAR}|\b(?!\d))|,?\s(?:de\s|of\s)?{_YEAR})"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|º|°|\.)?\s(?:de\s|d['’])?{_MONTH_WORD},?(?:\s(?:de\s|del\s)?(?:{_YEAR}|['’]?\d\d\b))?"
    rf"|{_YEAR}[-/.年]\s?\d{{1,2}}[-/.月]\s?\d{{1,2}}日?"
    rf"|(?:\d{{1,2}}\./){{1,4}}\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:{_YEAR}|\d{{2}})\b"
    rf"|\d{{1,2}}/{_YEAR}|{_YEAR}\b){_TIME})"
)
_DIGIT = late(r"\d+")
_WORD_START = late(r"(?<!\w)\w")
DATE_RE = late(DATE, re.IGNORECASE)
_ON = late(r"\W*(?:on|in|am|im|le|el|il|em|op|vom|on the)?\W*(?:the\s)?", re.IGNORECASE)
MONTH_START = late(rf"(?:{_MONTHS}|{_DAYS})\b", re.IGNORECASE)


def find_dates(text: str) -> list[tuple[int, int]]:
    """The half-open spans of the dates in a short text; only the surroundings of its digits are looked at."""
    spans: list[tuple[int, int]] = []
    at = 0
    while digit := _DIGIT.search(text, at):
        at = digit.end()
        since = max(digit.start() - 26, spans[-1][1] if spans else 0)
        for word in _WORD_START.finditer(text, since, digit.end()):
            found = DATE_RE.match(text, word.start())
            if found is not None and found.end() > digit.start():
                spans.append(found.span())
                at = max(found.end(), at)
                break
    return spans


def starts_with_date(text: str) -> bool:
    """True where a text begins with a date, after a preposition at most."""
    if _DIGIT.search(text) is None:
        return False
    on = _ON.match(text)
    return on is not None and DATE_RE.match(text, on.end()) is not None
