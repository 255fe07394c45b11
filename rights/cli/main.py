"""The map of commands: ``rights --help``.

Each command group is one file beside this one.  Those files import only typer at the top and load a command's parts
when it runs, so that the command line starts quickly.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from rights import __version__
from rights.cli import explain, inspect, policy
from rights.cli.common import failing

app = typer.Typer(
    name="rights",
    help="Checks whether pages that republish articles keep the publishers' terms.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rights {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Checks whether pages that republish articles keep the publishers' terms."""


app.add_typer(policy.app, name="policy")
app.command("explain")(explain.explain)
app.command("inspect")(inspect.inspect)

#: Commands of the design that have no file of their own yet; each says so in one line and exits 2.
NOT_BUILT = (
    "check", "match", "works", "sites", "discover", "crawl", "serve", "worker", "violations",
    "report", "recheck", "trace", "settings", "scan", "db", "demo",
)  # fmt: skip


def _declare(name: str) -> None:
    @app.command(
        name,
        help="Not built yet.",
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
        add_help_option=False,
    )
    def not_built() -> None:
        typer.echo(f"rights {name}: not built yet", err=True)
        raise typer.Exit(2)


for _name in NOT_BUILT:
    _declare(_name)


def main() -> None:
    """Run the command line; an error of ours becomes one clear message and exit code 2."""
    sys.exit(failing(app))
