"""Display advertising on a page: slots and loaders of ad networks, own banners with a click counter, labels."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from rights import urls
from rights.extract import regions
from rights.extract.commercial_ad_tables import (
    AD_ADDRESS,
    AD_CALLS,
    AD_HOSTS,
    AD_LABEL,
    AD_META,
    AD_NAME,
    AD_TAGS,
    CLICK_COUNTER,
    NOT_AD_ADDRESS,
    NOT_AD_NAME,
    PIXEL,
    PRECONNECT,
    WEAK_AD_NAME,
)
from rights.extract.commercial_census import Census, Resource, domain_in, excerpt
from rights.model import Signal
from rights.patterns import late

KIND = "display_ads"
#: Literals, one of which stands in every name of a slot (a line break is the name's edge).
_NAME_HINTS = (
    "\nad-", "\nad_", "adnz", "wideboard", "maxiboard", "halfpage", "half-page", "page-ad", "\nads", "\nad1", "\nad2", "\nad3", "-ad-", "-ad\n", "-ads", "_ad_", "_ads", "_ad\n", "-ad_", "_ad-", "-ad1", "-ad2", "_ad1", "_ad2",
    "\nadv-", "\nadv_", "-adv-", "_adv_", "-adv\n", "\nadv1", "\nadv2", "advert", "adslot", "adunit", "adcontain", "adwrap", "adbox", "adzone", "adspace", "adholder",
    "adtile", "adbanner", "adlabel", "adblock", "adarea", "adsense", "adposition", "adplace", "adframe", "adrotate", "adthrive", "adinsert", "adfit", "adfox", "adocean",
    "adition", "adhese", "ad-stick", "adstick", "adsby", "advads", "advanced-ads", "google-ad", "googlead", "google_ad", "werb", "anzeige", "publi", "\npub-", "\npub_", "-pub-",
    "-pub\n", "_pub", "-pub", "reklam", "\nrekl", "taboola", "tbl-", "trc_rel", "outbrain", "ob-widget", "ob_what", "plista", "mgid", "scriptroot", "rc-widget", "revcon", "zergnet", "mediavine",
    "mv-ad", "ezoic", "\nez-", "htlad", "htl-ad", "fs-ad", "freestar", "nitropay", "\nnn_", "monumetric", "teads", "carbonads", "carbon-ads", "\nbsa", "quads", "superbanner", "skyscraper",
    "rectangle", "billboard", "wpcnt", "wpa-", "wordads", "atatags", "about-these", "robapag", "kakao_ad", "sklik", "yieldlove", "iqad", "iqdcon", "sdgslot", "sdg-ad", "sdg-slot", "sdgad", "gujad",
    "leaderboard", "gpt-ad", "dfp", "gpt-", "gpt_", "g-single", "ai-view", "aiview", "ai_widget", "banner-ad", "bannerad", "banner_ad", "content-ad", "contentad", "banniere", "annonce", "yandex_", "oms_gpt",
    "pubblic", "box-adv", "mpu", "ado-", "topad", "sidead", "sidebarad", "inlinead", "articlead", "headerad", "footerad", "bottomad", "rightad", "leftad",
)  # fmt: skip
_CLICK_HINTS = (
    "click",
    "klick",
    "bannerclk",
    "banner/",
    "banner_",
    "bannerid",
    "redirect",
    "redir",
    "ck.php",
    "adid=",
    "ad_id=",
    "oaparams",
    "zoneid=",
    "aclk?",
    "adview?",
    "/ads/",
    "/ad/",
    "werbung/",
    "anzeige",
    "banner",
)
_NO_SLOTS = frozenset(("body", "html", "script", "style", "a", "li", "input", "link", "meta", "button", "form"))
_CALLS = tuple((literal, late(pattern) if pattern else None) for literal, pattern in AD_CALLS)


def find_ads(census: Census) -> tuple[list[Signal], list[Signal]]:
    """Proof of display advertising (C2, or C3 inside the article), and hints that are no proof (C1)."""
    proof: list[Signal] = []
    for search in (_loaded, _slots, _labels, _banners, _declared, _called):
        if proof and search in (_banners, _declared, _called):
            break
        for detail, element in search(census):
            inside = search is not _called and element is not None and census.in_article(element)
            proof.append(census.signal(KIND, detail, "C3" if inside else "C2", element))
    if proof:
        return proof, []
    return [], [census.signal("ad_tech", detail, "C1", element) for detail, element in _traces(census)]


def _loaded(census: Census) -> Iterator[tuple[str, HtmlElement]]:
    """Scripts, frames and banners of ad networks and ad servers, each domain once."""
    seen: set[str] = set()
    for resource in census.resources:
        name = ad_resource(resource)
        if name and name not in seen:
            seen.add(name)
            yield f"{resource.tag} {resource.url[:160]}", resource.element
            if len(seen) >= 5:
                return


def ad_resource(resource: Resource) -> str | None:
    """The ad domain (or the shape of address) that makes a resource an ad's, or None; pixels are none."""
    if resource.tiny and resource.tag == "img":
        return None
    name = domain_in(resource.host, AD_HOSTS)
    if name is None:
        if resource.tag == "img":
            return None
        shape = AD_ADDRESS.search(resource.url)
        if not shape or NOT_AD_ADDRESS.search(resource.url):
            return None
        name = shape.group()
    if PIXEL.search(resource.url):
        return None
    return name


