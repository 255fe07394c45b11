"""What a copy says besides the work's text: introductions, credits, notes, labels."""

from __future__ import annotations

from rights.clause import Case
from rights.passages import holds_words, margins


def asides(case: Case) -> list[str]:
    """The lines near the copy that do not stand in the work's text, in page order.

    Without the work's text they are the lines that are no part of the main text, with its first and last ones.
    """
    return case.once("asides", lambda: _asides(case))


def _asides(case: Case) -> list[str]:
    text = case.work.text
    if text:
        return [line for line in case.near if not holds_words(text, line)]
    return margins(case.copy)
