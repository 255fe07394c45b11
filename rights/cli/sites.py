"""``rights sites``: which sites are watched, and what is on file about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from rights.cli.common import Format, ListFormat, Quiet, print_json

if TYPE_CHECKING:
    from rights.library import Library

app = typer.Typer(
    help="Sites to watch, what they declared, and what publishers agreed with them.", no_args_is_help=True
)

Name = Annotated[str, typer.Argument(metavar="SITE", help="The site: its registered domain, or host:port.")]
KINDS = ("auto", "feed", "sitemap", "list", "page")


@app.command()
def add(
    addresses: Annotated[list[str], typer.Argument(metavar="URL…", help="Feeds, sitemaps or pages of sites.")],
    kind: Annotated[str, typer.Option("--kind", help="auto, feed, sitemap, list (a page of links) or page.")] = "auto",
    note: Annotated[str | None, typer.Option("--note", help="Why the site is watched.")] = None,
    quiet: Quiet = False,
) -> None:
    """Watch sites by their feed, sitemap or pages; the next sweep looks at them."""
    from datetime import UTC, datetime

    from rights.settings import settings
    from rights.store import open_store

    if kind not in KINDS:
        raise typer.BadParameter(f"{kind!r}, expected one of {', '.join(KINDS)}", param_hint="--kind")
    with open_store(settings()) as store:
        for address in addresses:
            site = store.sites.watch(address, kind, datetime.now(UTC), note)
            if not quiet:
                rest = "; its owner wants no visits, so nothing of it is fetched" if site.opted_out else ""
                typer.echo(f"watching {site.name} by {address}{rest}", err=True)


@app.command("list")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="Also sites that are not watched.")] = False,
    output_format: Format = ListFormat.TEXT,
    quiet: Quiet = False,
) -> None:
    """List sites with their pages, copies and open violations."""
    from rights.settings import settings
    from rights.store import open_store
    from rights.store.showing import site_json

    with open_store(settings()) as store:
        found = store.sites.listed(watched=not everything)
    if output_format is not ListFormat.TEXT:
        print_json((site_json(site) for site in found), output_format)
        return
    for site in found:
        marks = [name for name in ("paused", "opted_out") if getattr(site, name)]
        facts = [f"{name}={value}" for name, value in site.facts.items()]
        figures = f"{site.pages} pages, {site.copies} copies, {site.open_violations} open violations"
        print("  ".join([site.name, figures, *marks, *facts, *site.addresses]))
    if not found and not quiet:
        typer.echo("no sites are watched; add one with  rights sites add URL", err=True)


@app.command()
def remove(names: Annotated[list[str], typer.Argument(metavar="SITE…")], quiet: Quiet = False) -> None:
    """Stop watching sites; their copies and violations stay on file and are still looked at."""
    from rights.errors import InputError
    from rights.settings import settings
    from rights.store import open_store
    from rights.urls import is_web, site

    with open_store(settings()) as store:
        for name in names:
            if not store.sites.remove((site(name) if is_web(name) else None) or name):
                raise InputError(f"{name} is not watched; see  rights sites list")
            if not quiet:
                typer.echo(f"no longer watching {name}", err=True)


@app.command()
def pause(name: Name, quiet: Quiet = False) -> None:
    """Leave a site alone until ``rights sites resume``."""
    _mark(name, paused=True)


@app.command()
def resume(name: Name, quiet: Quiet = False) -> None:
    """Visit a paused site again."""
    _mark(name, paused=False)


@app.command("opt-out")
def opt_out(
    name: Name,
    undo: Annotated[bool, typer.Option("--undo", help="The owner wants visits after all.")] = False,
    quiet: Quiet = False,
) -> None:
    """Honour an owner's wish that the site is not visited."""
    _mark(name, opted_out=not undo)


def _mark(name: str, *, paused: bool | None = None, opted_out: bool | None = None) -> None:
    from datetime import UTC, datetime

    from rights.settings import settings
    from rights.store import open_store

    with open_store(settings()) as store:
        store.sites.mark(name, datetime.now(UTC), paused=paused, opted_out=opted_out)


