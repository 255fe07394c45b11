"""The databases of `tests.databases`."""

from tests.databases import cluster, postgresql_server, postgresql_url, settings, store

__all__ = ["cluster", "postgresql_server", "postgresql_url", "settings", "store"]
