"""Numbers however they are written: 5 and five, 1,000 and 1.000 and a thousand, $1.5m and 1.5 million dollars."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rights.match.wording.spelling import plain, standard
from rights.patterns import late

_UNITS = """
en zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
de null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn
fr zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
es cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve
it zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove
pt zero um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove
nl nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien
sv noll ett tva tre fyra fem sex sju atta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton
da nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten
pl zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec
ru ноль один два три четыре пять шесть семь восемь девять десять
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "m": 10**6, "mn": 10**6,
    "bn": 10**9, "b": 10**9, "k": 1000, "tn": 10**12, "millionen": 10**6, "milliarden": 10**9, "millions": 10**6,
    "milliards": 10**9, "millones": 10**6, "milioni": 10**6, "miliardi": 10**9, "milhoes": 10**6, "tausend": 1000,
    "mille": 1000, "mil": 1000,
}  # fmt: skip
_LETTER_SCALES = frozenset(["m", "mn", "bn", "b", "k", "tn"])
_MONEY = {
    "$": "usd", "us$": "usd", "dollar": "usd", "dollars": "usd", "€": "eur", "euro": "eur", "euros": "eur", "£": "gbp",
    "pound": "gbp", "pounds": "gbp", "¥": "jpy", "yen": "jpy", "rupees": "inr", "₹": "inr", "rs": "inr",
}  # fmt: skip
_SPLIT = late(r"(us\$|[$€£¥₹%°])|(\d[\d.,   ’]*\d|\d)|([a-zà-ÿ]+(?:['’][a-z]+)?)|(.)", re.IGNORECASE)


def _words() -> dict[str, int]:
    known: dict[str, int] = {}
    for line in _UNITS.strip().splitlines():
        for value, word in enumerate(line.split()[1:]):
            known.setdefault(word, value)
    known.update((word, 20 + 10 * place) for place, word in enumerate(_TENS.split()))
    return {word: value for word, value in known.items() if word not in _ALSO_WORDS}


#: Number words of one language that are everyday words of it or of another.
_ALSO_WORDS = frozenset(
    ["to", "en", "sex", "un", "um", "uno", "een", "ett", "ni", "ti", "fire", "seize", "once", "mil", "as", "dos", "on"]
)
NUMBER_WORDS = _words()
_ORDINAL = {word: place + 1 for place, word in enumerate(_ORDINALS.split())}


def number(written: str, *, comma: bool) -> float | None:
    """The value of digits with separators; ``comma`` says that the comma is the decimal sign."""
    text = re.sub("[   ’]", "", written)
    group, point = (".", ",") if comma else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{2,3}})+(?:{re.escape(point)}\d+)?", text):
        text = text.replace(group, "")
    elif group in text:
        return None
    text = text.replace(point, ".")
    return float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None


def meaning(raw: Sequence[str], *, comma: bool = False) -> str:
    """Words as written, in one form: equal for two wordings that differ in style alone."""
    return _spoken(_pieces(raw, comma=comma))


def _pieces(raw: Sequence[str], *, comma: bool) -> list[str | float]:
    pieces: list[str | float] = []
    for unit in raw:
        signed = re.match(r"[\"'“(]*[−-](?=[\d$€£.])", unit)
        if signed:
            pieces.append("minus")
        if not any(c.isdigit() or c in "%$€£¥₹°" for c in unit):
            pieces += standard(unit).split()
            continue
        ordinal = re.fullmatch(r"\W*(\d+)(?:st|nd|rd|th)\W*", unit, re.IGNORECASE)
        if ordinal:
            pieces.append(f"#{ordinal[1]}")
            continue
        for symbol, digits, letters, _ in _SPLIT.findall(unit):
            if symbol:
                pieces.append(_MONEY.get(symbol.lower(), "percent" if symbol == "%" else symbol.lower()))
            elif digits:
                value = number(digits, comma=comma)
                pieces += [value] if value is not None else [float(part) for part in re.findall(r"\d+", digits)]
            elif letters:
                pieces += standard(letters).split()
    return pieces


def _spoken(pieces: list[str | float]) -> str:
    out: list[str] = []
    at = 0
    while at < len(pieces):
        value, at_after = _number_at(pieces, at)
        if value is not None:
            out.append(f"|{f'{value:.6f}'.rstrip('0').rstrip('.')}|")
            at = at_after
            continue
        word = str(pieces[at])
        at += 1
        if word in _ORDINAL:
            out.append(f"|#{_ORDINAL[word]}|")
        elif word.startswith("#"):
            out.append(f"|{word}|")
        else:
            out.append(_MONEY.get(word, word))
    money = [word for word in out if word in ("usd", "eur", "gbp", "jpy", "inr")]
    return "".join([word for word in out if word not in money] + money)


def _number_at(pieces: list[str | float], at: int) -> tuple[float | None, int]:
    """The number that begins at a place and the place after it."""
    total, current, start = 0.0, 0.0, at
    seen = False
    while at < len(pieces):
        piece = pieces[at]
        after = plain(str(pieces[at + 1])) if at + 1 < len(pieces) else ""
        if isinstance(piece, float):
            if seen:
                break
            current, seen = piece, True
        elif piece in NUMBER_WORDS and (
            not seen or current % 100 == 0 or (current % 10 == 0 and NUMBER_WORDS[piece] < 10)
        ):
            current, seen = current + NUMBER_WORDS[piece], True
        elif piece in ("a", "an", "one") and not seen and after in _SCALES and after not in _LETTER_SCALES:
            current, seen = 1.0, True
        elif piece == "dozen" and seen:
            current *= 12
        elif piece in _SCALES and seen and not (piece in _LETTER_SCALES and not isinstance(pieces[at - 1], float)):
            if piece == "hundred":
                current *= 100
            else:
                total, current = total + current * _SCALES[piece], 0.0
        elif not (piece == "and" and seen and after in NUMBER_WORDS and (current % 100 == 0)):
            break
        at += 1
    return (total + current, at) if seen else (None, start)
