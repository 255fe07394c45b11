"""What every command shares: exit codes, how errors end, where results and progress go."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated

import typer
from typer.exceptions import TyperException

from rights.errors import RightsError

OK, FOUND, COULD_NOT = 0, 1, 2


class ListFormat(StrEnum):
    """How lists and records are printed: for a person, as one JSON value, or as one JSON object a line."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


Format = Annotated[ListFormat, typer.Option("--format", help="How to print it.")]

#: ``--quiet``: accepted after every subcommand; no progress on stderr.
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no progress on stderr.")]


def failing(run: Callable[..., object]) -> int:
    """Call the command line and give its exit code; one of the program's broad excepts (`errors`).

    Errors of ours and of the operating system print one message; a defect prints its traceback only with
    ``RIGHTS_DEBUG`` set, so that nobody meets one by accident.
    """
    try:
        result = run(standalone_mode=False)
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("stopped", err=True)
        return 130
    except typer.Exit as stop:
        return stop.exit_code
    except TyperException as wrong:
        typer.echo(f"rights: {wrong.format_message().rstrip('.')}; --help shows what a command takes", err=True)
        return COULD_NOT
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - the interpreter flushes it once more while it ends
        return COULD_NOT
    except (RightsError, OSError) as wrong:
        typer.echo(f"rights: {wrong}", err=True)
        return COULD_NOT
    except Exception as defect:
        if os.environ.get("RIGHTS_DEBUG"):
            traceback.print_exc()
        typer.echo(f"rights: defect: {type(defect).__name__}: {defect} (RIGHTS_DEBUG=1 shows where)", err=True)
        return COULD_NOT
    return result if isinstance(result, int) else OK


def print_json(values: Iterable[object], form: ListFormat, *, one: bool = False) -> None:
    """Print values as JSON lines, or as one array; ``one``: as one value."""
    import json

    if form is ListFormat.JSONL:
        for value in values:
            print(json.dumps(value, ensure_ascii=False))
        return
    listed = list(values)
    print(json.dumps(listed[0] if one else listed, ensure_ascii=False, indent=1))
