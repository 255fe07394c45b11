"""Count how often a page was taken by a worker that never recorded it.

Revision: 0008
Follows: 0007
"""

from __future__ import annotations

import sqlalchemy as sa

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the count; programs of the version before, which know nothing of it, go on writing."""
    op.add_column("due", sa.Column("tries", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("due", "tries")
