"""Who wrote the article: every name, and nobody where the page names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.dom import Document
from rights.extract.jsonld import Node, types_of
from rights.extract.person_names import byline_names, name_key, split_names, unique_names
from rights.extract.relations import ARTICLE_TYPES
from rights.extract.written_dates import written_dates
from rights.patterns import late

_META = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
         "citation_author", "article:author_name", "authors", "creator", "rbauthors", "cxenseparse:author")  # fmt: skip
_AUTHOR_CLASS = late(
    r"(?:^|[\s_-])(?:author|byline|by-line|autor|auteur|autore|writer|contributor|fn|attribution|firma|reporter|journalist|journaliste|redactor|giornalista)(?:[\s_-]?(?:name|link|names|s))?(?=$|[\s_-])"
    r"|[a-z](?:Byline|Author)(?=$|[A-Z\s_-])",
)
_PROFILE = late(
    r"/(?:authors?|autor(?:en|es)?|people|profiles?|contributors?|staff|by|writers?|redaktion|person|team|journalist|auteurs?|users?|members?|profil)[/.,-]",
    re.IGNORECASE,
)
_STARTS = late(
    r"^(?:(?:written|posted|reported|story|words|text|article|opinion|analysis|review)\s+)?(?:by|von|por|par|di|door|av|text|texte|texto|testo|tekst|autor(?:in)?)\s*:?\s+(?=\S)"
    r"|^(?:بقلم|كتبه?|كتبت|إعداد|מאת|글)\s*[:：]?\s+(?=\S)|^(?:автор(?:ы)?|текст|yazan|autorka|作者|撰文|文|著者|執筆)\s*[:：]\s*(?=\S)"
    r"|^(?:posted|written|published|gespeichert|eingestellt|verfasst|geschrieben|erstellt|veröffentlicht|publicado|publié|pubblicato|scritto|(?:blog|gast)"
    r"[ -]?beitrag|ein\s+(?:gast)?beitrag)\b.{0,60}\b(?:by|von|por|par|da|di)\s"
    r"|^(?:text|interview|autor(?:in)?|author|words|bericht|verfasser(?:in)?)(?:\s*(?:&|und|and|/)\s*(?:fotos?|photos?|bilder))?\s*:",
    re.IGNORECASE,
)
_WRITTEN_BY = late(r"written|verfasst|geschrieben|écrit|escrito|scritto|author|autor|napisane|door|von", re.IGNORECASE)
_SENTENCE_END = late(r"[.!?…。][\"'”’»)]?\s*$")
_LABELLED = late(
    r"^(?:[^\n]{0,40}\n)?(?:(?:text|autor(?:in)?|author|words|verfasser(?:in)?|written by|posted by|eingestellt von|بقلم|מאת)\s*:?\s"
    r"|(?:автор(?:ы)?|текст|yazan|autorka|作者|撰文|著者|執筆)\s*[:：])",
    re.IGNORECASE,
)
_FAR = (regions.COMMENTS, regions.RELATED, regions.ASIDE, regions.NAV, regions.FOOTER, regions.CONSENT)
_NOT_ITS_OWN = (regions.NAV, regions.FOOTER, regions.CAPTION, regions.COMMENTS, regions.RELATED)
_MOST = 12
#: Characters of a block that is a title with its author and date, and no text.
_LONGEST_HEAD = 300


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors in the page's order, the byline as shown, and the blocks that show it."""

    names: tuple[str, ...] = ()
    byline: str | None = None
    blocks: frozenset[int] = frozenset()


def find_authors(document: Document, site_names: tuple[str, ...], title_block: int | None) -> Authors:
    """All authors of the article by JSON-LD, meta tags, marked elements and the line under the title.

    A source is believed before those after it; one that is shown to the reader and names more or fewer of the same
    persons settles how many they are.
    """
    banned = frozenset(name_key(name) for name in site_names)
    lines = _byline_blocks(document, title_block)
    data, meta, marks, named = author_sources(document, banned, lines)
    sources = data, meta, marks, named or _beneath_title(document, title_block, banned)
    names = _arbitrate(*_shown(document, sources, title_block))[:_MOST]
    keys = [name_key(name) for name in names]
    shown = [block for block in lines if _names_one(block.text, keys)] if keys else []
    return Authors(
        names=names,
        byline=shown[0].text if shown else None,
        blocks=frozenset(block.index for block in lines if block in shown or _is_byline(block)),
    )


