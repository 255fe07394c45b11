"""Credit forms of Russian, Turkish, Arabic, Chinese, Japanese and Korean."""

from __future__ import annotations

from rights.extract.credit_forms import NameAt, Subject, form, language

_T, _S, _E, _F, _N, _L = Subject.THIS, Subject.START, Subject.EITHER, Subject.FREE, Subject.NEXT, Subject.LINE

_RU_ADV = r"(?:впервые|первоначально|изначально|ранее|сначала)"
_RU_VERB = r"(?:опубликован[аоы]?|появилась|появился|вышла|вышел|размещ[её]н[ао]?)"
_RU_ON = r"(?:на|в|изданием|сайтом|порталом)(?![а-яё])"
RUSSIAN = language(
    "опубликован,появил,вышла,вышел,размещ,перепеч,перепост,репост,взято,скопировано,копипаст,источник,оригинал,перевод,пересказ,читать,целиком,по материалам",
    (
        form("syndicated", rf"(?:{_RU_ADV} появил[аи]сь|появил[аи]сь {_RU_ADV}) на(?![а-яё])", _F, before=r"\b(?:запись|сообщение|статья|пост)\b.{1,250}? "),
        form("original_publication", rf"{_RU_ADV} (?:была? |был |было )?{_RU_VERB} {_RU_ON}", _E),
        form("original_publication", rf"опубликован[ао]? (?:впервые )?{_RU_ON}", _N),
        form("original_publication", rf"(?:материал|статья|текст) (?:был[аи]? )?(?:впервые )?опубликован[ао]? {_RU_ON}", _S, edge=True),
        form("source_line", r"по материалам[: ]+(?=\S)", _S, edge=True),
        form("republished", r"(?:перепечатано|перепост|перепечатка|копипаст|репост|взято|скопировано)(?: с разрешения)?(?: (?:с|из|от|сайта)(?![а-яё]))* ?:? ?(?=\S)", _S, edge=True),
        form("source_line", r"(?:первоисточник|источник|оригинал (?:статьи|текста|публикации|материала|поста|записи)|оригинал|ссылка на (?:оригинал|источник|оригинальную статью)|оригинальная статья|статья целиком|читать (?:полностью|оригинал))(?: (?:тут|здесь|находится по ссылке|доступен по ссылке|доступен|по ссылке|на|находится|опубликован на)(?![а-яё]))*[ :—–-]*(?=\S)", _S, needs_name=False, edge=True),
        form("translation", r"перевод (?:статьи|поста|материала|текста|публикации|заметки|эссе|главы)(?![а-яё])", _F, needs_name=False),
        form("translation", r"перевод(?: с английского| с \w+)? ?(?:[:—–-]|статьи|с сайта|подготовлен)", _S, needs_name=False, edge=True),
        form("translation", r"(?:автор(?:ы)? оригинала|англоязычный оригинал|оригинал на английском)[ :—–-]+(?=https?:|\S+ \S+)", _S, needs_name=False, edge=True),
        form("translation", r"пересказ (?:эссе|статьи|текста) ", _S, NameAt.NONE, needs_name=False, edge=True),
    ),
    this=r"\b(?:эта|данная|этот|это|данный|настоящая) (?:\w+ )?(?:статья|материал|пост|текст|заметка|интервью|публикация|перевод)\b",
    away=r"\b(?:что|книг\w+)\b",
    lead=r"(?:статья |материал |текст )?(?:была? )?",
    described=r" ?(?:(?:сайте|портале|ресурсе|страницах|журнале|газете|блоге|издании|корпоративном блоге|канале)(?![а-яё]))?",
)  # fmt: skip

