"""E-mail newsletters and MHTML (RFC 822 files) as pages: the HTML part, else the text, with the headers as the page's head."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from html import escape

from rights.errors import ExtractError
from rights.extract.decode import decode


def read_mail(body: bytes) -> tuple[str, bool]:
    """The newsletter's HTML, or its plain text and False; raises `ExtractError` where the file holds neither."""
    message = message_from_bytes(body, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise ExtractError("not an e-mail message")
    try:
        part = message.get_body(preferencelist=("html", "plain"))
        content = part.get_payload(decode=True) if part is not None else None
    except (LookupError, ValueError, AttributeError, TypeError) as wrong:
        raise ExtractError(f"an e-mail message whose text cannot be read: {wrong}") from wrong
    if part is None or not isinstance(content, bytes):
        raise ExtractError("an e-mail message without a text part")
    return decode(content, _header(part, "content-type"))[0], part.get_content_type() == "text/html"


def mail_head(body: bytes) -> str:
    """Meta tags that say what the headers say: subject, date and sender; of a saved page its address alone.

    The other headers of a saved page tell when it was saved, and by which browser.
    """
    message = message_from_bytes(body, policy=policy.default)
    saved = _header(message, "snapshot-content-location")
    if saved:
        return saved_from(saved)
    tags = []
    subject = _header(message, "subject")
    if subject:
        tags.append(f'<meta property="og:title" content="{escape(subject)}"><title>{escape(subject)}</title>')
    sender = parseaddr(_header(message, "from"))[0]
    if sender:
        tags.append(f'<meta property="og:site_name" content="{escape(sender)}">')
    try:
        sent = parsedate_to_datetime(_header(message, "date"))
        tags.append(f'<meta property="article:published_time" content="{sent.isoformat()}">')
    except (ValueError, TypeError, IndexError):
        pass
    return "".join(tags)


def saved_from(url: str) -> str:
    """The comment with which browsers mark a saved page; "" where no address is known."""
    return f"<!-- saved from url=(0){url} -->" if url and "-->" not in url else ""


def _header(message: object, name: str) -> str:
    try:
        value = message[name] if isinstance(message, EmailMessage) else None
    except (LookupError, ValueError, AttributeError, TypeError):
        return ""
    return " ".join(str(value).split()) if value is not None else ""
