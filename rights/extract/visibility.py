"""Whether a reader can see an element, as far as the page's own bytes tell.

Inline styles, attributes and the customary screen-reader classes are read for every element on the way down; rules of
an embedded style sheet only where an element's visibility is asked for.  What an external style sheet does is not
known here: such an element counts as visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from rights.patterns import late

NOSCRIPT = "noscript"
TEMPLATE = "template"
COMMENT = "comment"

#: Classes of text for screen readers alone.
_READER_ONLY = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader screenreader screen-reader-text screenreader-text screen-reader-only"
    " screenreader-only a11y-hidden element-invisible u-hidden-visually hide-visually vh".split()
)
_ZERO = r"0(?:\.0+)?(?:px|em|rem|pt|%|vh|vw)?(?![\d.])"
_STYLE_RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (why, late(pattern, re.IGNORECASE))
    for why, pattern in (
        ("display:none", r"(?:^|[;\s])display\s*:\s*none"),
        ("visibility:hidden", r"(?:^|[;\s])visibility\s*:\s*(?:hidden|collapse)"),
        ("zero size", rf"(?:^|[;\s])font-size\s*:\s*{_ZERO}|(?:^|[;\s])font-size\s*:\s*[01]px|(?:^|[;\s])opacity\s*:\s*{_ZERO}"
                      rf"|transform\s*:\s*scale\(\s*0"),
        ("off-screen", r"(?:^|[;\s])(?:left|top|right|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}(?:\.\d+)?(?:px|em|rem|%|vw)?"
                       r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]|clip-path\s*:\s*inset\(\s*(?:50|100)%"
                       r"|translate[XY]?\(\s*-\d{4,}px"),
    )
)  # fmt: skip
#: Text in no colour, unless its letters cut out the background.
_CLEAR = late(r"(?:^|[;\s])color\s*:\s*(?:transparent\b|rgba\([^)]*,\s*0(?:\.0+)?\s*\))", re.IGNORECASE)
_HEIGHT = late(rf"(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*(?:{_ZERO}|1px)", re.IGNORECASE)
_OVERFLOW = late(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_COLOUR = late(r"(?:^|[;\s])color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND = late(r"(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_NAMED = {"white": "ffffff", "black": "000000", "red": "ff0000", "blue": "0000ff", "yellow": "ffff00", "gray": "808080",
          "grey": "808080", "silver": "c0c0c0", "green": "008000", "transparent": "transparent", "navy": "000080"}  # fmt: skip
_RGB = late(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:\s*[,/]\s*([\d.]+%?))?\s*\)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def hidden_by_style(style: str) -> str | None:
    """Why an inline style hides its element, or None."""
    for why, pattern in _STYLE_RULES:
        if pattern.search(style):
            return why
    if _CLEAR.search(style) and "background-clip" not in style.lower():
        return "colour"
    if _OVERFLOW.search(style) and _HEIGHT.search(style):
        return "zero size"
    return None


@lru_cache(maxsize=4096)
def colour(value: str) -> str | None:
    """A CSS colour as six hexadecimal digits, ``transparent``, or None where it cannot be told."""
    value = value.strip().lower()
    if value in _NAMED:
        return _NAMED[value]
    found = re.search(r"#([0-9a-f]{3,8})\b", value)
    if found:
        digits = found.group(1)
        if len(digits) in (4, 8) and digits[-1] == "0" and digits[-(len(digits) // 4) :].strip("0") == "":
            return "transparent"
        if len(digits) in (3, 4):
            return "".join(c * 2 for c in digits[:3])
        return digits[:6] if len(digits) in (6, 8) else None
    rgb = _RGB.search(value)
    if rgb:
        if rgb.group(4) and rgb.group(4).rstrip("%").strip("0.") == "":
            return "transparent"
        return "".join(f"{min(255, int(n)):02x}" for n in rgb.group(1, 2, 3))
    first = value.split()[0] if value.split() else ""
    return _NAMED.get(first)


@lru_cache(maxsize=4096)
def colours(style: str) -> tuple[str | None, str | None]:
    """The text colour and the ground that an inline style sets."""
    front, back = _COLOUR.search(style), _GROUND.search(style)
    return (colour(front.group(1)) if front else None, colour(back.group(1)) if back else None)


def near(one: str, other: str) -> bool:
    """True for two colours that no reader can tell apart."""
    if "transparent" in (one, other):
        return one == "transparent"
    return all(abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) <= 8 for i in (0, 2, 4))


def hidden_by_attributes(element: HtmlElement) -> str | None:
    """Why an element's own attributes hide it (colours aside), or None."""
    return hidden_by_own(element.get("style") or "", element.get("class") or "", element.get("hidden"))


