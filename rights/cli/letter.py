"""``rights violations notice``: a letter as a draft, with where to send it and what to mind before."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rights.store import Store


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
    with open_store(current) as store, fetcher_of(current, store=store) as fetcher:
        link = _answer_link(store, number, current.base_url)
        letter = letter_about(
            current, store, library_of(current), fetcher, number, Kind(kind), Sender(**given), language=language,
            days=days, reply_url=link,
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


def _answer_link(store: Store, number: int, base_url: str) -> str | None:
    """The signed link by which the republisher answers, where this installation has a public address."""
    if not base_url:
        return None
    try:
        from rights.web.answer_links import AnswerLinks
    except ImportError:  # the extra "web" is not installed: then no page waits behind the link either
        return None
    return AnswerLinks(store).address(number, base_url)
