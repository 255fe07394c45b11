"""Authors: where a copy names a person, whatever the form of the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from rights.match.words import words_of
from rights.model import Article, Evidence
from rights.passages import find_names, margins, names_any, near_lines, plain, quote, select
from rights.patterns import late

_HOUSE = late(
    r"^(?:admin(?:istrator)?|editors?|staff(?: writers?| reporters?)?|newsroom|editorial(?: (?:team|board|staff))?|redaktion|redacción|rédaction"
    r"|redazione|redação|web ?master|guest(?: author| writer| contributor)?|contributors?|anonymous|unknown|news ?desk|press release)$",
    re.IGNORECASE,
)
#: Elements in which a picture's words are an author's name.
_AUTHORS_OWN = ('a[rel~="author"]', '[class*="author"]', '[class*="byline"]', '[itemprop="author"]')
_ESCAPED = late(r"\\u([0-9a-fA-F]{4})")
#: Likeness (0 to 100) of a name in a byline to the author's from which a slip of the pen is thought of.
_SLIP = 90
_HYPHEN = late(r"[-\u2010\u2011]")
#: Words of a line that may be a byline.
_BYLINE_WORDS = 14
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "zu",
        "af",
        "av",
        "bin",
        "ibn",
        "al",
        "el",
        "y",
        "e",
        "und",
        "and",
        "jr",
        "sr",
        "ii",
        "iii",
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
    ]
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is named: the passage, its whole line, and whether the name is surely the same."""

    evidence: Evidence
    line: str
    in_byline: bool
    sure: bool


def is_house(author: str, names: Sequence[str]) -> bool:
    """True for an "author" that is no person: the publisher itself, a desk, an account name."""
    return bool(_HOUSE.match(author.strip())) or any(words_of(author) == words_of(name) for name in names)


def same(one: str, other: str) -> bool:
    """True when two spellings surely mean one person: word order, initials, middle names and diacritics aside."""
    first, second = _key(one), _key(other)
    if not first or not second:
        return False
    return (
        bool(first == second) or sorted(first) == sorted(second) or (first[0] == second[0] and first[-1] == second[-1])
    )


def _key(name: str) -> list[str]:
    return [word for word in words_of(plain(name)) if word not in _PARTICLES]


def forms(author: str) -> list[str]:
    """The forms under which a person is surely meant, the given one first."""
    words = author.split()
    core = _core(author)
    found = [author, _HYPHEN.sub(" ", author)]
    if len(core) >= 2:
        found += [f"{core[0]} {core[-1]}", f"{core[-1]} {core[0]}", " ".join(core), f"{core[0]} {core[1]}"]
        found += [f"{core[-1]} {' '.join(core[:-1])}", f"{core[0]} {' '.join(words[words.index(core[0]) + 1 :])}"]
    return list(dict.fromkeys(found))


def _core(author: str) -> list[str]:
    """The words of a name without particles and titles."""
    return [word for word in author.split() if words_of(word) and words_of(word)[0] not in _PARTICLES]


def where_named(copy: Article, author: str) -> Place | None:
    """The best place where the copy names the author; with ``sure`` unset where only a like or a shorter form is met."""
    exact, core = forms(author), _core(author)
    telling = [part for word in core[1:] or core for part in words_of(_HYPHEN.sub(" ", plain(word)))]
    lines = _lines(copy)
    for line, in_byline in lines:
        low = plain(line).lower()
        if not any(part in low for part in telling):
            continue
        for start, end in find_names(line, exact):
            return Place(quote(line, start, end), line, in_byline, True)
        spread = _spread(line, author)
        if spread:
            return Place(quote(line, *spread), line, in_byline, True)
    core = [word for word in core if len(word) > 2]
    if len(core) < 2:
        return None
    first, last = core[0], core[-1]
    like = [f"{first[0]} {last}", last, f"{first} {_HYPHEN.split(last)[0]}"]
    for line, in_byline in lines:
        if not in_byline or len(line.split()) > _BYLINE_WORDS:
            continue
        for start, end in find_names(line, like):
            return Place(quote(line, start, end), line, in_byline, False)
        slip = fuzz.partial_ratio_alignment(plain(author).lower(), plain(line).lower(), score_cutoff=_SLIP)
        if slip and len(line) >= len(author) - 2:
            return Place(quote(line, slip.dest_start, slip.dest_end), line, in_byline, False)
    return None


def in_markup(copy: Article, author: str) -> bool:
    """True where the page's markup names the author, whether a reader sees it or not."""
    meta = select(copy, 'meta[name="author"], meta[property="article:author"], meta[name="parsely-author"]')
    pictures = ", ".join(f"{around} img[alt]" for around in _AUTHORS_OWN)
    told = [element.get("content") or "" for element in meta]
    for element in select(copy, f'a[rel~="author"], {pictures}'):
        told += [element.get(name) or "" for name in ("alt", "title", "aria-label")]
        slug = (element.get("href") or "").rstrip("/").rpartition("/")[2]
        told.append(re.sub(r"[-_+.]|%20", " ", slug))
    told += [_unescaped(script.html) for script in select(copy, 'script[type="application/ld+json"]')]
    named = forms(author)
    return any(same(author, name) for name in copy.authors) or any(names_any(text, named) for text in told)


def _unescaped(json: str) -> str:
    """The text of a JSON document with the letters that it escapes."""
    return _ESCAPED.sub(lambda letter: chr(int(letter.group(1), 16)), json)


def _spread(line: str, author: str) -> tuple[int, int] | None:
    """First and last name with a middle name or initial between that the original does not give."""
    core = [plain(word) for word in author.split() if words_of(word) and words_of(word)[0] not in _PARTICLES]
    if len(core) < 2:
        return None
    first, last = re.escape(core[0]), re.escape(core[-1])
    found = re.search(rf"(?<!\w){first}\s+(?:[^\W\d_]+\.?\s+){{1,2}}{last}(?!\w)", plain(line), re.IGNORECASE)
    return found.span() if found else None


def _lines(copy: Article) -> list[tuple[str, bool]]:
    """The lines in which an author may be named, those of the byline first."""
    found: list[tuple[str, bool]] = []
    if copy.byline:
        found.append((copy.byline, True))
    found += [(credit.text, True) for credit in copy.credits if credit.visible]
    near = near_lines(copy)
    texts = {block.text.strip() for block in copy.blocks}
    first = next((index for index, line in enumerate(near) if line in texts), len(near))
    found += [(line, True) for line in near[:first]]
    found += [(line, index < 2) for index, line in enumerate(near[first:])]
    return found


def affiliations(original: Article | None, authors: Iterable[str]) -> list[str]:
    """The institutions that the original names for its authors; [] where none can be read.

    Read from microdata and from a byline of the form "Name, position, institution".
    """
    if original is None:
        return []
    found = [e.text.strip() for e in select(original, "[itemprop=affiliation], .author-affiliation, .affiliation")]
    found = [text for text in found if 3 < len(text) < 120]
    if found:
        return list(dict.fromkeys(_institution(text) for text in found))
    for line in [original.byline or "", *margins(original)]:
        if not line or len(line.split()) > 30 or not names_any(line, authors):
            continue
        parts = [part.strip() for part in line.split(",")]
        telling = [
            part
            for part in parts[1:]
            if re.search(r"\b(?:universit\w+|college|institut\w*|school|academy|centre|center)\b", part, re.I)
        ]
        found += telling
    return list(dict.fromkeys(found))


def _institution(text: str) -> str:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return parts[-1] if parts else text
