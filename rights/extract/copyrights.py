"""Copyright lines with holder and year: the article's, the site's and the images', told apart."""

from __future__ import annotations

import re

from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.credit_context import Place, place_of
from rights.extract.credit_names import clean_name
from rights.extract.dom import Document
from rights.extract.facts import Facts
from rights.model import Copyright
from rights.patterns import late

#: Blocks longer than this are prose that speaks of copyright, unless the mark stands near their beginning or end.
_SHORT, _EDGE = 320, 160
_MOST = 20
_RESERVED = (
    r"all rights? reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados"
    r"|alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены|tüm hakları saklıdır|版权所有|版權所有|无断|禁无断|無断|무단|저작권자|riproduzione riservata|reproducción (?:prohibida|reservada)|reprodução proibida|diritti riservati"
)
_MARK = late(rf"©|\(c\)(?=\s*(?:\d{{4}}|[A-Z]))|\bcopyright\b|ⓒ|{_RESERVED}", re.IGNORECASE)
#: One of these stands in every line that `_MARK` finds.
_HINTS = ("©", "(c)", "copyright", "ⓒ", "reserv", "vorbehalten", "riservati", "voorbehouden", "zastrze", "защищены", "saklı", "版权所有", "版權所有", "无断", "無断", "저작권자")  # fmt: skip
#: A copyright mark, however often it is said at once: "© Copyright".
_SIGN = late(r"(?:©|\(c\)|\bcopyright\b)(?:[\s:]*(?:©|\(c\)|\bcopyright\b))*", re.IGNORECASE)
_YEARS = r"(?:(?:19|20)\d\d)(?:\s?[-–—,/]\s?(?:(?:19|20)\d\d|\d\d))*"
_END = rf"(?=\s*(?:[.,;|•·–—-]?\s*(?:{_RESERVED})|[|•·\n()\[\]]|\.\s+[A-ZÀ-Þ]|\.?\s*$|[,;]\s(?!(?:inc|ltd|llc|co|corp|gmbh|plc)\b)|\s[-–—]\s|\s(?:verbatim|used with|licensed|under a|unless|this material)\b))"
_HOLDER = rf"(?P<holder>[^\n|©•·]{{2,90}}?){_END}"
_LINES = tuple(
    late(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:©|ⓒ|\(c\)|copyright)[\s:©]*(?:\(c\)\s*)?(?:by\s+)?(?P<years>{_YEARS})[\s,:–—-]*(?:by\s+|von\s+)?{_HOLDER}",
        rf"(?:©|ⓒ|\(c\)|copyright)[\s:©]*(?:\(c\)\s*)?(?:by\s+|von\s+)?(?P<holder>[^\n|©•·\d]{{2,80}}?)[\s,]+(?P<years>{_YEARS})",
        rf"(?P<holder>[^\n|©•·.:]{{2,80}}?)\s*(?:©|ⓒ|\(c\))\s*(?P<years>{_YEARS})?",
        rf"(?:©|ⓒ|\(c\)|copyright)[\s:©]*(?:by\s+|von\s+)?{_HOLDER}",
        r"(?:版权所有|版權所有)[\s:：©]*(?P<years>(?:19|20)\d\d)?\s*(?P<holder>[^\s，。,|]{2,30})",
        r"(?P<holder>[^\s，。,|]{2,30})\s*(?:版权所有|版權所有)",
    )
)
_IMAGE = late(
    r"\b(?:photos?|photograph\w*|images?|pictures?|fotos?|bild(?:er)?|immagin[ei]|imagen|foto)\b", re.IGNORECASE
)
_NO_HOLDER = late(
    rf"(?:\W|\d|all|rights?|reserved|(?:photo|picture|image|foto|bild|texte?|texto|testo|tekst|illustration|graphic|video|content|design|credit|article|story|artikel)s?|photograph(?:s|y)?|bilder|{_RESERVED}|notice|policy|information|infringement|law|act|holders?|owners?|the|is|and|of|der|die|das|terms|conditions|privacy|manager|licen[sc]es?|release|forms|cookies?|contact|imprint|impressum)*(?:permissions?)?$",
    re.IGNORECASE,
)
_PROSE = late(
    r"\b(?:infring|copyright(?:ed)? (?:law|owner|holder|material|act|notice|policy|claim|protect|work)|under copyright|violat)",
    re.IGNORECASE,
)


