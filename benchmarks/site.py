"""A generated site of 2,000 pages with 40 republished ones, served on loopback and swept in one command.

python -m benchmarks.site [--pages 2000] [--copies 40]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from typer.testing import CliRunner

from rights.cli.main import app
from rights.demo.sites import Site, serving
from tests import generated_site as made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--copies", type=int, default=40)
    parser.add_argument("--data", help="not read: this benchmark makes its own site")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        policy = Path(folder, "lantern.yaml")
        policy.write_text(made.POLICY, encoding="utf-8")
        os.environ |= {
            "RIGHTS_HOME": folder, "RIGHTS_ALLOW_NETWORKS": "127.0.0.0/8", "RIGHTS_PACE": "0", "RIGHTS_POLICIES": str(policy),
        }  # fmt: skip
        CliRunner().invoke(app, ["works", "import", "-", "-q"], input=made.works(asked.copies * 5))
        served = Site("Valley Notes", "127.78.9.4")
        with serving(served):
            for path, body in made.site(asked.pages, asked.copies, lambda path: served.home.rstrip("/") + path):
                kind = "text/plain" if "robots" in path else "application/xml" if "map" in path else "text/html"
                served.pages[path] = (kind, body)
            began, spent = time.monotonic(), time.process_time()
            out = (
                CliRunner()
                .invoke(app, ["check", served.home, "--max-pages", "50000", "--format", "jsonl", "--quiet"])
                .stdout
            )
            seconds, cpu = time.monotonic() - began, time.process_time() - spent
    rows = [json.loads(line) for line in out.splitlines()]
    owing = {row["url"].split("/posts/")[-1].split("-")[0] for row in rows if row["findings"]}
    wanted = {str(number) for number in made.republished(asked.pages, asked.copies)}
    own = sum(row["reason"] == "own-page" for row in rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"pages looked at {len(rows):,}; republished {len(owing & wanted)}/{len(wanted)}; wrongly {len(owing - wanted)}; own {own:,}"
    )
    print(
        f"{seconds:,.0f} s, {cpu:,.0f} s CPU with the server's, {cpu / max(len(rows), 1) * 1000:.1f} ms a page; {peak:,.0f} MB"
    )
    sys.exit(owing != wanted)


if __name__ == "__main__":
    main()
