"""A publisher and a republisher on loopback, in a home of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenes import Scene


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    for name, value in Scene.environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    with Scene(tmp_path) as made:
        yield made
