"""``rights explain CLAUSE``: what a clause type asks, how it is checked and what it cannot see."""

from __future__ import annotations

from typing import Annotated

import typer

from rights.cli.common import Quiet


def explain(
    clause: Annotated[
        str | None, typer.Argument(metavar="CLAUSE", help="A clause type, such as link.original; none lists all.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Explain a clause type: what it requires, how to mend it, how it is checked, what it cannot see."""
    from difflib import get_close_matches

    from rights.clauses import TYPES
    from rights.errors import InputError
    from rights.library import shipped

    if clause is None:
        width = max(map(len, TYPES))
        for name in sorted(TYPES):
            first = (TYPES[name].__doc__ or "").strip().splitlines()[0]
            typer.echo(f"{name:<{width}}  {first}")
        return
    if clause not in TYPES:
        near = get_close_matches(clause, TYPES, n=3, cutoff=0.4)
        raise InputError(
            f"{clause}: no such clause type; "
            + (f"did you mean {', '.join(near)}?" if near else "rights explain lists them")
        )
    page = shipped("docs") / "clauses" / f"{clause.replace('.', '_')}.md"
    if not page.is_file():
        raise InputError(f"{page}: the page of {clause} is missing from this installation")
    _print(page.read_text(encoding="utf-8"))


def _print(text: str) -> None:
    import sys

    if not sys.stdout.isatty():
        typer.echo(text, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(text))
