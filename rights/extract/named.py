"""Sources that no visible text names: a canonical to another site, JSON-LD, a logo's alternative text, a script field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rights import urls
from rights.extract import regions
from rights.extract.credit_context import Own, read_own, same_name
from rights.extract.credit_names import clean_name, host_name
from rights.extract.credit_people import is_person
from rights.extract.dom import Document
from rights.extract.facts import Facts
from rights.extract.jsonld import href_of, text_of, types_of
from rights.extract.regions import region_of
from rights.extract.relations import ARTICLE_TYPES
from rights.model import Credit, Named
from rights.patterns import late

_PROPERTIES = (
    "isBasedOn",
    "isBasedOnUrl",
    "sourceOrganization",
    "provider",
    "translationOfWork",
    "copyrightHolder",
    "publisher",
    "author",
    "creator",
    "creditText",
)
_ORGANISATIONS = frozenset(("organization", "newsmediaorganization", "corporation", "ngo", "newsorganization"))
#: Endings of the field names, cheap to look for.
_FIELD_HINTS = ("source", "provider", "partner", "syndicator", "agency", "originator")
_SCRIPT_FIELD = late(
    r"""["']?\b(?:source_?name|source_?title|provider_?name|original_?source|syndication_?source|content_?source|content_?provider|content_?partner|source_?publisher|agency|news_?source"""
    r"""|partner_?name|syndicator|source_?site|source_?display_?name|originator)["']?\s*[:=]\s*["']([^"'\\<>{}\n]{2,60})["']""",
    re.IGNORECASE,
)
_LOGO = late(
    r"(?:^|[\s_-])(?:source|provider|partner|publisher|logo|brand|attribution|syndication|outlet)(?=$|[\s_-])",
    re.IGNORECASE,
)
_NO_SOURCE = late(
    r"(?:true|false|null|none|undefined|default|unknown|web|website|site|article|direct|google|facebook|twitter|youtube|instagram|api|rss|cms|wordpress|staff|editorial|internal|news|desktop|mobile"
    r"|organic|referral|page|other|n/a|search|logo|image|home|author|cookie\w*|gdpr|adsense|prebid|gpt|dfp|amp|chartbeat|comscore|https?:.*|/.*|\W.*|.*(?:\(|\)|;|\$|=|\?).*)$",
    re.IGNORECASE,
)
#: Characters of inline script that are searched in all, and sources that are listed.
_SCRIPT_LIMIT, _MOST = 400_000, 10


def find_named(document: Document, facts: Facts, credits: Iterable[Credit] = ()) -> tuple[Named, ...]:
    """The sources that only markup names; those that a credit names already, and this site itself, are left out."""
    own = read_own(document, facts)
    credited = [c for c in credits if c.visible]
    found: list[Named] = []
    for named in (*_canonical(document, facts), *_jsonld(document), *_logos(document, facts), *_scripts(document)):
        if _is_new(named, own, credited, found):
            found.append(named)
        if len(found) >= _MOST:
            break
    return tuple(found)


def _is_new(named: Named, own: Own, credited: list[Credit], found: list[Named]) -> bool:
    name = named.source_name
    if own.is_link(named.href) or (named.where != "canonical" and name is not None and own.is_name(name)):
        return False
    for credit in credited:
        if name and credit.source_name and same_name(name, credit.source_name):
            return False
        if named.where != "canonical" and named.href and urls.same_site(named.href, credit.href):
            return False
    return not any(
        other.where == named.where
        and (same_name(other.source_name or "", name or "") or (other.href and other.href == named.href))
        for other in found
    )


def _canonical(document: Document, facts: Facts) -> Iterator[Named]:
    """A canonical, Open Graph or original-source address on another site than the page's own."""
    page = urls.site(facts.url)
    if page is None:
        return
    declared = [facts.canonical, document.first_meta("original-source"), document.first_meta("syndication-source")]
    for href in dict.fromkeys(address for address in declared if address):
        if urls.is_web(href) and urls.site(href) != page:
            yield Named(source_name=_called(document, href) or host_name(href), href=href, where="canonical")


