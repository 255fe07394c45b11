"""What evaluating a policy costs beyond extraction: CPU milliseconds a page, by number of clauses.

    python -m benchmarks.clauses [--rounds N] [--words N]

An invented article of ``--words`` words is copied with small edits; the same page is evaluated by policies of growing
size, each clause type once before any comes twice.  The last lines tell the dearest types.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

from rights.clauses import TYPES
from rights.evaluate import evaluate
from rights.extract.article import extract
from rights.match.compare import compare
from rights.model import Page, PolicyRef, Republication, Work
from rights.policy import Policy
from rights.publisher import Publisher

REF = PolicyRef(publisher="herald", policy="default", file=None, sha256="0" * 64)
HERALD = Publisher(id="herald", name="The Herald", domains=("herald.example",), contact="rights@herald.example")
URL = "https://herald.example/2024/06/river-towns-48213"
NEEDED: dict[str, dict[str, object]] = {
    "grant.mode": {"value": "conditional"},
    "scope.medium": {"web": "conditional", "print": "ask"},
    "attr.boilerplate": {"text": "The Herald is a nonprofit newsroom that reports on the rivers of the north."},
    "attr.network_tag": {"wording": "This story was produced by [outlet] through the Rivers Reporting Project."},
    "legal.disclaimer": {"if_supplied": True},
    "legal.repeat_terms": {"address": "https://herald.example/republish"},
    "one_of": {"options": [{"type": "link.original"}, {"type": "attr.source"}]},
    "time.embargo": {"hours": 48},
    "time.window": {"days": 90},
    "who.geo": {"allow": ["US-CA"]},
    "who.kind": {"allow": ["community-site"], "ask": ["commercial-site"]},
    "attr.source": {"wording": "This story was originally published by The Herald.", "position": ["top"]},
    "excerpt.limit": {"max": 250},
}


def words(count: int, seed: int = 7) -> list[str]:
    """Invented words, the same for the same seed."""
    syllables = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]
    made, state = [], seed
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        made.append("".join(syllables[(state >> shift) % len(syllables)] for shift in (3, 9, 15)[: 2 + state % 2]))
    return made


def page(body: str, head: str = "") -> str:
    return f"<html lang='en'><head><title>River towns</title>{head}</head><body><article><h1>River towns plan for water</h1>{body}</article></body></html>"


def republication(count: int) -> tuple[Republication, Callable[[], object]]:
    text = words(count)
    paragraphs = [text[n : n + 60] for n in range(0, len(text), 60)]
    links = "".join(f" <a href='https://site{n}.example/{n}'>link number {n}</a>" for n in range(8))
    ours = page(
        "<p>By Mara Lindqvist</p>"
        + "".join(f"<p>{' '.join(p)}.{links if n == 2 else ''}</p>" for n, p in enumerate(paragraphs))
    )
    edited = [p if n % 5 else [*p[:20], "changed", "words", *p[24:]] for n, p in enumerate(paragraphs)]
    theirs = page(
        "".join(f"<p>{' '.join(p)}.</p>" for p in edited)
        + f"<p>This story was originally published by <a href='{URL}'>The Herald</a> on June 11, 2024.</p>",
        "<meta property='article:published_time' content='2024-06-20T10:00:00Z'>",
    ).replace("</article>", "</article>" + "".join(f"<p><a href='/n{n}'>Navigation {n}</a></p>" for n in range(120)))
    original = extract(Page(body=ours.encode(), url=URL))

    def read() -> object:
        return extract(Page(body=theirs.encode(), url="https://gazette.example/river"))

    copy = extract(Page(body=theirs.encode(), url="https://gazette.example/river"))
    work = Work(
        id=URL, url=URL, title="River towns plan for water", text=original.text, authors=("Mara Lindqvist",),
        published="2024-06-11T08:00:00Z", language="en", article=original,
    )  # fmt: skip
    return Republication(work=work, copy=copy, match=compare(work, copy)), read


def cpu(run: Callable[[], object], rounds: int) -> float:
    """Median CPU milliseconds of a call."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken)


def policy(names: list[str]) -> Policy:
    return Policy.model_validate(
        {
            "licence": "CC-BY-SA-4.0",
            "clauses": [{"type": n, "id": f"c{i}", **NEEDED.get(n, {})} for i, n in enumerate(names)],
        }
    )


def cost_of(chosen: Policy, seen: Republication, rounds: int = 5) -> float:
    """CPU milliseconds of judging by one policy."""
    return cpu(lambda: evaluate(chosen, HERALD, REF, seen), rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--words", type=int, default=1200)
    given = parser.parse_args()
    seen, read = republication(given.words)
    extraction = cpu(read, min(5, given.rounds))
    names = list(TYPES)
    print(
        f"{given.words} words, {len(seen.copy.links)} links; extraction {extraction:.1f} ms; CPU, median of {given.rounds}\n"
    )
    print("clauses  evaluation ms  of extraction")
    for size in (5, 20, 40, len(names)):
        chosen = policy([names[(n * 7) % len(names)] for n in range(size)])
        cost = cost_of(chosen, seen, given.rounds)
        print(f"{size:7}  {cost:13.2f}  {cost / extraction:12.1%}")
    costs = sorted(((cost_of(policy([name]), seen), name) for name in names), reverse=True)
    print("\ndearest types: " + ", ".join(f"{name} {cost:.2f} ms" for cost, name in costs[:8]))


if __name__ == "__main__":
    main()
