"""Mail by SMTP, in plain text: what stands on a hostile page stays words."""

from __future__ import annotations

import ipaddress
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from rights.errors import InputError, NotSent
from rights.notify.notice import Notice
from rights.settings import Settings

#: Seconds for each step of the exchange with the mail server.
TIMEOUT = 20.0


def mail(target: str, notice: Notice, settings: Settings) -> None:
    """Send one notice to one address; raises `NotSent`."""
    if not settings.smtp_host or not settings.mail_from:
        raise NotSent(f"{target}: no mail server is set: RIGHTS_SMTP_HOST and RIGHTS_MAIL_FROM")
    if settings.smtp_user and settings.smtp_security == "none" and not _is_here(settings.smtp_host):
        raise NotSent(f"{target}: RIGHTS_SMTP_SECURITY=none would send the password in the clear")
    letter = EmailMessage()
    letter["Subject"] = notice.subject
    letter["From"] = settings.mail_from
    letter["To"] = target
    letter["Date"] = formatdate()
    letter["Message-ID"] = make_msgid(idstring=notice.id, domain=settings.mail_from.rpartition("@")[2])
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(notice.text)
    try:
        with _server(settings) as server:
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_password)
            server.send_message(letter)
    except (smtplib.SMTPException, OSError) as failed:
        raise NotSent(f"{target}: the mail server {settings.smtp_host}: {failed}") from failed


def _server(settings: Settings) -> smtplib.SMTP:
    """A connection as the settings want it; a password never travels in the clear beyond this machine."""
    context = ssl.create_default_context()
    host, port = settings.smtp_host, settings.smtp_port
    if settings.smtp_security == "tls":
        return smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=context)
    server = smtplib.SMTP(host, port, timeout=TIMEOUT)
    try:
        if settings.smtp_security == "starttls":
            server.starttls(context=context)
    except BaseException:
        server.close()
        raise
    return server


def _is_here(host: str) -> bool:
    """True for a mail server on this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_address(target: str) -> str:
    """An address that mail can be sent to, or an `InputError`."""
    name, at, domain = target.strip().rpartition("@")
    plain = target.isascii() and target.isprintable() and not set(target) & set(' ,;:<>()[]\\"')
    if not (at and name and "." in domain.strip(".") and plain):
        raise InputError(f"{target!r} is not one e-mail address")
    return target.strip()
