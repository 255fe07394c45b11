"""The article's title: what the page shows as its heading, checked against what its metadata call it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest

from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.dom import Document
from rights.extract.jsonld import types_of
from rights.extract.relations import ARTICLE_TYPES
from rights.patterns import late

_SPACE = late(r"\s+")
_WORD = late(r"\w+")
#: What stands between a title and the site's name.
_JOINT = late(r"\s+[|•·»«–—:~/\\-]+\s+|\s*[|»«]\s*|\s+::\s+|:\s+(?=[^:]+$)|\s+[-–—]+(?=\s)")
_LONGEST = 400


def find_title(document: Document, names: tuple[str, ...]) -> tuple[str | None, int | None]:
    """The title, and the index of the block that shows it; ``names`` are those of the site, to be left out of it."""
    given = _given(document)
    tag = _title_tag(document)
    heads = _headings(document)
    reference = [text for text in (*given, tag) if text]
    best: tuple[float, TextBlock] | None = None
    for block in heads:
        score = max((_likeness(block.text, text) for text in reference), default=0.0)
        score += 0.08 if block.tag == "h1" else 0.0
        if score >= 0.5 and (best is None or score > best[0]):
            best = (score, block)
    if best is not None:
        return _one_line(best[1].text), best[1].index
    for text in given:
        return without_site(text, names), None
    if tag:
        return without_site(tag, names), None
    ones = [block for block in heads if block.tag == "h1"] or heads[:1]
    return (_one_line(ones[0].text), ones[0].index) if ones else (None, None)


def _given(document: Document) -> list[str]:
    found = [
        text
        for node in document.jsonld.nodes
        if types_of(node) & ARTICLE_TYPES - {"webpage", "itempage"}
        for text in document.jsonld.texts(node, "headline")[:1]
    ]
    found += [document.first_meta("og:title") or "", document.first_meta("twitter:title", "dc.title", "title") or ""]
    return [_clean(text) for text in found if text and len(text) <= _LONGEST]


def _title_tag(document: Document) -> str:
    element = next(iter(document.tagged("title")), None)
    text = "" if element is None else _clean("".join(str(t) for t in element.itertext()))
    return text[:_LONGEST]


def _headings(document: Document) -> list[TextBlock]:
    found = []
    for block in document.blocks:
        if block.hidden_by is not None or not 3 <= len(block.text) <= _LONGEST:
            continue
        if block.tag in ("h1", "h2", "h3") or _named_title(block):
            if block.within(regions.COMMENTS, regions.CONSENT, regions.RELATED, regions.FOOTER):
                continue
            found.append(block)
        if len(found) >= 60:
            break
    return found


_TITLE_CLASS = late(
    r"(?:headline|(?:entry|post|article|page|story|main)[-_]?title|(?:^|[\s_-])title)(?=$|[\s_-])", re.IGNORECASE
)


def _named_title(block: TextBlock) -> bool:
    return _calls_title(block.element.get("class") or "") or block.element.get("itemprop") == "headline"


@lru_cache(maxsize=8192)
def _calls_title(names: str) -> bool:
    return bool(names and _TITLE_CLASS.search(names))


def _clean(text: str) -> str:
    return _SPACE.sub(" ", re.sub(r"<[^>]+>", "", text)).strip()


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text)


def _likeness(one: str, other: str) -> float:
    """Dice coefficient of the words; a heading that begins or ends the other text counts as alike."""
    first, second = _WORD.findall(one.lower()), _WORD.findall(other.lower())
    if not first or not second:
        return 0.0
    shared = len(set(first) & set(second))
    dice = 2 * shared / (len(set(first)) + len(set(second)))
    if len(first) >= 3 and (second[: len(first)] == first or second[-len(first) :] == first):
        dice = max(dice, 0.85)
    return dice


def without_site(text: str, names: tuple[str, ...]) -> str:
    """A title without the site's name at its end or beginning."""
    keys = {_key(name) for name in names if name}
    joints = list(_JOINT.finditer(text))
    for joint, following in zip_longest(joints, joints[1:]):
        part = text[joint.end() : following.start() if following else None]
        if following and _is_site(part, keys) and text[: joint.start()].strip():
            return text[: joint.start()].strip()
    for _ in range(3):
        parts = list(_JOINT.finditer(text))
        if not parts:
            break
        last, first = parts[-1], parts[0]
        tail, lead = text[last.end() :].strip(), text[: first.start()].strip()
        if _is_site(tail, keys) and len(text[: last.start()].split()) >= 2:
            text = text[: last.start()].strip()
        elif _is_site(lead, keys) and len(text[first.end() :].split()) >= 2:
            text = text[first.end() :].strip()
        else:
            break
    return text


def _is_site(part: str, keys: set[str]) -> bool:
    key = _key(part)
    return bool(key) and any(
        key == name or (len(key) > 4 and len(name) > 4 and (key in name or name in key)) for name in keys
    )


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower()).removeprefix("the")
