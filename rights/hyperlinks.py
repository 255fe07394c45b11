"""Where the links of a copy lead, seen from the work: to its article, its publisher's home, elsewhere or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from rights import detours, urls
from rights.clause import Case
from rights.match.words import words_of
from rights.model import Article, Credit, Evidence, Link, Position, Work
from rights.passages import names_any, select
from rights.patterns import late

#: Tokens of ``rel`` that ask search engines not to follow a link.
UNFOLLOWED = frozenset({"nofollow", "ugc", "sponsored"})
#: Share of a title's telling words that an address or a link text must hold to be taken for the article's.
TITLE_SHARE = 0.6

_ASSET = late(r"\.(?:pdf|jpe?g|png|gif|webp|svg|mp[34]|zip|docx?|xlsx?|pptx?|epub)$", re.IGNORECASE)
_ORIGINAL_WORDS = late(
    r"\b(?:original(?:ly|artikel|quelle|beitrag|text)?|source|read (?:the )?(?:full|rest|more at)|full (?:article|story)|quelle|fuente|fonte"
    r"|lire l.article|article original|artículo original|artigo original|here|hier|aquí|ici)\b",
    re.IGNORECASE,
)

#: The number of an article at the end of its address, and addresses that are nothing but such a number.
_NUMBER = late(r"(?:[-/_=]|\.a)((?!(?:19|20)\d{6}(?!\d))\d{5,12})(?:\.html?|/)?(?:\?[^#]*)?$")
_BY_NUMBER = late(
    r"[?&](?:p|page_id|id|article|story|nid|aid|newsid)=\d+|/(?:node|article|story|news|content)/\d+/?$", re.IGNORECASE
)


class Target(StrEnum):
    """What a link leads to."""

    ARTICLE = "article"
    HOME = "home"
    ASSET = "asset"
    OTHER_PAGE = "other-page"  # another page of the publisher
    LIKELY = "likely"  # a page of the publisher that fits the work's title, the work's own address not being known
    UNSURE = (
        "unsure"  # another address of the publisher that may lead to the article: its title fits, or it is a number
    )
    ARCHIVE = "archive"
    SHORT = "short"  # a shortener that nobody has followed
    DEAD = "dead"
    BROKEN = "broken"  # was followed, and answered with an error
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Led:
    """A link of the copy and where it leads."""

    link: Link
    target: Target
    wrapped: bool = False
    in_credit: bool = False

    @property
    def evidence(self) -> Evidence:
        return Evidence(
            exact=self.link.text or self.link.href, suffix=f" → {self.link.href}", selector=self.link.selector
        )

    @property
    def followed(self) -> bool:
        return not (UNFOLLOWED & {token.lower() for token in self.link.rel})


@dataclass(frozen=True, slots=True)
class Links:
    """All links of a copy that have to do with the work, in page order."""

    led: tuple[Led, ...]
    known: bool = True
    total: int = field(default=0)

    def to(self, *targets: Target, visible: bool = True) -> list[Led]:
        """Links to one of the targets; only those that a reader sees unless told otherwise."""
        return [led for led in self.led if led.target in targets and (led.link.visible or not visible)]


def addresses(work: Work) -> tuple[str, ...]:
    """Every address under which the original is known to be found."""
    known = [work.url]
    if work.article is not None:
        known += [work.article.url, work.article.final_url]
        known += _other_names(work.article)
        canonical = work.article.canonical
        if canonical and work.url and urls.same_site(canonical, work.url) and not urls.is_home(canonical):
            known.append(canonical)
    return tuple(dict.fromkeys(url for url in known if urls.is_web(url) and url is not None))


def _other_names(original: Article) -> list[str]:
    """Further addresses that the original's own head gives it."""
    css = 'link[rel~="shortlink"], link[rel~="amphtml"], meta[property="og:url"]'
    found = [element.get("href") or element.get("content") or "" for element in select(original, css)]
    return [url for url in found if urls.same_site(url, original.address) and not urls.is_home(url)]


def leads(case: Case) -> Links:
    """Where the links of the copy lead; links that have nothing to do with the work are left out."""
    return case.once("links", lambda: _leads(case))


def _leads(case: Case) -> Links:
    known = addresses(case.work)
    led = []
    for link, in_credit in _links(case.copy):
        target, wrapped = _target(link, case, known, in_credit)
        if target is not Target.ELSEWHERE:
            led.append(Led(link, target, wrapped, in_credit))
    return Links(tuple(led), bool(known), len(case.copy.links))


def _links(article: Article) -> Iterator[tuple[Link, bool]]:
    found = set()
    for link in article.links:
        in_credit = link.position is not Position.OUTSIDE and any(_is_of(credit, link) for credit in article.credits)
        found.add((link.href, in_credit or not urls.is_dead(link.href)))
        yield link, in_credit
    for credit in article.credits:
        if credit.href is not None and (credit.href, True) not in found:
            yield (
                Link(
                    href=credit.href,
                    text=credit.text,
                    rel=credit.rel,
                    visible=credit.visible,
                    position=credit.position,
                    selector=credit.selector,
                ),
                True,
            )


