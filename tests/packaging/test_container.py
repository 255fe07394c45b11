"""The container and compose files name what is there: the commands, settings and files of this checkout."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from rights.cli.command_map import COMMANDS
from rights.settings import Settings

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def test_compose_uses_settings_and_commands_that_exist() -> None:
    service = COMPOSE["services"]["rights"]
    known = {f"RIGHTS_{name.upper()}" for name in Settings.model_fields}
    assert service["environment"].keys() <= known
    assert service["command"][0] in COMMANDS
    assert (ROOT / service["build"]["dockerfile"]).is_file()
    used = {volume.split(":")[0] for one in COMPOSE["services"].values() for volume in one.get("volumes", ())}
    assert used == COMPOSE["volumes"].keys()
    assert service["environment"]["RIGHTS_DATABASE_URL"].startswith("postgresql+psycopg://")
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_the_container_keeps_its_data_outside_and_runs_as_nobody_in_particular() -> None:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    home = re.search(r"RIGHTS_HOME=(\S+)", text)
    assert home is not None
    assert f"VOLUME {home[1]}" in text
    assert re.search(r"^USER (?!root)", text, re.MULTILINE)
    assert (ROOT / "requirements.lock").is_file()
    assert "requirements.lock" in text
