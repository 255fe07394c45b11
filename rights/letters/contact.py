"""Whom to write to: addresses that a site itself gives, each with where it was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from rights import urls
from rights.errors import ExtractError, FetchError
from rights.extract.article import extract
from rights.model import Article, Page, Position
from rights.patterns import late

#: Pages of the site that are read for an address, besides the copy itself.
MOST_PAGES = 5
_MAIL = late(r"(?<![\w.+%-])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![\w@])", re.IGNORECASE)
_DISGUISED = late(
    r"([a-z0-9][a-z0-9._%+-]{0,63})\s?[\[({](?:at|ät|@|arroba|arobase)[\])}]\s?((?:[a-z0-9-]{1,63}\s?(?:\.|[\[({](?:dot|punkt|point|punto)[\])}])\s?)"
    r"{1,5}[a-z]{2,24})\b",
    re.IGNORECASE,
)
_DOT = late(r"\s?(?:\.|[\[({](?:dot|punkt|point|punto)[\])}])\s?", re.IGNORECASE)
_FILE = late(r"\.(?:png|jpe?g|gif|svg|webp|css|js)$", re.IGNORECASE)
_PAGES = (
    ("imprint", late(r"\b(?:impressum|imprint|legal notice|mentions l[ée]gales|aviso legal|note legali|colofon)\b", re.IGNORECASE)),
    ("abuse page", late(r"\b(?:dmca|abuse|designated agent|copyright (?:agent|policy|complaints?|notice)|report (?:abuse|a violation))\b", re.IGNORECASE)),
    ("contact page", late(r"\b(?:contact\w*|kontakt\w*|nous (?:joindre|[ée]crire|contacter)|contatt[oi]|contato)\b", re.IGNORECASE)),
)  # fmt: skip
_FOR_NOTICES = late(r"^(?:abuse|copyright|dmca|legal|rights|recht|notice)[\w.+-]*@", re.IGNORECASE)

_DMCA = late(r"\b(?:DMCA|designated agent|copyright agent|infring\w+)\b", re.IGNORECASE)

Fetch = Callable[[str], Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One way to reach a site: an e-mail ``address`` or, where none is given, the address of a page with a form.

    ``where`` names what it was found in, ``found_at`` is that page's address.
    """

    address: str
    where: str
    found_at: str

    @property
    def is_mail(self) -> bool:
        """True for an e-mail address."""
        return "@" in self.address


def find_contacts(copy: Page, fetch: Fetch, *, notices: bool = False, publisher: tuple[str, ...] = ()) -> list[Contact]:
    """Ways to reach whoever runs the site of a page, best first; [] where the site gives none.

    ``notices`` puts addresses for legal notices first, otherwise those of the editors.  Nothing is guessed, and nothing is
    taken from the article itself, which may name its author's address: ``publisher`` are the domains of those who write.
    """
    address = copy.final_url or copy.url or ""
    if not urls.is_web(address):
        return []
    article = _read(copy)
    pages = list(_candidates(article, address)) if article else []
    home = urljoin(address, "/")
    if article and not pages and (front := _fetched(home, fetch)):
        pages = list(_candidates(front, home))
    found = _on_pages(pages, home, fetch, notices)
    if article:
        found += [
            Contact(address=mail, where="the page itself", found_at=address)
            for mail in _mails(article, beside_text=True)
        ]
    found += _security_txt(home, fetch)
    theirs = [one for one in found if not urls.under(f"https://{one.address.rpartition('@')[2]}/", publisher)]
    return _ranked(theirs, urls.site(address), notices)


def contacts_of_site(home: str, fetch: Fetch, *, notices: bool = False) -> list[Contact]:
    """Ways to reach whoever runs a site by its home page, best first; [] where the site gives none."""
    front = _fetched(home, fetch)
    pages = list(_candidates(front, home)) if front else []
    found = _on_pages(pages, home, fetch, notices) + _security_txt(home, fetch)
    return _ranked(found, urls.site(home), notices)


