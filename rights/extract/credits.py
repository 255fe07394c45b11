"""Every passage of a page that names another source for this very article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rights import urls
from rights.extract.blocks import TextBlock
from rights.extract.credit_agencies import agencies_at_end, agency, dateline
from rights.extract.credit_context import (
    IMAGE,
    NEAR,
    REACH,
    Own,
    Place,
    apart,
    around_main,
    believable,
    place_of,
    read_own,
    same_name,
    shortens,
)
from rights.extract.credit_forms import Language
from rights.extract.credit_line import Anchor, Line, is_source, read_line, with_addresses
from rights.extract.credit_name_tables import AGENCIES, AGENCY_FIRST
from rights.extract.credit_names import host_name, outlet_weight
from rights.extract.credit_people import is_person
from rights.extract.credit_pointers import read_label
from rights.extract.credit_reading import Reading
from rights.extract.credit_sentence import read_bare, read_forms
from rights.extract.credit_triggers import LANGUAGES, lower, spoken
from rights.extract.dom import Document
from rights.extract.facts import Facts
from rights.extract.regions import BYLINE
from rights.model import Block, BlockKind, Credit, CreditKind, Position
from rights.patterns import late

#: At most this many credits are kept, and this many characters of a block are read at each of its ends.
MAX_CREDITS, WINDOW = 40, 900
_SENTENCE_END = late(r"[.!?。！？…](?=[\s\"”»)\]]|$)|\n")


def find_credits(document: Document, facts: Facts) -> tuple[Credit, ...]:
    """The credits of a page in reading order; needs `Document.main`.

    ``position`` says where each stands; hidden ones and those in comments of the source are listed with ``visible``
    False.  A name or link of this very site is no credit.
    """
    own = read_own(document, facts)
    found: list[Credit] = []
    seen: set[tuple[str, str]] = set()
    bare: set[int] = set()
    candidates = [(block, place, lower(block.text)) for block, place in _candidates(document, facts)]
    languages = spoken("\n".join(low for _, _, low in candidates))
    triggers = tuple({trigger for language in languages for trigger in language.triggers})
    for block, place, low in candidates:
        spoken_here = languages if any(trigger in low for trigger in triggers) else ()
        if is_source(block.text):
            spoken_here = LANGUAGES
        for reading, line, offset in _readings(block, place, spoken_here, low):
            if not _foreign(reading, own, block, place):
                continue
            credit = _credit(document, block, place, reading, line, offset)
            key = (credit.text, credit.source_name or "")
            if key not in seen and not any(_within(credit, other) for other in found):
                seen.add(key)
                if reading.bare:
                    bare.add(len(found))
                found.append(credit)
        if len(found) >= MAX_CREDITS:
            break
    return tuple(_named_well(document, credit) for credit in _without_echoes(found, bare))


def _within(credit: Credit, other: Credit) -> bool:
    """True for a part of a credit that says no more than the whole: its link to the original."""
    same = credit.selector == other.selector and credit.href == other.href
    named = credit.source_name in (None, other.source_name, host_name(credit.href))
    return same and named and credit.text != other.text and credit.text in other.text and not credit.author


def _without_echoes(found: list[Credit], bare: set[int]) -> list[Credit]:
    """Without the bylines whose outlet a sentence names as well."""
    said = [c.source_name for number, c in enumerate(found) if number not in bare and c.source_name]
    return [
        c
        for number, c in enumerate(found)
        if number not in bare or not any(same_name(c.source_name or "", name) for name in said)
    ]


def without_credits(blocks: tuple[Block, ...], credits: tuple[Credit, ...]) -> tuple[Block, ...]:
    """The blocks of the main text without the passages that are credits; a block that was nothing else is emptied.

    Emptied blocks stay in their places, so that what counts blocks still fits.
    """
    passages: dict[str, list[str]] = {}
    for credit in credits:
        passages.setdefault(credit.selector, []).append(credit.text)
    if not passages:
        return blocks
    return tuple(replace(block, text=_without(block.text, passages.get(block.selector, ()))) for block in blocks)


def _without(text: str, passages: Iterable[str]) -> str:
    for passage in passages:
        if passage and passage in text:
            text = text.replace(passage, " ", 1)
    return re.sub(r"[ \t]{2,}", " ", text).strip() if passages else text


def _candidates(document: Document, facts: Facts) -> Iterator[tuple[TextBlock, Place]]:
    """The blocks that may say something about the article, with their places."""
    around = around_main(document)
    samples = _shows_code(document)
    for block in document.blocks:
        if len(block.text) < 2 or apart(block, around):
            continue
        place = place_of(document, facts, block)
        if samples and block.kind is BlockKind.PRE and not place.outside and place.distance > 1:
            continue
        if not place.outside or place.distance <= 2 * REACH or place.tiny:
            yield block, place
    for comment in document.comments[:60]:
        yield comment, Place(Position.BODY, 0, True, False, False)


def _shows_code(document: Document) -> bool:
    """True for an article of prose that shows code within it: a credit there is an example of one."""
    kinds = [(block.kind is BlockKind.PRE, block.words) for block in document.blocks if block.in_main]
    code = sum(words for is_code, words in kinds if is_code)
    return 0 < code < sum(words for is_code, words in kinds if not is_code)


def _readings(
    block: TextBlock, place: Place, languages: tuple[Language, ...], low: str
) -> Iterator[tuple[Reading, Line, int]]:
    """The block read as credits that its place bears out; ``languages`` are those whose words it may hold."""
    near = place.tiny or place.distance <= NEAR
    if not near and not languages:
        return
    prose = not near and not place.outside and len(block.text) > 240
    for line, offset in _lines(block):
        low_line = low[offset : offset + len(line.text)] if offset >= 0 else None
        forms = read_forms(line, languages, subject=prose, low=low_line) if languages else []
        label = None if forms or not line.anchors else read_label(line)
        forms = [label] if label else forms
        signed = None if forms or block.hidden_by is not None else agencies_at_end(line, place)
        if signed is not None:
            yield signed, line, offset
            continue
        for reading in forms:
            if block.hidden_by is not None and not (reading.subject and reading.strong):
                continue
            if believable(reading, block, place):
                yield reading, line, offset
        if near and not forms and offset <= 0 and block.hidden_by is None and not block.within(*IMAGE):
            bare = agency(line, block, place) or (
                read_bare(line) if place.tiny or len(block.text) <= 220 else dateline(line)
            )
            if bare is not None and believable(bare, block, place):
                yield bare, line, offset


def _lines(block: TextBlock) -> Iterator[tuple[Line, int]]:
    """A block as lines to classify: whole, or its two ends where it is long."""
    text = block.text
    if is_source(text) and len(text) < 3000:
        yield read_line(text), -1
        return
    line = Line(text, tuple(Anchor(a.start, a.end, a.href, a.rel) for a in block.anchors) if block.anchors else ())
    if "http" in text:
        line = with_addresses(line)
    if len(text) <= 2 * WINDOW:
        yield line, 0
        return
    cut = _SENTENCE_END.search(text, WINDOW - 200)
    end = min(cut.end() if cut else WINDOW, WINDOW + 200)
    yield line.cut(0, end), 0
    start = max(end, len(text) - WINDOW)
    yield line.cut(start, len(text)), start


def _foreign(reading: Reading, own: Own, block: TextBlock, place: Place) -> bool:
    """True where the credit names somebody else than this site."""
    if block.within(*IMAGE):
        return False
    if reading.source_name is not None and own.is_name(reading.source_name):
        return False
    if reading.bare and reading.author and own.is_name(f"{reading.author} {reading.source_name}"):
        return False
    if own.is_link(reading.href) and (
        reading.source_name is None
        or own.is_part(reading.source_name)
        or reading.source_name == host_name(reading.href)
        or reading.kind is CreditKind.TRANSLATION
    ):
        return False
    listed = outlet_weight(reading.source_name or "") < 2 or (reading.edge and not reading.subject)
    if listed and own.is_link(reading.href) and reading.kind is CreditKind.ORIGINAL_PUBLICATION:
        return False
    if reading.kind is CreditKind.COPYRIGHT_LINE and not place.tiny:
        name = reading.source_name
        if name is None:
            return False
        lead = block.text[:40].lower()
        return (
            AGENCY_FIRST.match(name) is not None
            or not own.names
            or "to see more, visit" in block.text.lower()
            or "provided by" in lead
            or _PASSED_ON.search(block.text) is not None
            or (lead.startswith("(copyright") and block.in_main)
            or _licensed(name, block, place)
        )
    if reading.kind in (CreditKind.SOURCE_LINE, CreditKind.VIA) and own.is_link(reading.href):
        agency = reading.source_name is not None and AGENCIES.fullmatch(reading.source_name) is not None
        return agency and not urls.is_home(reading.href)
    return True


#: Words beside another's copyright by which the text was passed on: an agency, or a permission to reprint.
_PASSED_ON = late(
    r"distributed by|mit (?:freundlicher )?genehmigung|(?:reprinted|reproduced|used|published) (?:with|by) permission|con (?:permiso|autorización)",
    re.IGNORECASE,
)


def _licensed(holder: str, block: TextBlock, place: Place) -> bool:
    """True where a notice in the article names another holder who licenses the text: not the author of a blog."""
    low = block.text.lower()
    inside = block.in_main or (place.distance <= 4 and not place.beside)
    return inside and "creative commons" in low and not is_person(holder)


def _credit(document: Document, block: TextBlock, place: Place, reading: Reading, line: Line, offset: int) -> Credit:
    dateline = not reading.strong and (reading.kind is CreditKind.SYNDICATED or reading.subject)
    start, end = (reading.start, reading.end) if dateline else _sentence(line.text, reading.start, reading.end)
    href, rel = _best_link(line, reading, start, end)
    if document.media == "html" and offset >= 0 and href and not any(a.href == href for a in block.anchors):
        href = None  # an address that is written out is no link
    return Credit(
        kind=reading.kind,
        text=line.text[start:end].strip() if offset >= 0 else block.text,
        source_name=reading.source_name,
        author=reading.author,
        href=href if offset >= 0 or href is None else document.resolve(href),
        position=place.position,
        visible=document.visible(block),
        selector=document.selector(block.element),
        rel=rel,
    )


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that hold a span, with a following 'Read the original article'."""
    begin = 0
    for mark in _SENTENCE_END.finditer(text, 0, start):
        if not _abbreviated(text, mark):
            begin = mark.end()
    ends = (mark.end() for mark in _SENTENCE_END.finditer(text, max(end - 1, start)) if not _abbreviated(text, mark))
    finish = next(ends, len(text))
    follow = re.match(
        r"\s*(?:Read|You can (?:read|find)|Lire|Leer|Leggi|Lees|Click)\b[^.\n]{0,80}\b(?:original|here|there|article|at)\b[^.\n]{0,80}(?:\.|$)",
        text[finish : finish + 240],
    )
    if follow:
        finish += follow.end()
    return begin, finish


