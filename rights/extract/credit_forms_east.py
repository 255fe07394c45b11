"""Credit forms of Russian, Turkish, Arabic, Chinese, Japanese and Korean."""

from __future__ import annotations

from rights.extract.credit_forms import NameAt, Subject, form, language

_T, _S, _E, _F, _N, _L = Subject.THIS, Subject.START, Subject.EITHER, Subject.FREE, Subject.NEXT, Subject.LINE

_RU_ADV = r"(?:впервые|первоначально|изначально|ранее|сначала)"
_RU_VERB = r"(?:опубликован[аоы]?|появилась|появился|вышла|вышел|размещ[её]н[ао]?)"
_RU_ON = r"(?:на|в|изданием|сайтом|порталом|журналом|газетой)(?![а-яё])"
_RU_KIND = r"(?: (?:редакции|издания|сайта|журнала|газеты|портала|изданием|журналом|порталом|сайтом))?"
RUSSIAN = language(
    "полный текст,полную версию,полная версия,целиком,полностью,опубликовал,вышл,напечатан,предоставлен,скопирован,партн,сотрудничеств,совместно,согласия,перевед,воспроизвод,публикуем,благодар,спасибо,разреш,совместно с,сделан,оригинал,опубликован,первая публикация,с разрешения,публикуется,перевел,перевёл,текст:,подготовлен,появил,вышла,вышел,размещ,перепеч,перепост,репост,взят,скопировано,копипаст,источник,первоисточник,оригинал,перевод,пересказ,читать,целиком,по материалам",
    (
        form("syndicated", rf"(?:{_RU_ADV} появил[аи]сь|появил[аи]сь {_RU_ADV}) на(?![а-яё])", _F, before=r"\b(?:запись|сообщение|статья|пост)\b.{1,250}? "),
        form("original_publication", rf"{_RU_ADV} (?:была? |был |было )?{_RU_VERB} {_RU_ON}", _E),
        form("original_publication", rf"опубликован[ао]? (?:впервые )?{_RU_ON}", _N),
        form("original_publication", rf"(?:впервые )?опубликовано(?: {_RU_ON}| ?(?=:))", _S, edge=True),
        form("source_line", r"(?:полный текст|полную версию|полная версия|(?:текст|материал|статью|интервью) (?:целиком|полностью))(?: (?:статьи|материала|интервью|текста))? (?:читайте|можно (?:про)?читать|смотрите|доступн\w|опубликован\w?)(?: (?:на сайте|на|в)(?![а-яё]))?", _S, edge=True, loose=False),
        form("original_publication", r"(?:первая публикация|оригинальная публикация)(?: ?:|,| [—–-])", _S, edge=True),
        form("republished", rf"(?:публикуется|публикуем|перепечатывается|печатается|воспроизводится|опубликован[оа]?) с (?:любезного )?(?:разрешения|согласия){_RU_KIND} ?:?", _E),
        form("republished", rf"(?:подготовлен[ао]?|написан[ао]?){_RU_KIND} (?=[^\n]{{2,80}}?(?:публикуется|перепечат|creative commons|лицензи))", _N),
        form("source_line", r"(?:текст|материал) ?: (?=«|[а-яёa-z-]+\.[a-z]{2,})", _L, edge=True),
        form("translation", r"перев[её]л(?:а|и)? (?:с \w+ )?(?=\w+ \w+)[^\n.]{3,40}", _L, NameAt.NONE, needs_name=False, edge=True),
        form("translation", r"перевод с \w+(?=\W+(?-i:\w)\w+ \w+\W*$)", _L, NameAt.NONE, needs_name=False, edge=True),
        form("translation", r"перевод (?:статьи|поста|материала|текста|публикации|заметки) (?:из|с сайта|с портала|издания|журнала)(?![а-яё])", _F, loose=False),
        form("original_publication", rf"(?:материал|статья|текст) (?:был[аи]? )?(?:впервые )?опубликован[ао]? {_RU_ON}", _S, edge=True),
        form("source_line", r"по материалам[: ]+(?=\S)", _F, edge=True, loose=False),
        form("republished", r"(?:(?:статья |материал |текст )?перепечатан[оаы]?|перепост|перепечатка|копипаст|репост|(?:материал |текст |статья )?взят[оа]?|скопировано)(?: с разрешения)?(?: (?:с|из|от|сайта)(?![а-яё]))* ?:? ?(?=\S)", _S, edge=True),
        form("source_line", r"(?:перво)?источник(?: (?:статьи|текста|материала|публикации|новости|информации))? ?[:—–-] ?(?=\S)", _S, needs_name=False, edge=True),
        form("source_line", r"(?:оригинал (?:статьи|текста|публикации|материала|поста|записи)|оригинал|ссылка на (?:оригинал|источник|оригинальную статью)|оригинальная статья|статья целиком|читать (?:полностью|оригинал))(?: (?:тут|здесь|находится по ссылке|доступен по ссылке|доступен|по ссылке|на сайте|на|находится|опубликован[ао]?|(?:в|на) (?:журнале|газете|издании|портале|сайте|блоге)|в)(?![а-яё]))*[ :—–-]*(?=\S)", _S, needs_name=False, edge=True),
        form("source_line", r"(?:первоисточник|источник|оригинал (?:статьи|текста|публикации|материала|поста|записи)|оригинал|ссылка на (?:оригинал|источник|оригинальную статью)|оригинальная статья|статья целиком|читать (?:полностью|оригинал))(?: (?:тут|здесь|находится по ссылке|доступен по ссылке|доступен|по ссылке|на сайте|на|находится|опубликован[ао]?|(?:в|на) (?:журнале|газете|издании|портале|сайте|блоге)|в)(?![а-яё]))*", _S, needs_name=False, edge=True, linked=True),
        form("translation", r"перевод (?:статьи|поста|материала|текста|публикации|заметки|эссе) [^\n]{2,120}? (?:с сайта|с портала|из издания|из журнала|из газеты|с ресурса|издания|журнала)(?![а-яё])", _F, loose=False),
        form("translation", r"перевод (?:статьи|поста|материала|текста|колонки|эссе|интервью) [а-яё-]+ [а-яё-]+ ?(?=[«\"“])", _F, needs_name=False),
        form("translation", r"перевод (?:статьи|поста|материала|текста|публикации|заметки|эссе|главы)(?![а-яё])(?=\W*$| ?[\"«“\[(:—–-]| [a-z]| [а-яё-]+ [а-яё-]+\W*$|[^\n]{0,80}https?:)", _F, needs_name=False),
        form("translation", r"перевод (?:статьи|поста|материала|текста|публикации|заметки|эссе|главы)(?![а-яё])(?! на \w+)", _F, needs_name=False, linked=True),
        form("translation", r"перевод(?: с английского| с \w+)? ?(?:[:—–-]|с сайта|подготовлен)", _S, needs_name=False, edge=True),
        form("translation", r"(?:автор(?:ы)? оригинала|англоязычный оригинал|оригинал на английском)[ :—–-]+(?=https?:|\S+ \S+)", _S, needs_name=False, edge=True),
        form("translation", r"пересказ (?:эссе|статьи|текста) ", _S, NameAt.NONE, needs_name=False, edge=True),
    ),
    this=r"(?:\b(?:эта|данная|этот|это|данный|настоящая) (?:\w+ )?|(?<!\w\s)\b)(?:статья|материал|пост|текст|заметка|интервью|публикация|перевод|эссе|колонка)\b",
    away=r"\b(?:что|книг\w+)\b",
    lead=r"(?:статья |материал |текст |оригинал )?(?:была? )?",
    described=r" ?(?:(?:газеты|журнала|сайта|портала|блога|агентства|редакции|редакцией|телеканала|издания|изданием|журналом|сайте|портале|ресурсе|страницах|журнале|газете|блоге|издании|корпоративном блоге|канале)(?![а-яё]))?",
)  # fmt: skip

