"""Answers with status 200 that hold no page at all: bytes that are no text, and a server that tells of its own trouble."""

from __future__ import annotations

import re

from rights.extract import regions
from rights.extract.dom import Document
from rights.model import Page
from rights.patterns import late

#: How files begin that are no text, though a server may call them a page: compressed, pictures, archives, PDF, fonts.
_MAGIC = (
    b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd",
    b"Rar!", b"%PDF-", b"wOFF", b"wOF2", b"OggS", b"ID3", b"\x7fELF", b"\x00\x00\x00",
)  # fmt: skip
_NO_PAGES = ("image/", "audio/", "video/", "font/")
_DATA = frozenset(
    ("application/json", "application/octet-stream", "application/zip", "application/gzip", "application/javascript",
     "text/javascript", "text/css", "text/csv", "application/x-gzip", "application/msword", "application/wasm")
)  # fmt: skip
#: Controls, halves and gaps that text does not hold; escape, tab and the ends of lines are none.
_UNTEXT = late(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_SAMPLE, _SHARE = 4096, 0.05

#: Words beside menus from which a page tells more than of its trouble.
_FEW = 60
#: Words of a paragraph that reports: what it says of trouble is news.
_TELLING = 35
_TROUBLE = late(
    r"""(?:fatal|parse)\serror\W|uncaught\s(?:\w*error|\w*exception)|stack\strace|traceback\s\(most\srecent|too\smany\sconnections|mysqli?_\w+\(|sqlstate\[|odbc\sdriver|guru\smeditation|backend\sfetch\sfailed|no\shealthy\supstream|upstream\s(?:connect|request)|application\serror|client-side\sexception
    |(?:internal\s)?server\serror|bad\sgateway|gateway\stime-?\s?out|service\s(?:is\s)?(?:temporarily\s|currently\s)?unavailable|\b(?:temporarily|currently|momentarily)\s(?:overloaded|unavailable|down|offline)\b|over(?:loaded|\scapacity)\W*$|bandwidth\slimit\sexceeded|resource\slimit\sis\sreached
    |(?:something|this)\s(?:went|has\sgone)\swrong|an?\s(?:unexpected\s|unknown\s|internal\s)?error\s(?:has\s)?occur+ed|we[’']?ll\sbe\s(?:right\s)?back|be\sback\s(?:soon|shortly|online)|(?:perform|undergo|down\sfor|schedul|under)\w*\s(?:\w+\s){0,2}?maintenance|having\s(?:technical\s|some\s)?(?:difficulties|trouble)
    |(?:et)?was\s(?:ist\s)?schief\s?(?:ge)?(?:laufen|gegangen|lief)|ein\s(?:\w+\s)?fehler\sist\saufgetreten|(?:vorübergehend|derzeit|momentan|zurzeit)\s(?:leider\s)?nicht\s(?:erreichbar|verfügbar)|wartungs(?:arbeiten|modus)
    |une\serreur\s(?:\w+\s){0,2}?(?:est\ssurvenue|s[’']est\sproduite)|(?:momentanément|temporairement)\s(?:indisponible|inaccessible)|(?:ha\socurrido|se\sha\sproducido|se\sprodujo)\sun\serror|algo\s(?:ha\s)?sali(?:ó|do)\smal|temporalmente\s(?:no\sdisponible|fuera)
    |si\sè\sverificato\sun\serrore|qualcosa\sè\sandato\sstorto|temporaneamente\snon|er\sis\s(?:iets\smis|een\sfout)|tijdelijk\sniet\s(?:beschikbaar|bereikbaar)|wystąpił\s(?:nieoczekiwany\s)?błąd|ocorreu\sum\serro|algo\sdeu\serrado|произошла\sошибка|что-то\sпошло\sне\sтак|エラーが発生し""",
    re.IGNORECASE | re.VERBOSE,
)


def not_text(page: Page, document: Document) -> str | None:
    """Why the bytes are no text to read, whatever they are called; None where they are."""
    media = page.media_type or ""
    if page.body.startswith(_MAGIC) and document.media != "pdf":
        return "no text, though the answer says so" if media.startswith("text/") else "no text"
    if media.startswith(_NO_PAGES) or (media in _DATA and "<html" not in document.source[:_SAMPLE].lower()):
        return f"{media}, no page"
    sample = document.source[:_SAMPLE]
    if len(_UNTEXT.findall(sample)) > _SHARE * len(sample):
        return "no text, though the answer says so"
    return None


def trouble(document: Document, _visible: list[str], _words: int) -> str | None:
    """What a page of few words says of its server's trouble."""
    shown = [
        block
        for block in document.blocks
        if block.hidden_by is None and not block.within(regions.NAV, regions.FOOTER, regions.HEADER)
    ]
    if sum(block.words for block in shown) >= _FEW or any(block.words >= _TELLING for block in shown):
        return None
    said = next((found for block in shown if (found := _TROUBLE.search(block.text))), None)
    return f"says: {' '.join(said.group().split())[:80]}" if said else None
