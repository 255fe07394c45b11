"""Proposing the original of a translation: ``python -m benchmarks.translations --data FOLDER`` (`matching`, or the folder it is in).

No corpus of translated articles can be had here.  The translations are made: every word of a text but names and numbers
becomes another made-up word, the same for the same word; names are inflected or translated now and then, numbers are
written the other way, neighbouring words change places, sentences are lost.  Real translators do worse and better;
take the figures as an upper bound.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.alignment import documents, shingles
from rights.match.translation import Signatures, signature

_MONTHS = dict(
    zip(
        "January February March April May June July August September October November December".split(),
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
        strict=True,
    )
)


def made_up(word: str, nouns: bool) -> str:
    code = hashlib.blake2b(word.lower().encode(), digest_size=6).hexdigest()
    made = "".join("bdfgklmnprstvz"[int(c, 16) % 14] + "aeiou"[int(c, 16) % 5] for c in code[: 1 + len(word) // 2])
    return made.capitalize() if word[0].isupper() or (nouns and len(word) > 4 and code[0] in "0123456") else made


def translated(text: str, rng: random.Random, *, nouns: bool) -> str:
    """A text in a language that nobody speaks; ``nouns`` writes many words with a capital, as German does."""
    out = []
    for line in text.split("\n"):
        sentences = re.split(r"(?<=[.!?])\s+", line)
        for sentence in sentences:
            if rng.random() < 0.1:
                continue
            words = sentence.split()
            for at in range(len(words) - 1):
                if rng.random() < 0.15:
                    words[at], words[at + 1] = words[at + 1], words[at]
            out.append(" ".join(_word(word, at, rng, nouns) for at, word in enumerate(words)))
        out.append("\n")
    return " ".join(out)


def _word(word: str, at: int, rng: random.Random, nouns: bool) -> str:
    core = word.strip(".,;:!?\"'()")
    if not core:
        return word
    if core in _MONTHS:
        return word.replace(core, _MONTHS[core])
    if core[0].isdigit():
        return word.replace(core, core.translate(str.maketrans(",.", ".,")))
    if core[0].isupper() and at > 0:
        roll = rng.random()
        return word.replace(
            core, made_up(core, nouns) if roll < 0.12 else core + rng.choice(["a", "s", "en"]) if roll < 0.27 else core
        )
    return word.replace(core, made_up(core, nouns)) if core[0].isalpha() else word


def run(name: str, texts: list[str], count: int) -> None:
    rng = random.Random(5)
    known = Signatures()
    for at, text in enumerate(texts):
        known.add(str(at), signature(text, language="en"))
    kept_out = set(rng.sample(range(len(texts)), count))
    absent = Signatures()
    for at, text in enumerate(texts):
        if at not in kept_out:
            absent.add(str(at), signature(text, language="en"))
    for nouns in (False, True):
        right = same = wrong = silent = false = 0
        for at in sorted(kept_out):
            page = signature(translated(texts[at], rng, nouns=nouns), language="xx")
            found = known.propose(page)
            if not found:
                silent += 1
            elif int(found[0].work) == at:
                right += 1
            elif _alike(texts[int(found[0].work)], texts[at]):
                same += 1
            else:
                wrong += 1
            others = absent.propose(page)
            false += bool(others) and not _alike(texts[int(others[0].work)], texts[at])
        said = right + same + wrong
        print(
            f"{name:20}{'capitals' if nouns else 'plain':10}{count:6}  proposed {said / count:.3f}  precision {(right + same) / max(1, said):.3f}"
            f"  the very one {right / count:.3f}  silent {silent / count:.3f}  wrongly proposed when it is absent {false / count:.3f}"
        )


def _alike(one: str, other: str) -> bool:
    ours, theirs = shingles(one, 5), shingles(other, 5)
    return len(ours & theirs) >= 0.2 * min(len(ours), len(theirs))


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--count", type=int, default=200)
    given = options.parse_args(arguments)
    data = given.data / "matching" if (given.data / "matching").is_dir() else given.data
    run("bbc", [one["text"] for one in documents(data / "bbc" / "docs.jsonl.gz")], given.count)
    run(
        "one event",
        [one["text"] for one in documents(data / "helsinki" / "docs.jsonl.gz") if len(one["text"].split()) > 100],
        given.count,
    )


if __name__ == "__main__":
    main()