def _is_of(credit: Credit, link: Link) -> bool:
    """True for the link of a credit; of links that lead nowhere, all alike, for one whose words stand in the credit."""
    if link.href != credit.href:
        return False
    words = " ".join(link.text.split())
    return not urls.is_dead(link.href) or (bool(words) and words in " ".join(credit.text.split()))


def _target(link: Link, case: Case, known: tuple[str, ...], in_credit: bool) -> tuple[Target, bool]:
    if urls.is_dead(link.href):
        return (Target.DEAD if _meant(link, case, in_credit) else Target.ELSEWHERE), False
    resolved = case.republication.resolved
    if link.href in resolved:
        final = resolved[link.href]
        if final is None:
            told = _kind(link.href, link, case, known)
            return (Target.BROKEN if told is not Target.ELSEWHERE or in_credit else told), False
        return _kind(final, link, case, known), not urls.same_page(final, link.href)
    inner = detours.inside(link.href)
    if inner is not None:
        told = _kind(inner, link, case, known)
        if told is not Target.ELSEWHERE:
            return told, True
    told = _kind(link.href, link, case, known)
    if told is Target.OTHER_PAGE and link.href in case.republication.unreached:
        return Target.UNSURE, False
    if told is not Target.ELSEWHERE or not (in_credit or link.position is not Position.OUTSIDE):
        return told, False
    if detours.sends_on(link.href) and (in_credit or _meant(link, case, False)):
        return Target.SHORT, True
    return told, False


def _kind(href: str, link: Link, case: Case, known: tuple[str, ...]) -> Target:
    host = urls.host(href) or ""
    if not host:
        return Target.ELSEWHERE
    if urls.page_key(href) in _keys(known):
        return Target.ARTICLE
    if detours.is_archive(href):
        copied = detours.archived(href)
        ours = copied and (any(urls.same_page(copied, url) for url in known) or urls.under(copied, case.domains))
        return Target.ARCHIVE if ours else Target.ELSEWHERE
    if not urls.under(href, case.domains):
        return Target.ELSEWHERE
    if urls.is_home(href):
        return Target.HOME
    if _ASSET.search(urlsplit(href).path):
        return Target.ASSET
    if any(_same_number(href, url) for url in known):
        return Target.ARTICLE
    if not known and (fits_title(href, case.work.title) or fits_title(link.text, case.work.title)):
        return Target.LIKELY
    if known and (fits_title(href, case.work.title) or _BY_NUMBER.search(href)):
        return Target.UNSURE
    return Target.OTHER_PAGE


@lru_cache(maxsize=64)
def _keys(known: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(urls.page_key, known))


def _same_number(one: str, other: str) -> bool:
    """True where both addresses of one site end in the same article number, whatever words stand before it."""
    first, second = _NUMBER.search(one.split("#")[0]), _NUMBER.search(other.split("#")[0])
    if first is None or second is None:
        return False
    return first.group(1) == second.group(1) and urls.same_site(one, other)


def _meant(link: Link, case: Case, in_credit: bool) -> bool:
    """True when a link's own words say that it should lead to the original or its publisher."""
    if in_credit:
        return True
    if names_any(link.text, case.publisher.names) and link.position is not Position.OUTSIDE:
        return True
    return bool(
        link.position in (Position.TOP, Position.BYLINE, Position.BOTTOM)
        and re.search(r"\boriginal", link.text, re.IGNORECASE)
    ) or (fits_title(link.text, case.work.title) and link.position is not Position.TITLE and len(link.text) > 12)


def scripted(case: Case) -> tuple[Evidence, ...]:
    """Elements that carry the original's address where a script makes a link of it."""
    known = addresses(case.work)
    found = []
    for element in select(case.copy, "[data-href], [data-url], [data-link], [onclick]"):
        for name in ("data-href", "data-url", "data-link", "onclick"):
            value = element.get(name) or ""
            inner = re.search(r"https?://[^\s'\"<>)]+", value)
            if inner and element.visible and any(urls.same_page(inner.group(), url) for url in known):
                found.append(Evidence(exact=element.text[:200], prefix=f"{name}: ", selector=element.selector))
    return tuple(found[:3])


def fits_title(text: str | None, title: str | None) -> bool:
    """True when most telling words of the title stand in a link text or an address's last part."""
    telling = {word for word in words_of(title or "") if len(word) > 3}
    if len(telling) < 2 or not text:
        return False
    if urls.is_web(text):
        text = unquote(urlsplit(text).path).replace("-", " ").replace("_", " ")
    have = set(words_of(text))
    return sum(word in have for word in telling) >= max(2, TITLE_SHARE * len(telling))


def says_original(text: str) -> bool:
    """True for link words such as "original article", "source" or "read the full story"."""
    return bool(_ORIGINAL_WORDS.search(text))
