"""Lines put into a Markdown page at their places; every other line stays as it is."""

from __future__ import annotations

import html
import re

from rights.extract.front_matter import CANONICAL_KEYS, FrontMatter, find_front_matter, front_values
from rights.fix.encoding import read_exactly
from rights.fix.plan import Plan
from rights.model import message

_KEY = re.compile(r"[A-Za-z_]+(?=[ \t]*[:=])")
_LINK = re.compile(r'<a (?:rel="license" )?href="([^"]*)">(.*?)</a>')
_TITLE = re.compile(r"(?:[ \t]*\r?\n)*(?:#[ \t]+\S[^\r\n]*|\S[^\r\n]*\r?\n=+[ \t]*)(?:\r?\n|\Z)")
_SPECIAL = re.compile(r"([\\`*_\[\]])")


def insert_markdown(body: bytes, asked: Plan) -> bytes | None:
    """The page with byline and credit put in after its front matter and title, or at its end, in its own encoding.

    The canonical address goes into the front matter; without one it is moved from ``asked.done`` to ``asked.left``.
    None where the page's bytes are of no encoding that can be written again.
    """
    page = read_exactly(body)
    if page is None:
        return None
    newline = "\r\n" if "\r\n" in page.text else "\n"
    gap = newline * 2
    text = _canonical(page.text, asked, newline)
    front = find_front_matter(text)
    start = front.after if front else 0
    title = _TITLE.match(text, start)
    start = title.end() if title else start
    head = [page.fitted(_written(line)) for line in (asked.byline, *asked.top) if line]
    end = [page.fitted(line) for line in (*map(_written, asked.bottom), *asked.pixels)]
    if head:
        before, after = text[:start], text[start:]
        opening = newline if before else ""
        closing = newline if after.startswith(("\n", "\r\n")) else gap
        text = before + opening + gap.join(head) + closing + after
    if end:
        ending = "" if text.endswith(gap) else newline if text.endswith(newline) else gap
        text = text + ending + gap.join(end) + newline
    return page.written(text)


def _canonical(text: str, asked: Plan, newline: str) -> str:
    """The canonical address set in the front matter, where there is one and it can be told where in it."""
    if asked.canonical is None:
        return text
    front = find_front_matter(text)
    fixed = _with_address(text, front, asked.canonical, newline) if front else None
    if fixed is None:
        asked.leave_canonical(
            message("Markdown has no head: set the canonical address in your generator: {url}", url=asked.canonical)
        )
        return text
    for name in asked.canonical_for:
        asked.done[name] = message(
            "{done} in the front matter (see that your templates write it into the page)", done=asked.done[name]
        )
    return fixed


def _with_address(text: str, front: FrontMatter, address: str, newline: str) -> str | None:
    """The text with its canonical address added or rewritten; None where another reading of it would result."""
    if "\\" in address:
        return None
    toml = front.mark == "+++"
    lines = front.inner.splitlines(keepends=True)
    top = next((number for number, line in enumerate(lines) if toml and line.lstrip().startswith("[")), len(lines))
    keys = ((number, _KEY.match(lines[number])) for number in range(top))
    there = next(((number, key[0]) for number, key in keys if key and key[0].lower() in CANONICAL_KEYS), None)
    number, key = there or (top, CANONICAL_KEYS[0])
    lines[number : number + bool(there)] = [f'{key}{" = " if toml else ": "}"{address}"{newline}']
    fixed = text[: front.start] + "".join(lines) + text[front.end :]
    again = find_front_matter(fixed)
    before, after = front_values(front), front_values(again) if again else {}
    return fixed if after == {**before, key: address} else None


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
