"""Order inboxes by the last change without sorting.

Revision: 0003
Follows: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Replace the index on the time by two that also break ties."""
    with op.batch_alter_table("violation") as batch:
        batch.drop_index("ix_violation_changed_at")
        batch.create_index("ix_violation_changed", ["changed_at", "number"])
        batch.create_index("ix_violation_publisher_changed", ["publisher", "changed_at", "number"])


def downgrade() -> None:
    """Put the one index back."""
    with op.batch_alter_table("violation") as batch:
        batch.drop_index("ix_violation_publisher_changed")
        batch.drop_index("ix_violation_changed")
        batch.create_index("ix_violation_changed_at", ["changed_at"])
