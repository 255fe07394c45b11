"""What a page asks its readers and advertisers for: donations, subscriptions, advertisements; and sponsored content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from rights.extract import regions
from rights.extract.blocks import TextBlock
from rights.extract.commercial_census import Census, LinkSeen, domain_in
from rights.model import Signal
from rights.patterns import late

# --- donations --------------------------------------------------------------------------------------------------

DONATE_TEXTS = frozenset(
    """donate|donate now|donate today|donate here|donate!|donate now!|make a donation|make a gift|give|give now|give today|donation|donations|donate online|donate to us|give a gift|ways to give|giving|how to donate|please donate|support us|support our work|support us now|support our journalism|support independent journalism|support the site|support this site|support this blog|support me|support us!|become a supporter|become a patron|become a donor|contribute|chip in|tip jar|leave a tip|buy me a coffee|buy us a coffee|ways to support|monthly giving|donate monthly|give monthly|donate bitcoin
    |spenden|spende|jetzt spenden|spenden sie jetzt|online spenden|online-spenden|onlinespende|hier spenden|spenden & helfen|spenden und helfen|helfen & spenden|spenden sie|spende jetzt|spendenkonto|spendenformular|einmalig spenden|direkt spenden|jetzt online spenden|spendenaktion|geldspende|geldspenden|ihre spende|deine spende|spenden!|spendieren|spendenmöglichkeiten|spendeninfos|spenden & stiften|spenden & fördern|zur spende|für uns spenden|unterstützen|unterstütze uns|unterstützen sie uns|unterstütz uns|uns unterstützen|förderer werden|fördermitglied werden|pate werden|mitmachen & spenden|spenden & sponsoring|kontakt und spenden|spenden und unterstützen
    |faire un don|faites un don|je donne|je fais un don|dons|don|donner|donnez|nous soutenir|soutenez-nous|soutenir|soutenez nous|je soutiens|faire un don en ligne|appel aux dons
    |donar|dona|dona ahora|donaciones|haz una donación|hacer una donación|donativo|donativos|haz un donativo|apóyanos|apoyanos|apóyenos|dona aquí|colabora con nosotros|dona ora|donazioni|fai una donazione|sostienici|donazione|doar|doe|doe agora|doação|doações|faça uma doação|apoie|apoie-nos
    |doneer|doneren|doneer nu|steun ons|geef|donaties|word donateur|wesprzyj|wesprzyj nas|wspieraj nas|wpłać|przekaż darowiznę|darowizna|darowizny|wspomóż nas|wspieram|donera|ge en gåva|stöd oss|stött oss|støt os|støtt oss|lahjoita|tue meitä|přispět|podpořte nás|daruj|darovat|támogatás|támogass|bağış|bağış yap|пожертвовать|поддержать|поддержать нас|поддержите нас|поддержать проект|寄付|寄付する|ご寄付|후원|후원하기|기부|捐款|捐赠|donează""".replace("\n    ", "").split("|")
)  # fmt: skip
#: Texts of links that may ask for something else: they count only with an address that says so.
_WEAK_DONATE = frozenset(["give", "giving", "support us", "contribute", "don", "dona", "geef", "doe", "support me", "unterstützen", "soutenir", "donner", "support", "apoie", "donar", "gift", "daruj", "colabora con nosotros", "spendieren", "become a supporter", "give a gift", "make a gift", "nous soutenir", "ways to give"])  # fmt: skip
_NAMED_DONATE = late(
    r"^(?:(?:[\w-]+\s?(?:und|&|/|\+)\s?)?spenden?(?:\s?(?:und|&|/|\+)\s?[\w-]+)?|giving\sto|give\sto|donate\sto|support\sthe\swork\sof|spenden\s(?:für|an)|(?:make|set\sup)\s(?:a|an)\s(?:[\w-]+\s){0,2}donation|faire\sun\sdon\sà|donar\sa)\s?.{0,30}$"
)
DONATION_HOSTS = frozenset(
    """
    patreon.com steadyhq.com steady.page donate.stripe.com donationalerts.com fanbox.cc afdian.com afdian.net ofuse.me cafecito.app ko-fi.com buymeacoffee.com liberapay.com flattr.com opencollective.com gofundme.com betterplace.org betterplace.me altruja.de twingle.de
    fundraisingbox.com raisenow.com raisenow.io donorbox.org givebutter.com classy.org actblue.com helloasso.com tipeee.com iraiser.eu everydayhero.com
    justgiving.com globalgiving.org networkforgood.com networkforgood.org fundraiseup.com donately.com givelively.org everyaction.com engagingnetworks.app
    mightycause.com benevity.org ammado.com spendenportal.de grenzenlos.org helpdirect.org sofortspende.de spendwerk.de donare.info secure.fundraisingbox.com
    gooding.de boost-project.com zrzutka.pl siepomaga.pl patronite.pl pomagam.pl verkami.com goteo.org ulule.com leetchi.com lepotcommun.fr whydonate.nl
    geef.nl crowdfunder.co.uk kickstarter.com indiegogo.com steun.me boosty.to catarse.me apoia.se benfeitoria.com startnext.com spende.de moneybird.com
    news-match.org newsmatch.org fundjournalism.org checkout.fundjournalism.org givecampus.com
    """.split()
) - {"kickstarter.com", "indiegogo.com", "moneybird.com", "everyaction.com", "startnext.com", "verkami.com", "ulule.com", "crowdfunder.co.uk", "gofundme.com", "catarse.me"}  # fmt: skip
#: Steady's script sells memberships; a link there asks for them.
_ASKING_SCRIPTS = DONATION_HOSTS - {"steadyhq.com", "steady.page"}
_PAYPAL = late(r"github\.com/sponsors/[\w-]|cash\.app/\$|yoomoney\.ru/to/|send\.monobank\.ua/jar|paypal\.(?:com|me)/(?:[\w-]+/)*(?:donate|cgi-bin/webscr[^\s]*(?:_donations|hosted_button|_s-xclick|_xclick))|paypal\.me/[\w.-]+|paypal\.com/(?:paypalme|pools)/", re.IGNORECASE)  # fmt: skip
_DONATE_PATH = late(
    r"/(?:[\w.-]*[-_.])?(?:donate|donation|donations|donate-now|donor|spenden|spende|spendenformular|online-spende|onlinespende|faire-un-don|faites-un-don|fairedon|je-donne|don-en-ligne|donaciones|donar|donativo|dona|donazioni|donazione|doneren|doneer|doacao|doacoes|doe|wesprzyj|wspieraj|darowizna|lahjoita|soutenir|nous-soutenir|giving|give|support-us|supportus|unterstuetzen|tip-jar|tipjar|podporit|bagis)(?:[-_][\w-]*)?(?:/|\.html?|\.php|\.aspx?|$|\?|#)"
    r"|^/?#?(?:donate|spenden)|//(?:www\.)?(?:donate|spenden|spende|give|giving|donations?|dons?|don|dona|doneer|donorbox|support)\.",
    re.IGNORECASE,
)
_DONATE_WORD = late(
    r"don|spend|giv|gift|support|help|helf|contribut|unterst|souten|wesp|wsp|apoi|steun|geef|[€$£]|\d|❤|♥",
    re.IGNORECASE,
)
_UNDER_DONATE = late(r"^/(?:[a-z]{2}/)?(?:spenden?|donate|donations?)/")
_NAMED_PATH = late(r"/(?:donate|spenden|donations?)-[\w-]{2,30}/?(?:\?|$)")
_STRONG_PATH = late(r"/(?:donate|donation|donations|donate-now|spenden|spende|online-spenden?|jetzt-spenden|faire-un-don|donar|doneren|doneer|wesprzyj|dons?|soutenir|donazioni|doacoes|giving)/?(?:index\.\w+|\.html?|\.php)?(?:[?#].*)?$|//(?:www\.)?(?:donate|spenden|spende|giving|dons?|dona)\.", re.IGNORECASE)  # fmt: skip
_DONATE_HREFS = ("donat", "donor", "spende", "/don", "dons", "dona", "donner", "doneer", "doneren", "doacao", "doacoes", "/doe", "wesprzyj", "wspieraj", "darowizn", "lahjoita", "soutenir", "giving", "/give",
                 "support-us", "supportus", "unterstuetz", "tip-jar", "tipjar", "paypal", "bagis", "podporit", "/sponsors/", "cash.app/", "yoomoney", "monobank")  # fmt: skip
_DONATE_PHRASES = ("giving to", "give to", "donate to", "spenden", "faire un don", "donar a", " donate")
_DONATE_SAYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("donat", "support us", "support our", "support this", "support independent", "contribution", "a gift", "deductible"), r"(?:please|you\scan|consider|help\s\w+\sby)\s(?:\w+\s){0,4}?(?:donat(?:e|ing)|mak(?:e|ing)\sa\s(?:\w+\s)?(?:donation|contribution|gift))|(?:make|give)\sa\s(?:\w+[\s-]?){0,3}?(?:donation|tax-deductible\s(?:gift|contribution))|your\s(?:\w+\s){0,2}?donations?\s(?:will|helps?|supports?|makes?|allows?)|support\s(?:us|our\swork|our\sjournalism|this\s(?:site|blog|project)|independent\sjournalism)\s(?:with|by|through|via|on|today)|donate\svia\s(?:paypal|bitcoin|patreon)"),
    (("spende",), r"(?:mit|durch)\s(?:ihrer|deiner|einer|eurer)\s(?:\w+\s){0,2}?spende\b|(?:bitte|jetzt|hier|wir\sbitten\s(?:\w+\s)?um)\s(?:\w+\s){0,3}?spende[nt]?\b|(?:ihre|deine|eure)\s(?:\w+\s){0,2}?spende[n]?\s(?:hilft|helfen|ermöglicht|ist|kommt|fließt|wird|sichert|macht)|spendenkonto|unterstützen\ssie\s(?:uns|unsere\s\w+|\w+)\s(?:\w+\s){0,3}?(?:mit\s(?:einer|ihrer)\s)?spende|freuen\suns\süber\s(?:\w+\s){0,3}?spende|spenden\ssie\b|spende\s(?:per|via|über|mit)\s(?:paypal|überweisung)"),
    (("un don", "vos dons", "votre don", "donación", "donativo", "donazione", "doação", "darowizn", "przekaż"), r"(?:faites|faire|faisant|par)\sun\s(?:\w+\s)?don\b(?!\s(?:de\ssang|d[’']organe))|vos\sdons\s|votre\sdon\s|(?:haz|hacer|haciendo|realiza(?:r)?)\suna?\s(?:donación|donativo)|(?:tu|su)\sdonación|(?:fai|fare)\suna\sdonazione|faça\suma\sdoação|przekaż\s(?:\w+\s)?(?:darowiznę|1%|1,5%)"),
    (("поддерж", "пожертв"), r"(?:поддержите|поддержать)\s(?:нас|проект|редакцию|издание|сайт)|(?:сделать|сделайте)\sпожертвование"),
)  # fmt: skip
_ASKED = tuple((needles, late(pattern, re.IGNORECASE)) for needles, pattern in _DONATE_SAYS)


def find_donation(census: Census) -> list[Signal]:
    """Where the page asks for money without selling anything: links, forms, platforms, sentences."""
    found: list[Signal] = []
    asking = census.links_with(_DONATE_HREFS, DONATE_TEXTS, _DONATE_PHRASES)
    known = {link.number for link in asking}
    for link in (*asking, *(link for link in census.links_to(DONATION_HOSTS) if link.number not in known)):
        block = link.anchor.block
        if (
            not link.own_words
            or (block is not None and block.within(regions.RELATED, regions.CONSENT))
            or not _asks(census, link)
        ):
            continue
        found.append(
            census.signal(
                "donation", f"link {link.text or '(image)'}: {link.href[:160]}", "N1", link.anchor.element, "site"
            )
        )
        if len(found) >= 2:
            break
    for form in census.document.tagged("form"):
        action = (form.get("action") or "").lower()
        if _PAYPAL.search(action) or ("paypal.com/cgi-bin/webscr" in action and _form_asks(form)):
            found.append(census.signal("donation", f"form to {action[:120]}", "N1", form))
            break
    for resource in census.resources:
        if resource.tag in ("iframe", "script") and domain_in(resource.host, _ASKING_SCRIPTS):
            found.append(census.signal("donation", f"{resource.tag} {resource.url[:120]}", "N1", resource.element))
            break
    if not found:
        for needles, pattern in _ASKED:
            said = census.says(pattern, needles)
            if said and (not said[0].in_main or _closes(census, said[0])):
                found.append(census.signal("donation", f"says: {said[1]}", "N1", said[0].element))
                break
    return found


def _closes(census: Census, block: TextBlock) -> bool:
    """A plea at the end of the text is the page's own; within it, it may be anybody's."""
    main = census.document.main
    return main is not None and block.index >= main.last - 3 and "spendenkonto" not in block.text.lower()


def _form_asks(form: HtmlElement) -> bool:
    return any(
        (i.get("value") or "").lower() in ("_donations", "_s-xclick")
        for i in form.iter("input")
        if i.get("name") == "cmd"
    )


def _asks(census: Census, link: LinkSeen) -> bool:
    text = link.text.strip(" »›→>|*!♥❤")
    block = link.anchor.block
    in_prose = block is not None and block.in_main and len(block.text) > 3 * len(text) + 60
    if domain_in(link.host, DONATION_HOSTS):
        return not in_prose or any(
            word in text
            for word in (
                "donat",
                "spend",
                "support",
                "unterst",
                "soutenir",
                "patreon",
                "don",
                "coffee",
                "apoia",
                "wspier",
            )
        )
    if _PAYPAL.search(link.href):
        return True
    if link.host and not census.owns(link.host) and not census.akin(link.host):
        return text in DONATE_TEXTS and text not in _WEAK_DONATE and not in_prose
    if in_prose:
        return text in DONATE_TEXTS and text not in _WEAK_DONATE
    path = link.path
    if (text in DONATE_TEXTS and text not in _WEAK_DONATE) or _NAMED_DONATE.match(text):
        return True
    if text in _WEAK_DONATE:
        return _DONATE_PATH.search(link.href) is not None or any(
            word in path
            for word in (
                "donat",
                "donor",
                "giving",
                "spend",
                "/don",
                "membership",
                "soutenir",
                "unterstuetz",
                "support",
            )
        )
    if text.endswith((" donate now", " donate", " donate today", " jetzt spenden", " faire un don")):
        return _DONATE_PATH.search(link.href) is not None
    if len(text) > 40 or (text and not _DONATE_WORD.search(text)):
        return False
    if _STRONG_PATH.search(link.href) or (not text and _UNDER_DONATE.search(path)):
        return True
    framed = block is not None and block.within(regions.NAV, regions.HEADER, regions.FOOTER)
    return framed and _NAMED_PATH.search(path) is not None


# --- subscriptions, advertisers ---------------------------------------------------------------------------------

SUBSCRIBE_TEXTS = frozenset(
    """abo|abos|abo-shop|aboshop|abonnement|abonnements|digital-abo|digitalabo|print-abo|probeabo|probe-abo|abo bestellen|abo abschließen|jetzt abonnieren|abo & shop|abo-service|aboservice|abo-angebote|aboangebote|abonnent werden|jetzt abo sichern|zum abo|unsere abos|abo kündigen|e-paper abo|zeitung abonnieren|magazin abonnieren|heft abonnieren|online-abo|miniabo|mini-abo|abonnieren sie|abo-shop & prämien|jetzt testen
    |subscribe|subscribe now|subscriptions|subscription|subscribe today|subscription offers|print subscription|digital subscription|digital subscriptions|gift subscription|gift subscriptions|give a gift|manage subscription|my subscription|subscribe to print|subscribe from $1|subscribe / renew|subscribe/renew|subscriber services|become a subscriber|get unlimited access|buy a subscription|subscription plans|renew subscription|home delivery|subscribe for $1
    |s'abonner|s’abonner|abonnez-vous|je m'abonne|je m’abonne|nos offres d'abonnement|offres d'abonnement|offres d’abonnement|abonnement numérique|s'abonner au journal|s'abonner dès 1€|suscríbete|suscríbase|suscripciones|suscripción|suscribirse|suscripción digital|abbonati|abbonamenti|abbonamento|assine|assine já|assinaturas|assinatura|assine agora|abonneren|abonnementen|neem een abonnement|word abonnee|prenumerata|prenumeruj|kup prenumeratę|subskrypcja|subskrybuj|e-prenumerata|wykup dostęp|prenumerera|köp prenumeration|bestill abonnement|køb abonnement|tilaa|tilaa lehti|předplatné|předplatit|előfizetés|abone ol|подписка|подписаться|оформить подписку|購読|有料会員|定期購読|구독신청|구독""".replace("\n    ", "").split("|")
)  # fmt: skip
#: Texts that also invite to a newsletter, a feed or a channel.
_WEAK_SUBSCRIBE = frozenset(["subscribe", "subscribe now", "subscribe today", "s'abonner", "s’abonner", "abonnez-vous", "jetzt abonnieren", "suscríbete", "suscribirse", "suscríbase", "subskrybuj", "subskrypcja", "abonneren", "abone ol", "подписаться", "подписка", "구독", "subscriptions", "subscription", "prenumeruj", "je m'abonne", "je m’abonne", "abonnieren sie", "abbonati", "tilaa", "jetzt testen", "give a gift", "assine", "購読", "abonnements", "prenumerera", "manage subscription"])  # fmt: skip
_SUBSCRIBE_ADDRESS = late(r"//(?:www\.)?(?:abo|abos|aboshop|abonnement|abonnements|subscribe|subscription|subscriptions|secure|checkout|offers?|suscripcion(?:es)?|prenumerata|abonne[sz]?|leserservice)\.|/(?:abo|abos|abo-?shop|abonnement|abonnements|abonnieren|aboservice|subscribe|subscription|subscriptions|subscription-offers?|s-?abonner|abonnez-vous|offres|suscripcion(?:es)?|suscribete|abbonamenti|abbonati|assine|assinaturas?|prenumerata|sklep|membership|plus|premium|digital-subscription)s?(?:[/?._-]|$)", re.IGNORECASE)  # fmt: skip
_NEWSLETTER = late(r"newsletter|mailing|feed|rss|podcast|youtube|itunes|e?-?mail|mailchi|feedburner|telegram|whatsapp|messenger|push|alert|comments?|ical|webcal|infolettre|boletin", re.IGNORECASE)  # fmt: skip

ADVERTISE_TEXTS = frozenset(
    """advertise|advertise with us|advertise here|advertise on this site|advertising|advertisers|for advertisers|ad rates|ad sales|media kit|mediakit|media-kit|media pack|rate card|ad choices & rates|advertising opportunities|advertise with the times|sponsorship|sponsorships|sponsorship opportunities|advertiser info|advertise your business|place an ad|media sales|advertising & sponsorship|advertising rates|partner with us|brand partnerships
    |mediadaten|media-daten|media daten|werben|werben sie|werben sie bei uns|werben bei uns|hier werben|anzeigen schalten|anzeige schalten|anzeige aufgeben|inserieren|inserate|werbung schalten|werbung buchen|werbemöglichkeiten|für werbetreibende|für werbepartner|mediadaten & preise|anzeigenpreise|anzeigenpreisliste|online werben|werbepartner werden|werbekunden|werbepreise|onlinewerbung|mediaservice|anzeigenservice|vermarktung|media & sales|media sales|mediakit & preise|werbung & mediadaten|mediadaten/werbung|mediadaten (pdf)|mediadaten online|hier werbung schalten|hier könnte ihre werbung stehen
    |publicité|la publicité|annonceurs|annoncer|régie publicitaire|régie|espace annonceurs|publicité & partenariats|devenir annonceur|publicidad|anúnciate|anunciate|anuncie|anúncie|anunciantes|anuncie aquí|tarifas de publicidad|publicite aquí|publicidade|anuncie conosco|pubblicità|per la pubblicità|adverteren|adverteerders|adverteren?|reklama|reklama w serwisie|dla reklamodawców|reklamuj się|biuro reklamy|annonsera|annonser|annoncér|annoncering|annonsere|mainostajalle|mainosta|mediatiedot|inzerce|reklam ver|reklam|hirdetés|médiaajánlat|реклама|реклама на сайте|рекламодателям|размещение рекламы|広告掲載|広告掲載について|광고문의|광고안내|广告服务""".replace("\n    ", "").split("|")
)  # fmt: skip
#: One word that is a heading of many things: it counts with an address that says the same.
_WEAK_ADVERTISE = frozenset(["advertising", "publicité", "publicidad", "publicidade", "reklama", "reklam", "реклама", "pubblicità", "werben", "hirdetés", "sponsorship", "sponsorships", "advertise", "vermarktung", "partner with us", "inserate", "annonser", "régie", "advertisers", "inzerce"])  # fmt: skip
_ADVERTISE_ADDRESS = late(r"advertis|media-?kit|mediadaten|media-?daten|/werb|werben|werbung|inserieren|anzeigen|publicit|publicidad|regie|annonceur|anunci|pubblic|adverteren|reklam|annons|mainos|inzerc|hirdet|sponsor|/ads?(?:/|$|\.)|rate-?card|reklama|koukoku|media-?sales|vermarktung|mediatiedot", re.IGNORECASE)  # fmt: skip
_NAMED_ADVERTISE = late(r"^(?:advertise\s(?:with|on|in|at)\s.{2,30}|(?:werben|werbung|inserieren|anzeigen)\s(?:auf|bei|in|im|mit)\s.{2,30}|bei\s.{2,30}\swerben|publicité\s(?:sur|dans)\s.{2,30}|.{2,30}\smedia\s?kit|mediadaten\s.{1,20}|.{1,20}\smediadaten|anúnciate\sen\s.{2,30}|adverteren\s(?:op|bij|in)\s.{2,30}|reklama\s(?:w|na)\s.{2,30})$")  # fmt: skip


_SUBSCRIPTION_SAYS = late(
    r"\b(?:becom(?:e|ing)|upgrad(?:e|ing)\sto(?:\sbe)?|as)\sa\s(?:free\sor\s)?(?:paid|paying)\s(?:subscriber|subscription|member)",
    re.IGNORECASE,
)


def find_subscription(census: Census) -> tuple[list[Signal], list[Signal]]:
    """Offers to subscribe for money (C2), and invitations that may be to a free newsletter (C1)."""
    sold: list[Signal] = []
    hints: list[Signal] = []
    for link in census.links_with((), SUBSCRIBE_TEXTS):
        if not link.own_words or (
            link.anchor.block is not None and link.anchor.block.within(regions.RELATED, regions.NEWSLETTER)
        ):
            continue
        if _NEWSLETTER.search(link.href):
            continue
        strong = link.text not in _WEAK_SUBSCRIBE or _SUBSCRIBE_ADDRESS.search(link.href)
        signal = census.signal(
            "subscription",
            f"link {link.text}: {link.href[:160]}",
            "C2" if strong else "C1",
            link.anchor.element,
            "site",
        )
        (sold if strong else hints).append(signal)
        if len(sold) >= 2:
            break
    said = census.says(_SUBSCRIPTION_SAYS, ("paid subscri", "paying subscri", "paid member")) if not sold else None
    if said:
        sold.append(census.signal("subscription", f"says: {said[1]}", "C2", said[0].element, "site"))
    return sold, hints[:1]


def find_advertise(census: Census) -> list[Signal]:
    """A page for advertisers: "Advertise with us", media data, rate card."""
    for link in census.links_with(("advertis", "mediadaten", "media-kit", "mediakit", "werben"), ADVERTISE_TEXTS):
        block = link.anchor.block
        if not link.own_words or (
            block is not None and (block.within(regions.RELATED) or (block.in_main and len(block.text) > 120))
        ):
            continue
        named = link.text in ADVERTISE_TEXTS
        if (
            named and (link.text not in _WEAK_ADVERTISE or _ADVERTISE_ADDRESS.search(link.href))
        ) or _NAMED_ADVERTISE.match(link.text):
            if "/tag/" in link.href or "/category/" in link.href or "/topic" in link.href or "/thema/" in link.href:
                continue
            return [
                census.signal("advertise", f"link {link.text}: {link.href[:160]}", "C2", link.anchor.element, "site")
            ]
    return []


# --- sponsored content ------------------------------------------------------------------------------------------

_SPONSORED_LINE = late(
    r"""^\W*(?:sponsored(?:\s(?:(?:content|post|article|story|stories|message|feature|listing)(?:\s(?:by|from|for)\s.{2,40})?|by\s.{2,40}))?|paid\s(?:post|content|partnership|promotion|program|for\sby\s.{2,40})|partner\scontent|branded\scontent|brand\sstudio|advertorials?|promoted\s(?:content|post|stories|by\s.{2,40})|presented\sby\s.{2,40}|paid\sadvertis\w+|in\spartnership\swith\s.{2,30}\|\spaid
    |gesponsert(?:er\s(?:beitrag|inhalt|artikel|post)|e\s(?:beiträge|inhalte|artikel))?|bezahlter\s(?:beitrag|inhalt|artikel)|bezahlte\s(?:anzeige|partnerschaft|kooperation)|werbebeitrag|sponsored\sbeitrag|anzeigen-?sonderveröffentlichung|sonderveröffentlichung|native\sadvertising|publireportage|publi-?rédactionnel|publireportaje|contenu\s(?:sponsorisé|partenaire|de\smarque)|article\ssponsorisé|contenido\s(?:patrocinado|de\smarca)|patrocinado|branded|brandvoice|conteúdo\s(?:patrocinado|de\smarca)|contenuto\ssponsorizzato|gesponsorde?\s(?:inhoud|bijdrage)|artykuł\ssponsorowany|materiał\s(?:sponsorowany|partnera|promocyjny)|tekst\ssponsorowany|annonsinnehåll|annonsørinnhold|betalt\sindhold|kaupallinen\syhteistyö|na\sправах\sрекламы|на\sправах\sрекламы|спецпроект|партн[её]рский\sматериал|pr記事|記事広告|タイアップ)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_SPONSORED_SAYS = late(
    r"""(?:this|the)\s(?:post|article|content|story|video|conversation|shop)\s(?:is|was|has\sbeen|contains)\s(?:\w+\s){0,2}?(?:sponsored|paid\sfor|brought\sto\syou\sby|compensated)|this\sis\sa\s(?:\w+\s)?sponsored\s(?:post|conversation|article|review)|i\s(?:was|have\sbeen|am)\s(?:compensated|paid)\s(?:by|for)|sponsored\spost\s(?:by|from|written|for)|dieser\s(?:beitrag|artikel)\s(?:ist|wurde|entstand|enthält)\s(?:\w+\s){0,5}?(?:gesponsert|sponsored|bezahlte?\s|in\s(?:bezahlter\s)?kooperation\smit)|in\s(?:freundlicher|bezahlter)\s(?:kooperation|zusammenarbeit)\smit
    |cet\sarticle\s(?:est|a\sété)\s(?:\w+\s){0,2}?sponsorisé|en\spartenariat\srémunéré|este\s(?:post|artículo)\s(?:es|está|ha\ssido)\s(?:\w+\s)?patrocinado|artykuł\s(?:jest\s)?sponsorowany|post\s(?:jest\s)?sponsorowany|has\sbeen\scompensated|as\spart\sof\sa\s(?:social\s)?shopper\s(?:insights\s)?(?:study|amplification)""",
    re.IGNORECASE | re.VERBOSE,
)
_SPONSORED_NEEDLES = (
    "sponsor",
    "paid for",
    "brought to you",
    "compensated",
    "kooperation",
    "zusammenarbeit",
    "bezahlt",
    "patrocinad",
    "partenariat",
    "i was paid",
    "shopper",
)
_SPONSORED_NAME = late(r"^(?:.*[_-])?(?:sponsored[_-]?(?:content|post|article|story|by|label|badge|message|teaser|tag)|sponsor-?content|paid-?(?:post|partner-?content)|partner-?content|branded-?content|advertorials?|brandvoice|brand-?studio|publireportage|promoted-?(?:post|content|story))(?:[_-].*)?$", re.IGNORECASE)  # fmt: skip
_SPONSORED_TEXTS = frozenset(["sponsored content", "sponsored", "sponsored post", "sponsored posts", "paid post", "partner content", "branded content", "advertorial", "advertorials", "brand studio", "brandvoice", "gesponserter beitrag", "gesponserte beiträge", "bezahlter beitrag", "publireportage", "contenu sponsorisé", "contenu partenaire", "contenido patrocinado", "artykuł sponsorowany", "artykuły sponsorowane", "sponsored stories", "sonderveröffentlichung", "promoted content", "brandstory", "partner stories"])  # fmt: skip


