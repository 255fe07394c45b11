"""Slack, Matrix, Teams, ntfy and a hundred others by Apprise (extra ``notify``)."""

from __future__ import annotations

from typing import Any

from rights.errors import InputError, MissingExtra, NotSent
from rights.notify.notice import Notice

#: Characters of a message; the shortest limit of the usual services lies above.
LONGEST = 3_000
#: What would reach this machine or any address at all: for those there is the webhook, whose address is checked.
_REFUSED = (
    "json", "jsons", "xml", "xmls", "form", "forms", "syslog", "rsyslog", "dbus", "qt", "kde", "glib", "gnome", "macosx",
    "windows", "file", "mailto", "mailtos",
)  # fmt: skip


def _apprise() -> Any:
    try:
        import apprise
    except ImportError:
        raise MissingExtra("notifying by a service", "notify") from None
    return apprise


def check_target(target: str) -> str:
    """An address that Apprise knows, such as ``slack://…``, or an `InputError`."""
    scheme = target.partition("://")[0].strip().lower()
    if scheme in _REFUSED:
        raise InputError(f"{scheme}:// is not for this: use --webhook or --mail")
    if _apprise().Apprise.instantiate(target, suppress_exceptions=True) is None:
        raise InputError(f"{hidden(target)} is not an address that Apprise knows; its documentation lists them")
    return target.strip()


def hidden(target: str) -> str:
    """The address without its tokens."""
    return f"{target.partition('://')[0]}://…" if "://" in target else "…"


def notify(target: str, notice: Notice) -> None:
    """Send one notice; raises `NotSent`."""
    apprise = _apprise()
    text = notice.text if len(notice.text) <= LONGEST else notice.text[: LONGEST - 1] + "…"
    sender = apprise.Apprise()
    if not sender.add(target) or not sender.notify(
        title=notice.subject, body=text, body_format=apprise.NotifyFormat.TEXT, interpret_escapes=False
    ):
        raise NotSent(f"{hidden(target)}: the service did not take it")
