"""Credit forms of Russian, Turkish, Arabic, Chinese, Japanese and Korean."""

from __future__ import annotations

from rights.extract.credit_forms import START, Language, NameAt, form

_RU_THIS = r"\b(?:эта|данная|этот|это|данный|настоящая) (?:\w+ )?(?:статья|материал|пост|текст|заметка|интервью|публикация|перевод)\b"
_RU_ON = r"(?:на(?: (?:сайте|портале|ресурсе|страницах))?|в(?: (?:журнале|газете|блоге|издании|корпоративном блоге|канале))?|изданием|сайтом|порталом)"
RUSSIAN = (
    form("original_publication", rf"(?:{_RU_THIS}|{START}(?:статья|материал|текст)?)[^.\n]{{0,60}}? ?(?:впервые|первоначально|изначально|ранее|сначала) (?:была?|был|было)? ?(?:опубликован[аоы]?|появилась|появился|вышла|вышел|размещ[её]н[ао]?) {_RU_ON}"),
    form("original_publication", rf"{_RU_THIS} (?:была? )?(?:впервые )?опубликован[ао]? (?:впервые )?{_RU_ON}"),
    form("syndicated", r"\b(?:запись|сообщение|статья|пост)\b.{1,250}? (?:впервые появил[аи]сь|появил[аи]сь сначала|первоначально появил[аи]сь|сначала появил[аи]сь) на"),
    form("republished", rf"{START}(?:перепечатано|перепост|перепечатка|копипаст|репост|взято|скопировано)(?: с разрешения)?(?: (?:с|из|от|сайта))* ?:? ?(?=\S)", edge=True),
    form("source_line", rf"{START}(?:источник|первоисточник|оригинал (?:статьи|текста|публикации|материала|поста|записи)|оригинал|ссылка на (?:оригинал|источник|оригинальную статью)|оригинальная статья|статья целиком|читать (?:полностью|оригинал))(?: (?:тут|здесь|находится по ссылке|доступен по ссылке|доступен|по ссылке|на|находится|опубликован на))*[ :—–-]*(?=\S)", needs_name=False, edge=True),
    form("translation", r"\b(?:это|представляю|представляем|вашему вниманию|найдете|привожу|ниже|перед вами)?[^.\n]{0,30}?\bперевод (?:статьи|поста|материала|текста|публикации|заметки|эссе|главы)", needs_name=False),
    form("translation", rf"{START}перевод(?: с английского| с \w+)? ?(?:[:—–-]|статьи|с сайта|подготовлен)", needs_name=False, edge=True),
    form("translation", rf"{START}(?:автор(?:ы)? оригинала|англоязычный оригинал|оригинал на английском)[ :—–-]+(?=https?:|\S+ \S+)", needs_name=False, edge=True),
    form("translation", rf"{START}пересказ (?:эссе|статьи|текста) ", NameAt.NONE, needs_name=False, edge=True),
)  # fmt: skip

_TR_THIS = r"\bbu (?:\w+ )?(?:yazı|makale|haber|içerik|metin|röportaj|blog yazısı|yazının|makalenin|çeviri)\w*"
TURKISH = (
    form("original_publication", rf"{_TR_THIS},? (?:ilk olarak|ilk kez|ilk defa|orijinal olarak|daha önce|aslen)(?: \d{{1,2}} \w+ \d{{4}}['’]?\w*| \d{{4}}['’]?\w*(?: \w+ ayında)?)? (?P<name>[^.\n]{{2,120}}?)(?:['’)]{{0,3}}(?:de|da|te|ta)\b| üzerinde| sitesinde| adresinde| tarafından| dergisinde| gazetesinde| blogunda)[^\n]{{0,30}}? ?(?:yayı(?:n|m)lan|paylaşıl|yayınlan)", NameAt.GROUP),
    form("original_publication", rf"{_TR_THIS} (?P<name>[^.\n]{{2,80}}?)(?:['’](?:de|da|te|ta)\b| sitesinden| sitesinde| gazetesinden)[^.\n]{{0,40}}? (?:alınmıştır|alıntıdır|yayı(?:n|m)lanmıştır)", NameAt.GROUP),
    form("source_line", rf"{START}(?:kaynak|orijinal (?:makale|yazı|metin|kaynak)|yazının orijinali|makalenin orijinali|alıntı)(?:sı|nın)? ?: ?(?=\S)", edge=True),
    form("translation", rf"{_TR_THIS} (?P<name>[^.\n]{{2,100}}?)(?:['’]?(?:den|dan|ten|tan)\b| sitesinden| yazısından| yazısının| makalesinin)[^.\n]{{0,40}}? (?:çevrilmiştir|çevrildi|çevirisidir|tercüme)", NameAt.GROUP, needs_name=False),
    form("republished", r"\bişte o yazı\b", NameAt.NONE, needs_name=False),
    form("source_line", r"\(\d{1,2}/\d{1,2}/\d{4} tarihli ", edge=True),
)  # fmt: skip

