"""What an index of a million works costs: ``python -m benchmarks.matching --data FOLDER --part scale --index KEPT``.

Building it is the long part; with ``--index`` it is kept there, and asking it can be repeated alone.  Each question is
put in a process of its own, so that what is resident is its own.  Times are of the processor unless said otherwise.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from benchmarks.pages import Chain, Text, pages, read
from rights.match import growing
from rights.match.copied import Matcher
from rights.match.fingerprint import hash_words
from rights.match.growing import add, remove
from rights.match.index import Index
from rights.model import Work

#: Disk that a work of the large index takes while it is made.
_BYTES = 6_000
#: Works made in one go.
_GO = 20_000


def corpus(data: Path, count: int) -> tuple[list[Text], Chain, Chain]:
    """Works (the real ones first), the chain that wrote the others, and one that has learnt from other texts."""
    real = read(data / "bbc") + read(data / "helsinki")
    chain, filler = Chain([text for _, text in real]), Chain([text for _, text in read(data / "movie_reviews")])
    made = chain.write(max(0, count - len(real)), 480, 1)
    return [*real[:count], *((f"made/{n}", text) for n, text in enumerate(made))], chain, filler


def written(data: Path, count: int) -> Iterator[Text]:
    """So many made works, in pieces that fit into memory."""
    _, chain, _ = corpus(data, 1)
    for start in range(0, count, _GO):
        for number, text in enumerate(chain.write(min(_GO, count - start), 480, 1_000 + start)):
            yield f"made/{start + number}", text


def scale(data: Path, count: int, folder: Path, memory: int) -> None:
    """Print what an index of so many works costs to build (or cost, when it is kept there already) and to ask."""
    report = folder / "built.json"
    if not report.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        room = shutil.disk_usage(folder).free // _BYTES
        if room < count:
            print(f"no room for {count:,} works; measuring {room // 2:,}")
            count = room // 2
        _run("--build", data, count, folder, memory)
    for line in json.loads(report.read_text())["lines"]:
        print(line)
    for bound in (memory, memory // 4):
        _run("--ask", data, count, folder, bound)


def _run(step: str, data: Path, count: int, folder: Path, memory: int) -> None:
    command = [sys.executable, "-m", "benchmarks.matching_scale", step, str(data), str(count), str(folder), str(memory)]
    subprocess.run(command, check=True)


def build(data: Path, count: int, folder: Path, memory: int) -> None:
    """Build the index; another process writes the works, to be counted apart."""
    spent = {"fingerprint": 0.0, "write": 0.0}

    def timed(name: str, made: Callable[..., object]) -> Callable[..., object]:
        def run(*given: object, **named: object) -> object:
            start = time.process_time()
            result = made(*given, **named)
            spent[name] += time.process_time() - start
            return result

        return run

    growing._fingerprints = timed("fingerprint", growing._fingerprints)  # type: ignore[assignment]
    growing._write = timed("write", growing._write)  # type: ignore[assignment]
    growing.in_order = timed("write", growing.in_order)  # type: ignore[assignment]
    command = [sys.executable, "-m", "benchmarks.matching_scale", "--write", str(data), str(count), str(folder), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer, Index.create(folder, memory=memory) as index:
        assert writer.stdout is not None
        before = resident("VmRSS")
        start, wall = time.process_time(), time.perf_counter()
        add(index, (Work(id=ref, text=text) for ref, text in map(json.loads, writer.stdout)))
        whole, wall = time.process_time() - start, time.perf_counter() - wall
        size = sum(segment.head.size for segment in index.segments())
        catalogue = (index.place / "works.sqlite").stat().st_size
        lines = [
            f"{count:,} works: {count / sum(spent.values()):,.0f} a second fingerprinted and written to segments",
            f"  (fingerprints {spent['fingerprint']:.0f} s, segments {spent['write']:.0f} s; all, with texts and SQLite,"
            f" {whole:.0f} s: {count / whole:,.0f} a second; {wall:.0f} s on the clock)",
            f"  {size / count:.0f} bytes a work in {len(index.segments())} segments,"
            f" catalogue with texts {catalogue / count:,.0f}",
            f"  resident at most {resident('VmHWM')} MB, {before} of it before the first work (allowed {memory >> 20})",
        ]
    (folder / "built.json").write_text(json.dumps({"works": count, "lines": lines}))


def ask(data: Path, count: int, folder: Path, memory: int) -> None:
    """Print what asking and adding cost at that size."""
    _, chain, filler = corpus(data, 1)
    some = [(f"made/{n}", text) for n, text in enumerate(chain.write(min(count, _GO), 480, 1_000))][::20]
    few = list(pages(some, filler, 15, 150, 5))
    random.Random(1).shuffle(few)
    del some, chain
    with Index(folder, memory=memory) as index:
        before = resident("VmRSS")
        matcher = Matcher(index)
        print(f"asked with {memory >> 20} MB allowed:")
        for name in ("cold", "warm"):
            looked, matched = [], []
            for page in few:
                words = hash_words([page.text])[0]
                start = time.process_time()
                index.hits(words)
                middle = time.process_time()
                matcher.match(page.text)
                looked.append(middle - start)
                matched.append(time.process_time() - middle)
            print(
                f"  {name}: query median {np.median(looked) * 1e3:.2f} ms (95 % {np.quantile(looked, 0.95) * 1e3:.2f}),"
                f" page {np.median(matched) * 1e3:.1f} ms (95 % {np.quantile(matched, 0.95) * 1e3:.1f}),"
                f" resident {resident('VmRSS') - before} MB more than before"
            )
        for turn in (1, 2):
            more = [Work(id=f"new/{n}", text=text) for n, text in enumerate(filler.write(100, 480, 9 + turn))]
            wall, spent = time.perf_counter(), time.process_time()
            add(index, more)
            wall, spent = time.perf_counter() - wall, time.process_time() - spent
            print(f"  adding 100 works: {wall:.2f} s on the clock, {spent:.2f} s of the processor")
            remove(index, [work.id for work in more])


def resident(field: str) -> int:
    """Megabytes that this process holds (VmRSS), or held at most (VmHWM); 0 where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return int(next(line for line in lines if line.startswith(field)).split()[1]) >> 10


def main() -> None:
    """The steps, each in a process of its own."""
    step, data, count, folder, memory = sys.argv[1:]
    if step == "--write":
        for work in written(Path(data), int(count)):
            print(json.dumps(work))
        return
    {"--build": build, "--ask": ask}[step](Path(data), int(count), Path(folder), int(memory))


if __name__ == "__main__":
    main()
