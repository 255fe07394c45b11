"""Count for the desk's overview from indexes alone, and order one state's violations without sorting.

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
    """Replace the index on the site by one that also counts, and add three; tell the planner of them."""
    op.drop_index("ix_violation_site", "violation")
    op.create_index("ix_violation_site_state", "violation", ["site", "state"])
    op.create_index("ix_violation_clause_state", "violation", ["clause", "state"])
    op.create_index("ix_violation_state_changed", "violation", ["state", "changed_at", "number"])
    op.create_index("ix_violation_event_at_state", "violation_event", ["at", "state"])
    op.execute("ANALYZE violation")
    op.execute("ANALYZE violation_event")


def downgrade() -> None:
    """Put the one index back."""
    op.drop_index("ix_violation_event_at_state", "violation_event")
    op.drop_index("ix_violation_state_changed", "violation")
    op.drop_index("ix_violation_clause_state", "violation")
    op.drop_index("ix_violation_site_state", "violation")
    op.create_index("ix_violation_site", "violation", ["site"])