def _names_one(text: str, keys: list[str]) -> bool:
    key = name_key(text)
    return any(name in key for name in keys)


def _is_byline(block: TextBlock) -> bool:
    """True for a line that begins as a byline does; a sentence of the text may, too ("By noon the fleet was gone.")."""
    return bool(_STARTS.match(block.text)) and not (block.in_main and _SENTENCE_END.search(block.text))


def author_sources(document: Document, banned: frozenset[str], lines: list[TextBlock]) -> tuple[tuple[str, ...], ...]:
    """The names by source: JSON-LD, meta, marked elements, bylines."""
    return (
        unique_names(name for text in _jsonld_authors(document) for name in split_names(text, banned)),
        unique_names(name for text in _meta_authors(document) for name in split_names(text, banned)),
        unique_names(name for text in _marked_authors(document) for name in split_names(text, banned)),
        _from_lines(lines, banned),
    )


def _arbitrate(
    data: tuple[str, ...], meta: tuple[str, ...], marks: tuple[str, ...], lines: tuple[str, ...]
) -> tuple[str, ...]:
    if not data and not meta and lines and _keys(lines) <= _keys(marks):
        return lines
    best = data or meta or marks or lines
    if meta and _keys(meta) == _keys(lines) < _keys(data):
        return meta
    for names in (meta, lines):
        if len(names) > len(best) and _keys(best) <= _keys(names):
            return names
    return best


def _keys(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name_key(name) for name in names)


def _from_lines(lines: list[TextBlock], banned: frozenset[str]) -> tuple[str, ...]:
    """The names of the first line that names anybody."""
    for block in lines:
        marked = block.within(regions.BYLINE) or says_author(block) or any(True for _ in written_dates(block.text))
        names = unique_names(
            name for line in block.text.split("\n") for name in byline_names(line, banned, marked=marked)
        )
        if names:
            return names
    return ()


def _beneath_title(document: Document, title_block: int | None, banned: frozenset[str]) -> tuple[str, ...]:
    """The author in the title's own block, below a line break, as pages laid out by tables have it."""
    block = document.blocks[title_block] if title_block is not None else _head_of_lines(document)
    if block is None or "\n" not in block.text or len(block.text) > _LONGEST_HEAD:
        return ()
    for line in block.text.split("\n")[1:]:
        names = byline_names(line, banned, marked=True) if len(line) < 80 and _STARTS.match(line) else ()
        if names:
            return unique_names(iter(names))
    marked = [
        element for element in block.element.iter("span", "em", "i", "b", "font", "cite") if _says_author(element)
    ]
    return unique_names(name for element in marked for name in split_names("".join(element.itertext()), banned))


def _head_of_lines(document: Document) -> TextBlock | None:
    """The block above or at the text's beginning whose first line is the page's title."""
    element = next(iter(document.tagged("title")), None)
    title = " ".join((element.text or "").split()) if element is not None else ""
    for block in document.blocks[: _bounds(document)[0] + 1] if title else ():
        line, broken, _ = block.text.partition("\n")
        if broken and len(line) >= 8 and line in title and len(block.text) <= _LONGEST_HEAD and block.hidden_by is None:
            return block
    return None


def _says_author(element: HtmlElement) -> bool:
    return "author" in (element.get("itemprop") or "") or bool(_AUTHOR_CLASS.search(element.get("class") or ""))


def _jsonld_authors(document: Document) -> Iterator[str]:
    graph = document.jsonld
    nodes = [node for node in graph.nodes if types_of(node) & ARTICLE_TYPES]
    nodes.sort(key=lambda node: bool(types_of(node) & {"webpage", "itempage"}))
    for node in nodes:
        found = [text for value in graph.values(node, "author") for text in _person(value)]
        if found:
            yield from found
            return


