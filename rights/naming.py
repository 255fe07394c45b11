"""Where a copy names a publisher or an author as its source, and where the name merely occurs.

A text that was copied speaks of its own outlet ("a regular contributor to …", "share our articles"), and a site's
navigation lists other sites: neither tells a reader where the piece came from.  What a credit line, a byline, a
copyright line or a short line beside the article says does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rights.asides import asides
from rights.clause import Case
from rights.model import Article, Evidence, Position
from rights.passages import (
    find_names,
    holds_words,
    is_caption,
    names_any,
    near_lines,
    quote,
    select,
    sentences,
    visible,
)
from rights.patterns import late

#: A line of more words is no dateline, byline or source line.
SHORT_LINE = 16

_YEAR = late(r"\b(?:19|20)\d\d\b")
_SOURCE_WORD = late(
    r"\b(?:by|from|source|via|courtesy|special to|for|at|on|in|with|quelle|von|aus|fuente|de|por|fonte|source|par|da|di|copyright|©)\b|[|–—/(]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that names somebody: ``sure`` where it does so as the source; ``position`` where known."""

    evidence: Evidence
    sure: bool
    position: Position | None = None
    paragraph: int | None = None

    def stands(self, places: Sequence[str], paragraphs: int, total: int) -> bool | None:
        """Whether it stands at one of the places; None where its place is not known."""
        if not places or "anywhere" in places:
            return True
        if self.position is None:
            return None
        return any(_at(place, self.position, self.paragraph, paragraphs, total) for place in places)


def _at(place: str, position: Position, before: int | None, within: int, total: int) -> bool:
    """Whether a passage with so many paragraphs before it stands at the place."""
    head = position in (Position.TITLE, Position.TOP, Position.BYLINE) and not before
    if place in ("top", "first-paragraph"):
        return head or (before is not None and before < (1 if place == "first-paragraph" else within))
    if place == "bottom":
        return position is Position.BOTTOM or (before is not None and before > 0 and before >= total - within)
    if place == "byline":
        return head and position is not Position.TOP
    return place == "title" and position is Position.TITLE


def mentions(case: Case, names: Sequence[str]) -> list[Mention]:
    """Where the copy names one of ``names``: as the source first, then where that cannot be told."""
    copy = case.copy
    found = [*_credits(case, names), *_bylines(copy, names), *_title(case, names), *_copyrights(copy, names)]
    return found + ([] if any(mention.sure for mention in found) else _loose(case, names))


def _credits(case: Case, names: Sequence[str]) -> list[Mention]:
    found = []
    for credit in case.copy.credits:
        if not credit.visible:
            continue
        if names_any(credit.text, names) or names_any(credit.source_name, names):
            evidence = Evidence(exact=credit.text, selector=credit.selector)
            found.append(Mention(evidence, True, credit.position, _paragraph(case, credit.text)))
    return found


def _paragraph(case: Case, text: str) -> int | None:
    """How many paragraphs of the article stand before a passage; None where it is not found among the lines."""
    first = text.splitlines()[0].strip() if text.strip() else ""
    at = next((index for index, line in enumerate(case.near) if first and first in line), None)
    if at is None:
        return None
    texts = case.once("blocks", lambda: frozenset(block.text.strip() for block in case.copy.blocks))
    return sum(line in texts for line in case.near[:at])


def _bylines(copy: Article, names: Sequence[str]) -> list[Mention]:
    if names_any(copy.byline, names):
        return [Mention(Evidence(exact=copy.byline or ""), True, Position.BYLINE)]
    return []


def _title(case: Case, names: Sequence[str]) -> list[Mention]:
    title, own = case.copy.title, case.work.title
    if title and names_any(title, names) and not names_any(own, names):
        return [Mention(Evidence(exact=title), True, Position.TITLE)]
    return []


def _copyrights(copy: Article, names: Sequence[str]) -> list[Mention]:
    """Copyright lines whose holder it is; a long passage that merely speaks of copyright is none."""
    return [
        Mention(Evidence(exact=line.text, selector=line.selector), True, Position.BOTTOM)
        for line in copy.copyrights
        if line.of != "image"
        and holds_words(visible(copy), line.text)
        and not _granted(copy, line.text)
        and (names_any(line.holder, names) or (len(line.text.split()) <= SHORT_LINE and names_any(line.text, names)))
    ]


def _loose(case: Case, names: Sequence[str]) -> list[Mention]:
    """Names outside of credits: a short line beside the article counts, a sentence that the copy added is unsure."""
    copy = case.copy
    people = [*case.work.authors, *copy.authors]
    found = []
    lines = near_lines(copy)
    carried = [index for index, line in enumerate(lines) if case.work.text and holds_words(case.work.text, line)]
    for line in asides(case):
        if not names_any(line, names) or _granted(copy, line) or _is_link_list(copy, line):
            continue
        start, end = next(find_names(line, names))
        top = bool(carried) and line in lines and lines.index(line) < carried[0]
        position = Position.TOP if top else Position.BOTTOM
        short = len(line.split()) <= SHORT_LINE
        rest = line[:start] + line[end:]
        dated = bool(_YEAR.search(rest)) or names_any(rest, people)
        led_in = start > 0 and bool(_SOURCE_WORD.search(line[:start])) and len(line[:start].split()) <= 6
        if short and (dated or led_in) and not _boasts(rest):
            found.append(Mention(quote(line, start, end), True, position))
        elif not _copied(case, line, names) and not is_caption(copy, line):
            found.append(Mention(quote(line, start, end), False, position))
    return sorted(found, key=lambda mention: not mention.sure)


def _boasts(rest: str) -> bool:
    """True for words by which an outlet speaks of itself rather than of this piece."""
    return bool(
        re.search(
            r"\b(?:share|repost|donate|donat\w+|member|newsletter|subscribe|follow|comment|articles|contributor|support|facebook|twitter|telegram)\b",
            rest,
            re.IGNORECASE,
        )
    )


def _granted(copy: Article, line: str) -> bool:
    return any(holds_words(grant.text, line) or holds_words(line, grant.text) for grant in copy.grants)


def _is_link_list(copy: Article, line: str) -> bool:
    """True for a line that is nothing but the text of a link outside of the article: navigation or a blogroll."""
    return any(link.position is Position.OUTSIDE and link.text.strip() == line for link in copy.links)


def _copied(case: Case, line: str, names: Sequence[str]) -> bool:
    """True when the sentences that hold the name stand in the work itself: the copy did not write them."""
    original = visible(case.original) if case.original is not None else ""
    naming = [sentence for sentence in sentences(line) if names_any(sentence, names)] or [line]
    return all(holds_words(case.work.text, sentence) or holds_words(original, sentence) for sentence in naming)


def in_pictures(case: Case, names: Sequence[str]) -> tuple[Evidence, ...]:
    """Pictures in or beside the article that name somebody: by their description, their file, or where they lead."""
    asked = [name for name in names if "." not in name]
    found = []
    for element in select(case.copy, "article img, main img, [role=main] img, figure img, a img"):
        file = re.sub(r"[-_+.%\d]+", " ", (element.get("src") or "").rpartition("/")[2])
        told = " | ".join(part for part in (element.get("alt"), element.get("title"), file) if part)
        if told and names_any(told, asked) and not names_any(case.work.title, asked):
            found.append(Evidence(exact=element.get("alt") or element.get("src") or "", selector=element.selector))
    return tuple(found[:3])
