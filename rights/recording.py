"""Looks on their way into the database: recorded in batches, one by one where a batch is refused, patiently where the
database is away.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from rights.errors import BodiesRefused, StoreError
from rights.model import PolicyRef
from rights.store import Store
from rights.store.patience import patiently
from rights.store.records import Change, Look, Outcome, Recorded, Sweep

log = logging.getLogger("rights.crawl")


class Recorder:
    """Records what one crawler saw, as the holder of its hosts' leases."""

    def __init__(
        self,
        store: Store,
        owner: str,
        clock: Callable[[], datetime],
        *,
        policy_text: Callable[[PolicyRef], str | None] = lambda ref: None,
        on_changes: Callable[[Sequence[Change]], None] = lambda changes: None,
    ) -> None:
        self._store = store
        self._owner = owner
        self._clock = clock
        self._policy_text = policy_text
        self._on_changes = on_changes
        self._policies: set[str] = set()

    def record(self, looks: Sequence[Look], sweep: Sweep, release: Mapping[str, datetime | None]) -> Recorded:
        """Record looks of a sweep, and give back the hosts of ``release`` with the time until which each is left alone.

        Raises `BodiesRefused` where no page's body can be kept: that is no page's fault.
        """
        self._keep_policies(looks)
        try:
            recorded = patiently(
                lambda: self._store.checks.record(looks, sweep=sweep, owner=self._owner, release=release)
            )
        except BodiesRefused:
            raise
        except StoreError:
            recorded = self._singly(looks, sweep, release)
        if recorded.changes:
            self._on_changes(recorded.changes)
        return recorded

    def again(self, look: Look) -> Recorded:
        """Record a look that belongs to no sweep and needed no lease."""
        self._keep_policies([look])
        return patiently(lambda: self._store.checks.record([look]))

    def _singly(self, looks: Sequence[Look], sweep: Sweep, release: Mapping[str, datetime | None]) -> Recorded:
        """Record what the database refused as a whole: the page that it refuses alone is set aside as broken."""
        record = partial(self._store.checks.record, owner=self._owner)
        done = []
        for look in looks:
            try:
                done.append(patiently(partial(record, [look], sweep=sweep)))
            except BodiesRefused:
                raise
            except StoreError as wrong:
                log.exception("the database refuses what %s showed", look.due.address)
                bare = Look(due=look.due, at=look.at, outcome=Outcome.BROKEN, error=str(wrong)[:2000])
                done.append(patiently(partial(record, [bare], sweep=sweep)))
        patiently(lambda: record([], release=release))
        return Recorded(
            checks=tuple(number for one in done for number in one.checks),
            dropped=sum(one.dropped for one in done),
            changes=tuple(change for one in done for change in one.changes),
        )

    def _keep_policies(self, looks: Sequence[Look]) -> None:
        """Keep the text of policies that judged for the first time."""
        refs = {one.policy.sha256: one.policy for look in looks for one in look.assessments if one.policy}
        for sha256 in sorted(refs.keys() - self._policies):
            text = self._policy_text(refs[sha256])
            if text is not None:
                ref, at = refs[sha256], self._clock()
                patiently(partial(self._store.policies.keep, sha256, ref.publisher, text, at, ref.file))
            self._policies.add(sha256)
