"""How a sentence of terms says it: demanded, asked for, or permitted."""

from __future__ import annotations

import re

from rights.model import Strength

_SHOULD = re.compile(
    r"\b(please|ideally|preferabl\w+|prefer\w*|appreciat\w+|encourag\w+|recommend\w*|suggest\w*|kindly|if possible"
    r"|when(?:ever)? possible|where(?:ver)? possible|where (?:reasonably )?practicable|try to|would be (?:nice|great|lovely|good|helpful)"
    r"|we(?:'d| would) (?:love|like)|makes us happy|nice to|(?:we|you) should|should (?:also )?(?:be|include|link|name|say|tell|tag|go|stand)"
    r"|bitte|wünschenswert|nach möglichkeit|wenn möglich|wir freuen uns|empfehlen|gerne"
    r"|merci de|de préférence|si possible|nous apprécions|souhait\w+|recommand\w+"
    r"|por favor|se agradece|agradecemos|preferentemente|preferiblemente|si es posible|recomend\w+"
    r"|per favore|preferibilmente|se possibile|gradi\w+|consigli\w+|se possível|de preferência|gostaríamos)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(must|required?|shall|have to|has to|need to|needs to|mandatory|only if|provided that|as long as|on condition|may not|can ?not|can't"
    r"|must not|do not|don't|never|no |not allowed|not permitted|prohibited|forbidden|muss|müssen|darf nicht|dürfen nicht|verboten|pflicht"
    r"|untersagt|nicht gestattet|doit|doivent|obligatoire|interdit\w*|ne (?:peut|peuvent|pas)|debe\w*|obligatori\w+|prohibid\w+|no se permite"
    r"|no puede\w*|deve|devono|vietat\w+|obbligatori\w+|non (?:è|si|può|possono)|devem|proibid\w+|obrigatóri\w+|não (?:é|pode|podem))\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(you (?:may|can|are (?:free|welcome|allowed|permitted))|feel free|(?:it(?:'s| is) )?(?:ok|okay|fine|no problem|acceptable) (?:to|for|if|with)"
    r"|(?:is|are) (?:ok|okay|fine|allowed|permitted|welcome|acceptable)|no objection|may be (?:changed|shortened|translated|excerpted|quoted)"
    r"|dürfen|darf|erlaubt|gestattet|können|peuvent|pouvez|autorisé\w*|permis\w*|puede\w*|permitid\w+|permite\w*|potete|consentit\w+"
    r"|permess\w+|podem|pode)\b",
    re.IGNORECASE,
)


def strength_of(sentence: str) -> Strength:
    """The strength of a sentence; a plain imperative is a demand."""
    if _SHOULD.search(sentence):
        return Strength.SHOULD
    if _MUST.search(sentence):
        return Strength.MUST
    return Strength.MAY if _MAY.search(sentence) else Strength.MUST
