"""Who wrote the article: every name, split and cleaned, and nobody where the page names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.dom import Document
from rights.extract.jsonld import Node, types_of
from rights.extract.relations import ARTICLE_TYPES

_META = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
         "citation_author", "article:author_name", "dc.contributor", "authors", "creator", "rbauthors",
         "cxenseparse:author")  # fmt: skip
_LEAD = re.compile(
    r"^(?:(?:written|posted|published|reported|story|words|text|article|opinion|analysis|review|column|commentary)\s+)?"
    r"(?:by|von|vom|por|par|di|door|av|af|przez|autor(?:in|en|es)?|autore|auteur|author|authors|text|texto|escrito por"
    r"|ein (?:gast)?beitrag von|автор|作者|文)\s*[:：]?\s+|^(?:by|author|autor|text|von|作者|文|автор)\s*[:：]\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:,\s*(?:and|und|et|y|e|en|i|&)\s+|;|\||/|\s&\s|\s\+\s|\s·\s|\s•\s|\s(?:and|und|et|y|och|og|with|mit)\s|、|，|\n)\s*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:staff|editors?|editorial|team|admin(?:istrator)?|redaktion|redakteur|newsroom|newsdesk|desk|news|press|agency|agencies"
    r"|correspondents?|contributors?|reporters?|writers?|journalists?|columnists?|guest|authors?|autor|unknown|anonymous|webmaster|redacci[oó]n"
    r"|r[ée]daction|redazione|redacja|pressestelle|presse(?:stelle|portal|mitteilung|abteilung)?|wire|services?|magazine|media|network|inc|ltd|llc|gmbh"
    r"|university|institute|department|ministry|ministerium|office|council|foundation|association|committee|society|company|group"
    r"|times|tribune|gazette|zeitung|bureau|user|default|username|moderator|online|website|posted|updated|published|minutes?|read"
    r"|follow|subscribe|share|comments?|photo|photos|getty|reuters|afp|dpa|associated|ap|efe|ansa|press-?release|view|more|all|posts?|articles?"
    r"|senior|chief|director|producer|manager|managing|deputy|assistant|associate|president|professor|fellow|lead|head|host|specialist|analyst|expert"
    r"|about|the|this|our|your|from|for|at|in|on|contact|email|redactie|stiftung|verein|verband|verlag|blog)\b",
    re.IGNORECASE,
)
_ROLE_TAIL = re.compile(r"\s*(?:[-–—|(,]|\s(?:for|at|of|is|für|in)\s).*$", re.IGNORECASE)
_BAD = re.compile(r"[@<>{}\[\]=#]|https?:|www\.|\d{3,}|\.(?:com|org|net|de|co)\b", re.IGNORECASE)
_AUTHOR_CLASS = re.compile(
    r"(?:^|[\s_-])(?:author|byline|by-line|autor|auteur|writer|contributor|fn)(?:[\s_-]?(?:name|link|names|s))?(?=$|[\s_-])",
    re.IGNORECASE,
)
_TEXT_BYLINE = re.compile(
    r"^(?:(?:written|posted|reported|story|words|text)\s+)?(?:by|von|por|par|di|door|text|autor(?:in)?)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_NAME_TOKEN = re.compile(
    r"^(?:[^\W\d_a-z][\w.'’-]*|d[aeiou]|de|del|della|di|du|el|al|bin|ibn|la|le|van|von|der|den|ter|ten|y|zu|zur|af|bint|dos|das|do|e)$"
)
_MOST = 12


def find_authors(
    document: Document, site_names: tuple[str, ...], title_block: int | None
) -> tuple[tuple[str, ...], str | None, frozenset[int]]:
    """The authors in the page's order, the byline as shown, and the blocks that show it."""
    banned = {_key(name) for name in site_names}
    from_data = _unique(_names(_jsonld_authors(document), banned))
    from_meta = _unique(_names(_meta_authors(document), banned))
    blocks = _byline_blocks(document, title_block)
    from_marks = _unique(_names(_marked_authors(document), banned))
    from_lines = _unique(
        name
        for block in blocks
        if _TEXT_BYLINE.match(block.text)
        for name in _names([block.text.split("\n")[0]], banned, True)
    )
    chosen = _arbitrate(from_data, from_meta, from_marks, from_lines)
    shown = [block for block in blocks if any(_key(name) in _key(block.text) for name in chosen)]
    byline = shown[0].text if shown else None
    return (
        chosen[:_MOST],
        byline,
        frozenset(block.index for block in blocks if block in shown or _TEXT_BYLINE.match(block.text)),
    )


