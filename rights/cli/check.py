"""``rights check``: is this page in order with the terms of whoever it owes something to?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from rights.cli.common import COULD_NOT, FOUND, OK, Quiet
from rights.report.formats import CheckFormat

FailOn = Annotated[
    str, typer.Option("--fail-on", help="Exit 1 at this verdict or worse: violation, incomplete, advice.")
]


def check(
    targets: Annotated[
        list[str], typer.Argument(metavar="TARGET…", help="URL, HTML or Markdown file, folder, sitemap, or -")
    ],
    original: Annotated[
        str | None, typer.Option("--original", metavar="REF", help="The work: its id, URL, or saved page.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="ID", help="Judge by this publisher's terms.")
    ] = None,
    policy: Annotated[
        str | None, typer.Option("--policy", metavar="ID|FILE", help="Judge by this policy file.")
    ] = None,
    url: Annotated[
        str | None, typer.Option("--url", help="The address the target was, or will be, published at.")
    ] = None,
    url_map: Annotated[
        Path | None, typer.Option("--url-map", help="Lines of path<TAB>address for saved pages.")
    ] = None,
    declare: Annotated[
        list[str] | None, typer.Option("--declare", metavar="K=V", help="A fact about the republisher.")
    ] = None,
    format: Annotated[CheckFormat, typer.Option("--format", help="How to print the results.")] = CheckFormat.TEXT,
    fail_on: FailOn = "violation",
    fix: Annotated[
        bool, typer.Option("--fix", help="Write a corrected copy: FILE.fixed.html beside FILE.html, or --output.")
    ] = False,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="An earlier JSON report: only new findings count.")
    ] = None,
    fetch: Annotated[
        bool | None, typer.Option("--fetch/--offline", help="May the network be used? Default: for URLs only.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the results, or with --fix the copy, to this file.")
    ] = None,
    max_pages: Annotated[
        int | None,
        typer.Option("--max-pages", min=1, max=50_000, help="Pages of a site to look at; for large sites of your own."),
    ] = None,
    language: Annotated[str | None, typer.Option("--lang", help="Language of messages: en, de, fr, es.")] = None,
    quiet: Quiet = False,
) -> int:
    """Check pages against the terms of the publishers whose work they carry.

    Exit code 0: nothing at or above --fail-on; 1: something is; 2: could not check.
    """
    from rights.cli.check_run import CheckRun
    from rights.model import Verdict
    from rights.report.baseline import fresh, read_baseline
    from rights.report.formats import renderer
    from rights.report.language import say_in, tag_of
    from rights.settings import settings

    try:
        limit = Verdict(fail_on)
    except ValueError:
        limit = Verdict.PASS
    if limit < Verdict.ADVICE:
        raise typer.BadParameter(f"{fail_on!r}, expected violation, incomplete or advice", param_hint="--fail-on")
    current = settings()
    known = read_baseline(baseline.read_text(encoding="utf-8"), str(baseline)) if baseline else None
    spoken = language or _locale()
    say = say_in(spoken)
    run = CheckRun(current, fetch, quiet, max_pages, say)
    try:
        given = run.given(original, publisher, policy, run.republisher(targets, declare or []), url_map)
        results = list(run.results(targets, url, url_map, given, placed=format.placed, keep=fix))
        judged = fresh(results, known) if known is not None else results
        more = {"language": tag_of(spoken)} if format is CheckFormat.HTML else {}
        text = renderer(format)(judged, say, **more)
        if fix:
            # the corrected copy of standard input takes standard output
            (sys.stderr if "-" in targets and not output else sys.stdout).write(text)
            run.fix(results, given, output)
        elif output:
            output.write_text(text, encoding="utf-8")
        else:
            sys.stdout.write(text)
    finally:
        run.close()
    if not results or any(result.error for result in results):
        return COULD_NOT
    worst = max((result.verdict for result in judged if result.verdict), default=Verdict.INAPPLICABLE)
    return FOUND if worst >= limit else OK


def _locale() -> str:
    import os

    return next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en")
