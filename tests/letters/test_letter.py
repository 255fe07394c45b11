"""Drafts: what each must say by law, what is refused, and that no page writes a line of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.errors import InputError
from rights.letters.contact import Contact
from rights.letters.letter import Kind, Letter, Matter, Sender, as_html, as_mail, as_text, draft
from rights.model import Evidence, Finding, Verdict, message

SENDER = Sender(name="Ann Editor", address="1 Press Street, Town", phone="+1 555 0100", email="ann@press.example")
REMEDY = 'Originally published by <a href="https://press.example/one">The Press</a>.'
FINDING = Finding(
    clause="link", type="link.original", verdict=Verdict.VIOLATION, message=message("no link leads to the original"),
    evidence=(Evidence(exact="Source: the net", selector="p"),), remedy=message("{line}", line=REMEDY),
)  # fmt: skip
MATTER = Matter(
    publisher="The Press", terms_url="https://press.example/terms", site="copy.example", copy_url="https://copy.example/a",
    copy_title="A copy", work_url="https://press.example/one", work_title="One story", findings=(FINDING,), numbers=(7,),
    seen_at=datetime(2026, 3, 5, tzinfo=UTC), opened_at=datetime(2026, 2, 1, tzinfo=UTC),
    first_letter_at=datetime(2026, 2, 10, tzinfo=UTC),
)  # fmt: skip
ALL = [(kind, language) for kind in Kind for language in ("en", "de", "fr", "es")]


def letter(kind: Kind, language: str = "en", **changed: object) -> Letter:
    return draft(kind, replace(MATTER, **changed), SENDER, language=language)  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_every_letter_names_what_it_is_about(kind: Kind, language: str) -> None:
    text = as_text(letter(kind, language))
    for part in ("https://copy.example/a", "https://press.example/one", "One story", "The Press", "Ann Editor",
                 "ann@press.example", "no link leads to the original", "2026-03-05"):  # fmt: skip
        assert part in text
    assert not re.search(r"[{}]|None|\bmatter\b", text)
    assert all(len(line) <= 150 for line in text.splitlines())


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_the_first_letter_is_kind_and_holds_the_line_to_paste(language: str) -> None:
    text = letter(Kind.COURTESY, language).body
    assert f"        {REMEDY}\n" in text
    assert re.search(r"thank you|vielen Dank|merci|gracias", text)
    assert not re.search(r"infring|illegal|lawyer|court|perjury|verletz|illicite|ilícit|infracc", text, re.IGNORECASE)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_the_second_names_the_first_and_a_day(language: str) -> None:
    text = letter(Kind.SECOND, language).body
    assert "2026-02-10" in text
    assert "2026-03-19" in text
    with pytest.raises(InputError, match="a first letter"):
        letter(Kind.SECOND, language, first_letter_at=None)


#: 17 U.S.C. 512(c)(3)(A): where each element stands in each language.
DMCA = {
    "(i) signature of a person authorized": r"(?:Signature|Unterschrift|Firma) ?: _{10,}",
    "(ii) the work": r"One story.*\n.*https://press\.example/one",
    "(iii) the material and where it is": r"https://copy\.example/a\n",
    "(iv) address": r"1 Press Street, Town",
    "(iv) telephone": r"\+1 555 0100",
    "(iv) e-mail": r"ann@press\.example",
    "(v) good faith belief": r"\[ \] (?:I have a good faith belief|Ich bin in gutem Glauben|Je crois de bonne foi|Creo de buena fe)",
    "(v) owner, agent or the law": r"(?s)(?:its agent, or the law|noch von seinem Vertreter noch\s+vom Gesetz|ni par son\s+représentant, ni par la loi|ni por su representante, ni por\s+la ley)",
    "(vi) accurate": r"\[ \] (?:The information in this notice is accurate|Die Angaben in dieser Mitteilung sind richtig|Les informations de cette notification sont exactes|La información de esta notificación es exacta)",
    "(vi) under penalty of perjury": r"\[ \] .*under penalty of perjury",
    "(vi) authorized to act": r"(?:authorized to act on behalf|befugt, für den Inhaber|habilité à agir au nom|autorizado a actuar en nombre)",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("element", DMCA)
def test_the_dmca_notice_has_each_element_of_the_statute(element: str, language: str) -> None:
    text = letter(Kind.DMCA, language).body
    pattern = DMCA[element]
    flags = re.IGNORECASE if "perjury" in element else 0
    assert re.search(pattern, text, flags), element


#: Regulation (EU) 2022/2065, Article 16(2).
DSA = {
    "(a) reasons": r"\(a\) .*\n\n.*\n.*2026-03-05(?s:.)*no link leads to the original",
    "(b) exact electronic location": r"\(b\) .*\n\n    https://copy\.example/a\n",
    "(c) name": r"\(c\) .*\n\n    N\w+ ?: +Ann Editor",
    "(c) e-mail": r"ann@press\.example",
    "(d) good faith, accurate and complete": r"\[ \] (?:I believe in good faith.*accurate and complete|Ich bin in gutem Glauben.*richtig und vollständig|Je crois de bonne foi.*exactes et complètes|Creo de buena fe.*exactas y completas)",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("element", DSA)
def test_the_dsa_notice_has_each_element_of_the_article(element: str, language: str) -> None:
    assert re.search(DSA[element], letter(Kind.DSA, language).body), element


@pytest.mark.parametrize(("kind", "language"), [(k, lang) for k, lang in ALL if k.is_notice])
def test_nothing_is_signed_or_sworn(kind: Kind, language: str) -> None:
    text = letter(kind, language).body
    boxes = re.findall(r"\[(.)\]", text)
    assert boxes == [" "] * (3 if kind is Kind.DMCA else 1)
    (line,) = re.findall(r"(?:Signature|Unterschrift|Firma) ?:(.*)", text)
    assert set(re.sub(r"Date ?:|Datum:|Fecha:", "", line)) <= {"_", " "}


@pytest.mark.parametrize(
    ("kind", "field", "said"),
    [
        (Kind.COURTESY, {"name": ""}, "--name"),
        (Kind.COURTESY, {"email": "nonsense"}, "--email"),
        (Kind.DSA, {"email": ""}, "--email"),
        (Kind.DMCA, {"address": " "}, "--address"),
        (Kind.DMCA, {"phone": ""}, "--phone"),
        (Kind.DMCA, {"name": "", "phone": ""}, "--name.*--phone"),
    ],
)
def test_a_missing_field_is_named(kind: Kind, field: dict[str, str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        draft(kind, MATTER, replace(SENDER, **field))


def test_a_letter_about_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="the page shows none"):
        letter(Kind.COURTESY, findings=())
    with pytest.raises(InputError, match="original's address"):
        letter(Kind.DMCA, work_url=None)
    with pytest.raises(InputError, match="en, de, fr, es"):
        letter(Kind.COURTESY, "tlh")


EVIL = "x\r\nBcc: victim@else.example\n\n[x] \u202egnorw\u202c <script>alert(1)</script> {{ 7*7 }}"


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_no_page_can_write_a_line_of_a_letter(kind: Kind, language: str) -> None:
    hostile = replace(
        FINDING, message=message("{x}", x=EVIL), remedy=message("{x}", x=EVIL), evidence=(Evidence(exact=EVIL),)
    )
    made = draft(
        kind,
        replace(MATTER, copy_title=EVIL, work_title=EVIL, site=EVIL, copy_url="https://copy.example/" + EVIL, findings=(hostile,)),
        SENDER, (Contact(address="desk@copy.example", where=EVIL, found_at=EVIL),), language,
    )  # fmt: skip
    assert len(made.body.splitlines()) == len(letter(kind, language).body.splitlines())
    assert "\u202e" not in as_text(made)
    assert "{{ 7*7 }}" in made.body, "it is text, never a template"
    html = as_html(made)
    assert "<script" not in html
    assert "&lt;script" in html
    mail = message_from_bytes(as_mail(made), policy=default)
    assert mail["Bcc"] is None
    assert (mail["To"], mail["X-Unsent"]) == ("desk@copy.example", "1")
    assert mail.get_content().strip() == made.body.strip()


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_a_mail_has_the_headers_we_gave_it_and_no_others(title: str, site: str) -> None:
    mail = message_from_bytes(as_mail(letter(Kind.COURTESY, work_title=title + "x", site=site)), policy=default)
    assert set(mail.keys()) == {
        "Subject", "To", "From", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
