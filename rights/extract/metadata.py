"""All that a page says about itself, arbitrated into one `Facts`."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from rights import urls
from rights.extract.authors import find_authors
from rights.extract.dateline import find_dateline
from rights.extract.dates import find_dates
from rights.extract.dom import Document
from rights.extract.facts import Facts
from rights.extract.language import choose_language, primary_tag
from rights.extract.site_names import find_publisher, find_site_name, own_names
from rights.extract.titles import find_title


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known before the main text: the title, the block that shows it, and the names of the site."""

    title: str | None
    block: int | None
    site_name: str | None
    publisher: str | None
    names: tuple[str, ...]


def find_heading(document: Document) -> Heading:
    """The title and the site's names."""
    site_name = find_site_name(document)
    publisher = find_publisher(document, site_name, None)
    names = own_names(document, site_name, publisher)
    title, block = find_title(document, names)
    return Heading(title, block, site_name, publisher, names)


def read_facts(document: Document, heading: Heading | None = None) -> Facts:
    """Title, authors, dates, language and names; needs `Document.main` (run `main_text.choose` before)."""
    heading = heading or find_heading(document)
    site_name, publisher, names = heading.site_name, heading.publisher, heading.names
    title, title_block = heading.title, heading.block
    dateline = find_dateline(document, title_block)
    found = find_authors(document, names, title_block)
    authors, byline_blocks = found.names, found.blocks
    published, modified = find_dates(document, dateline.day if dateline else None)
    if dateline is not None:
        byline_blocks |= {dateline.block}
        if publisher is None and dateline.outlet and dateline.outlet not in authors:
            publisher = dateline.outlet
            names = own_names(document, site_name, publisher)
    canonical, where = find_canonical(document)
    text = "\n".join(block.text for block in document.blocks if block.in_main)
    return Facts(
        url=document.url,
        title=title,
        title_block=title_block,
        authors=authors,
        byline=found.byline,
        byline_blocks=byline_blocks,
        published=published,
        modified=modified,
        language=choose_language(_declared_language(document), text),
        publisher=publisher,
        site_name=site_name,
        canonical=canonical,
        canonical_in=where,
        own_names=names,
    )


def find_canonical(document: Document) -> tuple[str | None, str | None]:
    """The canonical address and where it stands: the first in the head, else the first in the body."""
    in_body: str | None = None
    for element in document.tagged("link"):
        if "canonical" not in (element.get("rel") or "").lower().split():
            continue
        href = document.resolve(element.get("href") or "")
        if urls.is_dead(href):
            continue
        if _in_head(element):
            return href, "head"
        in_body = in_body or href
    return (in_body, "body") if in_body else (None, None)


def _in_head(element: HtmlElement) -> bool:
    around = element.getparent()
    while around is not None:
        if around.tag == "head":
            return True
        around = around.getparent()
    return False


def _declared_language(document: Document) -> str | None:
    root = document.root
    graph = document.jsonld
    candidates = [root.get("lang"), root.get("xml:lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang")]
    candidates += [document.first_meta("content-language", "dc.language", "dcterms.language", "language")]
    candidates += [document.first_meta("og:locale"), document.body.get("lang")]
    candidates += [text for node in graph.nodes for text in graph.texts(node, "inLanguage")[:1]]
    candidates += [document.page.headers.get("content-language")]
    return next((tag for tag in map(primary_tag, candidates) if tag), None)
