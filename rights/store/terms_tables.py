"""The table of looks at publishers' terms."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from rights.store.tables import Base, _json, _key, _text, metadata


class TermsCheckRow(Base, table=True):
    """One look at a publisher's terms: whether they could be read, and which clauses' anchors were gone; append-only."""

    __tablename__ = "terms_check"
    number: int = _key()
    publisher: str = Field(index=True)
    url: str
    at: datetime
    policy_sha256: str
    anchors: int
    lost: list[list[str]] = _json()
    error: str | None = _text()


terms_check = metadata.tables["terms_check"]
