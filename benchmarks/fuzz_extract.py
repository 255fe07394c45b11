"""Fuzzing of extraction: pages put together from pieces that have broken parsers, and from bytes at random.

``python -m benchmarks.fuzz_extract --seconds 3600 [--found FOLDER] [--seed N]``

With atheris (Linux, ``pip install atheris``) the search follows the branches of ``rights`` that an input reaches; without
it the same inputs are drawn at random.  Each input is read as ``rights inspect`` reads a page, within a deadline, and
printed as JSON.  What raises anything but a `RightsError`, or overruns the deadline, is kept once a place where it broke.
The exit code is 1 where something was kept or the child ended by a signal.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.util
import json
import random
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

from benchmarks.fuzz_pieces import page_of
from rights.bounded import bounded
from rights.errors import ExtractError, RightsError
from rights.extract.article import extract
from rights.model import Page
from rights.report.inspect_json import inspect_object, render_inspect_line

#: CPU seconds for one input: a third of what a page is given; the largest input has about 1 MB.
DEADLINE = 20.0
MAX_INPUT = 4096


def try_page(page: Page) -> str | None:
    """Read and print one page; where it broke, or None where it was read or clearly refused."""
    try:
        article = bounded(extract, DEADLINE)(page)
        seen = json.loads(render_inspect_line(inspect_object("fuzz", article)))
    except ExtractError as refused:
        return f"overrun: {refused}" if "of computing" in str(refused) else None
    except RightsError:
        return None
    except Exception as broken:
        last = traceback.extract_tb(broken.__traceback__)[-1]
        return f"{type(broken).__name__} at {Path(last.filename).name}:{last.lineno}: {broken}"
    if article.cut is None and seen["words"] != len(article.text.split()):
        return "words: not the number of words of the text"
    return None


class Finds:
    """What broke, one input a place, written to a folder as it is found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.seen: set[str] = set()
        self.tried = 0
        self.slowest = 0.0

    def look(self, data: bytes) -> None:
        """Try one input."""
        page = page_of(data)
        began = time.process_time()
        broke = try_page(page)
        self.tried += 1
        self.slowest = max(self.slowest, time.process_time() - began)
        if broke is not None and (place := broke.split(": ")[0]) not in self.seen:
            self.seen.add(place)
            name = hashlib.sha256(data).hexdigest()[:12]
            (self.folder / f"{name}.input").write_bytes(data)
            (self.folder / f"{name}.page").write_bytes(page.body)
            (self.folder / f"{name}.why").write_text(f"{broke}\n{page.headers}\n", encoding="utf-8")
        if self.tried % 200 == 0:
            self.report()

    def report(self) -> None:
        """Write how far the search has come."""
        figures = {"inputs": self.tried, "broke": len(self.seen), "slowest_cpu_s": round(self.slowest, 2)}
        (self.folder / "progress.json").write_text(json.dumps(figures), encoding="utf-8")


def drawn(seed: int, number: int) -> bytes:
    """The input of this number: the same for the same seed."""
    source = random.Random(f"{seed}/{number}")
    return source.randbytes(source.randrange(4, 160))


def at_random(finds: Finds, seconds: float, seed: int) -> None:
    """Draw inputs until the time is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        finds.look(drawn(seed, finds.tried))
    finds.report()


def guided(folder: Path, seconds: float, seed: int) -> None:
    """Let atheris search until the time is over; does not return."""
    import atheris

    with atheris.instrument_imports(include=["rights"]):
        for name in [name for name in sys.modules if name.split(".")[0] == "rights" or name.startswith("benchmarks.")]:
            del sys.modules[name]  # what is loaded already is not watched
        fuzz = importlib.import_module("benchmarks.fuzz_extract")
    finds = fuzz.Finds(folder)
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for number in range(200):
        (corpus / f"seed{number:03}").write_bytes(drawn(seed, number))
    options = [f"-max_total_time={int(seconds)}", f"-max_len={MAX_INPUT}", f"-seed={seed}", "-timeout=1200"]
    options += ["-rss_limit_mb=3000", "-print_final_stats=1", f"-artifact_prefix={folder}/native-", str(corpus)]
    atheris.Setup([sys.argv[0], *options], finds.look, enable_python_coverage=True)
    atheris.Fuzz()


def main() -> int:
    """Fuzz in a child, so that a crash of the interpreter is a result too; 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3600.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--found", type=Path, help="where to keep what broke (default: a new temporary folder)")
    parser.add_argument("--at-random", action="store_true", help="without atheris even where it is installed")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    folder = given.found or Path(tempfile.mkdtemp(prefix="fuzz-extract-"))
    if given.child:
        if given.at_random or importlib.util.find_spec("atheris") is None:
            at_random(Finds(folder), given.seconds, given.seed)
        else:
            guided(folder, given.seconds, given.seed)
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "log.txt"
    with log.open("wb") as output:
        ended = subprocess.run(
            [sys.executable, "-m", "benchmarks.fuzz_extract", "--child", *sys.argv[1:], "--found", str(folder)],
            check=False,
            stdout=output,
            stderr=subprocess.STDOUT,
        ).returncode
    progress = folder / "progress.json"
    print(progress.read_text(encoding="utf-8") if progress.exists() else "nothing tried")
    whys = sorted(folder.glob("*.why"))
    for why in whys:
        print(f"{why.stem}: {why.read_text(encoding='utf-8').splitlines()[0]}")
    print(f"{folder}: ended {ended}, {len(whys)} broke")
    return 1 if ended or whys else 0


if __name__ == "__main__":
    sys.exit(main())
