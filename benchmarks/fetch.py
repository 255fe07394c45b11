"""How fast the guarded fetcher is, beside bare requests on as many threads and beside Scrapy, in the same run.

    python -m benchmarks.fetch --hosts 500 --pages 3000 --latency 0.3 --threads 128
    python -m benchmarks.fetch --pages 20000 --rounds 1 --clients requests,store,scrapy --scrapy PYTHON    # some 5 minutes

A server in a process of its own answers on one loopback address per host after the latency; its CPU time is reported
apart.  Rounds alternate between the clients so that other load on the machine hits all alike.  Scrapy is run where it
is installed (``--scrapy PYTHON`` names another interpreter that has it).  Pages are 32 KB of markup, sent gzipped.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import multiprocessing
import queue
import random
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import requests

from rights.fetch import Fetcher, Limits, Pace
from rights.model import Page
from rights.settings import Settings
from rights.store import Store, open_store

HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
    b"Cache-Control: max-age=60\r\nContent-Length: %d\r\n\r\n"
)

SPIDER = """
import json, resource, sys, time
import scrapy
from scrapy.crawler import CrawlerProcess
urls, threads = json.load(sys.stdin), int(sys.argv[1])
class Spider(scrapy.Spider):
    name = "s"
    got = 0
    async def start(self):
        for url in urls:
            yield scrapy.Request(url, dont_filter=True)
    def start_requests(self):
        return (scrapy.Request(url, dont_filter=True) for url in urls)
    def parse(self, response):
        Spider.got += len(response.body) > 9000
crawler = CrawlerProcess({"LOG_ENABLED": False, "CONCURRENT_REQUESTS": threads, "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0, "ROBOTSTXT_OBEY": False, "COOKIES_ENABLED": False, "TELNETCONSOLE_ENABLED": False,
    "RETRY_ENABLED": False})
