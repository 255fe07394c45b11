"""What the checker sees on a page as JSON: schema ``rights.inspect/1`` (docs/schema/inspect.schema.json)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rights.model import Article, Signal

SCHEMA = "rights.inspect/1"


def render_inspect_json(objects: Sequence[dict[str, Any]], *, several: bool) -> str:
    """One object, or an array where several targets were asked for."""
    value: Any = list(objects) if several else objects[0]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def render_inspect_line(item: dict[str, Any]) -> str:
    """One compact line."""
    return json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n"


def inspect_object(target: str, article: Article | None, error: str | None = None) -> dict[str, Any]:
    """The object of one target; one that could not be read has ``error`` and nothing else that is known."""
    seen = article or Article(status=0)
    return {
        "schema": SCHEMA,
        "target": target,
        "error": error,
        "url": seen.url,
        "final_url": seen.final_url,
        "status": seen.status if article else None,
        "fetched_at": seen.fetched_at.isoformat().replace("+00:00", "Z") if seen.fetched_at else None,
        "sha256": seen.sha256 or None,
        "state": seen.state.value if article else None,
        "cut": seen.cut,
        "title": seen.title,
        "authors": list(seen.authors),
        "byline": seen.byline,
        "published": seen.published,
        "modified": seen.modified,
        "language": seen.language,
        "publisher": seen.publisher,
        "site_name": seen.site_name,
        "canonical": seen.canonical,
        "canonical_in": seen.canonical_in,
        "words": seen.words,
        "text": seen.text,
        **_sources(seen),
        **_around(seen),
    }


def _sources(seen: Article) -> dict[str, Any]:
    return {
        "credits": [
            {
                "kind": credit.kind.value,
                "text": credit.text,
                "source_name": credit.source_name,
                "author": credit.author,
                "href": credit.href,
                "rel": list(credit.rel),
                "position": credit.position.value,
                "visible": credit.visible,
                "selector": credit.selector,
            }
            for credit in seen.credits
        ],
        "named": [{"source_name": n.source_name, "href": n.href, "where": n.where} for n in seen.named],
        "copyrights": [
            {"text": c.text, "holder": c.holder, "year": c.year, "of": c.of, "selector": c.selector}
            for c in seen.copyrights
        ],
        "grants": [{"text": g.text, "href": g.href, "selector": g.selector} for g in seen.grants],
        "licences": [
            {"spdx": licence.spdx, "href": licence.href, "where": licence.where, "text": licence.text,
             "in_article": licence.in_article, "selector": licence.selector}
            for licence in seen.licences
        ],
    }  # fmt: skip


def _around(seen: Article) -> dict[str, Any]:
    money = seen.commercial
    return {
        "links": [
            {"href": link.href, "text": link.text, "rel": list(link.rel), "visible": link.visible,
             "position": link.position.value, "selector": link.selector}
            for link in seen.links
        ],
        "images": [
            {"src": image.src, "caption": image.caption, "credit": image.credit, "alt": image.alt} for image in seen.images
        ],
        "embeds": [{"kind": embed.kind, "src": embed.src} for embed in seen.embeds],
        "relations": [{"kind": r.kind, "href": r.href, "name": r.name} for r in seen.relations],
        "commercial": {
            "level": money.level.value,
            "signals": [_signal(signal) for signal in money.signals],
            "hints": [_signal(signal) for signal in money.hints],
            "contrary": [_signal(signal) for signal in money.contrary],
        },
        "pixels": [
            {"kind": pixel.kind, "src": pixel.src, "article_id": pixel.article_id, "lazy": pixel.lazy}
            for pixel in seen.pixels
        ],
        "robots": {
            "noindex": seen.robots.noindex,
            "nofollow": seen.robots.nofollow,
            "noarchive": seen.robots.noarchive,
            "directives": list(seen.robots.directives),
        },
    }  # fmt: skip


def _signal(signal: Signal) -> dict[str, str]:
    return {
        "kind": signal.kind,
        "detail": signal.detail,
        "level": signal.level,
        "scope": signal.scope,
        "selector": signal.selector,
    }
