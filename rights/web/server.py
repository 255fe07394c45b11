"""The web server of ``rights serve``: uvicorn on a thread of its own, beside the scheduler."""

from __future__ import annotations

import socket
import threading
from types import TracebackType
from typing import Self

import uvicorn

from rights.errors import InputError
from rights.web.app import make_app
from rights.web.context import Web

#: Seconds that requests under way get to end.
GRACE = 10


class WebServer:
    """Listens from the start of the block to its end; ``port`` 0 takes any free port."""

    def __init__(self, web: Web, host: str, port: int) -> None:
        self._socket = _listening(host, port)
        self.port = int(self._socket.getsockname()[1])
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self.port}/"
        config = uvicorn.Config(
            make_app(web),
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="on",
            timeout_graceful_shutdown=GRACE,
            limit_concurrency=512,
            h11_max_incomplete_event_size=32 * 1024,
            forwarded_allow_ips=list(web.settings.proxies),
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._serve, name="web")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()

    def _serve(self) -> None:
        self._server.run(sockets=[self._socket])


def _listening(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(512)
    except OSError as wrong:
        raise InputError(
            f"cannot listen on {host} port {port}: {wrong.strerror or wrong}; "
            "choose another with --host and --port, or serve no pages with --no-web"
        ) from wrong
    return listening
