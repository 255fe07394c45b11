"""What one page came to: read and judged, apart from who fetched it and where it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from rights import urls
from rights.beside import Beside, Kind
from rights.check import check_article
from rights.errors import ExtractError, FetchError
from rights.extract.article import extract
from rights.given import Given, Tools
from rights.model import Article, Assessment, History, Page, PageState, Reason, Republisher
from rights.operators import Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known beforehand about the site and the copy of one look; ``links`` asks for the page's own links too.

    ``suspect`` marks a page that may have ended the workers that looked at it.  ``further`` holds the article's further
    pages, and what is behind its links, by their addresses, as far as whoever asks has fetched them (None for what cannot
    be had); it is None where nobody fetches any.
    """

    republisher: Republisher = field(default_factory=Republisher)
    history: History = field(default_factory=History)
    links: bool = False
    suspect: bool = False
    further: Mapping[str, Page | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one page came to; small enough to be sent from one process to another.

    ``wants`` is the address of a page beside this one: without it, or word that it cannot be had, nothing is judged.
    ``beside`` are those that it was judged with; their pages are left out where they were sent along.
    ``shown_at`` is set for a list that shows one article: the article's own page, which is to be looked at instead.
    ``unread`` is what the judge asked of the site's operator and could not read: who can reads it, and has the page judged
    again.
    """

    state: PageState
    assessments: tuple[Assessment, ...] = ()
    address: str | None = None
    title: str | None = None
    cut: bool = False
    links: tuple[str, ...] = ()
    error: str | None = None
    shown_at: str | None = None
    wants: str | None = None
    beside: tuple[Beside, ...] = ()
    unread: Unread | None = None

    @property
    def own(self) -> bool:
        """True for a publisher's own page."""
        return bool(self.assessments) and all(a.reason is Reason.OWN_PAGE for a in self.assessments)


Judge = Callable[[Page, Asked], Judgement]


def judge(page: Page, asked: Asked, tools: Tools) -> Judgement:
    """Read a page and judge it; a page that cannot be read comes out with a state that is not judgeable."""
    try:
        article = extract(page)
    except ExtractError as wrong:
        return Judgement(state=PageState.ERROR, error=str(wrong))
    links = _links(article) if asked.links else ()
    if not article.state.judgeable:
        return Judgement(state=article.state, title=article.title, error=article.state.value, links=links)
    give = tools.fetch if asked.further is None else partial(_sent, asked.further)
    visits = _Visits(give, keep=asked.further is None) if give else None
    if visits:
        tools = replace(tools, further=visits.of(Kind.FURTHER), linked=visits.of(Kind.LINKED))
    try:
        found = check_article(article, tools, Given(republisher=asked.republisher, history=asked.history))
    except _Wanted as wanted:
        return Judgement(state=article.state, wants=wanted.address)
    return Judgement(
        state=article.state,
        assessments=tuple(_light(assessment) for assessment in found),
        address=identity(article),
        shown_at=own_page(
            article, [seen.work.title or "" for a in found if (seen := a.republication) and seen.work.id]
        ),
        title=article.title,
        cut=article.cut is not None or any(a.republication and a.republication.copy.cut for a in found),
        links=links,
        beside=tuple(visits.noted.values()) if visits else (),
    )


class _Wanted(Exception):
    """A page beside the one that is judged, which nobody has fetched yet."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class _Visits:
    """Notes what is looked at beside a page: the address and why, and with ``keep`` the page that was had."""

    def __init__(self, give: Callable[[str], Page], *, keep: bool) -> None:
        self._give, self._keep = give, keep
        self.noted: dict[str, Beside] = {}

    def of(self, kind: Kind) -> Callable[[str], Page]:
        """What gives the pages that are looked at for one reason."""
        return partial(self._visit, kind)

    def _visit(self, kind: Kind, address: str) -> Page:
        page = None
        try:
            page = self._give(address)
        finally:
            self.noted.setdefault(address, Beside(address=address, kind=kind, page=page if self._keep else None))
        return page


def _sent(pages: Mapping[str, Page | None], address: str) -> Page:
    """A page that was sent along; raises `_Wanted` for one of which nothing is known, `FetchError` where there is none."""
    if address not in pages:
        raise _Wanted(address)
    page = pages[address]
    if page is None:
        raise FetchError(address, "could not be had")
    return page


def identity(article: Article) -> str | None:
    """Where the page really is: its final address, folded into a canonical of the same site that is no front page."""
    address, canonical = article.address, article.canonical
    if not address or not canonical or article.canonical_in != "head" or not urls.is_web(canonical):
        return address
    if not urls.same_site(address, canonical) or (urls.is_home(canonical) and not urls.is_home(address)):
        return address
    return canonical


def own_page(article: Article, works: Sequence[str]) -> str | None:
    """The page of the one article that a list shows: of a tag, a category, an author, the front page.

    It is what the list links to under the article's title or that of one of the ``works`` found on it; None for what is no
    list, shows several, or does not say.
    """
    address = identity(article)
    if not works or not urls.is_list(address):
        return None
    titles = {_folded(title) for title in (article.title, *works) if title}
    found = {
        urls.page_key(link.href): link.href
        for link in article.links
        if link.visible and _folded(link.text) in titles and urls.same_site(link.href, address)
        and not urls.is_list(link.href) and not urls.same_page(link.href, address)
    }  # fmt: skip
    return next(iter(found.values())) if len(found) == 1 else None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _light(assessment: Assessment) -> Assessment:
    """Without the parsed page, which is large and belongs to one process."""
    seen = assessment.republication
    if seen is None:
        return assessment
    work = replace(seen.work, article=None, text="")
    copy = Article(url=seen.copy.url, final_url=seen.copy.final_url, title=seen.copy.title)
    return replace(assessment, republication=replace(seen, work=work, copy=copy))


def _links(article: Article) -> tuple[str, ...]:
    found = (link.href for link in article.links if urls.is_web(link.href) and not urls.is_home(link.href))
    return tuple(dict.fromkeys(found))[:500]