_TR_WHERE = (
    r"(?:['’)]{0,3}n?(?:de|da|te|ta)\b| üzerinde| sitesinde| adresinde| tarafından| dergisinde| gazetesinde| blogunda)"
)
_TR_WHEN = r"(?: \d{1,2} \w+ \d{4}['’]?\w*| \d{4}['’]?\w*(?: \w+ ayında)?)?"
TURKISH = language(
    "yayınlanan,yayımlanan,yazının,makalenin,haberin,metnin,yayınlandı,yayımlandı,yayınlanmış,yayımlanmış,yayınladı,yayımladı,izin alın,sayısında,orijinali,aslı ,teşekkür,tarafından üret,tarafından hazır,ortaklaşa,iş birliği,işbirliği,ilk hali,çevirisidir,ilk yayın,ilk önce,izniyle,iznile,alıntıdır,yazının aslı,haber kayna,tarihinde yayı,ilk olarak,ilk kez,ilk defa,orijinal,daha önce,kaynak,alıntı,çevr,çeviren,çeviri,işte o yaz,tarihli,alınmıştır,yayınlanmıştır,yayımlanmıştır",
    (
        form("original_publication", rf"(?:ilk olarak|ilk kez|ilk defa|orijinal olarak|daha önce|aslen){_TR_WHEN}(?: (?:ingilizce|fransızca|almanca|arapça|türkçe)(?: olarak)?)? (?P<name>(?:[^.\n]|\.(?=\w)){{2,120}}?){_TR_WHERE}.{{0,60}}? ?(?:yayı(?:n|m)lan(?!an\b)|paylaşıl|çıkt)", _E, NameAt.GROUP),
        form("original_publication", r"(?:alınmıştır|alıntıdır|yayı(?:n|m)lanmıştır)", _F, NameAt.BEFORE,
             before=r"\bbu (?:yazı|makale|haber|içerik) (?P<name>[^.\n]{2,80}?)(?:['’]n?(?:de|da|te|ta|den|dan)\b| sitesinden| sitesinde| gazetesinden)[^.\n]{0,40}? "),
        form("original_publication", r"(?:alınmıştır|alıntıdır|alıntılanmıştır)", _F, NameAt.BEFORE,
             before=r"(?:^|[\n(] ?)(?:bu (?:yazı|makale|haber|içerik),? )?(?P<name>(?-i:[^\W\d_])[^.\n]{1,60}?)['’]?n?(?:den|dan|ten|tan)\b[^.\n]{0,20}? ?"),
        form("original_publication", r"yayı(?:n|m)lan(?:dı|mış|mıştır)", _F, NameAt.BEFORE,
             before=r"(?:\bbu (?:yazı|makale|haber|içerik|deneme|söyleşi|röportaj)\w*,?|(?:^|[.\n] ?)(?:yazı|makale|haber|söyleşi)) (?:\d{1,2} \w+(?: \d{4})?(?:['’]\w+)?(?: tarihinde)? )?(?:\w+ olarak )?(?P<name>(?-i:[A-ZÇĞİÖŞÜ«“\"])[^.\n]{1,50}?)(?:['’]n?(?:de|da|te|ta)\b| sitesinde| gazetesinde| dergisinde| portalında| blogunda)[^.\n]{0,20}? "),
        form("republished", r"(?:sayısında|sayısından) (?:yayı|alın)", _F, NameAt.BEFORE, before=r"(?:^|[\n(.] ?|\bbu (?:yazı|makale|haber|söyleşi),? )(?P<name>(?-i:[A-ZÇĞİÖŞÜ«“\"])[^.\n]{1,40}?) (?:gazetesinin|dergisinin|bülteninin)[^.\n]{0,40}? "),
        form("republished", r"['’]?(?:den|dan|ten|tan) (?:alınan )?izin(?:le| alınarak)", _F, NameAt.BEFORE, before=r"(?:^|[\n(.:] ?)(?P<name>(?-i:[A-ZÇĞİÖŞÜ])[^.\n:]{1,40}?)"),
        form("original_publication", r"(?:yazıyı|makaleyi|haberi) (?:ilk (?:kez|olarak|defa) )[^.\n]{0,30}?yayı(?:n|m)la", _F, NameAt.BEFORE, before=r"^(?P<name>(?-i:[A-ZÇĞİÖŞÜ])[^.\n:]{1,40}?) bu "),
        form("original_publication", r"tarihinde yayı(?:n|m)lan", _F, NameAt.BEFORE,
             before=r"\bbu (?:yazı|makale|haber|içerik),? (?P<name>[^.\n]{2,60}?)(?:['’]n?(?:de|da|te|ta)\b| sitesinde| gazetesinde| dergisinde) [^.\n]{4,24}? "),
        form("original_publication", r"(?:yayı(?:n|m)lan|çıktı|yer al)", _F, NameAt.BEFORE, edge=True,
             before=r"(?:\b(?:yazının|makalenin|haberin|metnin) |(?:^|[.\n] ?))(?:aslı|orijinali|özgün hali|ilk hali) (?P<name>[^.\n]{2,60}?)(?:['’]n?(?:de|da|te|ta)\b| sitesinde| gazetesinde| dergisinde) "),
        form("original_publication", r"ilk yayın ?:? ?(?=\S)", _S, edge=True),
        form("translation", r"(?:['’]?n?(?:de|da|te|ta)|sitesinde|dergisinde|gazetesinde) (?:yayı(?:n|m)lanan|çıkan) (?:bu )?(?:yazı|makale|haber|metin|söyleşi)\w* [^.\n]{0,50}?çevir(?:di|miştir|isi)", _F, NameAt.BEFORE, edge=True, before=r"(?:^|[\n(.] ?)(?P<name>(?-i:[A-ZÇĞİÖŞÜ«“\"])[^.\n]{1,50}?)"),
        form("republished", r"izniyle (?:(?:yeniden|burada|sitemizde|\w+) )?yayı(?:n|m)l", _F, NameAt.BEFORE,
             before=r"(?:^|[\n(:] ?|\bbu (?:yazı|makale|haber|içerik|deneme|söyleşi|röportaj),? )(?P<name>(?!bu |not)[^.:\n]{2,60}?)(?:['’]?n?[ıiuü]n)? "),
        form("republished", r"teşekkür", _F, NameAt.BEFORE, before=r"(?:izin ver\w+|yayı(?:n|m)lamamıza|paylaştığı için) (?!izin)(?P<name>(?-i:\w)[^.\n]{2,50}?)['’]?[yn]?[ea] "),
        form("republished", r"tarafından (?:üretil|hazırlan|yazıl|kaleme)(?=[^\n]{2,120}?(?:creative commons|lisans|izniyle|izin|paylaşıl|yeniden yayı))", _F, NameAt.BEFORE, before=r"\bbu (?:yazı|makale|haber|içerik|metin) (?P<name>[^.\n]{2,60}?) "),
        form("republished", r"ile (?:ortaklaşa|iş ?birliği\w*|ortak) ", _F, NameAt.BEFORE, edge=True, before=r"\bbu (?:yazı|makale|haber|içerik|metin|çalışma) (?P<name>[^.\n]{2,60}?) "),
        form("source_line", r"(?:yazının|makalenin|haberin|metnin) (?:orijinal|asl|tamam)\w+", _S, needs_name=False, edge=True, linked=True),
        form("translation", r"(?:['’]?n?(?:de|da|te|ta)) (?:yayı(?:n|m)lanan|çıkan) [^.\n]{0,50}?(?:çevirisi|çevrilmi)", _F, NameAt.BEFORE, before=r"\bbu (?:yazı|makale|haber|metin) (?P<name>[^.\n]{2,60}?)"),
        form("syndicated", r"ilk (?:önce|olarak|kez) (?P<name>[^.\n]{2,80}?) (?:üzerinde|sitesinde)(?: \w+)? (?:ortaya çıktı|göründü|yayı(?:n|m)landı)", _F, NameAt.GROUP, before=r"(?:yazısı|gönderisi|makalesi) "),
        form("translation", r"(?:(?:\w+ceden|\w+çadan|\w+cadan|\w+çeden) )?(?:çeviri|çeviren|tercüme) ?: ?[^\n.]{3,50}", _S, NameAt.NONE, needs_name=False, edge=True),
        form("source_line", r"(?:kaynak|haber kaynağı|orijinal (?:makale|yazı|metin|kaynak)|(?:yazının|makalenin|haberin|metnin) (?:\w+ )?(?:orijinali|aslı|özgün hali|özgün metni)|alıntı)(?:sı|nın)? ?: ?(?=\S)", _S, edge=True),
        form("translation", r"(?:çevrilmiştir|çevrildi|çevirisidir|tercüme)", _F, NameAt.BEFORE,
             before=r"\bbu (?:yazı|makale|haber|metin) (?P<name>[^.\n]{2,100}?)(?:['’]?(?:den|dan|ten|tan)\b| sitesinden| yazısından| yazısının| makalesinin)[^.\n]{0,40}? ", needs_name=False),
        form("republished", r"işte o yaz[ıi]\b", _F, NameAt.NONE, needs_name=False),
        form("source_line", r"\(\d{1,2}/\d{1,2}/\d{4} tarihli ", _F, edge=True),
    ),
    this=r"\bbu (?:\w+ )?(?:yazı|yorum|söyleşi|deneme|köşe yazısı|makale|haber|içerik|metin|röportaj|blog yazısı|çeviri)\w*",
    away=r"\b(?:kitap|araştırma)\w*",
)  # fmt: skip

