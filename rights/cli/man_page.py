"""The manual page, made of the commands' own help:  ``python -m rights.cli.man_page > docs/man/rights.1``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from rights.cli.command_map import COMMANDS, loaded

_FILES = """\
.SH ENVIRONMENT
Every setting is a variable
.BR RIGHTS_ ...;
.B rights settings
prints them all with their values and where those came from.
.SH EXIT STATUS
.TP
.B 0
Nothing at or above \\-\\-fail\\-on.
.TP
.B 1
Something is.
.TP
.B 2
It could not be checked, or the command was wrong.
"""


def manual() -> str:
    """The page in man(7) markup."""
    parts = [
        '.TH RIGHTS 1 "" "rights" "User Commands"',
        ".SH NAME",
        "rights \\- check whether pages that republish articles keep the publishers' terms",
        ".SH SYNOPSIS",
        ".B rights",
        ".I COMMAND",
        "[\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]",
        ".SH COMMANDS",
    ]
    for name, line in COMMANDS.items():
        if line.startswith("Not built"):
            continue
        parts += [f".SS rights {_roff(name)}", *_described(loaded(name), name)]
    return "\n".join(parts) + "\n" + _FILES


def _described(command: Any, path: str) -> Iterator[str]:
    yield _roff(" ".join((command.help or COMMANDS.get(path, "")).split()))
    children = getattr(command, "commands", {})
    for name, child in children.items():
        yield f".PP\n.B rights {_roff(path)} {_roff(name)}\n.br"
        yield from _described(child, f"{path} {name}")
    for option in command.params if not children else ():
        if option.param_type_name == "argument":
            continue
        names = ", ".join((*option.opts, *option.secondary_opts))
        yield f".TP\n.B {_roff(names)}\n{_roff(' '.join((option.help or '').split()))}"


def _roff(text: str) -> str:
    """Text whose back slashes, hyphens and leading dots are not taken for markup."""
    safe = text.replace("\\", "\\\\").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    sys.stdout.write(manual())
