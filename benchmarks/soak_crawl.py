"""A hundred SIGKILLs of a real sweep on either database; ends like one left alone.

python -m benchmarks.soak_crawl [KILLS]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run the kill test with many kills; gives its return code."""
    kills = sys.argv[1] if len(sys.argv) > 1 else "100"
    root = Path(__file__).parents[1]
    command = [sys.executable, "-m", "pytest", "-q", "--timeout=0", "tests/crawl/test_kill.py"]
    return subprocess.run(command, cwd=root, env=os.environ | {"RIGHTS_SOAK": kills}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
