"""The outlet that a credit names after the title of the work: 'Original: "TITLE", OUTLET, DATE', '原文：TITLE（OUTLET）'."""

from __future__ import annotations

from rights.extract.credit_dates import DATE_RE
from rights.extract.credit_line import Line
from rights.extract.credit_names import Source, outlet_weight, read_name
from rights.extract.credit_people import is_person
from rights.patterns import late

#: What may stand between a title and the outlet that printed it.
_BETWEEN = late(
    r"[\s\"”“»«』」》’'.]*(?:(?:[,，、;|·([（–—-]+\s?|(?:was |were )?(?:(?:first|originally) )?(?:published |posted )?(?:in|on|at|from|by)\s(?:the\s)?|(?:刊载|刊登|刊|载|发表)于|(?:dans|sur|en|su|sul|nel|auf|bei|im|op|in het|uit|aus|del?|dal?|dalla|na|w|z|в|из|на|i|på)\s)\s?){1,2}",
)
_QUOTED = '《「『«“„"'
_CLOSED = late(r"[》」』»”\"]?\s?[)）\]]")
_GAP = late(r"[\s,，、·|(（–—-]{0,4}(?:le |el |il |am |on |vom |от )?")


def outlet_beside(line: Line, at: int) -> Source | None:
    """The outlet named after a title that ends at an offset; None where nothing there is surely one.

    Sure is a name with an outlet's look, one in a title's own marks, or one that a date or a bracket's end follows.
    """
    between = _BETWEEN.match(line.text, at)
    if between is None:
        return None
    source = read_name(line, between.end(), loose=False)
    if source is None or not source.name or is_person(source.name) or len(source.name.split()) > 6:
        return None
    quoted = line.text[between.end() : between.end() + 1] in _QUOTED
    return source if outlet_weight(source.name) or quoted or _dated(line.text, source.end) else None


def _dated(text: str, at: int) -> bool:
    gap = _GAP.match(text, at)
    return _CLOSED.match(text, at) is not None or (gap is not None and DATE_RE.match(text, gap.end()) is not None)