def find_sponsored(census: Census) -> list[Signal]:
    """Content that somebody pays for: labels, names, sections, sentences; C3 where it is this article."""
    found = list(_sponsored_lines(census))
    for link in census.links_with((), _SPONSORED_TEXTS):
        if link.own_words:
            found.append(census.signal("sponsored", f"link {link.text}: {link.href[:120]}", "C2", link.anchor.element))
            break
    said = census.says(_SPONSORED_SAYS, _SPONSORED_NEEDLES)
    if said:
        found.append(census.signal("sponsored", f"says: {said[1]}", "C3" if said[0].in_main else "C2", said[0].element))
    for name in census.names_with(
        (
            "sponsor",
            "paid-post",
            "paidpost",
            "paid-partner",
            "partner-content",
            "partnercontent",
            "branded",
            "advertorial",
            "native-ad",
            "nativead",
            "brandvoice",
            "brand-studio",
            "publireportage",
            "promoted",
        )
    ):
        if _SPONSORED_NAME.match(name) and not name.lower().startswith(
            ("category-", "tag-", "menu-item", "post-", "term-", "page-")
        ):
            element = census.named(name)
            if element is not None and element.tag not in ("body", "html", "script", "link"):
                found.append(census.signal("sponsored", f"<{element.tag}> named {name}", "C2", element))
                break
    return found[:4]


def _sponsored_lines(census: Census) -> Iterator[Signal]:
    for block in census.lines:
        if (
            len(block.text) <= 70
            and _SPONSORED_LINE.match(block.text)
            and not block.within(regions.NAV, regions.FOOTER)
        ):
            over = (
                census.document.main is not None and block.index <= census.document.main.first + 2 and not block.anchors
            )
            yield census.signal(
                "sponsored",
                f"label: {block.text}",
                "C3" if over and not block.within(regions.ASIDE, regions.RELATED) else "C2",
                block.element,
            )
            return
