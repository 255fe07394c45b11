"""Records as plain JSON values: one form for the command line, the API and exports."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from rights.store.accounts import Account
from rights.store.records import Check, Event, Site, Violation, Waiver


def when(moment: datetime | None) -> str | None:
    """RFC 3339 in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def violation_json(one: Violation) -> dict[str, Any]:
    """A violation with its finding and, where they were read, its events."""
    finding = one.finding
    return {
        "number": one.number,
        "publisher": one.publisher,
        "clause": one.clause,
        "type": one.type,
        "state": one.state.value,
        "work": {"id": one.work, "url": one.work_url, "title": one.work_title},
        "copy": {"number": one.copy, "url": one.copy_url, "title": one.copy_title, "site": one.site},
        "hop": one.hop,
        "policy": {"policy": one.policy, "sha256": one.policy_sha256},
        "opened": when(one.opened_at),
        "last_seen": when(one.last_seen_at),
        "changed": when(one.changed_at),
        "missed": when(one.missed_at),
        "how": one.how,
        "reason": one.reason,
        "until": when(one.until),
        "message": str(finding.message) if finding else None,
        "remedy": str(finding.remedy) if finding and finding.remedy else None,
        "evidence": [asdict(evidence) for evidence in finding.evidence] if finding else [],
        "snapshot": one.snapshot,
        "events": [event_json(event) for event in one.events],
    }


def event_json(one: Event) -> dict[str, Any]:
    """One step of a violation's life."""
    return {
        "at": when(one.at),
        "state": one.state.value,
        "by": one.by,
        "note": one.note,
        "until": when(one.until),
        "check": one.check,
    }


def site_json(one: Site) -> dict[str, Any]:
    """A site with its figures."""
    return asdict(one) | {"addresses": list(one.addresses)}


def waiver_json(one: Waiver) -> dict[str, Any]:
    """A publisher's waiver or agreement."""
    return asdict(one) | {"at": when(one.at), "revoked_at": when(one.revoked_at)}


def check_json(one: Check) -> dict[str, Any]:
    """One finished check."""
    return asdict(one) | {"at": when(one.at), "outcome": one.outcome.value}


def account_json(one: Account) -> dict[str, Any]:
    """An account without its password."""
    return {
        "name": one.name,
        "role": one.role.value,
        "publishers": list(one.publishers),
        "created": when(one.created_at),
        "last_seen": when(one.last_seen_at),
        "disabled": when(one.disabled_at),
    }
