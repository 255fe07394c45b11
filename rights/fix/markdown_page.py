"""Lines put into a Markdown page at their places; every other line stays as it is."""

from __future__ import annotations

import html
import re

from rights.fix.plan import Plan

_LINK = re.compile(r'<a (?:rel="license" )?href="([^"]*)">(.*?)</a>')
_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*$\r?\n?", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"(?:[ \t]*\r?\n)*(?:#[ \t]+\S[^\r\n]*|\S[^\r\n]*\r?\n=+[ \t]*)(?:\r?\n|\Z)")
_SPECIAL = re.compile(r"([\\`*_\[\]])")


def insert_markdown(body: bytes, asked: Plan) -> bytes:
    """The page with byline and credit put in after its front matter and title, or at its end.

    Markdown has no head: a canonical address is moved from ``asked.done`` to ``asked.left``.
    """
    for name in [name for name, said in asked.done.items() if said.startswith("set the canonical")]:
        del asked.done[name]
        asked.left[name] = f"Markdown has no head: set the canonical address in your generator: {asked.canonical}"
    asked.canonical = None
    text = body.decode("utf-8", errors="surrogateescape")
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = newline * 2
    start = front.end() if (front := _FRONT.match(text)) else 0
    title = _TITLE.match(text, start)
    start = title.end() if title else start
    head = [_written(line) for line in (asked.byline, *asked.top) if line]
    end = [*(_written(line) for line in asked.bottom), *asked.pixels]
    if head:
        before, after = text[:start], text[start:]
        opening = newline if before else ""
        closing = newline if after.startswith(("\n", "\r\n")) else gap
        text = before + opening + gap.join(head) + closing + after
    if end:
        ending = "" if text.endswith(gap) else newline if text.endswith(newline) else gap
        text = text + ending + gap.join(end) + newline
    return text.encode("utf-8", errors="surrogateescape")


def _written(line: str) -> str:
    """A line of HTML (text and links) as Markdown."""
    parts, at = [], 0
    for link in _LINK.finditer(line):
        parts.append(_plain(line[at : link.start()]))
        address = html.unescape(link[1]).replace("<", "%3C").replace(">", "%3E")
        parts.append(f"[{_plain(link[2])}](<{address}>)")
        at = link.end()
    return "".join(parts) + _plain(line[at:])


def _plain(text: str) -> str:
    """Escaped text as Markdown: what would be a tag stays an entity, what would be Markdown gets a backslash."""
    return _SPECIAL.sub(r"\\\1", text.replace("&#x27;", "'").replace("&quot;", '"'))
