"""Kinds of republishers: the words of the terms, which of them mean the same, and what is declared or shown.

Kinds are not ordered: some publishers are free for non-profits and ask companies, others the reverse.
"""

from __future__ import annotations

from rights import money
from rights.clause import Case

#: Words for a kind that mean the same; the first is ours.
_SAME = (
    ("commercial", "commercial-site", "company", "for-profit", "business", "commerce"),
    ("nonprofit", "non-profit", "ngo", "charity", "association"),
    ("community", "community-site", "grassroots"),
    ("noncommercial", "noncommercial-site", "non-commercial"),
    ("personal", "personal-site", "blog", "private"),
    ("education", "educational", "school", "university"),
    ("government", "public-body", "authority"),
    ("news-org", "news", "news-outlet", "news-organization", "news-organisation", "media", "newspaper"),
    ("accredited-news", "accredited-media"),
    ("online-publication", "online-media"),
    ("library",),
    ("forum",),
    ("network-partner", "partner", "member", "approved-partner", "ccnow-partner"),
)
_OURS = {word: words[0] for words in _SAME for word in words}
#: Kinds that are not run for profit; `community` in a policy means any of them.
NONCOMMERCIAL = frozenset({"nonprofit", "community", "noncommercial", "personal", "education", "government", "library"})
_INCLUDES = {
    "community": NONCOMMERCIAL,
    "noncommercial": NONCOMMERCIAL,
    "news-org": frozenset({"news-org", "accredited-news", "online-publication"}),
    "online-publication": frozenset({"online-publication", "news-org", "accredited-news"}),
}


#: Kinds that answer the same question; one of them says nothing about another question.
_QUESTIONS = (
    frozenset({"commercial", *NONCOMMERCIAL}),
    frozenset({"news-org", "accredited-news", "online-publication", "forum"}),
    frozenset({"network-partner"}),
)


def answers(kinds: frozenset[str], named: tuple[str, ...]) -> bool:
    """True when the kinds say something about every question that the words of the terms are about."""
    asked = [question for question in _QUESTIONS if question & {ours(word) for word in named}]
    return bool(asked) and all(kinds & question for question in asked)


def ours(word: str) -> str:
    """Our word for a kind; a kind that we do not know stays as it is."""
    return _OURS.get(word.strip().lower(), word.strip().lower())


def kinds_in(said: str | None) -> frozenset[str]:
    """The kinds that a declaration names; several are separated by commas."""
    return frozenset(ours(word) for word in (said or "").split(",") if word.strip())


def declared_kinds(case: Case) -> frozenset[str]:
    """What the republisher is declared to be."""
    return kinds_in(case.declared("kind"))


def shown_kinds(case: Case) -> frozenset[str]:
    """What the page itself proves the site to be: commercial, or non-profit, or nothing."""
    seen = money.standing(case.copy)
    if seen.proven and len(seen.strong) >= 2:
        return frozenset({"commercial"})
    if not seen.nonprofit:
        return frozenset()
    public = any(signal.kind == "public_body" for signal in seen.contrary)
    return frozenset({"government" if public else "nonprofit"})


def is_commercial(kinds: frozenset[str]) -> bool:
    """True when one of the kinds is run for profit."""
    return "commercial" in kinds


def within(kinds: frozenset[str], named: tuple[str, ...]) -> bool:
    """True when one of the kinds is meant by one of the words of the terms."""
    for word in named:
        meant = _INCLUDES.get(ours(word), frozenset({ours(word)}))
        if kinds & meant:
            return True
    return False
