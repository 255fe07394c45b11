"""``rights discover``: find addresses where copies may be; the next sweep looks at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rights.cli.common import COULD_NOT, OK, Quiet

if TYPE_CHECKING:
    from rights.discover import Lead
    from rights.discover.csv_list import CsvList
    from rights.discover.scanned import ScannedList
    from rights.fetch import Fetcher
    from rights.library import Library
    from rights.settings import Settings
    from rights.store import Store

app = typer.Typer(
    help="Find addresses where copies may be, in watched sites, search engines, access logs and lists.",
    invoke_without_command=True,
)

#: Requests that looking for the page on one site may take.
_PER_SITE = 15

Requests = Annotated[int, typer.Option("--requests", min=1, help="Requests to make at most.")]
Files = Annotated[list[Path], typer.Argument(metavar="FILE…", exists=True, dir_okay=False)]


@app.callback()
def everything(context: typer.Context, quiet: Quiet = False) -> None:
    """Without a source: watched sites, then the search engines that are set up."""
    if context.invoked_subcommand is None:
        from rights.settings import settings

        found = sites(names=None, requests=200, quiet=quiet)
        current = settings()
        if any((current.searxng, current.brave_key, current.google_key, current.gdelt, current.media_cloud_token)):
            found = max(found, search(works=20, requests=200, quiet=quiet))
        raise typer.Exit(found)


@app.command("sites")
def sites_command(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="SITE…", help="Sites or their addresses; default all watched.")
    ] = None,
    requests: Requests = 200,
    quiet: Quiet = False,
) -> None:
    """Read watched sites by their feeds, WordPress interface, sitemaps and archive pages."""
    raise typer.Exit(sites(names, requests, quiet))


@app.command("search")
def search_command(
    works: Annotated[int, typer.Option("--works", min=1, help="How many works to search for.")] = 20,
    requests: Requests = 200,
    quiet: Quiet = False,
) -> None:
    """Ask the search engines that are set up for distinctive phrases of works."""
    raise typer.Exit(search(works, requests, quiet))


@app.command("log")
def log_command(
    files: Files,
    home: Annotated[str, typer.Option("--home", help="The address of the site whose log it is.")],
    resolve: Annotated[
        bool, typer.Option("--resolve/--no-resolve", help="Look for the page where only its site is known.")
    ] = True,
    requests: Requests = 200,
    quiet: Quiet = False,
) -> None:
    """Read a publisher's own access log for the pages from which readers came."""
    from rights.discover import Budget
    from rights.discover.access_log import AccessLog

    with _parts() as (current, store, library, fetcher):
        source = AccessLog(files, home, own=library.domains)
        leads = source.leads(Budget())
        if resolve:
            leads = _resolved(leads, current, fetcher, requests)
        _record(leads, store, library, quiet, "the access log")
    raise typer.Exit(OK)


@app.command("csv")
def csv_command(files: Files, quiet: Quiet = False) -> None:
    """Take addresses from lists: CSV with a column of addresses, or one address a line."""
    from rights.discover.csv_list import CsvList

    raise typer.Exit(_listed(CsvList, files, quiet))


@app.command("scan")
def scan_command(files: Files, quiet: Quiet = False) -> None:
    """Take the candidates that ``rights scan`` found in web archives."""
    from rights.discover.scanned import ScannedList

    raise typer.Exit(_listed(ScannedList, files, quiet))


def _listed(kind: type[CsvList] | type[ScannedList], files: list[Path], quiet: bool) -> int:
    from rights.discover import Budget

    wrong: list[str] = []
    with _parts() as (_, store, library, _):
        for file in files:
            source = kind(file)
            _record(source.leads(Budget(leads=1_000_000)), store, library, quiet, str(file))
            wrong += source.wrong
    for line in wrong[:20]:
        typer.echo(f"rights: {line}", err=True)
    return COULD_NOT if wrong else OK


@app.command("archive")
def archive_command(
    names: Annotated[list[str], typer.Argument(metavar="SITE…", help="Sites or addresses of theirs.")],
    requests: Requests = 50,
    quiet: Quiet = False,
) -> None:
    """List the pages of sites that Common Crawl met last: for sites without feed or sitemap."""
    from rights import urls
    from rights.discover import Budget
    from rights.discover.common_crawl import CommonCrawl
    from rights.errors import FetchError, SourceError

    failed = 0
    with _parts() as (current, store, library, fetcher):
        source = CommonCrawl(fetcher, home=current.common_crawl)
        budget = Budget(requests=requests)
        for name in names:
            host = (urls.host(name) if urls.is_web(name) else name) or name
            try:
                _record(source.leads(host, budget), store, library, quiet, name)
            except (SourceError, FetchError) as wrong:
                failed += 1
                typer.echo(f"rights: {wrong}", err=True)
    raise typer.Exit(COULD_NOT if failed else OK)