def _on_pages(pages: list[tuple[str, str]], home: str, fetch: Fetch, notices: bool) -> list[Contact]:
    """What imprint, abuse and contact pages give; for a notice the usual place of a DMCA page is tried where none is linked."""
    found: list[Contact] = []
    for kind, url in pages[:MOST_PAGES]:
        page = _fetched(url, fetch)
        if page is not None:
            found += _given(kind, url, page)
    if notices and not any(kind == "abuse page" for kind, _ in pages):
        url = urljoin(home, "/dmca")
        page = _fetched(url, fetch)
        if page is not None and _DMCA.search(page.visible_text[:20_000]):
            found += _given("abuse page", url, page)
    return found


def _given(kind: str, url: str, page: Article) -> list[Contact]:
    mails = [Contact(address=mail, where=kind, found_at=url) for mail in _mails(page)]
    return mails or ([Contact(address=url, where=kind, found_at=url)] if kind != "imprint" else [])


def _candidates(article: Article, base: str) -> Iterator[tuple[str, str]]:
    """Imprint, abuse and contact pages that a page links to on its own site, in that order."""
    seen: set[str] = set()
    for kind, pattern in _PAGES:
        for link in article.links:
            key = urls.page_key(link.href)
            told = link.text or unquote(urlsplit(link.href).path).replace("-", " ").replace("/", " ")
            if key not in seen and urls.same_site(link.href, base) and pattern.search(told[:200]):
                seen.add(key)
                yield kind, link.href


def _mails(article: Article, *, beside_text: bool = False) -> list[str]:
    """The addresses that a page gives, in links and in its visible text; ``beside_text`` leaves the article's own out."""
    inside = (Position.TITLE, Position.BYLINE, Position.BODY) if beside_text else ()
    own = {found.group().lower() for found in _MAIL.finditer(article.text)} if beside_text else set()
    linked = [
        link.href for link in article.links
        if link.href.lower().startswith("mailto:") and link.position not in inside
    ]  # fmt: skip
    named = [unquote(href[7:].partition("?")[0]) for href in linked]
    text = article.visible_text[:200_000]
    named += [found.group() for found in _MAIL.finditer(text)]
    named += [f"{found.group(1)}@{_DOT.sub('.', found.group(2))}" for found in _DISGUISED.finditer(text)]
    good = [mail.strip().lower() for mail in named if _MAIL.fullmatch(mail.strip()) and not _FILE.search(mail.strip())]
    return [mail for mail in dict.fromkeys(good) if mail not in own][:10]


def _security_txt(home: str, fetch: Fetch) -> list[Contact]:
    """The contacts of a security.txt (RFC 9116): not meant for this, but read by somebody."""
    url = urljoin(home, "/.well-known/security.txt")
    try:
        page = fetch(url)
    except FetchError:
        return []
    if page.status != 200 or page.media_type != "text/plain":
        return []
    lines = page.body[:65_536].decode("utf-8", "replace").splitlines()
    told = [line.partition(":")[2].strip() for line in lines if line.lower().startswith("contact:")]
    mails = [unquote(one[7:]) if one.lower().startswith("mailto:") else one for one in told]
    return [
        Contact(address=one.lower() if "@" in one else one, where="security.txt", found_at=url)
        for one in mails[:5] if _MAIL.fullmatch(one) or urls.is_web(one)
    ]  # fmt: skip


def _ranked(found: list[Contact], site: str | None, notices: bool) -> list[Contact]:
    """Each address once: mail before forms, the site's own domain before others, legal desks first or last."""

    def rank(one: Contact) -> tuple[bool, bool, bool, bool]:
        own = one.is_mail and urls.registered_domain(one.address.rpartition("@")[2]) == site
        legal = bool(_FOR_NOTICES.match(one.address)) or one.where == "abuse page"
        return (not one.is_mail, one.where == "security.txt", legal is not notices, not own)

    kept: dict[str, Contact] = {}
    for one in sorted(found, key=rank):
        kept.setdefault(one.address, one)
    return list(kept.values())


def _fetched(url: str, fetch: Fetch) -> Article | None:
    try:
        page = fetch(url)
    except FetchError:
        return None
    return _read(page) if page.status == 200 else None


def _read(page: Page) -> Article | None:
    try:
        return extract(page)
    except ExtractError:
        return None
