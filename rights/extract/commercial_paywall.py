"""Paid or registered access: markup, vendors, names, settings in scripts, and what the page tells its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml.cssselect import CSSSelector, SelectorError
from lxml.html import HtmlElement

from rights.extract.commercial_census import Census, domain_in
from rights.extract.container import within
from rights.extract.jsonld import property_of
from rights.extract.late_pattern import LatePattern
from rights.model import Signal

KIND = "paywall"

VENDOR_HOSTS = frozenset(
    """
    tinypass.com piano.io poool.fr poool.tech steadyhq.com laterpay.net plenigo.com zephr.com blaize.io pelcro.com evolok.net evolok.com leakypaywall.com
    wallkit.net axate.com agate.io qiota.com flip-pay.com sophi.io matheranalytics.com mppglobal.com cxpublic-paywall.com syncronex.com newscyclecloud.com
    newsmemory.com memberful.com memberstack.com press-plus.com ppjol.com mediapass.com blendle.com inplayer.com cleeng.com fewcents.co contentpass.net
    selfpay.io presseplus.de paywall.digital subscriptions.lemonde.fr tecnavia.com subsplash-paywall.com arcpublishing-subs.com darwin-pay.com
    purple-publish.com premiumcontent.de crowdynews-paywall.com paiq.com ssl.laterpay.net zeen-paywall.com substackcdn-paywall.com conzoom.eu-paywall
    """.split()
) - {"matheranalytics.com", "contentpass.net", "cxpublic-paywall.com", "subsplash-paywall.com", "arcpublishing-subs.com", "crowdynews-paywall.com",
     "zeen-paywall.com", "substackcdn-paywall.com", "conzoom.eu-paywall", "premiumcontent.de", "presseplus.de", "sophi.io", "subscriptions.lemonde.fr", "darwin-pay.com"}  # fmt: skip
_SCRIPT_PATH = LatePattern(r"/plugins/(?:leaky-paywall|paid-memberships-pro|restrict-content-pro|memberpress|laterpay|steady-wp|pigeon|zeen101|article-paywall|wp-paywall)|/paywall[\w./-]*\.js|/arc/subs/|/(?:swg|swg-basic)\.js|amp-(?:access|subscriptions)-[\d.]+|/meter(?:ing)?[\w.-]*\.js|paywall", re.IGNORECASE)  # fmt: skip

_CODE: tuple[tuple[str, str], ...] = (
    (
        "paywall",
        r"""paywall(?:_?(?:enabled|active|type|status|state|id|config|settings|url|article|mode|version|tier|rule|name|level|product|meter|script|experience|container|show|is|visible|data))?["']?\s*[:=]\s*(?!["']?(?:false|0\b|no\b|none|null|undefined|off|free|open|disabled|""|''|\s*[,;}]))["'\[{\w]|initpaywall|showpaywall|loadpaywall|paywall\.(?:init|show|start|config|setup|load)|paywall\(|(?:has|is)paywall["']?\s*[:=]\s*(?:true|["']?1|["']yes)""",
    ),
    ("tinypass", r"tinypass\.(?:com|init|load|push)|tp\.push\(|tinypass"),
    ("tp.push", r"tp\s*=\s*window\.tp|tp\.push\("),
    ("piano", r"cdn\.piano\.io|experience\.tinypass|piano\.(?:init|load|config)"),
    ("poool", r"poool\s*\(|poool\.(?:init|access|config)|assets\.poool"),
    ("steady", r"steady(?:media)?[\w./-]{0,60}widget_loader|steady-paywall|steadyhq"),
    ("leaky_paywall", r"leaky_paywall"),
    (
        "premium",
        r"""(?:is|content|article|page|access)_?premium["']?\s*[:=]\s*(?:true|["'](?:true|yes|1|premium)|1\b)|["'](?:content|article|access)_?(?:type|level|tier|status|access|model|class)["']?\s*[:=]\s*["'](?:premium|paid|locked|plus|abo|subscriber|subscribers?_?only|metered|pay|payant|abonn)""",
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
_COMPILED = tuple((literal, LatePattern(pattern)) for literal, pattern in _CODE)

_NAME = LatePattern(
    r"""^(?:.*[_-])?(?:pay-?wall(?:ed)?|paywal|pw-?(?:overlay|container|teaser)|reg-?wall|registration-?wall|meter(?:ed)?-?(?:paywall|wall|content|notice)|paid-?(?:content|article|story)|pay-?content|subscribers?-?only|only-?subscribers?
    |premium-?(?:content|article|story|barrier|wall|teaser|overlay|lock|text|block)|(?:article|content|story|post)-?(?:premium|payant|locked|paid|plus|paywall)|locked-?content|content-?locked|content-?gate|gated-?content|email-?wall|article-?payant|reserve-?(?:aux-?)?abonnes?
    |contenu-?(?:payant|premium|reserve)|abonnes?-?only|abo-?(?:only|wall|schranke|teaser|barrier|hinweis)|bezahl-?(?:schranke|artikel|inhalt)|bezahlschranke|plus-?(?:artikel|article|barrier|wall|content|inhalt)|spplus|paid-?barrier|c-?paywall|steady-?paywall|leaky_?paywall\w*|laterpay\w*|poool\w*|tp-(?:modal|container)|piano-?(?:container|paywall|inline|offer|modal)|tinypass\w*|pmpro_content_message|mepr-unauthorized-message|rcp_restricted|gh-post-upgrade-cta|gh-paywall|subscribe-?wall|subscription-?wall|contenido-?(?:premium|exclusivo|restringido)|solo-?suscriptores|muro-?de-?pago|noticia-?premium|zablokowan\w*|platn(?:e|y)-?\w*|prenumerata-?\w*)(?:[_-].*)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME_HINTS = (
    "paywa", "pay-wa", "pay_wa", "pw-", "pw_", "reg-wall", "regwall", "registration", "meter", "paid-", "paid_", "paid", "pay-content", "subscriber", "premium", "payant", "locked", "gated", "content-gate",
    "emailwall", "email-wall", "abonne", "abo-", "abo_", "bezahl", "plus-", "plus_", "-plus\n", "spplus", "leaky", "laterpay", "poool", "piano", "tinypass", "tp-", "pmpro", "mepr-", "rcp_", "gh-p", "-wall\n",
    "suscript", "muro", "exclusivo", "restringido", "zablok", "platn", "prenum", "subscribe-wall", "subscription-wall", "bezahlschranke", "contentgate",
)  # fmt: skip
_NOT_NAME = LatePattern(
    r"no-?paywall|without-?paywall|paywall-?(?:free|off|disabled)|premium-?badge|is-?free|freemium|menu-item|nav-|(?:post|page|entry|hentry)-?\d|category-|tag-|postid",
    re.IGNORECASE,
)

#: What pages tell readers who have not paid; each with a literal that stands in every match.
_SENTENCES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("subscri", "member", "register", "sign in", "log in"),
     r"""(?:this|the)\s(?:article|story|content|post|page|piece|item)\s(?:is|are)\s(?:only\s|available\s|reserved\s|exclusively\s|exclusive\s|just\s|locked\s)*(?:for|to)\s(?:our\s|paying\s|paid\s|premium\s|registered\s|digital\s|\w+\s)?(?:subscribers?|members)\b|(?:subscribe|become\sa\s(?:subscriber|member)|register|sign\s(?:in|up)|log\sin|create\san?\s(?:free\s)?account)\s(?:now\s|today\s|for\sfree\s|or\s\w+\s|(?:in\sorder\s)?)?to\s(?:continue|keep|read\s(?:the\s)?(?:more|full|rest|this|on|all|entire)|unlock|access\s(?:the\s|this\s)?(?:full|article|content|story|rest)|view\sthis|finish\sreading)
     |(?:you\s(?:have|[’']ve)|you're\sat|you\sget)\s(?:\w+\s){0,4}?(?:free\s)?(?:articles?|stories|story|reads?)\s(?:left|remaining|this\smonth)|(?:reached|read|used)\s(?:your|the|all\s(?:of\s)?your)\s(?:\w+\s){0,3}?(?:limit|free\s(?:articles?|stories))|(?:for|to)\ssubscribers\sonly|subscribers?[\s-]only\s(?:content|article|story|access)|exclusive(?:ly)?\s(?:to|for|content\sfor)\s(?:our\s)?(?:paying\s|premium\s)?(?:subscribers|members)|premium\s(?:content|article)\s(?:for|only)
     |(?:already|are\syou)\sa\s(?:subscriber|member)\??\W{0,4}(?:please\s)?(?:log\s?in|sign\sin|login)|the\srest\sof\s(?:this|the)\s(?:article|story|post)\sis\s(?:only\s)?(?:for|available\sto|behind)|unlock\s(?:this|the)\s(?:article|story|full)|(?:unlimited|full)\s(?:digital\s)?access\s(?:to|for)\b[^.]{0,60}(?:subscri|\$|£|€)|(?:to\sread\sthe\s(?:full|rest|complete)[^.]{0,40}|full\stext[^.]{0,30})(?:subscri|log\sin|purchase)|this\spost\sis\sfor\s(?:paying\s|paid\s)?subscribers|get\s(?:unlimited|full)\s(?:digital\s)?access"""),
    (("abo", "plus", "premium", "kostenpflichtig", "bezahl", "leser", "registr", "anmeld"),
     r"""(?:dieser|dieses|der|den|das)\s(?:artikel|text|beitrag|inhalt|content|stück)\s(?:ist|steht|wird|gibt\ses|können|lesen|erscheint)\s(?:\w+\s){0,3}?(?:(?:nur|exklusiv|ausschließlich)\s(?:für|mit|im|in)\b|kostenpflichtig)|(?:exklusiv|nur|ausschließlich|speziell|reserviert)\s(?:für|mit|im|in)\s(?:unsere\s|alle\s|registrierte\s|die\s)?(?:[\w-]*abonnent(?:en|innen)?|abo|plus|premium|\w*[\s-]?abo|digital-?abo|mitglieder|übonnenten|leser\smit)\b|(?:kostenpflichtiger|bezahlter)\s(?:inhalt|artikel|beitrag|content)|bezahlinhalt|bezahlartikel|kostenpflichtig\s?\W*$
     |(?:jetzt\s)?(?:weiterlesen|weiter\slesen|ganzen\sartikel\slesen|vollständigen\s(?:artikel|text)\slesen|artikel\s(?:weiter)?lesen)\s(?:mit|im|für)\s|(?:um|damit\ssie)\s(?:den|diesen|dieses|das|alle)?\s?(?:ganzen\s|vollständigen\s|gesamten\s)?(?:artikel|text|beitrag|inhalt|inhalte)\s(?:\w+\s){0,3}?(?:zu\slesen|weiterzulesen|lesen\szu\skönnen|freizuschalten)|(?:mit|dank|per)\s(?:einem\s)?(?:[\w+]+[\s-]?)?(?:abo|tagespass|digitalabo|monatspass|abonnement)\s(?:weiterlesen|lesen|testen|freischalten)
     |sie\s(?:haben|sind)\s(?:bereits|schon)\s(?:ein\s|digital-?|plus-?)?(?:\w+-?)?(?:abo|abonnent(?:in)?|kunde|registriert|mitglied)\b|(?:bereits|schon)\s(?:\w+-?)?(?:abonnent(?:in)?|abo|mitglied|kunde)\s?\?|artikel\sfreischalten|zugang\szu\sallen\s(?:\w+[+-]?\s?){0,3}(?:artikeln|inhalten)|unbegrenzt(?:er|en)?\szugang|alle\s(?:\S{1,12}\s)?artikel\s(?:frei|lesen|auf)|mit\sabo\soder\stagespass|(?:für|fuer)\sabonnenten\b|sie\sm(?:öchten|üssen)\s(?:\w+\s){0,3}weiterlesen|jetzt\s(?:registrieren|anmelden)\sund\s(?:weiter)?lesen|inhalt\s(?:nur\s)?(?:für|mit)\s\w*abo"""),
    (("abonn", "lire", "réserv", "payant"),
     r"""(?:article|contenu|suite|accès)\s(?:[\wé]+\s){0,4}?(?:réservée?s?|exclusi(?:f|ve)(?:ment)?)\s(?:\wux|à|pour)\s(?:nos\s|les\s)?(?:abonné|membre|lecteurs)|réservée?s?\saux\s(?:abonné|membre)|(?:abonnez[\s-]vous|s[’']abonner)\s(?:\w+\s){0,4}?pour\s(?:lire|continuer|accéder|débloquer|découvrir\sla\ssuite)|pour\s(?:lire|accéder\sà)\s(?:la\ssuite|l[’']intégralité|cet\sarticle|tous)[^.]{0,60}(?:abonn|connect|identif|inscri)|il\s(?:vous\s)?reste\s(?:\d+\s?%|\d+\sarticle)|déjà\sabonn[ée]{1,2}e?\s?\??|(?:contenu|article)\spayant|accédez\sà\s(?:tous|l[’']intégralité|l[’']ensemble)|(?:la\ssuite|l[’']article)\sest\sréservé|lisez\sla\ssuite|article\sabonné|vous\savez\sdéjà\sun\sabonnement|inscrivez-vous\s(?:gratuitement\s)?pour\slire"""),
    (("suscri", "suscr", "registr", "leyendo", "exclusiv"),
     r"""(?:contenido|artículo|noticia|nota)\s(?:es\s)?(?:exclusiv[oa]|sol[oa]|reservad[oa]|solo|sólo|premium)\s(?:disponible\s)?(?:para|a)\s(?:nuestros\s|los\s|usuarios\s)?(?:suscriptor|suscripto|socio|abonado|registrad)|suscr[íi]b(?:e|a)te\s(?:\w+\s){0,3}?para\s(?:seguir|continuar|leer|acceder)|suscríbase\spara|para\s(?:seguir|continuar)\sleyendo|sólo\spara\ssuscriptores|solo\spara\ssuscriptores|(?:ya\seres|ya\ssoy|¿eres)\ssuscriptor|(?:has|ha)\salcanzado\s(?:el|tu)\slímite|te\squedan\s\d+\sartículos|hazte\s(?:socio|premium)\spara"""),
    (("abbona", "registra", "leggere"), r"(?:articolo|contenuto)\s(?:riservato|disponibile\ssolo|esclusivo)\s(?:agli|per\s(?:gli|i))\s(?:abbonati|iscritti|membri)|(?:abbonati|registrati)\s(?:\w+\s){0,2}?per\s(?:continuare|leggere|accedere)|sei\sgià\s(?:un\s)?abbonat|per\scontinuare\sa\sleggere|continua\sa\sleggere\s(?:con|abbonati)"),
    (("assin", "exclusiv"), r"(?:conteúdo|matéria|artigo|notícia)\s(?:exclusiv[oa]|restrit[oa]|só)\s(?:é\s)?(?:para|a)\s(?:os\s|nossos\s)?assinantes|assine\s(?:\w+\s){0,3}?para\s(?:continuar|ler|ter\sacesso)|(?:já\sé|é)\sassinante\s?\?|exclusivo\spara\sassinantes"),
    (("abonnee", "premium", "verder"), r"(?:alleen|exclusief|enkel)\svoor\s(?:onze\s|betalende\s)?(?:abonnees|leden|lezers)|(?:word\sabonnee|neem\seen\sabonnement|log\sin|registreer)\s(?:\w+\s){0,3}?om\s(?:verder|dit|door|het\shele)|(?:al\sabonnee|heb\sje\sal\seen\s(?:abonnement|account))\s?\?|verder\slezen\?"),
    (("prenumer", "subskryb", "dostęp", "wykup", "zaloguj"), r"(?:artykuł|treść|tekst|materiał)\s(?:\w+\s){0,3}?(?:dostępn\w+|zarezerwowan\w+|tylko|wyłącznie)\s(?:\w+\s){0,3}?(?:dla\s)?(?:prenumerator|subskrybent|abonent)|(?:tylko|wyłącznie)\sdla\s(?:prenumerator|subskrybent|abonent)\w+|(?:wykup|kup)\s(?:dostęp|prenumeratę|subskrypcję|abonament)|(?:zaloguj|zarejestruj)\ssię,?\s(?:\w+\s){0,2}?(?:aby|by|żeby)\s(?:przeczytać|czytać|kontynuować)|masz\sjuż\s(?:prenumeratę|subskrypcję|konto)|czytaj\s(?:dalej|więcej|całość)\s(?:w|z)\s(?:prenumera|subskryp)|pozostało\s(?:\w+\s)?\d+\s?%"),
    (("prenumer", "abonne", "tilaaja"), r"(?:endast|bara|kun)\sför\sprenumeranter|(?:kun|bare)\sfor\sabonnenter|(?:logga|log)\s(?:in|ind)\s(?:för|for)\satt?\s(?:läsa|læse)|(?:vain|ainoastaan)\stilaajille|artikeln\sär\slåst|denne\sartikel\ser\s(?:for|kun)"),
    (("подпис",), r"(?:только|доступ(?:ен|на|но))\s(?:\w+\s){0,2}для\s(?:наших\s)?подписчик\w+|(?:оформите|купите)\sподписку|чтобы\s(?:прочитать|читать|продолжить)[^.]{0,40}подпи"),
    (("会員", "有料", "구독", "회원"), r"(?:この記事は)?有料(?:会員|記事|限定)|会員限定|残り[:：]?\s?\d+文字|続きを(?:読む|お読み)(?:には|いただく)|유료\s?(?:회원|구독|기사)|구독자\s?전용"),
)  # fmt: skip
_TOLD = tuple((needles, LatePattern(pattern, re.IGNORECASE | re.VERBOSE)) for needles, pattern in _SENTENCES)
_FALSE = frozenset(["false", "http://schema.org/false", "https://schema.org/false", "no", "0"])


def find_paywall(census: Census) -> list[Signal]:
    """Proof that access is sold or asked for: C3 where markup or a notice stands over this article, else C2."""
    found = list(_markup(census))
    for search in (_vendors, _names, _sentences):
        found.extend(search(census))
    return found or list(_code(census))


def _markup(census: Census) -> Iterator[Signal]:
    """schema.org isAccessibleForFree and article:content_tier."""
    graph = census.document.jsonld
    for node in graph.nodes:
        if not any(key.endswith("isAccessibleForFree") for key in node):
            continue
        if str(property_of(node, "isAccessibleForFree")).strip().lower() not in _FALSE:
            continue
        selectors = [
            str(v)
            for part in graph.values(node, "hasPart")
            if isinstance(part, dict)
            for v in graph.texts(part, "cssSelector")
        ]
        selectors += [str(v) for v in graph.texts(node, "cssSelector")]
        covering = next((element for css in selectors for element in _covered(census, css)), None)
        detail = "isAccessibleForFree false" + (f" over {', '.join(selectors)[:80]}" if selectors else "")
        yield census.signal(KIND, detail, "C3" if covering is not None or not selectors else "C2", covering)
        break
    marked = (
        census.document.root.xpath("//*[@itemprop='isAccessibleForFree']")
        if "isAccessibleForFree" in census.document.source
        else ()
    )
    for element in marked:
        if (element.get("content") or element.get("href") or element.text or "").strip().lower() in _FALSE:
            yield census.signal(KIND, "itemprop isAccessibleForFree false", "C3", element)
    for name in ("article:content_tier", "content_tier", "content-tier"):
        for content in census.document.meta.get(name, ()):
            if content.lower() in ("metered", "locked", "paid", "premium"):
                yield census.signal(KIND, f"meta {name} {content}", "C3" if content.lower() != "metered" else "C2")


def _covered(census: Census, css: str) -> list[HtmlElement]:
    """The elements of the declared selector that hold the article or lie in it."""
    try:
        elements = cast(list[HtmlElement], CSSSelector(css[:200], translator="html")(census.document.root))
    except (SelectorError, SyntaxError, ValueError):
        return []
    return [
        e
        for e in elements[:20]
        if census.in_article(e) or (census.container is not None and within(census.container, e))
    ]


def _vendors(census: Census) -> Iterator[Signal]:
    for resource in census.resources:
        if resource.tag in ("script", "iframe") and (
            domain_in(resource.host, VENDOR_HOSTS) or _SCRIPT_PATH.search(resource.url)
        ):
            yield census.signal(KIND, f"{resource.tag} {resource.url[:160]}", "C2", resource.element)
            return


def _code(census: Census) -> Iterator[Signal]:
    count = 0
    for literal, pattern in _COMPILED:
        found = census.called(literal, pattern)
        if found:
            yield census.signal(KIND, f"script: {found[0]}", "C2", found[1])
            count += 1
            if count >= 2:
                return


def _names(census: Census) -> Iterator[Signal]:
    count = 0
    for name in census.names_with(_NAME_HINTS):
        if 5 <= len(name) <= 60 and _NAME.match(name) and not _NOT_NAME.search(name):
            element = census.named(name)
            if element is None or element.tag in ("body", "html", "script", "link", "meta"):
                continue
            inside = census.in_article(element) or (
                census.container is not None and census.container.tag != "body" and within(census.container, element)
            )
            yield census.signal(KIND, f"<{element.tag}> named {name}", "C3" if inside else "C2", element)
            count += 1
            if count >= 2:
                return


def _sentences(census: Census) -> Iterator[Signal]:
    for needles, pattern in _TOLD:
        found = census.says(pattern, needles)
        if found:
            block, said = found
            yield census.signal(
                KIND, f"says: {said}", "C3" if census.in_article(block.element) else "C2", block.element
            )
            return
