"""Credits that are a label and a name, put together from words of many languages: "Source of the article: X", "Перевод: X".

What a language calls a source, an original, a first publication, a translation; which words may stand around it; and
the verbs by which a page sends its readers to the original.  A label counts only at the beginning of its line.
"""

from __future__ import annotations

from rights.extract.credit_forms import NameAt, Subject, form, language

_S, _L, _F = Subject.START, Subject.LINE, Subject.FREE

#: Words beside the key word of a label: of what, and what for.
_FILL = (
    r"(?:(?:original|primary|main|news|this|of|the|for|article|story|post|text|content|report|publication|link|url|credit"
    r"|des?|der|das|dieses|artikels|artikel|beitrags|beitrag|textes|text|meldung|originale|originaler|ursprüngliche"
    r"|de|del|du|la|le|el|il|o|a|do|da|dell['’]|della|l['’]|nota|noticia|noticias|información|artículo|texto|artigo|matéria|notícia|articolo|testo|notizia|article|texte|première|initiale|primaria|primária"
    r"|van|het|dit|bericht|tekst|artykułu|tekstu|wpisu|publikacji|материала|статьи|публикации|текста|новости|информации"
    r"|(?:and|und|et|e|y|en|&) copyright|haberin|haber|yazının|makalenin|metnin|orijinal|asıl|الخبر|المقال|المقالة|النص|الأصلي|الأصلية) ?)"
)
_MARK = r" ?[:：=|｜–—-] ?(?=\S)"
_SOURCE = r"(?:source|quelle|quellenangabe|fuente|fonte|bron|źródło|источник|первоисточник|kaynak|kaynağı|المصدر|مصدر|출처|원출처)"
_SOURCE_CJK = r"(?:(?:文章|记事|記事|新闻|內容|内容|原文|信息)?(?:来源|來源|出处|出處|稿源)|(?:記事|情報)?(?:出典|掲載元|配信元|転載元|提供元|情報元)|(?:기사|원문|글)? ?출처|원문 ?기사)"
_FIRST = (
    r"(?:first publication|first published|original publication|erstveröffentlichung|originalveröffentlichung|originalpublikation|première (?:publication|parution)|publication originale|primera publicación|publicación original"
    r"|prima pubblicazione|pubblicazione originale|primeira publicação|publicação original|eerste publicatie|oorspronkelijke publicatie|pierwodruk|pierwsza publikacja|первая публикация|ilk (?:yayın|yayım|yayımlandığı yer|yayınlandığı yer)|النشر الأول)"
)
_TRANSLATED = (
    r"(?:translation|translated|translator|übersetzung|übersetzt|übersetzerin|übersetzer|traduction|traduite?|traducteur|traductrice|traducción|traducid[oa]|traductora?|traduzione|tradotto|traduttrice|traduttore"
    r"|tradução|traduzid[oa]|tradutora?|vertaling|vertaald|vertaler|tłumaczenie|tłumaczył[ao]?|przekład|przełożył[ao]?|перевод|перев[её]ла?|переводчик|çeviri|çeviren|çevirmen|ترجمة|ترجمها)"
)
_BY = r"(?: (?:aus dem|de l['’]|du|del|dall['’]|dal|do|uit het|z|с|from(?: the)?) ?\w+)?(?: ?[:：=|–—-]| (?:by|von|par|por|di|de|door)(?= )) ?"
#: One to four more words, and the line ends: a person, not a sentence.
_PERSON = r"(?=[^\W\d_][\w.’'-]* [^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,2}[.)\]*_]*$)"
_READ = r"(?:read|see|view|find|lesen sie|lest|lies|zum|lire|lisez|voir|le[ae]r?|ver|vea|leggi|leggere|leia|ler|lees|bekijk|czytaj|przeczytaj|zobacz|читать|читайте|смотреть)"
#: Where somebody came upon the text: "h/t X", "Vu sur X", "Gefunden bei X", "Взято с сайта X".
_SEEN = (
    r"(?:(?:h/t|hat[- ]tip(?: to)?|ht) ?:?(?![^\n]{0,90}\bfor (?:this|the|finding|pointing|sharing|letting))|(?:found|spotted|seen) (?:on|at|via)(?= )|(?:lu|vu|trouvé) (?:sur|dans|chez)(?= )|(?:visto|leído|encontrado) en(?= )|(?:visto|letto|trovato) su(?= )|(?:gefunden|gelesen|gesehen|entdeckt) (?:auf|bei|in)(?= |:)"
    r"|(?:gezien|gelezen|gevonden) (?:op|bij|in)(?= )|znalezione (?:na|w)(?= )|(?:взято|найдено|увидено|прочитано)(?: отсюда| с сайта| на сайте)?(?: (?:с|у|на|в|из)(?= )| ?:)|(?:läst|hittat|sett) (?:på|i)(?= )) ?:?"
)
_ORIGINAL = r"(?:original(?:e|en|es|er|nego|ny)?|originele|oorspronkelijke?|oryginaln\w+|ursprünglichen?|оригинальн\w+|complete|full|completo|completa|complet|intégral|vollständigen)"
_PIECE = r"(?:article|story|post|piece|text|version|report|interview|artikel|beitrag|originalartikel|originalbeitrag|originaltext|texte|artículo|artículo|nota|texto|versión|articolo|originale|testo|intervista|artigo|matéria|tekst|bericht|stuk|artykuł|wpis|стать[ьяю]|текст|материал|оригинал)"
_ON = r"(?:on|at|in|from|auf|bei|im|sur|dans|chez|en|em|no|na|nas|su|sul|sulla|op|bij|w|на|в)"
_PUBLISHED = r"(?:published|veröffentlicht|erschienen|publiée?|parue?|publicad[oa]|pubblicat[oa]|uscito|gepubliceerd|verschenen|opublikowan[oy]|ukazało się|опубликован[оа]?|publicerad|publiceret|publisert)"
_RELEASE = r"(?:(?:press|presse)mitteilung|pressemeldung|medienmitteilung|communiqué(?: de presse)?|nota de prensa|comunicado de prensa|comunicato(?: stampa)?|nota à imprensa|persbericht|informacja prasowa|komunikat prasowy|pressmeddelande|basın bülteni)(?: (?:de[rs]?|von|vom|du|d['’]|del|della|di|da|do|van|od|från|fra)(?= ))"
LABELS = language(
    "published in,published on,published by,published at,veröffentlicht,erschienen,publié,paru,publicad,pubblicat,gepubliceerd,verschenen,opublikowan,опубликован,publicera,pressemitteilung,pressemeldung,medienmitteilung,communiqué,nota de prensa,comunicado de,comunicato,nota à imprensa,persbericht,informacja pras,komunikat pras,pressmeddelande,basın bül,repost,re-post,crosspost,cross-post,canonical ,article cred,story cred,text cred,report cred,original cred,story courtesy,article courtesy,h/t,hat tip,hat-tip,ht ,found on,found at,spotted on,seen on,seen at,lu sur,vu sur,trouvé sur,visto ,leído en,encontrado en,letto su,trovato su,gefunden,gelesen,gesehen auf,gesehen bei,entdeckt,gezien,gelezen,gevonden,znalezione,взято,найдено,hittat,läst ,oorspronkelijke,oryginaln,source,quelle,quellenangabe,fuente,fonte,bron,źródło,источник,первоисточник,kaynak,kaynağı,المصدر,مصدر,출처,原文,来源,來源,出处,出處,稿源,出典,掲載元,配信元,転載元,提供元,情報元,원문"
    ",first pub,original,erstveröff,originalver,originalpub,première,publication,primera,publicación,prima pub,pubblicazione,primeira,publicação,eerste pub,oorspronkelijk,pierwodruk,pierwsza,первая пуб,ilk yay,النشر"
    ",transl,übersetz,tradu,traduit,tradott,vertaal,vertaling,vertaler,tłumacz,przekład,przełoży,перев,çevir,çeviri,ترجم,译者,翻译,譯者,翻訳,訳,번역,옮긴이,역자,read ,lees,lesen,lire,leggi,leia,czytaj,читать,versión,оригинал",
    (
        form("source_line", rf"{_FILL}*{_SOURCE}(?: ?[/&] ?\w+| (?:and|und|et|y|e|en|i|и|ve|och) \w+)?(?: {_FILL}+)?{_MARK}", _L, edge=True),
        form("source_line", rf"{_SOURCE} (?=\S)", _L, edge=True, loose=False, linked=True),
        form("source_line", rf"(?:re-?post|cross-?post|(?:article|story|text|report|original) (?:credit|courtesy)s?|(?:canonical|original) (?:version|url|link)(?: of this \w+)?){_MARK}", _L, edge=True, loose=False),
        form("source_line", rf"{_SOURCE_CJK}[ ]?[：:=|｜＝-][ ]?(?=\S)", _L, edge=True),
        form("source_line", rf"(?:{_READ} )?(?:(?:the|l['’]|il|el|o|het|den|das|der) ?)?(?:{_ORIGINAL} (?:{_PIECE}|link|url|source)|(?:{_PIECE}|link|url) {_ORIGINAL})(?: (?:in|en|auf|em|po|på) \w+)? ?: ?(?=\S)", _L, edge=True),
        form("via", rf"{_SEEN} ?(?=\S)", _L, edge=True, strong=False, loose=False),
        form("original_publication", rf"{_FIRST}(?: ?[:：–—-]| (?:in|on|at|by|im|auf|dans|sur|en|su|in|op|w|в)(?= )) ?(?=\S)", _L, edge=True),
        form("source_line", rf"(?:{_READ} )?(?:(?:the|this|den|das|der|l['’]|le|la|el|il|o|a|het) ?)?(?:{_ORIGINAL} {_PIECE}|{_PIECE} {_ORIGINAL}) {_ON}(?![^\W\d_])", _L, edge=True, loose=False),
        form("source_line", rf"(?:{_READ} )?(?:(?:the|this|den|das|der|l['’]|le|la|el|il|o|a|het) ?)?original(?:e|artikel|beitrag|text)? {_ON}(?![^\W\d_])", _L, edge=True, loose=False),
        form("republished", rf"{_RELEASE} ?:? ?(?=\S)", _L, edge=True, loose=False),
        form("original_publication", rf"{_PUBLISHED} {_ON}(?= )", _L, edge=True, loose=False, linked=True),
        form("translation", rf"{_TRANSLATED}{_BY}{_PERSON}", _L, NameAt.NONE, needs_name=False, edge=True),
        form("translation", r"(?:译者|翻译|譯者|翻訳|訳|번역|옮긴이|역자) ?[：:=＝|｜] ?(?=[^\n，。、.]{2,14}$)", _L, NameAt.NONE, needs_name=False, edge=True),
        form("translation", r"(?:ترجمة|перевод) (?=[^\W\d_]+ [^\W\d_]+$)", _L, NameAt.NONE, needs_name=False, edge=True),
    ),
    this=r"(?!)",
)  # fmt: skip
