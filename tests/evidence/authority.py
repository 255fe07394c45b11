"""A time stamp authority on loopback: openssl signs, an HTTP server stands before it."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_CONFIG = """\
[req]
distinguished_name = name
prompt = no
[name]
CN = Stamps of the test
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[stamping]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = one
[one]
serial = {folder}/serial
signer_cert = {folder}/signer.pem
certs = {folder}/authority.pem
signer_key = {folder}/key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ordering = yes
"""


class Authority:
    """The authority: its certificate and what it answers with (``spoil`` changes a query before it is stamped)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.certificate = folder / "authority.pem"
        self.status, self.spoil, self.answer = 200, lambda query: query, None
        (folder / "openssl.cnf").write_text(_CONFIG.format(folder=folder))
        (folder / "serial").write_text("01\n")
        new = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-config", "openssl.cnf", "-extensions")
        self._openssl(*new, "root", "-subj", "/CN=Root", "-keyout", "root.key", "-out", "authority.pem")
        signed = ("-CA", "authority.pem", "-CAkey", "root.key")
        self._openssl(*new, "stamping", *signed, "-keyout", "key.pem", "-out", "signer.pem")

    def _openssl(self, *arguments: str) -> None:
        done = subprocess.run(["openssl", *arguments], cwd=self.folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    def reply(self, query: bytes) -> bytes:
        """The time stamp for a query."""
        if self.answer is not None:
            return self.answer
        (self.folder / "query").write_bytes(self.spoil(query))
        self._openssl("ts", "-reply", "-queryfile", "query", "-config", "openssl.cnf", "-out", "reply")
        return (self.folder / "reply").read_bytes()


@contextmanager
def authority(folder: Path) -> Iterator[tuple[Authority, str]]:
    """Serve an authority; gives it and its address."""
    made = Authority(folder)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            wrong = self.headers["Content-Type"] != "application/timestamp-query"
            body = b"" if wrong else made.reply(query)
            self.send_response(400 if wrong else made.status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield made, f"http://127.0.0.1:{server.server_address[1]}/stamp"
    finally:
        server.shutdown()
        server.server_close()
