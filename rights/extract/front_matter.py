"""The head of a Markdown page: YAML between ``---`` (Jekyll, Eleventy, Ghost) or TOML between ``+++`` (Hugo)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from rights.patterns import late

#: Keys by which generators and platforms name the canonical address, in lower case: Jekyll's SEO tag, Eleventy's
#: templates and DEV (``canonical_url``), Hugo's themes (``canonicalURL``, ``canonical``).
CANONICAL_KEYS = ("canonical_url", "canonicalurl", "canonical", "original_url")
#: Characters of front matter that are read; a page with more has none.
_LONGEST = 50_000
_WHOLE = late(
    r"\A\ufeff?\s*(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<inner>(?s:.*?)\r?\n)??(?:(?P=mark)|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
#: Keys and the meta names that they become.
_META = {
    "author": "author", "authors": "author", "date": "article:published_time", "published": "article:published_time",
    "publish_date": "article:published_time", "pubdate": "article:published_time",
    "publishdate": "article:published_time", "updated": "article:modified_time", "modified": "article:modified_time",
    "lastmod": "article:modified_time", "last_modified_at": "article:modified_time", "description": "description",
    "site": "og:site_name", "license": "dc.rights", "licence": "dc.rights", "copyright": "dc.rights",
    "tags": "keywords", "title": "og:title",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where front matter stands in a text: ``start`` and ``end`` of what is between its marks, ``after`` the second."""

    mark: str
    inner: str
    start: int
    end: int
    after: int


def find_front_matter(text: str) -> FrontMatter | None:
    """The front matter with which a text begins."""
    found = _WHOLE.match(text[: _LONGEST + 100])
    if found is None:
        return None
    start, end = found.span("inner") if found["inner"] is not None else (found.end("mark"),) * 2
    if found["inner"] is None:
        start = end = text.index("\n", found.end("mark")) + 1
    return FrontMatter(mark=found["mark"], inner=found["inner"] or "", start=start, end=end, after=found.end())


def front_values(front: FrontMatter) -> Mapping[str, Any]:
    """Its values by key; none where it cannot be read."""
    try:
        values = _toml(front.inner) if front.mark == "+++" else _yaml(front.inner)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, Mapping) else {}


def _toml(inner: str) -> Any:
    import tomllib  # only a page with such a head needs it

    return tomllib.loads(inner.replace("\r\n", "\n"))


def _yaml(inner: str) -> Any:
    import yaml  # only a page with such a head needs it

    try:
        return yaml.safe_load(inner)
    except yaml.YAMLError as wrong:
        raise ValueError(str(wrong)) from wrong


def head_of(front: FrontMatter) -> str:
    """What it says as the markup of an HTML head."""
    parts = []
    for key, value in front_values(front).items():
        name = str(key).lower()
        if name in CANONICAL_KEYS:
            parts.append(f'<link rel="canonical" href="{escape(str(value))}">')
        elif name in ("lang", "language"):
            parts.append(f'<meta http-equiv="content-language" content="{escape(str(value))}">')
        elif name in _META:
            parts += [f'<meta name="{_META[name]}" content="{escape(one)}">' for one in _words(value) if one.strip()]
    return "".join(parts)


def _words(value: Any, depth: int = 3) -> Iterator[str]:
    """The names in a value, a list of them, or a list of people; aliases that nest for ever are not followed."""
    if isinstance(value, list):
        for item in value[:50] if depth else ():
            yield from _words(item, depth - 1)
    elif isinstance(value, Mapping):
        if depth:
            yield from _words(value.get("name", ""), depth - 1)
    else:
        yield "" if value is None else str(value)
