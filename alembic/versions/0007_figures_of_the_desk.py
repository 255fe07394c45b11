"""Count for the desk's overview from indexes alone.

Revision: 0007
Follows: 0006
"""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add three covering indexes."""
    op.create_index("ix_violation_state_clause", "violation", ["state", "clause"])
    op.create_index("ix_violation_state_site", "violation", ["state", "site"])
    op.create_index("ix_violation_event_at_state", "violation_event", ["at", "state"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_violation_event_at_state", "violation_event")
    op.drop_index("ix_violation_state_site", "violation")
    op.drop_index("ix_violation_state_clause", "violation")
