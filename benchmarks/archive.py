"""An archive full of versions of itself: ``python -m benchmarks.archive --data FOLDER``.

Press releases as many offices put them out: each office has its own head and foot; some releases are joint, the same
text put out by up to eighty offices with other names in it; some take paragraphs of earlier ones; some paragraphs
(what a bill says) stand in many.  The same pages are asked as in `benchmarks.matching`.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from benchmarks.matching import FLOOR, QUOTE_FLOOR, line, ours
from benchmarks.pages import QUOTE, Chain, Text, pages, read

_OFFICES = 250


def archive(chain: Chain, count: int, seed: int) -> list[Text]:
    """So many releases."""
    rng = random.Random(seed)
    bodies = iter(chain.write(count, 420, seed))
    small = [text.replace("\n", " ").split() for text in chain.write(_OFFICES * 2 + 400, 120, seed + 1)]
    names = [" ".join(word.strip(".,") for word in words[:2]).title() for words in small[:_OFFICES]]
    feet = [" ".join(words[:45]) for words in small[_OFFICES : 2 * _OFFICES]]
    shared = [" ".join(words[: rng.randint(30, 60)]) for words in small[2 * _OFFICES :]]
    often = [1 / (1 + at) for at in range(len(shared))]
    made: list[str] = []
    out: list[Text] = []
    while len(out) < count:
        paragraphs = next(bodies).split("\n")
        if rng.random() < 0.35:
            paragraphs.insert(rng.randrange(len(paragraphs) + 1), rng.choices(shared, often)[0])
        if made and rng.random() < 0.1:
            earlier = rng.choice(made).split("\n")
            paragraphs[1:1] = earlier[: rng.randint(1, 3)]
        body = "\n".join(paragraphs)
        made.append(body)
        joint = rng.choice((2, 3, 5, 12, 80)) if rng.random() < 0.06 else 1
        for office in rng.sample(range(_OFFICES), joint)[: count - len(out)]:
            own = body
            if joint > 1:
                words = body.split(" ")
                for _ in range(3):
                    words.insert(rng.randrange(len(words)), names[office])
                own = " ".join(words)
            head = f"FOR IMMEDIATE RELEASE Contact the press office of {names[office]} for questions about this release"
            ref = f"{office}/{len(out)}"
            out.append((ref, f"{head}\nWASHINGTON - {names[office]} said today. {own}\n{feet[office]}"))
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--works", type=int, default=10_000)
    options.add_argument("--each", type=int, default=50)
    options.add_argument("--nothing", type=int, default=200)
    options.add_argument("--seed", type=int, default=21)
    given = options.parse_args(arguments)
    data = given.data / "matching" if (given.data / "matching").is_dir() else given.data
    chain = Chain([text for _, text in read(data / "bbc")])
    filler = Chain([text for _, text in read(data / "movie_reviews")])
    works = archive(chain, given.works, given.seed)
    asked = list(pages(works, filler, given.each, given.nothing, given.seed))
    kinds = list(dict.fromkeys(page.kind for page in asked))
    print("columns:", "; ".join(f"{number} {kind}" for number, kind in enumerate(kinds, 1)))
    build, rates, ms = ours(works, asked)
    print(line("rights", len(works), build, rates, ms, kinds))
    below = [kind for kind, rate in rates.items() if rate < (QUOTE_FLOOR if kind == QUOTE else FLOOR)]
    print(f"  below {FLOOR}: {', '.join(below) or 'nothing'}")


if __name__ == "__main__":
    main()
