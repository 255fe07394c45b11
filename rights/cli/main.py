"""The command line's one door: ``rights --help`` is the map."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from rights import __version__
from rights.cli.command_map import CommandMap
from rights.cli.common import failing

app = typer.Typer(
    name="rights",
    cls=CommandMap,
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


def main() -> None:
    """Run the command line; an error of ours becomes one clear message and exit code 2.

    A page's tree and blocks are many small objects: looking for cycles after every 700 of them costs a tenth of the time.
    """
    gc.set_threshold(100_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # we have none; looking for them reads every package
    sys.exit(failing(app))
