"""Keep the desk's figures, put the sites of all copies on file, and let every order of an inbox be walked by an index.

Revision: 0010
Follows: 0009
"""

from __future__ import annotations

import sqlalchemy as sa

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_OPEN = "('opened', 'notified', 'answered', 'reopened')"
_NEW = {
    "ix_violation_publisher_changed": ["publisher", "changed_at", "number", "state"],
    "ix_violation_changed": ["changed_at", "number", "state"],
    "ix_violation_opened": ["opened_at", "number", "state"],
    "ix_violation_clause": ["clause", "number", "state"],
    "ix_violation_site": ["site", "number", "state"],
}
_OLD = {
    "ix_violation_publisher_changed": ["publisher", "changed_at", "number"],
    "ix_violation_changed": ["changed_at", "number"],
    "ix_violation_opened_at": ["opened_at"],
    "ix_violation_clause_state": ["clause", "state"],
    "ix_violation_site_state": ["site", "state"],
}


def upgrade() -> None:
    """Make the two tables of figures and fill them."""
    op.create_table(
        "violation_count",
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("publisher", "clause", "state", name="pk_violation_count"),
    )
    op.create_table(
        "site_count",
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("site", "publisher", name="pk_site_count"),
    )
    op.create_index("ix_site_count_publisher", "site_count", ["publisher"])
    op.execute(
        "INSERT INTO violation_count (publisher, clause, state, number) "
        "SELECT publisher, clause, state, count(*) FROM violation GROUP BY publisher, clause, state"
    )
    op.execute(
        "INSERT INTO site_count (site, publisher, open) "
        f"SELECT site, publisher, sum(CASE WHEN state IN {_OPEN} THEN 1 ELSE 0 END) FROM violation GROUP BY site, publisher"
    )
    op.execute(
        "INSERT INTO site (name, watched, paused, opted_out, added_at) "
        "SELECT copy.site, false, false, false, min(copy.first_seen_at) FROM copy "
        "WHERE copy.site NOT IN (SELECT name FROM site) GROUP BY copy.site"
    )
    _exchange(_OLD, _NEW)


def downgrade() -> None:
    """Drop the figures; sites about which nothing is on file but that they hold a copy go too."""
    _exchange(_NEW, _OLD)
    op.execute(
        "DELETE FROM site WHERE NOT watched AND NOT paused AND NOT opted_out AND publisher IS NULL AND facts IS NULL "
        "AND note IS NULL"
    )
    op.drop_table("site_count")
    op.drop_table("violation_count")


def _exchange(old: dict[str, list[str]], new: dict[str, list[str]]) -> None:
    for name in old:
        op.drop_index(name, "violation")
    for name, columns in new.items():
        op.create_index(name, "violation", columns)
    op.execute("ANALYZE violation")
