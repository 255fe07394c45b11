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
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.alignment import documents, shingles
from rights.match.growing import add
from rights.match.index import Index
from rights.match.signatures import SignatureTable
from rights.match.translation import Proposal
from rights.model import Article, Work

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


@contextmanager
def indexed(texts: dict[str, str]) -> Iterator[SignatureTable]:
    """An index of the works with its table of signatures."""
    with tempfile.TemporaryDirectory() as folder, Index.create(Path(folder)) as index:
        add(index, (Work(id=ref, text=text, language="en") for ref, text in texts.items()))
        table = SignatureTable(index)
        table.catch_up()
        yield table


def run(name: str, works: list[str], count: int) -> None:
    rng = random.Random(5)
    texts = {str(at): text for at, text in enumerate(works)}
    asked = sorted(rng.sample(list(texts), count), key=int)
    started = time.process_time()
    with (
        indexed(texts) as known,
        indexed({ref: text for ref, text in texts.items() if ref not in asked}) as absent,
    ):
        made = time.process_time() - started
        for nouns in (False, True):
            tally: Counter[str] = Counter()
            spent = []
            for ref in asked:
                page = Article(text=translated(texts[ref], rng, nouns=nouns), language="xx")
                started = time.process_time()
                found = known.propose(page)
                spent.append(time.process_time() - started)
                tally[_judged(found, ref, texts)] += 1
                tally["false"] += _judged(absent.propose(page), "", {**texts, "": texts[ref]}) == "wrong"
            said = count - tally["silent"]
            print(
                f"{name:10}{'capitals' if nouns else 'plain':10}{len(texts):6,} works {count:5} pages  proposed {said / count:.3f}"
                f"  precision {(said - tally['wrong']) / max(1, said):.3f}  the very one {tally['right'] / count:.3f}"
                f"  wrongly proposed when it is absent {tally['false'] / count:.3f}  {statistics.median(spent) * 1e3:.1f} ms a page"
            )
    print(f"{name:10}made in {made / (2 * len(texts)) * 1e3:.2f} ms a work, with the index")


def _judged(found: Sequence[Proposal], ref: str, texts: dict[str, str]) -> str:
    if not found:
        return "silent"
    if found[0].work.id == ref:
        return "right"
    return "alike" if _alike(found[0].work.text, texts[ref]) else "wrong"


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
