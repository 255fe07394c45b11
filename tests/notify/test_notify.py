"""Who asked is told, once, of what was asked for: from a real sweep to real mail and web servers."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import pytest

from rights.errors import InputError, NotSent
from rights.notify.tell import tell
from rights.settings import settings
from rights.sweep import now
from rights.wiring import fetcher_of
from tests.notify.receivers import Letters, http, smtp
from tests.scenes import Scene


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    pytest.importorskip("aiosmtpd")
    with smtp() as (received, port):
        monkeypatch.setenv("RIGHTS_SMTP_HOST", "127.0.0.1")
        monkeypatch.setenv("RIGHTS_SMTP_PORT", str(port))
        monkeypatch.setenv("RIGHTS_SMTP_SECURITY", "none")
        monkeypatch.setenv("RIGHTS_MAIL_FROM", "rights@desk.example")
        yield received


def later(scene: Scene, **by: float) -> None:
    """Send what waits, some time on."""
    current = settings()
    with scene.store() as store, fetcher_of(current) as fetcher:
        tell(current, store, fetcher, lambda: now() + timedelta(**by))


def test_nobody_is_told_anything_who_did_not_ask(scene: Scene, letters: Letters) -> None:
    scene.violate()
    assert "0 sent" in scene.said("notify", "send")
    assert letters.received == []


def test_mail_at_once_after_the_sweep(scene: Scene, letters: Letters, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIGHTS_BASE_URL", "https://desk.example/")
    scene.said("notify", "add", "--mail", "ann@press.example", "--publisher", "press")
    address = scene.violate()
    (letter,) = letters.received
    assert (letter["To"], letter["From"]) == ("ann@press.example", "rights@desk.example")
    assert letter["Subject"] == "rights: press: 1 opened"
    text = letter.get_content()
    for part in (address, "No. 1, opened: link.original", "not to the original", "https://desk.example/violations/1"):
        assert part in text
    assert letter.get_content_type() == "text/plain"
    scene.sweep()
    assert len(letters.received) == 1, "what was told is not told again"
    scene.press.copy(scene.site, "/copy", 1, "ok")
    scene.sweep()
    assert letters.received[-1]["Subject"] == "rights: press: 1 cured"


def test_only_what_was_asked_for(scene: Scene, letters: Letters) -> None:
    scene.said("notify", "add", "--mail", "a@press.example", "--on", "cured")
    scene.said("notify", "add", "--mail", "b@press.example", "--clause", "attr.source")
    scene.said("notify", "add", "--mail", "c@press.example", "--publisher", "propublica")
    scene.violate()
    assert letters.received == []
    scene.said("violations", "mark", "answered", "1", "--note", "done")
    scene.press.copy(scene.site, "/copy", 1, "ok")
    scene.sweep()
    assert [letter["To"] for letter in letters.received] == ["a@press.example"]


def test_a_persons_step_is_told_at_the_next_sweep(scene: Scene, letters: Letters) -> None:
    scene.violate()
    scene.said("notify", "add", "--mail", "ann@press.example")
    scene.said("violations", "mark", "answered", "1", "--note", "we have\na licence", "--by", "republisher")
    scene.sweep()
    (letter,) = letters.received
    assert "answered by republisher" in letter.get_content()
    assert "    we have a licence" in letter.get_content().splitlines()


def test_a_digest_waits_for_its_day_and_holds_all(scene: Scene, letters: Letters) -> None:
    scene.said("notify", "add", "--mail", "ann@press.example", "--when", "daily")
    scene.violate("/a")
    scene.violate("/b")
    later(scene, hours=23)
    assert letters.received == []
    later(scene, hours=25)
    (letter,) = letters.received
    assert letter["Subject"] == "rights: press: 2 opened"
    later(scene, hours=60)
    assert len(letters.received) == 1, "no news, no mail"


def test_a_server_that_refuses_is_asked_again(scene: Scene, letters: Letters) -> None:
    scene.said("notify", "add", "--mail", "ann@press.example")
    letters.refuse = True
    scene.violate()
    assert letters.received == []
    assert "0 sent, 0 to be" in scene.said("notify", "send"), "a minute has not passed"
    letters.refuse = False
    later(scene, minutes=2)
    assert len(letters.received) == 1
    later(scene, minutes=9)
    assert len(letters.received) == 1


def test_what_never_arrives_is_given_up(scene: Scene, letters: Letters) -> None:
    scene.said("notify", "add", "--mail", "ann@press.example")
    letters.refuse = True
    scene.violate()
    for day in range(1, 15):
        later(scene, days=day)
    letters.refuse = False
    later(scene, days=30)
    assert letters.received == []


def test_no_mail_server_is_said_and_the_sweep_goes_on(scene: Scene) -> None:
    scene.said("notify", "add", "--mail", "ann@press.example")
    scene.violate()
    assert "opened" in scene.said("violations", "list")
    assert scene.rights("notify", "test", "1").exit_code != 0


def test_a_password_does_not_travel_in_the_clear(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.said("notify", "add", "--mail", "ann@press.example")
    for name, value in (("HOST", "mail.example"), ("SECURITY", "none"), ("USER", "ann"), ("PASSWORD", "open-sesame")):
        monkeypatch.setenv(f"RIGHTS_SMTP_{name}", value)
    monkeypatch.setenv("RIGHTS_MAIL_FROM", "rights@desk.example")
    failed = scene.rights("notify", "test", "1").exception
    assert isinstance(failed, NotSent)
    assert "in the clear" in str(failed)
    assert "open-sesame" not in scene.said("settings")


def test_a_webhook_is_signed_as_the_receiver_expects(scene: Scene) -> None:
    with http() as (calls, address):
        secret = scene.said("notify", "add", "--webhook", f"{address}/hook").strip()
        scene.violate()
        ((path, headers, body),) = calls.received
    assert path == "/hook"
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    told = json.loads(body)
    assert (told["schema"], told["counts"]) == ("rights.changes/1", {"opened": 1})
    assert told["changes"][0]["violation"]["clause"] == "link.original"
    assert secret not in scene.said("notify", "list", "--format", "json")


def test_a_webhook_that_fails_is_called_again_with_the_same_id(scene: Scene) -> None:
    with http() as (calls, address):
        scene.said("notify", "add", "--webhook", address)
        calls.status = 503
        scene.violate("/a")
        scene.violate("/b")
        calls.status = 204
        later(scene, minutes=3)
        ids = [headers["webhook-id"] for _, headers, _ in calls.received]
    assert ids[0] in ids[2:]
    assert ids[1] in ids[2:]
    assert len(ids) == 4


def test_a_webhook_reaches_no_address_that_the_fetcher_may_not(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    with http() as (calls, address):
        scene.said("notify", "add", "--webhook", address)
        monkeypatch.setenv("RIGHTS_ALLOW_NETWORKS", "")
        assert scene.rights("notify", "test", "1").exit_code != 0
        assert calls.received == []


def test_a_service_by_apprise(scene: Scene) -> None:
    pytest.importorskip("apprise", reason="needs the extra 'notify'")
    with http() as (calls, address):
        calls.status = 200
        scene.said("notify", "add", "--service", address.replace("http://", "ntfy://") + "/press")
        copy = scene.violate()
        ((_, _, body),) = calls.received
    told = json.loads(body)
    assert (told["topic"], told["title"]) == ("press", "rights: press: 1 opened")
    assert copy in told["message"]
    assert "ntfy://…" in scene.said("notify", "list"), "tokens are not shown"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--mail", "ann"), "not one e-mail address"),
        (("--mail", "a@press.example, b@press.example"), "not one e-mail address"),
        (("--mail", "a@press.example\r\nBcc: b@press.example"), "not one e-mail address"),
        (("--webhook", "file:///etc/passwd"), "not an http"),
        (("--service", "json://127.0.0.1/"), "use --webhook"),
        (("--service", "nonsense://x"), "not an address that Apprise knows"),
        (("--mail", "a@press.example", "--publisher", "nobody"), "no such publisher"),
    ],
)
def test_what_cannot_be_told_is_refused(scene: Scene, arguments: tuple[str, ...], said: str) -> None:
    if "nonsense" in arguments[-1]:
        pytest.importorskip("apprise", reason="needs the extra 'notify'")
    failed = scene.rights("notify", "add", *arguments).exception
    assert isinstance(failed, InputError)
    assert said in str(failed)


def test_usage_mistakes_exit_2(scene: Scene) -> None:
    for arguments in (("--mail", "a@b.example", "--when", "hourly"), ("--mail", "a@b.example", "--on", "born"), ()):
        assert scene.rights("notify", "add", *arguments).exit_code == 2


def test_one_that_ended_is_told_nothing_and_stays_on_file(scene: Scene, letters: Letters) -> None:
    scene.said("notify", "add", "--mail", "ann@press.example")
    scene.said("notify", "remove", "1")
    scene.violate()
    assert letters.received == []
    assert "ended" in scene.said("notify", "list", "--all")
    assert isinstance(scene.rights("notify", "remove", "1").exception, InputError)


def test_hostile_words_stay_words(scene: Scene, letters: Letters) -> None:
    scene.said("notify", "add", "--mail", "ann@press.example", "--on", "answered,opened")
    scene.violate()
    evil = "x\r\nBcc: v@else.example\r\n\r\n\u202egnorw <b>"
    scene.said("violations", "mark", "answered", "1", "--note", evil, "--by", evil)
    scene.sweep()
    letter = letters.received[-1]
    assert letter["Bcc"] is None
    assert "\u202e" not in letter.get_content()
    assert not [line for line in letter.get_content().splitlines() if line.startswith("Bcc")]


def test_to_forget_a_site_is_to_forget_what_was_told(scene: Scene, letters: Letters) -> None:
    scene.said("notify", "add", "--mail", "ann@press.example")
    scene.violate()
    scene.said("forget", scene.site, "--yes")
    scene.sweep()
    assert len(letters.received) == 1
