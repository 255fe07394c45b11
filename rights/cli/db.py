"""``rights db``: the database's upkeep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rights.cli.common import COULD_NOT, OK, Quiet

if TYPE_CHECKING:
    from rights.store import Database

_NONE_YET = (
    "there is no database yet; the first command that needs one makes it, as does  rights db upgrade  (RIGHTS_HOME and "
    "RIGHTS_DATABASE_URL say where it is: see  rights settings)"
)

app = typer.Typer(help="The database: sizes, upgrades, backups.", no_args_is_help=True)


@app.command()
def upgrade(quiet: Quiet = False) -> None:
    """Bring the database up to this version, a SQLite file copied first; count the desk's figures anew."""
    from rights.settings import settings
    from rights.store import Database, migrate
    from rights.store.tally import count_anew

    database = Database(settings().database, statement_seconds=0)
    before, saved = migrate.upgrade(database)
    with database.write() as connection:
        count_anew(connection)
    if not quiet:
        typer.echo(f"schema {before or 'none'} -> {migrate.HEAD}", err=True)
        if saved:
            typer.echo(f"the database as it was: {saved}", err=True)


@app.command()
def check(quiet: Quiet = False) -> int:
    """Say which version the database has and how large its tables are; exit 2 where it needs an upgrade."""
    from rights.settings import settings
    from rights.store import Database, migrate
    from rights.store.upkeep import sizes, total

    database = Database(settings().database, statement_seconds=0)
    _must_exist(database)
    found = migrate.revision(database)
    print(f"database  {database.url.render_as_string(hide_password=True)}")
    print(f"schema    {found or 'none'} (this program: {migrate.HEAD})")
    if found is None:
        return OK
    migrate.ensure(database)
    print(f"size      {total(database):,} bytes")
    for size in sizes(database):
        stored = f"  {size.stored:,} bytes" if size.stored is not None else ""
        print(f"{size.table:<16}{size.rows:>10,} rows{stored}")
    return OK


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup to write.")], quiet: Quiet = False
) -> None:
    """Write a consistent backup while everything goes on; of an older database, too, before it is upgraded."""
    from rights.settings import settings
    from rights.store import Database, upkeep

    database = Database(settings().database, statement_seconds=0)
    _must_exist(database)
    upkeep.backup(database, file)
    if not quiet:
        typer.echo(f"{file}: {file.stat().st_size:,} bytes", err=True)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup to read.")], quiet: Quiet = False
) -> None:
    """Fill an empty database from a backup; one that holds anything is never overwritten."""
    from rights.settings import settings
    from rights.store import Database, migrate, upkeep

    database = Database(settings().database, statement_seconds=0)
    if database.path:
        database.path.parent.mkdir(parents=True, exist_ok=True)
    upkeep.restore(database, file)
    if not quiet:
        typer.echo(f"restored, schema {migrate.revision(database)}", err=True)


@app.command()
def verify(quiet: Quiet = False) -> int:
    """Read everything and check it: structure, references, the sha256 of every snapshot; exit 2 where it is not so."""
    from rights.settings import settings
    from rights.store import Database, open_store, upkeep

    current = settings()
    _must_exist(Database(current.database))
    with open_store(current) as store:
        faults = 0
        for fault in upkeep.verify(store.database):
            faults += 1
            print(fault)
    if not quiet:
        typer.echo(f"{faults} faults", err=True)
    return COULD_NOT if faults else OK


@app.command()
def copy(
    source: Annotated[str, typer.Option("--from", metavar="URL", help="The database to read.")],
    target: Annotated[str, typer.Option("--to", metavar="URL", help="The empty database to fill.")],
    quiet: Quiet = False,
) -> None:
    """Move an installation to another database, such as from SQLite to PostgreSQL."""
    from rights.store import Database
    from rights.store.moving import move

    moved = Database(source)
    _must_exist(moved, "--from names one that is not there")
    for name, rows in move(moved, Database(target)):
        if not quiet:
            typer.echo(f"{name:<16}{rows:>10,} rows", err=True)


@app.command()
def snapshots(
    back: Annotated[bool, typer.Option("--back", help="From the object store into the database.")] = False,
    quiet: Quiet = False,
) -> None:
    """Move the bodies of pages to the object store that RIGHTS_SNAPSHOTS names, or back into the database.

    Everything goes on meanwhile: a body is read where it is.  May be stopped and begun again.
    """
    from rights.cli.progress import Rate
    from rights.settings import settings
    from rights.store import Database, open_store

    current = settings()
    _must_exist(Database(current.database))
    moved = 0
    with open_store(current) as store, Rate("bodies", quiet=quiet) as rate:
        for count in store.snapshots.take_back() if back else store.snapshots.send_away():
            moved += count
            rate(count)
    if not quiet:
        typer.echo(f"{moved} bodies moved", err=True)


def _must_exist(database: Database, told: str = _NONE_YET) -> None:
    """Raises `InputError` where a SQLite file is not there: there is nothing to look at, and asking would make one."""
    from rights.errors import InputError

    if database.path and not database.path.is_file():
        raise InputError(f"{database.path}: {told}")
