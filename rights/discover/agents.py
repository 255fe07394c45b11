"""Programs that load pages and pixels without a reader: counted, they would double every figure."""

from __future__ import annotations

import re

from rights.patterns import late

_BOT = late(
    r"bot\b|crawl|spider|slurp|preview|facebookexternalhit|monitor|curl/|wget/|python-|java/|headless", re.IGNORECASE
)


def is_bot(agent: str) -> bool:
    """True where a User-Agent names a program rather than a reader's browser."""
    return bool(_BOT.search(agent[:500]))