@lru_cache(maxsize=16384)
def hidden_by_own(style: str, names: str, hidden: str | None) -> str | None:
    """Why these attributes hide an element, or None; ``hidden`` is None where that attribute is absent."""
    if hidden is not None and hidden.lower() != "until-found":
        return "hidden"
    why = hidden_by_style(style) if style else None
    if why is None and names and not _READER_ONLY.isdisjoint(names.lower().split()):
        return "off-screen"
    return why


def still_hidden(why: str | None, style: str) -> str | None:
    """What of an outer element's hiding an inner inline style leaves: visibility and font size can be set anew."""
    if why == "visibility:hidden" and re.search(r"visibility\s*:\s*visible", style, re.IGNORECASE):
        return None
    if why == "zero size" and re.search(r"font-size\s*:\s*[1-9]", style, re.IGNORECASE):
        return None
    return why


_HIDES = late(
    rf"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*{_ZERO}|text-indent\s*:\s*-\d{{4,}}|left\s*:\s*-\d{{4,}}px|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]",
    re.IGNORECASE,
)
_NO_SIZE = late(r"-size\s*:\s*0")
_FAR_LEFT = late(r"(?:left|indent)\s*:\s*-\d")
_IN_NAME = late(r"[\w-]")
_SIMPLE = late(r"^(?:[a-z][a-z0-9]*)?([.#][\w-]+)$", re.IGNORECASE)
_BACK = late(r"display\s*:\s*(?!none)|visibility\s*:\s*visible", re.IGNORECASE)
_SHEET_LIMIT = 400_000
_NAMES_LIMIT = 400


def hidden_names(sheets: list[str]) -> dict[str, str]:
    """``.class`` and ``#id`` names that embedded style sheets hide for every reader.

    Only plain selectors outside of ``@media`` and the like count, and none that another rule shows again: that is a
    menu or a "read more", which a click opens.
    """
    found: dict[str, str] = {}
    for sheet in sheets:
        sheet = sheet[:_SHEET_LIMIT]
        if "/*" in sheet:
            sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
        here: dict[str, str] = {}
        for selectors, why in _hiding_rules(sheet):
            for selector in selectors.split(",") if len(here) < _NAMES_LIMIT else ():
                simple = _SIMPLE.match(selector.strip())
                if simple:
                    here[simple.group(1)] = why
        found.update({name: why for name, why in here.items() if not _shown_again(name, sheet)})
    return found


def _hiding_rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and hiding declarations of the rules outside of any at-rule."""
    depth = 0
    pieces = sheet.split("}")
    for piece, opened in zip(pieces, [piece.count("{") for piece in pieces], strict=True):
        if opened == 1:
            if depth == 0 and _may_hide(piece):
                selectors, _, body = piece.partition("{")
                rule = _HIDES.search(body)
                if rule:
                    yield selectors.rpartition(";")[2], " ".join(rule.group().split())
        elif opened == 0:
            depth = max(0, depth - 1)
        else:
            depth += opened - 1


def _may_hide(rule: str) -> bool:
    """False for most rules of a sheet, which hold no declaration of a hiding one."""
    return (
        ("none" in rule and "isplay" in rule)
        or ("hidden" in rule and "isibility" in rule)
        or ("-size" in rule and _NO_SIZE.search(rule) is not None)
        or (("left" in rule or "indent" in rule) and _FAR_LEFT.search(rule) is not None)
        or "rect(" in rule
    )


def _shown_again(name: str, sheet: str) -> bool:
    use = sheet.find(name)
    while use >= 0:
        end = use + len(name)
        if not _IN_NAME.match(sheet, end):
            opened = sheet.find("{", end)
            closed = sheet.find("}", opened)
            if 0 <= opened < closed and _BACK.search(sheet, opened, closed):
                return True
        use = sheet.find(name, end)
    return False
