"""Addresses: normalise them, compare them, and name the site they belong to.

The site is the registered domain by the Public Suffix List; for IP addresses and localhost it is host:port.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from publicsuffixlist import PublicSuffixList

from rights.patterns import late

_PORTS = {"http": 80, "https": 443}

#: Query parameters that say how a reader came, never what is shown.
_TRACKING = late(
    r"^(utm_.*|mtm_.*|pk_.*|hsa_.*|_hs\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|ref_src|ref_url"
    r"|cmpid|ncid|s_kwcid|_ga|_gl|at_\w+|xtor|wt_mc|ito|smid|partner|fb_\w+|share|sr_share|__twitter_impression)$",
    re.IGNORECASE,
)
_AMP_PATH = late(r"(?:/amp/?|\.amp)(?=$)|^/amp(?=/)", re.IGNORECASE)
_PRINT_PATH = late(r"(?:/print|/printable|/drucken)/?$", re.IGNORECASE)
_LIST_PATH = late(
    r"/(?:tags?|categor(?:y|ie|ies)|topics?|schlagworte?|themen?|rubriques?|etiquetas?|etiquettes?|authors?|autor(?:es)?"
    r"|auteurs?|labels?)/[^/]+(?:/page/\d+)?/?$|/page/\d+/?$|/(?:archives?|search|suche|recherche|buscar)/?$",
    re.IGNORECASE,
)
_LIST_QUERY = late(r"(?:^|&)(?:tag|cat|category_name|author|paged|s)=", re.IGNORECASE)
_VARIANT_PARAMS = {"amp", "print", "outputtype", "noamp", "printable", "view"}


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def is_web(url: str | None) -> bool:
    """True for an absolute http or https address with a host."""
    if not url or ":" not in url:
        return False
    try:
        parts = urlsplit(url.strip())
        return parts.scheme.lower() in _PORTS and bool(parts.hostname)
    except ValueError:
        return False


def absolute(base: str | None, href: str) -> str:
    """Resolve ``href`` against ``base``; an href that cannot be resolved comes back as it was written.

    Without a base a scheme is all that ``//host/path`` lacks: it is taken for https.
    """
    href = href.strip()
    try:
        return urljoin(base or "https:", href) if base or href.startswith("//") else href
    except ValueError:
        return href


@lru_cache(maxsize=65536)
def normalise(url: str) -> str:
    """The same address in one spelling: for comparing and storing, still fetchable.

    Lower-case scheme and host (IDNA), no default port, fragment, user or tracking parameter, sorted query, percent
    encoding of RFC 3986 section 6.2.2, no trailing dot of the host; an empty path becomes ``/``.  An address that is
    not http(s) comes back unchanged.
    """
    if not is_web(url):
        return url
    parts = urlsplit(url.strip())
    scheme = parts.scheme.lower()
    host = _host(url) or ""
    try:
        port = parts.port
    except ValueError:
        port = None
    netloc = f"[{host}]" if ":" in host else host
    if port and port != _PORTS[scheme]:
        netloc += f":{port}"
    path = quote(re.sub(r"/{2,}", "/", _dot_free(parts.path)) or "/", safe="/%:@!$&'()*+,;=~-._")
    path = re.sub(r"%[0-9a-fA-F]{2}", lambda found: found.group().upper(), path)
    query = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k))
    return urlunsplit((scheme, netloc, path, urlencode(query), ""))


def _dot_free(path: str) -> str:
    return urlsplit(urljoin("http://h/", path or "/")).path if "/." in path else path


def same_page(one: str | None, other: str | None) -> bool:
    """True when two addresses name the same page: scheme, ``www.``, trailing slash, AMP and print variants aside."""
    return bool(one and other) and page_key(one or "") == page_key(other or "")


@lru_cache(maxsize=65536)
def page_key(url: str) -> str:
    """A key that is equal for the spellings and variants under which one page is commonly reached.

    Not an address: scheme and ``www``/``m``/``amp`` hosts are dropped, so it must never be fetched.
    """
    if not is_web(url):
        return url
    parts = urlsplit(normalise(url))
    host = re.sub(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", "", parts.netloc)
    path = _PRINT_PATH.sub("", _AMP_PATH.sub("", parts.path))
    path = re.sub(r"/(?:index\.(?:html?|php))?$", "", path)
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if k.lower() not in _VARIANT_PARAMS])
    return f"{host}{path}" + (f"?{query}" if query else "")


def _host(url: str) -> str | None:
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:
        return None
    if not host:
        return None
    host = host.rstrip(".").lower()
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return host
    return host


@lru_cache(maxsize=65536)
def host(url: str | None) -> str | None:
    """The host name of an address, lower-case ASCII, or None."""
    return _host(url) if url else None


@lru_cache(maxsize=65536)
def site(url: str | None) -> str | None:
    """The site of an address: its registered domain; ``host:port`` for IP addresses and single-label hosts."""
    name = host(url)
    if not name or not url:
        return None
    if _goes_by_port(name):
        parts = urlsplit(url.strip())
        try:
            port = parts.port or _PORTS.get(parts.scheme.lower(), 80)
        except ValueError:
            port = 80
        return f"[{name}]:{port}" if ":" in name else f"{name}:{port}"
    return registered_domain(name)


@lru_cache(maxsize=65536)
def registered_domain(name: str) -> str:
    """The registered domain of a host name; the name itself where the Public Suffix List knows none."""
    return _suffixes().privatesuffix(name) or name


@lru_cache(maxsize=1)
def _registries() -> PublicSuffixList:
    return PublicSuffixList(only_icann=True)


def platform(name: str) -> str | None:
    """The domain of the service under whose name a host name was given out (``blogspot.com``); None where it is its own.

    These are the private entries of the Public Suffix List.
    """
    own, theirs = _suffixes().privatesuffix(name), _registries().privatesuffix(name)
    return theirs if theirs and own and theirs != own else None


def _goes_by_port(name: str) -> bool:
    """True for a host that has no registered domain: an IP address or a single label."""
    return "." not in name or _is_ip(name)


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def same_site(one: str | None, other: str | None) -> bool:
    """True when both addresses belong to the same site."""
    first = site(one)
    return first is not None and first == site(other)


def domains_over(url: str | None) -> tuple[str, ...]:
    """Every domain that an address lies `under`: its host, each one above that, and its site."""
    name = host(url)
    if not name:
        return ()
    labels = name.split(".")
    above = [".".join(labels[start:]) for start in range(len(labels))]
    return (*above, site(url) or name) if _goes_by_port(name) else tuple(above)


def under(url: str | None, domains: tuple[str, ...]) -> bool:
    """True when the address's host (or host:port) is one of ``domains`` or a subdomain of one."""
    name = host(url)
    if not name:
        return False
    by_port = site(url) if _goes_by_port(name) else None  # any other site is a part of the host's name
    return any(name == d or name.endswith("." + d) or by_port == d for d in domains)


def is_home(url: str | None) -> bool:
    """True for the address of a front page: no path beyond a language or index name, no query."""
    if not is_web(url):
        return False
    parts = urlsplit(normalise(url or ""))
    return not parts.query and bool(
        re.fullmatch(r"/(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:index\.\w+)?", parts.path, re.IGNORECASE)
    )


def is_list(url: str | None) -> bool:
    """True for the address of a list of articles: a front page, a tag, category, author, archive or search page."""
    if not is_web(url):
        return False
    parts = urlsplit(normalise(url or ""))
    return is_home(url) or bool(_LIST_PATH.search(parts.path)) or bool(_LIST_QUERY.search(parts.query))


def is_dead(href: str | None) -> bool:
    """True for a link that leads nowhere: absent, empty, a bare fragment, or script only."""
    if href is None:
        return True
    text = href.strip().lower()
    return text in ("", "#") or text.startswith(("javascript:", "about:", "data:", "#"))
