"""Licence labels on a page: links and badges, rel=license, JSON-LD, meta tags, feeds, RSL, TDMRep, plain wording."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from rights import urls
from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.creative_commons import HINTS, CreativeCommons, by_address, by_wording
from rights.extract.dom import Document
from rights.extract.jsonld import href_of, text_of, types_of
from rights.extract.relations import ARTICLE_TYPES
from rights.extract.rsl import parse_rsl
from rights.extract.tdmrep import covers, reservation
from rights.model import Licence
from rights.patterns import late

_META = (
    "dc.rights",
    "dcterms.rights",
    "dcterms.license",
    "dc.rights.license",
    "license",
    "licence",
    "cc:license",
    "rights",
)
_FEED_TAGS = ("rights", "dc:rights", "cc:license", "creativecommons:license", "atom:rights", "dcterms:license")
_OUTSIDE = (regions.FOOTER, regions.NAV, regions.ASIDE, regions.COMMENTS, regions.RELATED, regions.HEADER)
_IMAGE = (regions.CAPTION, regions.FIGURE)
_IMAGE_WORD = late(
    r"\b(?:photos?|fotos?|images?|bild(?:er)?|pictures?|imagen|immagine|imagem|afbeelding|zdjęcie|grafik|illustration|flickr|wikimedia|unsplash"
    r"|pixabay|video)\b",
    re.IGNORECASE,
)
_IMAGE_TYPES = frozenset(("imageobject", "videoobject", "audioobject", "dataset", "softwareapplication", "photograph"))
#: Licences outside the family, by address or wording: identifier and pattern.
_OTHERS: tuple[tuple[str | None, str, re.Pattern[str]], ...] = tuple(
    (spdx, label, late(pattern, re.IGNORECASE))
    for spdx, label, pattern in (
        ("GFDL-1.3-or-later", "GFDL", r"gnu\.org/(?:copyleft|licenses)/fdl|\bGNU Free Documentation Licen[sc]e"),
        ("OGL-UK-3.0", "OGL 3.0", r"open-government-licence/version/3|Open Government Licen[sc]e v?3\.0"),
        ("OGL-UK-2.0", "OGL 2.0", r"open-government-licence/version/2|Open Government Licen[sc]e v?2\.0"),
        ("FAL-1.3", "FAL", r"artlibre\.org/licen[cs]e|\bLicence Art Libre\b|\bFree Art Licen[sc]e\b"),
        ("etalab-2.0", "etalab 2.0", r"etalab\.gouv\.fr/licence-ouverte"),
        ("DL-DE-BY-2.0", "dl-de/by-2-0", r"govdata\.de/dl-de/by-2-0|\bdl-de/by-2-0\b"),
    )
)  # fmt: skip
#: How markup inside the page says what a link's target is, and what stands in the source of every page that does.
_MARKED = "//*[@itemprop='license' or @property='license' or @property='cc:license' or @property='dct:license']"
_MARKS = tuple(
    f"{name}={quote}{value}{quote}"
    for name, values in (("itemprop", ("license",)), ("property", ("license", "cc:license", "dct:license")))
    for value in values
    for quote in ('"', "'", "")
)
_RDF = late(r"<(?:cc:)?license\s+rdf:resource=[\"']([^\"']{10,200})[\"']", re.IGNORECASE)
_LINK_HEADER = late(r"<([^<>]{1,500})>([^<>]{0,200})")
#: What the family is called where not in English.
_LOCAL = late("知识共享|知識共享|创作共用|創用|コモンズ|커먼즈|المشاع|קומונס|коммонс")
_LIMIT = 60


def find_licences(document: Document) -> tuple[Licence, ...]:
    """Every licence label of the page, each address or label once a place; ``of`` tells the image's from the page's.

    ``text`` begins with the label of the family and version (``CC BY-SA 3.0 FR``) where there is one, also where SPDX
    has no identifier for it.
    """
    found: dict[tuple[str, str, str], Licence] = {}
    for licence in (
        *_from_links(document), *_from_images(document), *_from_jsonld(document), *_from_meta(document),
        *_from_feed(document), *_from_rsl(document), *_from_tdmrep(document), *_from_wording(document),
    ):  # fmt: skip
        name = licence.spdx or licence.href or (licence.text or "")[:60]
        key = (name, licence.where, licence.of)
        known = found.get(key)
        if known is None or (licence.in_article and not known.in_article):
            found[key] = licence
    return tuple(found.values())[:_LIMIT]


def identify(text: str) -> tuple[str | None, str | None]:
    """The SPDX identifier and the label of the licence that an address or a wording names."""
    family = by_address(text) or (by_wording(text) if any(hint in text.lower() for hint in HINTS) else None)
    if family:
        return family.spdx, family.label
    for spdx, label, pattern in _OTHERS:
        if pattern.search(text):
            return spdx, label
    return None, None


def _from_links(document: Document) -> list[Licence]:
    found: list[Licence] = []
    for anchor in document.links:
        marked = "license" in anchor.rel or "licence" in anchor.rel
        spdx, label = identify(anchor.href) if marked or _promising(anchor.href) else (None, None)
        if label or (marked and not anchor.href.startswith("#")):
            if label is None:
                spdx, label = identify(anchor.text)
            licence = _at(document, anchor.element, anchor.block)
            text = label or anchor.text or anchor.alt or None
            found.append(replace(licence, spdx=spdx, href=anchor.href, where="rel" if marked else "link", text=text))
    for element in document.tagged("link"):
        rel = (element.get("rel") or "").lower().split()
        if "license" in rel and "rsl" not in (element.get("type") or "").lower() and element.get("href"):
            href = document.resolve(element.get("href"))
            spdx, label = identify(href)
            found.append(Licence(spdx=spdx, href=href, where="rel", text=label, selector=document.selector(element)))
    return found


def _promising(href: str) -> bool:
    return "creativecommons" in href or "licen" in href or "gnu.org" in href or "dl-de" in href


def _from_images(document: Document) -> list[Licence]:
    """Badges that are not linked: an image of the family's buttons stands for its licence."""
    found = []
    if "licensebuttons.net" in document.source or "creativecommons.org/l/" in document.source:
        for image in document.tagged("img"):
            family = by_address(image.get("src") or image.get("data-src") or "")
            if family and not any(around.tag == "a" for around in image.iterancestors()):
                found.append(replace(_at(document, image, None), spdx=family.spdx, where="link", text=family.label))
    return found


