"""How quick the command line is, start included: CPU seconds and wall seconds, the best of several runs.

python -m benchmarks.startup [--runs N]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGE = "<!doctype html><html lang=en><title>Tides</title><article><h1>Tides</h1>" + "".join(
    f"<p>The harbour board met for the {number}th time and spoke of tides, ropes and the price of tar.</p>"
    for number in range(40)
)


def measured(command: list[str], runs: int) -> tuple[float, float]:
    """The least CPU and wall seconds that a command took."""
    cpu, wall = [], []
    for _ in range(runs):
        before, began = os.times(), time.perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = os.times()
        wall.append(time.perf_counter() - began)
        cpu.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(cpu), min(wall)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RIGHTS_HOME"] = f"{folder}/home"
        page = Path(folder) / "page.html"
        page.write_text(PAGE + "<p>Originally published by ProPublica.</p></article>", encoding="utf-8")
        rights = [sys.executable, "-m", "rights"]
        print("| command | CPU s | wall s | floor |\n|---|---|---|---|")
        for name, command, floor in (
            ("python -c pass", [sys.executable, "-c", "pass"], ""),
            ("rights --help", [*rights, "--help"], "0.3"),
            ("rights inspect page.html", [*rights, "inspect", str(page)], "1"),
            ("rights check page.html", [*rights, "check", str(page)], "1"),
        ):
            cpu, wall = measured(command, runs)
            print(f"| `{name}` | {cpu:.2f} | {wall:.2f} | {floor} |")


if __name__ == "__main__":
    main()
