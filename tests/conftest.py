"""On CI a missing component is a failure, not a skip: every machine that runs CI installs them all."""

from __future__ import annotations

import os
import re
from collections.abc import Generator

import pytest

_MISSING = re.compile(r"could not import|needs the extra|no \w+ is installed|not installed", re.IGNORECASE)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and _MISSING.search(str(report.longrepr)):
        report.outcome = "failed"
        report.longrepr = f"missing on CI: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and _MISSING.search(str(report.longrepr)):
        report.outcome = "failed"
        report.longrepr = f"missing on CI: {report.longrepr}"
    return report