def _abbreviated(text: str, mark: re.Match[str]) -> bool:
    """True for the stop of an initial, an ordinal or an abbreviation."""
    return mark.group() == "." and _ABBREVIATION.search(text, max(0, mark.start() - 6), mark.start()) is not None


_ABBREVIATION = late(
    r"(?:\b[A-ZÀ-Þ]|\b\d{1,2}|\b(?:St|Dr|Mr|Mrs|Ms|Prof|Inc|Co|Corp|Ltd|Jr|Sr|No|Nr|Vol|vs|bzw|ca|ed))$"
)


def _best_link(line: Line, reading: Reading, start: int, end: int) -> tuple[str | None, tuple[str, ...]]:
    """The link of the passage that leads deepest on the source's site: to the article rather than the front page."""
    near = [a for a in line.anchors if a.end > start and a.start < end]
    if reading.href is None:
        if not near:
            return None, ()
        return near[0].href, near[0].rel
    if urls.is_home(reading.href):
        for anchor in near:
            if urls.same_site(anchor.href, reading.href) and not urls.is_home(anchor.href):
                return anchor.href, anchor.rel
    return reading.href, reading.rel


def _named_well(document: Document, credit: Credit) -> Credit:
    """Where only an address names the source, the name by which the page calls that host: its links, its bylines."""
    name = credit.source_name
    if not name or not credit.href or name not in (host_name(credit.href), urls.site(credit.href)):
        return credit
    label = re.sub(r"\W", "", (urls.site(credit.href) or "").split(".")[0])
    for anchor in document.links[:3000]:
        text = anchor.text or anchor.alt
        if text and len(text) < 50 and urls.same_site(anchor.href, credit.href) and shortens(label, text):
            return replace(credit, source_name=text.strip())
    for block in document.blocks:
        if block.region == BYLINE and 2 < len(block.text) < 50 and shortens(label, block.text):
            return replace(credit, source_name=block.text.strip())
    return credit
