"""Links that say nothing but that they lead to the original: "Read the original article", "Zum Original", "原文链接"."""

from __future__ import annotations

import re

from rights import urls
from rights.extract.credit_line import Line
from rights.extract.credit_names import host_name
from rights.extract.credit_reading import Reading
from rights.extract.credit_vetoes import vetoed
from rights.model import CreditKind
from rights.patterns import late

_GO = (
    r"(?:(?:click here |link |hier geht['’]?s |enlace |lien |vai |ir |aller |naar )?(?:to|zum|zur|al?|vers|all['’]|do|naar)"
    r"|read|view|see|find|open|visit|lire|lisez|voir|consulter|le[ae]|leer|ver|vea|leggi|vedi|leia|ler|veja|lees|bekijk|lies|lesen|lest|czytaj|przeczytaj|zobacz|link do|(?:читать|посмотреть)(?: полностью)?|läs|læs|les)"
)
_ARTICLE = r"(?:the|this|l['’]|el|la|le|il|lo|o|a|het|den|das|der|die)"
_ORIGINAL = (
    r"(?:original(?:e[ns]?|nego|ny)?|originele?|oorspronkelijke?|oryginaln\w+|оригинальн\w+|ursprüngliche[nr]?|source)"
)
_PIECE = r"(?:article|story|post|piece|text|version|report|interview|artikel|beitrag|texte|billet|artículo|nota|texto|noticia|publicación|articolo|testo|artigo|matéria|publicação|tekst|bericht|stuk|artykuł\w*|wpis|стать\w+|материал\w*|artikeln|texten)"
_WHOLE = r"(?:original(?:artikeln?|beitrag|text(?:en)?|quelle|et|e|en)?|origineel|oryginał\w*|оригинал\w*)"
_CJK = (
    r"(?:英文|英语|日文)?(?:阅读|查看|閱讀|点击)?原文(?:链接|地址|网址|出处|連結|網址|を読む|はこちら)?|(?:元|英語)の?記事(?:を読む|はこちら)?|원문(?: ?기사)?(?: ?(?:링크|보기|읽기))?|원본(?: ?보기)?"
    r"|(?:رابط |اقرأ |لقراءة )?(?:المقال|المقالة|النص) (?:الأصلي|الأصلية)|ל?(?:מאמר|כתבה|ידיעה) המקורית?"
    r"|(?:yazının|makalenin|haberin) (?:orijinali|aslı)[\w ]{0,24}|orijinal (?:makale|yazı|haber|metin)\w*(?: (?:oku|için|gör)\w*)?"
)
_LABEL = late(
    rf"\W*(?:(?:{_GO}(?: sie)? ?)?(?:{_ARTICLE} ?)?(?:{_ORIGINAL} {_PIECE}|{_PIECE} {_ORIGINAL}|{_WHOLE})(?: (?:en|in|auf|em|po|на|on|at) [\w.]+| (?:here|ici|aquí|aqui|qui|hier|tutaj|здесь|in full))?(?: statii)?"
    rf"|originally published(?: here)?|{_CJK})\W*",
    re.IGNORECASE,
)


def read_label(line: Line) -> Reading | None:
    """A short line whose link is labelled 'original article'."""
    if len(line.text) > 160:
        return None
    for anchor in line.anchors:
        if len(line.text[: anchor.start].split()) <= 3 and _LABEL.fullmatch(line.anchor_text(anchor)):
            if not urls.is_web(anchor.href) or vetoed(line.text, anchor.start, anchor.end, "source_line"):
                continue
            return Reading(
                CreditKind.SOURCE_LINE,
                host_name(anchor.href),
                None,
                anchor.href,
                anchor.rel,
                edge=True,
                start=anchor.start,
                end=anchor.end,
            )
    return None
