"""A server of one object of the S3 protocol that fails as told: what a real one does on a bad day."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class BadDay:
    """``body`` is the object, whatever its name; ``fails`` says for each request in turn what becomes of it.

    A number is a status, ``"breaks off"`` half of the body, ``""`` no failure; what comes after the last is answered as it should be.
    """

    body: bytes
    fails: list[int | str] = field(default_factory=list)
    address: str = ""
    asked: int = 0


@contextmanager
def serving(day: BadDay) -> Iterator[BadDay]:
    """The server at ``day.address`` until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_HEAD(self) -> None:
            self._answer()

        def do_GET(self) -> None:
            self._answer()

        def do_PUT(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self._answer(b"")

        def _answer(self, whole: bytes | None = None) -> None:
            fault = day.fails[day.asked] if day.asked < len(day.fails) else None
            day.asked += 1
            if isinstance(fault, int):
                self.send_response(fault)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            body = day.body if whole is None else whole
            asked = self.headers.get("Range")
            if asked:
                first, last = asked.removeprefix("bytes=").split("-")
                start, end = int(first), min(int(last) + 1, len(body))
                self.send_response(206)
                self.send_header("Content-Range", f"bytes {start}-{end - 1}/{len(body)}")
                body = body[start:end]
            else:
                self.send_response(200)
            for name, value in (
                ("Content-Length", str(len(body))), ("ETag", '"1"'), ("Last-Modified", "Thu, 26 Nov 2026 10:00:00 GMT"),
            ):  # fmt: skip
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body[: len(body) // 2] if fault else body)
                self.close_connection = bool(fault)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    day.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield day
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
