"""What the page decides about a line that reads like a credit: whose site is this, and where does the line stand?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rights import urls
from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.credit_name_tables import AGENCIES
from rights.extract.credit_names import outlet_weight
from rights.extract.credit_reading import Reading
from rights.extract.dom import Document
from rights.extract.facts import Facts
from rights.extract.jsonld import href_of, text_of
from rights.extract.relations import ARTICLE_TYPES
from rights.model import CreditKind, Position
from rights.patterns import late

_WORD = late(r"[^\W_]+")
_ARTICLES = frozenset(("the", "der", "die", "das", "le", "la", "les", "el", "il", "de", "het", "www"))
_SUFFIXES = frozenset(("com", "org", "net", "co", "de", "fr", "es", "it", "nl", "pl", "ru", "uk", "eu", "info"))
#: Regions where nothing is said about this article's origin.
NEVER = (regions.NAV, regions.COMMENTS, regions.RELATED, regions.CONSENT, regions.NEWSLETTER, regions.SHARE, regions.AD)
IMAGE = (regions.CAPTION, regions.FIGURE)
#: Regions where only a sentence about "this article" counts.
BESIDE = (regions.ASIDE, regions.BIO, regions.FOOTER, regions.HEADER)
#: A page with at most this many blocks has no surroundings to go by.
TINY = 8
#: Blocks beyond the text's edges that still belong to the article: for sentences (twice as many where they speak of
#: "this article"), and for bare lines.
REACH, NEAR = 20, 8


def words_of_name(name: str) -> tuple[str, ...]:
    """A name's words for comparison: no case, no article, no domain suffix."""
    words = tuple(_WORD.findall(unicodedata.normalize("NFKC", name).casefold()))
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    return words


def same_name(one: str, other: str) -> bool:
    """True where two names are one outlet's: equal words, one the other's beginning, or one the other's initials."""
    first, second = words_of_name(one), words_of_name(other)
    if not first or not second:
        return False
    if first == second:
        return True
    short, long = sorted((first, second), key=lambda words: len("".join(words)))
    target = "".join(short)
    joined = ""
    for word in long:
        joined += word
        if joined == target:
            return len(target) >= 3
    initials = "".join(word[0] for word in long)
    return len(target) >= 3 and (initials == target) and len(short) == 1 and len(long) > 1


def shortens(label: str, name: str) -> bool:
    """True where a host's label is made of the beginnings of a name's words, one of each: nytimes, The New York Times."""
    words = words_of_name(name)
    if len(label) < 3 or not words or len(words) > 8:
        return False
    ends = {0}
    for word in words:
        ends = {at + size for at in ends for size in range(1, len(word) + 1) if label[at : at + size] == word[:size]}
    return len(label) in ends


@dataclass(frozen=True, slots=True)
class Own:
    """What this site is called and where it lives."""

    names: tuple[str, ...]
    url: str | None

    def is_name(self, name: str) -> bool:
        """True for a name of this very site."""
        return any(same_name(name, own) for own in self.names)

    def is_part(self, name: str) -> bool:
        """True for words of this site's name: "the Weekly" on the Reedmark Weekly."""
        words = set(words_of_name(name))
        return any(words <= set(words_of_name(own)) for own in self.names)

    def is_link(self, href: str | None) -> bool:
        """True for an address on this very site."""
        return urls.is_web(href) and urls.same_site(href, self.url)


def read_own(document: Document, facts: Facts) -> Own:
    """The names of this site: by its markup, its host and, where the address is unknown, by what it keeps saying."""
    found: dict[str, None] = {}
    own = urls.site(facts.url)
    elsewhere = urls.site(facts.canonical) if urls.is_web(facts.canonical) else None
    away = elsewhere.split(".")[0] if elsewhere and own and elsewhere != own else None
    if facts.site_name:
        found[facts.site_name] = None
    for node in document.jsonld.of_type("website", *ARTICLE_TYPES):
        for value in (*document.jsonld.values(node, "publisher"), node if "website" in _kinds(node) else None):
            name, href = text_of(value), href_of(value)
            foreign = own is not None and urls.is_web(href) and urls.site(href) != own
            foreign = foreign or (away is not None and name is not None and shortens(away, name))
            if name and len(name) < 80 and not foreign and not AGENCIES.fullmatch(name):
                found[name] = None
    host = urls.host(facts.url)
    if host and own:
        found[own] = None
        label = own.split(".")[0]
        if label not in ("com", "co", "org", "net", "blogspot", "wordpress"):
            found[label] = None
        front = re.sub(r"^www\d?\.", "", host).split(".")[0]
        if len(front) > 3:
            found[front] = None
    name = facts.publisher
    if name and name not in found and (own is None or same_name(name, own)) and _often(document, name):
        found[name] = None
    return Own(tuple(found), facts.url)


