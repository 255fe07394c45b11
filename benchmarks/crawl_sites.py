"""The loopback sites that `benchmarks.crawl` sweeps: made pages, or real ones from a folder."""

from __future__ import annotations

import asyncio
import gzip
import random
import socket
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path


class Words:
    """Texts whose words are as common as those of a language (Zipf), the same for the same number."""

    def __init__(self) -> None:
        chance = random.Random(1)
        self.words = ["".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(2, 11))) for _ in range(20_000)]
        total, self.cumulative = 0.0, []
        for rank in range(len(self.words)):
            total += 1 / (rank + 3)
            self.cumulative.append(total)

    def text(self, number: int, count: int = 700) -> list[str]:
        """The paragraphs of a text."""
        chance = random.Random(number)
        chosen = chance.choices(self.words, cum_weights=self.cumulative, k=count)
        return [" ".join(chosen[start : start + 70]).capitalize() + "." for start in range(0, count, 70)]


def made_page(words: Words, number: int, works: int, size: int) -> bytes:
    """A page of so many words with navigation, sidebar and footer (700: some 30 KB); every third copies a work."""
    copies = number % 3 == 0
    text = words.text(number // 3 % works if copies else 10_000_000 + number, size)
    original = f"https://press.example/{number // 3 % works}"
    credit = ""
    if copies:
        name = f'<a href="{original}">The Loopback Press</a>' if number % 2 else "The Loopback Press"
        credit = f"<p><em>This article was originally published by {name}.</em></p>"
    menu = "".join(f'<li class="menu-item"><a href="/section/{n}">Section {n}</a></li>' for n in range(size // 9))
    side = "".join(
        f'<div class="card"><a href="/story/{n}"><h3>Another story {n}</h3></a></div>' for n in range(size // 12)
    )
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    style = "<style>" + ".x{color:#123}" * (size * 6 // 7) + "</style>"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story {number}</title>{style}</head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>Story {number}</h1>"
        f'<p class="byline">By Ann Reader</p>{body}{credit}</article></main><aside>{side}</aside>'
        f"<footer><p>Copyright 2026 Site {number % 100}.</p></footer></body></html>"
    ).encode()


def address(host: int) -> str:
    """The loopback address of a host."""
    return f"127.89.{host // 250}.{host % 250 + 1}"


def serve(hosts: int, works: int, latency: float, size: int, files: Sequence[Path], pipe: Connection) -> None:
    """The servers' process: says its port, and its CPU time for every message, until told None."""
    words = Words()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            path = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1].decode()
            await asyncio.sleep(latency)
            status, body = "200 OK", b""
            if not path[1:].isdigit():  # robots.txt, ads.txt, a page about the site
                status = "404 Not Found"
            elif files:
                data = files[int(path[1:]) % len(files)].read_bytes()
                body = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
            else:
                body = made_page(words, int(path[1:]), works, size)
            head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    async def run() -> None:
        await asyncio.start_server(answer, [address(host) for host in range(hosts)], port, backlog=1024)
        pipe.send(port)
        while (await asyncio.get_running_loop().run_in_executor(None, pipe.recv)) is not None:
            pipe.send(time.process_time())

    asyncio.run(run())