crawler.crawl(Spider)
began = time.monotonic()
used = time.process_time()
crawler.start()
print(json.dumps([Spider.got, time.monotonic() - began, time.process_time() - used,
    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def addresses(hosts: int) -> list[str]:
    """One loopback address per host."""
    return [f"127.88.{number // 250}.{number % 250 + 1}" for number in range(hosts)]


class _Server(asyncio.Protocol):
    """Answers every request with the page and, in a gzip member of its own, the path: no two pages are equal."""

    page = b""
    latency = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.data = b""

    def data_received(self, data: bytes) -> None:
        self.data += data
        if self.data.endswith(b"\r\n\r\n"):
            self.path, self.data = self.data.split(b" ", 2)[1], b""
            asyncio.get_running_loop().call_later(self.latency, self.reply)

    def reply(self) -> None:
        if not self.transport.is_closing():
            body = self.page + gzip.compress(b"<!-- %b -->" % self.path, 1)
            self.transport.write(HEAD % len(body) + body)  # type: ignore[attr-defined]  # a stream's transport


def serve(hosts: int, latency: float, pipe: Connection) -> None:
    """The server's process: says its port, and its CPU time for every message, until told None."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 11))) for _ in range(3000)]
    page = (
        "<!doctype html><title>t</title>"
        + "".join(f"<p>{' '.join(chance.choices(words, k=60))}</p>" for _ in range(80))
    ).encode()
    _Server.page = gzip.compress(page[:32_768])
    _Server.latency = latency
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    async def run() -> None:
        loop = asyncio.get_running_loop()
        await loop.create_server(_Server, addresses(hosts), port, backlog=1024)
        pipe.send(port)
        while (await loop.run_in_executor(None, pipe.recv)) is not None:
            pipe.send(time.process_time())

    asyncio.run(run())


def bare(urls: list[str], threads: int) -> int:
    """Requests as most programs use it: a session per thread, the body read whole."""
    local = threading.local()

    def get(url: str) -> bool:
        if not hasattr(local, "session"):
            local.session = requests.Session()
            local.session.trust_env = False
        return len(local.session.get(url, timeout=20, headers={"Connection": "close"}).content) > 9000

    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(get, urls))


def guarded(urls: list[str], threads: int) -> int:
    """The program's own fetcher: all its checks, no waiting between requests."""
    pace = Pace(delay=0, address_delay=0, latency_factor=0)
    with (
        Fetcher(allow_networks=["127.0.0.0/8"], pace=pace, obey_robots=False, limits=Limits(total=20)) as fetcher,
        ThreadPoolExecutor(threads) as pool,
    ):
        return sum(pool.map(lambda url: len(fetcher.fetch(url).body) > 9000, urls))


def stored(urls: list[str], threads: int) -> int:
    """The same, and every page kept in a database as a sweep keeps its snapshots: by content, zstd, a hundred at once."""
    pages: queue.Queue[Page | None] = queue.Queue(1000)
    pace = Pace(delay=0, address_delay=0, latency_factor=0)

    def write(store: Store) -> None:
        batch: list[Page] = []
        while True:
            page = pages.get()
            if page:
                batch.append(page)
            if batch and (page is None or len(batch) == 100):
                with store.database.write() as connection:
                    store.snapshots.put(connection, batch, datetime.now(UTC))
                batch = []
            if page is None:
                return

    def fetch(url: str) -> bool:
        page = fetcher.fetch(url)
        pages.put(page)
        return len(page.body) > 9000

    with (
        tempfile.TemporaryDirectory() as home,
        open_store(Settings(home=Path(home))) as store,
        Fetcher(allow_networks=["127.0.0.0/8"], pace=pace, obey_robots=False, limits=Limits(total=20)) as fetcher,
        ThreadPoolExecutor(threads) as pool,
    ):
        writer = threading.Thread(target=write, args=(store,))
        writer.start()
        got = sum(pool.map(fetch, urls))
        pages.put(None)
        writer.join()
        with store.database.read() as connection:
            kept = connection.exec_driver_sql("select count(*) from snapshot").scalar_one()
        return min(got, int(kept))


def measured(run: Callable[[list[str], int], int], urls: list[str], threads: int) -> tuple[int, float, float, float]:
    """Pages got, seconds, CPU seconds, and the peak memory in MB so far."""
    began, used = time.monotonic(), time.process_time()
    got = run(urls, threads)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return got, time.monotonic() - began, time.process_time() - used, peak


def _in_a_child(run: Callable[[list[str], int], int], urls: list[str], threads: int) -> tuple[int, float, float, float]:
    with multiprocessing.get_context("spawn").Pool(1) as child:
        return child.apply(measured, (run, urls, threads))


def _scrapy(python: str, urls: list[str], threads: int) -> tuple[int, float, float, float] | None:
    done = subprocess.run(
        [python, "-c", SPIDER, str(threads)], input=json.dumps(urls), capture_output=True, text=True, check=False
    )
    try:
        got, seconds, used, peak = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        print(f"Scrapy did not run: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    return int(got), seconds, used, peak


def rounds(args: argparse.Namespace, port: int) -> Iterator[tuple[str, tuple[int, float, float, float]]]:
    """All clients, round by round."""
    hosts = addresses(args.hosts)
    urls = [f"http://{hosts[page % args.hosts]}:{port}/page/{page}" for page in range(args.pages)]
    clients = {"requests": ("requests", bare), "guarded": ("guarded", guarded), "store": ("+ store", stored)}
    for _ in range(args.rounds):
        for client in args.clients.split(","):
            if client in clients:
                name, run = clients[client]
                yield name, _in_a_child(run, urls, args.threads)
        found = _scrapy(args.scrapy, urls, args.threads) if "scrapy" in args.clients else None
        if found:
            yield "Scrapy", found


def main() -> None:
    """Run and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hosts", type=int, default=500)
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--latency", type=float, default=0.3, help="seconds before each answer")
    parser.add_argument("--threads", type=int, default=128)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument(
        "--clients", default="requests,guarded,store,scrapy", help="who takes part, with commas between"
    )
    parser.add_argument("--scrapy", default=sys.executable, help="a Python interpreter that has Scrapy")
    args = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=serve, args=(args.hosts, args.latency, theirs), daemon=True
    )
    server.start()
    port = ours.recv()
    total: dict[str, list[float]] = {}
    before = 0.0
    print(
        f"{'client':10}{'pages':>7}{'seconds':>9}{'pages/s':>9}{'CPU ms/page':>13}{'peak MB':>9}{'server CPU s':>14}",
        flush=True,
    )
    for name, (got, seconds, used, peak) in rounds(args, port):
        ours.send("cpu")
        cpu = ours.recv()
        print(
            f"{name:10}{got:>7}{seconds:>9.1f}{got / seconds:>9.0f}{1000 * used / max(got, 1):>13.2f}{peak:>9.0f}{cpu - before:>14.1f}",
            flush=True,
        )
        before = cpu
        sums = total.setdefault(name, [0.0, 0.0, 0.0])
        for place, value in enumerate((got, seconds, used)):
            sums[place] += value
    ours.send(None)
    server.join(5)
    for ours_name in [name for name in ("guarded", "+ store") if name in total]:
        got, seconds, used = total[ours_name]
        for name in ("requests", "Scrapy"):
            if name in total:
                their_got, their_seconds, their_used = total[name]
                rate = (got / seconds) / (their_got / their_seconds)
                cpu = (used / got) / (their_used / their_got)
                print(f"{ours_name} / {name}: {rate:.2f} of its pages per second, {cpu:.2f} of its CPU per page")


if __name__ == "__main__":
    main()
