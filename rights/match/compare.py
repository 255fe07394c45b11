"""A work and the page that copies it, compared: how much, where, what was changed, and whether it only quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rights.match.align import align_sides
from rights.match.changes import changes
from rights.match.furniture import Furniture
from rights.match.headline import headline_change
from rights.match.links import link_changes
from rights.match.pages import with_picture_texts, work_text
from rights.match.quotation import is_quoted
from rights.match.sides import Side, side
from rights.match.translation import translated
from rights.model import Article, Match, Work


def compare(
    work: Work,
    copy: Article,
    *,
    ours: Side | None = None,
    theirs: Side | None = None,
    common: Sequence[tuple[int, int]] = (),
) -> Match:
    """Compare a work with the page that may copy it.

    ``ours`` and ``theirs`` are the two texts already made ready.  ``common`` are half-open word offsets of the copy
    that many works share: words of passages in them are counted as ``boilerplate_words``.  Changes come in the copy's
    order, the headline first and the links last; offsets are those of `align`.  Where no words are shared but the page
    may be a translation, the match is ``language_independent`` and has no passages.
    """
    if theirs is None:
        copy = with_picture_texts(copy)
    found = align_sides(ours or side(work_text(work)), theirs or side(copy.text))
    match = found.match()
    if not match.passages:
        return translated(work, copy) or match
    headline = headline_change(work.title or (work.article.title if work.article else None), work.article, copy)
    furniture = Furniture.of(copy, work.article)
    inside = changes(found, (work.language, copy.language), furniture)
    links = link_changes(work.article, copy, match)
    return replace(
        match,
        changes=(*([headline] if headline else []), *inside, *links),
        quoted=is_quoted(found, match, copy),
        boilerplate_words=_common_words(match, common),
    )


def _common_words(match: Match, common: Sequence[tuple[int, int]]) -> int:
    """Words of the copy's passages that stand in the common spans."""
    inside = {at for span in common for at in range(*span)}
    return sum(1 for passage in match.passages for at in range(*passage.copy) if at in inside)