def _kinds(node: object) -> str:
    return str(node.get("@type", "")).lower() if hasattr(node, "get") else ""


def _often(document: Document, name: str) -> bool:
    return sum(name in block.text for block in document.blocks) >= 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its position, how many blocks from the text's nearest edge, and in what kind of part."""

    position: Position
    distance: int
    outside: bool
    beside: bool
    tiny: bool


def place_of(document: Document, facts: Facts, block: TextBlock) -> Place:
    """Where a block stands relative to the article's text."""
    main = document.main
    tiny = main is None or len(document.blocks) <= TINY
    beside = _is_beside(block)
    if main is None:
        return Place(Position.BOTTOM if block.index else Position.TOP, 0, False, beside, tiny)
    at = block.index
    if at == facts.title_block:
        return Place(Position.TITLE, 0, False, False, tiny)
    if at < main.first:
        position = Position.BYLINE if at in facts.byline_blocks or block.within(regions.BYLINE) else Position.TOP
        return Place(position, main.first - at, True, beside, tiny)
    if at > main.last:
        return Place(Position.BOTTOM, at - main.last, True, beside, tiny)
    if at in facts.byline_blocks:
        return Place(Position.BYLINE, 0, False, False, tiny)
    head, tail = at - main.first, main.last - at
    distance = min(head, tail)
    position = Position.BODY
    if head <= 2 and head <= tail:
        position = Position.TOP
    elif tail <= 2 or (tail <= 16 and _share_after(document, at) <= 0.35):
        position = Position.BOTTOM
    return Place(position, distance, False, beside, tiny)


def _share_after(document: Document, at: int) -> float:
    """The share of the main text's characters that stand after a block."""
    lengths = [(block.index, len(block.text)) for block in document.blocks if block.in_main]
    whole = sum(length for _, length in lengths)
    return sum(length for index, length in lengths if index > at) / whole if whole else 0.0


def _believable_byline(reading: Reading, block: TextBlock, place: Place) -> bool:
    name = reading.source_name or ""
    weight = outlet_weight(name)
    if place.position is Position.TITLE or place.beside or len(block.text) > 220:
        return False
    if place.distance > (NEAR if place.outside else 2):
        return False
    if not weight:
        bracketed = "(" in block.text[max(0, reading.start - 2) : reading.start]
        linked = urls.is_web(reading.href) and shortens((urls.site(reading.href) or "").split(".")[0], name)
        initials = name.isupper() and 2 < len(name) < 8 and bracketed
        titled = any(f"{begin}{name}{end}" in block.text for begin, end in ("«»", "《》", "「」", "『』"))
        return reading.signed and (linked or titled or (reading.dated and (len(name.split()) > 1 or initials)))
    if place.position is Position.BOTTOM and reading.kind is CreditKind.SOURCE_LINE and not reading.signed:
        short = place.distance <= 1 and "\n" not in block.text and len(block.text) <= 90
        return len(block.text.split()) <= 4 or (short and not _WORKPLACE.search(name))
    return True


#: Where people work: beside a name at a text's end it is an affiliation.
_WORKPLACE = late(
    r"institut|universit|hochschule|foundation|stiftung|department|agency|service|network|cent(?:er|re)|project|bureau|ministry|college|school",
    re.IGNORECASE,
)


def _begins(text: str, at: int) -> bool:
    """True where a label like "Source:" begins its line or sentence."""
    head = text[:at].rstrip(" \t\"'“([*_|–—-")
    return (
        not head
        or text[at : at + 1] in ("(", "[")
        or head[-1] in ".!?…\n)"
        or "\n" in text[len(head) : at]
        or len(head) < 40
    )