#: "This article", "first", "was published", "on the site": Arabic writes vowels or leaves them out.
_AR_PIECE = r"(?:المقالة?|التقرير|المقابلة|النص|الحوار|التحقيق|المادة|التدوينة|القصة|القصّة|الخبر|الموضوع|العمود|الرأي)"
_AR_FIRST = r"(?:لأوّ?ل مرّ?ة|أوّ?ل مرّ?ة|للمرة الأولى|أوّ?ل[اًا]{0,2}|في الأصل|بالأصل|أصلاً?|أساساً?|سابق[اًا]{1,2}|ابتداءً|بال(?:إنكليزية|إنجليزية|فرنسية|ألمانية|إسبانية|تركية|عبرية|لغة ال\w+))"
_AR_WAS = r"(?:(?:كان|وكان|سبق|سبق أن|تم|تمّ|جرى|قد) )*(?:نُ?شِ?رت?|نُ?شِ?ر|نشرُ?|صدرت?|ظهرت?)"
_AR_ON = r"(?:في|على|لدى|عبر|عن)(?: (?:موقع|منصة|مدونة|صفحة|بوابة))?"
ARABIC = language(
    "أول مرة,أوّل مرة,لأول,مأخوذ,مقتبس,أُخذ,أخذ,تمت إعادة,أعيد,يعاد,أُعيد,نعيد,معاد,اقرأ,لقراءة,رابط,منشور,(عن ,بالاتفاق,بترخيص,بموافقة,نشكر,شكرا,الأصلي,ظهرت,ظهر,أولا,منقول,نقل,بقلم,إذن,مصدر الخبر,عن صحيفة,عن موقع,عن مجلة,عن وكالة,عن جريدة, - صحيفة, - موقع,نشر,نُشر,مترجم,ترجم,ترجمة,المصدر,نقلا,نقلاً,الأصلي,مصدر",
    (
        form("syndicated", r"(?:ظهرت أولاً|أولاً|أولا) (?:على|في)", _F, before=r"(?:المقالة|التدوينة|المقال).{1,250}? "),
        form("original_publication", rf"{_AR_WAS} (?:هذا |هذه )?{_AR_PIECE}(?: {_AR_FIRST})+ {_AR_ON}(?= )", _F, edge=True),
        form("original_publication", rf"(?:{_AR_WAS}|منشورة?)(?: {_AR_FIRST})+ {_AR_ON}(?= )", _F, before=rf"(?:^|[.\n(] ?)(?:هذا |هذه )?{_AR_PIECE}(?: الأصلية?| أعلاه)? ", edge=True),
        form("republished", rf"(?:تمت |جرت |تم )?(?:إعادة نشر|أُ?عيد نشر|يُ?عاد نشر|مُ?عاد نشره|نعيد نشر) (?:هذا |هذه )?{_AR_PIECE}(?: هنا)?(?: [^\n.،]{{3,40}}?)? (?:من|عن|نقلا عن|نقلاً عن|بإذن من|بالاتفاق مع|بالتعاون مع)(?= )", _F),
        form("republished", rf"(?:يُ?نشر|تُ?نشر|نُ?شرت?) (?:[^\n.،]{{2,30}} )?(?:هذا |هذه ){_AR_PIECE} (?:هنا )?(?:بالتزامن مع|بالتعاون مع|بالاتفاق مع|بالشراكة مع|بإذن من|بموافقة|بترخيص من)(?= )", _F, edge=True),
        form("republished", rf"(?:مأخوذة?|مقتبسة?|أُ?خذت?)(?: هذا {_AR_PIECE})? (?:من|عن)(?: (?:موقع|منصة|مدونة))?(?= )", _L, edge=True),
        form("source_line", r"(?:اقرأ|لقراءة|للاطلاع على|رابط) (?:المقال|المقالة|النص|التقرير|الموضوع|الخبر)(?: (?:كاملاً?|كاملة|الكامل|الكاملة|الأصلي|الأصلية))(?: (?:من|على|في|عبر))?(?: (?:موقع|هنا))? ?:? ?(?=\S)", _L, edge=True, needs_name=False, linked=True),
        form("original_publication", r"(?:(?:سبق |تم )?نُ?شرت?|ظهرت?) (?:هذا |هذه )?(?:المقال(?:ة)?|التقرير|المقابلة|النص|الحوار|التحقيق)(?: الأصلي)?(?: (?:لأول مرة|أولا|أولاً|في الأصل|سابقا|سابقاً|بال\w+|أصلا|أصلاً))*(?: (?:في|على|لدى))(?: موقع)?(?= )", _F, edge=True),
        form("republished", r"(?:يُ?عاد|أُ?عيد|نعيد|تُ?عاد) نشر (?:هذا |هذه )?(?:المقال(?:ة)?|التقرير|النص)(?: هنا)?(?: (?:بإذن|بموافقة|بترخيص))? (?:من|عن)(?= )", _F),
        form("republished", r"منقولة? (?:من|عن)(?: ?:)?", _E),
        form("original_publication", r"(?:هذا |هذه )?(?:المقال|المقالة|النص|التقرير) (?:منشورة?|نُ?شرت?|ظهرت?|صدرت?)(?: (?:لأول مرة|في الأصل|أولا|أولاً|سابقا|سابقاً|أصلا|أصلاً))* (?:في|على)(?= )", _L, edge=True),
        form("republished", r"\(عن ", _L, edge=True),
        form("republished", r"(?:بالاتفاق مع|بإذن من|بترخيص من|بموافقة)(?= )", _L, edge=True),
        form("republished", r"(?:نشكر|شكرا ل|شكراً ل) ?(?P<name>[^\n.،]{2,40}?) (?:على |ل)(?:السماح|إذن|الإذن|الموافقة|موافقت)", _F, NameAt.GROUP),
        form("source_line", r"(?:المقال(?:ة)?|النص) الأصلي(?:ة)?(?: (?:في|على|عبر)(?: موقع)?)?", _F, needs_name=False, edge=True, linked=True),
        form("translation", r"(?:هذا |هذه )?(?:المقال|المقالة|النص|التقرير) (?:مترجمة?|تُ?رجمت?) (?:عن|من)(?= )", _L, edge=True),
        form("republished", r"(?:عن|من) (?=(?:صحيفة|جريدة|موقع|مجلة|وكالة|شبكة) )", _L, edge=True),
        form("source_line", r"بقلم [^\n،,|–-]{3,40}? ?[،,|–-] ?(?=(?:صحيفة|جريدة|موقع|مجلة|وكالة|شبكة) )", _L, edge=True),
        form("source_line", r" [–|-] (?=(?:صحيفة|جريدة|موقع|مجلة|وكالة|شبكة) [^\n.]{2,30}$)", _F, edge=True, before=r"^[^\n.–|-]{4,30}"),
        form("translation", r"(?:ترجمة|ترجمها|ترجمه|ترجمته) ?(?::|عن \w+)[^\n.]{3,40}", _L, NameAt.NONE, needs_name=False, edge=True),
        form("translation", r"(?:المقالة|المقال|النص|الموضوع) (?:مترجمة|مترجم|ترجمة|تُرجم)[^\n]{0,60}?", _F, NameAt.NONE, needs_name=False),
        form("translation", r"(?:ترجمة (?:المقال|عن|لمقال)|مترجم (?:عن|من))(?: نُ?شرت?)?(?: (?:في|على|من))?", _S, needs_name=False, edge=True),
        form("republished", r"نشرت (?P<name>[^.\n]{3,40}?) (?:\w+ )?(?:قبل|اليوم|أمس|مقال|تحليل)[^\n]{0,140}?(?:هذا نصه|نصه|فيما يلي|جاء فيه)", _F, NameAt.GROUP),
        form("source_line", r"(?:نقلا|نقلاً) عن ?:? ?(?=\S)", _L, edge=True),
        form("source_line", r"(?:المصدر|مصدر (?:المقال|الخبر|النص|التقرير)|نقلا عن|نقلاً عن|رابط المقال الأصلي|المقال الأصلي) ?: ?(?=\S)", _S, edge=True),
    ),
    this=rf"هذا {_AR_PIECE}|هذه {_AR_PIECE}",
    lead=rf"(?:هذا |هذه )?{_AR_PIECE}",
    described=r" ?(?:(?:موقع|منصة|مدونة|بوابة) (?=\S))?",
)  # fmt: skip