_TR_WHERE = (
    r"(?:['’)]{0,3}n?(?:de|da|te|ta)\b| üzerinde| sitesinde| adresinde| tarafından| dergisinde| gazetesinde| blogunda)"
)
_TR_WHEN = r"(?: \d{1,2} \w+ \d{4}['’]?\w*| \d{4}['’]?\w*(?: \w+ ayında)?)?"
TURKISH = language(
    "ilk olarak,ilk kez,ilk defa,orijinal,daha önce,kaynak,alıntı,çevr,çeviri,işte o yaz,tarihli,alınmıştır,yayınlanmıştır,yayımlanmıştır",
    (
        form("original_publication", rf"(?:ilk olarak|ilk kez|ilk defa|orijinal olarak|daha önce|aslen){_TR_WHEN} (?P<name>[^.\n]{{2,120}}?){_TR_WHERE}[^\n]{{0,30}}? ?(?:yayı(?:n|m)lan|paylaşıl)", _T, NameAt.GROUP),
        form("original_publication", r"(?:alınmıştır|alıntıdır|yayı(?:n|m)lanmıştır)", _F, NameAt.BEFORE,
             before=r"\bbu (?:yazı|makale|haber|içerik) (?P<name>[^.\n]{2,80}?)(?:['’](?:de|da|te|ta|den|dan)\b| sitesinden| sitesinde| gazetesinden)[^.\n]{0,40}? "),
        form("source_line", r"(?:kaynak|orijinal (?:makale|yazı|metin|kaynak)|yazının orijinali|makalenin orijinali|alıntı)(?:sı|nın)? ?: ?(?=\S)", _S, edge=True),
        form("translation", r"(?:çevrilmiştir|çevrildi|çevirisidir|tercüme)", _F, NameAt.BEFORE,
             before=r"\bbu (?:yazı|makale|haber|metin) (?P<name>[^.\n]{2,100}?)(?:['’]?(?:den|dan|ten|tan)\b| sitesinden| yazısından| yazısının| makalesinin)[^.\n]{0,40}? ", needs_name=False),
        form("republished", r"işte o yaz[ıi]\b", _F, NameAt.NONE, needs_name=False),
        form("source_line", r"\(\d{1,2}/\d{1,2}/\d{4} tarihli ", _F, edge=True),
    ),
    this=r"\bbu (?:\w+ )?(?:yazı|makale|haber|içerik|metin|röportaj|blog yazısı|çeviri)\w*",
    away=r"\b(?:kitap|araştırma)\w*",
)  # fmt: skip

ARABIC = language(
    "ظهرت,أولا,نشر,مترجم,ترجمة,المصدر,نقلا,نقلاً,الأصلي,مصدر",
    (
        form("syndicated", r"(?:ظهرت أولاً|أولاً|أولا) (?:على|في)", _F, before=r"(?:المقالة|التدوينة|المقال).{1,250}? "),
        form("original_publication", r"(?:نُشر|نشر|نُشرت|نشرت|تم نشر) (?:هذا المقال|هذه المقالة|المقال|هذا التقرير)[^.\n]{0,40}? (?:في|على)(?: (?:موقع|صحيفة|مجلة))?", _F),
        form("translation", r"(?:المقالة|المقال|النص|الموضوع) (?:مترجمة|مترجم|ترجمة|تُرجم)[^\n]{0,60}?", _F, NameAt.NONE, needs_name=False),
        form("translation", r"(?:ترجمة (?:المقال|عن|لمقال)|مترجم (?:عن|من))", _S, needs_name=False, edge=True),
        form("republished", r"نشرت (?P<name>[^.\n]{3,40}?) (?:\w+ )?(?:قبل|اليوم|أمس|مقال|تحليل)[^\n]{0,140}?(?:هذا نصه|نصه|فيما يلي|جاء فيه)", _F, NameAt.GROUP),
        form("source_line", r"(?:المصدر|مصدر المقال|نقلا عن|نقلاً عن|رابط المقال الأصلي|المقال الأصلي) ?: ?(?=\S)", _S, edge=True),
    ),
    this=r"هذا (?:المقال|النص|التقرير)|هذه المقالة",
)  # fmt: skip

