"""The article's images with what is said beside them: caption, credit, alternative text."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

from rights.extract import regions
from rights.extract.container import article_container
from rights.extract.dom import Document
from rights.extract.jsonld import href_of
from rights.extract.regions import region_of
from rights.model import Image
from rights.patterns import late

#: Where lazy loaders keep the address, in order of preference after a real ``src``.
_LAZY = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-lazy",
    "data-hi-res-src",
    "data-full-src",
    "data-img-src",
    "data-orig-file",
)
_NOT_SHOWN = late(
    r"avatar|gravatar|emoji|spinner|placeholder|spacer|pixel|(?:^|[/_-])(?:icon|logo|sprite)s?(?:[/_.-]|$)|/count\.gif",
    re.IGNORECASE,
)
_CAPTION_NAME = late(
    r"caption|legend|bildunterschrift|bildtext|(?:image|photo|picture|img|media|foto|bild)[_-]{0,2}(?:text|desc|info|title|meta)|pie-?(?:de-)?foto"
    r"|didascalia",
    re.IGNORECASE,
)
_CREDIT_NAME = late(
    r"(?:photo|image|picture|img|media|caption|foto|bild|figure)?[_-]{0,2}(?:credits?|copyright|quelle|nachweis|fotograf|photographer|agency|rights|byline"
    r"|source|attribution|autor|author)(?=$|[\s_-])",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:(?:photo(?:graph|graphie)?s?|fotos?|images?|bild(?:er)?|pictures?|illustrations?|grafik|graphic|imagen|immagine|imagem|afbeelding|beeld|zdj[ęe]cie|kuva"
    r"|фото|写真|사진|fotoğraf)(?:\s(?:credits?|courtesy(?:\sof)?|by|de|par|von|di|por|nachweis|crédit|source|copyright))?|credits?|crédits?(?:\s(?:photo|image)s?)?"
    r"|cr[ée]dito(?:s)?|courtesy(?:\sof)?|bildnachweis|bildquelle|bildrechte|quelle|source|fonte|fuente|urheber|©|\(c\)|copyright)"
)
_CREDIT = late(
    rf"(?:^|[.!?»”\"’)\]]\s|\(|\[|\||/|\s[–—-]\s|\n)\s*(?P<credit>{_LABEL}\s?[:/|©]?\s*(?P<who>[^\s:][^\n]{{1,160}}))$",
    re.IGNORECASE,
)
#: The same in scripts that put no space before a label, or that read from the right.
_FAR_LABEL = r"(?:写真(?:提供)?|撮影|画像(?:提供)?|図版?|出典|提供|图片来源|图源|图片|摄影|供图|来源|사진(?: ?제공)?|그림|자료|تصوير|الصورة|صورة|المصدر|צילום|צילומים|איור|מקור)"
_CREDIT_FAR = late(rf"(?:^|[\s。、，.,(（/|\[])(?P<credit>{_FAR_LABEL}\s?[:：=＝/]\s?[^\n。（）()]{{2,80}})[。)）\]]?$")
#: Polish and others after a comma: "A river, fot. X".
_CREDIT_COMMA = late(r",\s(?P<credit>(?:fot\.|foto:|photo:|zdj\.|ph\.)\s?[^\n,]{2,80})$", re.IGNORECASE)
_IN_BRACKETS = late(rf"[(\[](?P<credit>\s*(?:{_LABEL})\b[^()\[\]]{{2,160}})[)\]]", re.IGNORECASE)
_AGENCY = late(r"[(\[](?P<credit>[^()\[\]]{2,80}(?:/|via\s)(?:AP|AFP|Reuters|Getty Images|EPA|dpa|picture alliance|ANSA|EFE|Shutterstock|iStock)[^()\[\]]{0,40})[)\]]$")  # fmt: skip
#: What stands under an image and is longer is no credit.
_CREDIT_LONGEST = 160
_LIMIT = 200
_MAX_SIZE = 60


def find_images(document: Document) -> tuple[Image, ...]:
    """The images of the article, each address once, pixels, icons and portraits of its authors left out.

    ``caption`` holds no credit where the two can be told apart; ``src`` is absolute where a base is known.
    """
    container = article_container(document)
    credited = _credits_of_jsonld(document)
    found: dict[str, Image] = {}
    inside = frozenset(container.iter("img", "amp-img")) if container is not None else frozenset()
    for element in document.tagged_in_body("img", "amp-img"):
        if element not in inside and not _leading(element):
            continue
        src = _source(element)
        if not src or not _shown(element, src):
            continue
        src = document.resolve(src)
        caption, credit = _beside(element, container)
        alt = (element.get("alt") or "").strip() or None
        credit = credit or credited.get(src.split("?")[0])
        known = found.get(src)
        if known is None or (known.caption is None and caption):
            found[src] = Image(src=src, caption=caption, credit=credit, alt=alt, selector=document.selector(element))
        if len(found) >= _LIMIT:
            break
    return tuple(found.values())


def _source(element: HtmlElement) -> str | None:
    src = str(element.get("src") or "").strip()
    if src and not src.startswith("data:") and not _NOT_SHOWN.search(src[-80:]):
        return src
    for name in _LAZY:
        value = element.get(name)
        if value and not value.startswith("data:"):
            return str(value).strip()
    for name in ("srcset", "data-srcset", "data-lazy-srcset"):
        first = (element.get(name) or "").split(",")[0].split()
        if first and not first[0].startswith("data:"):
            return str(first[0])
    return src if src and not src.startswith("data:") else None


def _shown(element: HtmlElement, src: str) -> bool:
    for name in ("width", "height"):
        size = re.match(r"\d+", element.get(name) or "")
        if size and int(size.group()) <= _MAX_SIZE:
            return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _NOT_SHOWN.search(src[-120:]) or _NOT_SHOWN.search(names):
        return False
    for around in list(element.iterancestors())[:8]:
        named = f"{around.get('class') or ''} {around.get('id') or ''}".strip()
        region = region_of(str(around.tag), around.get("role"), named)
        if region in (
            regions.RELATED,
            regions.COMMENTS,
            regions.SHARE,
            regions.BIO,
            regions.AD,
            regions.NEWSLETTER,
            regions.NAV,
        ):
            return False
        if around.tag in ("article", "main", "body"):
            break
    return True


def _leading(element: HtmlElement) -> bool:
    """A figure outside the text's container, such as a lead image above it, still inside the article's element."""
    if next(element.iterancestors("figure"), None) is None:
        return False
    tags = {around.tag for around in element.iterancestors()}
    return ("article" in tags or "main" in tags) and not {"aside", "nav", "footer"} & tags


def _beside(element: HtmlElement, container: HtmlElement | None) -> tuple[str | None, str | None]:
    """Caption and credit in the nearest frame of the image that holds this image alone and has one."""
    frame: HtmlElement | None = element
    for _ in range(5):
        frame = frame.getparent() if frame is not None else None
        if frame is None or frame is container or frame.tag in ("article", "main", "body"):
            break
        if frame.tag == "table" and not _CAPTION_NAME.search(_names(frame)):
            break
        if sum(1 for _ in frame.iter("img", "amp-img")) > 2 and frame.tag != "figure":
            break
        caption, credit = _read(frame)
        if caption or credit:
            return caption, credit
        if frame.tag == "figure":
            break
    if (told := _line_under(element)) is not None:
        return _split(told)
    following = (frame if frame is not None and frame.tag == "figure" else _outermost(element)).getnext()
    caption = credit = None
    for _ in range(2):
        if following is None or not isinstance(following.tag, str):
            break
        of_credit, of_caption = _called(_names(following))
        if of_credit and credit is None and len(text := _text(following)) <= _CREDIT_LONGEST:
            credit = _clean(text) or None
        elif of_caption and caption is None:
            caption, credit = _split(_text(following))
        else:
            break
        following = following.getnext()
    return caption, credit


def _line_under(element: HtmlElement) -> str | None:
    """The slanted or small line that shares a paragraph with the image alone, as pages written in Markdown have it."""
    beside = element.getnext()
    parent = element.getparent()
    if beside is None or parent is None or beside.tag not in ("em", "i", "small") or (element.tail or "").strip():
        return None
    alone = parent.tag != "p" or (len(parent) == 2 and not (beside.tail or "").strip())
    text = _text(beside) if alone else ""
    return text if 0 < len(text) <= 2 * _CREDIT_LONGEST else None


def _outermost(element: HtmlElement) -> HtmlElement:
    """The image with the wrappers that hold nothing else."""
    around = element
    for _ in range(4):
        parent = around.getparent()
        if parent is None or len(parent) > 1 or (parent.text or "").strip() or (around.tail or "").strip():
            break
        around = parent
    return around


def _read(frame: HtmlElement) -> tuple[str | None, str | None]:
    caption = credit = None
    for element in frame.iter():
        if not isinstance(element.tag, str) or element is frame:
            continue
        of_credit, of_caption = _called(_names(element))
        if credit is None and of_credit and element.tag not in ("img", "a", "figcaption"):
            credit = _text(element) or None
        elif caption is None and (element.tag == "figcaption" or (of_caption and element.tag != "img")):
            caption = _text(element) or None
    if caption and credit and credit != caption:
        caption = caption.replace(credit, "").strip(" |–—-·,\n") or None
        return caption, _clean(credit)
    if caption and credit == caption:
        return None, _clean(credit)
    if caption:
        return _split(caption)
    return None, _clean(credit) if credit else None


@lru_cache(maxsize=8192)
def _called(names: str) -> tuple[bool, bool]:
    """Whether class and id call an element a credit or a caption."""
    return bool(names and _CREDIT_NAME.search(names)), bool(names and _CAPTION_NAME.search(names))


def _split(text: str) -> tuple[str | None, str | None]:
    """A caption's own words and the credit at its end or in brackets."""
    text = text[:2_000]
    for pattern in (_IN_BRACKETS, _AGENCY, _CREDIT, _CREDIT_COMMA, *(() if text.isascii() else (_CREDIT_FAR,))):
        found = pattern.search(text)
        if found:
            rest = (
                text[: found.start("credit")].rstrip(" ([（|/–—-,、\n")
                + " "
                + text[found.end("credit") :].lstrip(" )]）")
            ).strip()
            return rest or None, _clean(found["credit"])
    return text or None, None


def _clean(credit: str) -> str:
    credit = credit.strip(" \n|")
    if credit[:1] in "([" and credit[-1:] in ")]":
        credit = credit[1:-1]
    if credit.count("(") != credit.count(")"):
        credit = credit.strip("()")
    return credit.strip(" \n|[]")[:300]


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def _text(element: HtmlElement) -> str:
    return " ".join(
        "".join(element.xpath(".//text()[not(parent::script or parent::style or parent::noscript)]")).split()
    )


def _credits_of_jsonld(document: Document) -> dict[str, str]:
    """Credits that ImageObject nodes give, by the image's address without its query."""
    found = {}
    for node in document.jsonld.of_type("ImageObject"):
        told = document.jsonld.texts(node, "creditText") or document.jsonld.texts(node, "copyrightNotice")
        for key in ("contentUrl", "url"):
            href = href_of(node.get(key))
            if href and told:
                found[document.resolve(href).split("?")[0]] = told[0]
    return found