def _is_beside(block: TextBlock) -> bool:
    """True in a sidebar, a box about the author, the site's header or footer; an article's own footer is not beside it."""
    if block.in_main or block.region == regions.BYLINE:
        return False
    if block.within(regions.ASIDE, regions.BIO):
        return True
    inside = [number for number, region in enumerate(block.regions) if region in (regions.ARTICLE, regions.BODY)]
    return block.within(*BESIDE) and not (inside and inside[0] < _first(block.regions, BESIDE))


def _first(found: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    return next((number for number, region in enumerate(found) if region in wanted), len(found))


def apart(block: TextBlock, around: frozenset[str] = frozenset()) -> bool:
    """True in navigation, comments, teasers and the like, unless it is a byline within them.

    ``around`` are the parts that the article itself lies in: a name of theirs tells nothing.
    """
    if _is_post(block):
        return True
    if block.in_main and not block.within(regions.COMMENTS):
        return False
    if block.region in NEVER:
        return not _sends_on(block)
    if not block.within(*NEVER) or block.region == regions.BYLINE:
        return False
    return block.region not in _INNER or any(region in NEVER and region not in around for region in block.regions)


def _sends_on(block: TextBlock) -> bool:
    """True for "Read the full story at X" in the article, whose part of the page is called "read more"."""
    inside = block.region == regions.RELATED and block.within(regions.ARTICLE, regions.BODY)
    return inside and len(block.anchors) == 1 and len(block.text) < 120 and _WHOLE.search(block.text) is not None


_WHOLE = late(
    r"\b(?:full|original|entire|complete|rest|ganzen?|vollständigen?|origina\w+|intégral\w*|complet\w*|suite|completo|completa|volledige?|hele|całość|cały|полностью|целиком|devamı|tamamı)\b|原文|全文|元記事|전문|원문|كامل",
    re.IGNORECASE,
)


def around_main(document: Document) -> frozenset[str]:
    """The parts of the page that the article's text lies in."""
    if document.main is None:
        return frozenset(NEVER)
    return frozenset(
        region for at in (document.main.first, document.main.last) for region in document.blocks[at].regions
    )


def _is_post(block: TextBlock) -> bool:
    """True within a post of a social network that the page embeds."""
    element = block.element
    for _ in range(3):
        if element is None:
            return False
        if element.tag == "blockquote" and _POST.search(str(element.get("class") or "")):
            return True
        element = element.getparent()
    return False


_POST = late(
    r"(?:twitter|instagram|tiktok|bluesky|mastodon|threads|fb|reddit)[-_](?:tweet|media|embed|post|card|video|xfbml)"
)


_INNER = (regions.BYLINE, regions.BODY, regions.ARTICLE)


def _is_quoted(text: str, reading: Reading) -> bool:
    """True where the sentence stands in quotation marks within a longer text: somebody's words are told."""
    before, after = text[: reading.start].rstrip(), text[reading.end : reading.end + 60]
    return before[-1:] in _QUOTES and len(before) > 1 and len(text) > 160 and any(mark in after for mark in '”"»“')


_QUOTES = tuple('“"«„')


def believable(reading: Reading, block: TextBlock, place: Place) -> bool:
    """True where the place bears out what the line's words leave open."""
    if place.tiny and not block.within(*IMAGE):
        return True
    length = len(block.text)
    if block.region == regions.BYLINE and reading.kind is CreditKind.SOURCE_LINE and not reading.bare:
        return length <= 240
    alone = reading.end - reading.start >= 0.4 * length or length <= 240
    if reading.bare:
        return _believable_byline(reading, block, place)
    if block.tag == "li" and reading.start > 3 and not reading.subject:
        return False
    if reading.subject and _is_quoted(block.text, reading):
        return False
    if reading.subject:
        return place.distance <= (2 * REACH if place.outside else 10_000)
    if place.beside:
        return False
    if reading.edge:
        near = place.distance <= (NEAR if place.outside else 3)
        if reading.kind is CreditKind.SOURCE_LINE and not _begins(block.text, reading.start):
            return False
        return near and (alone or reading.start <= 3 or reading.end >= length - 60) and length <= 1200
    if place.outside:
        return place.distance <= REACH
    return (alone and (place.distance <= 4 or block.emphasised or length <= 160)) or (
        place.distance <= 1 and reading.end >= length - 160
    )
