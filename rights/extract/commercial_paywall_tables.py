"""How pages sell or restrict access: vendors, settings in scripts, names, and sentences in the languages of the web."""

from __future__ import annotations

import re

from rights.patterns import late

#: Vendors of paid access whose scripts do nothing else.
HARD_VENDORS = frozenset(
    """
    poool.fr poool.tech laterpay.net plenigo.com zephr.com blaize.io pelcro.com evolok.net evolok.com leakypaywall.com wallkit.net axate.com agate.io
    qiota.com flip-pay.com mppglobal.com syncronex.com newscyclecloud.com newsmemory.com tecnavia.com press-plus.com ppjol.com mediapass.com blendle.com
    selfpay.io fewcents.co purple-publish.com
    """.split()
)
#: Vendors whose scripts also serve newsletters, voluntary memberships and consent: no proof alone.
SOFT_VENDORS = frozenset(
    ["tinypass.com", "piano.io", "steadyhq.com", "memberful.com", "memberstack.com", "inplayer.com", "cleeng.com"]
)
HARD_PATH = late(
    r"/plugins/(?:leaky-paywall|paid-memberships-pro|restrict-content-pro|memberpress|laterpay|pigeon|zeen101|article-paywall|wp-paywall)"
    r"|/(?:[\w-]*paywall[\w-]*)/|/[\w-]*paywall[\w.-]*\.js|/arc/subs/",
    re.IGNORECASE,
)
SOFT_PATH = late(
    r"/(?:swg|swg-basic)\.js|amp-(?:access|subscriptions)-[\d.]+|/meter(?:ing)?[\w.-]*\.js|steady-wp|/piano[\w.-]*\.js",
    re.IGNORECASE,
)

_CALLS: tuple[tuple[str, str], ...] = (
    (
        "paywall",
        r"""(?<!disable)(?<!bypass)(?<!hide)(?<!skip)(?<!\bno)(?<!no_)(?<!not-a-)paywall(?:_?(?:enabled|active|type|status|state|mode|version|tier|rule|level|show|is|visible))?["']?\s*[:=]\s*(?:true\b|1\b|["'](?!false|0|no\b|n["']|none|null|undefined|off|free|open|disabled|["']|https?:)[\w-]+|\{\s*["']?\w)|\.paywall\.\w+\s*=|datalayer\.paywall|initpaywall|showpaywall|loadpaywall|paywall\.(?:init|show|start|setup|load)\(|(?:has|is)_?paywall(?:ed)?["']?\s*[:=]\s*(?:true|["']?1|["']yes)""",
    ),
    ("tinypass", r"tinypass\.(?:com|init|load|push)|tp\.push\(|tinypass"),
    ("tp.push", r"tp\s*=\s*window\.tp|tp\.push\("),
    ("piano", r"cdn\.piano\.io|experience\.tinypass|piano\.(?:init|load|config)"),
    ("poool", r"poool\s*\(|poool\.(?:init|access|config)|assets\.poool"),
    ("steady", r"steady(?:media)?[\w./-]{0,60}widget_loader|steady-paywall|steadyhq"),
    ("leaky_paywall", r"leaky_paywall"),
    (
        "premium",
        r"""(?:content|article|page|access|is)_?premium_?(?:article|content|story|page|access)["']?\s*[:=]\s*(?:true|["'](?:true|yes|1|premium)|1\b)|["'](?:content|article|access)_?(?:type|level|tier|status|access|model|class)["']?\s*[:=]\s*["'](?:premium|paid|locked|plus|abo|subscriber|subscribers?_?only|metered|pay|payant|abonn)""",
    ),
    (
        "subscriber",
        r"""(?:subscriber|subscription)s?_?(?:only|required)["']?\s*[:=]\s*(?:true|1\b|["'](?:true|yes|1))|["'](?:content|article)?_?access["']?\s*[:=]\s*["']subscri""",
    ),
    ("metered", r"""["']?(?:metered|is_?metered)["']?\s*[:=]\s*(?:true|1\b|["'](?:true|yes))|["']metered["']"""),
    ("accesslevel", r"""accesslevel["']?\s*[:=]\s*["'](?:paid|premium|locked|registered|subscri|metered)"""),
    (
        "isaccessibleforfree",
        r"""isaccessibleforfree["']?\s*[:=]\s*["']?(?:false|https?:\\?/\\?/schema\.org\\?/false)""",
    ),
    ("content_tier", r"""content_?tier["']?\s*[:=]\s*["'](?:metered|locked|paid|premium)"""),
    ("laterpay", r"laterpay"),
    ("zephr", r"zephr\.(?:run|browser|init)|zephrbrowser"),
    ("subscriptions.config", r"subscriptions\.config|self\.swg|swg_basic"),
    ("pmpro", r"pmpro-(?:level|content)|pmpro_content_message"),
)
CODE = tuple((literal, late(pattern)) for literal, pattern in _CALLS)

