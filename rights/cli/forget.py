"""``rights forget``: delete what is held about a site or a person, on request."""

from __future__ import annotations

from typing import Annotated

import typer

from rights.cli.common import Quiet


def forget(
    site: Annotated[str | None, typer.Argument(metavar="SITE", help="Delete all that was seen on this site.")] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="Take this name out of what was noted.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    quiet: Quiet = False,
) -> None:
    """Forget a site (it is not visited again) or a person; this cannot be undone, and backups are not touched.

    Pages that a violation stands on keep a person's name: they are listed, for someone to decide.
    """
    from rights.settings import settings
    from rights.store import open_store
    from rights.store.forgetting import forget_person, forget_site
    from rights.sweep import now
    from rights.urls import is_web
    from rights.urls import site as site_of

    if (site is None) == (person is None):
        raise typer.BadParameter("give a SITE or --person NAME")
    what = person or site or ""
    if not yes:
        typer.confirm(f"Delete what is held about {what}? This cannot be undone", abort=True, err=True)
    with open_store(settings()) as store:
        if person:
            done = forget_person(store.database, store.snapshots, person)
        else:
            done = forget_site(store.database, (site_of(what) if is_web(what) else None) or what, now())
    print(", ".join(f"{count} {table}" for table, count in sorted(done.rows.items())) or "nothing was found")
    for sha256 in done.held:
        print(f"kept, because a violation stands on it: snapshot {sha256}")
