"""Sentences that look like terms of republication and are none: privacy, comments, advertising, accounts, submissions."""

from __future__ import annotations

import re

_LOOK_ALIKE = re.compile(
    r"\b(cookies?|personal (?:data|information)|privacy policy|gdpr|your (?:account|password|profile|browser|comments?|posts?|submissions?|purchase|order)"
    r"|comments? (?:section|policy|are|will|must|may|should)|commenters?|moderat\w+|user[- ]generated|you grant us|grants? us|by (?:submitting|posting|registering)"
    r"|advertisers?|advertising (?:rates|with us|policy|terms|department)|rate card|media kit|ad (?:formats?|specs|bookings?)|newsletter (?:subscription|privacy)"
    r"|subscriptions? (?:costs?|renews?|is billed|are billed|will (?:renew|be billed))|renew\w* automatically|unsubscribe|refund\w*|cancel\w* (?:your|a) (?:subscription|order)|payment method|credit card|shipping|liab(?:le|ility)|warrant(?:y|ies)|indemnif\w+|governing law|jurisdiction"
    r"|pitch(?:es)?|freelanc\w+|submission guidelines|letters to the editor|op-ed submissions?|job (?:openings?|applicants?)|intern(?:ship)?s"
    r"|datenschutz\w*|personenbezogen\w*|kommentar(?:e|en|funktion)|haftung\w*|anzeigenpreise|mediadaten|données personnelles|commentaires|annonceurs"
    r"|datos personales|comentarios|anunciantes|dati personali|commenti|inserzionisti|dados pessoais|comentários|anunciantes)\b",
    re.IGNORECASE,
)
_ABOUT_REUSE = re.compile(
    r"republish|repost|reprint|re-?use|cross-?post|reproduc|syndicat|creative commons|credit|attribut|hyperlink|link back|pixel|excerpt"
    r"|nachdruck|weiterveröffentlich|übernahme|übernehm|republi|reprodu|reprodur|reproduc|ripubblic|riprodu|licen[sc]|lizen[sz]|copyright|urheber",
    re.IGNORECASE,
)
#: Words of a privacy or comment page that outweigh a passing mention of reuse.
_HARD = re.compile(
    r"\b(you grant us|grants? us|cookies?|personal (?:data|information)|privacy policy|your (?:account|password|comments?|browser)|by (?:submitting|posting|registering)|advertisers?"
    r"|rate card|media kit|datenschutz\w*|personenbezogen\w*|données personnelles|datos personales|dati personali|dados pessoais)\b",
    re.IGNORECASE,
)


def is_look_alike(sentence: str) -> bool:
    """True for a sentence that is about something else than republishing articles."""
    if _HARD.search(sentence):
        return True
    return bool(_LOOK_ALIKE.search(sentence)) and not _ABOUT_REUSE.search(sentence)
