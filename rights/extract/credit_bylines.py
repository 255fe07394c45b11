"""Bare bylines: lines that name an outlet beside the author, a place or a date and say nothing else.

"By AUTHOR, OUTLET, DATE", "AUTHOR / OUTLET – DATE", "(OUTLET, DATE)", "CITY (AGENCY) –", "From OUTLET:".  The pattern
finds the places of person, outlet and date; `_outlet` then asks whether what stands in the outlet's place can be one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rights.extract.credit_dates import DATE, DATE_RE
from rights.extract.credit_line import Line
from rights.extract.credit_names import AGENCIES, Source, clean_name, host_name, outlet_weight, read_name
from rights.extract.credit_people import PERSON, is_person


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline names; ``kind`` is a credit kind's value."""

    outlet: str | None
    author: str | None = None
    href: str | None = None
    rel: tuple[str, ...] = ()
    kind: str = "source_line"
    start: int = 0
    end: int = 0


_D = rf"(?i:{DATE})"
_BY = r"(?:[Bb]y|BY|[Ww]ritten by|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Pp]osted by|Article by|[Aa]uthor:)"
_P = rf"(?P<person>{PERSON})"
_SEP = r"(?:\s{0,3}[,|/–—•·.-]{1,2}\s{0,3}|\n)"
_AT = r"(?:[,]?\s(?:for|at|of|in|from|via|per|für|pour|para|su|auf)\s(?:the\s|the\sblog\s|il\s|la\s)?)"
_WHERE = r"(?=(?P<outlet>\S))"
_HEAD = r"(?:^|(?<=[\s“\"(\[])|(?<=\n))"
#: What ends a byline: nothing more, a colon, a bracket, a date, the next label.
_TAIL = re.compile(
    rf"[\s,.|/()\[\]•·–—-]{{0,6}}(?:$|:|\||\n|[)\]]|{_D}|(?i:posted|printed|published|updated|source|special to|https?:|news analysis|\d{{1,2}}[:.]\d\d)|[A-ZÀ-Þ][^.\n]{{5,}})",
)

_Shape = tuple[re.Pattern[str], int, bool, str]


def _shape(pattern: str, weight: int, *, whole: bool = True, kind: str = "source_line") -> _Shape:
    return re.compile(pattern), weight, whole, kind


#: (pattern, least weight of the outlet, must the line end with it, kind); the first that fits wins.
_SHAPES: tuple[_Shape, ...] = (
    _shape(rf"{_HEAD}{_BY}\s+{_P}(?:,\s*|\s+|(?=P))(?:(?:[Oo]riginally|[Ff]irst)\s)?[Pp]ublished\s(?:in|on|at|by)\s{_WHERE}", 0, whole=False, kind="original_publication"),
    _shape(rf"(?:^|\n|\|\s?|\d{{4}}\s|–\s){_BY}\s+{_P}{_AT}{_WHERE}", 0, kind="source_line"),
    _shape(rf"{_HEAD}{_BY}\s+{_P}\svia\s(?:the\s)?{_WHERE}", 0, whole=False, kind="via"),
    _shape(rf"{_HEAD}{_BY}\s+{_P}\s{{0,3}}/\s{{0,3}}{_WHERE}", 0, whole=False),
    _shape(rf"{_HEAD}{_BY}\s+{_P}{_SEP}(?:…\s)?(?:[Aa]rticle\.?\s)?{_WHERE}", 0),
    _shape(rf"{_HEAD}{_BY}\s+{_P}\s+\(\s?{_WHERE}", 0),
    _shape(rf"{_HEAD}{_BY}\s+{_P}\s+(?:{_D})\s+[\"“]{_WHERE}", 0, whole=False),
    _shape(rf"{_HEAD}{_BY}\s+{_P}\s*{_WHERE}", 1),
    _shape(rf"{_HEAD}{_BY}\s+{_P}\s+{_WHERE}(?=[^\s,]+\s[^,\n]{{2,40}},?\s{_D})", 0),
    _shape(rf"^[\W_]{{0,4}}{_P}{_SEP}{_WHERE}", 1),
    _shape(rf"^[\W_]{{0,4}}{_P}\s*/\s*{_WHERE}(?=[^\n]{{3,60}}{_D})", 0),
    _shape(rf"^[\W_]{{0,4}}{_P}\s+{_WHERE}(?=[^\n]{{3,50}}{_D})", 1),
    _shape(rf"(?:{_D}|[.!?])\s+{_P}\s+{_WHERE}", 2),
    _shape(rf"\(\s?(?:{_P},\s)?(?:in:?\s)?{_WHERE}(?=[^()\n]{{2,50}}[,\s]\s?{_D}\)[.\s]*$)", 0),
    _shape(rf"\(\s?{_P},\s(?:in:?\s)?{_WHERE}(?=[^()\n]{{2,40}}\)[.\s]*$)", 1),
    _shape(rf"^[\[(*\s]{{0,3}}(?:[Ff]rom\s)?(?:the\s)?{_WHERE}(?=[^\n]{{2,50}}?(?:,\s|\s[–—-]\s|\s\|\s|\s\()(?:[^\n,|]{{3,30}}[|,]\s)?{_D})", 2),
    _shape(rf"^[\[(*\s]{{0,3}}(?:{_D}\s+)?(?:by|from|From|FROM)\s(?:the\s)?{_WHERE}", 2),
    _shape(rf"(?:\d|\|)\s[^\n|]{{0,40}}\s{{1,4}}(?:[Ff]rom)\s(?:the\s)?{_WHERE}(?=[^\n]{{2,50}}:\s*$)", 1),
    _shape(rf"(?:^|\s)[Ff]rom\s{_P}\sat\s(?:the\s)?{_WHERE}(?=[^\n]{{2,50}}:)", 0, whole=False),
    _shape(rf"^{_D}\s+{_WHERE}(?=[^\n]{{10,160}}\s[Bb]y\s{_P})", 1, whole=False),
    _shape(rf"{_D}\s+{_WHERE}(?=[^\n]{{2,60}}{_D}[^\n]{{10,160}}\s[Bb]y\s{_P})", 1, whole=False),
    _shape(rf"^[\W_]{{0,3}}{_P}\s+{_D}(?:,?\s\d\d?:\d\d)?\s+{_WHERE}", 1),
    _shape(rf"\s{_P}\s+{_D}\s+{_WHERE}(?=[^\n]{{3,40}}$)", 1),
    _shape(rf"^[^\n.!?|]{{15,110}}\s\|\s{_WHERE}(?=[^\n|]{{3,40}}$)", 2),
    _shape(rf"^{_WHERE}(?=[^\n,]{{3,40}}\spress\srelease,\svia)", 0, whole=False),
)  # fmt: skip

