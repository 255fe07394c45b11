"""A real Chromium for tests of pages: it tells what the console said, and asks axe-core about accessibility."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from rights.fetch.browser import find_chromium

#: The rules of WCAG 2.2 AA, and those of good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def chromium_path() -> str:
    """Where Chromium is; without one the test is skipped, on CI it fails."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium is installed")
    return path


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser."""
    api = pytest.importorskip("playwright.sync_api", reason="needs the extra 'browser'")
    path = chromium_path()
    with api.sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=str(path), args=arguments)
        yield browser
        browser.close()


class Tab:
    """One page of a browser; ``said`` are its console's errors, dialogs and broken policies."""

    def __init__(self, browser: Any, width: int = 1400, **options: Any) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        self.page = self.context.new_page()
        self.width = width
        self.said: list[str] = []
        self.page.on("console", lambda one: self.said.append(one.text) if one.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda one: self.said.append(str(one)))
        self.page.on("dialog", lambda one: (self.said.append(f"dialog {one.message}"), one.dismiss()))

    def close(self) -> None:
        """Close it."""
        self.context.close()

    def sign_in(self, address: str, name: str, password: str) -> None:
        """Sign in at a desk."""
        self.page.goto(address + "sign-in")
        self.page.fill("#name", name)
        self.page.fill("#password", password)
        self.page.click("button.main")

    def faults(self) -> list[str]:
        """What axe-core finds on the page as it stands, and whether it is wider than the window."""
        import axe_playwright_python

        source = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
        self.page.evaluate(source)
        found = self.page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        assert found["passes"], "axe-core looked at nothing"
        told = [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        return told + ([f"{wide} pixels wide"] if wide > self.width else [])
