"""Keep the append-only tables in partitions on PostgreSQL; SQLite has none and is left as it is.

Revision: 0009
Follows: 0008
"""

from __future__ import annotations

import sqlalchemy as sa

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TABLES = ("check", "assessment", "finding")
_FOLDER, _SIZE = "rights_partitions", 10_000_000


def upgrade() -> None:
    """Make each table the first partition of a new one of its name: no row moves."""
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute(f"CREATE SCHEMA IF NOT EXISTS {_FOLDER}")
    for table in _TABLES:
        _partition(table)


def downgrade() -> None:
    """Put the rows of each table's partitions into one plain table again."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in _TABLES:
        _join(table)
    op.execute(f"DROP SCHEMA {_FOLDER} CASCADE")


def _partition(table: str) -> None:
    connection = op.get_bind()
    incoming, outgoing, indexes = _references_to(table), _references_of(table), _indexes(table)
    last = connection.execute(sa.text(f'SELECT coalesce(max(number), 0) FROM "{table}"')).scalar_one()
    end = (last // _SIZE + 1) * _SIZE
    _drop_references(incoming)
    op.execute(f'ALTER SEQUENCE "{table}_number_seq" OWNED BY NONE')
    op.execute(f'ALTER TABLE "{table}" RENAME TO "{table}_0"')
    op.execute(f'ALTER TABLE "{table}_0" SET SCHEMA {_FOLDER}')
    op.execute(f'CREATE TABLE "{table}" (LIKE {_FOLDER}."{table}_0" INCLUDING DEFAULTS) PARTITION BY RANGE (number)')
    _furnish(table, outgoing, indexes)
    first = f'{_FOLDER}."{table}_0" FOR VALUES FROM (MINVALUE) TO ({end})'
    op.execute(f'ALTER TABLE "{table}" ATTACH PARTITION {first}')
    ahead = f'{_FOLDER}."{table}_{end}" PARTITION OF "{table}" FOR VALUES FROM ({end}) TO ({end + _SIZE})'
    op.execute(f"CREATE TABLE {ahead}")
    _add_references(incoming)


def _join(table: str) -> None:
    incoming, outgoing, indexes = _references_to(table), _references_of(table), _indexes(table)
    _drop_references(incoming)
    op.execute(f'ALTER SEQUENCE "{table}_number_seq" OWNED BY NONE')
    op.execute(f'CREATE TABLE "{table}_whole" (LIKE "{table}" INCLUDING DEFAULTS)')
    op.execute(f'INSERT INTO "{table}_whole" SELECT * FROM "{table}"')
    op.execute(f'DROP TABLE "{table}"')
    op.execute(f'ALTER TABLE "{table}_whole" RENAME TO "{table}"')
    _furnish(table, outgoing, indexes)
    _add_references(incoming)


def _furnish(table: str, references: list[tuple[str, str, str]], indexes: list[str]) -> None:
    """The key, sequence, references and indexes that a table had."""
    op.execute(f'ALTER TABLE "{table}" ADD CONSTRAINT "pk_{table}" PRIMARY KEY (number)')
    op.execute(f'ALTER SEQUENCE "{table}_number_seq" OWNED BY "{table}".number')
    for index in indexes:
        op.execute(index)
    _add_references(references)


def _references_to(table: str) -> list[tuple[str, str, str]]:
    return _references("confrelid", table)


def _references_of(table: str) -> list[tuple[str, str, str]]:
    return _references("conrelid", table)


def _references(side: str, table: str) -> list[tuple[str, str, str]]:
    """Foreign keys as table, name and definition; not those that PostgreSQL itself makes for partitions."""
    query = sa.text(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
        f"WHERE contype = 'f' AND conparentid = 0 AND {side} = CAST(:name AS regclass) ORDER BY conname"
    )
    rows = op.get_bind().execute(query, {"name": f'"{table}"'})
    return [(of, name, definition) for of, name, definition in rows]


def _indexes(table: str) -> list[str]:
    """The statements that make a table's indexes, its key's aside."""
    query = sa.text(
        "SELECT pg_get_indexdef(indexrelid) FROM pg_index "
        "WHERE indrelid = CAST(:name AS regclass) AND NOT indisprimary ORDER BY 1"
    )
    found = op.get_bind().execute(query, {"name": f'"{table}"'}).scalars()
    return [statement.replace(" ON ONLY ", " ON ") for statement in found]


def _drop_references(references: list[tuple[str, str, str]]) -> None:
    for of, name, _ in references:
        op.execute(f'ALTER TABLE {of} DROP CONSTRAINT "{name}"')


def _add_references(references: list[tuple[str, str, str]]) -> None:
    for of, name, definition in references:
        op.execute(f'ALTER TABLE {of} ADD CONSTRAINT "{name}" {definition}')
