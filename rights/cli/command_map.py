"""A command's file is read when that command is called; until then its one line stands for it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group

#: Every command of the design, in the order in which a new user meets them, with its line in the help.  A command is
#: the file of its name beside this one, with a function of its name or a typer ``app``.
COMMANDS: Mapping[str, str] = {
    "check": "Check pages against the terms of those whose work they carry.",
    "inspect": "Show what the checker sees on a page, before any verdict.",
    "match": "Show which known works a page copies, and how much of each.",
    "works": "The works whose copies are looked for.",
    "policy": "The publishers' terms, encoded.",
    "sites": "Sites to watch, and what was agreed with them.",
    "discover": "Find addresses where copies may be.",
    "crawl": "Look at all pages that are due, and say what changed.",
    "serve": "Sweep on a schedule until told to stop.",
    "worker": "Look at pages of sweeps that another process leads.",
    "violations": "Violations and their lives.",
    "report": "Report a publisher's violations, and who is in order.",
    "notify": "Who is told of changes, and how.",
    "recheck": "Judge stored pages by today's policies, fetching nothing.",
    "trace": "Show where a page was found, when fetched, why this verdict.",
    "forget": "Forget a site or a person.",
    "explain": "Explain a clause type.",
    "settings": "Print every setting and where its value came from.",
    "scan": "Look through web archives for copies.",
    "db": "The database: sizes, upgrades, backups.",
    "demo": "Run the main job on sites served on this machine.",
}


class CommandMap(TyperGroup):
    """The commands by name; one that is called is loaded, one that has no file says so and exits 2."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.commands = {name: TyperCommand(name, help=line) for name, line in COMMANDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that the first argument names, loaded."""
        name, outline, rest = super().resolve_command(ctx, args)
        return name, outline if name is None else loaded(name), rest


def loaded(name: str) -> Any:
    """The command of that name as click runs it, its file imported."""
    if find_spec(f"rights.cli.{name}") is None:
        return TyperCommand(
            name,
            help=COMMANDS[name],
            callback=lambda: _not_built(name),
            context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
            add_help_option=False,
        )
    module = import_module(f"rights.cli.{name}")
    group = getattr(module, "app", None)
    if isinstance(group, typer.Typer):
        found: Any = get_group(group)
    else:
        alone = typer.Typer(add_completion=False)
        alone.command(name)(getattr(module, name))
        found = get_command(alone)
    found.name = name
    return found


def _not_built(name: str) -> None:
    typer.echo(f"rights {name}: not built yet", err=True)
    raise typer.Exit(2)
