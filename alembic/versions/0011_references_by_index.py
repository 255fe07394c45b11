"""Index what refers to checks and findings: without, each one that is dropped looks through all violations.

Revision: 0011
Follows: 0010
"""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_INDEXES = {
    "ix_violation_opened_check": ("violation", "opened_check"),
    "ix_violation_last_check": ("violation", "last_check"),
    "ix_violation_finding": ("violation", "finding"),
    "ix_violation_event_check_number": ("violation_event", "check_number"),
}


def upgrade() -> None:
    """Make the indexes."""
    for name, (table, column) in _INDEXES.items():
        op.create_index(name, table, [column])


def downgrade() -> None:
    """Drop them."""
    for name, (table, _) in _INDEXES.items():
        op.drop_index(name, table)
