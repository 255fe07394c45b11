"""``make soak``: what runs long: kills of the index and of sweeps at many moments, and fuzzing.

python -m benchmarks.soak [NAME …]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NAMES = ("soak_index", "soak_crawl", "fuzz_extract")


def main() -> int:
    """Run each soak test and give the number of those that failed."""
    here = Path(__file__).parent
    failed = 0
    for name in sys.argv[1:] or NAMES:
        if not (here / f"{name}.py").exists():
            print(f"## {name}: not here", flush=True)
            continue
        print(f"\n## {name}", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
