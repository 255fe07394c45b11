"""Whether shared text is quoted: in quotation marks or a blockquote, and a small part of both texts."""

from __future__ import annotations

from rights.match.align import Alignment
from rights.model import Article, BlockKind, Match
from rights.patterns import late

#: A quotation takes at most these shares of the work and of the page that quotes it.
WORK_SHARE, COPY_SHARE = 0.3, 0.4
#: So much of the shared text must stand in quotation marks.
QUOTED_SHARE = 0.9
#: The mark first, by which it is quick to find, then what each mark asks of what is before and behind.
_MARKED = late(
    r"[“„«»「『《\"‘](?:(?<=“)[^“”]{15,4000}”|(?<=„)[^“”„]{15,4000}[“”]|(?<=«)[^«»]{15,4000}»|(?<=»)[^«»]{15,4000}«"
    r"|(?<=「)[^「」]{8,4000}」|(?<=『)[^『』]{8,4000}』|(?<=《)[^《》]{8,4000}》"
    r"|(?<=\")(?<![\w\"]\")(?=\S)[^\"\n]{15,4000}\"(?!\w)|(?<=‘)(?<!\w‘)(?=\S)[^\n‘]{15,2000}’(?!\w))"
)
_TURNED = late(r"(?m)^[ \t]*(?:>.*(?:\n|$))+")


def quoted_spans(text: str, article: Article | None = None) -> list[tuple[int, int]]:
    """Half-open character spans of a text in quotation marks, ``>`` lines, or in blocks that are quotations."""
    spans = [found.span() for pattern in (_MARKED, _TURNED) for found in pattern.finditer(text)]
    at = 0
    for block in article.blocks if article else ():
        start = text.find(block.text, at)
        if start < 0:
            continue
        at = start + len(block.text)
        if block.kind is BlockKind.QUOTE:
            spans.append((start, at))
    return sorted(spans)


def is_quoted(found: Alignment, match: Match, copy: Article | None = None) -> bool:
    """True where all that is shared is quoted and little of either text."""
    if not match.passages or match.containment > WORK_SHARE or match.copy_share > COPY_SHARE:
        return False
    quoted = bytearray(len(found.copy.text))
    for start, end in quoted_spans(found.copy.text, copy):
        quoted[start:end] = b"\x01" * (end - start)
    inside = shared = 0
    for passage in match.passages:
        for start, end in found.copy.units[slice(*passage.copy)]:
            shared += 1
            inside += quoted.find(0, start, end) < 0 or quoted.count(1, start, end) >= end - start - 2
    return inside >= QUOTED_SHARE * shared