CHINESE = language(
    "译自,譯自,翻译,翻譯,转载,轉載,转自,轉自,摘自,转发自,搬运自,整理自,首发,首發,原载,原載,发表,刊于,刊载,刊登,来源,來源,出处,出處,原文,原址,原始链接,日电,日讯,新华社,中新社,中新网,最初发布,编译",
    (
        form("translation", r"(?:翻译自|译自|编译自|翻譯自|譯自|翻译至|翻译来源)[ ：:]*", _F, needs_name=False),
        form("republished", r"(?:转载自|转载於|转载于|轉載自|转自|轉自|摘自|转载来自|转发自|搬运自|整理自)[ ：:]*", _F, needs_name=False),
        form("republished", r"(?:转载|轉載)(?:来源|出处|至)?[ ]?[：:][ ]*(?=https?:|\S{2,})", _F, needs_name=False, edge=True),
        form("republished", r"原文版权归[^\n]{2,60}?(?:与|和|及)(?P<name>[^\n，。]{2,20}?)所有", _F, NameAt.GROUP),
        form("original_publication", r"(?:首发于|首发在|首发自|首發於|原载于|原載於|原载|最早发表[于在]|最初发表[于在]|首次发表[于在]|原发表于|最先发表于|原文发表在|最初发布[于在])[ ：:]*", _F),
        form("original_publication", r"(?:本文|此文)(?:刊于|刊载于|发表于|刊登于|发表在)[ ：:《]*", _F),
        form("source_line", r"(?:英文)?(?:原文(?:链接|地址|网址|出处|連結|網址)|阅读原文)[ ：:]*", _F, needs_name=False, edge=True, linked=True),
        form("original_publication", r"首发(?=[“「《])", _F),
        form("translation", r"的(?:中文)?(?:翻译|译文|译稿|中译)", _F, NameAt.BEFORE, before=r"(?:本文|这篇文章|此文)(?:是|为|系)(?P<name>[^\n。]{2,80}?)", needs_name=False),
        form("source_line", r"(?:来源|來源|出处|出處)[ ]?[：:][ ]*(?=\S)", _F, edge=True),
        form("source_line", r"(?:原文(?:链接|地址|网址|出处|連結|標題|标题)?|原文網址|原址|原文作者|原始链接|阅读原文)[ ]?[：:][ ]*(?=\S)", _F, needs_name=False, edge=True),
        form("source_line", r"(?P<name>(?:新华社|中新社|中新网|人民网|央视网|澎湃新闻|路透社|法新社|美联社))[一-鿿 ]{0,10}\d{0,2}月?\d{0,2}日?(?:电|讯|\))", _F, NameAt.GROUP),
        form("source_line", r"\d{1,2}月\d{1,2}日(?:电|讯|消息|報導|报道)", _F, NameAt.BEFORE, before=r"(?:^|[\n。 ])(?P<name>[一-鿿]{2,8}?)[一-鿿]{2,6}"),
    ),
    this=r"本文|本篇|此文|该文|文章",
    described=r"(?:微信)?(?:公众号|公眾號|专栏|网站|博客|知乎)?[：:\s]*(?=[「“\"《『【])|(?:微信)?公众号[：:\s]*",
)  # fmt: skip