def _from_jsonld(document: Document) -> list[Licence]:
    found = []
    graph = document.jsonld
    for node in graph.nodes:
        kinds = types_of(node)
        of = "article" if kinds & ARTICLE_TYPES else "image" if kinds & _IMAGE_TYPES else None
        if of is None:
            continue
        for value in graph.values(node, "license"):
            href, name = href_of(value), text_of(value)
            spdx, label = identify(href or name or "")
            if href or name:
                address = href if href and "/" in href else None
                found.append(Licence(spdx=spdx, href=address, where="jsonld", text=label or name, of=of))
    marked = _holds_mark(document.source)
    for element in document.root.xpath(_MARKED) if marked else ():
        href = element.get("href") or element.get("content") or element.get("resource")
        spdx, label = identify(href or "")
        if href and element.tag != "meta":
            found.append(
                replace(_at(document, element, None), spdx=spdx, href=document.resolve(href), where="rel", text=label)
            )
    return found


def _holds_mark(source: str) -> bool:
    """True where one of `_MARKS` stands in the source; all of them hold this word."""
    at = source.find("license")
    while at >= 0:
        near = source[max(0, at - 14) : at + 8]
        if any(mark in near for mark in _MARKS):
            return True
        at = source.find("license", at + 7)
    return False


def _from_meta(document: Document) -> list[Licence]:
    found = []
    for name in _META:
        for content in document.meta.get(name, ()):
            spdx, label = identify(content)
            address = content if content.startswith(("http://", "https://", "//")) and " " not in content else None
            if label or address:
                found.append(Licence(spdx=spdx, href=address, where="meta", text=label or content[:300]))
    for content in document.meta.get("copyright", ()):  # an address there may be anything
        spdx, label = identify(content)
        if label:
            found.append(Licence(spdx=spdx, href=None, where="meta", text=label))
    if "rdf:resource" in document.source:
        for comment in document.tagged(etree.Comment):
            for match in _RDF.finditer((comment.text or "")[:20_000]):
                spdx, label = identify(match.group(1))
                found.append(Licence(spdx=spdx, href=match.group(1), where="meta", text=label))
    return found


