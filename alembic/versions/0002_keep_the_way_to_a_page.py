"""Keep the way to a page.

What was sent and answered, hop by hop, with peers and TLS facts: what a WARC record of the page needs.

Revision: 0002
Follows: 0001
"""

from __future__ import annotations

import sqlalchemy as sa

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; earlier checks have none."""
    with op.batch_alter_table("check") as batch:
        batch.add_column(sa.Column("chain", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Drop the column."""
    with op.batch_alter_table("check") as batch:
        batch.drop_column("chain")
