"""``rights works`` and ``rights match`` as a user runs them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from rights.cli.main import app
from rights.errors import IndexFormatError, InputError
from rights.known import Known, look
from rights.settings import settings
from tests.match.texts import text, work

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/match.schema.json").read_text())


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test."""
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("RIGHTS_DATABASE_URL", raising=False)
    return tmp_path / "home"


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


def line(number: int, **more: object) -> str:
    one = work(number)
    return json.dumps({"id": one.id, "url": one.url, "title": one.title, "text": one.text, **more})


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    """Thirty works, known."""
    file = tmp_path / "works.jsonl"
    file.write_text("\n".join(line(number) for number in range(30)) + "\n")
    assert run("works", "import", str(file)).exit_code == 0
    return file


def matched(*arguments: str, stdin: str | None = None) -> list[dict[str, Any]]:
    result = run("match", *arguments, "--format", "jsonl", "--quiet", stdin=stdin)
    found = [json.loads(row) for row in result.stdout.splitlines()]
    for one in found:
        jsonschema.validate(one, SCHEMA)
    return found


def html(*paragraphs: str) -> str:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"<html lang=en><head><title>T</title></head><body><nav>Home News</nav><article><h1>Headline</h1>{body}</article></body></html>"


@pytest.mark.usefixtures("imported")
def test_a_folder_of_pages_gives_a_line_for_each(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    (pages / "deep").mkdir(parents=True)
    (pages / "a.html").write_text(html(*text(4).split("\n\n")))
    (pages / "b.txt").write_text(f"{text('x', 50)}\n\n{' '.join(text(9).split()[:60])}\n\n{text('y', 50)}")
    (pages / "deep" / "c.md.gz").write_bytes(gzip.compress(f"# Nothing\n\n{text('z', 90)}".encode()))
    (pages / "deep" / "d.html").write_text(html(text(4), text(5)))
    found = matched(str(pages))
    assert [(Path(one["target"]).name, [each["work"] for each in one["candidates"]]) for one in found] == [
        ("a.html", ["w4"]), ("b.txt", ["w9"]), ("c.md.gz", []), ("d.html", ["w4", "w5"]),
    ]  # fmt: skip
    assert found[0]["candidates"][0]["containment"] == 1.0
    assert found[1]["candidates"][0]["words"] == 60
    assert found[1]["candidates"][0]["title"] == "Title 9"


@pytest.mark.usefixtures("imported")
def test_json_is_an_object_for_one_file_and_an_array_for_several(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text(7))
    one = json.loads(run("match", str(tmp_path / "a.txt"), "--format", "json", "--quiet").stdout)
    two = json.loads(run("match", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--format", "json", "-q").stdout)
    for value in (one, two):
        jsonschema.validate(value, SCHEMA)
    assert one["candidates"][0]["work"] == "w7"
    assert [each["target"] for each in two] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert "100.0% of w7" in run("match", str(tmp_path / "a.txt")).stdout


@pytest.mark.usefixtures("imported")
def test_duckdb_gives_the_same_lines(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(12):
        (pages / f"{number}.html").write_text(html(text(number), text(number + 3, 60), text(f"own {number}", 40)))
    arguments = [str(pages), str(tmp_path / "missing.html")]
    alone = matched(*arguments)
    assert matched(*arguments, "--engine", "duckdb") == alone
    assert [one["candidates"][0]["work"] for one in alone[:12]] == [
        f"w{n}" for n in (0, 1, 10, 11, 2, 3, 4, 5, 6, 7, 8, 9)
    ]


ENGLISH = """On 14 March 2024 the mayor of Kirkwall, Morag Sinclair, opened the Brough Tidal Station with engineers from
Nautricity and Scottish Renewables. The plant on Stroma has 24 turbines of 450 kilowatts and cost 31 million pounds,
said Alasdair Munro of Heriot-Watt. In 2019 the council in Kirkwall had refused a first plan by 11 votes to 7.
Iona Flett, who fishes off Swona, told Radio Orkney that 3 of her 40 creels were lost since 9 January.
Morag Sinclair said that Stroma would feed 6,200 homes by 2026. Scottish Renewables counts 57 such plants."""
GERMAN = """Am 14. März 2024 hat die Bürgermeisterin von Kirkwall, Morag Sinclair, die Anlage Brough Tidal Station eröffnet,
mit Fachleuten von Nautricity und Scottish Renewables. Das Werk auf Stroma hat 24 Turbinen mit je 450 Kilowatt und hat
31 Millionen Pfund gekostet, sagte Alasdair Munro von Heriot-Watt. Im Jahr 2019 hatte der Rat in Kirkwall einen ersten
Plan mit 11 zu 7 Stimmen abgelehnt. Iona Flett, die vor Swona fischt, sagte Radio Orkney, seit dem 9. Januar seien 3
ihrer 40 Körbe verloren. Morag Sinclair sagte, dass Stroma bis 2026 auch 6.200 Häuser versorgen werde.
Scottish Renewables zählt 57 solche Werke."""


@pytest.mark.usefixtures("imported")
def test_translations_are_proposed_where_asked_for(tmp_path: Path) -> None:
    assert run("works", "import", "-", stdin=json.dumps({"id": "tide", "text": ENGLISH})).exit_code == 0
    (tmp_path / "de.txt").write_text(GERMAN)
    (one,) = matched(str(tmp_path / "de.txt"), "--translations")
    assert [each["work"] for each in one["translations"]] == ["tide"]
    assert one["candidates"] == []
    assert "may translate tide" in run("match", str(tmp_path / "de.txt"), "--translations").stdout
    assert matched(str(tmp_path / "de.txt"))[0]["translations"] == []


@pytest.mark.usefixtures("imported")
def test_exit_codes_and_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text(7))
    missing = str(tmp_path / "missing.html")
    both = run("match", str(tmp_path / "a.txt"), missing, "--format", "jsonl")
    assert both.exit_code == 0
    assert "no such file" in json.loads(both.stdout.splitlines()[1])["error"]
    assert run("match", missing).exit_code == 2
    assert matched("-", stdin=text(3))[0]["candidates"][0]["work"] == "w3"


def test_without_works_nothing_is_copied_and_nothing_is_made(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.txt").write_text(text(7))
    result = run("match", str(tmp_path / "a.txt"), "--format", "jsonl")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["candidates"] == []
    assert "rights works import" in result.stderr
    assert not home.exists()


def test_lines_that_are_wrong_are_named_and_the_others_imported(tmp_path: Path) -> None:
    file = tmp_path / "works.jsonl"
    bad = [
        "{",
        '{"id": "a"}',
        '{"text": "some text"}',
        '{"id": "b", "text": "  "}',
        "[1]",
        '{"id": "c", "text": 5.5}',
        '{"id": "a\\u0000", "text": "x"}',
    ]
    bad.append(json.dumps({"id": "i" * 3_000, "text": "x"}))
    file.write_text("\n".join([line(0, id=17), "", *bad, line(1, authors="One", extra=1)]))
    result = run("works", "import", str(file))
    assert result.exit_code == 2
    assert [number for number in range(1, 13) if f"{file}:{number}: " in result.stderr] == [3, 4, 5, 6, 7, 9, 10]
    assert "3 new" in result.stderr
    listed = json.loads(run("works", "list", "--format", "json").stdout)
    assert [one["work"] for one in listed] == ["17", "c", "w1"]


def test_import_reads_gzip_and_standard_input_and_takes_the_address_for_the_id(tmp_path: Path) -> None:
    file = tmp_path / "works.jsonl.gz"
    file.write_bytes(gzip.compress(line(0).encode()))
    without = json.dumps({"url": "https://paper.example/9", "text": text(9)})
    assert run("works", "import", str(file)).exit_code == 0
    assert run("works", "import", "-", stdin=without).exit_code == 0
    assert matched("-", stdin=text(9))[0]["candidates"][0]["work"] == "https://paper.example/9"
    missing = run("works", "import", str(tmp_path / "none.jsonl"))
    assert isinstance(missing.exception, InputError)
    assert "none.jsonl: cannot be read" in str(missing.exception)


@pytest.mark.usefixtures("imported")
def test_remove_list_and_reindex(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.txt").write_text(text(7))
    gone = run("works", "remove", "w7", "https://paper.example/8", "w99")
    assert gone.exit_code == 2
    assert "w99: no such work" in gone.stderr
    assert len(run("works", "list", "-q").stdout.splitlines()) == 28
    assert matched(str(tmp_path / "a.txt"))[0]["candidates"] == []
    segment = home / "index" / "g000001" / "works.sqlite"
    segment.write_bytes(segment.read_bytes()[:5000])
    broken = run("match", str(tmp_path / "a.txt"))
    assert isinstance(broken.exception, IndexFormatError)
    assert "rights works reindex" in str(broken.exception)
    assert run("works", "reindex").exit_code == 0
    (tmp_path / "a.txt").write_text(text(6))
    assert matched(str(tmp_path / "a.txt"))[0]["candidates"][0]["work"] == "w6"


def test_add_takes_a_saved_original(tmp_path: Path) -> None:
    page = tmp_path / "original.html"
    page.write_text(html(*text("original", 300).split("\n\n")))
    assert run("works", "add", str(page), "--url", "https://paper.example/original").exit_code == 0
    found = matched("-", stdin=text("original", 300))
    assert found[0]["candidates"][0]["work"] == "https://paper.example/original"
    assert run("works", "add", str(tmp_path / "none.html")).exit_code == 2


@pytest.mark.usefixtures("imported")
def test_near_names_groups_that_contain_one_another(tmp_path: Path) -> None:
    story = text("story", 150)
    versions = [line(n, text=f"{story}\n\n{text(n, extra)}") for n, extra in ((50, 20), (51, 30), (52, 600))]
    assert run("works", "import", "-", stdin="\n".join(versions)).exit_code == 0
    (group,) = json.loads(run("works", "near", "--format", "json", "-q").stdout)
    members = {one["work"]: {other["work"]: other["share"] for other in one["inside"]} for one in group["works"]}
    assert set(members) == {"w50", "w51", "w52"}
    assert set(members["w50"]) == {"w51", "w52"}
    assert members["w52"] == {}
    assert members["w50"]["w52"] == pytest.approx(150 / 170, abs=0.08)
    assert json.loads(run("works", "near", "w1", "--format", "json", "-q").stdout) == []
    assert len(json.loads(run("works", "near", "w51", "--format", "json", "-q").stdout)) == 1
    assert "w51" in run("works", "near").stdout
    unknown = run("works", "near", "w999")
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert "w999: no such work" in unknown.stderr


@pytest.mark.usefixtures("imported")
def test_who_looks_mends_what_a_killed_writer_left_undone(home: Path) -> None:
    with Known(settings()) as known:
        known.store.works.add([work(60)])  # the database has it, the index not yet
    (home / "index" / "behind.999999999").touch()
    assert matched("-", stdin=text(60))[0]["candidates"][0]["work"] == "w60"
    assert not list((home / "index").glob("behind.*"))
    matcher = look(settings())
    assert matcher is not None
    assert matcher.by_id("w60") is not None
    matcher.close()


def test_an_import_begun_again_passes_over_what_it_had_done(imported: Path) -> None:
    with Known(settings()) as known:
        before = known.store.works.revision()
    again = run("works", "import", str(imported))
    assert "0 new, 0 changed, 30 as they were" in again.stderr
    with Known(settings()) as known:
        assert known.store.works.revision() == before
    assert run("works", "remove", "w3").exit_code == 0
    imported.write_text(imported.read_text() + line(5, title="Another headline") + "\n" + line(31) + "\n")
    assert "2 new, 1 changed, 29 as they were" in run("works", "import", str(imported)).stderr
    assert matched("-", stdin=text(3))[0]["candidates"][0]["work"] == "w3"


def test_an_import_that_was_killed_before_the_index_counts_its_works_once(imported: Path) -> None:
    with Known(settings()) as known:
        known.store.works.add([work(number) for number in range(30, 40)])  # the database has them, the index not yet
    imported.write_text("\n".join(line(number) for number in range(40)))
    assert "10 new, 0 changed, 30 as they were" in run("works", "import", str(imported)).stderr
    assert matched("-", stdin=text(35))[0]["candidates"][0]["work"] == "w35"
