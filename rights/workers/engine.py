"""The task engine, procrastinate, as both sides use it."""

from __future__ import annotations

from rights.errors import MissingExtra
from rights.store import Store
from rights.store.engine import ALIVE
from rights.store.tasks import TaskTables

try:
    from procrastinate import App, PsycopgConnector
    from procrastinate.schema import SchemaManager
except ImportError:
    raise MissingExtra("working on several machines", "worker") from None

#: The queue of the visits, and the task's name: both sides know it by no other.
QUEUE, VISIT = "rights", "rights.visit"
#: Seconds between two signs of life of a worker, and after which its tasks are another's.
HEARTBEAT, SILENT = 2.0, 10.0


def tables_of(store: Store) -> TaskTables:
    """The engine's tables, made where they are missing; raises `InputError` on SQLite."""
    tables = TaskTables(store.database, SchemaManager.get_schema())
    tables.ensure()
    return tables


def app_of(tables: TaskTables, connections: int = 4) -> App:
    """The engine over its tables; open it before use."""
    options = {"options": f"-c search_path={tables.schema}", "application_name": "rights worker", **ALIVE}
    return App(connector=PsycopgConnector(conninfo=tables.address, kwargs=options, min_size=1, max_size=connections))
