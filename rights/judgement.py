"""What one page came to: read and judged, apart from who fetched it and where it is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from rights import urls
from rights.check import Given, Tools, check_article
from rights.errors import ExtractError
from rights.extract.article import extract
from rights.model import Article, Assessment, History, Page, PageState, Reason, Republisher


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known beforehand about the site and the copy of one look; ``links`` asks for the page's own links too."""

    republisher: Republisher = field(default_factory=Republisher)
    history: History = field(default_factory=History)
    links: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one page came to; small enough to be sent from one process to another."""

    state: PageState
    assessments: tuple[Assessment, ...] = ()
    address: str | None = None
    title: str | None = None
    cut: bool = False
    links: tuple[str, ...] = ()
    error: str | None = None

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
    found = check_article(article, tools, Given(republisher=asked.republisher, history=asked.history))
    return Judgement(
        state=article.state,
        assessments=tuple(_light(assessment) for assessment in found),
        address=identity(article),
        title=article.title,
        cut=article.cut is not None,
        links=links,
    )


def identity(article: Article) -> str | None:
    """Where the page really is: its final address, folded into a canonical of the same site that is no front page."""
    address, canonical = article.address, article.canonical
    if not address or not canonical or article.canonical_in != "head" or not urls.is_web(canonical):
        return address
    if not urls.same_site(address, canonical) or (urls.is_home(canonical) and not urls.is_home(address)):
        return address
    return canonical


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
