"""How much one fetch may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one fetch, redirects included.

    ``total`` and ``connect`` are seconds (waiting for a host's turn is not counted); ``body`` bytes after all
    decoding, of any layer of nested encodings; ``wire`` bytes received per answer; ``head`` bytes of status line and
    headers; ``redirects`` how many are followed; ``layers`` how many content encodings may be nested.  Articles with
    their markup rarely pass 2 MB; 8 MiB leaves room without letting one page fill the memory of many threads.
    """

    total: float = 30.0
    connect: float = 10.0
    body: int = 8 * 1024 * 1024
    wire: int = 8 * 1024 * 1024
    head: int = 64 * 1024
    redirects: int = 5
    layers: int = 3
