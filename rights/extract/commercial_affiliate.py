"""Affiliate links: partner ids in addresses, networks' hosts, link-rewriting scripts, and sentences that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from rights.extract.commercial_census import Census, LinkSeen, domain_in
from rights.model import Signal
from rights.patterns import late

KIND = "affiliate"

#: Domains whose links are paid for by the sale or the click.
NETWORKS = frozenset(
    """
    awin1.com zenaps.com zanox.com zanox-affiliate.de zanox.ws adcell.com adcell.de belboon.com belboon.de tradedoubler.com tradetracker.net ds1.nl
    webgains.com webgains.io financeads.net financeads.com webmasterplan.com affili.net partners.webmasterplan.com anrdoezrs.net jdoqocy.com tkqlhce.com
    dpbolvw.net kqzyfj.com qksrv.net afcyhf.com awltovhc.com ftjcfx.com lduhtrp.net tqlkg.com yceml.net emjcd.com apmebf.com commission-junction.com
    shareasale.com shareasale-analytics.com linksynergy.com linksynergy.walmart.com pjtra.com pjatr.com pntra.com pntrac.com pntrs.com gopjn.com
    avantlink.com pxf.io sjv.io evyy.net ojrq.net 7eer.net prf.hn skimresources.com redirectingat.com viglink.com digistore24.com copecart.com
    digidip.net clickbank.net rover.ebay.com linkconnector.com flexlinkspro.com flexlinks.com flexoffers.com effiliation.com metaffiliation.com
    publicidees.com affilae.com kwanko.com timeone.io netaffiliation.com daisycon.io lt45.net jf79.net dt51.net bol-partner.com partner.bol.com
    adtraction.com track.adtraction.com in.adtraction.com adservicemedia.dk partner-ads.com tradeads.dk a8.net valuecommerce.com accesstrade.net
    moshimo.com af.moshimo.com hb.afl.rakuten.co.jp afl.rakuten.co.jp linkshare.ne.jp s.click.aliexpress.com admitad.com ad.admitad.com alitems.com
    cityads.com actionpay.net gdeslon.ru epn.bz webepartners.pl convertiser.com novem.pl systempartnerski.pl tradedoubler.se affiliatefuture.com
    paidonresults.net omgt5.com omgpm.com optimisemedia.com silvertap.com performancehorizon.com buyat.com dgm.com hotelscombined-affiliate.com
    magik.ly rstyle.me liketoknow.it shopstyle.it shop-links.co howl.me howl.link narrativ.com bam-x.com geni.us geniuslinkcdn.com amzn.to a.co
    amazon-adsystem-affiliate.com klktr.com sovrn.co linkhaitao.com fave.co go.magik.ly clk.tradedoubler.com awin.com superclix.de affilinet.com
    retailads.net ad4mat.net communicationads.net check24-partnerprogramm.de check24.net a.check24.net partner.e-recht24.de tarifcheck.com a.partner-versicherung.de
    partner-versicherung.de finanzen-affiliate.de mydealz-affiliate.com smartadserver-affiliate.com clixgalore.com clixgalore.de jvzoo.com warriorplus.com
    tc.tradetracker.net track.webgains.com click.linksynergy.com track.effiliation.com tracking.publicidees.com yieldkit.com sub-affiliate.net
    """.split()
) - {"awin.com", "a.co", "affilinet.com", "kwanko.com", "flexoffers.com", "check24-partnerprogramm.de", "affili.net", "amazon-adsystem-affiliate.com",
     "finanzen-affiliate.de", "mydealz-affiliate.com", "smartadserver-affiliate.com", "hotelscombined-affiliate.com", "sub-affiliate.net", "check24.net"}  # fmt: skip

_AMAZON = late(r"//(?:www\.|smile\.)?amazon\.[a-z.]{2,6}/", re.IGNORECASE)
_AMAZON_TAG = late(r"[?&;/](?:amp;)?(?:tag=|associatetag=|t=)?([a-z0-9_-]{2,40}-2[0-9])(?=$|[&;?/#\"'])", re.IGNORECASE)
#: A partner's id in an address of a shop that runs its own programme.
_PARTNER_ID = late(
    r"""booking\.com/[^\s]*[?&;]aid=\d{4,}|//(?:[\w-]+\.)?ebay\.[a-z.]+/[^\s]*[?&;]campid=\d{6,}|//(?:[\w-]+\.)?check24\.(?:net|de)/[^\s]*[?&;](?:pid|wpset)=|bookshop\.org/(?:a|shop|lists)/[\w-]+
    |//(?:www\.)?thalia\.de/[^\s]*(?:affiliate|zanpid|awc=)|//(?:www\.)?buecher\.de/[^\s]*wea=\d{5,}|//(?:www\.)?ebook\.de/[^\s]*adcode=|hugendubel\.[a-z]+/[^\s]*[?&](?:awc|zanpid|partnerid)=|//(?:www\.)?weltbild\.de/[^\s]*(?:wea|awc|zanpid)=
    |aliexpress\.com/[^\s]*aff_(?:fcid|short_key|platform|trace)|udemy\.com/[^\s]*(?:ranMID|ranSiteID)=|etsy\.com/[^\s]*[?&]utm_medium=affiliate|//(?:www\.)?fnac\.com/[^\s]*[?&]Origin=(?:awinaff|zanox|affilinet|cj)|//(?:www\.)?getyourguide\.[a-z]+/[^\s]*[?&;]partner_id=
    |airbnb\.[a-z.]+/[^\s]*[?&]af=\d|viator\.com/[^\s]*[?&](?:pid|mcid)=|//(?:www\.)?hostelworld\.com/[^\s]*affiliate|//(?:www\.)?agoda\.[a-z]+/[^\s]*[?&;]cid=\d{5,}|//(?:www\.)?tripadvisor\.[a-z.]+/[^\s]*[?&]m=\d{5}|//affiliates?\.[\w.-]+/|//(?:partner|partners)\.[\w.-]+/(?:go|click|redirect|track|aff)
    |[?&;](?:amp;)?(?:utm_medium|medium)=affiliate|[?&;](?:amp;)?(?:aff_id|affid|aff_code|affiliatecode|zanpid|awc|clickref|irclickid|ref_partner|a_aid|afid|hop|awinaffid|awinmid|tduid)=[\w.-]+
    |/(?:go|out|recommends|empfiehlt|link|links|goto|aff|affiliate|partner|deal|to)/(?:amazon|ebay|affiliate|awin|digistore|booking|check24)\b""",
    re.IGNORECASE | re.VERBOSE,
)
#: Literals, one of which stands in every address of a partner outside the networks.
_HREF_HINTS = ("amazon.", "booking.com", "campid=", "check24", "bookshop.org", "affiliate", "zanpid", "awc=", "wea=", "adcode=", "aff_", "affid", "ranmid", "ransiteid", "awinaff", "partner_id=",
               "?af=", "&af=", "viator.", "agoda.", "tripadvisor.", "//partner", "clickref=", "irclickid=", "ref_partner=", "a_aid=", "afid=", "?hop=", "&hop=", "hop.clickbank", "awinmid", "tduid=", "/amazon", "/ebay", "/awin", "/digistore", "/booking", "partnerid=")  # fmt: skip
#: What a partner's address must not be: the programme's own page, sharing, or a subscription to a feed.
_NOT_PARTNER = late(
    r"partnerprogramm|affiliate-?program|/affiliates?/?$|affiliates\.[\w.]+/?$|sharer|share\?|intent/tweet|pinterest\.[a-z]+/pin/create|mailto:",
    re.IGNORECASE,
)

_SCRIPT_HOSTS = frozenset(
    ["skimresources.com", "viglink.com", "dwin2.com", "digidip.net", "yieldkit.com", "geniuslinkcdn.com", "monetizer101.com", "narrativ.com", "affilizz.com",
     "shopstyle.com", "metaffiliation.com", "linkconnector.com", "s.skimresources.com", "tracdelight.com", "stylight.net", "affilicon.net", "sovrn.co", "effiliation.com"]
)  # fmt: skip
_SCRIPTS: tuple[tuple[str, str | None], ...] = (
    (
        "skimlinks",
        r"skimlinks_?(?:pub|settings|id|site)|s\.skimresources|skimlinks(?:[\"']?\s*[:=]\s*(?:true|[\"'{\d]))",
    ),
    ("s.skimresources.com", None),
    ("redirectingat", None),
    ("viglink", r"viglink\s*=|viglink_key|cdn\.viglink|vglnk"),
    ("vglnk", r"vglnk\s*=\s*\{|vglnk\.key"),
    ("amzn_assoc_", r"amzn_assoc_(?:tracking_id|ad_type|placement|linkid)"),
    ("amazon_assoc", None),
    ("amznassociate", None),
    ("tracking_id", r"(?:amazon|associate)[\w\"':\s,=]{0,60}tracking_?id"),
    ("onelink", r"onelink[^;]{0,40}instance_?id|z-na\.amazon-adsystem"),
    ("amazon-adsystem.com/widgets", None),
    ("affiliatelink", r"affiliate_?links?[\"']?\s*[:=]\s*(?:true|[\"'\[{])"),
    ("affilizz", None),
    ("affiliatelinkrewriter", None),
    ("dwin2.com", None),
    ("yieldkit", None),
    ("digidip", None),
    ("belboon", None),
)
_COMPILED = tuple((literal, late(pattern) if pattern else None) for literal, pattern in _SCRIPTS)
_WIDGET = late(
    r"(?:rcm|ws|z)-?(?:eu|na|fe|de|uk|fr|it|es|jp|ca|cn|br|in|mx|au)?\.amazon(?:-adsystem|assoc|\.)[\w.-]*/(?:e/cm|widgets|onejs|cm)|assoc-amazon\.[\w.]+/(?:e/|s/)|astore\.amazon"
)

#: Sentences by which a page says that it earns by its links; each with a literal that stands in every match.
_DISCLOSURES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("affiliate",),
     r"""(?:contains?|includes?|including|uses?|may\suse|using|are|is|some|these|through|via|our|my|has|have|with|from|click(?:ing)?(?:\son)?)\s(?:[\w,'’-]+\s){0,6}?affiliate\s(?:links?|partners?|commissions?)|affiliate\s(?:links?|disclosure|commissions?)\s?(?:[:.*)\]–-]|below|above|in\sthis|may|at\sno|which|that|policy|notice|disclaimer)
     |affiliate\s(?:advertising\s)?program(?:me)?s?\sdesigned\sto|(?:earn|earns|receive|get|make)\s(?:a\s|an\s|some\s)?(?:small\s)?(?:affiliate\s)?commission(?:s)?\s(?:if|from|when|on|for|through|via)|(?:may|will|can)\s(?:earn|receive|get)\s(?:an?\s)?affiliate|participant\sin\sthe\s(?:amazon|[\w\s]{3,40}affiliate)
     |affiliate[\s-]?links?\s(?:sind|handelt|enthalten|bzw|oder|im\ssinne|ist|zu|von|auf)|(?:enthält|enthalten|sogenannte[nr]?|so\sgenannte[nr]?|um|setze|setzt|verwende[nt]?|nutze[nt]?|diese|mit|alle|sind|als|unsere|über|durch)\s(?:[\wäöüß*()„“"-]+\s){0,5}?affiliate[\s-]?(?:links?|partner)\b|[*=]\s?(?:=\s?)?[^\w\n]{0,3}affiliate[\s-]?links?|affiliate[\s-]?link\s?[*)]|^\W*affiliate[\s-]?links?\W*$
     |affiliate\s(?:disclosure|disclaimer)\b|as\san?\s(?:\w+\s)?affiliate,?\s(?:we|i)\b"""),
    (("commission",), r"(?:we|i|site|microsoft|[\w.]+)\s(?:may|might|can|will|could)?\s?(?:earn|earns|receive|receives|get|make)\s(?:an?\s)?(?:small\s|modest\s|affiliate\s|referral\s)*commission|commission\s(?:at\sno|on\s(?:purchases|sales)|from\s(?:purchases|links|qualifying|items))|(?:recevoir|touchons|percevoir|perçoit|touche[rz]?)\s(?:une\s)?commission|commission\s(?:d[’']affiliation|sans\s(?:sur)?coût)"),
    (("compensation", "portion", "percentage", "make money", "referral fee", "earn revenue"),
     r"(?:purchas\w+|buy|bought|links?|click)\b[^.\n]{0,140}?(?:we|site|it|publisher|[\w.]+)\s(?:may\s|can\s|will\s)?(?:receive|earn|get|make)\s(?:\w+\s){0,3}?(?:compensation|portion|percentage|referral\sfee|money|revenue)\b|(?:may|can|will)\s(?:earn|receive|make|get)\s(?:\w+\s){0,2}?(?:compensation|portion|percentage|money|referral\sfee|revenue)\b[^.\n]{0,60}?(?:links?|purchas\w+|buy|sales)"),
    (("amazon",),
     r"as\san?\samazon\sassociate|amazon[\s-]services\sllc|amazon[\s-](?:eu\s)?associates?[\s-]program|amazon[\s-]partnerprogramm|amazon[\s-]partner(?:\s\w+){0,3}\sverdien|als\samazon[\s-]?partner|partnerprogramm\svon\samazon|programme\s(?:partenaires\s)?d[’']?\s?(?:affiliation\s)?(?:d[’'])?amazon|partenaire\samazon|programa\sde\safiliados\s(?:de\s)?amazon|afiliad[oa]s?\s(?:de|da|do)\samazon|programma\s(?:di\s)?affiliazione\s(?:di\s)?amazon|amazon\s?アソシエイト|affiliat(?:i|o)\samazon"),
    (("partnerlink", "partner-link", "werbelink", "provisions", "provision"),
     r"(?:enthält|enthalten|sogenannte[nr]?|sind|mit|um|\*|=|über|unsere|diese[rn]?)\s(?:[\wäöüß*()„“\"-]+\s){0,5}?(?:partner|werbe|provisions)[\s-]?links?\b|(?:partner|werbe|provisions)[\s-]?links?\s?(?:\*|gekennzeichnet|erhalten|sind|handelt|bedeutet|zu\b|von\b)|\*\s?=?\s?(?:partner|werbe|provisions)[\s-]?links?|(?:erhalte|erhalten|bekomme|bekommen|verdiene|verdienen|erhält|bekommt)\s(?:[\wäöüß]+\s){0,8}?(?:provision|vergütung)\b"),
    (("geld erhalten", "geld bekommen", "geld verdienen"), r"geld\s(?:erhalten|bekommen)\swir,?\swenn"),
    (("affili", "partenaire"), r"liens?\s(?:d[’']affiliation|affiliés?)|liens?\s(?:sponsorisés|partenaires)\b.{0,60}commission|(?:contient|contenir|contiennent)\s(?:[\w’']+\s){0,3}liens?\saffili"),
    (("afilia",), r"(?:enlaces?|links?|v[íi]nculos?)\s(?:de\s)?(?:afiliad[oa]s?|afiliaci[óo]n|afiliação)"),
    (("affilia",), r"link\s(?:di\s)?affilia(?:ti|to|zione|zioni)|(?:contiene|contengono)\s(?:[\w]+\s){0,2}link\saffili|affiliate\slinks?\b(?=.{0,80}(?:commissie|vergoeding))"),
    (("afiliacyj", "partnerskie"), r"link(?:i|ów|ami)?\s(?:afiliacyjn\w+|partnerski\w*)"),
    (("annonslänk", "reklamlänk", "reklamelink", "annoncelink", "affiliatelänk"), r"(?:innehåller|indeholder|inneholder|är|er)\s(?:\w+\s){0,2}(?:annonslänk|reklamlänk|reklamelink|annoncelink|affiliatelänk)\w*|^\W*(?:annonslänk|reklamlänk|reklamelink|annoncelink)\w*\W*$"),
    (("партн", "партнёр"), r"партн[её]рск(?:ая|ие|ую|их|ой)\sссылк\w+"),
    (("アフィリエイト",), r"アフィリエイト(?:リンク|プログラム|広告)"),
    (("파트너스",), r"파트너스\s?활동"),
)  # fmt: skip
_TOLD = tuple((needles, late(pattern, re.IGNORECASE | re.VERBOSE)) for needles, pattern in _DISCLOSURES)
#: Attributes in which a page hands its partner ids to a script.
_DATA_NAMES = (
    "data-skimlinks",
    "data-amazon-tag",
    "data-amazon",
    "data-amazon-associate-id",
    "data-awin-id",
)
#: In an article's own text, a sentence is about this page only where it says so: others write about the trade.
_OF_ITSELF = late(
    r"\b(?:we|i|our|us|my|me|this|these|here|below|above|wir|ich|uns|mir|unsere\w*|meine\w*|diese\w*|hier|links?\sin|nous|notre|nos|je|cet|cette|ce|ces|este|esta|esto|nosotros|nuestr\w+"
    r"|questo|questa|noi|nostr\w+|este|esta|nós|nosso\w*|dit|deze|wij|ons|onze|ten|tej|nasz\w*|my|nas|det\s?(?:här|her)|vi|мы|наш\w*|эт\w+)\b|\*|当|本|이",
    re.IGNORECASE,
)
_LIMIT = 4


def find_affiliate(census: Census) -> list[Signal]:
    """Proof of affiliate links: C3 for a link in the article's text, C2 for links elsewhere, scripts and sentences."""
    found: list[Signal] = []
    for detail, link in _links(census):
        block = link.anchor.block
        inside = block is not None and block.in_main
        found.append(census.signal(KIND, detail, "C3" if inside else "C2", link.anchor.element))
    for search in (_sentences, _scripts):
        for detail, element in search(census) if search is _sentences or not found else ():
            found.append(census.signal(KIND, detail, "C2", element))
    return found


def _links(census: Census) -> Iterator[tuple[str, LinkSeen]]:
    count = 0
    marked = census.links_with(_HREF_HINTS, frozenset())
    known = {link.number for link in marked}
    for link in (*marked, *(link for link in census.links_to(NETWORKS) if link.number not in known)):
        if link.host and is_affiliate(link.href, link.host, census.site) and link.own_words:
            yield f"link {link.href[:200]}", link
            count += 1
            if count >= _LIMIT:
                return


def is_affiliate(href: str, host: str, site: str | None) -> bool:
    """True for an address that carries a partner's id or leads through an affiliate network."""
    if "amazon." in host and _AMAZON.search(href):
        return _AMAZON_TAG.search(href) is not None
    if site and (host == site or host.endswith("." + site)):
        return False
    if domain_in(host, NETWORKS):
        return not _NOT_PARTNER.search(href) and len(href) > len(host) + 10
    return _PARTNER_ID.search(href) is not None and not _NOT_PARTNER.search(href)


def _scripts(census: Census) -> Iterator[tuple[str, HtmlElement | None]]:
    for resource in census.resources:
        if resource.tag in ("script", "iframe", "embed") and (
            domain_in(resource.host, _SCRIPT_HOSTS) or _WIDGET.search(resource.url)
        ):
            yield f"{resource.tag} {resource.url[:160]}", resource.element
            return
    for literal, pattern in _COMPILED:
        found = census.called(literal, pattern)
        if found:
            yield f"script: {found[0]}", found[1]
            return
    if "skimlinks&quot;:{&quot;enabled&quot;:true" in census.document.source:
        yield "skimlinks enabled in a data attribute", None
        return
    if any(f"{name}=" in census.document.source for name in _DATA_NAMES):
        for element in census.document.body.iter():
            for name in _DATA_NAMES:
                if element.get(name):
                    yield f"{name}={element.get(name)}", element
                    return


def _sentences(census: Census) -> Iterator[tuple[str, HtmlElement]]:
    for needles, pattern in _TOLD:
        found = census.says(pattern, needles)
        if found and (not found[0].in_main or _OF_ITSELF.search(found[1])):
            yield f"says: {found[1]}", found[0].element
            return
