"""``rights report``: what a publisher is told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from rights.cli.common import COULD_NOT, OK, Quiet
from rights.report.formats import ReportFormat


def report(
    publisher: Annotated[str, typer.Argument(metavar="PUBLISHER", help="The publisher's id or name.")],
    format: Annotated[ReportFormat, typer.Option("--format", help="How to write it.")] = ReportFormat.HTML,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Report what changed since this day.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    language: Annotated[str, typer.Option("--lang", help="Language: en, de, fr, es.")] = "en",
    quiet: Quiet = False,
) -> int:
    """Report a publisher's violations by site, clause and time, the open questions, and who republishes in order."""
    from datetime import UTC, datetime

    from rights.report.language import say_in
    from rights.report.publisher_formats import TEXT_FORMATS, render_html
    from rights.reporting import publisher_report
    from rights.settings import settings
    from rights.store import open_store
    from rights.wiring import library_of

    try:
        start = datetime.fromisoformat(since).replace(tzinfo=UTC) if since else None
    except ValueError:
        raise typer.BadParameter(f"{since!r}, expected a day such as 2026-03-31", param_hint="--since") from None
    current = settings()
    with open_store(current) as store:
        told = publisher_report(store, library_of(current), publisher, made_at=datetime.now(UTC), since=start)
    say = say_in(language)
    if format is ReportFormat.PDF:
        from rights.report.pdf import write_pdf

        if output is None:
            typer.echo("rights: a PDF is not for a terminal: name a file with --output", err=True)
            return COULD_NOT
        output.write_bytes(write_pdf(render_html(told, say, language)))
        return OK
    text = render_html(told, say, language) if format is ReportFormat.HTML else TEXT_FORMATS[format](told, say)
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    if output and not quiet:
        typer.echo(f"wrote {output}", err=True)
    return OK
