"""What a single block tells about being part of the article's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.model import BlockKind
from rights.patterns import late

#: Parts that are not the article's text even where they stand inside it.
BESIDE = frozenset(
    (
        regions.CONSENT, regions.COMMENTS, regions.NAV, regions.AD, regions.NEWSLETTER, regions.RELATED, regions.SHARE,
        regions.CAPTION, regions.BIO, regions.BYLINE,
    )
)  # fmt: skip
_TEASER = late(
    r"^(?:read|see|watch|more|related|required reading|also|next|sign up|subscribe|follow|click here|advertis\w*|anzeige|werbung"
    r"|lesen sie|mehr|siehe|lire|leer|leggi|view|listen|download|share|recommended|editor.?s|top stories|story continues"
    r"|continue reading|most read|source images?|photo|image|picture|foto|bild|getty)\b",
    re.IGNORECASE,
)
_COPYRIGHT = late(r"^(?:©|\(c\)|copyright\b)", re.IGNORECASE)


def is_beside_article(block: TextBlock) -> bool:
    """True where the block lies in a part that is not the article's text."""
    return bool(block.inner & BESIDE)


def may_be_text(block: TextBlock) -> bool:
    """True for a block that a reader sees, that is not mostly links, and that stands in no part beside the article."""
    return block.hidden_by is None and block.link_density <= 0.5 and not is_beside_article(block)


def is_no_sentence(block: TextBlock) -> bool:
    """True for a caption, a teaser, a copyright line: no sentence of the article."""
    if is_beside_article(block) or _COPYRIGHT.match(block.text):
        return True
    density = block.link_density
    if density > 0.9 and block.words >= 4 and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return True
    return block.words < 25 and (density > 0.3 or block.words < 5) and bool(_TEASER.match(block.text))


def is_prose(block: TextBlock) -> bool:
    """True for a block that reads like a paragraph of running text."""
    return (
        len(block.text) >= 40 and block.link_density < 0.4 and may_be_text(block) and not block.within(regions.FOOTER)
    )


def total_length(blocks: Sequence[TextBlock], indexes: Iterable[int]) -> int:
    """The number of characters of these blocks."""
    return sum(len(blocks[index].text) for index in indexes)
