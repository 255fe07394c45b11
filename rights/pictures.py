"""Images of an original that stand in a copy: the same address, or the same file under another one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from rights import urls
from rights.clause import Case
from rights.model import Evidence, Image
from rights.patterns import late

#: File names that say nothing about which image it is.
_GENERIC = late(
    r"^(?:image|img|photo|picture|foto|bild|header|featured|cover|default|screenshot|untitled|thumb(?:nail)?|hero|banner)?[\W_\d]*$",
    re.IGNORECASE,
)
#: Shorter names than this meet by chance.
_NAME_LENGTH = 8
_SIZE = late(
    r"(?:[-_]\d{2,4}x\d{2,4}|[-_@]\d+(?:\.\d+)?x|[-_](?:scaled|large|medium|small|thumb(?:nail)?|min|\d{3,4}w?))+$",
    re.IGNORECASE,
)

_AGENCIES = late(
    r"\b(?:Getty(?: Images)?|AP(?: Photo| Images)?|Associated Press|Reuters|AFP|EPA|EFE|ANSA|dpa|picture[ -]alliance|Shutterstock|iStock(?:photo)?|Alamy|AAP"
    r"|Press Association|PA Images?|Bloomberg|Xinhua|TASS|Sputnik|Corbis|Magnum|Redux|Zuma|imago|Adobe Stock|Depositphotos|Dreamstime|Science Photo Library)\b"
    r"|with permission|all rights reserved|courtesy of",
)


@dataclass(frozen=True, slots=True)
class Shared:
    """An image of the original and the copy's image that is the same; ``hotlinked`` when served by the publisher."""

    original: Image | None
    copy: Image
    hotlinked: bool = False

    @property
    def evidence(self) -> Evidence:
        return Evidence(exact=self.copy.src, selector=self.copy.selector)


def shared(case: Case) -> list[Shared]:
    """Images of the copy that are the original's; hot-linked ones are known without the original."""
    originals = case.original.images if case.original else ()
    names = {name: image for image in originals if (name := _name(image.src))}
    pages = {urls.page_key(image.src): image for image in originals}
    found = []
    for image in case.copy.images:
        hot = case.owns(image.src)
        name = _name(image.src)
        other = pages.get(urls.page_key(image.src)) or (names.get(name) if name else None)
        if other or hot:
            found.append(Shared(other, image, hot))
    return found


def _name(src: str) -> str | None:
    stem = unquote(urlsplit(src).path).rsplit("/", 1)[-1].rsplit(".", 1)[0]
    stem = _SIZE.sub("", stem).lower()
    return stem if len(stem) >= _NAME_LENGTH and not _GENERIC.match(stem) else None


def agency(image: Image | None) -> str | None:
    """The agency or reservation that an image's caption or credit names, if any."""
    if image is None:
        return None
    for text in (image.credit, image.caption, image.alt):
        found = _AGENCIES.search(text or "")
        if found:
            return found.group()
    return None
