"""Who is told of changes, and what waits to be told.

Revision: 0005
Follows: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the two tables."""
    op.create_table(
        "subscription",
        sa.Column("number", _BIG, autoincrement=True, nullable=False),
        sa.Column("publisher", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("channel", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("target", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("cadence", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("states", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("clauses", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("secret", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("last_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("ended_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_subscription"),
    )
    op.create_index("ix_subscription_publisher", "subscription", ["publisher"])
    op.create_table(
        "telling",
        sa.Column("number", _BIG, autoincrement=True, nullable=False),
        sa.Column("subscription", _BIG, nullable=False),
        sa.Column("event", _BIG, nullable=False),
        sa.Column("next_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("told_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message", _BIG, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["subscription"], ["subscription.number"], name="fk_telling_subscription_subscription"),
        sa.ForeignKeyConstraint(["event"], ["violation_event.number"], name="fk_telling_event_violation_event"),
        sa.PrimaryKeyConstraint("number", name="pk_telling"),
        sa.UniqueConstraint("subscription", "event", name="uq_telling_once"),
    )
    op.create_index("ix_telling_event", "telling", ["event"])
    op.create_index("ix_telling_next_at", "telling", ["next_at"])


def downgrade() -> None:
    """Drop them."""
    op.drop_table("telling")
    op.drop_table("subscription")
