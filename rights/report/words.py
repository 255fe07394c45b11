"""The program's own words that stand in messages as values: kinds, places, units.  A catalogue has them like sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

from rights.model import ChangeKind, Position, Reason, Verdict

#: Kinds of republishers are not among them: they are what a declaration names.  Whoever adds a word that a clause puts into a message adds it here; what is not here stays as it is.
WORDS = frozenset(
    (
        *(verdict.value for verdict in Verdict),
        *(reason.value for reason in Reason),
        *(place.value for place in Position),
        *(kind.value for kind in ChangeKind),
        # places and units that options name
        "first-paragraph", "top-and-bottom", "above-or-below", "anywhere",
        "words", "percent", "paragraphs", "characters",
        # media, and what the terms are asked about AI
        "web", "print", "email", "broadcast", "social", "app", "training", "analysis", "generation", "mining",
        # signs of money
        "display ads", "host ads", "ad tech", "ads txt", "sells no ads", "no advertising", "advertise", "affiliate",
        "paywall", "shop", "sponsored", "subscription", "donation", "company", "public body",
        "publisher", "author", "publisher and the author", "author and the publisher",
        # what links lead to, and what terms let one do
        "the original", "the publisher's home page", "the publisher's page that fits the title",
        "address of the original", "free", "free under conditions", "free: public domain",
        "only a part may be carried", "the piece may be linked, not carried", "republication is not allowed",
        "pay a fee", "ask first", "must ask first", "may not republish",
        "or", "end", "size", "price", "remove the copy", "cut it to a short part with a link", "ask for a longer time",
        # what was searched in vain
        "the visible text", "the credits, byline and visible text", "the copyright lines and visible text",
        "the licence marks and visible text", "the licence marks", "the links", "the images", "the markup", "the head",
        "the given page",
        # how the pages of a site were found
        "its links", "its sitemap",
    )
)  # fmt: skip

_COUNTED = re.compile(r"(.+?)( \(\d+\))?", re.DOTALL)
#: Words and what stands between them, in one list.
_MOST = 2 * len(ChangeKind) - 1
_BETWEEN = re.compile(r"(, | or )")


def said(value: str, translated: Callable[[str], str]) -> str:
    """A value in the reader's language, where it is a word of ours or a list of them (``cut (2), addition``)."""
    if value in WORDS:
        return translated(value)
    parts = _BETWEEN.split(value)
    if len(parts) > _MOST or not all(_of_ours(part) for part in parts[::2]):
        return value
    words = [translated(word) + count for word, count in map(_counted, parts[::2])]
    between = [f" {translated('or')} " if part == " or " else part for part in parts[1::2]]
    return "".join(map("".join, zip_longest(words, between, fillvalue="")))


def _counted(part: str) -> tuple[str, str]:
    found = _COUNTED.fullmatch(part)
    return (found[1], found[2] or "") if found else (part, "")


def _of_ours(part: str) -> bool:
    return _counted(part)[0] in WORDS
