"""Lines and columns of passages in a page's source."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from rights.cli.main import app
from rights.model import Evidence, Place
from rights.places import Words
from tests.check import pages

PAGE = """<!doctype html>
<html><head><title>Harbour news</title>
<!-- Harbour news in a comment -->
</head><body>
<h1>Harbour news</h1>
<p>By <b>Ann
  Marsh</b></p>
<p>Troms&oslash; &amp; <a href="https://a.example/?x=1&amp;y=2">the
harbour</a>. Twice said.</p>
<script>var x = "Twice said";</script>
<p>Once more: twice said.</p>
</body></html>
"""


def quoted(place: Place | None, source: str = PAGE) -> str:
    """What stands at a place."""
    assert place is not None
    lines = source.split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


def test_a_passage_is_found_across_markup_lines_and_references() -> None:
    source = Words(PAGE)
    assert quoted(source.find(Evidence(exact="By Ann Marsh"))) == "By <b>Ann\n  Marsh"
    found = source.find(Evidence(exact="Tromsø & the harbour"))
    assert quoted(found) == 'Troms&oslash; &amp; <a href="https://a.example/?x=1&amp;y=2">the\nharbour'
    assert source.find(Evidence(exact="never said")) is None


def test_of_two_alike_the_surroundings_tell_which() -> None:
    source = Words(PAGE)
    first = source.find(Evidence(exact="Twice said", prefix="the harbour. "))
    second = source.find(Evidence(exact="twice said", prefix="re: Once more: "))
    assert first is not None
    assert second is not None
    assert (first.line, second.line) == (9, 11)


def test_an_address_is_found_in_the_markup() -> None:
    place = Words(PAGE).find(Evidence(exact="https://a.example/?x=1&y=2", suffix=" → nowhere"))
    assert quoted(place) == "https://a.example/?x=1&amp;y=2"


def test_markdown_links_are_no_words() -> None:
    source = "# A\n\nFirst said in\n[the *Harbour*](https://a.example/x) Lantern.\n"
    place = Words(source, markdown=True).find(Evidence(exact="said in the Harbour Lantern"))
    assert quoted(place, source) == "said in\n[the *Harbour*](https://a.example/x) Lantern"


@given(
    st.lists(st.sampled_from(["one", "two", "<b>", "</b>", "&amp;", "&eacute;", "\n", " ", "<!-- one -->", "<", "Ä"])),
    st.sampled_from(["one", "two one", "é", "one two"]),
)
def test_what_is_found_holds_the_words(parts: list[str], wanted: str) -> None:
    source = " ".join(parts)
    place = Words(source).find(Evidence(exact=wanted))
    if place is not None:
        shown = quoted(place, source)
        assert shown.startswith((wanted[0], "&"))
        assert all(word in shown.replace("&eacute;", "é") for word in wanted.split())


def test_reports_name_the_place(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]  # pytest's own
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RIGHTS_HOME", str(tmp_path / "home"))
    credit = '<p>Source: <a href="https://www.globalresearch.ca/">Global\nResearch</a></p>'
    text = pages.copy(before=credit).replace("<p>", "\n<p>")
    (tmp_path / "copy.html").write_text(text, encoding="utf-8")
    (tmp_path / "original.md").write_text(pages.ORIGINAL, encoding="utf-8")
    (tmp_path / "map.tsv").write_text(f"original.md\t{pages.ADDRESS}\n", encoding="utf-8")
    command = ["check", "copy.html", "--original", "original.md", "--url-map", "map.tsv", "--format"]
    run = CliRunner().invoke(app, [*command, "sarif"]).stdout
    link = next(row for row in json.loads(run)["runs"][0]["results"] if row["ruleId"] == "link.original")
    region = link["locations"][0]["physicalLocation"]["region"]
    place = Place(region["startLine"], region["startColumn"], region["endLine"], region["endColumn"])
    assert quoted(place, text) == "Global\nResearch"
    findings = json.loads(CliRunner().invoke(app, [*command, "json"]).stdout)["results"][0]["findings"]
    missing = next(finding for finding in findings if finding["type"] == "attr.copyright")
    assert quoted(Place(**missing["place"]), text) == pages.TITLE
    assert f"file=copy.html,line={place.line},endLine={place.end_line},col={place.column},title" in (
        CliRunner().invoke(app, [*command, "github"]).stdout
    )
    assert f'file="copy.html" line="{place.line}"' in CliRunner().invoke(app, [*command, "junit"]).stdout
