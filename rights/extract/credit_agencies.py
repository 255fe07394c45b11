"""News agencies as a text's source: in the dateline, as the author, in brackets at the end, as the copyright's holder."""

from __future__ import annotations

import re

from rights.extract.blocks import TextBlock
from rights.extract.credit_bylines import read_dateline
from rights.extract.credit_context import IMAGE, Place
from rights.extract.credit_line import Line
from rights.extract.credit_name_tables import AGENCIES, AGENCY_FIRST
from rights.extract.credit_reading import Reading
from rights.extract.credit_vetoes import image_line
from rights.extract.regions import BYLINE
from rights.model import CreditKind, Position
from rights.patterns import late

_AGENCY_BYLINE = late(
    r"^(?:(?:(?:(?:par\s|by\s|por\s)?(?:la\s)?(?:rédaction|redacción|redazione|redaktion|redação)\s(?:avec|con|com|mit|with|et|und|y|e))|(?:reporting )?by|von|par|por|da|di|door|od|source|quelle|text|fuente|fonte|bron|redacci[oó]n|redazione|rédaction|autora?|autor[ei]|auteur|avec|mit|автор|текст|источник|yazan|kaynak|haber|מאת|מקור|بقلم|المصدر|الكاتب|作者|配信|提供|출처)(?:\s*[:：/|]\s*|\s+)(?:the\s)?)?(?P<name>[^\n,|/]{2,40}?)(?:\s*[,|/]\s*(?:unserer redaktion|staff|[^\n]{0,40}))?(?:\s*\d{1,2}[./].{0,20})?$",
    re.IGNORECASE,
)
_AGENCY_COPYRIGHT = late(
    r"[<\[]?\s?(?:저작권자\s*)?(?:©|ⓒ|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:[-–]\d{4})?)?,?\s*(?:by\s)?(?:the\s)?(?P<name>[^\n.,|]{2,40})",
    re.IGNORECASE,
)


#: An author with the agency in brackets: "Text: Karin Voss (epd)".
_OF_AGENCY = late(
    r"(?P<label>(?:text|texte|texto|testo|tekst|von|par|by|por|di|door)\s?:?\s)?[^\W\d_][^\n(),:|]{3,40}\s\((?P<name>[^()\n]{2,24})\)\W*$",
    re.IGNORECASE,
)
_IN_BRACKETS = late(r"[(（](?:avec |mit |with |con |com |met |z )?(?P<names>[^()（）\n]{2,60})[)）][.。\s]*$")
#: The last line of a press release, in capitals as the wires write it.
_SOURCE = late(r"SOURCE:?\s+(?P<name>[A-Z][^\n]{1,70})$")
#: An outlet's name that is all of a line in the byline: "The Washington Post", "Los Angeles Times".
_OUTLET_ALONE = late(
    r"(?!By|From|Staff|Our|Local|Breaking|Latest)(?:The\s)?(?:[A-Z][\w’'.-]+\s){1,3}(?:Times|Post|Tribune|Journal|Herald|Chronicle|Guardian|Telegraph|Independent|Globe|Gazette|Dispatch|Inquirer|Sentinel|Examiner|Mercury News|Press|Today"
    r"|News Service|Daily News|Monitor|Register|Courier|Bee|Republic|Economist|Conversation|Intercept)|The (?:Conversation|Guardian|Atlantic|Economist|Intercept|Independent|Telegraph|Hill|Nation)"
)


def agencies_at_end(line: Line, place: Place) -> Reading | None:
    """Agencies in brackets after a text's last sentence: '(dpa)', '(AFP, Reuters)'."""
    found = _IN_BRACKETS.search(line.text)
    if found is None or image_line(line.text) or place.distance > 1 or place.position is not Position.BOTTOM:
        return None
    names = [name for name in re.split(r"\s*[,;/+]\s*|\s(?:and|und|et|y|mit)\s", found["names"]) if name]
    if not names or not AGENCIES.fullmatch(names[0]):
        return None
    return Reading(
        CreditKind.SOURCE_LINE, names[0], strong=False, edge=True, subject=True, start=found.start(), end=found.end()
    )


def dateline(line: Line) -> Reading | None:
    found = read_dateline(line)
    if found is None:
        return None
    return Reading(
        CreditKind.SYNDICATED, found.outlet, strong=False, edge=True, subject=True, start=found.start, end=found.end
    )


def agency(line: Line, block: TextBlock, place: Place) -> Reading | None:
    """An agency as the author ('Von dpa') or as the holder of the text's copyright ('© 2020 Reuters')."""
    if len(block.text) > 120 or block.within(*IMAGE):
        return None
    found = _AGENCY_COPYRIGHT.match(line.text)
    holder = AGENCY_FIRST.match(found["name"].strip()) if found else None
    if found and holder:
        return Reading(CreditKind.COPYRIGHT_LINE, holder.group(), strong=False, bare=True, edge=True, end=found.end())
    found = _SOURCE.match(line.text)
    if found and place.position is Position.BOTTOM:
        return Reading(CreditKind.SOURCE_LINE, found["name"].strip(" ."), edge=True, subject=True, end=found.end())
    if block.region == BYLINE and _OUTLET_ALONE.fullmatch(line.text):
        return Reading(CreditKind.SOURCE_LINE, line.text, strong=False, bare=True, edge=True, end=len(line.text))
    found = _AGENCY_BYLINE.match(line.text.split("\n")[0])
    if (
        found
        and AGENCIES.fullmatch(found["name"].strip())
        and place.position in (Position.BYLINE, Position.TOP, Position.BOTTOM)
    ):
        name = found["name"].strip()
        return Reading(CreditKind.SOURCE_LINE, name, strong=False, bare=True, edge=True, end=found.end())
    found = _OF_AGENCY.match(line.text)
    if found is None or image_line(line.text) or not AGENCIES.fullmatch(found["name"].strip()):
        return None
    if found["label"] or place.position in (Position.BYLINE, Position.TOP):
        name = found["name"].strip()
        return Reading(CreditKind.SOURCE_LINE, name, strong=False, bare=True, edge=True, end=found.end())
    return None