def _person(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        node: Node = value
        if types_of(node) & {"organization", "newsmediaorganization", "corporation"}:
            return
        name = node.get("name")
        for one in name if isinstance(name, list) else [name]:
            if isinstance(one, str):
                yield one


def _meta_authors(document: Document) -> Iterator[str]:
    for name in _META:
        values = [value for value in document.meta.get(name, ()) if not value.startswith(("http", "/"))]
        if values:
            yield from values[: 2 * _MOST]
            return
    label = document.first_meta("twitter:label1") or ""
    if _WRITTEN_BY.search(label):
        yield from document.meta.get("twitter:data1", ())


def _marked_authors(document: Document) -> Iterator[str]:
    """Names in elements that say they hold the author, in and above the article's text."""
    first, last = _bounds(document)
    found: list[str] = []
    for block in document.blocks:
        if block.hidden_by is not None or (block.within(*_FAR) and not _own_footer(block, last)):
            continue
        if block.index > last + 7 and not (block.index < last + 30 and block.within(regions.BYLINE)):
            continue
        near = first - 15 <= block.index <= first + 3
        for anchor in block.anchors:
            attributed = "author" in anchor.rel or "author" in (anchor.element.get("itemprop") or "")
            if attributed or (near and not block.in_main and _PROFILE.search(anchor.href)):
                found.append(anchor.text)
        if not found and near and (block.element.get("itemprop") or "") == "author" and len(block.text) < 120:
            found.append(block.text)
    yield from found[:8]


def _own_footer(block: TextBlock, last: int) -> bool:
    """True for the byline in the footer of the article itself, as blogs have it."""
    return (
        block.region == regions.BYLINE
        and block.index <= last + 15
        and not block.within(regions.COMMENTS, regions.RELATED)
    )


def _bounds(document: Document) -> tuple[int, int]:
    main = document.main
    return (main.first, main.last) if main else (0, min(60, len(document.blocks)))


def says_author(block: TextBlock) -> bool:
    """True for a short block whose own markup names it a byline."""
    return len(block.text) < 120 and _says_author(block.element)


def _byline_blocks(document: Document, title_block: int | None) -> list[TextBlock]:
    """Short blocks between the title and the text, and at the text's very end, that may name the author."""
    first, last = _bounds(document)
    start = min(title_block if title_block is not None else first, first)
    end = max(title_block if title_block is not None else first, first)
    found = []
    for block in document.blocks[max(0, start - 8) : end + 14]:
        if block.hidden_by is not None or len(block.text) > 240 or block.index == title_block:
            continue
        close = title_block is not None and abs(block.index - title_block) <= 3
        if block.within(*_NOT_ITS_OWN) and not (close and says_author(block)):
            continue
        if (
            block.within(regions.BYLINE)
            or _STARTS.match(block.text)
            or says_author(block)
            or (close and len(block.text) <= 80 and any(True for _ in written_dates(block.text)))
        ):
            found.append(block)
    found += [
        block
        for block in document.blocks[max(end + 14, last - 1) : last + 8]
        if block.hidden_by is None
        and len(block.text) <= 160
        and (_LABELLED.match(block.text) or _own_footer(block, last))
    ]
    return found


def _shown(document: Document, sources: Sequence[tuple[str, ...]], title_block: int | None) -> list[tuple[str, ...]]:
    """The names that a reader meets in or about the article: a content system's account that nobody sees is no author."""
    if not any(sources) or document.media == "markdown":  # its head is what the author wrote, not a content system
        return list(sources)
    first, last = _bounds(document)
    first = min(first, title_block if title_block is not None else first)
    text = " ".join(
        block.text
        for block in document.blocks
        if block.hidden_by is None
        and (first - 8 <= block.index <= last + 8 or not block.within(regions.NAV, regions.COMMENTS))
    )
    missing = {name for names in sources for name in names if name not in text}
    key = name_key(text) if missing else ""
    return [tuple(name for name in names if name not in missing or name_key(name) in key) for names in sources]
