"""Of two pages that share a text, which is the original: by what they say of each other, and by when.

A wrong answer accuses the author of copying, so "cannot tell" is the answer whenever signals are weak or disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from rights import urls
from rights.match.pages import work_text
from rights.match.words import words_of
from rights.model import Article, Work
from rights.patterns import late


class Origin(StrEnum):
    """Where a text that two pages share comes from."""

    FIRST = "first"
    SECOND = "second"
    RERUN = "rerun"  # both pages are one publisher's
    THIRD = "third"  # an agency, a press release or another source that both took it from
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sign:
    """One signal: which page it favours (`Origin.THIRD`: neither), how strongly (1 to 4), and what was seen."""

    kind: str  # credit | canonical | relation | agency | published | first-seen | feed | named-in-text | same-site
    favours: Origin
    weight: int
    seen: str


@dataclass(frozen=True, slots=True)
class Direction:
    """The origin and every signal that speaks for or against it; ``earlier`` is the page published first, if known."""

    origin: Origin
    signs: tuple[Sign, ...] = ()
    earlier: Origin = Origin.UNKNOWN


#: Signals of one side must weigh so much, and the other side's at most this part of it.
ENOUGH, CONTRARY = 2, 0.34
#: What a page says itself of where its text comes from weighs so much: dates may err, an admission does not.
DECLARED = 3
#: A text that so many sites carry comes from none of them unless one is credited by another.
CARRIERS = 4
#: Time zones set two dates so far apart though the moment be the same.
ZONES = timedelta(hours=26)

_AGENCIES = (
    "associated press", "ap", "reuters", "thomson reuters", "agence france presse", "afp", "deutsche presse agentur", "dpa", "efe",
    "ansa", "upi", "united press international", "press association", "pa media", "xinhua", "kyodo", "kyodo news", "tass", "interfax",
    "pti", "press trust of india", "ians", "ani", "anadolu", "anadolu agency", "apa", "sda", "keystone sda", "anp", "belga", "ritzau",
    "ntb", "tt", "stt", "lusa", "europa press", "canadian press", "the canadian press", "aap", "australian associated press", "unian",
    "ukrinform", "yonhap", "bernama", "antara", "news service", "states newsroom", "pr newswire", "prnewswire", "business wire",
    "businesswire", "globe newswire", "globenewswire", "accesswire", "ein presswire", "news aktuell", "presseportal", "ots",
)  # fmt: skip
_AGENCY_NAMES = frozenset(" ".join(words_of(name)) for name in _AGENCIES)
_DATELINE = late(
    r"^.{0,80}?\((AP|Reuters|AFP|dpa|EFE|ANSA|UPI|PTI|IANS|ANI|Xinhua|Kyodo|Lusa|CP|AAP|PA|PRNewswire|BUSINESS WIRE|GLOBE NEWSWIRE|ots)\)|"
    r"^.{0,80}?/(PRNewswire|CNW|ACCESSWIRE)/",
    re.DOTALL,
)
#: A line of its own by which a text says that it was sent to every newsroom: at its head, or before who answers questions.
_RELEASE = late(
    r"^\W*(?:for immediate (?:release|publication)|(?:press|news|media) release|presse(?:mitteilung|information|aussendung)|medienmitteilung|"
    r"communiqué(?: de presse)?|nota de prensa|comunicado de (?:prensa|imprensa)|comunicato stampa|persbericht|pressmeddelande)\b.{0,40}$|"
    r"^\W*(?:(?:press|media|news) contacts?|contacts? (?:presse|media|stampa)|(?:presse|medien)kontakt|contacto de prensa)\b.{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
#: Words of a text at whose head and end such a line stands.
_HEAD, _END = 60, 150


def direction(
    first: Work,
    second: Work,
    *,
    first_seen: tuple[datetime | None, datetime | None] = (None, None),
    in_own_feed: tuple[bool, bool] = (False, False),
    carriers: int = 2,
) -> Direction:
    """Which of two works that match is the original.

    ``first_seen`` says when the crawler first met each, ``in_own_feed`` whether each stood in its own site's feed,
    ``carriers`` on how many sites the text is known to stand.
    """
    signs = tuple(_signs(first, second, first_seen, in_own_feed))
    earlier = _earlier(first, second, first_seen)
    if any(sign.kind == "same-site" for sign in signs):
        return Direction(Origin.RERUN, signs, earlier)
    weight = {origin: sum(sign.weight for sign in signs if sign.favours is origin) for origin in Origin}
    ours, theirs, neither = weight[Origin.FIRST], weight[Origin.SECOND], weight[Origin.THIRD]
    declared = {sign.favours for sign in signs if sign.weight >= DECLARED and sign.favours is not Origin.THIRD}
    said = bool(declared)
    if len(declared) == 1:
        return Direction(declared.pop(), signs, earlier)
    if neither and not said:
        return Direction(Origin.THIRD, signs, earlier)
    if carriers >= CARRIERS and not said:
        return Direction(Origin.UNKNOWN, signs, earlier)
    best, other = max(ours, theirs), min(ours, theirs)
    if best >= ENOUGH and other <= CONTRARY * best:
        return Direction(Origin.FIRST if ours > theirs else Origin.SECOND, signs, earlier)
    return Direction(Origin.UNKNOWN, signs, earlier)


def _signs(
    first: Work, second: Work, seen: tuple[datetime | None, datetime | None], feed: tuple[bool, bool]
) -> Iterator[Sign]:
    one, other = _address(first), _address(second)
    if urls.same_site(one, other) or (first.publisher and first.publisher == second.publisher):
        yield Sign("same-site", Origin.RERUN, 4, urls.site(one) or first.publisher or "")
    for copy, work, favours in ((second, first, Origin.FIRST), (first, second, Origin.SECOND)):
        if copy.article:
            yield from _said(copy.article, work, favours)
        yield from _named_in_text(copy, work, favours)
    sources = [agency_of(work) for work in (first, second)]
    for source in sources:
        if source:
            yield Sign("agency", Origin.THIRD, 3, source)
    yield from _when("published", first.published, second.published, strong=2)
    yield from _when("first-seen", _iso(seen[0]), _iso(seen[1]), strong=1)
    if feed[0] != feed[1]:
        yield Sign("feed", Origin.FIRST if feed[0] else Origin.SECOND, 1, "in its own site's feed")


def _said(page: Article, work: Work, favours: Origin) -> Iterator[Sign]:
    """What a page says of where its text comes from."""
    there = _address(work)
    for credit in page.credits:
        if urls.is_web(credit.href) and urls.same_page(credit.href, there):
            yield Sign("credit", favours, 4, credit.text)
            break
        if (urls.is_web(credit.href) and urls.same_site(credit.href, there)) or _is_named(credit.source_name, work):
            yield Sign("credit", favours, 3, credit.text)
            break
    if (
        page.canonical
        and page.canonical_in == "head"
        and urls.same_page(page.canonical, there)
        and not urls.same_page(page.address, there)
    ):
        yield Sign("canonical", favours, 4, page.canonical)
    for relation in page.relations:
        if relation.kind in ("isBasedOn", "isBasedOnUrl", "translationOfWork") and urls.same_page(relation.href, there):
            yield Sign("relation", favours, 4, f"{relation.kind} {relation.href}")
    for named in page.named:
        if named.href and urls.same_page(named.href, there):
            yield Sign("relation", favours, 3, f"{named.where} {named.href}")


def _is_named(name: str | None, work: Work) -> bool:
    said = " ".join(words_of(name or ""))
    return bool(said) and said in _names(work)


def _names(work: Work) -> set[str]:
    names = [work.publisher, *((work.article.site_name, work.article.publisher) if work.article else ())]
    return {" ".join(words_of(name)) for name in names if name}


def _named_in_text(copy: Work, work: Work, favours: Origin) -> Iterator[Sign]:
    """ "told the Herald" in both texts: whose interview it is."""
    text = f" {' '.join(words_of(work_text(copy)))} "
    for name in _names(work) - _names(copy):
        short = name.removeprefix("the ")
        for verb in ("told", "interview with", "obtained by", "speaking to", "seen by", "reviewed by"):
            if any(f" {verb} {article}{short} " in text for article in ("", "the ")):
                yield Sign("named-in-text", favours, 2, f"{verb} {name}")
                return


def agency_of(work: Work) -> str | None:
    """The agency or wire whose text a page says it carries; None on the agency's own site."""
    own = _names(work)
    if own & _AGENCY_NAMES:
        return None
    if work.article:
        for credit in work.article.credits:
            if " ".join(words_of(credit.source_name or "")) in _AGENCY_NAMES:
                return credit.source_name
    authors = (*work.authors, *(work.article.authors if work.article else ()))
    for author in authors:
        if " ".join(words_of(author)).removeprefix("the ") in _AGENCY_NAMES:
            return author
    text = work_text(work)
    found = _DATELINE.match(text[:120])
    return (found[1] or found[2]) if found else _release(text)


