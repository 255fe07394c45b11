"""``rights works``: the index of works that copies are looked for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from rights.cli.common import COULD_NOT, OK, Format, ListFormat, Quiet

app = typer.Typer(help="The works whose copies are looked for.", no_args_is_help=True)


Refs = Annotated[list[str], typer.Argument(metavar="REF...", help="Ids or addresses of works.")]


@app.command("import")
def import_(
    files: Annotated[list[str], typer.Argument(metavar="FILE.jsonl...", help="Lines of JSON, .gz too, or -.")],
    quiet: Quiet = False,
) -> None:
    """Add works from lines of JSON: id or url, text; also title, published, authors, language, publisher."""
    import gzip
    import sys
    from collections.abc import Iterator
    from dataclasses import replace
    from typing import IO

    from rights.cli.progress import Rate
    from rights.errors import InputError
    from rights.extract.language import choose_language
    from rights.known import Known
    from rights.match.imported import read_works
    from rights.model import Work
    from rights.settings import settings

    def opened(name: str) -> IO[bytes]:
        if name == "-":
            return sys.stdin.buffer
        try:
            file = open(name, "rb")  # noqa: SIM115 - closed when the process ends, as stdin is
        except OSError as wrong:
            raise InputError(f"{name}: cannot be read: {wrong.strerror or wrong}") from None
        zipped = file.peek(2)[:2] == b"\x1f\x8b"
        return gzip.GzipFile(fileobj=file) if zipped else file  # type: ignore[return-value]  # reads as one does

    problems: list[str] = []
    sources = [(name, opened(name)) for name in files]

    def works(rate: Rate) -> Iterator[Work]:
        for name, file in sources:
            for work in read_works(file, name, problems):
                rate()
                told = work.language and choose_language(work.language, work.text)
                yield work if told == work.language else replace(work, language=told)

    with Known(settings()) as known, Rate("works read", quiet=quiet) as reading:
        added = known.add(works(reading), reading.step)
    for problem in problems[:20]:
        typer.echo(f"rights: {problem}", err=True)
    if len(problems) > 20:
        typer.echo(f"rights: and {len(problems) - 20:,} more lines that were not imported", err=True)
    if not quiet:
        typer.echo(f"{added.new:,} new, {added.changed:,} changed, {added.same:,} as they were", err=True)
    raise typer.Exit(COULD_NOT if problems else OK)


@app.command()
def add(
    refs: Annotated[
        list[str], typer.Argument(metavar="REF...", help="Pages, feeds or sitemaps of originals, or saved pages.")
    ],
    url: Annotated[str | None, typer.Option("--url", help="The address that the one page was saved from.")] = None,
    url_map: Annotated[
        Path | None, typer.Option("--url-map", help="Lines of path<TAB>address: where each file was saved from.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Take at most so many of one feed or sitemap.")] = 50_000,
    quiet: Quiet = False,
) -> None:
    """Add works from their original pages: one page each, or all that a feed or sitemap names."""
    from rights import urls
    from rights.cli.progress import Rate
    from rights.extract.article import extract
    from rights.known import Known
    from rights.originals import Original, read_originals
    from rights.settings import settings
    from rights.targets import read_targets
    from rights.which_works import work_of
    from rights.wiring import fetcher_of, library_of

    current = settings()
    library = library_of(current)
    failed = count = 0
    with (
        Known(current) as known,
        fetcher_of(current, store=known.store) as fetcher,
        Rate("pages read", quiet=quiet) as rate,
    ):
        for ref in refs:
            if urls.is_web(ref):
                found = read_originals(ref, fetcher.fetch, limit=limit)
            else:
                saved = read_targets([ref], url=url, url_map=url_map)
                found = (
                    Original(url=t.name, page=t.page, article=extract(t.page) if t.page else None, error=t.error)
                    for t in saved
                )
            batch = []
            for original in found:
                rate()
                if original.page is None or original.article is None or not original.article.text:
                    failed += 1
                    typer.echo(f"rights: {original.error or original.url + ': holds no article'}", err=True)
                    continue
                work = work_of(original.article, library, id=original.article.address or original.url)
                batch.append((work, original.page))
                if len(batch) >= 100:
                    known.add_pages(batch)
                    count += len(batch)
                    batch = []
            known.add_pages(batch)
            count += len(batch)
    if not quiet:
        typer.echo(f"{count:,} work(s) added", err=True)
    raise typer.Exit(COULD_NOT if failed or not count else OK)


@app.command("list")
def list_(
    publisher: Annotated[str | None, typer.Option("--publisher", help="Only this publisher's works.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many.")] = None,
    output_format: Format = ListFormat.TEXT,
    quiet: Quiet = False,
) -> None:
    """List the known works."""
    import json

    from rights.settings import settings
    from rights.store import open_store

    with open_store(settings()) as store:
        works = store.works.listed(publisher, limit=limit)
    rows = [
        {
            "work": work.id, "url": work.url, "title": work.title, "published": work.published,
            "publisher": work.publisher, "language": work.language,
        }
        for work in works
    ]  # fmt: skip
    if output_format is ListFormat.JSON:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    for row in rows if output_format is not ListFormat.JSON else ():
        if output_format is ListFormat.JSONL:
            typer.echo(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
        else:
            typer.echo("\t".join(row[name] or "" for name in ("work", "published", "title")))
    if not quiet and output_format is ListFormat.TEXT:
        typer.echo(f"{len(rows):,} works", err=True)


@app.command()
def remove(refs: Refs, quiet: Quiet = False) -> None:
    """Take works out of the index; violations that name them stay."""
    from rights.known import Known
    from rights.settings import settings

    with Known(settings()) as known:
        found = {ref: known.store.works.get(ref) for ref in refs}
        ids = [work.id for work in found.values() if work]
        count = known.remove(ids) if ids else 0
    missing = [ref for ref, work in found.items() if work is None]
    for ref in missing:
        typer.echo(f"rights: {ref}: no such work; see  rights works list", err=True)
    if not quiet:
        typer.echo(f"{count:,} removed", err=True)
    raise typer.Exit(COULD_NOT if missing else OK)


@app.command()
def reindex(quiet: Quiet = False) -> None:
    """Build the index anew from the database of works: mends a damaged one."""
    from rights.cli.progress import Rate
    from rights.known import Known
    from rights.settings import settings

    with Known(settings()) as known, Rate("works", quiet=quiet) as rate:
        added = known.rebuild(rate.step)
    if not quiet:
        typer.echo(f"{added.new:,} works indexed", err=True)


@app.command()
def near(
    refs: Annotated[
        list[str] | None, typer.Argument(metavar="[REF...]", help="Only the groups of these works.")
    ] = None,
    least: Annotated[float, typer.Option("--least", min=0.05, max=1, help="Share of a work another must hold.")] = 0.5,
    output_format: Format = ListFormat.TEXT,
    quiet: Quiet = False,
) -> None:
    """Show which works contain one another: versions, reruns and near-duplicates, by group."""
    import json

    from rights.known import look
    from rights.match.near import contained, groups
    from rights.settings import settings

    known = look(settings())
    rows: list[dict[str, Any]] = []
    works = {ref: known.index.get(ref) if known else None for ref in refs or ()}
    missing = [ref for ref, work in works.items() if work is None]
    for ref in missing:
        typer.echo(f"rights: {ref}: no such work; see  rights works list", err=True)
    if known is not None and len(missing) < max(1, len(works)):
        index = known.index
        found = contained(index, least)
        asked = {work.id for work in works.values() if work}
        by_work: dict[int, list[tuple[int, float]]] = {}
        for one in found:
            by_work.setdefault(one.work, []).append((one.other, one.share))
        for group in groups(found):
            members = index.works(group)
            if refs and not asked & {work.id for work in members.values()}:
                continue
            rows.append(
                {
                    "works": [
                        {
                            "work": members[doc].id, "url": members[doc].url, "title": members[doc].title,
                            "published": members[doc].published,
                            "inside": [{"work": members[o].id, "share": share} for o, share in by_work.get(doc, ())],
                        }
                        for doc in group
                    ]
                }
            )  # fmt: skip
    if output_format is ListFormat.JSON:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    for row in rows if output_format is not ListFormat.JSON else ():
        if output_format is ListFormat.JSONL:
            typer.echo(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
            continue
        for member in row["works"]:
            held = ", ".join(f"{other['share']:.0%} in {other['work']}" for other in member["inside"][:3])
            typer.echo("\t".join(filter(None, (member["work"], member["published"], member["title"], held))))
        typer.echo("")
    if not quiet:
        typer.echo(f"{len(rows):,} groups of works that contain one another", err=True)
    raise typer.Exit(COULD_NOT if missing else OK)