ARABIC = (
    form("syndicated", r"(?:ظهرت (?:المقالة|التدوينة|المقال)|المقالة|التدوينة).{1,250}? (?:أولاً|أولا|ظهرت أولاً) (?:على|في)"),
    form("original_publication", r"(?:نُشر|نشر|نُشرت|نشرت|تم نشر) (?:هذا المقال|هذه المقالة|المقال|هذا التقرير)[^.\n]{0,40}? (?:في|على)(?: (?:موقع|صحيفة|مجلة))?"),
    form("translation", r"(?:هذا )?(?:المقال|النص|المقالة|الموضوع) (?:مترجم|مترجمة|ترجمة|تُرجم)[^\n]{0,60}?", NameAt.NONE, needs_name=False),
    form("translation", r"(?:^|[\n.] ?)(?:ترجمة (?:المقال|عن|لمقال)|مترجم (?:عن|من))", needs_name=False, edge=True),
    form("republished", r"نشرت (?P<name>[^.\n]{3,40}?) (?:\w+ )?(?:قبل|اليوم|أمس|مقال|تحليل)[^\n]{0,140}?(?:هذا نصه|نصه|فيما يلي|جاء فيه)", NameAt.GROUP),
    form("source_line", r"(?:^|[\n.] ?)(?:المصدر|مصدر المقال|نقلا عن|نقلاً عن|رابط المقال الأصلي|المقال الأصلي) ?: ?(?=\S)", edge=True),
)  # fmt: skip

CHINESE = (
    form("translation", r"(?:本文|原文|本篇|文章)?(?:翻?译自|编译自|翻譯自|譯自|翻译至|翻译来源|通译自)[ ：:]*", needs_name=False),
    form("republished", r"(?:本文|文章|内容|以下|全文|注：)?(?:转载自|转载於|转载于|轉載自|转自|轉自|摘自|转载来自|转发自|搬运自|整理自)[ ：:]*", needs_name=False),
    form("republished", r"(?:转载|轉載)(?:来源|出处|至)?[ ]?[：:][ ]*(?=https?:|\S{2,})", needs_name=False, edge=True),
    form("republished", r"原文版权归[^\n]{2,60}?(?:与|和|及)(?P<name>[^\n，。]{2,20}?)所有", NameAt.GROUP),
    form("original_publication", r"(?:本文|文章|原文|此文|该文)?(?:首发于|首发在|首发自|首發於|原载于|原載於|原载|最早发表[于在]|最初发表[于在]|首次发表[于在]|原发表于|最先发表于|原文发表在|最初发布[于在])[ ：:]*"),
    form("original_publication", r"(?:本文|此文)(?:刊于|刊载于|发表于|刊登于|发表在)[ ：:《]*"),
    form("source_line", r"(?:本文|文章)?(?:来源|來源|出处|出處|稿件来源|文章来源|信息来源|新闻来源)[ ]?[：:][ ]*(?=\S)", edge=True),
    form("source_line", r"(?:原文(?:链接|地址|网址|出处|連結|標題|标题)?|原文網址|原址|原文作者|原始链接|英文原文|阅读原文)[ ]?[：:][ ]*(?=\S)", needs_name=False, edge=True),
    form("source_line", r"(?:^|[\n。 ])(?P<name>[一-鿿]{2,8}?)[一-鿿]{2,6}\d{1,2}月\d{1,2}日(?:电|讯|消息|報導|报道)", NameAt.GROUP),
    form("source_line", r"(?:^|[\n（(【])(?P<name>(?:新华社|中新社|中新网|人民网|央视网|澎湃新闻|路透社|法新社|美联社))[一-鿿 ]{0,10}\d{0,2}月?\d{0,2}日?(?:电|讯|\))", NameAt.GROUP),
)  # fmt: skip

