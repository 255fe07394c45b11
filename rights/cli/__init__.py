"""Arguments in, text and exit code out: one file per command group."""

from __future__ import annotations

import os

# Read by typer while it is imported.  Help drawn by rich costs 0.2 s of every start, most of it a Markdown parser.
os.environ.setdefault("TYPER_USE_RICH", "0")
# Read by pydantic when it builds its first model: it would look through every installed package for plugins.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