def _called(document: Document, href: str) -> str | None:
    """What the page's own links call a host."""
    label = re.sub(r"\W", "", (urls.site(href) or "").split(".")[0])
    for anchor in document.links[:2000]:
        text = anchor.text or anchor.alt
        if text and len(text) < 50 and re.sub(r"\W", "", text).lower() == label and urls.same_site(anchor.href, href):
            return text.strip()
    return None


def _jsonld(document: Document) -> Iterator[Named]:
    graph = document.jsonld
    for node in graph.of_type(*ARTICLE_TYPES):
        for key in _PROPERTIES:
            for value in graph.values(node, key):
                if key in ("author", "creator", "publisher", "provider", "copyrightHolder") and not (
                    isinstance(value, dict) and types_of(value) & _ORGANISATIONS
                ):
                    continue
                plain = isinstance(value, str) and not value.startswith(("http", "/"))
                href = None if plain else href_of(value)
                href = document.resolve(href) if href else None
                text = text_of(value)
                name = None if text is None or text.startswith("http") else clean_name(text)
                if key == "creditText" and (name is None or is_person(name)):
                    continue
                if name or urls.is_web(href):
                    yield Named(
                        source_name=name or host_name(href), href=href if urls.is_web(href) else None, where="jsonld"
                    )


def _logos(document: Document, facts: Facts) -> Iterator[Named]:
    """Images at the head of the article whose class calls them a source's, by their alternative text."""
    for image in document.tagged("img")[:300]:
        alt = re.sub(r"\s+", " ", image.get("alt") or "").strip()
        if not 2 <= len(alt) <= 50:
            continue
        around, marked, inside, href, steps = image, False, False, None, 0
        while around is not None and steps < 8:
            names = f"{around.get('class') or ''} {around.get('id') or ''}".strip()
            marked = marked or (steps < 4 and _LOGO.search(names) is not None)
            region = region_of(str(around.tag), around.get("role"), names) if isinstance(around.tag, str) else None
            if region in (regions.NAV, regions.FOOTER, regions.ASIDE, regions.RELATED, regions.AD, regions.SHARE):
                break
            inside = inside or region in (regions.ARTICLE, regions.BYLINE, regions.BODY)
            if around.tag == "a" and href is None:
                href = document.resolve(around.get("href") or "")
            if region == regions.BYLINE and urls.is_web(href) and not urls.same_site(href, facts.url):
                marked = True  # beside the author stands whose text this is
            around, steps = around.getparent(), steps + 1
        if not inside or not marked:
            continue
        name = clean_name(re.sub(r"(?i)\b(?:logo|icon|brand)\b( of| von| de)?", "", alt))
        if name and not _NO_SOURCE.match(name):
            yield Named(source_name=name, href=href if urls.is_web(href) else None, where="logo")


def _fields(text: str) -> Iterator[str]:
    """The values of fields that may name a source, looked at only around the words that such a field has in its name."""
    low = text.lower()
    seen = -1
    for hint in _FIELD_HINTS:
        at, tries = low.find(hint), 0
        while at >= 0 and tries < 200:
            start = max(0, at - 16)
            found = _SCRIPT_FIELD.search(text, start, at + 120)
            if found and found.start() != seen:
                seen = found.start()
                yield found.group(1)
            at, tries = low.find(hint, at + len(hint)), tries + 1


def _scripts(document: Document) -> Iterator[Named]:
    left = _SCRIPT_LIMIT
    for script in document.tagged("script"):
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if not text or "ld+json" in kind or left <= 0:
            continue
        text, left = text[:left], left - len(text)
        for value in _fields(text):
            name = clean_name(value)
            if name and not _NO_SOURCE.match(name) and (" " in name or name[:1].isupper()):
                yield Named(source_name=name, href=None, where="script")
