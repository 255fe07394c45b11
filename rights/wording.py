"""Required sentences: a wording with ``[slots]``, looked for on a page that may have changed a word of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from rights.match.words import words_of
from rights.model import Evidence
from rights.passages import plain, quote, raw_words, sentences, word_set
from rights.patterns import late

#: Likeness (0 to 100) from which a passage is the wording (research: policies.md, attr.boilerplate), and from which it
#: may be a free rendering of it that a person has to judge.
SAME, NEAR = 90.0, 75.0
#: Words that a slot may take where its value is not known.
SLOT_WORDS = 12

_SLOT = late(r"\[([^\]]{1,60})\]")


@dataclass(frozen=True, slots=True)
class Found:
    """The passage that is most like a wording, and how like: 0 to 100."""

    evidence: Evidence
    likeness: float

    @property
    def same(self) -> bool:
        return self.likeness >= SAME

    @property
    def near(self) -> bool:
        return NEAR <= self.likeness < SAME


def fill(wording: str, values: Mapping[str, Sequence[str]]) -> str:
    """The wording with the first value of each slot that is known; the others stay as they are."""

    def value(slot: re.Match[str]) -> str:
        known = values.get(slot.group(1).strip().lower(), ())
        return known[0] if known else slot.group()

    return _SLOT.sub(value, wording)


def find_wording(lines: Iterable[str], wording: str, values: Mapping[str, Sequence[str]] | None = None) -> Found | None:
    """The passage most like the wording, or None where nothing comes near.

    ``values`` gives what may stand in a slot, by its lower-case name; a slot without known values takes up to
    `SLOT_WORDS` words.  Exact apart from case, punctuation and spaces counts 100; else the likeness of the best run
    of sentences, measured without the slots.
    """
    bare = words_of(_SLOT.sub(" ", wording))
    near = [line for line in lines if _may_hold(line, bare)]
    pattern = _exact(wording, values or {}) if near else None
    for line in near:
        exact = pattern.search(plain(line)) if pattern else None
        if exact:
            return Found(quote(line, *exact.span()), 100.0)
    words_wanted = " ".join(bare)
    if len(words_wanted) < 12:
        return None
    best: Found | None = None
    slotted = bool(_SLOT.search(wording))
    for line in near:
        for passage in _runs(line, len(words_wanted)):
            words = " ".join(words_of(passage))
            if len(words) < len(words_wanted) * 0.6:
                continue
            score = (
                fuzz.partial_ratio(words_wanted, words)
                if len(words) > len(words_wanted)
                else fuzz.ratio(words_wanted, words)
            )
            if slotted:
                score = max(score, fuzz.token_set_ratio(words_wanted, words) * 0.98)
            if best is None or score > best.likeness:
                best = Found(Evidence(exact=passage), score)
    return best if best and best.likeness >= NEAR else None


def _may_hold(line: str, words: Sequence[str]) -> bool:
    """True when half of the telling words stand in the line: no other can be the wording or near it."""
    telling = {word for word in words if len(word) > 3} or set(words)
    have = word_set(line)
    return sum(word in have for word in telling) * 2 >= len(telling)


def _exact(wording: str, values: Mapping[str, Sequence[str]]) -> re.Pattern[str] | None:
    parts: list[str] = []
    at = 0
    for slot in _SLOT.finditer(wording):
        parts.append(_words(wording[at : slot.start()]))
        known = values.get(slot.group(1).strip().lower(), ())
        spelled = [_words(value) for value in known if words_of(value)]
        parts.append(f"(?:{'|'.join(spelled)})" if spelled else rf"(?:\w+[\W_]+){{0,{SLOT_WORDS - 1}}}\w+")
        at = slot.end()
    parts.append(_words(wording[at:]))
    joined = r"[\W_]+".join(part for part in parts if part)
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE) if joined else None


def _words(text: str) -> str:
    return r"[\W_]+".join(re.escape(word) for word in raw_words(text))


def _runs(line: str, length: int) -> list[str]:
    """Runs of neighbouring sentences about as long as the wording."""
    parts = sentences(line)
    runs: list[str] = []
    for start in range(len(parts)):
        run = parts[start]
        runs.append(run)
        for part in parts[start + 1 :]:
            if len(run) >= length:
                break
            run = f"{run} {part}"
            runs.append(run)
    return runs
