"""Reading a robots.txt: which group is ours (RFC 9309 section 2.2.1), and what it allows.

Protego matches the paths.  The group is chosen here, because Protego takes a group for ``Foo`` to be ours when we are
``FooBot``, ends a run of User-agent lines at a line that it does not know, and loses the first group behind a byte
order mark; each of these may turn a prohibition into a permission.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from protego import Protego

#: RFC 9309 section 2.5: at least 500 KiB must be read.
PARSE_LIMIT = 512 * 1024
#: Where Google's parser cuts a line, in characters: eight times the longest address that browsers once took, less one.
_LINE = 2083 * 8 - 1
_SITEMAPS = 100

_LINE_OF = re.compile(r"[ \t]*([A-Za-z][A-Za-z -]*?)[ \t]*:[ \t]*([^\r\n]*)")
#: The colon is forgotten now and then; then the line must be two words.
_TWO_WORDS = re.compile(r"[ \t]*([A-Za-z-]+)[ \t]+([^\s]+)[ \t]*$")
_TOKEN = re.compile(r"[A-Za-z_-]+")
#: A letter, digit, dash, dot, underscore or tilde in percent code, where it has no place.
_NEEDLESS_CODE = re.compile(r"%(?:2[DE]|3\d|[46][1-9A-F]|[57][\dA]|5F|7E)", re.IGNORECASE)
#: Misspellings that search engines read too.
_KEYS = {
    "user-agent": "agent", "useragent": "agent", "user agent": "agent", "allow": "Allow", "crawl-delay": "delay",
    "crawldelay": "delay", "sitemap": "sitemap", "site-map": "sitemap", "disallow": "Disallow", "dissallow": "Disallow",
    "dissalow": "Disallow", "disalow": "Disallow", "diasllow": "Disallow", "disallaw": "Disallow",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """What one robots.txt says to us.

    ``paths`` is None where it prohibits nothing; ``why`` is set where everything is prohibited because it could not be
    read.  ``crawl_delay`` is in seconds.
    """

    paths: Protego | None = None
    why: str | None = None
    crawl_delay: float | None = None
    sitemaps: tuple[str, ...] = ()

    def allowed(self, url: str) -> bool:
        """Whether we may ask for the address."""
        if self.why is not None:
            return False
        return self.paths is None or bool(self.paths.can_fetch(url, "us"))


def parse(body: bytes, product: str) -> Rules:
    """Read a robots.txt for a product token; what is no rule is ignored, whatever the bytes."""
    ours, everyones, named, sitemaps = _groups(_text(body), product.lower())
    lines = ours if named else everyones
    delays = [seconds for key, value in lines if key == "delay" and (seconds := _seconds(value)) is not None]
    rules = [f"{key}: {value}" for key, value in lines if key in ("Allow", "Disallow")]
    try:
        paths = Protego.parse("\n".join(["User-agent: *", *rules])) if rules else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as defect:
        return Rules(why=f"its robots.txt cannot be read: {type(defect).__name__}")
    return Rules(paths, crawl_delay=max(delays, default=None), sitemaps=tuple(sitemaps[:_SITEMAPS]))


_Lines = list[tuple[str, str]]


def _groups(text: str, product: str) -> tuple[_Lines, _Lines, bool, list[str]]:
    """The lines of our groups and of the groups for everyone, whether any group names us, and the sitemaps."""
    ours: _Lines = []
    everyones: _Lines = []
    sitemaps: list[str] = []
    into: list[_Lines] = []
    named = False
    in_agents = False
    for raw in re.split(r"\r\n|\r|\n", text):
        line = raw[:_LINE].split("#", 1)[0]
        found = _LINE_OF.match(line) or _TWO_WORDS.match(line)
        key = _KEYS.get(found.group(1).lower()) if found else None
        if found is None or key is None:
            continue
        value = found.group(2).strip(" \t")
        if key == "sitemap":
            sitemaps.append(value)
        elif key == "agent":
            if not in_agents:
                into = []
            in_agents = True
            token = _TOKEN.match(value)
            if re.match(r"\*(?:\s|$)", value):
                into.append(everyones)
            elif token and token.group().lower() == product:
                into.append(ours)
                named = True
        else:
            # a Crawl-delay between User-agent lines does not end their run: it is no rule of the standard
            in_agents = in_agents and key == "delay"
            # the RFC decodes such a path before it compares, Google's parser does not: what prohibits more is taken
            if key != "Allow" or not _NEEDLESS_CODE.search(value):
                for lines in into:
                    lines.append((key, value))
    return ours, everyones, named, sitemaps


def _text(body: bytes) -> str:
    """RFC 9309 wants UTF-8; other marks, half marks and stray bytes are met in the wild."""
    body = body[:PARSE_LIMIT]
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", "replace")
    for end in (3, 2, 1):
        if body[:end] == codecs.BOM_UTF8[:end]:
            body = body[end:]
            break
    return body.replace(b"\x00", b"").decode("utf-8", "replace")


def _seconds(value: str) -> float | None:
    try:
        seconds = float(value)
    except ValueError:
        return None
    return seconds if 0 <= seconds < float("inf") else None
