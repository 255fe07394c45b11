"""Do the terms still say what a policy took from them?  Each clause keeps an anchor: a few words of the terms, to be found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rights.clause import Clause
from rights.model import Article
from rights.passages import holds_words, select
from rights.policy import Source

#: A page of fewer words is no terms page, but a notice that it moved, or the shell of one.
_FEWEST = 40


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of the terms that a clause of a policy stands on."""

    policy: str
    clause: str
    words: str


def anchors_of(source: Source) -> tuple[Anchor, ...]:
    """Every anchor of a policy file, each clause's alternatives included."""
    return tuple(
        Anchor(policy.id, clause.name, inner.anchor)
        for policy in source.content.policies
        for clause in policy.clauses
        for inner in _with_options(clause)
        if inner.anchor
    )


def _with_options(clause: Clause) -> Iterator[Clause]:
    yield clause
    for option in getattr(clause, "options", ()):
        yield from _with_options(option)


def lost(source: Source, terms: Article) -> tuple[Anchor, ...] | None:
    """The anchors that the terms page holds no more; None where the page proves nothing, cut, walled or empty."""
    if terms.cut or not terms.state.judgeable:
        return None
    # what folds out is not visible, and part of the terms all the same
    whole = "\n".join([terms.visible_text, terms.text, *(body.text for body in select(terms, "body"))])
    if len(whole.split()) < _FEWEST:
        return None
    return tuple(anchor for anchor in anchors_of(source) if not holds_words(whole, anchor.words))
