"""``rights violations notice``: the page is looked at again first, by a real fetch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rights.errors import InputError
from tests.scenes import Scene

WRITE = ("violations", "notice", "1", "--name", "Ann Editor", "--address", "1 Press Street", "--phone", "+1 555 0100")


def refused(scene: Scene, *arguments: str) -> str:
    failed = scene.rights(*WRITE, *arguments)
    assert isinstance(failed.exception, InputError), failed.output
    return str(failed.exception)


def test_a_letter_is_drafted_with_the_contact_that_the_site_gives(scene: Scene, tmp_path: Path) -> None:
    address = scene.violate()
    page = str(scene.press.pages[scene.site, "/copy"].body)  # type: ignore[union-attr]
    scene.press.put(
        scene.site, "/copy", page.replace("</body>", '<footer><a href="/imprint">Imprint</a></footer></body>')
    )
    scene.press.put(scene.site, "/imprint", "<html><body><h1>Imprint</h1><p>desk@copy-site.example</p></body></html>")
    text = scene.said(*WRITE)
    assert f"Contact: desk@copy-site.example (imprint: http://{scene.site}/imprint)" in text
    assert address in text
    assert f'<a href="{scene.original}">' in text, "the line to paste"
    assert "desk@press.example" in text, "the publisher's own address, as none was given"
    assert "opened" in scene.said("violations", "list"), "nothing is marked as sent"
    for name in ("letter.eml", "letter.html", "letter.txt"):
        scene.said(*WRITE, "--output", str(tmp_path / name), "--quiet")
        assert address.encode() in (tmp_path / name).read_bytes()


def test_no_letter_about_a_page_that_is_mended(scene: Scene) -> None:
    scene.violate()
    scene.press.copy(scene.site, "/copy", 1, "ok")
    assert "it is cured (mended)" in refused(scene)
    assert "cured" in scene.said("violations", "list", "--state", "all"), "what was seen is recorded"


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (503, "", "could not be seen just now"),
        (404, "", "no longer found"),
        (410, "", "it is cured (removed)"),
        (200, "<html><body><article><h1>Else</h1><p>Quite another text stands here now, of many words.</p></article>", "no longer found"),
    ],
)  # fmt: skip
def test_no_letter_about_a_page_that_cannot_be_seen(scene: Scene, status: int, body: str, said: str) -> None:
    scene.violate()
    scene.press.put(scene.site, "/copy", body, status)
    assert said in refused(scene)


def test_no_letter_about_what_was_dismissed(scene: Scene) -> None:
    scene.violate()
    scene.said("violations", "dismiss", "1", "--reason", "a quote")
    assert "it is dismissed" in refused(scene)


def test_a_second_letter_needs_a_first(scene: Scene) -> None:
    scene.violate()
    assert "a first letter" in refused(scene, "--kind", "second")
    scene.said("violations", "mark", "notified", "1", "--note", "kind letter")
    assert "Second request" in scene.said(*WRITE, "--kind", "second")


def test_one_letter_speaks_of_all_that_the_page_lacks(scene: Scene) -> None:
    scene.watch(scene.press.put(scene.site, "/bare", _bare(scene)))
    scene.sweep()
    assert scene.said("violations", "list").count("opened") == 2
    letter = scene.said(*WRITE)
    assert letter.count("ready to paste") == 1, "one line mends both"
    assert letter.count("The same line puts this right too.") == 1


def _bare(scene: Scene) -> str:
    scene.press.copy(scene.site, "/credited", 1, "ok")
    page = str(scene.press.pages[scene.site, "/credited"].body)  # type: ignore[union-attr]
    return page[: page.index('<p class="credit">')] + "</article></main></body></html>"


def test_the_letter_carries_the_link_by_which_to_answer(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    links = pytest.importorskip("rights.web.answer_links", reason="needs the extra 'web'")
    scene.violate()
    assert "/answer/" not in scene.said(*WRITE), "no public address, no link"
    monkeypatch.setenv("RIGHTS_BASE_URL", "https://desk.example/")
    text = scene.said(*WRITE)
    (token,) = re.findall(r"https://desk\.example/answer/(\S+)", text)
    with scene.store() as store:
        assert links.AnswerLinks(store).violation(token) == 1


def test_required_fields_and_unknown_kinds(scene: Scene) -> None:
    scene.violate()
    failed = scene.rights("violations", "notice", "1", "--kind", "dmca", "--name", "Ann").exception
    assert isinstance(failed, InputError)
    assert "--address" in str(failed)
    assert "--phone" in str(failed)
    assert scene.rights(*WRITE, "--kind", "threat").exit_code == 2
