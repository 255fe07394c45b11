"""Which known works a page copies, each the nearest hop of its own chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rights import urls
from rights.errors import FetchError
from rights.extract.article import extract
from rights.given import Given, Tools
from rights.identify import Lead, leads, linked_originals, own_publisher
from rights.library import Library
from rights.match.direction import Origin, direction
from rights.match.later import compare
from rights.model import Article, Match, Work
from rights.publisher import Publisher

#: From this share of a work's passages on, a page that points to another version of it has them from there.
_SAME = 0.9

#: A work, how much of it is here, and what points to it; None where the shared text alone does.
Found = tuple[Work, Match | None, Lead | None]


def works_copied(article: Article, tools: Tools, given: Given, own: Publisher | None) -> list[Found]:
    """The works that the page copies, each the nearest hop of its own chain."""
    if given.original:
        match = compare(given.original, article) if given.original.text else None
        return [(given.original, match, None)]
    pointed = [lead for lead in leads(article, tools.library) if _wanted(lead, given)]
    found: list[Found] = []
    for lead in pointed:
        work = look_up(lead, tools, article)
        if work and work.text:
            match = compare(work, article)
            if match.words or match.language_independent:
                found.append((work, match, lead))
                break
    if tools.works:
        pointed_at = tuple(found)
        found += [
            (_with_page(work, tools), match, None)
            for work, match in tools.works.copied_by(article)
            if not any(_tells_of(known, seen, work, match) for known, seen, _ in pointed_at)
            and not urls.same_page(work.url, article.address)
            and not (own and work.publisher == own.id)
        ]
    if found:
        return found
    if not own and not pointed:
        pointed = [
            lead for lead in linked_originals(article, tools.library) if given.publisher and _wanted(lead, given)
        ]
    judged = next((lead for lead in pointed if lead.publisher), None)
    if judged:
        return [(named_work(judged, article), None, judged)]
    if given.publisher or given.policy:
        lead = Lead(why="given", publisher=given.publisher or (given.policy.publisher if given.policy else None))
        return [(named_work(lead, article), None, lead)]
    return _translated(article, tools, own)


def _tells_of(known: Work, seen: Match | None, work: Work, match: Match) -> bool:
    """True where a work that the page points to is this one, or its publisher's other version of the same passages."""
    if known.id == work.id:
        return True
    if seen is None or known.publisher is None or known.publisher != work.publisher:
        return False
    told = set(_places(seen))
    here = set(_places(match))
    return len(told & here) >= _SAME * len(here)


def _places(match: Match) -> Iterator[int]:
    for passage in match.passages:
        yield from range(*passage.copy)


def _translated(article: Article, tools: Tools, own: Publisher | None) -> list[Found]:
    """The likeliest of the known works that the page may be a translation of: a lead, judged as one."""
    for one in tools.works.translations(article) if tools.works else ():
        owned = own and own.id in (one.work.publisher, getattr(tools.library.owner(one.work.url), "id", None))
        if not owned and not urls.same_page(one.work.url, article.address):
            return [(_with_page(one.work, tools), one.match, None)]
    return []


def _wanted(lead: Lead, given: Given) -> bool:
    wanted = given.publisher or (given.policy.publisher if given.policy else None)
    return wanted is None or lead.publisher is None or lead.publisher.id == wanted.id


def named_work(lead: Lead, article: Article) -> Work:
    """A work of which only its publisher, and perhaps its address, is known."""
    url = lead.url if lead.url and not urls.is_home(lead.url) else None
    publisher = lead.publisher.id if lead.publisher else None
    return Work(
        id=url or f"{publisher or lead.source_name or 'unknown'}:{article.title or ''}", url=url, publisher=publisher
    )


def look_up(lead: Lead, tools: Tools, article: Article) -> Work | None:
    if not lead.url or urls.is_home(lead.url) or not urls.is_web(lead.url):
        return None
    known = tools.works.by_url(lead.url) if tools.works else None
    if known or not tools.fetch:
        return _with_page(known, tools) if known else None
    try:
        page = tools.fetch(lead.url)
    except FetchError:
        return None
    original = extract(page)
    if page.status != 200 or not original.state.judgeable or not original.text or original.cut:
        return None  # of a part nothing can be compared
    if urls.same_page(original.address, article.address):
        return None
    return work_of(original, tools.library, lead.publisher)


def _with_page(work: Work, tools: Tools) -> Work:
    return work if work.article else replace(work, article=tools.original(work))


def work_of(original: Article, library: Library, publisher: Publisher | None = None, id: str | None = None) -> Work:
    """The work that an original page holds; its publisher by address, else by what the page says of itself."""
    owner = library.owner(original.address) or publisher or own_publisher(original, library)
    return Work(
        id=id or original.address or f"{owner.id if owner else 'unknown'}:{original.title or ''}",
        url=original.address,
        title=original.title,
        text=original.text,
        authors=original.authors,
        published=original.published,
        modified=original.modified,
        language=original.language,
        publisher=owner.id if owner else None,
        article=original,
    )


def may_be_the_source(article: Article, work: Work) -> bool:
    """True where shared text alone points to the work, and the page is the earlier or both have it from an agency."""
    page = Work(
        id=article.address or "",
        url=article.address,
        text=article.text,
        authors=article.authors,
        published=article.published,
        article=article,
    )
    return direction(work, page).origin in (Origin.SECOND, Origin.THIRD)
