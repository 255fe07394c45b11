"""The whole on one screen: extract, identify, match, evaluate, hop by hop.

The shell hands in what needs the world: a library of policies, the known works, and, where the network may be used, a
way to fetch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from rights import urls
from rights.applies import Circumstances
from rights.evaluate import evaluate
from rights.extract.article import extract
from rights.extract.commercial_site import with_site
from rights.followed import followed
from rights.given import Given, Tools
from rights.identify import Lead, leads, own_publisher, says_it_is, upstream
from rights.inferred import pointer, stated
from rights.library import site_publisher
from rights.match.later import compare
from rights.model import (
    Article,
    Assessment,
    Finding,
    Match,
    Page,
    PageState,
    Permission,
    Reason,
    Republication,
    Verdict,
    Work,
)
from rights.pagination import whole
from rights.policy import Source, choose
from rights.publisher import Publisher
from rights.swept import is_forwarding, is_own, is_teaser
from rights.which_works import look_up, may_be_the_source, named_work, works_copied

#: A chain of republication is followed this far; none longer was met in the research.
MAX_HOPS = 5


def check_page(page: Page, tools: Tools, given: Given | None = None) -> tuple[Assessment, ...]:
    """Judge one page by the terms of everyone it owes something to, nearest hop first; never empty."""
    return check_article(extract(page), tools, given)


def check_article(article: Article, tools: Tools, given: Given | None = None) -> tuple[Assessment, ...]:
    """As `check_page`, for a page that is read already."""
    given = given or Given()
    if given.swept and is_forwarding(article):
        return (_ended(article, Verdict.INAPPLICABLE, Reason.OWN_PAGE),)
    if not article.state.judgeable:
        return (_ended(article, Verdict.INCOMPLETE, _unjudgeable(article.state)),)
    article = whole(article, tools.turn)
    found = _assess(article, tools, given)
    if any(_turns_on_money(assessment) for assessment in found):
        site = tools.operator(article)
        if site is not None:
            return _assess(with_site(article, site), tools, given)
    return found


def _turns_on_money(assessment: Assessment) -> bool:
    """True where a clause about commercial use or the kind of site is open or broken."""
    return any(
        finding.type.startswith(("nc.", "who.")) and finding.verdict >= Verdict.ADVICE
        for finding in assessment.findings
    )


def _assess(article: Article, tools: Tools, given: Given) -> tuple[Assessment, ...]:
    found: list[Assessment] = []
    own = None if given.original and not article.address else own_publisher(article, tools.library)
    if own and not (given.publisher and given.publisher.id != own.id):
        source = tools.library.source(own.id)
        ended = _ended(article, Verdict.INAPPLICABLE, Reason.OWN_PAGE)
        found.append(replace(ended, policy=source.ref(source.content.policies[0]) if source else None))
    posing = says_it_is(article, tools.library)
    for work, match, lead in works_copied(article, tools, given, own):
        unsure = (posing and posing.id == work.publisher) or (lead is None and may_be_the_source(article, work))
        if unsure and not given.original:
            seen = Republication(work=work, copy=article, match=match, observed_at=article.fetched_at)
            found.append(
                Assessment(policy=None, republication=seen, fallback=Verdict.INCOMPLETE, reason=Reason.UNDECIDABLE)
            )
            continue
        found += _chain(article, work, match, lead, tools, given)
    if given.swept:
        found = [one for one in found if not is_teaser(one)]
    if found:
        return _once(found)
    if given.swept and is_own(article):
        return (_ended(article, Verdict.INAPPLICABLE, Reason.OWN_PAGE),)
    if own_source_named(article):
        return (_ended(article, Verdict.INCOMPLETE, Reason.UNKNOWN_WORK),)
    return (_ended(article, Verdict.INAPPLICABLE, Reason.NO_KNOWN_WORK),)


def own_source_named(article: Article) -> bool:
    """True when the page names another source for its article: somebody's work, if nobody's we know."""
    return bool(article.credits)


def _unjudgeable(state: PageState) -> Reason:
    return Reason.NEEDS_BROWSER if state is PageState.SCRIPT_SHELL else Reason.UNREACHABLE


def _ended(article: Article, verdict: Verdict, reason: Reason) -> Assessment:
    seen = Republication(work=Work(id=""), copy=article, match=None, observed_at=article.fetched_at)
    return Assessment(policy=None, republication=seen, fallback=verdict, reason=reason)


def _once(found: Sequence[Assessment]) -> tuple[Assessment, ...]:
    kept: dict[tuple[str, str], Assessment] = {}
    for assessment in found:
        seen = assessment.republication
        key = (assessment.policy.publisher if assessment.policy else "", seen.work.id if seen else "")
        kept.setdefault(key, assessment)
    return tuple(kept.values())


# --- by whose terms --------------------------------------------------------------------------------------------------


def _chain(
    article: Article, work: Work, match: Match | None, lead: Lead | None, tools: Tools, given: Given
) -> list[Assessment]:
    """Judge the copy by every hop's terms: the work's publisher, then whoever that one took it from."""
    found: list[Assessment] = []
    seen: set[str] = set()
    publisher = _publisher(work, lead, tools, given)
    if publisher is None and match and (match.words or match.language_independent):
        return [_without_policy(Republication(work=work, copy=article, match=match, observed_at=article.fetched_at))]
    while publisher and publisher.id not in seen and len(found) < MAX_HOPS:
        seen.add(publisher.id)
        proposed = _only_proposed(match, lead, given)
        found.append(_judge(article, work, match, publisher, tools, given, hop=len(found), proposed=proposed))
        step = _next_hop(article, work, publisher, tools, seen)
        if step is None or proposed:
            break
        farther = look_up(step, tools, article)
        if farther is None or not farther.text:
            named = named_work(step, article)
            farther = replace(named, title=work.title, text=work.text, authors=work.authors, language=work.language)
        work = farther
        match = compare(work, article) if work.text else None
        publisher = step.publisher or _stand_in(step)
    return found


def _only_proposed(match: Match | None, lead: Lead | None, given: Given) -> bool:
    """True where no word of the page, and nobody who asks, points to the work."""
    return bool(match and match.language_independent) and lead is None and not given.original


def _publisher(work: Work, lead: Lead | None, tools: Tools, given: Given) -> Publisher | None:
    if given.policy:
        return given.policy.publisher
    if given.publisher:
        return given.publisher
    if work.publisher:
        source = tools.library.source(work.publisher)
        if source:
            return source.publisher
    owner = tools.library.owner(work.url)
    if owner:
        return owner
    if lead:
        return lead.publisher or _stand_in(lead)
    return site_publisher(work.url, None) if work.url else None


def _stand_in(lead: Lead) -> Publisher | None:
    if lead.url:
        return site_publisher(lead.url, lead.source_name)
    return site_publisher("", lead.source_name) if lead.source_name else None


def _next_hop(article: Article, work: Work, publisher: Publisher, tools: Tools, seen: set[str]) -> Lead | None:
    if work.article:
        step = upstream(work.article, publisher, tools.library)
        if step and not (step.publisher and step.publisher.id in seen):
            return step
    for lead in leads(article, tools.library):
        if lead.why == "credit" and lead.publisher and lead.publisher.id not in seen:
            return lead
    return None


def _judge(
    article: Article,
    work: Work,
    match: Match | None,
    publisher: Publisher,
    tools: Tools,
    given: Given,
    hop: int,
    proposed: bool,
) -> Assessment:
    seen = Republication(
        work=work,
        copy=article,
        match=match,
        observed_at=article.fetched_at,
        republisher=given.republisher,
        history=given.history,
        medium=given.medium,
    )
    if tools.follow:
        seen = followed(seen, publisher, tools.follow)
    source = given.policy if given.policy and hop == 0 else tools.library.source(publisher.id)
    if source is None and work.article:
        source = stated(work.article, tools.library)
    if source is None:
        return _without_policy(seen, hop)
    policy = choose(source, _circumstances(seen))
    if policy is None:
        return _without_policy(seen, hop)
    return evaluate(
        policy,
        publisher if source.inferred else source.publisher,
        source.ref(policy),
        seen,
        hop=hop,
        terms_known=source.terms_known,
        proposed=proposed,
        waivers=_waivers(source, article),
    )


def _without_policy(seen: Republication, hop: int = 0) -> Assessment:
    """Nobody has encoded the terms; where the original says that they stand is told."""
    told = pointer(seen.work.article) if seen.work.article else None
    found: tuple[Finding, ...] = ()
    if told:
        found = (
            Finding(
                clause="grant.mode",
                type="grant.mode",
                verdict=Verdict.INCOMPLETE,
                reason=Reason.TERMS_UNKNOWN,
                message=told,
            ),
        )
    return Assessment(
        policy=None,
        republication=seen,
        findings=found,
        hop=hop,
        reason=Reason.NO_POLICY,
        fallback=Verdict.INCOMPLETE,
    )


def _circumstances(seen: Republication) -> Circumstances:
    original = seen.work.article
    return Circumstances(
        path=urlsplit(seen.work.url or "").path or "/",
        language=seen.work.language,
        medium=seen.medium,
        kind=seen.republisher.facts.get("kind"),
        published=_day(seen.work.published),
        copied=_day(seen.copy.published) or (seen.observed_at.date() if seen.observed_at else None),
        marks=original.visible_text if original else "",
        licences=tuple(label.spdx for label in original.licences if label.spdx) if original else (),
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _waivers(source: Source, article: Article) -> tuple[Permission, ...]:
    site = urls.site(article.address)
    return tuple(
        Permission(
            publisher=source.publisher.id,
            clauses=waiver.clauses,
            works=waiver.works,
            since=waiver.since.isoformat() if waiver.since else None,
            until=waiver.until.isoformat() if waiver.until else None,
            reference=waiver.reference,
        )
        for waiver in source.content.waivers
        if site and waiver.site == site
    )
