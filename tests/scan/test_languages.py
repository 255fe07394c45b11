"""The language gate shuts on what is surely in another language, and on nothing else."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
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


RUSSIAN = (
    "Городской совет решил в понедельник, что старый мост у мельницы не будет снесён. Расходы на ремонт берёт на себя область, "
    "и общество, которое много лет заботится о здании, тоже даёт деньги. Когда начнутся работы, пока неизвестно. "
)
ENGLISH = (
    "The council has decided that the old bridge by the mill is not to be pulled down, and that the county will pay for "
    "whatever it takes to keep it open this winter."
)
CHINESE = "市议会决定不拆除磨坊旁边的旧桥，维修费用由省政府承担，协会也会出一部分钱。"
MENU = "Startseite Politik Wirtschaft Kultur Sport Wetter Anzeigen Abo Anmelden Suche Impressum Datenschutz und Kontakt für Leser "
CODE = "const a = document.querySelectorAll('.x'); for (let i = 0; i < a.length; i++) { a[i].remove(); } // off\n"
#: 26 words of names and figures, without one of the little words that tell a language.
TABLE = (
    "Noonan Cincinnati 2022 Curtin Philadelphia 2021 Arena England 2020 Bradley Angeles 2018 Martino Atlanta 2017 Vanney "
    * 2
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
        (["en"], None, False),
        (["en"], "und", False),
        (["en"], "", False),
        (["ceb"], "ceb", True),
        (["en"], "rus", True),  # whose little words are not taken off
        (["en"], "gle", True),
        (["en", "cy"], "deu", True),
        (None, "deu", True),
    ],
)
def test_a_german_text_by_its_label(works: list[str] | None, label: str | None, let_in: bool) -> None:
    assert LanguageGate(works).admits(GERMAN, label) is let_in


def test_texts_that_speak_clearly() -> None:
    assert not LanguageGate(["en"]).admits(GERMAN)
    assert not LanguageGate(["en", "fr", "zh", "uk"]).admits(GERMAN)
    assert LanguageGate(["en", "de-AT"]).admits(GERMAN)
    assert LanguageGate(None).admits(GERMAN)
    assert not LanguageGate(["de", "en"]).admits(RUSSIAN)
    assert not LanguageGate(["de", "en", "ru"]).admits(CHINESE * 4)


@pytest.mark.parametrize("label", [None, "und", "deu"])
@pytest.mark.parametrize(
    "text",
    [
        GERMAN + ENGLISH,
        f"{GERMAN}\n„{ENGLISH}“\n{GERMAN}",
        GERMAN * 8 + ENGLISH,
        f"{MENU}\n" * 20 + ENGLISH,
        f"{MENU}\n" * 20 + f"{ENGLISH}\n" * 30 + f"{MENU}\n" * 20,
        CODE * 30 + ENGLISH,
        CODE * 30 + GERMAN + ENGLISH,
        ENGLISH,
        ENGLISH.upper(),
        ENGLISH.translate(str.maketrans("aeopcxy", "аеорсху")) * 3,
    ],
    ids=[
        "beneath",
        "quoted",
        "far-down",
        "menu",
        "between-menus",
        "code",
        "code-and-german",
        "short",
        "capitals",
        "masked",
    ],
)
def test_english_on_a_page_in_another_language_is_let_in(text: str, label: str | None) -> None:
    """What the archive or the most of the page says is no reason to pass over a copy."""
    assert LanguageGate(["en"]).admits(text, label)


@pytest.mark.parametrize(
    ("work", "page", "passage"),
    [
        ("de", "eng", GERMAN[:180]), ("zh", "eng", CHINESE), ("ru", "eng", RUSSIAN[:120]), ("de", "rus", GERMAN[:180]),
        ("uk", "eng", RUSSIAN[:120]), ("nb", "eng", "Det er ikke kjent når arbeidet begynner, men de skal være ferdig før det blir vinter."),
    ],
)  # fmt: skip
def test_other_languages_on_an_english_or_russian_page(work: str, page: str, passage: str) -> None:
    around = {"eng": ENGLISH * 5, "rus": RUSSIAN * 5}[page]
    gate = LanguageGate([work])
    for label in (None, page):
        assert gate.admits(f"{around}\n{passage}\n{around}", label)
        assert not gate.admits(around, label)


def test_what_nothing_tells_is_let_in() -> None:
    gate = LanguageGate(["en"])
    for text in ("Der Rat", "", TABLE, "12 345 67,8 %", CODE * 5):
        assert gate.admits(text)


@given(
    st.lists(st.sampled_from(sorted(set((GERMAN + RUSSIAN + MENU + CODE).split()))), max_size=300), st.integers(0, 300)
)
def test_a_passage_is_let_in_wherever_it_stands(words: list[str], at: int) -> None:
    gate = LanguageGate(["en"])
    text = " ".join([*words[:at], ENGLISH, *words[at:]])
    assert all(gate.admits(text, label) for label in (None, "deu", "rus"))


def scanned(folder: Path, work: dict[str, str], texts: dict[str, str]) -> list[str]:
    """The labels of the records in which a copy of a work is found; each text is a record by its label."""
    works = folder / "works.jsonl"
    works.write_text(json.dumps({"id": "w"} | work))
    assert CliRunner().invoke(app, ["works", "import", str(works), "--quiet"]).exit_code == 0
    with (folder / "a.warc.wet.gz").open("wb") as file:
        writer = warcio.WARCWriter(file, gzip=True)
        for label, text in texts.items():
            headers = {} if label == "none" else {"WARC-Identified-Content-Language": label}
            body = io.BytesIO(text.encode())
            url = f"https://{label}.example/p"
            writer.write_record(writer.create_warc_record(url, "conversion", payload=body, warc_headers_dict=headers))
    run = CliRunner().invoke(app, ["scan", str(folder / "a.warc.wet.gz"), "--processes", "1", "--quiet"])
    assert run.exit_code == 0, run.output
    return [json.loads(line)["url"].split("/")[2].split(".")[0] for line in run.stdout.splitlines()]


@pytest.mark.parametrize(
    ("language", "found"), [("en", ["eng", "none"]), (None, ["eng", "deu", "none"]), ("de", ["deu", "none"])]
)
def test_a_scan_passes_over_other_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str | None, found: list[str]
) -> None:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    work = {"text": story(1), **({"language": language} if language else {})}
    assert scanned(tmp_path, work, dict.fromkeys(("eng", "deu", "none"), story(1))) == found


def test_an_article_under_a_menu_in_another_language_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    page = f"{MENU}\n" * 20 + ENGLISH
    texts = {"none": page, "deu": page, "rus": RUSSIAN + ENGLISH, "fra": GERMAN}
    assert scanned(tmp_path, {"text": ENGLISH, "language": "en"}, texts) == ["none", "deu", "rus"]


def test_a_work_whose_language_is_told_wrongly_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    work = {"text": GERMAN, "language": "en"}
    assert scanned(tmp_path, work, {"none": GERMAN, "deu": f"{MENU}\n{GERMAN}"}) == ["none", "deu"]
