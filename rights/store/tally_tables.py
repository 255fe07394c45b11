"""The tables of the desk's figures: how many violations there are, kept in the transactions that change it."""

from __future__ import annotations

from sqlmodel import Field

from rights.store.tables import Base, _table


class ViolationCountRow(Base, table=True):
    """How many violations of a publisher's clause are in a state."""

    __tablename__ = "violation_count"
    publisher: str = Field(primary_key=True)
    clause: str = Field(primary_key=True)
    state: str = Field(primary_key=True)
    number: int


class SiteCountRow(Base, table=True):
    """How many violations of a publisher's terms are open on a site; 0 where there were some."""

    __tablename__ = "site_count"
    site: str = Field(primary_key=True)
    publisher: str = Field(primary_key=True, index=True)
    open: int


violation_count, site_count = _table("violation_count"), _table("site_count")