def sites(names: list[str] | None, requests: int, quiet: bool) -> int:
    """Read watched sites; the exit code says whether each gave an answer."""
    from rights import urls
    from rights.discover import Budget
    from rights.discover.site import WatchedSite
    from rights.errors import FetchError, SourceError

    failed = 0
    with _parts() as (_, store, library, fetcher):
        asked = (one.name for one in store.sites.listed() if not (one.paused or one.opted_out))
        watched = list(asked) if names is None else names
        if not watched and not quiet:
            typer.echo("no sites are watched; add one with  rights sites add URL", err=True)
        share = max(requests // max(len(watched), 1), 5)
        for name in watched:
            home = name if urls.is_web(name) else _home(store, name)
            source = WatchedSite(fetcher, home)
            try:
                _record(source.leads(Budget(requests=share)), store, library, quiet, name, licensed=True)
            except (SourceError, FetchError) as wrong:
                failed += 1
                typer.echo(f"rights: {wrong}", err=True)
    return COULD_NOT if failed else OK


def search(works: int, requests: int, quiet: bool) -> int:
    """Search for works; the exit code says whether every engine answered."""
    from datetime import UTC, datetime

    from rights.discover import Budget
    from rights.discover.engines import WorkSearch, chosen, engines_of
    from rights.errors import InputError, SourceError
    from rights.known import look

    with _parts() as (current, store, library, fetcher):
        today = datetime.now(UTC).date()
        engines = engines_of(current, fetcher, today)
        if not engines:
            raise InputError(
                "no search engine is set up: see RIGHTS_SEARXNG, RIGHTS_BRAVE_KEY, RIGHTS_GOOGLE_KEY, RIGHTS_GDELT in  rights settings"
            )
        known = look(current)
        if known is None:
            raise InputError("no works are known; add some with  rights works add")
        source = WorkSearch(engines, known.index)
        budget = Budget(requests=requests)
        answered = 0
        for listed in chosen(store.works.listed(), works, today):
            work = store.works.get(listed.id)
            if work is None or budget.requests <= 0:
                continue
            try:
                _record(source.leads(work, budget), store, library, quiet, work.title or work.id)
                answered += 1
            except SourceError:
                break
        for name, why in source.failed.items():
            typer.echo(f"rights: {name}: {why}", err=True)
    return OK if answered and not source.failed else COULD_NOT


# --- what they share --------------------------------------------------------------------------------------------


@contextmanager
def _parts() -> Iterator[tuple[Settings, Store, Library, Fetcher]]:
    """The settings, the database, the policies and the fetcher, open while the block lasts."""
    from rights.crawl import remember_budget
    from rights.settings import settings
    from rights.store import open_store
    from rights.sweep import now
    from rights.wiring import fetcher_of, library_of

    current = settings()
    with open_store(current) as store, fetcher_of(current, store=store) as fetcher:
        remember_budget(fetcher, store)
        try:
            yield current, store, library_of(current), fetcher
        finally:
            store.due.spend(now().date(), fetcher.budget.taken())


def _home(store: Store, name: str) -> str:
    """A watched site's front page, on the scheme and host by which it was added."""
    from urllib.parse import urljoin

    known = [address for site in store.sites.listed(name=name) for address in site.addresses]
    return urljoin(known[0], "/") if known else f"https://{name}/"


def _record(
    leads: Iterable[Lead], store: Store, library: Library, quiet: bool, what: str, *, licensed: bool = False
) -> None:
    """Put what is worth fetching among what is due, and say how much was new."""
    from datetime import UTC, datetime

    from rights.filing import file_leads

    count, new = file_leads(leads, store, library, datetime.now(UTC), licensed_too=licensed)
    if not quiet:
        typer.echo(f"{what}: {count:,} leads, {new:,} of them new", err=True)


def _resolved(leads: Iterable[Lead], current: Settings, fetcher: Fetcher, requests: int) -> Iterator[Lead]:
    """The leads, with those that name only a site looked up on that site; those that stay unresolved as they are."""
    from rights.discover import Budget
    from rights.discover.resolve import resolve
    from rights.known import look

    known = look(current)
    for lead in leads:
        work = known.index.get(lead.work) if known and lead.work and not lead.page else None
        found = False
        if work and work.title and requests > 0:
            budget = Budget(requests=min(requests, _PER_SITE))
            asked = budget.requests
            for page in resolve(fetcher, lead, work.title, budget):
                found = True
                yield page
            requests -= asked - max(budget.requests, 0)
        if not found:
            yield lead
