"""``rights inspect``: what the checker sees on a page, before any verdict."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rights.cli.common import COULD_NOT, OK, Quiet

if TYPE_CHECKING:
    from collections.abc import Callable

    from rights.model import Article, Page


class InspectFormat(StrEnum):
    """What ``--format`` takes."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


def inspect(
    targets: Annotated[list[str], typer.Argument(metavar="TARGET...", help="URL, saved page, folder of pages, or -.")],
    url: Annotated[str | None, typer.Option("--url", help="The address that the one target was saved from.")] = None,
    url_map: Annotated[
        Path | None, typer.Option("--url-map", help="Lines of path<TAB>address: where each file was saved from.")
    ] = None,
    ads_txt: Annotated[Path | None, typer.Option("--ads-txt", help="The site's ads.txt, saved to a file.")] = None,
    filter_list: Annotated[
        list[Path] | None, typer.Option("--filter-list", help="A block list of your own: further proof of ads.")
    ] = None,
    output_format: Annotated[InspectFormat, typer.Option("--format", help="How to print it.")] = InspectFormat.TEXT,
    quiet: Quiet = False,
) -> None:
    """Show what the checker sees on a page: text, credits, authors, links, money."""
    from rights.cli.articles import read_articles
    from rights.report.inspect_json import inspect_object, render_inspect_json, render_inspect_line
    from rights.report.inspect_text import render_inspect_text

    objects = []
    read = 0
    read_page = _with_site(ads_txt, filter_list or [])
    for target, article, error in read_articles(targets, url=url, url_map=url_map, read=read_page):
        read += article is not None
        if output_format is InspectFormat.TEXT:
            typer.echo(render_inspect_text(target, article, error))
        elif output_format is InspectFormat.JSONL:
            typer.echo(render_inspect_line(inspect_object(target, article, error)), nl=False)
        else:
            objects.append(inspect_object(target, article, error))
        if error and not quiet:
            typer.echo(f"rights: {target}: {error}", err=True)
    if output_format is InspectFormat.JSON and objects:
        several = len(objects) > 1 or len(targets) > 1 or Path(targets[0]).is_dir()
        typer.echo(render_inspect_json(objects, several=several), nl=False)
    raise typer.Exit(OK if read else COULD_NOT)


def _with_site(ads_txt: Path | None, filter_lists: list[Path]) -> Callable[[Page], Article] | None:
    """What extracts with the given files counted; None where there are none.  Raises `InputError` for one not to be read."""
    if ads_txt is None and not filter_lists:
        return None
    from functools import partial

    from rights.errors import InputError
    from rights.extract.ads_txt import parse_ads_txt
    from rights.extract.article import extract
    from rights.extract.block_list import BlockList
    from rights.extract.commercial import SiteEvidence

    try:
        sellers = parse_ads_txt(ads_txt.read_text(encoding="utf-8", errors="replace")) if ads_txt else None
        lists = [file.read_text(encoding="utf-8", errors="replace") for file in filter_lists]
    except OSError as wrong:
        raise InputError(f"{wrong.filename}: {wrong.strerror}, expected a text file") from wrong
    return partial(extract, site=SiteEvidence(ads_txt=sellers, block_list=BlockList(lists) if lists else None))
