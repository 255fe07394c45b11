"""The table of what checks looked at beside their pages."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, ForeignKey, LargeBinary
from sqlmodel import Field

from rights.store.tables import Base, _Big, _json, _key, metadata


class BesideRow(Base, table=True):
    """One address that a check looked at beside its page, in the order of the numbers; append-only.

    ``status`` is null where nothing could be had.  ``site`` is whose page it was.  The rows of a check go with it: a worker of
    an older version, which does not know them, drops old checks while a newer one already writes here.
    """

    __tablename__ = "beside"
    number: int = _key()
    check_number: int = Field(
        sa_column=Column(_Big, ForeignKey("check.number", ondelete="CASCADE"), index=True, nullable=False)
    )
    kind: str
    address: str
    final_url: str | None = None
    site: str = Field(index=True)
    status: int | None = None
    headers: dict[str, str] = _json()
    fetched_at: datetime | None = None
    sha256: str | None = Field(default=None, index=True)
    cut: str | None = None
    chain: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))


beside = metadata.tables["beside"]
