"""What becomes of pages when a worker's machine is cut off the network, and when workers of two versions share a queue.

    python -m benchmarks.worker_faults [--part cut|upgrade] [--older FOLDER]

Root only: workers run in network namespaces of their own, joined by a bridge with the sites and with a PostgreSQL server that is made and
removed.  ``cut``: of three workers one loses its network in the midst of its pages, for as long as the sweep lasts, and then has it
again.  ``upgrade``: a leader and two workers of the version in FOLDER (a checkout) are at work; then ``rights db upgrade`` of this
version, a worker of this version beside them, the old ones ended one by one, and this version's leader.  Prints how many pages were
looked at, and how often; exit code 1 where one was lost or looked at twice in one sweep.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from sqlalchemy import text

from benchmarks.workers import NET, PORT, Reachable, database, ip, machines
from rights.store import Database
from tests.databases import _binaries

HOSTS, LATENCY = 12, 0.5
HERE = Path(__file__).resolve().parent.parent


class Scene:
    """Sites, a database and processes of `rights` in namespaces; ended together."""

    def __init__(self, server: str, folder: Path, names: list[str], pages: int, stack: ExitStack) -> None:
        self._pages = pages  # of each host
        self._names, self._folder, self._stack = names, folder, stack
        self._url = database(server)
        self._reached = self._url.replace("127.0.0.1", f"{NET}.1")
        self.database = Database(self._url)
        serving = [
            "ip",
            "netns",
            "exec",
            names[-1],
            sys.executable,
            "-m",
            "benchmarks.workers",
            "--serve",
            str(LATENCY),
        ]
        self._end(subprocess.Popen(serving, cwd=HERE))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _end(self, process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        self._stack.callback(process.wait, 60)
        self._stack.callback(process.kill)
        return process

    def run(self, *arguments: str, code: Path = HERE, namespace: int | None = None) -> subprocess.Popen[bytes]:
        """A command of `rights`, as the code in a folder has it, on a machine of its own or on this one."""
        place = "here" if namespace is None else str(namespace)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("RIGHTS_")} | {
            "RIGHTS_ALLOW_NETWORKS": f"{NET}.0/24", "RIGHTS_PACE": "0", "RIGHTS_BROWSER": "off", "RIGHTS_WORKERS": "true",
            "RIGHTS_HOME": str(self._folder / place), "PYTHONPATH": str(code),
            "RIGHTS_DATABASE_URL": self._url if namespace is None else self._reached,
        }  # fmt: skip
        where = [] if namespace is None else ["ip", "netns", "exec", self._names[namespace]]
        log = self._stack.enter_context((self._folder / f"{place}.log").open("ab"))
        command = [*where, sys.executable, "-m", "rights", *arguments]
        return self._end(subprocess.Popen(command, cwd=code, env=environment, stdout=log, stderr=log))

    def wanted(self) -> list[str]:
        """The pages that are to be looked at."""
        return [f"http://{NET}.{100 + host}:{PORT}/{page}" for host in range(HOSTS) for page in range(self._pages)]

    def looked_at(self) -> Counter[tuple[str, int]]:
        """How often each page was looked at in each sweep."""
        query = text('SELECT d.address, c.sweep, count(*) FROM "check" c JOIN due d ON d.number = c.due GROUP BY 1, 2')
        with self.database.read() as connection:
            return Counter({(address, sweep): count for address, sweep, count in connection.execute(query)})

    def until(self, what: str, true: Callable[[], bool], seconds: float = 240) -> None:
        """Wait until something is so."""
        end = time.monotonic() + seconds
        while not true():
            if time.monotonic() > end:
                raise SystemExit(f"after {seconds:.0f} s still not: {what}; see {self._folder}")
            time.sleep(0.3)
        print(f"{what}: {len(self.looked_at())} pages so far", flush=True)

    def at_work(self, count: int) -> Callable[[], bool]:
        """Whether so many processes hold a host or have recorded a page."""
        query = text("SELECT count(DISTINCT lease_owner) FROM host")

        def true() -> bool:
            with self.database.read() as connection:
                return int(connection.execute(query).scalar_one()) >= count and len(self.looked_at()) > 4 * count

        return true


def cut(scene: Scene) -> bool:
    """One of three workers without its network; True where every page was looked at once."""
    wait_for(scene.run("discover", "csv", "--quiet", write(scene)))
    leader = scene.run("crawl", "--quiet")
    workers = [scene.run("worker", "--quiet", "--threads", "2", namespace=number) for number in range(3)]
    scene.until("three workers are at work", scene.at_work(3))
    ip("link", "set", "vrb0", "down")
    print("one is cut off", flush=True)
    began = time.monotonic()
    scene.until("the others have ended the sweep", lambda: leader.poll() is not None)
    print(f"which took {time.monotonic() - began:.0f} s", flush=True)
    found = scene.looked_at()
    ip("link", "set", "vrb0", "up")
    began = time.monotonic()
    answering = text(
        "SELECT count(*) FROM pg_stat_activity WHERE client_addr = :own AND state_change > now() - interval '3 s'"
    )

    def back() -> bool:
        with scene.database.read() as connection:
            return bool(connection.execute(answering, {"own": f"{NET}.10"}).scalar_one())

    scene.until("the one is back", back)
    print(f"{time.monotonic() - began:.0f} s after its network was", flush=True)
    time.sleep(5)
    same = scene.looked_at() == found
    print(f"what it had under way was {'put away' if same else 'RECORDED AGAIN'}", flush=True)
    for worker in workers:
        worker.send_signal(signal.SIGTERM)
    print(f"workers ended with {[worker.wait(60) for worker in workers]}", flush=True)
    return told(scene) and same


def upgrade(scene: Scene, older: Path) -> bool:
    """Workers of an older version give way to this one's; True where no page was lost or looked at twice."""
    wait_for(scene.run("discover", "csv", "--quiet", write(scene), code=older))
    leader = scene.run("crawl", "--quiet", code=older)
    old = [scene.run("worker", "--quiet", "--threads", "2", code=older, namespace=number) for number in (0, 1)]
    scene.until("two workers of the older version are at work", scene.at_work(2))
    wait_for(scene.run("db", "upgrade"))
    new = scene.run("worker", "--quiet", "--threads", "2", namespace=2)
    scene.until("one of this version is at work beside them", scene.at_work(3))
    for worker in old:
        worker.send_signal(signal.SIGTERM)
        print(f"one of the older version ended with {worker.wait(60)}", flush=True)
    leader.send_signal(signal.SIGTERM)
    print(f"its leader ended with {leader.wait(60)}", flush=True)
    wait_for(scene.run("crawl", "--quiet"), 240)
    new.send_signal(signal.SIGTERM)
    print(f"this version's worker ended with {new.wait(60)}", flush=True)
    return told(scene)


