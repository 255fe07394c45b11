"""Paid or registered access: markup, vendors, names, settings in scripts, and what the page tells its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from rights import urls
from rights.errors import InputError
from rights.extract.blocks import TextBlock
from rights.extract.commercial_census import Census, domain_in
from rights.extract.commercial_paywall_tables import (
    CODE,
    HARD_PATH,
    HARD_VENDORS,
    NAME,
    NAME_HINTS,
    NOT_NAME,
    SECTION_PATH,
    SECTION_TEXT,
    SOFT_PATH,
    SOFT_VENDORS,
    TOLD,
)
from rights.extract.container import within
from rights.extract.jsonld import Node, href_of, property_of
from rights.model import Signal

KIND = "paywall"
_FALSE = frozenset(["false", "http://schema.org/false", "https://schema.org/false", "no", "0"])
#: Words of main text below which a notice stands over an article that was not given away.
_TEASER = 200
_NO_NAMES = frozenset(["body", "html", "script", "link", "meta", "symbol", "path", "g", "svg"])


def find_paywall(census: Census, subscriptions: bool) -> tuple[list[Signal], list[Signal]]:
    """Proof that access is sold or asked for, and hints of it.

    Proof: markup, a notice, a vendor of paid access, a name on an element that says something.  What also serves
    newsletters and voluntary memberships is proof only where ``subscriptions`` are offered or two such things meet.
    C3 where markup or a notice stands over this article, else C2.
    """
    hard = [*_markup(census), *_vendors(census, HARD_VENDORS, HARD_PATH)] or list(_sentences(census))
    soft: list[list[Signal]] = []
    for name, element in _named(census):
        told = bool("".join(element.itertext()).strip())
        level = "C3" if told and _over(census, element) else "C2"
        signal = census.signal(KIND, f"<{element.tag}> named {name}", level, element)
        if told:
            hard.append(signal)
        else:
            soft.append([signal])
    if hard:
        return hard, []
    for search in (_soft_vendors, _code, _sections, _tiers):
        soft.append(list(search(census)))
    soft = [signals for signals in soft if signals]
    found = [signal for signals in soft for signal in signals]
    if len(soft) >= 2 or (soft and subscriptions):
        return found, []
    return [], [census.signal(KIND, signal.detail, "C1", scope="site") for signal in found[:1]]


def _markup(census: Census) -> Iterator[Signal]:
    """schema.org isAccessibleForFree and the tiers of article:content_tier that are not free."""
    graph = census.document.jsonld
    for node in graph.nodes:
        if not any(key.endswith("isAccessibleForFree") for key in node):
            continue
        if str(property_of(node, "isAccessibleForFree")).strip().lower() not in _FALSE:
            continue
        if _of_another_page(census, node):
            continue
        parts = [part for part in graph.values(node, "hasPart") if isinstance(part, dict)]
        selectors = [css for part in (node, *parts) for css in graph.texts(part, "cssSelector")]
        covering = next((element for css in selectors for element in _covered(census, css)), None)
        detail = "isAccessibleForFree false" + (f" over {', '.join(selectors)[:80]}" if selectors else "")
        yield census.signal(KIND, detail, "C3" if covering is not None or not selectors else "C2", covering)
        break
    if "isAccessibleForFree" in census.document.source:
        for element in census.document.root.xpath("//*[@itemprop='isAccessibleForFree']"):
            if (element.get("content") or element.get("href") or element.text or "").strip().lower() in _FALSE:
                yield census.signal(KIND, "itemprop isAccessibleForFree false", "C3", element)
                break
    for tier in _tier(census):
        if tier.lower() in ("metered", "locked", "paid", "premium"):
            yield census.signal(KIND, f"meta content_tier {tier}", "C2" if tier.lower() == "metered" else "C3")


def _of_another_page(census: Census, node: Node) -> bool:
    """True for the node of an article that this page only lists: its headline or its address is not this page's."""
    graph, document = census.document.jsonld, census.document
    titles = [element.text_content() for element in document.tagged("title", "h1")]
    here = " ".join(" ".join((*titles, *document.meta.get("og:title", ()))).casefold().split())
    for headline in graph.texts(node, "headline")[:1]:
        words = " ".join(headline.casefold().split())
        if here and words[:60] not in here:
            return True
    own = document.page.final_url or document.page.url
    for value in (*graph.values(node, "url"), *graph.values(node, "mainEntityOfPage")):
        href = href_of(value)
        if own and href and urls.is_web(href) and not urls.is_home(href):
            return not urls.same_page(href, own)
    return False


def _tier(census: Census) -> tuple[str, ...]:
    meta = census.document.meta
    return (*meta.get("article:content_tier", ()), *meta.get("content_tier", ()), *meta.get("content-tier", ()))


def _tiers(census: Census) -> Iterator[Signal]:
    """A free tier: where stories have tiers, some are sold."""
    for tier in _tier(census)[:1]:
        yield census.signal(KIND, f"meta content_tier {tier}", "C2", scope="site")


def _covered(census: Census, css: str) -> list[HtmlElement]:
    """The elements of the declared selector that hold the article or lie in it."""
    try:
        elements = census.document.selected(css[:200])
    except InputError:
        return []
    return [element for element in elements[:20] if _over(census, element)]


def _over(census: Census, element: HtmlElement) -> bool:
    container = census.container
    if census.in_article(element):
        return True
    return container is not None and container.tag != "body" and within(container, element)


def _vendors(census: Census, hosts: frozenset[str], path: re.Pattern[str]) -> Iterator[Signal]:
    for resource in census.resources:
        if resource.tag in ("script", "iframe") and (domain_in(resource.host, hosts) or path.search(resource.url)):
            yield census.signal(KIND, f"{resource.tag} {resource.url[:160]}", "C2", resource.element)
            return


def _soft_vendors(census: Census) -> Iterator[Signal]:
    return _vendors(census, SOFT_VENDORS, SOFT_PATH)


def _code(census: Census) -> Iterator[Signal]:
    for literal, pattern in CODE:
        found = census.called(literal, pattern)
        if found:
            yield census.signal(KIND, f"script: {found[0]}", "C2", found[1])
            return


def _named(census: Census) -> Iterator[tuple[str, HtmlElement]]:
    count = 0
    for name in census.names_with(NAME_HINTS):
        if 5 <= len(name) <= 60 and NAME.match(name) and not NOT_NAME.search(name):
            element = census.named(name)
            if element is None or element.tag in _NO_NAMES:
                continue
            yield name, element
            count += 1
            if count >= 2:
                return


def _sections(census: Census) -> Iterator[Signal]:
    for link in census.links_with(("plus", "premium", "abonnes", "subscriber", "exklusiv"), frozenset()):
        if census.owns(link.host) and SECTION_TEXT.match(link.text) and SECTION_PATH.search(link.path):
            yield census.signal(KIND, f"section {link.text}: {link.href[:120]}", "C2", link.anchor.element, "site")
            return


def _is_told(census: Census, block: TextBlock) -> bool:
    """True for the prose of an article that goes on: what it says of subscribers is its story."""
    main = census.document.main
    return main is not None and block.in_main and block.index < main.last - 3 and census.main_words >= _TEASER


def _sentences(census: Census) -> Iterator[Signal]:
    for needles, pattern in TOLD:
        found = census.says(pattern, needles, unless=lambda block: _is_told(census, block))
        if found:
            block, said = found
            over = census.in_article(block.element) or census.main_words < _TEASER
            yield census.signal(KIND, f"says: {said}", "C3" if over else "C2", block.element)
            return
