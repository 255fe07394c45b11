"""``rights match``: which known works does a page copy."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rights.cli.common import COULD_NOT, OK, Quiet


class MatchFormat(StrEnum):
    """What ``--format`` takes."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class Engine(StrEnum):
    """What ``--engine`` takes."""

    LOCAL = "local"
    DUCKDB = "duckdb"


def match(
    targets: Annotated[list[str], typer.Argument(metavar="TARGET...", help="URL, saved page, folder of pages, or -.")],
    url_map: Annotated[
        Path | None, typer.Option("--url-map", help="Lines of path<TAB>address: where each file was saved from.")
    ] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Page by page, or many by one join of DuckDB (an extra).")
    ] = Engine.LOCAL,
    translations: Annotated[
        bool, typer.Option("--translations", help="Also propose originals in other languages.")
    ] = False,
    output_format: Annotated[MatchFormat, typer.Option("--format", help="How to print it.")] = MatchFormat.TEXT,
    quiet: Quiet = False,
) -> None:
    """Show which known works a page copies, best first, and how much of each."""
    import gc

    from rights.cli.articles import read_articles
    from rights.cli.progress import Rate
    from rights.extract.article import extract, extract_text
    from rights.known import look
    from rights.match.answering import by_duckdb, page_by_page
    from rights.match.copied import Answer
    from rights.report.match_json import match_object, render_match_json, render_match_line, render_match_text
    from rights.settings import settings

    known = look(settings())
    if known is None and not quiet:
        typer.echo("rights: no works are known yet; add some with  rights works import FILE.jsonl", err=True)
    gc.set_threshold(50_000, 20, 50)  # words by the thousand, none in a cycle
    read_as = extract if translations else extract_text
    pages = (((t, error), article) for t, article, error in read_articles(targets, url_map=url_map, read=read_as))
    answer_all = by_duckdb if engine is Engine.DUCKDB else page_by_page
    answers = answer_all(known, pages) if known else ((name, article, Answer()) for name, article in pages)
    objects = []
    read = 0
    with Rate("pages", quiet=quiet) as rate:
        for (target, error), article, answer in answers:
            read += article is not None
            translated = known.translations(article) if known and translations and article and not answer.copied else []
            found = match_object(target, answer, error, translated)
            if output_format is MatchFormat.TEXT:
                typer.echo(render_match_text(found), nl=False)
            elif output_format is MatchFormat.JSONL:
                typer.echo(render_match_line(found), nl=False)
            else:
                objects.append(found)
            if error and not quiet:
                typer.echo(f"rights: {error if error.startswith(target) else f'{target}: {error}'}", err=True)
            rate()
    if output_format is MatchFormat.JSON and objects:
        several = len(objects) > 1 or len(targets) > 1 or Path(targets[0]).is_dir()
        typer.echo(render_match_json(objects, several=several), nl=False)
    raise typer.Exit(OK if read else COULD_NOT)
