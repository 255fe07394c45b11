"""The WordPress plugin's own PHP against a real server of checks; WordPress itself is a stub of what it calls."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="needs the extra 'web'")

from tests.editor.server import Server, serving

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "integrations/wordpress/rights-check"
POST = {
    "ID": 7, "post_type": "post", "post_status": "draft", "post_title": "River <towns>", "post_author": 1,
    "post_content": "The towns plan for higher water. Originally published by The Loopback Press.",
}  # fmt: skip


@pytest.fixture(scope="module")
def php() -> str:
    found = shutil.which("php")
    if found is None:
        pytest.skip("no PHP is installed")
    return found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server") / "home") as made:
        yield made


def ran(php: str, server: Server | None, *steps: str, **more: Any) -> dict[str, Any]:
    options = {
        "rights_check_server": server.address if server else "http://127.0.0.1:9",
        "rights_check_key": server.key if server else "rk_none",
    }
    scenario = {
        "plugin": str(PLUGIN / "rights-check.php"), "steps": steps, "options": options, "post": POST,
        "may": ["edit_post"], **more,
    }  # fmt: skip
    command = [php, str(Path(__file__).with_name("wordpress_stub.php"))]
    done = subprocess.run(command, input=json.dumps(scenario), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_saved_post_is_checked_and_what_is_missing_is_told(php: str, server: Server) -> None:
    told = ran(php, server, "save", "ask")
    begun, state = told["told"]
    assert begun["state"] == "waiting"
    assert state["state"] == "done"
    assert state["verdict"] == "violation"
    (link,) = (one for one in state["findings"] if one["clause"] == "link.original")
    assert link["verdict"] == "violation"
    assert "The Loopback Press" in link["remedy"]
    assert "check" not in state
    assert {(one["timeout"], one["redirection"]) for one in told["asked"]} == {(5, 0)}


def test_findings_come_in_the_editors_language(php: str, server: Server) -> None:
    told = ran(php, server, "save", "ask", locale="de_DE")
    assert any("Zuerst veröffentlicht von" in one["remedy"] for one in told["told"][1]["findings"])


@pytest.mark.parametrize("key", ["rk_" + "x" * 40, ""])
def test_a_server_that_refuses_leaves_the_post_saved_and_says_so(php: str, server: Server, key: str) -> None:
    options = {"rights_check_server": server.address, "rights_check_key": key}
    (begun,) = ran(php, server, "save", options=options)["told"]
    assert begun["state"] == "failed"
    assert ("401" in begun["why"]) is bool(key)


def test_a_server_that_is_gone_leaves_the_post_saved_and_says_so(php: str) -> None:
    begun, state = ran(php, None, "save", "ask")["told"]
    assert begun["state"] == state["state"] == "failed"
    assert "could not connect" in state["why"]


def test_only_who_may_edit_the_post_begins_a_check_or_sees_one(php: str, server: Server) -> None:
    assert ran(php, server, "save", "ask", may=[])["told"] == [None, "forbidden"]
    assert ran(php, server, "save", revision=True)["told"] == [None]
    for other in ({"post_status": "auto-draft"}, {"post_type": "attachment"}, {"post_content": " "}):
        assert ran(php, server, "save", post=POST | other)["told"] == [None]


def test_what_people_write_is_no_markup(php: str, server: Server) -> None:
    (html,) = ran(php, server, "html")["told"]
    assert "<h1>River &lt;towns&gt;</h1>" in html
    assert 'content="Valley &lt;Notes&gt;"' in html
    assert '<p class="byline">Ann &amp; Ben</p>' in html


def test_settings_take_addresses_and_keys_only_and_load_with_no_page(php: str, server: Server) -> None:
    told = ran(
        php, server, "settings", servers=["https://rights.example/", "javascript:alert(1)", "ftp://x.example"],
        keys=["rk_" + "a" * 43, "secret", ""],
    )  # fmt: skip
    servers, keys = told["told"][0]
    assert servers == ["https://rights.example", server.address, server.address]
    assert keys == ["rk_" + "a" * 43, server.key, server.key]
    assert len(told["errors"]) == 3
    assert set(told["autoload"].values()) == {"no"}


def test_the_script_makes_no_markup_of_what_it_is_told() -> None:
    script = (PLUGIN / "editor.js").read_text(encoding="utf-8")
    assert not {
        name for name in ("innerHTML", "insertAdjacentHTML", "outerHTML", "document.write", "eval(") if name in script
    }
