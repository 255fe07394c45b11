"""When an article was published and changed, as precisely as the page says."""

from __future__ import annotations

import logging
import re
from datetime import date

from rights.extract import regions
from rights.extract.dateline import day_first
from rights.extract.dom import LIBRARY_ERRORS, Document
from rights.extract.jsonld import types_of
from rights.extract.relations import ARTICLE_TYPES
from rights.extract.written_dates import written_dates
from rights.patterns import late

logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date.created", "citation_publication_date",
    "citation_date", "pubdate", "publishdate", "publish-date", "publication_date", "publish_date", "article_date_original",
    "cxenseparse:recs:publishtime", "date", "dc.date", "dcterms.date", "dcterms.issued", "originalpublicationdate",
    "og:published_time", "article.published", "timestamp", "displaydate", "ptime", "pub_date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "dcterms.modified",
    "dc.date.modified", "lastmod", "last-modified", "revised", "article.updated", "utime",
)  # fmt: skip
_ISO = late(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_COMPACT = late(r"\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z)?\s*$")
_SLASHED = late(r"\s*(\d{4})/(\d{1,2})/(\d{1,2})\b")
#: A date in a field for machines that a person wrote is no longer.
_LONGEST = 60
#: Elements and characters beyond which htmldate takes too long.
_MAX_ELEMENTS, _MAX_CHARS = 15_000, 1_500_000


def find_dates(document: Document, dateline: str | None = None) -> tuple[str | None, str | None]:
    """The dates of publication and of the last change, ISO 8601; None where the page says nothing.

    ``dateline`` is the day that the line under the title names.
    """
    published = _from_jsonld(document, "datePublished") or _from_meta(document, _PUBLISHED) or _from_time(document)
    modified = _from_jsonld(document, "dateModified") or _from_meta(document, _MODIFIED)
    if published is None:
        published = (
            _written_in_jsonld(document)
            or dateline
            or _from_near_time(document)
            or _from_htmldate(document)
            or _from_lines(document)
        )
    elif dateline is not None and _one_day_apart(published, dateline):
        published = dateline
    if published is None:
        published = _from_jsonld(document, "dateCreated", "uploadDate")
    return published, modified or _changed(document)


#: Right before the day of the last change.
_UPDATED = late(
    r"(?:\b(?:updated|modified|revised|aktualisiert|geändert|überarbeitet|mis à jour|modifié|actualizado|modificado|aggiornato|atualizado|bijgewerkt|gewijzigd|zaktualizowano|aktualizacja|обновлено|изменено|güncellendi"
    r"|güncelleme|uppdaterad|opdateret|oppdatert)|更新|수정|تحديث|עודכן)[^\d\n]{0,24}$",
    re.IGNORECASE,
)


def _changed(document: Document) -> str | None:
    """The day that a line about the title calls the last change."""
    first = document.main.first if document.main else 12
    for block in document.blocks[max(0, first - 12) : first + 3]:
        if block.hidden_by is not None or len(block.text) > 160 or block.within(*_OTHERS):
            continue
        for day, (start, _) in written_dates(block.text):
            if _UPDATED.search(block.text, max(0, start - 60), start):
                return day
    return None


def _one_day_apart(stamp: str, day: str) -> bool:
    """True where a time stamp falls on the day before or after: it is in another time zone than the page's readers."""
    return "T" in stamp and abs((date.fromisoformat(stamp[:10]) - date.fromisoformat(day)).days) == 1


def _from_jsonld(document: Document, *keys: str) -> str | None:
    graph = document.jsonld
    nodes = [node for node in graph.nodes if types_of(node) & ARTICLE_TYPES]
    nodes.sort(key=lambda node: "webpage" in types_of(node))
    for node in nodes:
        for key in keys:
            for text in graph.texts(node, key):
                found = iso_date(text)
                if found:
                    return found
    return None


def _written_in_jsonld(document: Document) -> str | None:
    """The day of publication where a person filled the field: "Mon, 04 Mar 2024 08:00:00 GMT"."""
    graph = document.jsonld
    texts = (text for node in graph.of_type(*ARTICLE_TYPES) for text in graph.texts(node, "datePublished"))
    return next((day for text in texts if len(text) < _LONGEST for day, _ in written_dates(text)), None)


def _from_meta(document: Document, names: tuple[str, ...]) -> str | None:
    for name in names:
        for content in document.meta.get(name, ()):
            found = iso_date(content)
            if found:
                return found
    return None


def _from_time(document: Document) -> str | None:
    for element in document.tagged("time"):
        if element.get("pubdate") is not None or (element.get("itemprop") or "").lower() == "datepublished":
            found = iso_date(element.get("datetime") or element.get("content") or "")
            if found:
                return found
    return None


def _from_near_time(document: Document) -> str | None:
    """The first time element that stands about the beginning of the text."""
    if document.main is None:
        return None
    first = document.main.first
    for block in document.blocks[max(0, first - 12) : first + 3]:
        for element in block.element.iter("time") if block.hidden_by is None else ():
            found = iso_date(element.get("datetime") or "")
            if found:
                return found
    return None


_SAYS_WHEN = late(
    r"\b(?:published|posted|updated|created|date|dated|veröffentlich\w*|erschienen|erstellt|aktualisiert|datum|stand|publié|mis à jour|publicado|fecha"
    r"|actualizado|data|pubblicato|aggiornato|gepubliceerd|geplaatst|opublikowan\w*|dodano|опубликован\w*|дата|yayın\w*|tarih\w*|publicerad)\b"
    r"|发布|發布|日期|日付|公開|掲載|更新|입력|등록|نشر|פורסם",
    re.IGNORECASE,
)
_OTHERS = (regions.COMMENTS, regions.RELATED, regions.ASIDE, regions.NAV, regions.AD)


def _from_lines(document: Document) -> str | None:
    """The day that a short line names: next to the text, or anywhere where the line says that it is when this appeared."""
    main = document.main
    first, last = (main.first, main.last) if main else (0, 0)
    said: str | None = None
    for block in document.blocks:
        if block.hidden_by is not None or block.in_main or len(block.text) > 160 or block.within(*_OTHERS):
            continue
        near = first - 15 <= block.index <= last + 6
        if not near and not _SAYS_WHEN.search(block.text):
            continue
        for day, _ in written_dates(block.text, day_first=day_first(document)):
            if near:
                return day
            said = said or day
    return said


#: Without a year or a short date (1/2/24) in the markup there is nothing to find.
_SOME_DAY = late(r"(?:1[89]|20)\d\d|\d[./-]\d\d?[./-]\d\d")


def _from_htmldate(document: Document) -> str | None:
    if document.elements > _MAX_ELEMENTS or len(document.source) > _MAX_CHARS:
        return None
    if not _SOME_DAY.search(document.source) and not _SOME_DAY.search(document.url or ""):
        return None
    from htmldate import find_date  # 0.1 s, and most pages say their date in a form that is read here

    try:
        found = find_date(document.root, extensive_search=False, original_date=True, url=document.url)
    except LIBRARY_ERRORS:
        return None
    return str(found) if found else None


def iso_date(text: str) -> str | None:
    """A machine-readable date in ISO 8601, with its time and zone where it has both; None where it is none.

    A date without meaning (month 13, the epoch, before 1900) is none.
    """
    exact = _ISO.match(text)
    found = exact or _COMPACT.match(text) or _SLASHED.match(text)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups()[:3])
    try:
        day_only = date(year, month, day)
    except ValueError:
        return None
    if not date(1900, 1, 1) <= day_only <= date(2100, 1, 1) or day_only == date(1970, 1, 1):
        return None
    iso = day_only.isoformat()
    if exact is None or exact.group(4) is None or not exact.group(7):
        return iso
    zone = exact.group(7).upper()
    zone = "Z" if zone in ("Z", "UTC", "GMT") else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    if int(exact.group(4)) > 23 or int(exact.group(5)) > 59:
        return iso
    return f"{iso}T{int(exact.group(4)):02d}:{exact.group(5)}:{exact.group(6) or '00'}{zone}"
