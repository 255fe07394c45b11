"""Alignment against made and real copies: ``python -m benchmarks.alignment --data FOLDER`` (`matching`, or the folder it is in)."""

from __future__ import annotations

import argparse
import difflib
import gzip
import json
import random
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from benchmarks.copies import Copy, kinds, page
from benchmarks.plagdet import Case, cases, score
from rights.match.align import align, align_sides
from rights.match.detect import detect_paired, paired
from rights.match.sides import Side
from rights.match.words import words_of
from rights.model import Match, Passage

Aligner = Callable[[str, str], Match]


def documents(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def blocks_of(found: list[tuple[int, int, int]], work: list[str], copy: list[str]) -> Match:
    found = [block for block in found if block[2] >= 3]
    shared = sum(size for _, _, size in found)
    return Match(
        containment=shared / max(1, len(work)),
        resemblance=shared / max(1, len(work) + len(copy) - shared),
        words=shared,
        passages=tuple(Passage((a, a + n), (b, b + n)) for a, b, n in found),
    )


def with_difflib(work: str, copy: str) -> Match:
    ours, theirs = work.lower().split(), copy.lower().split()
    blocks = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return blocks_of([tuple(block) for block in blocks], ours, theirs)


def with_rapidfuzz(work: str, copy: str) -> Match:
    ours, theirs = work.lower().split(), copy.lower().split()
    blocks = LCSseq.editops(ours, theirs).as_matching_blocks()
    return blocks_of([(block.a, block.b, block.size) for block in blocks], ours, theirs)


ALIGNERS: dict[str, Aligner] = {"rights": align, "difflib": with_difflib, "rapidfuzz": with_rapidfuzz}


def figures(match: Match, work: str, copy: Copy) -> tuple[float, float, float, float]:
    """Recall and precision of words on the copy's side, recall on the work's, and the containment's error in points."""
    covered = {at for passage in match.passages for at in range(*passage.copy)}
    true = {at for at, place in enumerate(copy.origin) if place >= 0}
    # A changed word inside a kept run belongs to the copied passage: it is neither right nor wrong.
    firm = {at for at in covered if copy.origin[at] >= 0 or not _inside(copy.origin, at)}
    ours = {at for passage in match.passages for at in range(*passage.work)}
    return (
        len(covered & true) / max(1, len(true)),
        len(firm & true) / max(1, len(firm)),
        len(ours & copy.kept) / max(1, len(copy.kept)),
        100 * abs(match.containment - len(copy.kept) / len(work.split())),
    )


def _inside(origin: tuple[int, ...], at: int, reach: int = 6) -> bool:
    return max(origin[max(0, at - reach) : at], default=-1) >= 0 and max(origin[at : at + reach], default=-1) >= 0


def made(data: Path, count: int, seed: int = 7) -> None:
    rng = random.Random(seed)
    texts = [one["text"] for one in documents(data / "bbc" / "docs.jsonl.gz")]
    reviews = [one["text"].split() for one in documents(data / "movie_reviews" / "docs.jsonl.gz")]
    works = rng.sample([text for text in texts if len(text.split()) > 150], count)
    vocabulary = [word for text in rng.sample(texts, 50) for word in text.split()]
    for name, aligner in ALIGNERS.items():
        rng = random.Random(seed)
        rows: dict[str, list[tuple[float, ...]]] = defaultdict(list)
        for work in works:
            for kind, make in kinds(work, vocabulary, rng).items():
                copy = page(kind, make(), rng.choice(reviews)[:300], rng)
                started = time.process_time()
                match = aligner(work, copy.text)
                spent = 1000 * (time.process_time() - started)
                rows[kind].append((*figures(match, work, copy), spent))
        print(f"\n{name:22}{'recall':>8}{'prec.':>8}{'in work':>8}{'error pt':>9}{'worst':>7}{'ms':>7}")
        for kind, row in rows.items():
            recall, precision, ours, error, spent = (statistics.fmean(column) for column in zip(*row, strict=True))
            worst = sorted(one[3] for one in row)[int(0.95 * len(row))]
            print(f"{kind:22}{recall:8.4f}{precision:8.4f}{ours:8.4f}{error:9.2f}{worst:7.2f}{spent:7.2f}")
    unrelated = [align(rng.choice(works), rng.choice(texts)).words for _ in range(5 * count)]
    print(
        "\nunrelated pairs:",
        len(unrelated),
        "with 15 words or more:",
        sum(n >= 15 for n in unrelated),
        "25:",
        sum(n >= 25 for n in unrelated),
    )


#: An answer without a single run of so many words of the work took nothing from it that a comparison of words could find.
LEAST_RUN = 4


def answers(data: Path) -> None:
    """Clough and Stevenson's short answers; some are labelled as cut from a text of which the work holds no line."""
    folder = data / "clough_stevenson"
    rows: dict[str, list[tuple[Match, bool]]] = defaultdict(list)
    pairs: list[tuple[str, str, str]] = []
    for line in (folder / "file_information.csv").read_text().splitlines()[1:]:
        name, task, level = line.split(",")[:3]
        if level == "orig":
            continue
        work, answer = (_text(folder / file) for file in (f"orig_task{task}.txt", name))
        pairs.append((level, work, answer))
        has_run = bool(shingles(work, LEAST_RUN) & shingles(answer, LEAST_RUN))
        rows[level].append((align(work, answer), has_run))
    print(f"\n{'answers':12}{'n':>4}{'found':>7}{'>=25':>7}{'no run of 4':>13}{'found of the others':>21}")
    for level, found in rows.items():
        hits, others = [match.words > 0 for match, _ in found], [match.words > 0 for match, run in found if run]
        print(
            f"{level:12}{len(found):4}{sum(hits) / len(found):7.3f}{sum(match.words >= 25 for match, _ in found) / len(found):7.3f}"
            f"{len(found) - len(others):13}{sum(others) / max(1, len(others)):21.3f}"
        )

    every = [(level, tuple(of(work, answer) for of in LIKENESS.values())) for level, work, answer in pairs]
    print("what flagging all but one of the cut and light ones by likeness alone would cost:")
    for at, name in enumerate(LIKENESS):
        taken = sorted(row[at] for level, row in every if level in ("cut", "light"))
        untouched = [row[at] for level, row in every if level == "non"]
        print(f"  {name:24}{sum(one >= taken[1] for one in untouched):4} of {len(untouched)} untouched ones flagged")


def _held(work: Sequence[object], answer: Sequence[object]) -> float:
    """The share of the answer's items that the work has too, counted as often as both have them."""
    both = Counter(work) & Counter(answer)
    return both.total() / max(1, len(answer))


def _near(words_: Sequence[str]) -> list[tuple[str, ...]]:
    """Pairs of words at most three apart, in either order."""
    return [
        tuple(sorted(pair)) for at, one in enumerate(words_) for pair in ((one, two) for two in words_[at + 1 : at + 4])
    ]


#: Other measures of likeness than runs of words, all of the answer in the work: none tells what the labels tell.
LIKENESS: dict[str, Callable[[str, str], float]] = {
    "words": lambda work, answer: _held(words_of(work), words_of(answer)),
    "pairs of words": lambda work, answer: _held([*pairwise(words_of(work))], [*pairwise(words_of(answer))]),
    "words near each other": lambda work, answer: _held(_near(words_of(work)), _near(words_of(answer))),
    "runs of 8 letters": lambda work, answer: _held(
        *([t[at : at + 8] for at in range(len(t) - 7)] for t in (work, answer))
    ),
    "words in order": lambda work, answer: LCSseq.similarity(words_of(work), words_of(answer)) / len(words_of(answer)),
    "rapidfuzz token_set": lambda work, answer: fuzz.token_set_ratio(
        " ".join(words_of(work)), " ".join(words_of(answer))
    ),
}


def shingles(text: str, k: int = 8) -> set[tuple[str, ...]]:
    split = [word.strip(".,;:!?\"'()“”’").lower() for word in text.split()]
    split = [word for word in split if word]
    return {tuple(split[at : at + k]) for at in range(len(split) - k + 1)}


def agency(data: Path, limit: int) -> None:
    """Real reuse between publishers of one event; truth is exact containment of 8-word shingles."""
    rng = random.Random(3)
    docs = [one for one in documents(data / "helsinki" / "docs.jsonl.gz") if len(one["text"].split()) >= 100]
    sets = [shingles(one["text"]) for one in docs]
    bands = {(0.9, 1.01): [], (0.5, 0.9): [], (0.2, 0.5): [], (0.05, 0.2): [], (0.0, 0.001): []}  # type: dict[tuple[float, float], list[tuple[int, int, float]]]
    for a in range(len(docs)):
        for b in range(len(docs)):
            if a != b and docs[a]["publisher"] != docs[b]["publisher"]:
                share = len(sets[a] & sets[b]) / max(1, len(sets[a]))
                for (low, high), pairs in bands.items():
                    if low <= share < high:
                        pairs.append((a, b, share))
    print(f"\n{'agency reuse':16}{'pairs':>7}{'found':>8}{'>=25':>8}{'>=.8 of shingle share':>24}{'ms':>7}")
    for (low, high), pairs in bands.items():
        chosen = rng.sample(pairs, min(limit, len(pairs)))
        started = time.process_time()
        found = [align(docs[a]["text"], docs[b]["text"]) for a, b, _ in chosen]
        spent = 1000 * (time.process_time() - started) / max(1, len(chosen))
        n = max(1, len(chosen))
        right = sum(match.containment >= 0.8 * share for match, (_, _, share) in zip(found, chosen, strict=True))
        print(
            f"{low:.2f}-{high:.2f}{'':7}{len(chosen):7}{sum(m.words > 0 for m in found) / n:8.3f}{sum(m.words >= 25 for m in found) / n:8.3f}{right / n:24.3f}{spent:7.2f}"
        )


def reworded(data: Path) -> None:
    """plagdet on the corpus in PAN's format; the settings were chosen on the odd-numbered documents alone."""
    folder = data / "idplag_pan"
    works = {path.stem: paired(_text(path)) for path in sorted((folder / "source-documents").glob("*.txt"))}
    pages = {path.stem: paired(_text(path)) for path in sorted((folder / "suspicious-documents").glob("*.txt"))}
    gold = list(cases(folder))
    found: list[Case] = []
    straight: list[Case] = []
    started = time.process_time()
    for name, page_ in pages.items():
        for source, work in works.items():
            found += [Case(name, source, one.copy, one.work) for one in detect_paired(work, page_)]
    spent = 1000 * (time.process_time() - started) / (len(pages) * len(works))
    for name, page_ in pages.items():
        for source, work in works.items():
            straight += _characters(name, source, work.side, page_.side)
    print(f"\n{'reworded reuse':34}{'plagdet':>9}{'recall':>8}{'prec.':>8}{'gran.':>7}{'ms/pair':>9}")
    for half, odd in (("chosen on (odd)", 1), ("kept back (even)", 0)):
        for label, detections in (("detect", found), ("align", straight)):
            mine = [one for one in detections if int(one.suspicious[-5:]) % 2 == odd]
            got = score([one for one in gold if int(one.suspicious[-5:]) % 2 == odd], mine)
            print(
                f"{label + ', ' + half:34}{got.plagdet:9.3f}{got.recall:8.3f}{got.precision:8.3f}{got.granularity:7.2f}{spent if label == 'detect' else 0:9.2f}"
            )


def _characters(name: str, source: str, work: Side, copy: Side) -> list[Case]:
    return [
        Case(
            name,
            source,
            (copy.units[one.copy[0]][0], copy.units[one.copy[1] - 1][1]),
            (work.units[one.work[0]][0], work.units[one.work[1] - 1][1]),
        )
        for one in align_sides(work, copy).passages()
    ]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--part", choices=["made", "answers", "agency", "reworded"], action="append")
    given = options.parse_args(arguments)
    data = given.data / "matching" if (given.data / "matching").is_dir() else given.data
    parts = given.part or ["made", "answers", "agency", "reworded"]
    if "made" in parts:
        made(data, given.count)
    if "answers" in parts:
        answers(data)
    if "agency" in parts:
        agency(data, 300)
    if "reworded" in parts:
        reworded(data)


if __name__ == "__main__":
    main()