def _from_feed(document: Document) -> list[Licence]:
    """The rights of a feed or of an entry that came instead of a page, or stands in one."""
    found = []
    for element in document.tagged(*_FEED_TAGS):
        content = "".join(element.itertext()).strip() or element.get("rdf:resource") or element.get("href") or ""
        if content:
            spdx, label = identify(content)
            if label is None:
                family = _atom_wording(content)
                spdx, label = (family.spdx, family.label) if family else (None, content[:300])
            address = content if content.startswith("http") and " " not in content else None
            found.append(
                Licence(spdx=spdx, href=address, where="atom", text=label, selector=document.selector(element))
            )
    return found


def _atom_wording(text: str) -> CreativeCommons | None:
    return by_wording(re.sub(r"[–—]", "-", text))


def _from_rsl(document: Document) -> list[Licence]:
    found = []
    for element in document.tagged("script", "link") if "rsl+xml" in document.source else ():
        if "rsl+xml" not in (element.get("type") or "").lower():
            continue
        selector = document.selector(element)
        if element.tag == "link" and element.get("href"):
            href = document.resolve(element.get("href"))
            found.append(Licence(spdx=None, href=href, where="rsl", text="RSL", selector=selector))
        for licence in parse_rsl(element.text or "") if element.tag == "script" else ():
            if not _covers(licence.url, document.page.final_url or document.page.url):
                continue
            spdx = next((s for s, _ in map(identify, licence.standards) if s), None)
            standard = next((s for s in licence.standards if s.startswith("http")), licence.terms)
            found.append(Licence(spdx=spdx, href=standard, where="rsl", text=licence.summary, selector=selector))
    for match in _LINK_HEADER.finditer(document.page.headers.get("link", "")[:10_000]):
        parameters = match.group(2).lower()
        if re.search(r"rel=\"?[^\";]*\blicense\b", parameters):
            rsl = "rsl+xml" in parameters
            spdx, label = identify(match.group(1))
            href = document.resolve(match.group(1))
            found.append(Licence(spdx=spdx, href=href, where="rsl" if rsl else "rel", text="RSL" if rsl else label))
    return found


def _covers(place: str, address: str | None) -> bool:
    """True when an RSL ``content`` is about the page; without an address only the whole site is known to be."""
    if not place or place == "/":
        return True
    if address is None or (urls.is_web(place) and not urls.same_site(place, address)):
        return False
    parts, asked = urlsplit(place) if urls.is_web(place) else None, urlsplit(address)
    pattern = place if parts is None else (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return covers(pattern, (asked.path or "/") + (f"?{asked.query}" if asked.query else ""))


def _from_tdmrep(document: Document) -> list[Licence]:
    told = reservation(document.meta, document.page.headers)
    if told.reserved is None:
        return []
    href = document.resolve(told.policy) if told.policy else None
    return [Licence(spdx=None, href=href, where="tdmrep", text=f"tdm-reservation: {int(told.reserved)} ({told.where})")]


def _from_wording(document: Document) -> list[Licence]:
    found: list[Licence] = []
    if document.tagged(*_FEED_TAGS):
        return found
    for block in document.blocks:
        text = block.text
        english = "CC" in text or "Commons" in text or "commons" in text or "COMMONS" in text
        if not english and (text.isascii() or not _LOCAL.search(text)):
            continue
        if len(text) > 4_000 or block.hidden_by:
            continue
        lowered = text.lower()
        if not any(hint in lowered for hint in HINTS):
            continue
        family = by_wording(text)
        if family and not any(by_address(anchor.href) for anchor in block.anchors):
            licence = _at(document, block.element, block)
            found.append(replace(licence, spdx=family.spdx, where="text", text=family.label))
    return found


def _at(document: Document, element: HtmlElement, block: TextBlock | None) -> Licence:
    """A licence that has only its place yet: whose it is, in the article or not, and the selector."""
    of, inside = "site", False
    said = block.text[:400] if block is not None else None
    if block is not None:
        inside = block.in_main or (not block.within(*_OUTSIDE) and block.within(regions.ARTICLE, regions.BODY))
        of = "article" if inside else "site"
        if block.within(*_IMAGE) or (len(block.text) < 300 and _IMAGE_WORD.search(block.text)):
            of = "image"
    else:
        tags = {around.tag for around in element.iterancestors()}
        inside = "article" in tags and not tags & {"footer", "nav", "aside"}
        of = "image" if "figure" in tags else "article" if inside else "site"
    return Licence(
        spdx=None, href=None, where="link", in_article=inside, selector=document.selector(element), of=of, said=said
    )
