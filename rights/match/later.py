"""What stands on numpy, imported when it is first called: most single checks meet no work whose text is known.

numpy costs a fifth of a second of CPU to import, a fifth of what a checked page may cost in all.
"""

from __future__ import annotations

from importlib import import_module

from rights.model import Article, Match, Work


def compare(work: Work, copy: Article) -> Match:
    """`rights.match.compare.compare` of a work and a page, nothing made ready."""
    found: Match = import_module("rights.match.compare").compare(work, copy)
    return found