CHINESE = language(
    "原创,原发,原發,首刊,最早,最初,感谢,感謝,獲,供稿,节录,節錄,摘编,改编自,内容来源,原刊,以上文章,稿源,授权,許可,许可,刊登,本文来自,本文來自,译自,譯自,翻译,翻譯,转载,轉載,转自,轉自,摘自,转发自,搬运自,整理自,首发,首發,原载,原載,发表,刊于,刊载,刊登,来源,來源,出处,出處,原文,原址,原始链接,日电,日讯,新华社,中新社,中新网,最初发布,编译",
    (
        form("original_publication", r"(?<![的])(?:本文|此文|原文|文章|该文|本篇(?:文章)?|(?:这篇|本|此)(?:文章|评论|访谈|报道|专栏|随笔|译文|稿件?|演讲|采访)|英文版|中文版|全文)(?:的?\w{0,4}(?:原文|版本|版))?(?:于|於)?(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?)?(?:已|曾|最早|最初|最先|首先|首次|原|先|初次|率先)*(?:首发|首發|首刊|原载|刊登|刊载|刊載|刊发|原发|原發|发表|發表|发布|發布|登载|收录|载|刊)(?:于|於|在|自|至)[ ：:]*(?=\D)", _F, itself=True),
        form("original_publication", r"(?:首发|首發|首刊|原载|原載|原发|原刊)[ ]?[：:｜|/／]?[ ]*(?=\D)", _L, edge=True),
        form("original_publication", r"(?:于\d{1,4}[年月][\d年月日]*)?(?:首次|最先|首先|率先|最早)(?:刊发|刊登|刊载|发表|发布|报道)(?:了)?(?:本文|此文|这篇文章)", _F, NameAt.BEFORE, before=r"(?:^|[\n。])(?P<name>[《「“]?[^\n。，]{2,20}?[》」”]?)(?:于|於|在)?(?:\d{1,4}[年月][\d年月日]*)?"),
        form("source_line", r"原文(?=在此|在这里|此处|见此)", _S, needs_name=False, edge=True, linked=True),
        form("republished", r"(?:感谢|感謝|鸣谢)(?P<name>[^\n，。]{2,24}?)(?:的)?(?:授权|授權|许可|許可|供稿|同意转载)", _S, NameAt.GROUP, edge=True),
        form("republished", r"(?:本文|此文|文章|本稿)(?:系|为|為|是|由)(?!作者|笔者|本人|本站|本报|本刊|网友|我)[ ]?(?P<name>[^\n，。]{2,24}?)(?:供稿|授权|授權)", _F, NameAt.GROUP),
        form("republished", r"(?:转载｜|转载\||转载丨|文章选自|文章節選自|节录自|節錄自|選自|選錄自|选编自|摘编自|改编自|整编自|摘錄自|摘录自)[ ：:]*(?=[《「“\"\w])", _S, edge=True),
        form("republished", r"(?:本文|文章|文章内容|本文内容|内容|內容)(?:来源于|來源於|源自|出自|转引自)[ ：:]*(?=\S)", _S),
        form("translation", r"(?:翻译自|译自|编译自|翻譯自|譯自|翻译至|翻译来源)[ ：:]*", _F, needs_name=False),
        form("republished", r"(?:转载自|转载於|转载于|轉載自|转自|轉自|摘自|转载来自|转发自|搬运自|整理自)[ ：:]*", _F, needs_name=False),
        form("republished", r"(?:转载|轉載)(?:来源|出处|至)?[ ]?[：:][ ]*(?=https?:|\S{2,})", _F, needs_name=False, edge=True),
        form("republished", r"原文版权归[^\n]{2,60}?(?:与|和|及)(?P<name>[^\n，。]{2,20}?)所有", _F, NameAt.GROUP),
        form("original_publication", r"(?:英文版|中文版)?(?:首发于|首发在|首发自|首發於|原载于|原載於|原载|原刊于|原刊於|最早发表[于在]|最初发表[于在]|首次发表[于在]|原发表于|最先发表于|原文发表在|最初发布[于在])[ ：:]*", _E),
        form("original_publication", r"(?:本文|此文|本篇文章|这篇文章)(?:刊于|刊载于|发表于|刊登于|发表在)[ ：:]*(?=\D)", _F),
        form("republished", r"(?:本文|文章|此文)?[ ]?(?:经|經|由|已获|获|獲|已獲|承蒙|蒙)(?P<name>[^\n，。]{2,30}?)(?:的)?(?:授权|授權|许可|許可|同意|允许)(?:本站)?(?:转载|轉載|发布|發布|刊发|刊登|发表)", _S, NameAt.GROUP),
        form("republished", r"(?:本文|文章)(?:来自|來自|选自|节选自|来源|來源)(?:于|於)?[ ：:]*", _F),
        form("source_line", r"(?:英文)?(?:原文(?:链接|地址|网址|出处|連結|網址)|阅读原文)[ ：:]*", _F, needs_name=False, edge=True, linked=True),
        form("original_publication", r"首发(?=[“「《])", _F),
        form("republished", r"原创[，, ]{0,2}(?:经|已)?(?:授权|授權|许可)(?:本站)?(?=发布|转载|刊发|刊登)", _F, NameAt.BEFORE, edge=True, before=r"(?:本文|此文|文章)(?:系|为|為|是|由)(?!作者|笔者|本人|本站|本报|网友|我)[ ]?(?P<name>[^\n，。]{2,24}?)"),
        form("translation", r"的(?:中文)?(?:翻译|译文|译稿|中译)", _F, NameAt.BEFORE, before=r"(?:本文|这篇文章|此文)(?:是|为|系)(?P<name>[^\n。]{2,80}?)", needs_name=False),
        form("source_line", r"(?:文章|信息|稿件|新闻|消息|内容|原文|稿|转载|本文|图文)?(?:来源|來源|出处|出處)[ ]?[：:|｜丨／/=＝][ ]*(?=\S)", _S, edge=True),
        form("source_line", r"稿源[ ]?[：:][ ]*(?=\S)", _S, edge=True),
        form("translation", r"(?:翻译|译者|译|編譯|编译)[ ]?[：:|｜][ ]*[^\n，。]{2,12}", _L, NameAt.NONE, needs_name=False, edge=True),
        form("source_line", r"(?:原文(?:链接|地址|网址|出处|連結|標題|标题)?|原文網址|原址|原文作者|原始链接|阅读原文)[ ]?[：:][ ]*(?=\S)", _F, needs_name=False, edge=True),
        form("source_line", r"(?P<name>(?:新华社|中新社|中新网|人民网|央视网|澎湃新闻|路透社|法新社|美联社))[一-鿿 ]{0,10}\d{0,2}月?\d{0,2}日?(?:电|讯|\))", _F, NameAt.GROUP),
        form("source_line", r"\d{1,2}月\d{1,2}日(?:电|讯|消息|報導|报道)", _F, NameAt.BEFORE, before=r"(?:^|[\n。 ])(?P<name>[一-鿿]{1,7}(?:社|报|報|网|網|刊|台|闻|聞)(?=[一-鿿]{0,6}$)|[一-鿿]{2,8}?(?=[一-鿿]{2,6}$))[一-鿿]{0,6}"),
    ),
    this=r"本文|本篇|此文|该文|(?<!的)文章",
    described=r"(?:微信)?(?:公众号|公眾號|专栏|网站|博客|知乎)?[：:\s]*(?=[「“\"《『【])|(?:微信)?公众号[：:\s]*",
)  # fmt: skip

