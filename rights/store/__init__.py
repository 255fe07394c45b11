"""The database: the only home of sqlmodel and sqlalchemy.  Takes and returns frozen dataclasses, never rows.

Importing this costs half a second: commands that need no database must not.
"""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rights.settings import Settings
from rights.store import migrate
from rights.store.accounts import Accounts
from rights.store.answers import Answers
from rights.store.catalogue import Catalogue
from rights.store.checks import Checks
from rights.store.copies import Copies
from rights.store.due import DueTable
from rights.store.engine import Database
from rights.store.inbox import Inbox
from rights.store.ledger import Ledger
from rights.store.objects import objects_of
from rights.store.policies import PolicyVersions
from rights.store.reading import Wanted
from rights.store.sharing import SharedChecks
from rights.store.sites import Sites
from rights.store.snapshots import Snapshots
from rights.store.subscriptions import Subscriptions
from rights.store.sweeps import Sweeps
from rights.store.terms import TermsTable
from rights.store.violations import Violations
from rights.store.works import Works

__all__ = ["Database", "Store", "Wanted", "open_store"]


class Store:
    """One open database: works, sites, the due table, checks and violations."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.snapshots = Snapshots(database)
        self.works = Works(database, self.snapshots)
        self.due = DueTable(database)
        self.sites = Sites(database, self.due)
        self.copies = Copies(database)
        self.violations = Violations(database)
        self.checks = Checks(database, self.snapshots, self.works, self.due, self.violations)
        self.sweeps = Sweeps(database, self.due)
        self.policies = PolicyVersions(database)
        self.ledger = Ledger(database)
        self.inbox = Inbox(database)
        self.catalogue = Catalogue(database)
        self.accounts = Accounts(database)
        self.shared = SharedChecks(database)
        self.answers = Answers(database, self.snapshots)
        self.subscriptions = Subscriptions(database)
        self.terms = TermsTable(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.database.close()


def open_store(settings: Settings) -> Store:
    """Open the settings' database: created on first use; raises `OldDatabase` for one of an older version."""
    database = Database(
        settings.database,
        pool=settings.database_pool,
        statement_seconds=settings.statement_timeout,
        objects=objects_of(settings),
    )
    if database.path:
        database.path.parent.mkdir(parents=True, exist_ok=True)
    try:
        migrate.ensure(database)
    except BaseException:
        database.close()
        raise
    return Store(database)
