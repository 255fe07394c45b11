"""The terms behind a violation: what they allow to be changed, and which of their clauses are in doubt."""

from __future__ import annotations

from rights.errors import PolicyError
from rights.evaluate import allowed_changes
from rights.library import Library
from rights.model import ChangeKind
from rights.policy import Source, parse_policy
from rights.report.publisher import Doubts
from rights.store import Store
from rights.store.records import Violation


def allowed_in(store: Store, library: Library, violation: Violation) -> frozenset[ChangeKind]:
    """The classes of changes that the policy did not mind by which a violation was judged; none where it is not on file."""
    source = _source(store, library, violation)
    policies = source.content.policies if source else ()
    found = next((policy for policy in policies if policy.id == violation.policy), None)
    return allowed_changes(found) if found else frozenset()


def _source(store: Store, library: Library, violation: Violation) -> Source | None:
    try:
        now = library.source(violation.publisher)
        if now is not None and now.sha256 == violation.policy_sha256:
            return now
        text = store.policies.text(violation.policy_sha256) if violation.policy_sha256 else None
        return parse_policy(text) if text else None
    except PolicyError:
        return None


def doubts_about(store: Store, library: Library, publisher: str) -> Doubts | None:
    """What the last look at a publisher's terms could not find again of the policy at hand; None where nothing is missing."""
    try:
        source = library.source(publisher)
    except PolicyError:
        return None
    seen = store.terms.last_read(publisher, source.sha256) if source else None
    if seen is None or not seen.lost:
        return None
    clauses = tuple(dict.fromkeys((anchor.policy, anchor.clause) for anchor in seen.lost))
    return Doubts(url=seen.url, at=seen.at, clauses=clauses, words=tuple(anchor.words for anchor in seen.lost))