def _release(text: str) -> str | None:
    """The line by which a text says that it is a press release."""
    words = [found.end() for found in re.finditer(r"\S+", text)]
    if not words:
        return None
    head, end = text[: words[min(_HEAD, len(words)) - 1]], text[words[max(len(words) - _END, 0)] :]
    found = _RELEASE.search(head) or _RELEASE.search(end)
    return found[0].strip() if found else None


def _when(kind: str, first: str | None, second: str | None, *, strong: int) -> Iterator[Sign]:
    one, other = _moment(first), _moment(second)
    if one is None or other is None:
        return
    (start, exact), (second_start, second_exact) = one, other
    apart = abs(second_start - start)
    favours = Origin.FIRST if start < second_start else Origin.SECOND
    if apart > (timedelta(hours=1) if exact and second_exact else ZONES):
        yield Sign(kind, favours, strong if apart > ZONES else 1, f"{first} and {second}")


def _earlier(first: Work, second: Work, seen: tuple[datetime | None, datetime | None]) -> Origin:
    for pair in ((first.published, second.published), (_iso(seen[0]), _iso(seen[1]))):
        for sign in _when("", *pair, strong=1):
            return sign.favours
    return Origin.UNKNOWN


def _moment(text: str | None) -> tuple[datetime, bool] | None:
    """The moment that an ISO 8601 text names, and whether it says the hour and zone."""
    if not text or not re.match(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    exact = moment.tzinfo is not None and "T" in text.upper().replace(" ", "T")
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)), exact


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _address(work: Work) -> str | None:
    return work.url or (work.article.address if work.article else None)
