"""What the checker sees on a page, for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rights.model import Article
from rights.report.text import printable


def render_inspect_text(target: str, article: Article | None, error: str | None = None) -> str:
    """One page: what it is, whom it credits, who earns, and the beginning of its text."""
    lines = [printable(target)]
    if article is None:
        return f"{lines[0]}\n  could not be read: {printable(error or 'unknown error')}\n"
    lines += [f"  {name:<11} {printable(value)}" for name, value in _facts(article) if value]
    for heading, found in _lists(article):
        lines += [f"  {heading}", *(f"    {printable(entry)}" for entry in found)] if found else []
    lines.append(f"  text        {article.words} words")
    lines += textwrap.wrap(printable(article.text[:600]), 110, initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines) + "\n"


def _facts(article: Article) -> Iterator[tuple[str, str | None]]:
    yield "address", article.address
    yield "state", None if article.state.value == "article" else article.state.value
    yield "cut", article.cut and f"{article.cut}: what was not found may have been cut off"
    yield "title", article.title
    yield "authors", ", ".join(article.authors)
    yield "published", article.published
    yield "modified", article.modified
    yield "language", article.language
    yield "publisher", article.publisher
    yield "site", article.site_name if article.site_name != article.publisher else None
    yield "canonical", article.canonical and f"{article.canonical} (in {article.canonical_in})"
    yield "commercial", article.commercial.level.value
    yield "robots", ", ".join(article.robots.directives)


def _lists(article: Article) -> Iterator[tuple[str, list[str]]]:
    yield (
        "credits",
        [
            f"{credit.kind.value} ({credit.position.value}{'' if credit.visible else ', not visible'}): "
            f"{credit.source_name or 'no name'} -> {credit.href or 'no link'}: {credit.text}"
            for credit in article.credits
        ],
    )
    yield "named only by markup", [f"{n.source_name} {n.href or ''} ({n.where})" for n in article.named]
    yield "copyright lines", [f"of the {c.of}: {c.text}" for c in article.copyrights]
    yield "grants", [grant.text for grant in article.grants]
    yield (
        "licences",
        [f"{licence.spdx or licence.text or licence.href} ({licence.where})" for licence in article.licences],
    )
    yield "money", [f"{s.level} {s.kind}: {s.detail}" for s in (*article.commercial.signals, *article.commercial.hints)]
    yield "against", [f"{s.level} {s.kind}: {s.detail}" for s in article.commercial.contrary]
    yield "tracking pixels", [f"{pixel.kind} {pixel.article_id or ''} {pixel.src}" for pixel in article.pixels]
