"""The map of commands: ``rights --help``.

Each command group is one file beside this one.  Those files import only typer at the top and load a command's parts
when it runs, so that the command line starts quickly.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated

import typer

from rights import __version__
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


#: Every command of the design, in the order in which a new user meets them.  A command is the file of its name beside
#: this one, with a function of its name or a typer ``app``; one without a file says so in one line and exits 2.
COMMANDS = (
    "check", "inspect", "match", "works", "policy", "sites", "discover", "crawl", "serve", "worker", "violations",
    "report", "recheck", "trace", "forget", "explain", "settings", "scan", "db", "demo",
)  # fmt: skip


def _register(name: str) -> None:
    if find_spec(f"rights.cli.{name}") is None:
        _declare(name)
        return
    module = import_module(f"rights.cli.{name}")
    group = getattr(module, "app", None)
    if isinstance(group, typer.Typer):
        app.add_typer(group, name=name)
    else:
        app.command(name)(getattr(module, name))


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


for _name in COMMANDS:
    _register(_name)


def main() -> None:
    """Run the command line; an error of ours becomes one clear message and exit code 2.

    A page's tree and blocks are many small objects: looking for cycles after every 700 of them costs a tenth of the time.
    """
    gc.set_threshold(100_000, 20, 20)
    sys.exit(failing(app))
