"""Which language a text is in: by its script, else by the little words that every text has.

The word lists are the commonest function words of each language; a declared language is believed unless the text
speaks clearly against it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rights.patterns import late

_WORDS = {
    "en": "the of and to in a is that for it with as was on are be this by have from at not they his has but an or we their will which",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach bei",
    "fr": "de la le et les des en un du une que est pour qui dans par sur au plus pas ne ce se sont avec il aux cette ces été",
    "es": "de la que el en y a los del se las por un para con no una su al lo es como más pero sus le este ha fue son",
    "it": "di e il la che in a per un è del con non una si da dei sono le della al ha come nel più alla anche gli delle lo",
    "pt": "de a que o e do da em um para é com não uma os no se na por mais as dos como mas foi ao das pelo pela são",
    "nl": "de het een van en in is dat op te voor met zijn die niet aan er om ook als bij door maar naar wordt uit nog over deze heeft",
    "pl": "w i na z się do nie to że jest o jak za od po przez dla oraz ale był są tym tego które który może został jego",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra en ne ki ama var olduğu her şey değil göre ise tarafından",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när",
    "da": "og i at det er en til på som af for den med de ikke der har et han om men var jeg fra vi så kan blev sig",
    "no": "og i det er på en til som av for at den med de har ikke et han om men var jeg fra vi så kan ble seg etter",
    "fi": "ja on ei se että oli hän ovat mutta kun myös joka ole kuin sen tai niin mukaan jotka vain sekä mitä nyt jo",
    "cs": "a v se na je že s z do o i to k za pro jako by po ale jsou byl od který jeho při podle které bude nebo také",
    "ro": "de și în a la cu din pe că nu o un pentru este care mai se au fost prin dar sau ca lui după fi între sunt",
    "hu": "a az és hogy nem is egy van ez volt csak de meg már mint el még azt ki vagy ha lehet után szerint között minden",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada oleh kami telah mereka bisa atau lebih",
    "vi": "và của là có được cho không trong một các với những người này đã để khi đến từ về như cũng ra tại",
    "ca": "de la que i el en a els les per un del amb una no es al és com més va han són seva aquest",
    "hr": "i u je se na da su za od s a o koji što kao ne to po bi iz sam ili ali nije biti samo nakon",
}
#: The languages that each word is common in.
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in _WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _LANGUAGES.setdefault(_word, []).append(_language)
_SCRIPTS = (
    ("ko", late("[\uac00-\ud7af]")), ("ja", late("[\u3040-\u30ff]")), ("zh", late("[\u4e00-\u9fff]")),
    ("ar", late("[\u0600-\u06ff]")), ("he", late("[\u0590-\u05ff]")), ("el", late("[\u0370-\u03ff]")),
    ("hi", late("[\u0900-\u097f]")), ("th", late("[\u0e00-\u0e7f]")), ("ru", late("[\u0400-\u04ff]")),
)  # fmt: skip
_BY_SCRIPT = dict(_SCRIPTS) | dict.fromkeys(("uk", "bg", "be", "mk", "kk"), dict(_SCRIPTS)["ru"])
#: Languages that share the little words of another.
_AS = {"nb": "no", "nn": "no", "bs": "hr", "ms": "id"}
#: Letters that a passage in a language has at least, and little words by which it can be told from others.
_LETTERS, _TELLING = 12, 8
#: Letters of the other alphabets, and those of them that nobody takes for a Latin letter.
_ALPHABETS, _UNLIKE = late("[\u0370-\u04ff]"), late("[гджилпфцчшщъыьэюяδθλξπσφψ]")
_WORD = late(r"[^\W\d_]+")
#: No letter of a script that tells its language stands before this one.
_FIRST_SCRIPT = "\u0370"
_SAMPLE = 2_000


def detect_language(text: str) -> tuple[str | None, float]:
    """The ISO 639-1 code of a text's language and how sure that is, from 0 to 1; (None, 0.0) where nothing tells."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < 12:
        return None, 0.0
    for language, script in _SCRIPTS if max(sample) >= _FIRST_SCRIPT else ():
        share = len(script.findall(sample)) / letters
        if share > (0.08 if language == "ja" else 0.3):
            return _cyrillic(sample) if language == "ru" else language, min(1.0, 0.5 + share)
    hits = dict.fromkeys(_WORDS, 0)
    for word, count in Counter(map(str.lower, words)).items():
        for language in _LANGUAGES.get(word, ()):
            hits[language] += count
    scores = {language: count / len(words) for language, count in hits.items()}
    ranked = sorted(scores, key=lambda language: scores[language], reverse=True)
    best, second = ranked[0], ranked[1]
    if len(words) < 8 or scores[best] < 0.1:
        return None, 0.0
    lead = (scores[best] - scores[second]) / scores[best]
    return best, min(1.0, lead * 2) * min(1.0, len(words) / 60)


def _cyrillic(text: str) -> str:
    lowered = text.lower()
    if any(letter in lowered for letter in "їєґ"):
        return "uk"
    if any(letter in lowered for letter in "ђћљњџ"):
        return "sr"
    if not any(letter in lowered for letter in "ыэё") and lowered.count("ъ") > 2:
        return "bg"
    return "ru"


def may_hold(text: str, language: str, besides: Iterable[str] = ()) -> bool:
    """Whether a passage in a language may stand in a text that is mostly in others, named by ``besides``.

    False only where the text has hardly a letter of the language's script, or less than two of its little words that are not
    the others' as well: of real runs of 25 English words one in a hundred has so few, a list of names or a table.
    True for a language that nothing here tells.
    """
    script = _BY_SCRIPT.get(language)
    if script is not None:
        return len(script.findall(text)) >= _LETTERS
    own = frozenset(_WORDS.get(_AS.get(language, language), "").split())
    own -= frozenset(word for other in besides for word in _WORDS.get(other, "").split())
    return len(own) < _TELLING or len(own.intersection(text.lower().split())) > 1 or _is_masked(text)


def _is_masked(text: str) -> bool:
    """Whether Latin letters seem to be written with look-alikes of other alphabets: of those that look like none, few are there."""
    if max(text, default="") < _FIRST_SCRIPT:
        return False
    letters = len(_ALPHABETS.findall(text))
    return letters >= _LETTERS and letters > 10 * len(_UNLIKE.findall(text))


def choose_language(declared: str | None, text: str) -> str | None:
    """The declared language, unless the text is clearly in another one; what is detected where none is declared."""
    found, sure = detect_language(text)
    if declared is None:
        return found if sure > 0.1 else None
    if found is not None and found != declared and sure >= 0.6 and len(text) > 300:
        return found
    return declared


def primary_tag(tag: str | None) -> str | None:
    """The primary language of a BCP 47 tag, locale or list of them, lower-case; None where it is none."""
    found = re.match(r"\s*([A-Za-z]{2,3})(?:[-_ ,;]|\s*$)", tag or "")
    return found.group(1).lower() if found else None
