"""Findings in four languages: nothing missing, nothing left over, every slot kept, and chosen by the locale."""

from __future__ import annotations

import gettext
import json
import re
from pathlib import Path

import pytest

from rights.cli.common import failing
from rights.cli.main import app
from rights.model import message
from rights.report.language import LANGUAGES, language_of, say_in
from rights.report.text import searched_in
from tests import translations
from tests.check import pages

MEND = "run  python -m tests.translations  and fill in what is empty in rights/locale"


def slots(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|\[\w+\]|<[^>]+>", text))


def test_the_languages_are_those_that_are_offered() -> None:
    assert {"en", *translations.LANGUAGES} == set(LANGUAGES)
    assert len(translations.sentences()) > 400


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_no_sentence_is_missing_and_none_is_left_over(language: str) -> None:
    known = {one.id: one.string for one in translations.catalogue(language) if one.id}
    wanted = translations.sentences()
    assert not [text for text in wanted if not known.get(text)], MEND
    assert not [text for text in known if text not in wanted], MEND


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_slot_and_every_tag_is_kept(language: str) -> None:
    for one in translations.catalogue(language):
        assert slots(str(one.string)) == slots(str(one.id)) or not one.id, one.id


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_what_runs_is_what_is_written(language: str) -> None:
    with translations.file_of(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert all(compiled.gettext(str(one.id)) == one.string for one in translations.catalogue(language) if one.id), MEND


def test_messages_within_messages_are_translated_too() -> None:
    inner = message("the text is unchanged")
    outer = message("one of the alternatives is kept: {what}", what=inner)
    assert say_in("de_AT.UTF-8")(outer) == "eine der Möglichkeiten ist eingehalten: der Text ist unverändert"
    assert say_in("pt")(outer) == str(outer)
    assert say_in("C")(outer) == str(outer)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("de_DE.UTF-8", "kein Link führt zu"),
        ("fr_FR.UTF-8", "aucun lien ne mène à"),
        ("es_ES.UTF-8", "ningún enlace lleva a"),
        ("en_GB.UTF-8", "no link leads to"),
    ],
)
def test_a_check_speaks_the_language_of_the_locale_and_keeps_its_keys(
    locale: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LC_MESSAGES", locale)
    Path("copy.html").write_text(pages.copy(), encoding="utf-8")
    command = ["check", "copy.html", "--publisher", "globalresearch", "--format", "json"]
    failing(lambda **options: app(command, **options))
    found = json.loads(capsys.readouterr().out)["results"][0]["findings"]
    (link,) = (one for one in found if one["clause"] == "link.original")
    assert link["verdict"] == "violation"
    assert said in link["message"]


def test_words_that_stand_in_a_message_are_said_in_its_language() -> None:
    say = say_in("de")
    said = say(message("the text was edited: {what}", what="cut (2), addition"))
    assert said == "der Text wurde bearbeitet: Kürzung (2), Zusatz"
    assert say(message("Now {what}.", what="remove the copy or ask for a longer time")) == (
        "Jetzt zu tun: die Kopie entfernen oder um eine längere Frist bitten."
    )
    kept = say(message("What kind of site is this ({kinds})?", kinds="community-site, commercial-site"))
    assert "(community-site, commercial-site)" in kept, "these are what one declares"
    assert say(message("names {names}", names="Cut and Paste")) == "nennt Cut and Paste"


def test_what_was_searched_is_said_too() -> None:
    told = searched_in("searched the links of https://a.example/: 30 words, 4 links", say_in("fr"))
    assert told == "recherché dans : les liens de https://a.example/ : 30 mots, 4 liens"
    assert searched_in("canonical: ", say_in("fr")) == "canonical: "


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("pt,fr;q=0.4,es;q=0.6", "es"),
        ("xx", "en"),
        ("", "en"),
        ("de;q=0,fr;q=x", "en"),
    ],
)
def test_the_language_that_a_browser_asks_for(asked: str, given: str) -> None:
    assert language_of(asked) == given
