"""Classes of changes, on copies with known edits: ``python -m benchmarks.edits --data FOLDER`` (`matching`, or the folder it is in).

Each page is a real article with one edit of each kind at a known place, some of them such as sites' software makes.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.alignment import documents
from rights.match.compare import compare
from rights.model import Article, Work

AMERICAN = {
    "colour": "color", "favour": "favor", "labour": "labor", "centre": "center", "organisation": "organization", "programme": "program", "defence": "defense",
    "organised": "organized", "realise": "realize", "travelling": "traveling", "theatre": "theater", "behaviour": "behavior", "honour": "honor", "towards": "toward",
    "per cent": "percent", "criticised": "criticized", "recognised": "recognized", "analyse": "analyze", "licence": "license", "neighbours": "neighbors",
}  # fmt: skip
WHEN = [
    "yesterday",
    "on Monday",
    "last week",
    "on June 3",
    "earlier this month",
    "on Tuesday night",
    "tomorrow",
    "today",
    "two weeks ago",
    "last year",
    "in March",
]
WHERE = [
    "in Springfield, Ohio,",
    "in northern England",
    "in Lyon, France,",
    "in the city of Leeds",
    "in Texas",
    "near Toronto, Canada,",
]
LINES = [
    "Share this story",
    "ADVERTISEMENT",
    "Read more: {title}",
    "Photo: Ann Reed/Getty Images",
    "{title}",
    "Sign up for our newsletter",
    "Related: {title}",
    "Follow us on Twitter",
    "Story continues below",
]
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


class Page:
    """An article in sentences, edited in place; each edit notes its kind and the words it touches."""

    def __init__(self, text: str, rng: random.Random) -> None:
        self.rng = rng
        self.paragraphs = [re.split(r"(?<=[.!?])\s+", line.strip()) for line in text.split("\n") if line.strip()]
        self.edits: list[tuple[str, str]] = []
        self.touched: set[tuple[int, int]] = set()

    def text(self) -> str:
        return "\n\n".join(
            " ".join(sentence for sentence in paragraph if sentence) for paragraph in self.paragraphs if paragraph
        )

    def place(self, *, least: int = 8) -> tuple[int, int] | None:
        free = [
            (p, s)
            for p, paragraph in enumerate(self.paragraphs)
            for s, sentence in enumerate(paragraph)
            if 0 < p < len(self.paragraphs) - 1
            and len(sentence.split()) >= least
            and not {(p, s - 1), (p, s), (p, s + 1)} & self.touched
        ]
        if not free:
            return None
        chosen = self.rng.choice(free)
        self.touched.add(chosen)
        return chosen


def edited(text: str, others: list[str], rng: random.Random) -> tuple[str, str, list[tuple[str, str]]]:
    """The work, its copy, and the edits: (kind, words by which to know it)."""
    ours, theirs = Page(text, rng), Page(text, rng)

    def put(kind: str, before: str, after: str) -> None:
        found = theirs.place()
        if found is None:
            return
        p, s = found
        words = theirs.paragraphs[p][s].split()
        at = rng.randrange(2, len(words) - 2)
        ours.paragraphs[p][s] = " ".join([*words[:at], *before.split(), *words[at:]])
        theirs.paragraphs[p][s] = " ".join([*words[:at], *after.split(), *words[at:]])
        theirs.edits.append((kind, after or before))

    vocabulary = [word for word in " ".join(others).split() if word.isalpha() and len(word) > 4 and word.islower()]
    put("time", rng.choice(WHEN), rng.choice(list(WHEN)))
    put("place", "", rng.choice(WHERE))
    put("substantive", *rng.sample(vocabulary, 2))
    put("substantive", "", "not")
    put("substantive", rng.choice(vocabulary), "")
    number = rng.randrange(2, 12)
    put("style", str(number), NUMBERS[number])
    put("substantive", str(number), NUMBERS[number + 1])
    british = rng.choice(list(AMERICAN))
    put("style", british, AMERICAN[british])
    if place := theirs.place():
        theirs.edits.append(("cut", theirs.paragraphs[place[0]][place[1]]))
        theirs.paragraphs[place[0]][place[1]] = ""
    if place := theirs.place():
        new = rng.choice(
            [
                one
                for other in others
                for one in re.split(r"(?<=[.!?])\s+", other)
                if 8 <= len(one.split()) <= 40 and one[-1] in ".!?"
            ]
        )
        theirs.paragraphs[place[0]][place[1]] += " " + new
        theirs.edits.append(("addition", new))
    noise = rng.choice(LINES).format(title=rng.choice(others).split("\n")[0])
    at = rng.randrange(1, len(theirs.paragraphs))
    theirs.paragraphs.insert(at, [noise])
    theirs.edits.append(("noise", noise))
    return ours.text(), theirs.text(), theirs.edits


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--count", type=int, default=150)
    options.add_argument("--show", type=int, default=0)
    given = options.parse_args(arguments)
    data = given.data / "matching" if (given.data / "matching").is_dir() else given.data
    rng = random.Random(9)
    texts = [
        one["text"]
        for one in documents(data / "bbc" / "docs.jsonl.gz")
        if len(one["text"].split()) > 250 and one["text"].count("\n") > 4
    ]
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    stray: Counter[str] = Counter()
    spent = []
    shown = 0
    for text in rng.sample(texts, given.count):
        work, copy, edits = edited(text, rng.sample(texts, 3), rng)
        started = time.process_time()
        match = compare(Work(id="w", text=work, language="en"), Article(text=copy, language="en"))
        spent.append(1000 * (time.process_time() - started))
        told: set[int] = set()
        for kind, words in edits:
            hits = [
                at
                for at, change in enumerate(match.changes)
                if at not in told
                and (
                    _core(words) in _core(change.copy + " " + change.work)
                    or (_core(change.copy or change.work) and _core(change.copy or change.work) in _core(words))
                )
            ]
            told.update(hits)
            kinds = {match.changes[at].kind.value + ("" if match.changes[at].firm else " (loose)") for at in hits}
            label = "+".join(sorted(kinds)) or "none"
            rows[kind][label] += 1
            if label != kind and kind != "noise" and shown < given.show:
                shown += 1
                print(
                    kind,
                    "|",
                    words,
                    "|",
                    [(c.kind.value, c.work[:80], c.copy[:80]) for at, c in enumerate(match.changes) if at in hits],
                )
        for at, change in enumerate(match.changes):
            if at not in told and change.firm:
                stray[change.kind.value] += 1
                if shown < given.show:
                    shown += 1
                    print("stray", change)
    print(f"\n{'edit':14}{'n':>5}  told as")
    for kind, labels in rows.items():
        total = sum(labels.values())
        print(
            f"{kind:14}{total:5}  "
            + ", ".join(f"{label} {count / total:.3f}" for label, count in labels.most_common(6))
        )
    print(
        f"firm changes that no edit made: {dict(stray)} on {given.count} pages; {statistics.median(spent):.1f} ms a page"
    )


def _core(text: str) -> str:
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} " if re.search(r"\w", text) else ""


if __name__ == "__main__":
    main()
