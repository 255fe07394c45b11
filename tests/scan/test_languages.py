"""The language gate shuts on what is surely in another language, and on nothing else."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rights.cli.main import app
from rights.scan.languages import LanguageGate
from tests.scan.test_scan import story

warcio = pytest.importorskip("warcio.warcwriter")

GERMAN = (
    "Der Rat der Stadt hat in der Nacht zum Montag mit den Stimmen der Mehrheit beschlossen, dass die alte Brücke an der Mühle "
    "nicht abgerissen wird. Die Kosten für die Sanierung trägt das Land, und auch der Verein, der sich seit Jahren für den Bau "
    "einsetzt, gibt etwas dazu. Es ist noch nicht bekannt, wann die Arbeiten beginnen, aber sie werden wohl nach dem Winter "
    "aus der Schublade geholt. "
)


@pytest.mark.parametrize(
    ("works", "label", "let_in"),
    [
        (["en"], "eng", True),
        (["en-GB"], "deu,eng", True),
        (["en"], "deu", False),
        (["pt-BR"], "por", True),
        (["no"], "nob", True),
        (["nb"], "dan", True),
        (["en", "de"], "deu", True),
        (["en"], None, True),
        (["en"], "und", True),
        (["en"], "", True),
        (["ceb"], "ceb", True),
        (None, "deu", True),
    ],
)
def test_labels_of_archives(works: list[str] | None, label: str | None, let_in: bool) -> None:
    assert LanguageGate(works).admits(label) is let_in


def test_texts_that_speak_clearly() -> None:
    assert not LanguageGate(["en"]).admits_text(GERMAN)
    assert LanguageGate(["en", "de-AT"]).admits_text(GERMAN)
    assert LanguageGate(None).admits_text(GERMAN)
    assert LanguageGate(["en"]).admits_text("Der Rat")
    assert LanguageGate(["de"]).admits_text("")


@pytest.mark.parametrize(
    ("language", "found"), [("en", ["eng", "none"]), (None, ["eng", "deu", "none"]), ("de", ["deu", "none"])]
)
def test_a_scan_passes_over_other_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str | None, found: list[str]
) -> None:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    works = tmp_path / "works.jsonl"
    works.write_text(json.dumps({"id": "w", "text": story(1), **({"language": language} if language else {})}))
    assert CliRunner().invoke(app, ["works", "import", str(works), "--quiet"]).exit_code == 0
    with (tmp_path / "a.warc.wet.gz").open("wb") as file:
        writer = warcio.WARCWriter(file, gzip=True)
        for label in ("eng", "deu", "none"):
            headers = {} if label == "none" else {"WARC-Identified-Content-Language": label}
            body = io.BytesIO(story(1).encode())
            writer.write_record(
                writer.create_warc_record(
                    f"https://{label}.example/p", "conversion", payload=body, warc_headers_dict=headers
                )
            )
    run = CliRunner().invoke(app, ["scan", str(tmp_path / "a.warc.wet.gz"), "--processes", "1", "--quiet"])
    assert run.exit_code == 0, run.output
    assert [json.loads(line)["url"].split("/")[2].split(".")[0] for line in run.stdout.splitlines()] == found
