"""What a line says as a credit."""

from __future__ import annotations

from dataclasses import dataclass

from rights.model import CreditKind


@dataclass(frozen=True, slots=True)
class Reading:
    """A line read as a credit.

    ``strong``: the sentence itself says that this article came from elsewhere; without it the page must support it.
    ``edge``: only believable at an edge of the article.  ``bare``: a byline without a sentence, ``signed`` and ``dated`` as in `credit_bylines.Byline`.  ``subject``: "this
    article" is named.  ``start`` and ``end`` are offsets of the credit's words.
    """

    kind: CreditKind
    source_name: str | None = None
    author: str | None = None
    href: str | None = None
    rel: tuple[str, ...] = ()
    strong: bool = True
    edge: bool = False
    bare: bool = False
    signed: bool = False
    dated: bool = False
    subject: bool = False
    start: int = 0
    end: int = 0
