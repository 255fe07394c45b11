"""Addresses that stand for another: those that carry it inside, those that send their reader on, archived copies."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from rights import urls
from rights.patterns import late

_SHORTENERS = frozenset(
    """bit.ly t.co goo.gl ift.tt j.mp ow.ly tinyurl.com buff.ly dlvr.it lnkd.in fb.me is.gd v.gd t.ly rb.gy shorturl.at wp.me
    trib.al cutt.ly tiny.cc bl.ink short.io dub.sh snip.ly s.id clck.ru u.to vk.cc urlz.fr soo.gd flip.it po.st zpr.io
    feedproxy.google.com feeds.feedburner.com feedburner.com""".split()
)  # fmt: skip
_ARCHIVES = frozenset(
    "web.archive.org archive.org archive.today archive.ph archive.is archive.li archive.vn archive.md perma.cc".split()
)
#: Query parameters in which redirect services carry the address that they lead to.
_CARRYING = frozenset("url u q to target dest destination redirect link goto out r href".split())
#: The first label of hosts that count clicks in newsletters and feeds before they send the reader on.
_COUNTING = frozenset("click clicks link links trk track tracking email mail go ct lnk out redirect".split())
_REDIRECTING_PATH = late(
    r"(?:^|/)(?:go|goto|out|outbound|redir(?:ect)?|away|exit|jump|click|recommends|refer|external|leave|lnk|ref|r|l|u)"
    r"(?:\.(?:php|aspx?|cgi|html?))?/?(?:[\w=-]{1,40}/?)?$",
    re.IGNORECASE,
)
#: A path that no word was chosen for, as on services whose names are short too.
_CODE_PATH = late(r"^/(?=[\w-]*(?:\d|[a-z][A-Z]|[A-Z][a-z]))[\w-]{3,12}/?$")
_SHORT_NAME = 8
_AMP_CACHE = late(r"^/[civr]/(s/)?(.+)$|^/amp/(s/)?(.+)$")
#: One of these stands in every address that carries another: pages have thousands of links.
_MARKS = ("?", ".translate.goog/", ".cdn.ampproject.org/", "google.com/amp/")
_PATH_ADDRESS = late(r"https?:/{1,2}[^\s]+", re.IGNORECASE)


def inside(href: str) -> str | None:
    """The address that a link carries to be sent on to (redirects, AMP caches, translated views), or None.

    An archive keeps a copy of its own: what it carries is told by `archived`.
    """
    if not any(mark in href for mark in _MARKS):
        return None
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    host = urls.host(href) or ""
    if host in _ARCHIVES:
        return None
    if host.endswith(".translate.goog"):
        original = host.removesuffix(".translate.goog").replace("--", "\0").replace("-", ".").replace("\0", "-")
        kept = [(name, value) for name, value in parse_qsl(parts.query) if not name.startswith("_x_tr_")]
        return f"https://{original}{parts.path}" + (f"?{urlencode(kept)}" if kept else "")
    if host.endswith(".cdn.ampproject.org") or (host.endswith("google.com") and parts.path.startswith("/amp/")):
        cached = _AMP_CACHE.match(parts.path)
        return f"https://{cached.group(2) or cached.group(4)}" if cached else None
    if urls.is_web(unquote(parts.query)):
        return unquote(parts.query)
    carried = (unquote(value) for name, value in parse_qsl(parts.query) if name.lower() in _CARRYING)
    return next((value for value in carried if urls.is_web(value)), None)


def is_archive(href: str) -> bool:
    """True for an address of a service that keeps copies of pages."""
    return (urls.host(href) or "").removeprefix("www.") in _ARCHIVES


def archived(href: str) -> str | None:
    """The address whose copy an archive keeps, where its own address names it."""
    found = _PATH_ADDRESS.search(href, 8) if is_archive(href) else None
    return re.sub(r"^(https?):/{1,3}", r"\1://", found.group()) if found else None


def sends_on(href: str) -> bool:
    """True for an address that may lead to any other, which only a look at it can tell."""
    host = (urls.host(href) or "").removeprefix("www.")
    if not host or not urls.is_web(href):
        return False
    path = urlsplit(href).path
    if host in _SHORTENERS or _REDIRECTING_PATH.search(path) or (is_archive(href) and archived(href) is None):
        return True
    labels = host.split(".")
    if len(labels) > 2 and (labels[0] in _COUNTING or labels[1] in _COUNTING):
        return True
    return len(host) <= _SHORT_NAME and bool(_CODE_PATH.match(path))
