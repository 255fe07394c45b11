"""Compiled patterns kept beside the byte code: equal to those that `re` compiles, and never a reason to fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from rights.compiled import _code, compiled

_ASK = """
import re, sys
import rights.compiled
if "forbid" in sys.argv:
    def forbidden(*given):
        raise SystemExit("compiled again")
    rights.compiled._code = forbidden
pattern = rights.compiled.compiled(r"(?P<day>\\d\\d?)\\. (?P<month>März|May)|first", re.IGNORECASE)
assert pattern == re.compile(r"(?P<day>\\d\\d?)\\. (?P<month>März|May)|first", re.IGNORECASE)
print(pattern.search("on 3. MÄRZ")["month"], pattern.groupindex["month"], pattern.groups, pattern.flags)
"""


def _run(folder: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, "-c", _ASK, *args],
        env=clean | {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONUTF8": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _kept(folder: Path) -> list[Path]:
    return list(folder.rglob("patterns.*.code"))


def test_the_second_run_compiles_nothing(tmp_path: Path) -> None:
    first = _run(tmp_path)
    assert first.returncode == 0, first.stderr
    (file,) = _kept(tmp_path)
    assert _run(tmp_path, "forbid").stdout == first.stdout == f"MÄRZ 2 2 {int(re.IGNORECASE | re.UNICODE)}\n"
    assert [left.name for left in file.parent.glob("patterns*")] == [file.name]


@pytest.mark.parametrize("damage", ["empty", "cut", "noise", "another", "code"])
def test_a_damaged_file_costs_time_and_nothing_else(tmp_path: Path, damage: str) -> None:
    good = _run(tmp_path).stdout
    (file,) = _kept(tmp_path)
    content = file.read_bytes()
    file.write_bytes(
        {
            "empty": b"",
            "cut": content[: len(content) // 2],
            "noise": os.urandom(400),
            "another": content.replace(b"3.", b"9."),
            "code": content.replace(b"\x01\x00\x00\x00", b"\xff\xff\xff\x7f"),
        }[damage]
    )
    again = _run(tmp_path)
    assert (again.returncode, again.stdout) == (0, good), again.stderr


def test_nothing_is_written_where_python_may_not_write_byte_code(tmp_path: Path) -> None:
    assert _run(tmp_path, PYTHONDONTWRITEBYTECODE="1").returncode == 0
    assert not _kept(tmp_path)


def test_a_wrong_pattern_says_so() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled("(open")


@pytest.mark.parametrize(
    ("source", "flags"),
    [
        ("", 0),
        (r"a{2,}?b|[^\W\d_]+", re.ASCII),
        (rb"<meta[^>]+>", re.IGNORECASE),
        ("(?x) a  # comment", 0),
        ("日本|[ア-ン]", 0),
    ],
)
def test_kept_code_is_what_re_makes(source: str | bytes, flags: int) -> None:
    every, _, groups, names, numbers = _code((source, flags))
    made = re.compile(source, flags)
    assert compiled(source, flags) == made
    assert (every, groups, names, len(numbers)) == (made.flags, made.groups, dict(made.groupindex), made.groups + 1)
