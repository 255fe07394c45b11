"""What makes a sentence that looks like a credit none: another work is meant, an image, a ban, an instruction, itself.

Each table is one reason.  `vetoed` tells which reason strikes a match, so that a test can ask for it.
"""

from __future__ import annotations

import re

from rights.patterns import late

_IGNORE = re.IGNORECASE | re.DOTALL

#: Instructions for others, style guides, templates and program text: the credit is quoted, not given.
INSTRUCTION = late(
    r"\bsample (?:language|credit|text|line)|\b(?:must|should|shall|please|kindly) (?:\w+ ){0,3}?(?:includes?|use|add|credit|attribute|read|say|contain|carry|display|link|cite|insert)\b"
    r"|\bfollowing (?:attribution|credit|text|line|language|notice)|\battribution: ?[\"“]|\b(?:author )?byline, please|\bcopy and paste|\badd a qualifier"
    r"|\[(?:data|date|name|author|outlet|original|insert|your|publication|title|link|url|autor|fecha|datum|dein)[^\]]{0,30}\](?!\()"
    r"|\bYYYY\b|\{[^{}\s]{1,30}\}\}?/|\{(?:팀명|name|date|url|author)\}|<\?php|__\( ?['\"]|document\.location|getFullYear|--canonical|\bget_settings\b|`--"
    r"|원문 사이트명|원문 제목|저자명|\bschreib\w* |absolute url|\bdu (?:kannst|darfst)|\bcoletillas\b|\bmuletillas\b"
    r"|\byou (?:can|may|must|should|need)[\w ]{0,20} (?:re-?publish|re-?post|reprint|cross-?post|use)|\bfree to (?:re-?post|share|re-?publish)"
    r"",
    _IGNORE,
)
#: The subject just before the match is an image, a figure, data or another kind of work.
IMAGE = late(
    r"\b(?:images?|photos?|photographs?|pictures?|figures?|fig\.|tables?|charts?|graphics?|illustrations?|infographics?|maps?|videos?|screenshots?|screengrab|cover|artwork|cartoon"
    r"|fotos?|bild(?:er|quelle)?|titelbild|beeld|afbeelding(?:en)?|kuva|hauptbild|grafik(?:a|en)?|karte|abbildung|imagen|imágenes|immagin[ei]|imagem|figura|zdjęci[ea]|mapa|crédits? photos?|données|data|dataset|weather"
    r"|фото\w*|рисун\w*|иллюстрац\w*|görsel|fotoğraf)\b[^.\n]{0,60}$"
    r"|(?:画像|写真|図|图片|图源|配图|사진|이미지|그림)[^。\n]{0,16}$"
    r"|\b(?:stand|as of|état au|situación al?|al|per):? \d[\d./]{3,9},?\s*$",
    _IGNORE,
)
#: The piece is this site's own, or another's use of this page is reported.
OWN = late(
    r"^\W*(?:our|ours|my own|in our|on our|this (?:site|website|blog|newsletter)|unserer|notre (?:journal|magazine|revue)|nuestra|nostro)\b(?! (?:partner|sister|friend))"
    r"|^[^.\n]{0,60}\b(?:print|paper) (?:edition|issue|version)\b(?! of (?:the )?(?-i:[A-Z]))"
    r"|^[^.\n]{2,60}, our (?:\w+ ){0,3}(?:newsletter|magazine|journal|blog|podcast|publication|sister)",
    _IGNORE,
)
OUTBOUND = late(
    r"\b(?:also|since been|subsequently|later|then|been) (?:been )?(?:cross-?posted|re-?published|re-?posted|reprinted|published|posted|picked up)(?: on| at| by| in| to)\b"
    r"|\b(?:poi|successivamente|in seguito|depois|posteriormente|después|luego|ensuite|par la suite|später|anschließend|auch|ook|later|później|następnie|позже|затем|потом|также|sonra|daha sonra)\b[^.\n]{0,24}?"
    r"\b(?:ripres\w+|pubblicat\w+|ripubblicat\w+|reproduzid\w+|reproducid\w+|(?:re)?publicad\w+|repris\w*|(?:re)?publié\w*|veröffentlicht|übernommen|nachgedruckt|erschien\w*|overgenomen|geplaatst|gepubliceerd"
    r"|verschen\w+|przedruk\w+|opublikowan\w+|перепечат\w+|опубликова\w+|yayı[nm]lan\w+)",
    _IGNORE,
)
BAN = late(
    r"\b(?:may|must|can|shall)(?: ?not|n['’]t) be (?:re-?\w+|copied|published|used|cross-?posted)|without (?:\w+ ){0,4}(?:permission|consent)|\bunless otherwise"
    r"|无断|無断|禁止转载|未经(?:许可|授权)|不得转载|verboten|untersagt|nicht gestattet|riproduzione riservata|reproducción (?:total|prohibida)|interdite?\b",
    _IGNORE,
)
#: Someone writes about a work that stands elsewhere.
ABOUT = late(
    r"\b(?:wrote|writes|published|penned|authored|defined|argued|claimed|reported|reports|told|according to) (?:\w+ ){0,3}(?:an?|the|in|his|her|that)\b[^.\n]{0,40}$"
    r"|\b(?:in|of) (?:his|her|their|an?|the) (?:\w+ ){0,4}(?:piece|article|op-?ed|essay|study|book|paper|column|interview)\b[^.\n]{0,30}$"
    r"|\b(?:study|paper|book|novel|album|survey|poll|collection|stories|works?|models?|protocols?|files?|practices|letter|dataset|checkpoint|submission) (?:was |were |is |are )?(?:\w+ ){0,3}$",
    _IGNORE,
)
#: A link to something to read beside this text, not to its origin.
FURTHER = late(
    r"(?:liens pertinents|references?|literatur|参考|參考|リンク|(?:see|read) also|also (?:read|see)|lire aussi|lies auch|lesen sie auch|lees ook|leggi anche|leia também|lea también|czytaj także|читайте также|läs också|further reading|bibliograph\w+|ベースに(?:して|した)|をベース|definition|bemerkung\w*|weiterführend\w*|доп\. ?материал|связанные|について[:：])",
    _IGNORE,
)
_CORRECTION = late(
    r"\bcorrection\b|\boriginal version of this \w+ (?:\w+ )?(?:said|stated|mis\w+|incorrectly|had|contained|gave|named|referred|wrongly|did|was (?:wrong|updated|changed))\b|\b(?:earlier|previous) version of this(?! \w+ (?:\w+ ){0,2}(?:appeared|ran|published|posted|printed))\b|\bincorrectly\b|\bmisstated\b|\bmachine[- ]translated\b|機械翻訳|traducción automática|\bupdate note\b|araştırmaya dayan",
    _IGNORE,
)