JAPANESE = (
    form("translation", r"(?P<name>[^\n。]{2,160}?)(?:」|』|）|\))?[ ]?の(?:日本語)?(?:訳|翻訳|和訳)(?:です|になります|記事です|したものです)", NameAt.GROUP, needs_name=False),
    form("translation", r"(?:この|本)(?:記事|文章|投稿|ページ|ドキュメント)は[、 ]?(?P<name>[^\n。]{2,160}?)(?:を|の)(?:日本語に|日本語)?(?:翻訳|訳|和訳)", NameAt.GROUP, needs_name=False),
    form("translation", r"(?:この|本)記事は(?:、)?翻訳記事です", NameAt.NONE, needs_name=False),
    form("translation", r"(?:許可|許諾|了承)を(?:とって|得て|いただいて|頂いて)(?:翻訳|転載|掲載|公開)", NameAt.NONE, needs_name=False),
    form("republished", r"(?:転載元|引用元記事|転載元記事|初出|出典元)[ ]?[：:][ ]*(?=\S)", needs_name=False),
    form("republished", r"(?:本文|記事|内容|コンテンツ)?[^\n。]{0,10}?(?:は|を)[ ]?(?P<name>[^\n。、（(は]{2,60}?)(?:[（(][^）)\n]{2,20}[）)])?(?:より|から|を|の記事を)(?:[^\n。]{0,15}?)転載し(?:ています|たものです|ました)", NameAt.GROUP),
    form("republished", r"(?:この|本)(?:記事|文章)は[、 ]?(?P<name>[^\n。]{2,80}?)(?:に掲載|で公開|に投稿|に寄稿|で発表)された(?:もの|記事)", NameAt.GROUP),
    form("source_line", r"(?:^|[\n。） ])(?:元記事|原文|原文リンク|オリジナル記事|元の記事|英語版|情報源)(?:は)?[ ]?[：:][ ]*(?=\S)", needs_name=False, edge=True),
    form("source_line", r"(?:^|[\n。 ])(?:出典|引用元|ソース)[ ]?[：:][ ]*(?=\S)", edge=True),
    form("source_line", r"(?:提供|配信)[ ]?[：:][ ]*(?=\S)", edge=True, loose=False),
    form("translation", r"(?:^|[\n。 ])(?:翻訳|訳)[ ]?[：:][ ]*[^\n。]{2,30}", NameAt.NONE, needs_name=False, edge=True, strong=False),
)  # fmt: skip

KOREAN = (
    form("translation", r"(?:이|본|해당) ?(?:글|문서|기사|포스트|포스팅|게시글|아티클)[은는]? ?[「『\"“]?(?P<name>[^\n]{2,200}?)[」』\"”]? ?(?:를|을|의 글을|의 번역|라는 글을)[^\n.]{0,20}?(?:번역|옮긴)", NameAt.GROUP, needs_name=False),
    form("translation", r"(?:원작자|원저자|저자)(?:에게|의)[^\n.]{0,20}(?:허락|동의|허가)", NameAt.NONE, needs_name=False),
    form("source_line", r"(?:^|[\n.>] ?)(?:원문|원문 링크|원본|원문 보기|출처|번역 원문|원 글|원글)[ ]?[:：-][ ]*(?=\S)", needs_name=False, edge=True),
    form("original_publication", r"(?:이|본) ?(?:글|기사|칼럼)[은는]? ?(?P<name>[^\n.]{2,60}?)에 (?:처음 |먼저 |최초로 )?(?:게재|실린|기고|발행|발표)", NameAt.GROUP),
    form("republished", r"(?P<name>[^\n.]{2,40}?)에서 (?:전재|퍼온|가져온|옮겨온) (?:글|기사)", NameAt.GROUP),
)  # fmt: skip

EAST = (
    Language(("опубликован", "появил", "вышла", "вышел", "размещ", "перепеч", "перепост", "репост", "взято", "источник", "оригинал", "перевод", "пересказ", "читать", "целиком"), RUSSIAN),
    Language(("ilk olarak", "ilk kez", "ilk defa", "orijinal", "daha önce", "kaynak", "alıntı", "çevr", "çeviri", "işte o yazı", "tarihli", "alınmıştır", "yayınlanmıştır", "yayımlanmıştır"), TURKISH),
    Language(("ظهرت", "أولا", "نشر", "مترجم", "ترجمة", "المصدر", "نقلا", "نقلاً", "الأصلي", "مصدر"), ARABIC),
    Language(("译自", "譯自", "翻译", "翻譯", "转载", "轉載", "转自", "轉自", "摘自", "转发自", "搬运自", "整理自", "首发", "首發", "原载", "原載", "发表", "刊于", "刊载", "来源", "來源", "出处", "出處", "原文", "原址", "原始链接", "日电", "日讯", "新华社", "中新社", "中新网", "最初发布"), CHINESE),
    Language(("訳", "転載", "元記事", "原文", "出典", "引用元", "ソース", "初出", "許可", "許諾", "了承", "オリジナル", "掲載された", "公開された", "寄稿された", "提供", "配信", "情報源", "英語版", "元の記事"), JAPANESE),
    Language(("번역", "원문", "원본", "출처", "원작자", "원저자", "허락", "게재", "실린", "기고", "전재", "퍼온", "가져온", "옮긴", "원글", "원 글"), KOREAN),
)  # fmt: skip
