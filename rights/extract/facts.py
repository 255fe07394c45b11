"""What a page says about itself, gathered once for all that judge it: title, authors, dates, names of the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Metadata after arbitration.

    ``title_block`` and ``byline_blocks`` are indexes into `Document.blocks` of the blocks that show the title and the
    author or date; ``own_names`` are all names by which the page calls its own site (site name, publisher, the host's
    label, its organisation in JSON-LD), longest first.
    """

    url: str | None = None
    title: str | None = None
    title_block: int | None = None
    authors: tuple[str, ...] = ()
    byline: str | None = None
    byline_blocks: frozenset[int] = frozenset()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    publisher: str | None = None
    site_name: str | None = None
    canonical: str | None = None
    canonical_in: str | None = None
    own_names: tuple[str, ...] = ()
