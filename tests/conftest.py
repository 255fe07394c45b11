"""On CI a missing component is a failure, not a skip: every machine that runs CI installs them all."""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from typing import TypeVar

import pytest

_MISSING = re.compile(r"could not import|needs the extra|no \w+ is installed|not installed", re.IGNORECASE)


Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def _told(report: Report) -> Report:
    if report.skipped and os.environ.get("CI") == "true" and _MISSING.search(str(report.longrepr)):
        report.outcome = "failed"
        report.longrepr = f"missing on CI: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _told((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _told((yield))