_JA_THIS = r"(?:この|本)(?:記事|稿|文章|文書|投稿|ページ|ドキュメント|資料|エントリー?|ポスト|ブログ|論考|論評|評論|対談|談話|講演|レポート|コラム|インタビュー|エッセイ|論文|コンテンツ|チュートリアル|ガイド)"
JAPANESE = language(
    "出所,提携,連携,最初に,初めて,寄稿,加筆,より）,原典,協力,厚意,訳,転載,元記事,原文,出典,引用元,ソース,初出,許可,許諾,了承,オリジナル,掲載され,公開され,投稿され,寄稿され,発表され,表示され,提供,配信,情報源,英語版,元の記事",
    (
        form("translation", r"(?:」|』|）|\))?[ ]?の(?:日本語)?(?:訳|翻訳|和訳)(?:です|になります|記事です|したものです)", _F, NameAt.BEFORE, before=rf"(?:{_JA_THIS}は[、 ]?)?(?P<name>[^\n。]{{2,160}}?)", needs_name=False),
        form("translation", r"(?:を|の)(?:日本語に|日本語)?(?:翻訳|訳|和訳)", _F, NameAt.BEFORE, before=rf"{_JA_THIS}は[、 ]?(?P<name>[^\n。]{{2,160}}?)", needs_name=False),
        form("translation", r"(?:この|本)記事は(?:、)?翻訳記事です", _F, NameAt.NONE, needs_name=False),
        form("translation", r"(?:許可|許諾|了承)を(?:とって|得て|いただいて|頂いて)(?:翻訳|転載|掲載|公開)", _F, NameAt.NONE, needs_name=False),
        form("republished", r"(?:に|を)(?:許可|許諾|了承)?(?:得て|とって|もらって)?転載", _F, NameAt.BEFORE, before=r"(?P<name>[^\n。、（(は※]{2,40}?)(?:の(?:許可|許諾|了承|承諾))"),
        form("republished", r"の(?:許可|許諾|了承|承諾|協力)を(?:得て|いただいて|いただき|もらって)[^\n。]{0,4}(?:掲載|公開|翻訳)", _F, NameAt.BEFORE, before=r"(?:^|[\n。（(※は、])[ ]?(?P<name>(?!著者|筆者|作者|編集部)[^\n。、（(は※]{2,40}?)"),
        form("republished", r"(?:より|から)(?:の)?(?:許可を得て)?転載", _F, NameAt.BEFORE, before=r"(?:^|[\n。（(※は、])[ ]?(?P<name>[^\n。、（(は※]{2,40}?)"),
        form("republished", r"(?:の)?提供記事", _F, NameAt.BEFORE, before=r"(?:は|^)[ ]?[「『]?(?P<name>[^\n。、（(は「」]{2,40}?)[」』]?"),
        form("original_publication", r"(?:に|で)(?:最初に|初めて|はじめて|先に)?(?:掲載|公開|発表|表示|寄稿|投稿|連載|配信|執筆)(?:され|した)", _F, NameAt.BEFORE, before=rf"{_JA_THIS}は[、 ]?(?:(?:\d{{4}}年)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:付け?の?|発行の|に|、)?)?[ ]?(?!\d)(?P<name>[^\n。]{{2,60}}?)(?:\d{{4}}年\d{{1,2}}月号?)?"),
        form("republished", r"が(?:配信|提供|公開)した", _F, NameAt.BEFORE, before=rf"{_JA_THIS}は[、 ]?(?P<name>[^\n。]{{2,40}}?)"),
        form("republished", r"[「『](?P<name>[^」』\n]{2,30})[」』](?:編集部)?(?:の|より)(?:ご)?(?:協力|許可|許諾|了承|承諾|承認|厚意|好意)(?:により|によって|を得て|のもと|で|をいただき)[^\n。]{0,8}(?:掲載|転載|公開|翻訳)", _F, NameAt.GROUP),
        form("original_publication", r"原文は[、 ]?(?P<name>[^\n。、）)]{2,40}?)[ ]?(?:に|で)(?:掲載|公開|発表)", _F, NameAt.GROUP, edge=True),
        form("source_line", r"(?:元記事|原文|英語の原文|オリジナル(?:の)?記事|元の記事)は[、 ]?", _S, needs_name=False, edge=True, linked=True),
        form("original_publication", r"が(?:最初に|初めて|はじめて|先に)(?:掲載|公開|報じ|配信|発表)", _F, NameAt.BEFORE, before=rf"{_JA_THIS}は[、 ]?(?:\d{{1,4}}[年月][\d年月日]*(?:に|付け?で?)?)?(?P<name>[^\n。、]{{2,30}}?)"),
        form("republished", r"(?:との|と)(?:提携|協力|連携|共同(?:企画|取材)?)(?:により|によって|で)[^\n。]{0,6}(?:掲載|転載|公開|配信)", _F, NameAt.BEFORE, before=r"(?:^|[\n。（(※は])[ ]?(?P<name>[^\n。、（(は※]{2,30}?)"),
        form("original_publication", r"初出(?=[『「])", _L, edge=True),
        form("translation", r"の(?:記事|コラム|論考)を(?:許可を得て|許諾を得て)?(?:翻訳|訳出|和訳)", _F, NameAt.BEFORE, before=r"(?:^|[\n。（(※は])[ ]?(?P<name>[^\n。、（(は※]{2,40}?)"),
        form("source_line", r"出所[ ]?[：:＝=／/][ ]*(?=\S)", _S, edge=True),
        form("original_publication", r"初出は[、 ]?(?=\S)", _S, edge=True),
        form("syndicated", r"に最初に表示されました", _F, NameAt.BEFORE, before=r"投稿.{1,200}? は (?P<name>[^\n。]{2,60}?) "),
        form("republished", r"(?:転載元|引用元記事|転載元記事|初出|出典元)[ ]?[：:＝=／/｜|][ ]*(?=\D)", _F, needs_name=False),
        form("republished", r"転載し(?:ています|たものです|ました)", _F, NameAt.BEFORE, before=r"(?:は|を)[ ]?(?P<name>[^\n。、（(は]{2,60}?)(?:[（(][^）)\n]{2,20}[）)])?(?:より|から|を|の記事を)[^\n。]{0,15}?"),
        form("republished", r"(?:に掲載|で公開|に投稿|に寄稿|で発表)された(?:もの|記事)", _F, NameAt.BEFORE, before=rf"{_JA_THIS}は[、 ]?(?P<name>[^\n。]{{2,80}}?)"),
        form("source_line", r"(?:元記事|原文リンク|原文(?:（[^）\n]{1,12}）)?|原典|オリジナル記事|元の記事|英語版|情報源)(?:は)?[ ]?[：:＝=／/｜|][ ]*(?=\S)", _S, needs_name=False, edge=True),
        form("source_line", r"(?:出典|引用元|ソース)[ ]?[：:＝=／/｜|][ ]*(?=\S)", _S, edge=True),
        form("source_line", r"(?:(?:情報|記事|コンテンツ)?(?:提供|配信)(?:元)?)[ ]?[：:][ ]*(?=\S)", _S, edge=True, loose=False),
        form("source_line", r"(?:原文|元記事|元の記事)は?(?:こちら|ここ)[ ]?[：:]?[ ]*(?=https?:)", _S, needs_name=False, edge=True),
        form("translation", r"(?:翻訳|訳)[ ]?[：:][ ]*[^\n。]{2,30}", _S, NameAt.NONE, needs_name=False, edge=True, strong=False),
    ),
    this=rf"{_JA_THIS}",
)  # fmt: skip

