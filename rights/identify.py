"""Which work is this page a copy of, and by which publisher's terms is it judged: leads, nearest hop first.

Pure: a lead says where the original may be and why we think so; whether it can be read is the shell's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from rights import urls
from rights.extract.credit_line import Line, with_addresses
from rights.model import Article, Credit, CreditKind
from rights.patterns import late
from rights.publisher import Publisher

#: Kinds that name where the text first stood; every other kind names where this page took it from.
_FAR = {CreditKind.ORIGINAL_PUBLICATION, CreditKind.COPYRIGHT_LINE}
#: Names of places where authors work and which publish as well.
_SCHOOL = late(
    r"universi|hochschule|college|school|facult|fakult|département|department|institut|академия|университет",
    re.IGNORECASE,
)
#: Relations that say in markup whence a page has its text.
_BASED = frozenset({"isBasedOn", "isBasedOnUrl", "translationOfWork"})


class Publishers(Protocol):
    """What identification asks of the library of policies."""

    def owner(self, url: str | None) -> Publisher | None: ...
    def named(self, name: str | None) -> Publisher | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Where the original may be: its publisher, its address or only a name, and what says so.

    ``why`` is credit, canonical, jsonld, relation or link.
    """

    why: str
    publisher: Publisher | None = None
    url: str | None = None
    source_name: str | None = None
    credit: Credit | None = None


def own_publisher(article: Article, known: Publishers) -> Publisher | None:
    """The publisher whose own page this is.

    An address decides; only a page without one is believed what it says of itself: its publisher's or site's name
    together with a grant or copyright line of its own.
    """
    if article.address:
        return known.owner(article.address)
    if not (article.grants or article.copyrights or article.publisher):
        return None
    return known.named(article.publisher) or known.named(article.site_name)


def says_it_is(article: Article, known: Publishers) -> Publisher | None:
    """The publisher that the page says it is, in every way, at an address that is not known as that publisher's.

    Site name, publisher and canonical address all say so: a second domain of the publisher's, or a copy of the whole
    page with its head.  Which of the two, a person must say.
    """
    owner = known.owner(article.canonical)
    if owner is None or not article.address or known.owner(article.address):
        return None
    names = (known.named(article.publisher), known.named(article.site_name))
    return owner if all(named and named.id == owner.id for named in names) else None


def leads(article: Article, known: Publishers) -> tuple[Lead, ...]:
    """Every source that the page points to, nearest hop first, one lead a publisher or site."""
    own = own_publisher(article, known)
    found: dict[str, Lead] = {}
    for lead in _all(article, known):
        if lead.publisher and own and lead.publisher.id == own.id:
            continue
        if lead.url and article.address and urls.same_site(lead.url, article.address):
            continue
        key = lead.publisher.id if lead.publisher else urls.site(lead.url) or (lead.source_name or "").casefold()
        if not key:
            continue
        best = found.get(key)
        if best is None or _better(lead, best):
            found[key] = lead if best is None or lead.url else best
    return tuple(found.values())


def _better(lead: Lead, best: Lead) -> bool:
    """An address of an article is worth more than a home page, and that more than a name."""
    return _worth(lead.url) > _worth(best.url)


def _worth(url: str | None) -> int:
    if not urls.is_web(url):
        return 0
    return 1 if urls.is_home(url) else 2


def _all(article: Article, known: Publishers) -> Iterator[Lead]:
    credits = sorted(article.credits, key=lambda credit: credit.kind in _FAR)
    for credit in credits:
        href = credit.href if urls.is_web(credit.href) else _printed(credit)
        publisher = known.named(credit.source_name) or known.owner(href)
        yield Lead(why="credit", publisher=publisher, url=href, source_name=credit.source_name, credit=credit)
    if article.canonical and article.address and not urls.same_site(article.canonical, article.address):
        owner = known.owner(article.canonical)
        yield Lead(why="canonical", publisher=owner, url=article.canonical)
    for named in article.named:
        publisher = known.owner(named.href) or known.named(named.source_name)
        yield Lead(why=named.where, publisher=publisher, url=named.href, source_name=named.source_name)
    for relation in article.relations:
        if relation.kind in (*_BASED, "sameAs") and relation.href:
            yield Lead(why="relation", publisher=known.owner(relation.href), url=relation.href)


def _printed(credit: Credit) -> str | None:
    """The address that stands written out in a credit: no link, but it names the work."""
    return next((anchor.href for anchor in with_addresses(Line(credit.text, ())).anchors), None)


def linked_originals(article: Article, known: Publishers) -> tuple[Lead, ...]:
    """Pages of publishers with a policy that the article's own text links to; weaker than any credit."""
    found = []
    for link in article.links:
        owner = known.owner(link.href) if link.visible and link.paragraph is not None else None
        if owner and not urls.is_home(link.href):
            found.append(Lead(why="link", publisher=owner, url=link.href))
    return tuple(found)


def upstream(original: Article, publisher: Publisher, known: Publishers) -> Lead | None:
    """Where the original's own page says that it took the piece from, if anywhere.

    What its markup is based on counts where that is a publisher whose terms we have: it may be a study or a data set.
    """
    based = {relation.href for relation in original.relations if relation.kind in _BASED}
    for lead in leads(original, known):
        if not (lead.why == "credit" or (lead.publisher and lead.url in based)) or (
            lead.publisher and lead.publisher.id == publisher.id
        ):
            continue
        if lead.url and publisher.owns(lead.url):
            continue
        if lead.publisher is None and lead.credit and _may_be_the_authors(lead.credit):
            continue
        return lead
    return None


def _may_be_the_authors(credit: Credit) -> bool:
    """True for a bare byline such as "Ann Lee, State University": where the author works, not where the piece stood."""
    bare = credit.kind is CreditKind.SOURCE_LINE and bool(credit.author)
    return bare and bool(_SCHOOL.search(credit.source_name or ""))
