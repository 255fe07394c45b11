"""A picture of the page in the bundle, taken by a real Chromium."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.evidence.reader import opened
from tests.scenes import Scene
from tests.web.chromium import chromium_path

pytestmark = pytest.mark.browser
pytest.importorskip("playwright", reason="needs the extra 'browser'")


def test_the_bundle_shows_the_page_as_it_is_now(scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chromium = chromium_path()
    monkeypatch.setenv("RIGHTS_BROWSER", chromium)
    address = scene.violate()
    path = tmp_path / "out.wacz"
    scene.said("violations", "show", "1", "--bundle", str(path), "--screenshot")
    bundle = opened(path.read_bytes())
    png = bundle.files["evidence/screenshot.png"]
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    assert (width, 720 <= height <= 8000) == (1280, True)
    assert bundle.package["screenshotTakenAt"] >= bundle.package["mainPageDate"]
    (picture,) = bundle.find(f"urn:screenshot:{address}")
    assert picture.block == png