NAME = late(
    r"""^(?:.*[_-])?(?:pay-?wall(?:ed)?|paywal|pw-?(?:overlay|container|teaser)|reg-?wall|registration-?wall|meter(?:ed)?-?(?:paywall|wall|content|notice)|paid-?(?:content|article|story)|pay-?content|subscribers?-?only|only-?subscribers?
    |premium-?(?:content|article|story|barrier|wall|teaser|overlay|lock|text|block)|(?:article|content|story|post)-?(?:premium|payant|locked|paid|plus|paywall)|locked-?content|content-?locked|content-?gate|gated-?content|email-?wall|article-?payant|reserve-?(?:aux-?)?abonnes?
    |contenu-?(?:payant|premium|reserve)|abonnes?-?only|abo-?(?:only|wall|schranke|barrier)|bezahl-?(?:schranke|artikel|inhalt)|bezahlschranke|plus-?(?:artikel|article|barrier|wall|content|inhalt)|spplus|paid-?barrier|c-?paywall|steady-?paywall|leaky_?paywall\w*|laterpay\w*|poool\w*|tp-(?:modal|container)|piano-?(?:container|paywall|pw|modal)|tinypass\w*|pmpro_content_message|mepr-unauthorized-message|rcp_restricted|gh-post-upgrade-cta|gh-paywall|subscribe-?wall|subscription-?wall|contenido-?(?:premium|exclusivo|restringido)|solo-?suscriptores|muro-?de-?pago|noticia-?premium|zablokowan\w*|platn(?:e|y)-?\w*|prenumerata-?\w*)(?:[_-].*)?$""",
    re.IGNORECASE | re.VERBOSE,
)
NAME_HINTS = (
    "paywa", "pay-wa", "pay_wa", "pw-", "pw_", "reg-wall", "regwall", "registration", "meter", "paid-", "paid_", "paid", "pay-content", "subscriber", "premium", "payant", "locked", "gated", "content-gate",
    "emailwall", "email-wall", "abonne", "abo-", "abo_", "bezahl", "plus-", "plus_", "-plus\n", "spplus", "leaky", "laterpay", "poool", "piano", "tinypass", "tp-", "pmpro", "mepr-", "rcp_", "gh-p", "-wall\n",
    "suscript", "muro", "exclusivo", "restringido", "zablok", "platn", "prenum", "subscribe-wall", "subscription-wall", "bezahlschranke", "contentgate",
)  # fmt: skip
NOT_NAME = late(
    r"(?:no|not-?a)-?paywall|consumer-marketing-unit|without-?paywall|paywall-?(?:free|off|disabled)|premium-?badge|is-?free|freemium|menu-item|nav-|(?:post|page|entry|hentry)-?\d|category-|tag-|postid",
    re.IGNORECASE,
)

