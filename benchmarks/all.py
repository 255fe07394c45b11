"""``make bench``: every benchmark that the labelled data allows, one after another, each in a process of its own.

python -m benchmarks.all --data PATH [NAME …]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

#: What measures what a reader of README and docs is told; those that need no data take none.
WITH_DATA = (
    "extraction", "credits", "commercial", "matching", "alignment", "other_copies", "archive", "edits", "translations",
)  # fmt: skip
WITHOUT_DATA = ("clauses", "fetch", "crawl", "startup", "desk")


def main() -> int:
    """Run the benchmarks and give the number of those that failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the labelled data's folder")
    parser.add_argument("names", nargs="*", help="only these")
    given = parser.parse_args()
    here = Path(__file__).parent
    failed = 0
    for name in given.names or (*WITH_DATA, *WITHOUT_DATA):
        if not (here / f"{name}.py").exists():
            print(f"## {name}: not here", flush=True)
            continue
        print(f"\n## {name}", flush=True)
        data = ["--data", str(given.data)] if name in WITH_DATA else []
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *data], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
