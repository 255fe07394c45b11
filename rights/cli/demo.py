"""``rights demo``: the whole main job on loopback, without the internet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rights.cli.common import Quiet


def demo(
    home: Annotated[
        Path | None, typer.Option("--home", help="Folder for the run's data; default a new temporary one.")
    ] = None,
    quiet: Quiet = False,
) -> int:
    """Serve a publisher and eight republishing sites on this machine, and run the main job on them."""
    from rights.cli.main import app
    from rights.demo.run import run

    def command(arguments: list[str]) -> int:
        code = app([*arguments, *(["--quiet"] if quiet else [])], standalone_mode=False)
        return code if isinstance(code, int) else 0

    run(command, lambda line: typer.echo(line), home)
    return 0