_KO_THIS = r"(?:이|본|해당) ?(?:글|문서|기사|포스트|포스팅|게시글|아티클)[은는]? ?"
KOREAN = language(
    "발행,연재,처음 실린,최초 게재,처음 보도,기사 전재,기사 제휴,가져왔,옮김,공동,원문은,번역,원문,원본,출처,원작자,원저자,허락,게재,실린,기고,전재,퍼온,퍼왔,가져온,실렸,제공,제휴,협약,허락을,허가를,동의를,전재,발췌,처음 등장,처음 게시,번역:,옮긴이,옮긴,옮겨온,원글,원 글",
    (
        form("translation", r"(?:번역|옮긴)", _F, NameAt.BEFORE, before=rf"{_KO_THIS}[「『\"“]?(?P<name>[^\n]{{2,200}}?)[」』\"”]? ?(?:의 (?:글|기사|칼럼|포스트|아티클)(?:을|를)|라는 글을|의 번역|를|을)[^\n.]{{0,20}}?", needs_name=False),
        form("translation", r"의 (?:글|기사|칼럼|아티클)(?:을|를) (?:번역|옮긴|옮겼)", _F, NameAt.BEFORE, before=r"(?:^|[\n.(] ?)(?P<name>(?!(?:이|본) ?(?:글|기사))[^\n.]{2,40}?)"),
        form("original_publication", r"(?:이|가) [^\n.]{0,14}?(?:이|본) ?(?:기사|글)(?:을|를) (?:처음|먼저|최초로)", _F, NameAt.BEFORE, before=r"(?:^|[\n.] ?)(?P<name>[^\n. ]{2,20}?)"),
        form("original_publication", r"(?:처음 실린 곳|최초 게재|첫 게재|원 게재) ?[:：=] ?(?=\S)", _S, edge=True),
        form("republished", r" 기사 (?:전재|제휴)|(?:와|과)(?:의)? 기사 ?제휴", _F, NameAt.BEFORE, edge=True, before=r"^[\W]*(?P<name>[^\n.:]{2,24}?)"),
        form("source_line", r"(?:원문|원본|원 글)은 ", _S, needs_name=False, edge=True, linked=True),
        form("republished", r"기사 ?제공 ?[=:：] ?(?=\S)", _S, edge=True),
        form("translation", r"(?:원작자|원저자|저자)(?:에게|의)[^\n.]{0,20}(?:허락|동의|허가)", _F, NameAt.NONE, needs_name=False),
        form("translation", r"(?:번역|옮긴이|옮김|역자) ?[：:] ?[^\n.]{2,20}", _L, NameAt.NONE, needs_name=False, edge=True),
        form("source_line", r"[\[(]?출처[\])]? ?=? ?(?=[^\s：:=\])])", _L, edge=True),
        form("original_publication", r"에(?:서|도)? ?(?:(?:처음|먼저|최초로) )*(?:실렸|실린|게재|기고|발행|연재|제공|공개|발표)", _F, NameAt.BEFORE, before=r"(?:이|본) ?(?:글|기사|인터뷰|칼럼|논평|사설|에세이|기고문?|포스트|문서)(?:은|는) (?!이후|나중|본지|\d{4}년)(?:\d{1,2}월 ?\d{1,2}일(?:자)? ?)?(?P<name>[^\n.]{2,60}?)(?: \d{4}년(?: ?\d{1,2}월호?)?(?: \d{1,2}일)?)?"),
        form("republished", r"(?:이|가) (?:제공|배포)(?:한|했)", _F, NameAt.BEFORE, before=r"(?:이|본) ?(?:글|기사|인터뷰|칼럼|콘텐츠)(?:은|는) (?P<name>[^\n.]{2,40}?)"),
        form("republished", r"(?:과|와)의 (?:(?:콘텐츠|기사|뉴스) ?)?제휴|(?:과|와) 공동(?:으로)? (?:취재|보도|기획|제작)|과(?:의)? 협약|와(?:의)? 협약", _F, NameAt.BEFORE, before=r"(?:이|본) ?(?:글|기사|인터뷰|칼럼)(?:은|는) (?P<name>[^\n.]{2,40}?)"),
        form("republished", r"(?:의|측의|으로부터) ?(?:허락|허가|동의|승인)(?:을|를) (?:받아|얻어|받고)", _F, NameAt.BEFORE, before=r"(?:^|[\n.(] ?|(?:이|본) ?(?:글|기사)(?:은|는) )(?P<name>(?!(?:이|본) ?(?:글|기사)|편집자|박물관|저자|필자)[^\n.:]{2,40}?)"),
        form("republished", r"에서 (?:전재|옮김|발췌|가져온|가져왔|퍼온|퍼왔|옮겨)", _F, NameAt.BEFORE, before=r"(?:^|[\n.(] ?|(?:이|본) ?(?:글|기사)(?:은|는) )(?P<name>(?!(?:이|본) ?(?:글|기사))[^\n.]{2,40}?)"),
        form("syndicated", r"에 처음 (?:등장|나타|게시)", _F, NameAt.BEFORE, before=r"(?:글|포스트|게시물) [^\n]{1,120}?(?:은|는|이|가) (?P<name>[^\n.]{2,40}?)"),
        form("source_line", r"(?:기사 출처|원문 출처|번역 원문|원문 링크|원문 보기|원문|원본|출처|원 글|원글)[ ]?[：:-][ ]*(?=\S)", _S, needs_name=False, edge=True),
        form("original_publication", r"에 (?:처음 |먼저 |최초로 )?(?:게재|실린|기고|발행|발표)", _F, NameAt.BEFORE, before=rf"{_KO_THIS}(?!이후|나중|본지|\d{{4}}년)(?:\d{{1,2}}월 ?\d{{1,2}}일(?:자)? ?)?(?P<name>[^\n.]{{2,60}}?)"),
        form("original_publication", r"에 (?:처음 )?(?:실린|게재된|기고한|실렸던) (?:글|기사|칼럼)(?:입니다|이다|임)", _F, NameAt.BEFORE, edge=True, before=r"(?:^|[\n.(] ?)(?P<name>(?!(?:이|본) ?(?:글|기사)|본지)[^\n.]{2,30}?)"),
        form("republished", r"에서 (?:전재|퍼온|가져온|옮겨온) (?:글|기사)", _F, NameAt.BEFORE, before=r"(?P<name>[^\n.]{2,40}?)"),
    ),
    this=r"(?:이|본) ?(?:글|문서|기사|포스트)",
)  # fmt: skip

