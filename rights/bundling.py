"""Database -> what a bundle of evidence holds: the use case behind ``rights violations show --bundle``."""

from __future__ import annotations

from rights.errors import InputError
from rights.evidence.proof import Proof, Screenshot
from rights.store import Store
from rights.store.records import Violation
from rights.store.showing import violation_json


def proof_of(store: Store, number: int, screenshot: Screenshot | None = None) -> Proof:
    """All that one violation stands on; raises `InputError` where it, or every page of it, is not on file."""
    found = store.violations.get(number)
    if found is None:
        raise InputError(f"no violation has the number {number}; see  rights violations list --state all")
    answers = [answer for check, why in _checks(found).items() if (answer := store.answers.get(check, why))]
    if all(answer.lost for answer in answers):
        raise InputError(f"violation {number} has no page on file: nothing was fetched for it, or it was forgotten")
    return Proof(
        number=number,
        title=f"Violation {number}: {found.clause} of {found.publisher} on {found.site}",
        copy_url=found.copy_url,
        violation=violation_json(found),
        answers=tuple(answers),
        original=store.works.page(found.work),
        policy_text=store.policies.text(found.policy_sha256) if found.policy_sha256 else None,
        screenshot=screenshot,
    )


def _checks(violation: Violation) -> dict[int, tuple[str, ...]]:
    """The checks that opened or changed it, and the last that showed it, each with the steps that rest on it."""
    found: dict[int, list[str]] = {}
    for event in violation.events:
        if event.check is not None:
            found.setdefault(event.check, []).append(event.state.value)
    found.setdefault(violation.opened_check, ["opened"])
    found.setdefault(violation.last_check, ["last-seen"])
    return {check: tuple(why) for check, why in sorted(found.items())}