JAPANESE = language(
    "訳,転載,元記事,原文,出典,引用元,ソース,初出,許可,許諾,了承,オリジナル,掲載された,公開された,投稿された,寄稿された,発表された,提供,配信,情報源,英語版,元の記事",
    (
        form("translation", r"(?:」|』|）|\))?[ ]?の(?:日本語)?(?:訳|翻訳|和訳)(?:です|になります|記事です|したものです)", _F, NameAt.BEFORE, before=r"(?P<name>[^\n。]{2,160}?)", needs_name=False),
        form("translation", r"(?:を|の)(?:日本語に|日本語)?(?:翻訳|訳|和訳)", _F, NameAt.BEFORE, before=r"(?:この|本)(?:記事|文章|投稿|ページ|ドキュメント)は[、 ]?(?P<name>[^\n。]{2,160}?)", needs_name=False),
        form("translation", r"(?:この|本)記事は(?:、)?翻訳記事です", _F, NameAt.NONE, needs_name=False),
        form("translation", r"(?:許可|許諾|了承)を(?:とって|得て|いただいて|頂いて)(?:翻訳|転載|掲載|公開)", _F, NameAt.NONE, needs_name=False),
        form("republished", r"(?:転載元|引用元記事|転載元記事|初出|出典元)[ ]?[：:][ ]*(?=\S)", _F, needs_name=False),
        form("republished", r"転載し(?:ています|たものです|ました)", _F, NameAt.BEFORE, before=r"(?:は|を)[ ]?(?P<name>[^\n。、（(は]{2,60}?)(?:[（(][^）)\n]{2,20}[）)])?(?:より|から|を|の記事を)[^\n。]{0,15}?"),
        form("republished", r"(?:に掲載|で公開|に投稿|に寄稿|で発表)された(?:もの|記事)", _F, NameAt.BEFORE, before=r"(?:この|本)(?:記事|文章)は[、 ]?(?P<name>[^\n。]{2,80}?)"),
        form("source_line", r"(?:元記事|原文リンク|原文|オリジナル記事|元の記事|英語版|情報源)(?:は)?[ ]?[：:][ ]*(?=\S)", _S, needs_name=False, edge=True),
        form("source_line", r"(?:出典|引用元|ソース)[ ]?[：:][ ]*(?=\S)", _S, edge=True),
        form("source_line", r"(?:提供|配信)[ ]?[：:][ ]*(?=\S)", _S, edge=True, loose=False),
        form("translation", r"(?:翻訳|訳)[ ]?[：:][ ]*[^\n。]{2,30}", _S, NameAt.NONE, needs_name=False, edge=True, strong=False),
    ),
    this=r"(?:この|本)(?:記事|文章)",
)  # fmt: skip

_KO_THIS = r"(?:이|본|해당) ?(?:글|문서|기사|포스트|포스팅|게시글|아티클)[은는]? ?"
KOREAN = language(
    "번역,원문,원본,출처,원작자,원저자,허락,게재,실린,기고,전재,퍼온,가져온,옮긴,옮겨온,원글,원 글",
    (
        form("translation", r"(?:번역|옮긴)", _F, NameAt.BEFORE, before=rf"{_KO_THIS}[「『\"“]?(?P<name>[^\n]{{2,200}}?)[」』\"”]? ?(?:의 글을|라는 글을|의 번역|를|을)[^\n.]{{0,20}}?", needs_name=False),
        form("translation", r"(?:원작자|원저자|저자)(?:에게|의)[^\n.]{0,20}(?:허락|동의|허가)", _F, NameAt.NONE, needs_name=False),
        form("source_line", r"(?:번역 원문|원문 링크|원문 보기|원문|원본|출처|원 글|원글)[ ]?[：:-][ ]*(?=\S)", _S, needs_name=False, edge=True),
        form("original_publication", r"에 (?:처음 |먼저 |최초로 )?(?:게재|실린|기고|발행|발표)", _F, NameAt.BEFORE, before=rf"{_KO_THIS}(?P<name>[^\n.]{{2,60}}?)"),
        form("republished", r"에서 (?:전재|퍼온|가져온|옮겨온) (?:글|기사)", _F, NameAt.BEFORE, before=r"(?P<name>[^\n.]{2,40}?)"),
    ),
    this=r"(?:이|본) ?(?:글|문서|기사|포스트)",
)  # fmt: skip

#: The word for "source" in further languages: Czech, Slovak, Scandinavian, Finnish, Hungarian, Romanian, Ukrainian, Greek, …
SOURCES = language(
    "zdroj,källa,kilde,lähde,forrás,surs,джерело,πηγή,sumber,nguồn,izvor,allikas,šaltinis,avots,извор,източник,מקור",
    (
        form("source_line", r"(?:zdroj|källa|kilde|lähde|forrás|sursa|sursă|джерело|πηγή|sumber|nguồn|izvor|allikas|šaltinis|avots|извор|източник|מקור) ?: ?(?=\S)", _S, edge=True),
    ),
    this=r"(?!)",
)  # fmt: skip

EAST = (SOURCES, RUSSIAN, TURKISH, ARABIC, CHINESE, JAPANESE, KOREAN)
