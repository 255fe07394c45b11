"""What a bundle proves, as values: the answers on which a violation stands, its life, and the terms that judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rights.beside import Beside
from rights.model import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One check of the copy's page and what was answered.

    ``page`` holds every request on the way; its body is empty where the answer had none.  ``lost`` says that the body
    is no longer kept.  ``base`` is the earlier answer whose bytes a 304 refers to.  ``why`` are the steps of the
    violation's life that rest on this check.  ``beside`` is what the page was judged with: the article's further pages,
    and what is behind its links.
    """

    check: int
    at: datetime
    page: Page
    why: tuple[str, ...] = ()
    lost: bool = False
    base: Answer | None = None
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screenshot:
    """How a browser showed the page at ``taken_at``, which is later than the checks; ``png`` are the picture's bytes."""

    url: str
    taken_at: datetime
    png: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Everything that goes into a bundle; ``violation`` and ``steps`` are plain JSON values as commands print them."""

    number: int
    title: str
    copy_url: str
    violation: Mapping[str, Any]
    answers: tuple[Answer, ...]
    original: Page | None = None
    policy_text: str | None = None
    screenshot: Screenshot | None = None