#: The word for "source" in further languages: Czech, Slovak, Scandinavian, Finnish, Hungarian, Romanian, Ukrainian, Greek, …
SOURCES = language(
    "zdroj,källa,kilde,lähde,forrás,surs,джерело,πηγή,sumber,nguồn,izvor,allikas,šaltinis,avots,извор,източник",
    (
        form("source_line", r"(?:zdroj|källa|kilde|lähde|forrás|sursa|sursă|джерело|πηγή|sumber|nguồn|izvor|allikas|šaltinis|avots|извор|източник) ?: ?(?=\S)", _S, edge=True),
    ),
    this=r"(?!)",
)  # fmt: skip

_HE_WAS = r"(?:[והש]?פורס(?:ם|מה)|הופיעה?|[והש]?התפרס(?:ם|מה)|רא(?:ה|תה) אור)"
_HE_IN = r" (?:ב(?!הוצאת)(?:אתר(?: של)? |עיתון |מגזין |כתב העת |בלוג(?: של)? |גיליון \S+ של |-|־)?|על ידי |באמצעות |אצל )(?=\S)"
HEBREW = language(
    "מתורגמ,שודר,נלקח,הועתק,ראה אור,ראתה אור,קרדיט,למקור,מאת,באדיב,בשיתוף,פורס,התפרס,הופיע,מתפרס,מקור,באדיבות,ברשות,באישור,תרגום,תורג,לקוח,המקורי,לכתבה,לקריאת,via ",
    (
        form("original_publication", rf"{_HE_WAS} (?:לראשונה|במקור|בעבר|קודם לכן)(?: ביום \S+)?{_HE_IN}", _E),
        form("original_publication", r"(?:המאמר|הכתבה|הטקסט|הטור) המקורית? (?:פורס(?:ם|מה)|הופיע(?:ה)?|התפרס(?:ם|מה)) ב(?:אתר |עיתון |מגזין |-|־)?(?=\S)", _S, edge=True),
        form("original_publication", rf"{_HE_WAS}(?: (?:ביום|ב-?)? ?\d[\d./]*)?(?: (?:לראשונה|במקור|בעבר|תחילה))+{_HE_IN}", _E),
        form("original_publication", rf"(?:לראשונה|במקור) {_HE_WAS}{_HE_IN}", _E),
        form("republished", r"(?:ה)?(?:מאמר|כתבה|טקסט|טור) (?:הזה |הזאת |זה |זו )?(?:מתפרס(?:ם|מת)|מפורס(?:ם|מת)|מובאת?|מתורג(?:ם|מת)) (?:כאן )?(?:בשיתוף(?: פעולה)?(?: עם)?|בהסכמת|ברשות|באישור|באדיבות)(?: אתר)?(?= )", _F),
        form("republished", r"(?:פורס(?:ם|מה)|מתפרס(?:ם|מת)|מובאת?|מפורס(?:ם|מת))(?: כאן)? (?:באדיבות|ברשות|באישור)(?= )", _E, edge=True),
        form("republished", r"(?:לקוחה? מתוך|הועתקה? מ(?:תוך)?-?|נלקחה? מ(?:תוך)?-?)(?= ?\S)", _L, edge=True),
        form("source_line", r"(?:ה)?מקור ?: ?(?=\S)", _L, edge=True),
        form("translation", r"(?:תרגום|תרג(?:ם|מה)|תורגם על ידי) ?: ?[^\n.:]{3,30}", _L, NameAt.NONE, needs_name=False, edge=True),
        form("source_line", r"(?:ל?מאמר|ל?כתבה|ל?ידיעה|המאמר|הכתבה) המקורית?", _F, needs_name=False, edge=True, linked=True),
        form("via", r"via ", _L, edge=True, strong=False, loose=False),
    ),
    this=r"(?<!\w)ה?(?:מאמר|כתבה|טור|פוסט|ראיון|רשימה|ידיעה|טקסט)(?: (?:הזה|הזאת|זה|זו))?(?!\w)",
    away=r"ספר|מחקר",
    described=r" ?(?:(?:אתר|בלוג)(?: של)? (?=\S))?",
)  # fmt: skip

EAST = (SOURCES, HEBREW, RUSSIAN, TURKISH, ARABIC, CHINESE, JAPANESE, KOREAN)
