"""Workers on several machines: how they scale where the network is the limit, and what PostgreSQL records.

    python -m benchmarks.workers [--part scale|record] [--workers 1,2,4,8] [--seconds 25]

A PostgreSQL server of its own is made and removed, from Debian's package.  ``scale`` (root only) makes network namespaces with an address each
for the workers and one for the sites, joined by a bridge; the sites answer after ``--latency`` seconds, so the network is the limit. Prints pages a
second for each number of workers; the floor is 3.2 times one worker's for four.  ``record`` measures checks recorded a second, extraction
apart, by two processes; the floor is 200.  Exit code 1 where a floor does not hold.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from benchmarks.store import look, works
from rights.settings import Settings
from rights.store import Store, open_store
from rights.store.records import Lead
from rights.store.tables import check, host
from rights.sweep import now
from tests.databases import Cluster, _binaries

SCALE, RECORDED = 3.2, 200
NET, BRIDGE = "10.231.77", "rights-bench"
HOSTS, PORT, THREADS = 64, 8000, 2


def ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)


@contextmanager
def machines(count: int) -> Iterator[list[str]]:
    """Network namespaces on one bridge with this machine, the last one for the sites; removed afterwards."""
    names = [f"rb{number}" for number in range(count + 1)]
    clear(names)
    try:
        ip("link", "add", BRIDGE, "type", "bridge")
        ip("addr", "add", f"{NET}.1/24", "dev", BRIDGE)
        ip("link", "set", BRIDGE, "up")
        for number, name in enumerate(names):
            ip("netns", "add", name)
            ip("link", "add", f"v{name}", "type", "veth", "peer", "name", "eth0", "netns", name)
            ip("link", "set", f"v{name}", "master", BRIDGE, "up")
            ip("-n", name, "link", "set", "lo", "up")
            ip("-n", name, "addr", "add", f"{NET}.{10 + number}/24", "dev", "eth0")
            ip("-n", name, "link", "set", "eth0", "up")
        for number in range(HOSTS):
            ip("-n", names[-1], "addr", "add", f"{NET}.{100 + number}/24", "dev", "eth0")
        yield names
    finally:
        clear(names)


def clear(names: list[str]) -> None:
    for name in names:
        subprocess.run(["ip", "netns", "del", name], capture_output=True)
        subprocess.run(["ip", "link", "del", f"v{name}"], capture_output=True)  # else it lives as long as sockets there
    subprocess.run(["ip", "link", "del", BRIDGE], capture_output=True)


def serve(latency: float) -> None:
    """Every site: a short page, after the latency."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            time.sleep(latency)
            body = f"<html><body><article><p>Page {self.path} of a site.</p></article></body></html>".encode()
            status = 404 if self.path == "/robots.txt" else 200
            self.send_response(status)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256

    Server(("0.0.0.0", PORT), Handler).serve_forever()


def database(server: str) -> str:
    import psycopg

    name = f"bench{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.rpartition("/")[0] + "/" + name


def dropped(url: str) -> None:
    import psycopg

    server, _, name = url.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def scale(server: str, counts: list[int], seconds: float, latency: float) -> bool:
    """Pages a second for each number of workers."""
    reach = server.replace("127.0.0.1", f"{NET}.1")
    rates: dict[int, float] = {}
    print(f"{HOSTS} hosts that answer after {latency:g} s, {THREADS} threads a worker")
    with machines(max(counts)) as names:
        sites = subprocess.Popen(
            ["ip", "netns", "exec", names[-1], sys.executable, "-m", "benchmarks.workers", "--serve", str(latency)]
        )
        try:
            for count in counts:
                rates[count] = rate(server, reach, names[:count], seconds)
                print(
                    f"{count} workers  {rates[count]:>8.1f} pages a second  {rates[count] / rates[counts[0]]:.2f} times",
                    flush=True,
                )
        finally:
            sites.kill()
            sites.wait()
    return 4 not in rates or rates[4] >= SCALE * rates[1]


