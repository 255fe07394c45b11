"""Which work does a page copy: ``python -m benchmarks.matching --data FOLDER`` (the data's folder, or its `matching`).

First, how often the right work is first among so many works, by kind of copy, beside datasketch, rensa, tantivy and
rapidfuzz in the same run.  Then what an index of a million works costs (`benchmarks.matching_scale`; ten minutes the
first time, one where ``--index`` names an index that was kept).  Times are of the processor.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.matching_scale import corpus, scale
from benchmarks.pages import MERGED, NOTHING, QUOTE, Page, Text, pages
from benchmarks.sketches import Finder, peers
from rights.match.copied import Answer, Matcher
from rights.match.growing import add
from rights.match.index import MEMORY, Index
from rights.match.words import words_of
from rights.model import Work

#: Floors of the table: share of pages with the right work first; of pages that copy nothing, with no work at all.
FLOOR, QUOTE_FLOOR = 0.99, 0.97
#: A work that holds so much of what was taken is a right answer too: archives are full of versions of one text.
_HOLDS = 0.8
#: Pages a kind, and works at most, for a peer that compares with every work.
_SLOW, _SLOW_WORKS = 10, 1_000


def grams(text: str) -> set[tuple[str, ...]]:
    """The 8-grams of a text: what it must hold to be a right answer."""
    words = words_of(text)
    return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}


def right(page: Page, found: Sequence[str], texts: dict[str, str], reported: str = "") -> bool:
    """True when the answer is right; a quotation is answered as well where it is reported as boilerplate."""
    if page.kind == NOTHING:
        return not found
    if page.kind == MERGED:
        return set(page.works) <= set(found)
    if found[:1] == [page.works[0]]:
        return True
    wanted = grams(page.taken) & grams(texts[page.works[0]])
    if page.kind == QUOTE and reported and len(wanted & grams(reported)) >= _HOLDS * len(wanted):
        return True
    return bool(found) and len(wanted & grams(texts[found[0]])) >= max(1.0, _HOLDS * len(wanted))


def judged(
    find: Callable[[str], tuple[Sequence[str], str]], asked: Sequence[Page], texts: dict[str, str]
) -> tuple[dict[str, float], float]:
    """The share of right answers by kind, and the median milliseconds a page."""
    counted: dict[str, list[bool]] = defaultdict(list)
    spent = []
    for page in asked:
        start = time.process_time()
        found, reported = find(page.text)
        spent.append(time.process_time() - start)
        counted[page.kind].append(right(page, list(found), texts, reported))
    return {kind: sum(marks) / len(marks) for kind, marks in counted.items()}, float(np.median(spent) * 1e3)


def line(name: str, works: int, build: float, rates: dict[str, float], ms: float, kinds: Sequence[str]) -> str:
    cells = " ".join(f"{rates[kind]:>6.3f}" if kind in rates else f"{'-':>6}" for kind in kinds)
    return f"{name:<26} {works:>8,} {works / max(build, 1e-9):>9,.0f} {ms:>8.2f}  {cells}"


def told(answer: Answer) -> tuple[Sequence[str], str]:
    return [one.work.id for one in answer.copied], "\n".join(one.text for one in answer.boilerplate)


def accuracy(data: Path, works: int, peer_works: int, each: int, nothing: int, names: Sequence[str]) -> None:
    """Print the table of ranks."""
    texts, _, filler = corpus(data, works)
    for count in dict.fromkeys((works, min(works, peer_works))):
        some = texts[:count]
        asked = list(pages(some, filler, each, nothing, 2))
        kinds = list(dict.fromkeys(page.kind for page in asked))
        if count == works:
            print("columns:", "; ".join(f"{number} {kind}" for number, kind in enumerate(kinds, 1)))
            numbers = " ".join(f"{number:>6}" for number in range(1, len(kinds) + 1))
            print(f"{'':<26} {'works':>8} {'works/s':>9} {'ms/page':>8}  {numbers}")
        build, rates, ms = ours(some, asked)
        print(line("rights", count, build, rates, ms, kinds), flush=True)
        below = [kind for kind, rate in rates.items() if rate < (QUOTE_FLOOR if kind == QUOTE else FLOOR)]
        print(f"  below {FLOOR}: {', '.join(below) or 'nothing'}")
    for name in names:
        use, few = some, asked
        if name.startswith("rapidfuzz"):
            use = random.Random(1).sample(some, min(len(some), _SLOW_WORKS))
            few = list(pages(use, filler, _SLOW, 0, 3))
        start = time.process_time()
        try:
            finder: Finder = peers()[name](use)
        except ImportError as missing:
            print(f"{name:<26} not measured: {missing.name} is not installed (pip install 'rights[bench]')")
            continue
        build = time.process_time() - start
        rates, ms = judged(lambda text, find=finder: (find(text), ""), few, dict(some))
        print(line(name, len(use), build, rates, ms, kinds), flush=True)


def ours(works: list[Text], asked: Sequence[Page]) -> tuple[float, dict[str, float], float]:
    """Seconds to add the works (with texts and SQLite), right answers by kind, milliseconds a page."""
    with tempfile.TemporaryDirectory() as folder, Index.create(Path(folder)) as index:
        start = time.process_time()
        add(index, (Work(id=ref, text=text) for ref, text in works))
        build = time.process_time() - start
        matcher = Matcher(index)
        return build, *judged(lambda text: told(matcher.match(text)), asked, dict(works))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--works", type=int, default=75_000)
    options.add_argument("--peer-works", type=int, default=10_000, help="works that the peers are given")
    options.add_argument("--each", type=int, default=50, help="pages of each kind of copy")
    options.add_argument("--nothing", type=int, default=1_000, help="pages that copy nothing")
    options.add_argument("--peer", action="append", choices=[*peers(), "none"])
    options.add_argument("--scale", type=int, default=1_000_000, help="works of the large index")
    options.add_argument("--part", choices=["rank", "scale"], action="append")
    options.add_argument("--index", type=Path, help="keep the large index here, or ask the one that was kept")
    options.add_argument("--memory", type=int, default=MEMORY >> 20, help="megabytes the large index may hold")
    given = options.parse_args()
    data = given.data / "matching" if (given.data / "matching").is_dir() else given.data
    parts = given.part or ["rank", "scale"]
    if "rank" in parts:
        names = [name for name in given.peer or peers() if name != "none"]
        accuracy(data, given.works, given.peer_works, given.each, given.nothing, names)
    if "scale" in parts:
        with tempfile.TemporaryDirectory() as folder:
            scale(data, given.scale, given.index or Path(folder) / "index", given.memory << 20)


if __name__ == "__main__":
    main()
