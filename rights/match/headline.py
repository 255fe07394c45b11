"""Whether a copy's headline is the work's, whatever the site puts before and after it."""

from __future__ import annotations

from collections.abc import Iterator

from rights.match.wording.numerals import meaning
from rights.match.words import words_of
from rights.model import Article, Change, ChangeKind
from rights.patterns import late

_DIVIDER = late(r"\s+[|–—»•·:/\\<>-]+\s+|\s*[|»•]\s*")
_KICKER = late(r"^[^:|]{2,30}[:|]\s+")
_CUT_OFF = late(r"(?:\.\.\.|…)\s*$")


def headline_change(title: str | None, original: Article | None, copy: Article) -> Change | None:
    """The change of headline, None where it is kept, differs in style alone or cannot be told.

    Kept also means: the work's headline stands whole on the copy, or the copy's on the work's own page.  It is not
    firm where the copy's headline contains the work's or is contained in it.
    """
    theirs = copy.title
    if not title or not theirs:
        return None
    ours = set(_forms(title))
    shown = set(_forms(theirs))
    if ours & shown:
        return None
    short, long = words_of(title), words_of(theirs)
    if not short or not long or (_CUT_OFF.search(theirs) and _starts(short, words_of(_CUT_OFF.sub("", theirs)))):
        return None
    if len(short) >= 3 and _stands_in(short, copy.visible_text[:20_000]):
        return None
    if original and len(long) >= 3 and _stands_in(long, original.visible_text[:20_000]):
        return None
    whole = _contains(long, short) or _contains(short, long)
    return Change(ChangeKind.HEADLINE, title, theirs, firm=not whole and min(len(short), len(long)) >= 3)


def _forms(title: str) -> Iterator[str]:
    """What a title says, with and without a site's name at either end."""
    parts = [part for part in _DIVIDER.split(title) if part.strip()]
    for start in range(min(2, len(parts))):
        for end in range(max(start + 1, len(parts) - 2), len(parts) + 1):
            rest = " ".join(parts[start:end])
            if (start, end) == (0, len(parts)) or len(rest) >= 0.4 * len(title):
                yield meaning(rest.split())
    stripped = _KICKER.sub("", title)
    if stripped != title and len(stripped) >= 0.5 * len(title):
        yield meaning(stripped.split())


def _contains(whole: object, part: object) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "  # type: ignore[arg-type]


def _starts(whole: object, part: object) -> bool:
    return f"{' '.join(whole)} ".startswith(f"{' '.join(part)}")  # type: ignore[arg-type]


def _stands_in(words: object, text: str) -> bool:
    return bool(text) and _contains(words_of(text), words)