def rate(server: str, reach: str, names: list[str], seconds: float) -> float:
    """Pages a second of workers in namespaces, once all of them are at work."""
    url = database(server)
    name = url.rpartition("/")[2]
    with (
        tempfile.TemporaryDirectory(prefix="rights-bench-") as folder,
        open_store(Settings(home=Path(folder), database_url=url)) as store,
    ):
        store.due.add(
            (
                Lead(address=f"http://{NET}.{100 + h}:{PORT}/{p}", source="bench")
                for h in range(HOSTS)
                for p in range(100)
            ),
            now(),
        )
        common = {k: v for k, v in os.environ.items() if not k.startswith("RIGHTS_")} | {
            "RIGHTS_ALLOW_NETWORKS": f"{NET}.0/24",
            "RIGHTS_PACE": "0",
            "RIGHTS_BROWSER": "off",
        }
        leading = common | {"RIGHTS_DATABASE_URL": url, "RIGHTS_HOME": folder, "RIGHTS_WORKERS": "true"}
        running = [
            subprocess.Popen(
                [sys.executable, "-m", "rights", "crawl", "--quiet"], env=leading, stdout=subprocess.DEVNULL
            )
        ]
        try:
            for number, namespace in enumerate(names):
                own = common | {
                    "RIGHTS_DATABASE_URL": reach.rpartition("/")[0] + "/" + name,
                    "RIGHTS_HOME": f"{folder}/{number}",
                }
                command = [
                    "ip",
                    "netns",
                    "exec",
                    namespace,
                    sys.executable,
                    "-m",
                    "rights",
                    "worker",
                    "--quiet",
                    "--threads",
                    str(THREADS),
                ]
                running.append(subprocess.Popen(command, env=own))
            wait_for_all(store, len(names))
            before, began = checks(store), time.perf_counter()
            time.sleep(seconds)
            return (checks(store) - before) / (time.perf_counter() - began)
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait(60)
            store.close()
            dropped(url)


def checks(store: Store) -> int:
    with store.database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(check)).scalar_one())


def wait_for_all(store: Store, count: int) -> None:
    until = time.monotonic() + 90
    while time.monotonic() < until:
        with store.database.read() as connection:
            holders = connection.execute(select(func.count(func.distinct(host.c.lease_owner)))).scalar_one()
        if holders >= count:
            return
        time.sleep(0.2)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("scale", "record"), default="scale")
    parser.add_argument("--workers", default="1,2,4,8")
    parser.add_argument("--seconds", type=float, default=25)
    parser.add_argument("--latency", type=float, default=0.5)
    parser.add_argument("--serve", type=float, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve is not None:
        serve(given.serve)
    folder = Path(tempfile.mkdtemp(prefix="rights-pg-"))
    binaries = _binaries()
    if binaries is None:
        parser.error("no PostgreSQL here: install postgresql")
    running = Reachable(binaries, folder)
    try:
        if given.part == "record":
            return int(not record(running.url))
        return int(not scale(running.url, [int(n) for n in given.workers.split(",")], given.seconds, given.latency))
    finally:
        running.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


class Reachable(Cluster):
    """A server that the namespaces reach, and nobody else: they have no way out."""

    def start(self) -> None:
        with (self.data / "pg_hba.conf").open("a") as rules:
            rules.write(f"host all all {NET}.0/24 trust\n")
        options = f"-p {self.port} -c listen_addresses=* -c unix_socket_directories="
        self._run("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.folder / "log"), "-o", options, "start")


def record(server: str, count: int = 4_000) -> bool:
    """Checks recorded a second by two processes, each with its own hosts: judged pages with five findings."""
    url = database(server)
    try:
        with tempfile.TemporaryDirectory(prefix="rights-bench-") as folder:
            open_store(Settings(home=Path(folder), database_url=url)).close()
            context = multiprocessing.get_context("spawn")
            results = context.Queue()
            both = [
                context.Process(target=_records, args=(url, folder, which, count // 2, results)) for which in (0, 1)
            ]
            for one in both:
                one.start()
            found = [results.get(timeout=300) for _ in both]
            for one in both:
                one.join()
        wall = max(end for _, end, _ in found) - min(begin for begin, _, _ in found)
        cpu = sum(seconds for _, _, seconds in found)
        print(
            f"{count} checks by two processes: {count / wall:,.0f} a second, {1000 * cpu / count:.2f} ms of CPU each in the processes"
        )
        return count / wall >= RECORDED
    finally:
        dropped(url)


def _records(url: str, folder: str, which: int, count: int, results: Any) -> None:
    """In a process: record looks at hosts of its own; puts begin and end (of the machine's clock) and seconds of CPU."""
    chance = random.Random(which)
    known, at = works(50, chance), now()
    with open_store(Settings(home=Path(folder), database_url=url)) as store:
        addresses = [f"https://site{which}-{n % 50}.example/{n}" for n in range(count)]
        store.due.add((Lead(address=address, source="bench") for address in addresses), at)
        rows = (store.due.find(address) for address in addresses)
        looks = [look(row, known, number, at, chance) for number, row in enumerate(rows) if row]
        begin, cpu = time.monotonic(), time.process_time()
        for start in range(0, len(looks), 64):
            store.checks.record(looks[start : start + 64])
        results.put((begin, time.monotonic(), time.process_time() - cpu))


if __name__ == "__main__":
    sys.exit(main())