def _declared(census: Census) -> Iterator[tuple[str, HtmlElement | None]]:
    """Elements made for ads, meta tags that name a unit, and connections opened in advance."""
    element = next(census.document.root.iter(*AD_TAGS), None)
    if element is not None:
        yield f"<{element.tag}>", element
        return
    for name in AD_META:
        if name in census.document.meta:
            yield f"meta {name} {census.document.meta[name][0]}", None
            return
    for link in census.document.tagged("link"):
        if (link.get("rel") or "").lower() in ("preconnect", "dns-prefetch", "preload", "prefetch"):
            host = urls.host(
                (link.get("href") or "").replace("//", "https://", 1)
                if (link.get("href") or "").startswith("//")
                else link.get("href")
            )
            if host in PRECONNECT:
                yield f"connects in advance to {host}", link
                return


def _called(census: Census) -> Iterator[tuple[str, HtmlElement | None]]:
    """Calls of ad scripts in inline code."""
    count = 0
    for literal, pattern in _CALLS:
        found = census.called(literal, pattern)
        if found:
            yield f"script: {found[0]}", found[1]
            count += 1
            if count >= 4:
                return


def _slots(census: Census) -> Iterator[tuple[str, HtmlElement]]:
    """Elements whose class or id names an ad slot."""
    count = 0
    for name in census.names_with(_NAME_HINTS):
        if not _names_slot(name):
            continue
        element = census.named(name)
        if element is None or (element.tag in _NO_SLOTS and not name.startswith("google")):
            continue
        yield f"<{element.tag}> named {name}", element
        count += 1
        if count >= 2:
            return


@lru_cache(maxsize=65536)
def _names_slot(name: str) -> bool:
    return (
        3 <= len(name) <= 80
        and AD_NAME.match(name) is not None
        and not WEAK_AD_NAME.match(name)
        and not NOT_AD_NAME.search(name)
    )


def _banners(census: Census) -> Iterator[tuple[str, HtmlElement]]:
    """Own banners: a linked image whose address counts the click."""
    for link in census.links_with(_CLICK_HINTS, frozenset()):
        if CLICK_COUNTER.search(link.href) and link.anchor.element.find(".//img") is not None:
            yield f"banner with click counter: {link.href[:120]}", link.anchor.element
            return


def _labels(census: Census) -> Iterator[tuple[str, HtmlElement]]:
    """A line that says no more than "advertisement", where it is no link, tag or menu item."""
    for block in census.lines:
        if len(block.text) > 60 or not AD_LABEL.match(block.text):
            continue
        if (
            block.anchors
            or block.within(regions.NAV, regions.FOOTER, regions.CONSENT)
            or block.tag in ("li", "option", "h1", "h2", "title", "dt", "th")
        ):
            continue
        if any(
            around.tag in ("a", "li", "nav", "select", "button", "label")
            for around in (block.element, *list(block.element.iterancestors())[:4])
        ):
            continue
        yield f"label: {block.text}", block.element
        return


_TRACES = late(
    r"fundingchoicesmessages|adsafeprotected|moatads|doubleverify|meetrics|nuggad|adblock ?(?:detected|erkannt|détecté)|blockadblock|getadmiral"
)


def _traces(census: Census) -> Iterator[tuple[str, HtmlElement | None]]:
    for resource in census.resources:
        found = _TRACES.search(resource.url)
        if found:
            yield f"{resource.tag} {resource.url[:120]}", resource.element
            return
    found = _TRACES.search(census.code)
    if found:
        yield f"script: {excerpt(census.code, *found.span(), 30)}", None
    for content in census.document.meta.get("google-adsense-account", ()):
        yield f"meta google-adsense-account {content}", None