#: Between the notices of two holders: a mark, or the end of a sentence before the next "Photographs copyright".
_PARTED = late(r"[;|•·]|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_]+\s(?:©|copyright))", re.IGNORECASE)


def find_copyrights(document: Document, facts: Facts) -> tuple[Copyright, ...]:
    """Every copyright line of the page in reading order, each once.

    ``of`` is ``image`` in a caption, ``article`` where the line belongs to the text, else ``site``; the year is the
    last one where a line names several; ``holder`` is None where the line names nobody.
    """
    found: dict[tuple[str, str], Copyright] = {}
    for block in document.blocks_with(_HINTS):
        mark = _MARK.search(block.text)
        if mark is None or block.within(regions.COMMENTS, regions.CONSENT):
            continue
        if len(block.text) > _SHORT and _EDGE < mark.start() < len(block.text) - _EDGE:
            continue
        place = place_of(document, facts, block)
        for line in _parts(_line_around(block.text, mark.start())):
            holder, year = read_copyright(line)
            if _PROSE.search(line) and year is None:
                continue
            of = _of(block, place, line)
            found.setdefault(
                (line, of),
                Copyright(text=line, holder=holder, year=year, of=of, selector=document.selector(block.element)),
            )
        if len(found) >= _MOST:
            break
    return tuple(found.values())


def _parts(line: str) -> list[str]:
    """The line, or where it names several holders, "Text: © A; Photos: © B", its parts that do."""
    if len(line) > _SHORT or len(_SIGN.findall(line)) < 2:
        return [line]
    parts = [part.strip() for part in _PARTED.split(line) if _SIGN.search(part)]
    return parts if len(parts) > 1 else [line]


def read_copyright(line: str) -> tuple[str | None, int | None]:
    """Holder and year that a copyright line names, each None where it does not."""
    line = re.sub(r"\s+", " ", line[: 4 * _SHORT])[:_SHORT]
    year: int | None = None
    for pattern in _LINES:
        read = pattern.search(line)
        if read is None:
            continue
        years = read.groupdict().get("years")
        if years and year is None:
            year = max(int(y) for y in re.findall(r"(?:19|20)\d\d", years))
        holder = _holder(read["holder"])
        if holder:
            return holder, year
    if year is None:
        plain = re.search(rf"(?:©|ⓒ|copyright)\D{{0,12}}({_YEARS})", line, re.IGNORECASE)
        year = max(int(y) for y in re.findall(r"(?:19|20)\d\d", plain.group(1))) if plain else None
    return None, year


def _holder(text: str) -> str | None:
    text = re.sub(rf"(?:{_RESERVED}).*$", "", text, flags=re.IGNORECASE | re.DOTALL)
    text = re.sub(r"(?i)^(?:[^\w.]|copyright|by\s|\d{4})+", "", text)
    if _NO_HOLDER.match(text):
        return None
    text = re.split(r"(?i)\s(?:powered by|or (?:its|by)|and (?:its|licen[sc]e)|разработка|privacy policy)\b", text)[0]
    if text[:1] == "." or re.match(r"(?i)(?:it|and|or|is|to|in|this|we|you)\s", text):
        return None
    name = clean_name(text)
    if name and any(name.count(opened) > name.count(closed) for opened, closed in ("«»", "“”", "()")):
        name = text.strip(" \n.,;:|–—-")
    return name if name and len(name.split()) <= 10 else None


def _line_around(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)].strip()[:_SHORT]


def _of(block: TextBlock, place: Place, line: str) -> str:
    if block.within(regions.CAPTION, regions.FIGURE) or _IMAGE.search(line[:40]):
        return "image"
    if block.in_main or (not place.beside and place.distance <= 12 and block.within(regions.ARTICLE, regions.BODY)):
        return "article"
    return "site"
