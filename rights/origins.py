"""Whose piece it is: marks on an original that say it came from somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights import urls
from rights.clause import Case
from rights.model import Article, CreditKind, Evidence
from rights.passages import find_names, margins, quote
from rights.publisher import Publisher

#: Credits that say where a piece was before; a copyright line or a thank-you alone does not.
_FROM = frozenset(
    {
        CreditKind.ORIGINAL_PUBLICATION,
        CreditKind.REPUBLISHED,
        CreditKind.REPRINTED,
        CreditKind.CROSSPOST,
        CreditKind.SYNDICATED,
        CreditKind.SOURCE_LINE,
        CreditKind.TRANSLATION,
    }
)
#: Characters at the head of the text in which an agency's dateline stands: "LINDMARK, June 11 (Agency) -".
DATELINE = 80


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a publisher took a piece from: the name and the address as far as they are given."""

    name: str | None
    href: str | None
    evidence: Evidence


def upstream(article: Article | None, publisher: Publisher, markers: Sequence[str] = ()) -> Origin | None:
    """The source that a publisher's own page credits for a piece, or None where it is the publisher's own work.

    ``markers`` are words that mark third-party pieces in the byline or beside the text, such as an agency's name.
    """
    if article is None:
        return None
    for credit in article.credits:
        own = publisher.owns(credit.href) or (credit.source_name or "") in publisher.names
        if credit.kind in _FROM and not own and (credit.source_name or urls.is_web(credit.href)):
            return Origin(credit.source_name, credit.href, Evidence(exact=credit.text, selector=credit.selector))
    datelines = [block.text[:DATELINE] for block in article.blocks[:2]]
    for line in [article.byline or "", *datelines, *margins(article)]:
        for start, end in find_names(line, markers):
            if len(line.split()) <= 40:
                return Origin(line[start:end], None, quote(line, start, end))
    return None


def origin(case: Case, markers: Sequence[str] = ()) -> Origin | None:
    """The source before this publisher, as the original says or, where that is not at hand, the copy's own credits."""
    if case.original is not None:
        return upstream(case.original, case.publisher, markers)
    for credit in case.copy.credits:
        if credit.kind is not CreditKind.ORIGINAL_PUBLICATION or case.owns(credit.href):
            continue
        if credit.source_name and next(find_names(credit.source_name, case.publisher.names), None) is None:
            return Origin(credit.source_name, credit.href, Evidence(exact=credit.text, selector=credit.selector))
    return None