def _arbitrate(*sources: tuple[str, ...]) -> tuple[str, ...]:
    """The first source that names somebody; a later one that names all of these and more is believed instead."""
    best: tuple[str, ...] = ()
    for names in sources:
        if not best or (len(names) > len(best) and {_key(n) for n in best} <= {_key(n) for n in names}):
            best = names
    return best


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
            yield from values
            return


def _marked_authors(document: Document) -> Iterator[str]:
    """Names in elements that say they hold the author, in and above the article's text."""
    last = document.main.last if document.main else 10**9
    first = document.main.first if document.main else 0
    found: list[str] = []
    for block in document.blocks:
        if block.index > last + 6 or block.hidden_by is not None:
            continue
        if block.within(regions.COMMENTS, regions.RELATED, regions.ASIDE, regions.NAV, regions.FOOTER):
            continue
        near = first - 15 <= block.index <= first + 3
        for anchor in block.anchors:
            if (
                "author" in anchor.rel
                or (anchor.element.get("itemprop") or "") == "author"
                or (
                    near
                    and re.search(
                        r"/(?:authors?|autor(?:en|es)?|people|profile|contributors?|staff|by|writers?|redaktion|person)/",
                        anchor.href,
                    )
                )
            ):
                found.append(anchor.text)
        if not found and near and _says_author(block):
            found.append(block.text)
    yield from found[:8]


def _says_author(block: TextBlock) -> bool:
    element = block.element
    return len(block.text) < 120 and bool(
        (element.get("itemprop") or "") == "author" or _AUTHOR_CLASS.search(element.get("class") or "")
    )


def _byline_blocks(document: Document, title_block: int | None) -> list[TextBlock]:
    """Short blocks about the top of the text that may name the author."""
    first = document.main.first if document.main else 0
    start = min(title_block if title_block is not None else first, first)
    found = []
    for block in document.blocks[max(0, start - 6) : first + 12]:
        if block.hidden_by is not None or len(block.text) > 240 or block.index == title_block:
            continue
        if block.within(regions.BYLINE) or _TEXT_BYLINE.match(block.text) or _says_author(block):
            found.append(block)
    return found


def _names(texts: Iterable[str], banned: set[str], strict: bool = False) -> Iterator[str]:
    for text in texts:
        yield from split_names(text, banned, strict)


def split_names(text: str, banned: set[str] | frozenset[str] = frozenset(), strict: bool = False) -> Iterator[str]:
    """The persons that a byline or metadata field names; ``strict`` wants capitalised names of two words or more."""
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", unescape(text)))[:300].strip()
    text = re.sub(r"\([^)]*\)", " ", text)
    text = _LEAD.sub("", text).strip(" .,:;|-–—•")
    for part in _SPLIT.split(text):
        pieces = [piece.strip() for piece in part.split(",")]
        good = [piece for piece in pieces if is_name(piece, banned, True)]
        if len(pieces) > 1 and good:
            yield from (_tidy(piece) for piece in good)
            continue
        name = _tidy(_LEAD.sub("", pieces[0]))
        if not is_name(name, banned, strict):
            name = _tidy(_ROLE_TAIL.sub("", name))
        if is_name(name, banned, strict):
            yield name


def is_name(text: str, banned: set[str] | frozenset[str] = frozenset(), strict: bool = False) -> bool:
    """True for what can be the name of a person, not of an outlet, a role or a team."""
    words = text.split()
    if not 1 <= len(words) <= 6 or not 2 <= len(text) <= 60 or _BAD.search(text) or _NO_NAME.search(text):
        return False
    if _key(text) in banned or not re.search(r"[^\W\d_]", text):
        return False
    if not strict:
        return True
    if re.search(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]", text):
        return len(text) <= 12
    return len(words) >= 2 and all(_NAME_TOKEN.match(word) for word in words)


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(' .,:;|-–—•*"“”')


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(_key(name), name)
    return tuple(found.values())


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
