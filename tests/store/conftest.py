"""The databases of `tests.databases`."""

from tests.databases import (
    cluster,
    empty_settings,
    engine_name,
    postgresql_server,
    postgresql_template,
    settings,
    sqlite_template,
    store,
)

__all__ = [
    "cluster",
    "empty_settings",
    "engine_name",
    "postgresql_server",
    "postgresql_template",
    "settings",
    "sqlite_template",
    "store",
]
