"""How quick the command line is, start included: CPU seconds and wall seconds, the best and the median of several runs.

python -m benchmarks.startup [--runs N] [--data PATH]

With the labelled data: also checks of real pages, the seed and every twelfth of the republished ones.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGE = "<!doctype html><html lang=en><title>Tides</title><article><h1>Tides</h1>" + "".join(
    f"<p>The harbour board met for the {number}th time and spoke of tides, ropes and the price of tar.</p>"
    for number in range(40)
)


def measured(command: list[str], runs: int) -> tuple[float, float, float]:
    """The least CPU seconds, the least and the median wall seconds that a command took."""
    cpu, wall = [], []
    for _ in range(runs):
        before, began = os.times(), time.perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = os.times()
        wall.append(time.perf_counter() - began)
        cpu.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(cpu), min(wall), statistics.median(wall)


def real_pages(data: Path, folder: Path) -> list[Path]:
    """Real pages of the labelled data, unpacked into the folder."""
    found = [next((data / "seed").glob("*.md"))]
    for page in sorted((data / "republished" / "pages").iterdir())[::12]:
        found.append(folder / page.name.removesuffix(".gz"))
        body = page.read_bytes()
        found[-1].write_bytes(gzip.decompress(body) if page.suffix == ".gz" else body)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--data", type=Path, help="the labelled data")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RIGHTS_HOME"] = f"{folder}/home"
        page = Path(folder) / "page.html"
        page.write_text(PAGE + "<p>Originally published by ProPublica.</p></article>", encoding="utf-8")
        rights = [sys.executable, "-m", "rights"]
        print("| command | CPU s | wall s | median | floor |\n|---|---|---|---|---|")
        commands = [
            ("python -c pass", [sys.executable, "-c", "pass"], ""),
            ("rights --help", [*rights, "--help"], "0.3"),
            ("rights inspect page.html", [*rights, "inspect", str(page)], "1"),
            ("rights check page.html", [*rights, "check", str(page)], "1"),
        ]
        for real in real_pages(given.data, Path(folder)) if given.data else ():
            commands.append((f"rights check {real.name}", [*rights, "check", str(real)], "1"))
        for name, command, floor in commands:
            cpu, wall, median = measured(command, given.runs)
            print(f"| `{name}` | {cpu:.2f} | {wall:.2f} | {median:.2f} | {floor} |", flush=True)


if __name__ == "__main__":
    main()