#: "CITY (AGENCY) –" and "CITY, 27 Ago. (AGENCY) –".
_DATELINE = re.compile(
    r"^[\W_]{0,3}(?P<city>[A-ZÀ-ÞА-Я][\w’'.À-ž-]*(?:[ /][A-ZÀ-ÞА-Я(][\w’'.)À-ž-]*){0,3})(?:,\s[^()\n]{2,40})?\s?\((?P<outlet>[^()\n]{2,40})\)\s?[.:]?\s?[–—-]{1,2}\s?"
)
#: "MIDDLEMAN" - "ORIGIN" -
_NEXT_QUOTED = re.compile(r"[\"”]?\s*[-–—]\s*[\"“](?=[^\"\n]{2,60}[\"”])")
_RIGHTS = re.compile(r"(?i)©|\bcopyright\b|\ball rights reserved\b")
_BOOK = re.compile(r"(?i)\b(?:books?|press|verlag|éditions?|edizioni|editorial|publishers?|publishing)\b")
_URL_BYLINES = (
    re.compile(rf"^[\W_]{{0,3}}{_P}\s+https?://\S+\s+{_D}"),
    re.compile(rf"https?://\S+\s+(?:by|By)\s{_P}$"),
)
_ROLE = re.compile(
    r"(?i)(?:staff|editor|reporter|correspondent|writer|journalist|contributor|columnist|director|president|professor|author|chief|senior|guest|special|a|an|the author|ph\.?d|md|esq"
    r"|january|february|march|april|june|july|august|september|october|november|december|mon|tue|wed|thu|fri|sat|sun|posted|updated|published|photo\w*|image|illustration|associated press photo"
    r"|redaktion\w*|unserer redaktion|comments?|share|save|print|email|tweet|facebook|twitter|\d+ min\w*|last updated|here|and|with|min read)\b"
)
_IMAGE = re.compile(
    r"(?i)\b(?:photos?|photograph\w*|image|picture|illustrat\w+|foto\w*|graphic|handout|file|video|screenshot|source:|credit)\b"
)


def read_byline(line: Line) -> Byline | None:
    """Read a line as 'By PERSON, OUTLET, DATE' or one of its relatives; None where it is none."""
    text = line.text
    if len(text) > 700:
        line = line.cut(0, 300)
        text = line.text
    if _RIGHTS.search(text):
        return None
    dateline = _DATELINE.match(text)
    if dateline:
        name = clean_name(dateline["outlet"])
        if name and (AGENCIES.fullmatch(name) or outlet_weight(name) or name.isupper()) and not _IMAGE.search(name):
            return Byline(name, kind="syndicated", start=dateline.start("city"), end=dateline.end())
    for pattern, weight, whole, kind in _SHAPES:
        for found in pattern.finditer(text):
            source = _outlet(line, found.start("outlet"), weight, whole)
            if source is None:
                continue
            person = found.groupdict().get("person")
            if person is not None and not is_person(person) and not found.group().lower().lstrip().startswith("by"):
                continue
            if person is None and _BOOK.search(source.name or "") and found.group()[:1] == "(":
                continue
            if person is None and _IMAGE.search(text[: found.start("outlet")]):
                continue
            return Byline(source.name, person, source.href, source.rel, kind, found.start(), source.end)
    for pattern in _URL_BYLINES:
        plain = pattern.search(text)
        if plain and line.anchors:
            anchor = line.anchors[0]
            return Byline(
                host_name(anchor.href), plain["person"], anchor.href, anchor.rel, start=plain.start(), end=plain.end()
            )
    return None


def _outlet(line: Line, at: int, weight: int, whole: bool) -> Source | None:
    """The outlet that stands at an offset: named, heavy enough, and where asked at the byline's end."""
    text = line.text
    if _ROLE.match(text, at) or DATE_RE.match(text, at):
        return None
    source = read_name(line, at, loose=False)
    while source is not None and (quoted := _NEXT_QUOTED.match(text, source.end)):
        after = read_name(line, quoted.end(), loose=False)
        if after is None or after.end <= quoted.end():
            break
        source = after
    if source is None or not source.name:
        return None
    name = source.name
    if len(name.split()) > 6 or outlet_weight(name) < weight or _IMAGE.search(name):
        return None
    if (
        weight == 0
        and outlet_weight(name) == 0
        and is_person(name)
        and not DATE_RE.search(text[source.end : source.end + 24])
    ):
        return None
    if not (name[0].isupper() or name[0].isdigit() or not name[0].isascii() or "." in name):
        return None
    if whole and not _TAIL.match(text, source.end):
        return None
    return source
