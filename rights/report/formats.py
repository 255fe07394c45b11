"""The formats of ``rights check`` and ``rights report`` by name; loading one costs only when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from enum import StrEnum


class CheckFormat(StrEnum):
    """What ``--format`` takes."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"
    SARIF = "sarif"
    JUNIT = "junit"
    TAP = "tap"
    GITHUB = "github"
    CSV = "csv"

    @property
    def placed(self) -> bool:
        """Whether the format says where in a page's source a finding stands."""
        return self in (CheckFormat.JSON, CheckFormat.JSONL, CheckFormat.SARIF, CheckFormat.JUNIT, CheckFormat.GITHUB)


class ReportFormat(StrEnum):
    """What ``rights report --format`` takes."""

    HTML = "html"
    JSON = "json"
    CSV = "csv"
    ATOM = "atom"
    PDF = "pdf"


_HOMES = {CheckFormat.JSON: "json_", CheckFormat.JSONL: "json_", CheckFormat.CSV: "csv_"}


def renderer(name: CheckFormat) -> Callable[..., str]:
    """The function that renders a format from results and a `Say`; its module is loaded here, so that only what is asked for costs time."""
    module = importlib.import_module(f"rights.report.{_HOMES.get(name, name.value)}")
    found: Callable[..., str] = getattr(module, f"render_{name.value}")
    return found