#: A "source" that is a report or figures: what was used, not whose text this is.
DATA = late(
    r"^[^\n]{2,90}?\b(?:(?:annual|yearly|quarterly) report|jahresbericht|statistisches jahrbuch|rapport annuel|informe anual|memoria anual|rapporto annuale|relatório anual|jaarverslag|raport roczny|годовой отч[её]т|årsrapport"
    r"|yıllık raporu?|survey data|census(?: bureau)?|(?:bureau|office|department|institute|agency) (?:of|for) (?:\w+ )?statistics|statistisches? \w+amt|statistik austria|eurostat|eigene (?:berechnung|darstellung|recherche)\w*|(?:own|author['’]s|authors['’]) (?:calculations?|elaboration)|calculs\b|calculations? by|cálculos? (?:propios?|de)|calcoli\b|(?:eigen )?berekening\w*|obliczenia\b|расч[её]т|insee\b|istat\b|destatis\b|росстат|t[üÜ][iİ]k\b|hesaplama\w*|elaboraz\w+|elaboración propia|figures in|(?:charts?|graphics?|map) by)\b|^[^\n]{2,40}?(?:年报|年報|年鉴|年鑑|白書|白皮书|연보|백서|통계)|^[^\n]{2,60}?التقرير السنوي"
    r"|^[^\n。]{2,40}?(?:(?:データ|資料|統計|調査)(?:を|に|より|から)|(?:もと|基)に(?:作成|作図|編集)|(?:数据|數據|资料|資料)(?:整理|库|庫|$)|统计局|統計局|통계청|「[^」]{1,24}(?:統計|調査|白書|年報|センサス)|(?:자료|통계)(?:를|을)? ?(?:바탕|재구성|정리))",
    re.IGNORECASE,
)
#: A line that begins with the label of an image tells that image's sources.
_IMAGE_LINE = late(
    r"\W*(?:info)?(?:graphics?|grafiken?|grafik|grafika|gráficos?|graphiques?|grafici|photos?|fotos?|charts?|maps?|karten?|mapas?|cartes?|illustrations?|illustration|visuals?|изображени\w+|инфографика|рисунок|фото)\s?[:：]",
    re.IGNORECASE,
)
#: A file of a program's text.
_PROGRAM = late(
    r"\W*https?://\S+\.(?:rs|py|jsx?|tsx?|c|cc|cpp|h|hpp|go|java|rb|php|cs|swift|kt|sh|sql|ya?ml|json|toml|ipynb)(?:#\S*)?(?=[\s)\]]|$)"
)
#: Who wrote what a forum quotes.
_QUOTED_POST = late(r"(?i:originally posted by) \S{2,30}(?: \S{1,20})?:")
#: Several sources are what was used.
_PLURAL = late(
    r"\W*(?:sources|quellen|fuentes|fonti|fontes|bronnen|źródła|источники|kaynaklar|källor|kilder)\b", re.IGNORECASE
)
_AD = late(r"[（(\[【]\s?(?:PR|AD|ＰＲ|広告|广告|廣告|광고|Anzeige|Ad)\s?[）)\]】]")
#: Another kind of work whose translation is told.
_WORK = late(
    r"\b(?:novela|novel|romans?|romanzo|romance|roman|livre|libros?|livros?|books?|buch|boek|powieść|książk\w+|книг\w+|film|play|memoir|poems?)\b|小说|小説|소설|长篇|著作",
    re.IGNORECASE,
)
BIBLIOGRAPHY = late(r"\bpp?\. ?\d+|\bISBN\b|\bdoi\b|éditions|\bet al\.|\bVol\. ?\d+|\bS\. \d+\b", re.IGNORECASE)
_IMAGE_CJK = late(
    r"(?:画像|写真|図|图片|图源|配图|사진|이미지|그림|자료 ?출|통계 ?출|데이터 ?출|数据来|数据來|資料來|资料来|データ出)"
)