@app.command()
def declare(
    name: Name,
    facts: Annotated[list[str], typer.Argument(metavar="K=V…", help="What the site declared, such as kind=nonprofit.")],
    source: Annotated[str, typer.Option("--source", help="Where it was declared.")] = "operator",
    quiet: Quiet = False,
) -> None:
    """Put on file what a republisher declared about itself; clauses that ask for a statement read it."""
    from datetime import UTC, datetime

    from rights.settings import settings
    from rights.store import open_store

    pairs = dict(fact.partition("=")[::2] for fact in facts)
    if wrong := [key for key, value in pairs.items() if not key or not value]:
        raise typer.BadParameter(f"{wrong[0]!r}, expected K=V such as kind=nonprofit", param_hint="K=V")
    with open_store(settings()) as store:
        store.sites.declare(name, datetime.now(UTC), pairs, source=source)


@app.command()
def agree(
    name: Name,
    publisher: Annotated[str, typer.Option("--publisher", help="Whose leave it is.")],
    clauses: Annotated[list[str] | None, typer.Option("--clause", help="Only this clause; repeatable.")] = None,
    works: Annotated[list[str] | None, typer.Option("--work", help="Only this work; repeatable.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE")] = None,
    reference: Annotated[str | None, typer.Option("--reference", help="The contract, letter or mail.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who says so; default: the user.")] = None,
    quiet: Quiet = False,
) -> None:
    """Put a syndication agreement on file: the publisher waives clauses for a site."""
    import getpass
    from datetime import UTC, date, datetime

    from rights.settings import settings
    from rights.store import open_store
    from rights.store.records import Waiver
    from rights.wiring import library_of

    for option, day in (("--since", since), ("--until", until)):
        try:
            date.fromisoformat(day or "2000-01-01")
        except ValueError:
            raise typer.BadParameter(f"{day!r}, expected a day like 2026-12-31", param_hint=option) from None
    current = settings()
    _known(library_of(current), publisher, clauses or ())
    agreed = Waiver(
        publisher=publisher,
        site=site_of(name),
        clauses=tuple(clauses or ()),
        works=tuple(works or ()),
        since=since,
        until=until,
        reference=reference,
        by=by or getpass.getuser(),
    )
    with open_store(current) as store:
        number = store.sites.waive(agreed, datetime.now(UTC))
    if not quiet:
        typer.echo(f"agreement {number} is on file; later sweeps waive what it covers", err=True)


def _known(library: Library, publisher: str, clauses: Sequence[str]) -> None:
    """Refuse an agreement that would cover nothing because a name is misspelled."""
    from rights.errors import InputError

    source = library.source(publisher)
    if source is None:
        raise InputError(f"{publisher}: no such publisher, expected an id of  rights policy list")
    known = {clause.name for policy in source.content.policies for clause in policy.clauses}
    if unknown := sorted(set(clauses) - known):
        listed = ", ".join(sorted(known))
        raise InputError(f"{unknown[0]}: {publisher} has no such clause; it has {listed}")


def site_of(name: str) -> str:
    """The site that a person means by a name or an address."""
    from rights.urls import is_web, site

    address = name if is_web(name) else f"http://{name}"
    return (site(address) if is_web(address) else None) or name


@app.command()
def revoke(number: Annotated[int, typer.Argument(metavar="N", help="The agreement.")], quiet: Quiet = False) -> None:
    """End an agreement now; the next sweep reopens what it covered."""
    from datetime import UTC, datetime

    from rights.errors import InputError
    from rights.settings import settings
    from rights.store import open_store

    with open_store(settings()) as store:
        if not store.sites.revoke(number, datetime.now(UTC)):
            raise InputError(f"no agreement in force has the number {number}; see  rights sites agreements")


@app.command()
def agreements(
    publisher: Annotated[str | None, typer.Option("--publisher", help="Of this publisher only.")] = None,
    output_format: Format = ListFormat.TEXT,
    quiet: Quiet = False,
) -> None:
    """List agreements and waivers on file, ended ones too."""
    from rights.settings import settings
    from rights.store import open_store
    from rights.store.showing import waiver_json

    with open_store(settings()) as store:
        found = store.sites.waivers((publisher,) if publisher else ())
    if output_format is not ListFormat.TEXT:
        print_json((waiver_json(one) for one in found), output_format)
        return
    for one in found:
        what = ", ".join(one.clauses) or "all clauses"
        term = f"{one.since or '…'} to {one.until or '…'}"
        ended = f"  revoked {one.revoked_at:%Y-%m-%d}" if one.revoked_at else ""
        print(
            f"{one.number:>4}  {one.publisher}  {one.site}  {what}  {term}  {one.reference or ''}  by {one.by}{ended}"
        )