#: What pages tell readers who have not paid; each with a literal that stands in every match.
_SENTENCES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("subscri", "a member", "members", "register", "sign in", "log in", "article left", "articles left", "stories left", "remaining", "free article", "your limit", "unlimited", "unlock", "full access",
      "premium content", "premium article", "the rest of this"),
     r"""(?:this|the)\s(?:article|story|content|post|page|piece|item)\s(?:is|are)\s(?:only\s|available\s|reserved\s|exclusively\s|exclusive\s|just\s|locked\s)*(?:for|to)\s(?:our\s|paying\s|paid\s|premium\s|registered\s|digital\s|\w+\s)?(?:subscribers?|members)\b|(?:subscribe|become\sa\ssubscriber)\s(?:now\s|today\s|or\s\w+\s|(?:in\sorder\s)?)?to\s(?:continue\b|keep\sreading|read\s(?:the\s)?(?:more(?!\sstor)|full|rest|this|on\b|all|entire)|unlock|access\s(?:the\s|this\s)?(?:full|article|content|story|rest)|view\sthis|finish\sreading)|(?:become\sa\smember|register|sign\s(?:in|up)|log\sin|create\san?\s(?:free\s)?account)\s(?:now\s|today\s|for\sfree\s|or\s\w+\s|(?:in\sorder\s)?)?to\s(?:continue\sreading|keep\sreading|read\s(?:the\s)?(?:full|rest|entire)|unlock\s(?:this|the|all|full)\s(?:full\s)?(?:article|story|content|post)|access\s(?:the\s|this\s)?(?:full|article|story|rest)|view\sthis\s(?:article|story)|finish\sreading)
     |(?:you\s(?:have|[’']ve)|you're\sat|you\sget)\s(?:\w+\s){0,4}?(?:free\s)?(?:articles?|stories|story|reads?)\s(?:left|remaining|this\smonth)|(?:reached|read|used)\s(?:your|all\s(?:of\s)?your)\s(?:\w+\s){0,3}?(?:limit|free\s(?:articles?|stories))|(?:for|to)\ssubscribers\sonly|subscribers?[\s-]only\s(?:content|article|story|access)|exclusive(?:ly)?\s(?:to|for|content\sfor)\s(?:our\s)?(?:paying\s|premium\s)?(?:subscribers|members)|premium\s(?:content|article)\s(?:for|only)
     |(?:already|are\syou)\sa\ssubscriber\??\W{0,4}(?:please\s)?(?:log\s?in|sign\sin|login)|the\srest\sof\s(?:this|the)\s(?:article|story|post)\sis\s(?:only\s)?(?:for|available\sto|behind)|unlock\s(?:this|the)\s(?:full\s|entire\s)?(?:article|story|post|content)|(?:unlimited|full)\s(?:digital\s)?access\s(?:to|for)\b[^.]{0,60}(?:subscri|\$|£|€)|(?:to\sread\sthe\s(?:full|rest|complete)[^.]{0,40}|full\stext[^.]{0,30})(?:subscri|log\sin|purchase)|this\spost\sis\sfor\s(?:paying\s|paid\s)?subscribers|get\sunlimited\s(?:digital\s)?access"""),
    (("exklusiv", "ausschließlich", "nur für", "nur mit", "kostenpflichtig", "bezahl", "weiterlesen", "weiter lesen", "weiterzulesen", "zu lesen", "freizuschalten", "lesen zu können", "abonnent", " abo ", "-abo",
      "digitalabo", "tagespass", "monatspass", "bereits ein", "bereits abo", "bereits kunde", "bereits registriert", "bereits mitglied", "schon ein abo", "schon abo", "freischalt", "zugang zu allen", "unbegrenzt",
      "artikel frei", "artikel auf", "artikel lesen", "jetzt registrieren", "jetzt anmelden", "inhalt nur", "inhalt für", "inhalt mit"),
     r"""(?:dieser|dieses|der|den|das)\s(?:artikel|text|beitrag|inhalt|content|stück)\s(?:ist|steht|wird|gibt\ses|können|lesen|erscheint)\s(?:\w+\s){0,3}?(?:(?:nur|exklusiv|ausschließlich)\s(?:für|mit|im|in)\b|kostenpflichtig)|(?:exklusiv|nur|ausschließlich|speziell|reserviert)\s(?:für|mit|im|in)\s(?:unsere\s|alle\s|registrierte\s|die\s)?(?:[\w-]*abonnent(?:en|innen)?|abo|plus|premium|\w*[\s-]?abo|digital-?abo|mitglieder|übonnenten|leser\smit)\b|kostenpflichtiger\s(?:inhalt|artikel|beitrag|content)|bezahlinhalt|bezahlartikel|kostenpflichtig\s?\W*$
     |(?:weiterlesen|weiter\slesen|(?:ganzen|vollständigen|kompletten)\s(?:artikel|text)\s(?:weiter)?lesen)\s(?:mit\s(?:\w+\s){0,2}?[\w+-]*(?:abo|abonnement|tagespass|plus|\+|premium|konto|registrierung)|im\s(?:[\w+-]+)?(?:abo|plus|premium)|für\s(?:nur\s)?(?:€|\d))|(?:um|damit\ssie)\s(?:den|diesen|dieses|das|alle)?\s?(?:ganzen\s|vollständigen\s|gesamten\s)?(?:artikel|text|beitrag|inhalt|inhalte)\s(?:\w+\s){0,3}?(?:zu\slesen|weiterzulesen|lesen\szu\skönnen|freizuschalten)|(?:mit|dank|per)\s(?:einem\s)?(?:[\w+]+[\s-]?)?(?:abo|tagespass|digitalabo|monatspass|abonnement)\s(?:weiterlesen|lesen|testen|freischalten)
     |sie\s(?:haben|sind)\s(?:bereits|schon)\s(?:ein\s|digital-?|plus-?)?(?:\w+-?)?(?:abo|abonnent(?:in)?|kunde|registriert|mitglied)\b|(?:bereits|schon)\s(?:\w+-?)?(?:abonnent(?:in)?|abo|mitglied|kunde)\s?\?|artikel\sfreischalten|zugang\szu\sallen\s(?:\w+[+-]?\s?){0,3}(?:artikeln|inhalten)|unbegrenzt(?:er|en)?\szugang|alle\s(?:\S{1,12}\s)?artikel\s(?:frei(?:schalten)?|unbegrenzt|uneingeschränkt)\b|mit\sabo\soder\stagespass|^\W*(?:nur\s)?(?:für|fuer)\sabonnenten\W*$|(?:nur|artikel|inhalte?|beitrag|beiträge|online|exklusiv)\s(?:für|fuer)\s(?:unsere\s)?abonnenten\b|sie\sm(?:öchten|üssen)\s(?:\w+\s){0,3}weiterlesen|jetzt\s(?:registrieren|anmelden)\sund\s(?:weiter)?lesen|inhalt\s(?:nur\s)?(?:für|mit)\s\w*abo"""),
    (("abonn", "réserv", "payant", "vous reste", "il reste", "accédez", "lisez la suite", "inscrivez", "exclusi"),
     r"""(?:article|contenu|suite|accès)\s(?:[\wé]+\s){0,4}?(?:réservée?s?|exclusi(?:f|ve)(?:ment)?)\s(?:\wux|à|pour)\s(?:nos\s|les\s)?(?:abonné|membre|lecteurs)|réservée?s?\saux\s(?:abonné|membre)|(?:abonnez[\s-]vous|s[’']abonner)\s(?:\w+\s){0,4}?pour\s(?:lire|continuer|accéder|débloquer|découvrir\sla\ssuite)|pour\s(?:lire|accéder\sà)\s(?:la\ssuite|l[’']intégralité|cet\sarticle|tous)[^.]{0,60}(?:abonn|connect|identif|inscri)|il\s(?:vous\s)?reste\s(?:\d+\s?%|\d+\sarticle)|déjà\sabonn[ée]{1,2}e?\s?\??|(?:contenu|article)\spayant|accédez\sà\s(?:tous|l[’']intégralité|l[’']ensemble)\s(?:\w+\s){0,3}?(?:articles|contenus)|(?:la\ssuite|l[’']article)\sest\sréservé|article\sabonné|vous\savez\sdéjà\sun\sabonnement|inscrivez-vous\s(?:gratuitement\s)?pour\slire"""),
    (("suscri", "suscr", "registr", "leyendo", "exclusiv"),
     r"""(?:contenido|artículo|noticia|nota)\s(?:es\s)?(?:exclusiv[oa]|sol[oa]|reservad[oa]|solo|sólo|premium)\s(?:disponible\s)?(?:para|a)\s(?:nuestros\s|los\s|usuarios\s)?(?:suscriptor|suscripto|socio|abonado|registrad)|suscr[íi]b(?:e|a)te\s(?:\w+\s){0,3}?para\s(?:seguir|continuar|leer|acceder)|suscríbase\spara|(?:reg[íi]str\w+|inicia\s?r?\ssesión|suscr\w+)[^.\n]{0,40}para\s(?:seguir|continuar)\sleyendo|sólo\spara\ssuscriptores|solo\spara\ssuscriptores|(?:ya\seres|ya\ssoy|¿eres)\ssuscriptor|(?:has|ha)\salcanzado\s(?:tu\slímite|el\slímite\sde\s(?:artículos|lectura|notas))|te\squedan\s\d+\sartículos|hazte\s(?:socio|premium)\spara\s(?:leer|acceder|seguir)"""),
    (("abbona", "registra", "leggere"), r"(?:articolo|contenuto)\s(?:riservato|disponibile\ssolo|esclusivo)\s(?:agli|per\s(?:gli|i))\s(?:abbonati|iscritti|membri)|(?:abbonati|registrati)\s(?:\w+\s){0,2}?per\s(?:continuare|leggere|accedere)|sei\sgià\s(?:un\s)?abbonat|(?:abbon|registr|acced)[^.\n]{0,50}per\scontinuare\sa\sleggere|per\scontinuare\sa\sleggere[^.\n]{0,50}(?:abbon|registr|acced)|continua\sa\sleggere\s(?:con|abbonati)"),
    (("assin", "exclusiv"), r"(?:conteúdo|matéria|artigo|notícia)\s(?:exclusiv[oa]|restrit[oa]|só)\s(?:é\s)?(?:para|a)\s(?:os\s|nossos\s)?assinantes|assine\s(?:\w+\s){0,3}?para\s(?:continuar|ler|ter\sacesso)|(?:já\sé|é)\sassinante\s?\?|exclusivo\spara\sassinantes"),
    (("abonnee", "alleen voor", "exclusief", "enkel voor", "verder lezen", "om verder", "om dit"), r"(?:alleen|exclusief|enkel)\svoor\s(?:onze\s|betalende\s)?(?:abonnees|leden|lezers)|(?:word\sabonnee|neem\seen\sabonnement|log\sin|registreer)\s(?:\w+\s){0,3}?om\s(?:verder|dit|door|het\shele)|(?:al\sabonnee|heb\sje\sal\seen\s(?:abonnement|account))\s?\?|verder\slezen\?"),
    (("prenumer", "subskryb", "dostęp", "wykup", "zaloguj"), r"(?:artykuł|treść|tekst|materiał)\s(?:\w+\s){0,3}?(?:dostępn\w+|zarezerwowan\w+|tylko|wyłącznie)\s(?:\w+\s){0,3}?(?:dla\s)?(?:prenumerator|subskrybent|abonent)|(?:tylko|wyłącznie)\sdla\s(?:prenumerator|subskrybent|abonent)\w+|(?:wykup|kup)\s(?:dostęp|prenumeratę|subskrypcję|abonament)|(?:zaloguj|zarejestruj)\ssię,?\s(?:\w+\s){0,2}?(?:aby|by|żeby)\s(?:przeczytać|czytać|kontynuować)|masz\sjuż\s(?:prenumeratę|subskrypcję|konto)|czytaj\s(?:dalej|więcej|całość)\s(?:w|z)\s(?:prenumera|subskryp)|pozostało\s(?:\w+\s)?\d+\s?%"),
    (("prenumer", "abonne", "tilaaja"), r"(?:endast|bara|kun)\sför\sprenumeranter|(?:kun|bare)\sfor\sabonnenter|(?:logga|log)\s(?:in|ind)\s(?:för|for)\satt?\s(?:läsa|læse)|(?:vain|ainoastaan)\stilaajille|artikeln\sär\slåst|denne\sartikel\ser\s(?:for|kun)"),
    (("подпис",), r"(?:только|доступ(?:ен|на|но))\s(?:\w+\s){0,2}для\s(?:наших\s)?подписчик\w+|(?:оформите|купите)\sподписку|чтобы\s(?:прочитать|читать|продолжить)[^.]{0,40}подпи"),
    (("会員", "有料", "구독", "회원"), r"(?:この記事は)?有料(?:会員|記事|限定)|会員限定|残り[:：]?\s?\d+文字|続きを(?:読む|お読み)(?:には|いただく)|유료\s?(?:회원|구독|기사)|구독자\s?전용"),
)  # fmt: skip
TOLD = tuple((needles, late(pattern, re.IGNORECASE | re.VERBOSE)) for needles, pattern in _SENTENCES)

#: Sections of paid stories: "Example+", "Plus", "Premium".
SECTION_TEXT = late(
    r"^(?:[\w.’' -]{0,20}\s?\+|[\w.’' -]{0,16}\s?(?:plus|premium)|abonnés|réservé aux abonnés|exklusiv|für abonnenten"
    r"|subscribers?[ -]only|subscriber exclusives?|members? only)$"
)
SECTION_PATH = late(
    r"/(?:[\w-]*plus|premium|abonnes|abo-?plus|subscribers?-only|subscriber-exclusives?|plus-artikel|exklusiv|paid|bezahlinhalte?|fuer-abonnenten)/?"
    r"(?:index\.\w+)?(?:[?#].*)?$"
)
