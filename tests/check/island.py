"""A publisher with the clauses that a test asks about, and one work of its."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights.library import Library
from rights.match.compare import compare
from rights.match.translation import Proposal
from rights.model import Article, Match, Work

_HEAD = """
publisher: {id: island, name: Island Post, domains: [island.example]}
terms: {url: "https://island.example/terms", checked_on: 2026-01-01, evidence: own-words}
policies:
  - id: default
    clauses:
"""


def island(*types: str) -> Library:
    """The Island Post's terms: one clause of each type."""
    return Library([("island.yaml", _HEAD + "".join(f"      - {{type: {name}, says: So it is.}}\n" for name in types))])


@dataclass(frozen=True)
class OneWork:
    """A known work, as the check asks for it."""

    work: Work

    def by_url(self, url: str) -> Work | None:
        return self.work if url == self.work.url else None

    def copied_by(self, article: Article) -> Sequence[tuple[Work, Match]]:
        match = compare(self.work, article)
        return [(self.work, match)] if match.words else []

    def translations(self, article: Article) -> Sequence[Proposal]:
        return ()
