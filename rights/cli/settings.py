"""``rights settings``: every setting with its source."""

from __future__ import annotations

from typing import Annotated

import typer

from rights.cli.common import Quiet


def settings(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False, quiet: Quiet = False
) -> None:
    """Print every setting, its value and where the value came from."""
    import json

    from rights import settings as source

    listed = source.listed(source.settings())
    if as_json:
        print(json.dumps({s.variable: {"value": s.value, "source": s.source} for s in listed}, indent=1))
        return
    width = max(len(setting.variable) for setting in listed)
    for setting in listed:
        print(f"{setting.variable:<{width}}  {setting.value or '-'}  ({setting.source})")
        if not quiet:
            print(f"{'':<{width}}  {setting.description}")
