"""``rights violations notice``: a letter as a draft, with where to send it and what to mind before."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import typer


def write_letter(
    number: int, kind: str, sender: Mapping[str, str], *, language: str, days: int, output: Path | None, quiet: bool
) -> None:
    """Print the draft or write it to a file; what concerns the sender alone goes to stderr."""
    from rights.correspondence import letter_about
    from rights.letters.letter import Kind, Sender, as_html, as_mail, as_text
    from rights.settings import settings
    from rights.store import open_store
    from rights.wiring import fetcher_of, library_of

    if kind not in tuple(Kind):
        raise typer.BadParameter(f"{kind!r}, expected one of {', '.join(Kind)}", param_hint="--kind")
    current = settings()
    given = {name: value or getattr(current, f"sender_{name}") for name, value in sender.items()}
    with open_store(current) as store, fetcher_of(current) as fetcher:
        letter = letter_about(
            current, store, library_of(current), fetcher, number, Kind(kind), Sender(**given), language=language,
            days=days,
        )  # fmt: skip
    if output is None:
        print(as_text(letter), end="")
    elif output.suffix == ".eml":
        output.write_bytes(as_mail(letter))
    else:
        output.write_text(as_html(letter) if output.suffix == ".html" else as_text(letter), encoding="utf-8")
    if not quiet:
        told = [f"wrote {output}"] if output else []
        told += letter.notes
        told.append(f"When it is sent:  rights violations mark notified {number} --note …")
        typer.echo("\n".join(told), err=True)
