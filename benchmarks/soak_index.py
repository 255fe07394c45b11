"""Kill the writer of an index at random points, again and again: what it has acknowledged must be there.

    python -m benchmarks.soak_index --kills 200 --seed 1

A child process adds, replaces, removes and merges works and writes one line to its standard output after each step
that has returned.  The parent kills it (SIGKILL) after a random time, opens the index, verifies every byte of it, and
compares it with the lines it has read; the step that was under way may have happened or not, whole.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rights.match import growing
from rights.match.fingerprint import hash_words
from rights.match.growing import add, remove, tidy
from rights.match.index import Index
from rights.model import Work

_WORDS = [f"{a}{b}{c}{d}" for a in "bdgklm" for b in "aeiou" for c in "nprst" for d in "aeiou"]


def made(number: int, version: int) -> Work:
    """The work of a number in one of its versions: both can be told from its text."""
    source = random.Random(number * 1000 + version)
    return Work(id=f"w{number}", title=f"{version}", text=" ".join(source.choices(_WORDS, k=source.randint(40, 90))))


Step = tuple[str, dict[int, int | None]]


def steps(seed: int) -> list[Step]:
    """A long plan: for each step its kind, and the version that each work has after it (None: removed)."""
    source = random.Random(seed)
    known: dict[int, int] = {}
    plan: list[Step] = []
    for _ in range(6_000):
        kind = source.choices(("add", "remove", "tidy"), (6, 2, 1))[0]
        change: dict[int, int | None] = {}
        if kind == "add":
            for _ in range(source.choice((1, 3, 10, 45))):
                number = source.randint(0, 400)
                change[number] = known.get(number, 0) + 1
        elif kind == "remove" and known:
            change = dict.fromkeys(source.sample(list(known), min(len(known), source.randint(1, 12))))
        for number, version in change.items():
            if version is None:
                known.pop(number, None)
            else:
                known[number] = version
        plan.append((kind, change))
    return plan


def child(folder: Path, seed: int, start: int) -> None:
    """Carry the plan out from one step on, telling each step done."""
    growing.FRESH, growing.BATCH, growing.MANY_SEGMENTS = 8, 20, 4
    with Index.create(folder) as index:
        for number, (kind, change) in enumerate(steps(seed)[start:], start):
            if kind == "add":
                add(index, [made(work, version) for work, version in change.items() if version is not None])
            elif kind == "remove":
                remove(index, [f"w{work}" for work in change])
            else:
                tidy(index)
            os.write(1, f"{number}\n".encode())


def after(plan: list[Step], done: int) -> dict[str, int]:
    """The version of every work after so many steps."""
    known: dict[str, int] = {}
    for _, change in plan[:done]:
        for number, version in change.items():
            if version is None:
                known.pop(f"w{number}", None)
            else:
                known[f"w{number}"] = version
    return known


def found_by_text(index: Index, work: Work) -> bool:
    """True when the index finds the work by its fingerprints."""
    docs = set(index.hits(hash_words([work.text])[0]).works.tolist()) - set(index.state.dead.tolist())
    return work.id in {one.id for one in index.works(docs).values()}


def check(folder: Path, plan: list[Step], done: int, source: random.Random) -> int:
    """Compare the index with the plan; gives how many steps it holds.

    A step that adds more than one batch may be there in part: of the step under way each work is old or new.
    """
    with Index.create(folder) as index:
        index.verify()
        holds = {work.id: int(work.title or 0) for work in index.all_works()}
        before, change = after(plan, done), plan[done][1]
        for number, version in change.items():
            ref = f"w{number}"
            assert holds.get(ref) in (before.get(ref), version), (done, ref, holds.get(ref), before.get(ref), version)
            before.pop(ref, None)
        rest = {ref: version for ref, version in holds.items() if int(ref[1:]) not in change}
        assert rest == before, (done, sorted(set(rest.items()) ^ set(before.items()))[:5])
        assert len(index) == len(holds)
        for ref in source.sample(sorted(holds), min(20, len(holds))):
            assert found_by_text(index, made(int(ref[1:]), holds[ref])), ref
        listed = {name for name, _ in index.state.segments}
        assert listed <= {path.name for path in index.place.glob("*.segment")}
    return done


def _environment() -> dict[str, str]:
    """Ours, with the modules that we see."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def writing(folder: Path, seed: int, start: int) -> subprocess.Popen[bytes]:
    """Start a writer that carries the plan out from one step on; the number of each step done is a line it writes."""
    command = [sys.executable, __file__, "--child", str(folder), "--seed", str(seed), "--start", str(start)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0, env=_environment())


def soak(folder: Path, kills: int, seed: int, longest: float = 0.25) -> int:
    """Kill the writer so many times; gives the number of steps that it was able to acknowledge."""
    source = random.Random(seed)
    plan = steps(seed)
    done = 0
    for _ in range(kills):
        with writing(folder, seed, done) as writer:
            assert writer.stdout is not None
            first = writer.stdout.readline()  # it has started: from here on any moment will do
            time.sleep(source.random() * longest)
            writer.kill()
            told = first + writer.stdout.read()
        assert told, "the writer ended before its first step"
        done = int(told.split()[-1]) + 1
        check(folder, plan, done, source)
    return done


def main() -> None:
    """Read the command line and soak."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", type=Path)
    parser.add_argument("--start", type=int, default=0)
    options = parser.parse_args()
    if options.child:
        child(options.child, options.seed, options.start)
        return
    with tempfile.TemporaryDirectory() as folder:
        done = soak(Path(folder) / "index", options.kills, options.seed)
    print(f"{options.kills} kills, {done} acknowledged steps, none lost")


if __name__ == "__main__":
    main()
