"""Who publishes this page and what the site calls itself."""

from __future__ import annotations

import re

from rights import urls
from rights.extract.dom import Document
from rights.extract.jsonld import href_of, types_of
from rights.extract.relations import ARTICLE_TYPES

_ORGANISATIONS = frozenset(("organization", "newsmediaorganization", "corporation", "ngo", "website", "blog", "brand"))
_COMMON = ("www", "com", "co", "org", "net", "blog", "news", "m", "amp")


def find_site_name(document: Document) -> str | None:
    """The site's name by Open Graph, application name or schema.org WebSite."""
    name = document.first_meta("og:site_name")
    if name is None:
        graph = document.jsonld
        name = next((t for node in graph.of_type("website") for t in graph.texts(node, "name")[:1]), None)
    if name is None:
        name = document.first_meta("application-name", "apple-mobile-web-app-title", "cre", "dc.publisher")
    return _name(name)


def find_publisher(document: Document, site_name: str | None, line_name: str | None) -> str | None:
    """The publisher of this page: schema.org, meta, the outlet of its dateline, else the site's name."""
    graph = document.jsonld
    for node in graph.nodes:
        if types_of(node) & ARTICLE_TYPES:
            for value in graph.texts(node, "publisher"):
                if _name(value):
                    return _name(value)
    meta = document.first_meta(
        "publisher", "article:publisher", "dc.publisher", "dcterms.publisher", "citation_publisher"
    )
    if meta and not meta.startswith(("http:", "https:", "//")):
        return _name(meta)
    return line_name or site_name


def own_names(document: Document, *known: str | None) -> tuple[str, ...]:
    """All names by which the page calls its own site, longest first."""
    names: dict[str, None] = dict.fromkeys(name for name in known if name)
    graph = document.jsonld
    own = urls.site(document.url)
    for node in graph.nodes:
        if types_of(node) & _ORGANISATIONS and "person" not in types_of(node):
            href = href_of(node)
            if own is None or href is None or urls.site(href) in (own, None):
                names.update(dict.fromkeys(text for text in graph.texts(node, "name")[:1] if len(text) < 80))
                names.update(dict.fromkeys(text for text in graph.texts(node, "alternateName")[:3] if len(text) < 80))
    if own:
        names[own] = None
        label = own.split(".")[0]
        if label not in _COMMON and not label[:1].isdigit():
            names[label] = None
    return tuple(sorted(names, key=len, reverse=True))


def _name(text: str | None) -> str | None:
    text = re.sub(r"\s+", " ", text or "").strip(" |-–—")
    return text if 1 < len(text) <= 120 else None