#: Places that hold images, clips and posts: named after "via" or "source", they are an embed's origin.
MEDIA = late(
    r"\W*(?:giphy|tenor|getty|flickr|imgur|youtube|vimeo|instagram|twitter|tiktok|facebook|unsplash|pixabay|pexels|shutterstock|istock|wikimedia|statista|google|paypal|e-?mail|whatsapp|telegram|rss|sms)\b",
    re.IGNORECASE,
)


#: Forms and programs that ask whether it is so.
CONDITION = late(r"\b(?:if|when|whether|unless|in case|wenn|falls|si|se|если)(?: \w+){0,3} ?$", re.IGNORECASE)
_CITED = late(
    r"^\W*[A-ZÀ-Þ][\w’'-]+, (?:[A-ZÀ-Þ]\.[ ,&]*)+[^\n]{0,60}?\((?:19|20)\d\d\w?\)|\b(?:Bd|Vol|Nr|No|pp?|S)\. ?\d+[^\n]{0,60}$|\(\d{4}\)[.\s(]*$|\[\^?\w+\]: ?$",
    re.IGNORECASE,
)


def image_line(text: str) -> bool:
    """True for a line that begins with the label of an image: "Photos: …"."""
    return _IMAGE_LINE.match(text) is not None


def vetoed(text: str, start: int, end: int, kind: str) -> str | None:
    """The reason why the match at ``start:end`` of a line is no credit, or None."""
    before = text[max(0, start - 160) : start]
    after = text[end : end + 160]
    around = text[max(0, start - 220) : end + 120]
    if INSTRUCTION.search(around):
        return "instruction"
    if _CORRECTION.search(around):
        return "correction"
    if IMAGE.search(before) or IMAGE.search(
        text[max(0, start - 20) : end].split(":")[0][:60] if kind == "courtesy" else ""
    ):
        return "image"
    if _IMAGE_CJK.search(text[max(0, start - 4) : end]):
        return "image"
    if text.count(" | ") >= 3 and kind in ("crosspost", "source_line", "republished"):
        return "table"
    if CONDITION.search(before):
        return "condition"
    if kind == "original_publication" and _QUOTED_POST.search(around):
        return "quoted post"
    if kind == "original_publication" and _CITED.search(before):
        return "bibliography"
    if kind in ("source_line", "via", "courtesy") and MEDIA.match(after):
        return "image"
    if kind == "source_line" and _PROGRAM.match(after):
        return "program"
    if kind == "source_line" and BIBLIOGRAPHY.search(after):
        return "bibliography"
    if kind == "source_line" and DATA.search(after):
        return "data"
    if kind == "source_line" and _PLURAL.match(text[start:end]) and re.search(r"[;,、，]", after):
        return "bibliography"
    if kind == "source_line" and _AD.search(after):
        return "ad"
    if kind == "source_line" and image_line(text):
        return "image"
    if kind == "translation" and len(text) < 400 and _WORK.search(around):
        return "other work"
    if OWN.search(after):
        return "own"
    if OUTBOUND.search(text[max(0, start - 30) : end + 8]) and kind not in ("translation", "copyright_line"):
        return "outbound"
    if kind in ("source_line", "translation") and FURTHER.search(text):
        return "further"
    return None
