"""Keep accounts, their sessions and tokens, and one-off checks that are shared by link.

Revision: 0004
Follows: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT, _TIME = sqlmodel.sql.sqltypes.AutoString, sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    """Add four tables."""
    op.create_table(
        "account",
        sa.Column("number", _BIG, autoincrement=True, nullable=False),
        sa.Column("name", _TEXT(), nullable=False),
        sa.Column("password", _TEXT(), nullable=False),
        sa.Column("role", _TEXT(), nullable=False),
        sa.Column("publishers", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("created_at", _TIME(), nullable=False),
        sa.Column("last_seen_at", _TIME(), nullable=True),
        sa.Column("disabled_at", _TIME(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_account")),
        sa.UniqueConstraint("name", name=op.f("uq_account_name")),
    )
    op.create_table(
        "session",
        sa.Column("token", _TEXT(), nullable=False),
        sa.Column("account", _BIG, nullable=False),
        sa.Column("created_at", _TIME(), nullable=False),
        sa.Column("seen_at", _TIME(), nullable=False),
        sa.Column("since", _TIME(), nullable=True),
        sa.Column("until", _TIME(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.number"], name=op.f("fk_session_account_account")),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_session")),
    )
    op.create_index(op.f("ix_session_account"), "session", ["account"])
    op.create_index(op.f("ix_session_until"), "session", ["until"])
    op.create_table(
        "api_token",
        sa.Column("number", _BIG, autoincrement=True, nullable=False),
        sa.Column("account", _BIG, nullable=False),
        sa.Column("name", _TEXT(), nullable=False),
        sa.Column("token", _TEXT(), nullable=False),
        sa.Column("scopes", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("created_at", _TIME(), nullable=False),
        sa.Column("until", _TIME(), nullable=True),
        sa.Column("used_at", _TIME(), nullable=True),
        sa.Column("revoked_at", _TIME(), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["account.number"], name=op.f("fk_api_token_account_account")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_api_token")),
        sa.UniqueConstraint("token", name=op.f("uq_api_token_token")),
    )
    op.create_index(op.f("ix_api_token_account"), "api_token", ["account"])
    op.create_table(
        "shared_check",
        sa.Column("token", _TEXT(), nullable=False),
        sa.Column("at", _TIME(), nullable=False),
        sa.Column("until", _TIME(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_shared_check")),
    )
    op.create_index(op.f("ix_shared_check_until"), "shared_check", ["until"])


def downgrade() -> None:
    """Drop them."""
    for name in ("shared_check", "api_token", "session", "account"):
        op.drop_table(name)
