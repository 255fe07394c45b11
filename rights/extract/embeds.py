"""Frames, players and embedded posts of a page; not its ads, consent tools and hidden frames."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from rights import urls
from rights.extract.dom import Document
from rights.model import Embed
from rights.patterns import late

_VIDEO = late(
    r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|rumble\.com|odysee\.com|bitchute\.com|twitch\.tv|brightcove\.(?:net|com)"
    r"|jwplayer\.com|jwplatform\.com|wistia\.(?:net|com)|kaltura\.com|streamable\.com|ted\.com|rutube\.ru|vk\.com|bilibili\.com|nicovideo\.jp|glomex\.com"
    r"|ultimedia\.com|c-span\.org|ok\.ru|tiktok\.com|peertube\.[a-z.]+|videopress\.com|dtube\.[a-z]+|3speak\.tv)$"
)
_AUDIO = late(
    r"(?:^|\.)(?:soundcloud\.com|spotify\.com|podigee\.(?:io|com)|podbean\.com|anchor\.fm|libsyn\.com|buzzsprout\.com|simplecast\.com|megaphone\.fm|acast\.com"
    r"|audioboom\.com|spreaker\.com|mixcloud\.com|bandcamp\.com|podcasts\.apple\.com|transistor\.fm|omny\.fm|omnycontent\.com|captivate\.fm|art19\.com|ivoox\.com"
    r"|deezer\.com|blubrry\.com|npr\.org)$"
)
_POST = late(r"(?:^|\.)(?:twitter\.com|x\.com|facebook\.com|instagram\.com|reddit\.com|redditmedia\.com|t\.me|telegram\.org|linkedin\.com|threads\.net|bsky\.app|pinterest\.com)$")  # fmt: skip
_NOT_CONTENT = late(
    r"googletagmanager\.com|doubleclick\.net|googlesyndication|google\.com/recaptcha|recaptcha\.net|hcaptcha\.com|challenges\.cloudflare|consent|cookie-?(?:bot|law|notice|policy)|"
    r"amazon-adsystem|adnxs|taboola|outbrain|criteo|/ads?[/.?]|adserver|facebook\.com/(?:tr|plugins/(?:like|share|page))|platform\.twitter\.com/widgets/(?:tweet|follow)_button"
    r"|accounts\.google|about:blank|stripe\.(?:com|network)|addthis|sharethis",
    re.IGNORECASE,
)
_QUOTED_POSTS = late(r"\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|reddit-embed-bq|bluesky-embed|mastodon-embed|text-post-media)\b")  # fmt: skip
_FRAME_TAGS = ("iframe", "frame", "embed", "object", "video", "audio", "blockquote", "div", "amp-youtube", "amp-vimeo", "amp-twitter", "amp-iframe",
               "amp-instagram", "amp-facebook", "amp-video", "amp-audio", "amp-brightcove", "amp-soundcloud", "amp-dailymotion", "lite-youtube")  # fmt: skip
_LAZY = (
    "data-src",
    "data-lazy-src",
    "data-url",
    "data-iframe-src",
    "data-litespeed-src",
    "data-cmp-src",
    "data-cookieblock-src",
    "data-borlabs-cookie-iframe-src",
)
_AMP_KINDS = {"youtube": "video", "vimeo": "video", "video": "video", "brightcove": "video", "dailymotion": "video", "twitter": "post",
              "instagram": "post", "facebook": "post", "audio": "audio", "soundcloud": "audio", "iframe": "iframe"}  # fmt: skip
_LIMIT = 100


def find_embeds(document: Document) -> tuple[Embed, ...]:
    """The embedded content of the page in document order, each address once, lazy-loaded forms included.

    ``kind`` is video, audio or post by the player's host, else iframe (or object for plug-ins).
    """
    found: dict[tuple[str, str], Embed] = {}
    for element in document.body.iter(*_FRAME_TAGS):
        named = _embed(document, element)
        if named is None:
            continue
        kind, src = named
        if (kind, src) not in found:
            found[kind, src] = Embed(kind=kind, src=src, selector=document.selector(element))
        if len(found) >= _LIMIT:
            break
    return tuple(found.values())


def _embed(document: Document, element: HtmlElement) -> tuple[str, str] | None:
    tag = str(element.tag)
    if tag in ("iframe", "frame", "embed", "object"):
        src = _address(element, "src" if tag != "object" else "data")
        if not src or _tiny(element) or _NOT_CONTENT.search(src):
            return None
        src = document.resolve(src)
        return _kind_of(src, "object" if tag in ("embed", "object") else "iframe"), src
    if tag in ("video", "audio"):
        src = _address(element, "src")
        if not src:
            inner = element.find(".//source")
            src = _address(inner, "src") if inner is not None else None
        return (tag, document.resolve(src)) if src else None
    if tag == "blockquote":
        return _quoted(document, element) if _QUOTED_POSTS.search(element.get("class") or "") else None
    if tag == "div":
        names = element.get("class") or ""
        href = element.get("data-href") if "fb-post" in names or "fb-video" in names else None
        if href:
            return "post", document.resolve(href)
        player = element.get("data-oembed-url")
        return (_kind_of(player, "iframe"), player) if urls.is_web(player) and player else None
    identity = (
        element.get("data-videoid")
        or element.get("videoid")
        or element.get("data-tweetid")
        or element.get("data-shortcode")
    )
    src = _address(element, "src") or element.get("data-href") or (f"{tag}:{identity}" if identity else None)
    return (
        (
            _AMP_KINDS.get(tag.split("-")[-1], "iframe"),
            document.resolve(src) if ":" not in src[:20] or "//" in src else src,
        )
        if src
        else None
    )


def _quoted(document: Document, element: HtmlElement) -> tuple[str, str] | None:
    permalink = element.get("data-instgrm-permalink") or element.get("cite") or element.get("data-bluesky-uri")
    if not permalink:
        links = [a.get("href") for a in element.iter("a") if "/status/" in (a.get("href") or "")] or [
            a.get("href") for a in element.iter("a") if a.get("href")
        ]
        permalink = links[-1] if links else None
    return ("post", document.resolve(permalink)) if permalink else None


def _address(element: HtmlElement, name: str) -> str | None:
    src = (element.get(name) or "").strip()
    if src and not src.startswith(("about:", "data:", "javascript:")):
        return str(src)
    return next((str(element.get(lazy)).strip() for lazy in _LAZY if element.get(lazy)), None)


def _tiny(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    if "display:none" in style or "visibility:hidden" in style:
        return True
    return any(re.fullmatch(r"[01](?:px)?", (element.get(side) or "").strip()) for side in ("width", "height"))


def _kind_of(src: str, default: str) -> str:
    host = urls.host(src) or ""
    for kind, pattern in (("video", _VIDEO), ("audio", _AUDIO), ("post", _POST)):
        if pattern.search(host):
            return "video" if kind == "post" and "/plugins/video" in src else kind
    return default
