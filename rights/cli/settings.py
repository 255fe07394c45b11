"""``rights settings``: every setting with its source."""

from __future__ import annotations

from rights.cli.common import Format, ListFormat, Quiet, print_json


def settings(output_format: Format = ListFormat.TEXT, quiet: Quiet = False) -> None:
    """Print every setting, its value and where the value came from."""
    from rights import settings as source

    listed = source.listed(source.settings())
    if output_format is not ListFormat.TEXT:
        print_json([{s.variable: {"value": s.value, "source": s.source} for s in listed}], output_format, one=True)
        return
    width = max(len(setting.variable) for setting in listed)
    for setting in listed:
        print(f"{setting.variable:<{width}}  {setting.value or '-'}  ({setting.source})")
        if not quiet:
            print(f"{'':<{width}}  {setting.description}")
