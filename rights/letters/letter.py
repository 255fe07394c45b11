"""A letter as a draft: its kind, what it must say, and the text in the reader's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rights.errors import InputError
from rights.letters.contact import Contact
from rights.letters.host import Host
from rights.model import Finding
from rights.report.language import LANGUAGES, Say, say_in
from rights.report.text import printable

_TEMPLATES = Path(__file__).parent / "templates"


class Kind(StrEnum):
    """What a letter is."""

    COURTESY = "courtesy"
    SECOND = "second"
    DMCA = "dmca"
    DSA = "dsa"

    @property
    def is_notice(self) -> bool:
        """True for a notice that a law gives a form to."""
        return self in (Kind.DMCA, Kind.DSA)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes: for the publisher, with what a notice must name."""

    name: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What the letter is about: one copy and all that is held against it, as a look at ``seen_at`` showed it."""

    publisher: str
    terms_url: str | None
    site: str
    copy_url: str
    copy_title: str | None
    work_url: str | None
    work_title: str | None
    findings: tuple[Finding, ...]
    numbers: tuple[int, ...]
    seen_at: datetime
    opened_at: datetime
    first_letter_at: datetime | None = None
    reply_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A draft: never signed, never sent.  ``notes`` are for the sender and no part of it."""

    kind: Kind
    language: str
    subject: str
    body: str
    sender: Sender
    contacts: tuple[Contact, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def to(self) -> str | None:
        """The best e-mail address that the site gives."""
        return next((contact.address for contact in self.contacts if contact.is_mail), None)


def draft(
    kind: Kind, matter: Matter, sender: Sender, contacts: tuple[Contact, ...] = (), language: str = "en",
    days: int = 14, say: Say | None = None, host: Host | None = None,
) -> Letter:  # fmt: skip
    """Write a letter; raises `InputError` that names every required field which is missing.

    A notice goes to the ``host`` first, as far as it is known.
    """
    if language not in LANGUAGES:
        raise InputError(f"{language}: letters are written in {', '.join(LANGUAGES)}")
    if missing := _missing(kind, matter, sender):
        raise InputError(f"the letter needs {'; '.join(missing)}")
    say = say or say_in(language)
    items = _items(matter.findings, say)
    text = _environment().get_template(f"{kind.value}.{language}.txt").render(
        matter={name: _plain(getattr(matter, name)) for name in Matter.__slots__},
        sender={name: _plain(getattr(sender, name)) for name in Sender.__slots__},
        items=items, days=days, deadline=_day(matter.seen_at + timedelta(days=days)),
    )  # fmt: skip
    subject, _, body = text.partition("\n")
    host = host if kind.is_notice else None
    contacts = (*host.contacts, *contacts) if host else contacts
    return Letter(
        kind=kind, language=language, subject=printable(subject), body=body.strip() + "\n", sender=sender,
        contacts=tuple(_clean(contact) for contact in contacts), notes=_notes(kind, contacts, host),
    )  # fmt: skip


def _items(findings: tuple[Finding, ...], say: Say) -> list[dict[str, str | bool]]:
    """What is wrong and how it is put right; ``again`` where an earlier one's remedy does it, ``pasted`` where it is HTML."""
    remedies = [_remedy(finding, say) for finding in findings]
    return [
        {
            "what": printable(say(finding.message)),
            "seen": _seen(finding),
            "remedy": remedy,
            "again": bool(remedy) and remedy in remedies[:number],
            "pasted": bool(re.search("<[a-z]", remedy)),
        }
        for number, (finding, remedy) in enumerate(zip(findings, remedies, strict=True))
    ]


def _missing(kind: Kind, matter: Matter, sender: Sender) -> list[str]:
    """The required fields that are not there, each with how to give it."""
    given = {
        "the violation: the page shows none": bool(matter.findings),
        "the copy's address": bool(matter.copy_url),
        "the work, by its title or address": bool(matter.work_url or matter.work_title),
        "the sender's name (--name or RIGHTS_SENDER_NAME)": bool(sender.name.strip()),
        "the sender's e-mail address (--email or RIGHTS_SENDER_EMAIL)": "@" in sender.email,
    }
    if kind is Kind.SECOND:
        given["a first letter: note it with  rights violations mark notified N"] = matter.first_letter_at is not None
    if kind.is_notice:
        given["the original's address, by which the work is identified"] = bool(matter.work_url)
    if kind is Kind.DMCA:
        given["the sender's postal address (--address or RIGHTS_SENDER_ADDRESS)"] = bool(sender.address.strip())
        given["the sender's telephone number (--phone or RIGHTS_SENDER_PHONE)"] = bool(sender.phone.strip())
    return [what for what, there in given.items() if not there]


def _notes(kind: Kind, contacts: tuple[Contact, ...], host: Host | None) -> tuple[str, ...]:
    notes = ["This is a draft. Nothing was sent. Read it before you send it."]
    if not contacts:
        notes.append("No way to reach the site was found on it; ask its host or registrar.")
    if kind.is_notice:
        notes += [
            "It makes no statement for you: tick and sign only what is true.",
            "First ask whether the use may be lawful: a quotation, fair use, an exception, a licence that you forgot.",
            "A breach of licence terms may be a matter of contract, not of copyright: ask a lawyer where you are not sure.",
        ]
    if kind is Kind.DMCA:
        notes.append("Send it to the designated agent of the service that hosts the page, not to the site's editors.")
    return (*notes, *(printable(note) for note in host.notes)) if host else tuple(notes)


def _seen(finding: Finding) -> str:
    exact = next((printable(evidence.exact) for evidence in finding.evidence if evidence.exact.strip()), "")
    return exact if len(exact) <= 200 else f"{exact[:199]}…"


def _remedy(finding: Finding, say: Say) -> str:
    return printable(say(finding.remedy)) if finding.remedy else ""


def _plain(value: object) -> object:
    """Text of a page as one harmless line; times as days."""
    if isinstance(value, str):
        return printable(value)
    return _day(value) if isinstance(value, datetime) else value


def _clean(contact: Contact) -> Contact:
    return Contact(
        address=printable(contact.address), where=printable(contact.where), found_at=printable(contact.found_at)
    )


def _day(at: datetime) -> str:
    return f"{at:%Y-%m-%d}"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    # Plain text: nothing to escape, and every value is made one line before it gets here.
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def as_text(letter: Letter) -> str:
    """The draft with its head, for a terminal or a text file."""
    lines = [f"To: {letter.to or '—'}", f"Subject: {letter.subject}"]
    lines += [f"Contact: {one.address} ({one.where}: {one.found_at})" for one in letter.contacts]
    return "\n".join(lines) + "\n\n" + letter.body


def as_mail(letter: Letter) -> bytes:
    """The draft as a message that mail programs open for editing (RFC 5322)."""
    mail = EmailMessage()
    mail["Subject"] = letter.subject
    mail["To"] = letter.to or "undisclosed-recipients:;"
    mail["From"] = printable(letter.sender.email)
    mail["X-Unsent"] = "1"
    mail.set_content(letter.body)
    return mail.as_bytes()


def as_html(letter: Letter) -> str:
    """The draft as a page to print."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("letter.html").render(letter=letter)
