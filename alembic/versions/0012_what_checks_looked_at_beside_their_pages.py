"""What checks looked at beside their pages: the further pages of an article, and what is behind links.

Revision: 0012
Follows: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sqlmodel.sql.sqltypes.AutoString()
_TIME = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    """Create the table; of earlier checks nothing is known."""
    op.create_table(
        "beside",
        sa.Column("number", _BIG, autoincrement=True, nullable=False),
        sa.Column("check_number", _BIG, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("address", _TEXT, nullable=False),
        sa.Column("final_url", _TEXT, nullable=True),
        sa.Column("site", _TEXT, nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("fetched_at", _TIME, nullable=True),
        sa.Column("sha256", _TEXT, nullable=True),
        sa.Column("cut", _TEXT, nullable=True),
        sa.Column("chain", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_beside"),
        sa.ForeignKeyConstraint(
            ["check_number"], ["check.number"], name="fk_beside_check_number_check", ondelete="CASCADE"
        ),
    )
    for column in ("check_number", "site", "sha256"):
        op.create_index(f"ix_beside_{column}", "beside", [column])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("beside")