def told(scene: Scene) -> bool:
    """Print how often pages were looked at; True where each was, once in any sweep."""
    found = scene.looked_at()
    lost = set(scene.wanted()) - {address for address, _ in found}
    twice = [key for key, count in found.items() if count > 1]
    print(f"{len(scene.wanted())} pages: {len(lost)} lost, {len(twice)} looked at twice in one sweep")
    return not lost and not twice


def write(scene: Scene) -> str:
    """A file with the pages, one a line."""
    path = Path(tempfile.mkstemp(dir=scene._folder, suffix=".txt")[1])
    path.write_text("\n".join(scene.wanted()) + "\n")
    return str(path)


def wait_for(process: subprocess.Popen[bytes], seconds: float = 120) -> None:
    """Wait for a command that must end well."""
    if process.wait(seconds):
        raise SystemExit(f"{process.args} ended with {process.returncode}")


def main() -> int:
    """Try and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("cut", "upgrade"), default="cut")
    parser.add_argument("--older", type=Path)
    parser.add_argument("--pages", type=int, default=60, help="of each of 12 hosts")
    given = parser.parse_args()
    binaries = _binaries()
    if binaries is None:
        parser.error("no PostgreSQL here: install postgresql")
    if given.part == "upgrade" and given.older is None:
        parser.error("--part upgrade needs --older FOLDER, a checkout of the version before")
    folder, data = Path(tempfile.mkdtemp(prefix="rights-faults-")), Path(tempfile.mkdtemp(prefix="rights-pg-"))
    server = Reachable(binaries, data)
    good = False
    try:
        with machines(3) as names, Scene(server.url, folder, names, given.pages, ExitStack()) as scene:
            good = cut(scene) if given.part == "cut" else upgrade(scene, given.older.resolve())
    finally:
        server.stop("immediate")
        shutil.rmtree(data, ignore_errors=True)
        if good:
            shutil.rmtree(folder, ignore_errors=True)
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
