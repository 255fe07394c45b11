"""The outlet that a credit names beside the title of the work: 'Original: "TITLE", OUTLET, DATE', '原文：TITLE（OUTLET）'."""

from __future__ import annotations

from dataclasses import replace

from rights.extract.credit_dates import DATE_RE
from rights.extract.credit_line import Line
from rights.extract.credit_names import Source, host_name, outlet_weight, read_name
from rights.extract.credit_people import is_person
from rights.extract.credit_reading import Reading
from rights.model import CreditKind
from rights.patterns import late

#: What may stand between a title and the outlet that printed it.
_BETWEEN = late(
    r"[\s\"”“»«』」》’'.]*(?:(?:[,，、;|·([（–—-]+\s?|(?:was |were )?(?:(?:first|originally) )?(?:published |posted )?(?:in|on|at|from|by)\s(?:the\s)?|(?:刊载|刊登|刊|载|发表)于|(?:dans|sur|en|su|sul|nel|auf|bei|im|op|in het|uit|aus|del?|dal?|dalla|na|w|z|в|из|на|i|på)\s)\s?){1,2}",
)
_QUOTED = '《「『«“„"'
_CLOSED = late(r"[》」』»”\"]?\s?[)）\]]")
_GAP = late(r"[\s,，、·|(（–—-]{0,4}(?:le |el |il |am |on |vom |от )?")


#: Whose the title is that follows: "Meadow Postの「".
_OWNER = late(
    r"(?:^|[はが、。：:（(\n])\s?(?P<name>(?:[^\s、。，はがを「」『』《》（）：:]{2,30})(?: [A-Z][\w’'-]*){0,4})(?:の|的|의)(?:記事|文章|기사)?\s?[「『《“\"]?$"
)
_CLOSING = tuple('"”»“」』》')
#: A link's text that is shorter is no title.
_SHORTEST = 9


def is_title(line: Line, source: Source | None) -> bool:
    """True where what was read as a name stands in quotation marks and is as long as a title."""
    if source is None or source.name is None or len(source.name.split()) < 3:
        return False
    return line.text[: source.end].rstrip()[-1:] in _CLOSING


def with_outlet(line: Line, reading: Reading) -> Reading:
    """A translation that took the linked title for its source, with the outlet instead."""
    if reading.kind is not CreditKind.TRANSLATION or not reading.href or outlet_weight(reading.source_name or ""):
        return reading
    if not any(line.anchor_text(a) == reading.source_name for a in line.anchors):
        return reading
    named = outlet_of_title(line, None, reading.href, reading.start, reading.end)
    return replace(reading, source_name=named or host_name(reading.href))


def outlet_of_title(line: Line, source: Source | None, href: str | None, start: int, end: int) -> str | None:
    """The outlet before or behind the work's title, which is a link's text or in quotation marks (``source``)."""
    begun = 1 + max(line.text.rfind(mark, 0, start) for mark in "。\n")
    titles = [
        anchor
        for anchor in line.anchors
        if anchor.end - anchor.start >= _SHORTEST
        and not line.anchor_text(anchor).startswith("http")
        and (anchor.href == href if href else begun <= anchor.start and anchor.end <= end)
    ]
    for anchor in titles:
        owner = _OWNER.search(line.text, begun, anchor.start)
        if owner is not None:
            return owner["name"]
    ends = [anchor.end for anchor in titles]
    if source is not None and is_title(line, source):
        ends.append(source.end)
    return next((beside.name for at in ends if (beside := outlet_beside(line, at)) is not None), None)


def outlet_beside(line: Line, at: int) -> Source | None:
    """The outlet named after a title that ends at an offset; None where nothing there is surely one.

    Sure is a name with an outlet's look, one in a title's own marks, or one that a date or a bracket's end follows.
    """
    between = _BETWEEN.match(line.text, at)
    if between is None:
        return None
    source = read_name(line, between.end(), loose=False)
    if (
        source is None
        or not source.name
        or is_person(source.name)
        or "/" in source.name
        or len(source.name.split()) > 6
    ):
        return None
    quoted = line.text[between.end() : between.end() + 1] in _QUOTED
    return source if outlet_weight(source.name) or quoted or _dated(line.text, source.end) else None


def _dated(text: str, at: int) -> bool:
    gap = _GAP.match(text, at)
    return _CLOSED.match(text, at) is not None or (gap is not None and DATE_RE.match(text, gap.end()) is not None)
