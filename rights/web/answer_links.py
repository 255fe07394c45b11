"""Signed links by which a republisher answers without an account: they name one violation and end by themselves."""

from __future__ import annotations

from datetime import timedelta

from itsdangerous import BadData, URLSafeTimedSerializer

from rights.store import Store

#: How long a link lasts.
LASTS = timedelta(days=60)
#: No link is longer, whatever it holds.
LONGEST = 200


class AnswerLinks:
    """The links of one database."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._made: URLSafeTimedSerializer | None = None

    @property
    def _signer(self) -> URLSafeTimedSerializer:
        if self._made is None:
            self._made = URLSafeTimedSerializer(self._store.shared.key(), salt="answer")
        return self._made

    def address(self, violation: int, base_url: str) -> str:
        """The link for a violation, to be put into a letter."""
        return f"{base_url.rstrip('/')}/answer/{self._signer.dumps(violation)}"

    def violation(self, token: str) -> int | None:
        """The violation that a link names; None for one that was not made here or has ended."""
        if len(token) > LONGEST:
            return None
        try:
            found = self._signer.loads(token, max_age=int(LASTS.total_seconds()))
        except BadData:
            return None
        return found if isinstance(found, int) else None
