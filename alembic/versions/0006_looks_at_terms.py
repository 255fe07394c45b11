"""Looks at publishers' terms, and which clauses' anchors were gone.

Revision: 0006
Follows: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "terms_check",
        sa.Column("number", _BIG, autoincrement=True, nullable=False),
        sa.Column("publisher", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("url", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("policy_sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("anchors", sa.Integer(), nullable=False),
        sa.Column("lost", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_terms_check"),
    )
    op.create_index("ix_terms_check_publisher", "terms_check", ["publisher"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("terms_check")
