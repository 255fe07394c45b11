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
    assert re.search(r"--require-hashes -r requirements-container\.lock", text)


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][\w.-]*)==(\S+) \\$", text, re.MULTILINE))


def test_the_containers_libraries_are_the_tested_ones_and_serve_the_desk() -> None:
    here, base, tested = (pins(f"requirements{kind}.lock") for kind in ("-container", "", "-dev"))
    assert base.keys() <= here.keys()
    assert {"fastapi", "uvicorn", "psycopg", "hatchling"} <= here.keys()
    assert here.items() <= tested.items()


def test_the_desk_begins_when_the_database_is_up_to_date() -> None:
    services = COMPOSE["services"]
    assert services["upgrade"]["command"] == ["db", "upgrade"]
    assert services["upgrade"]["depends_on"]["database"]["condition"] == "service_healthy"
    assert services["rights"]["depends_on"]["upgrade"]["condition"] == "service_completed_successfully"
    assert "/health" in " ".join(services["rights"]["healthcheck"]["test"])
