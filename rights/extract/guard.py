"""Limits that every page passes before a parser sees it.

Why each exists (libxml2 2.14): one element with 20,000 attributes takes 0.5 s and the time grows with the square;
beyond 2,048 levels the parser drops the rest of the page.  Nothing readable is lost where it can be kept: excess
nesting is flattened (the text and the links stay), excess attributes of one element are dropped, and only a page
beyond `MAX_CHARS` is shortened.  Whatever was done is named, because absence then proves nothing.
"""

from __future__ import annotations

import re

from rights.patterns import late

#: Characters of markup that are read; about four times the largest news page seen.
MAX_CHARS = 24_000_000
#: Length of one tag beyond which its attributes are counted; a shorter one cannot hold enough to cost a hundredth second.
MAX_TAG = 6_000
MAX_ATTRIBUTES = 300
#: Levels that are kept; trafilatura and libxml2 both cope with 256.
MAX_DEPTH = 220
#: A text below this length cannot hold enough attributes to matter.
_SMALL = 60_000

#: A tag, or a whole script, style sheet or comment: what looks like a tag inside those is none.
_TAG = late(
    r"""<(?P<raw>script|style)\b(?=[\s/>])[^>]*+(?:>(?:.*?</(?P=raw)|.*+)|$)|<!--(?:.*?-->|.*+)"""
    r"""|<[a-zA-Z/](?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?)*+>?""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = late(r"""[^\s=>"'/]++(?:\s*=\s*(?:"[^"]*+"|'[^']*+'|[^\s>"']++))?""")
_NAME = late(r"</?([a-zA-Z][^\s/>]*)")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp"))
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
#: The rest of a tag with at most sixty values, and between two of them no more than a few names.
_VALUE = r"""=\s*+(?:"[^"]*+"|'[^']*+'|(?=[^"'\s]))"""
_IN_TAG = rf"""\s*+[^<>"'=]{{0,120}}+(?:>|(?:{_VALUE}\s*+[^<>"'=]{{0,120}}+){{0,60}}+(?:>|["'][^<>"'=]{{0,60}}+>))"""
#: Text, scripts, comments and such tags, as far as they go: one match, no call for each tag.
_ORDINARY = late(
    rf"(?:[^<]++|<(?:[a-rt-zA-RT-Z/]{_IN_TAG}|s(?!cript|tyle){_IN_TAG}|S(?!CRIPT|TYLE){_IN_TAG}"
    r"|(?:script|SCRIPT)\b[^>]{0,4000}+>[^<]*+(?:<(?!/script)[^<]*+)*+</script"
    r"|(?:style|STYLE)\b[^>]{0,4000}+>[^<]*+(?:<(?!/style)[^<]*+)*+</style"
    r"|!--[^-]*+(?:-(?!->)[^-]*+)*+-->|(?![a-zA-Z/!])|!(?!--)))*+"
)


def guard(source: str) -> tuple[str, str | None]:
    """The source made safe to parse, and the name of the limit that changed it (None: nothing was cut)."""
    cut: str | None = None
    if len(source) > MAX_CHARS:
        source, cut = source[:MAX_CHARS], "size"
    if len(source) > _SMALL and not _is_ordinary(source):
        long = [span for m in _TAG.finditer(source) if (span := _tag_span(m))[1] - span[0] > MAX_TAG]
        if long:
            source, shortened = _fewer_attributes(source, long)
            cut = cut or ("attributes" if shortened else None)
    return source, cut


def _is_ordinary(source: str) -> bool:
    """True where every tag has few attributes; most pages are, and it is told in a fourth of the time of a closer look."""
    found = _ORDINARY.match(source)
    return found is not None and found.end() == len(source)


def _tag_span(found: re.Match[str]) -> tuple[int, int]:
    """The span of the tag alone, without the content of a script; empty for a comment."""
    start, end = found.span()
    if found["raw"]:
        closed = found.string.find(">", start, end)
        return start, closed + 1 if closed >= 0 else end
    return (start, start) if found.string.startswith("<!", start) else (start, end)


def _fewer_attributes(source: str, spans: list[tuple[int, int]]) -> tuple[str, bool]:
    parts: list[str] = []
    at, shortened = 0, False
    for start, end in spans:
        tag = source[start:end]
        name = _NAME.match(tag)
        kept: list[str] = []
        for found in _ATTRIBUTE.finditer(tag, name.end() if name else 1):
            if len(kept) >= MAX_ATTRIBUTES:
                shortened = True
                break
            kept.append(found.group())
        else:
            continue
        parts += [source[at:start], tag[: name.end() if name else 1], " ", " ".join(kept), ">"]
        at = end
    parts.append(source[at:])
    return "".join(parts), shortened


def flatten(source: str, limit: int = MAX_DEPTH) -> str:
    """The same text with every tag deeper than ``limit`` levels left out, one level of links excepted."""
    parts: list[str] = []
    stack: list[tuple[str, bool]] = []
    at, depth, raw_until = 0, 0, -1
    keep: bool | None
    lowered = source.lower()
    for found in _TAG.finditer(source):
        start, end = found.span()
        named = _NAME.match(source, start) if start >= raw_until else None
        if named is None:
            continue
        name = named.group(1).lower()
        if found["raw"]:
            keep = True
        elif source[start + 1] == "/":
            keep = _close(stack, name)
            depth -= keep is True
            keep = depth < limit if keep is None else keep
        elif name in _VOID or source[end - 2 : end] == "/>":
            keep = True
        else:
            keep = depth < limit or (name == "a" and depth == limit)
            depth += keep
            stack.append((name, keep))
            if name in _RAW:
                closing = lowered.find(f"</{name}", end)
                raw_until = closing if closing >= 0 else len(source)
        if not keep:
            parts.append(source[at:start])
            at = end
    parts.append(source[at:])
    return " ".join(part for part in parts if part)


def _close(stack: list[tuple[str, bool]], name: str) -> bool | None:
    """Take the open tag that ``name`` closes off the stack: was it kept?  None where it closes nothing near."""
    for back in range(1, min(len(stack), 64) + 1):
        if stack[-back][0] == name:
            return stack.pop(-back)[1]
    return None
