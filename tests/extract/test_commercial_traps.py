"""The traps of real pages: what looks like money and is none, what is money and does not look it, and hard meanings.

Every page here is written for its trap; none is anybody's.
"""

from __future__ import annotations

from functools import cache

import pytest

from rights.extract import main_text
from rights.extract.commercial import SiteEvidence, assess_commercial
from rights.extract.metadata import read_facts
from rights.model import Commercial, CommercialLevel
from tests.extract.pages import document

STORY = "".join(
    f"<p>Paragraph {n} of a story about the river, its banks and the people who live there.</p>" for n in range(8)
)


def assess(
    body: str,
    head: str = "",
    url: str | None = "https://news.site.example/2024/story",
    site: SiteEvidence | None = None,
    within: str = "",
) -> Commercial:
    """What a page with a story shows about money: ``within`` stands in the middle of its text, ``body`` below it."""
    page = document(f"<main><article><h1>A story</h1>{STORY}{within}{STORY}</article></main>{body}", head=head, url=url)
    main_text.choose(page)
    return assess_commercial(page, read_facts(page), site)


@cache
def assess_once(body: str, head: str) -> Commercial:
    """`assess`, kept: the same traps are asked several questions."""
    return assess(body, head)


def kinds(found: Commercial) -> set[str]:
    return {signal.kind for signal in found.signals}


#: The traps of real pages by number, each with the name of its case below: 1 to 23 look like money and are none, 24 to
#: 31 are money and do not look it, 32 to 42 are hard to judge.
NUMBERED = {
    1: "blogger's consent boilerplate",
    2: "conversion pixel of a campaign",
    3: "conversion script of a shop",
    4: "advertiser's pixel of a native network",
    5: "retargeting of a company",
    6: "affiliate pixel of one pixel",
    7: "authority's basket for brochures",
    8: "cartouche and an element called cart",
    9: "header called banner, cookie banner",
    10: "badge called premium",
    11: "publikacje and publication are no pub",
    12: "affiliate as chapter of a network",
    13: "own collection called ads widget",
    14: "sponsored by the agency that built the site",
    15: "stripe as a class of style",
    16: "ad as a bare class",
    17: "Werbung as a tag",
    18: "source code that can be shown",
    19: "report to the police",
    20: "a brand's page about its own spots",
    21: "CC BY-SA is no company form",
    22: "link to a network's customer in a sponsor list",
    23: "scripts named popup, cluster, in.js",
    24: "slot of a blog host",
    25: "loader behind a consent tool",
    26: "first-party name of a tile",
    27: "native network in a configuration only",
    28: "inline call of a Russian network",
    29: "container filled by a call",
    30: "own banner with a click counter",
    31: "a label alone",
    32: "advertising that the blog's free host puts there",
    33: "private blog with a non-commercial licence and one unit",
    34: "non-profit newsroom with advertising",
    35: "charitable company that sells subscriptions",
    36: "public broadcaster with advertising",
    37: "public broadcaster without",
    38: "trade association",
    39: "lawyer's blog without advertising",
    40: "registration wall of a non-profit",
    41: "city under a commercial ending",
    42: "wiki with a non-commercial licence and an ad script",
}
_NUMBER = {name: number for number, name in NUMBERED.items()}


def trap_id(name: str) -> str:
    """A case's name, with the number of its trap."""
    return f"trap {_NUMBER[name]}: {name}" if name in _NUMBER else name


def test_every_numbered_trap_has_its_case() -> None:
    assert set(NUMBERED.values()) <= {case[0] for case in (*FALSE_ALARMS, *MISSES, *MEANINGS)}


#: Name of the trap, kind that must not be found, body, head.
FALSE_ALARMS = (
    ("a paid subscriber is told of", "subscription", "<p>The paper lost every tenth paid subscriber last year.</p>", ""),
    ("another's file shop", "shop", "<p>Her books are sold <a href='https://nell.gumroad.com/l/otters'>by herself</a>.</p>", ""),
    ("no notice: We unlock the full potential of the internet.", "paywall", "<p>We unlock the full potential of the internet.</p>", ""),
    ("no notice: Subscribe to keep up with our news.", "paywall", "<p>Subscribe to keep up with our news.</p>", ""),
    ("no notice: Sign in to continue the discussion.", "paywall", "<p>Sign in to continue the discussion.</p>", ""),
    ("no notice: The country has reached the debt limit.", "paywall", "<p>The country has reached the debt limit.</p>", ""),
    ("no notice: Already a member? Log in", "paywall", "<p>Already a member? Log in</p>", ""),
    ("no notice: Bezahlter Beitrag", "paywall", "<p>Bezahlter Beitrag</p>", ""),
    ("no notice: Alle Artikel auf einen Blick", "paywall", "<p>Alle Artikel auf einen Blick</p>", ""),
    ("no notice: Weiterlesen im Blog", "paywall", "<p>Weiterlesen im Blog</p>", ""),
    ("no notice: Urlaubs-Service für Abonnenten", "paywall", "<p>Urlaubs-Service für Abonnenten</p>", ""),
    ("no notice: Lisez la suite", "paywall", "<p>Lisez la suite</p>", ""),
    ("no notice: Accédez à tous nos services", "paywall", "<p>Accédez à tous nos services</p>", ""),
    ("no notice: Haz clic para seguir leyendo", "paywall", "<p>Haz clic para seguir leyendo</p>", ""),
    ("no notice: El Gobierno ha alcanzado el límite de deuda", "paywall", "<p>El Gobierno ha alcanzado el límite de deuda</p>", ""),
    ("no notice: Per continuare a leggere, scorri", "paywall", "<p>Per continuare a leggere, scorri</p>", ""),
    ("no notice: Register for the event in Berlin.", "paywall", "<p>Register for the event in Berlin.</p>", ""),
    ("blogger's consent boilerplate", "display_ads",
     "<script>(adsbygoogle = window.adsbygoogle || []).requestNonPersonalizedAds = 1; if (window.cookieChoices) cookieChoices.show();</script>", ""),
    ("conversion pixel of a campaign", "display_ads",
     "<img src='https://ad.doubleclick.net/ddm/activity/src=1;type=a;cat=b' width=1 height=1><iframe src='https://123.fls.doubleclick.net/activityi;src=1' style='display:none'></iframe>", ""),
    ("conversion script of a shop", "display_ads", "<script src='//www.googleadservices.com/pagead/conversion.js'></script>", ""),
    ("advertiser's pixel of a native network", "display_ads",
     "<script>window._tfa = window._tfa || []; _tfa.push({notify: 'event', name: 'page_view', id: 1}); </script><script src='//cdn.taboola.com/libtrc/unip/1/tfa.js'></script>", ""),
    ("retargeting of a company", "display_ads", "<script src='https://s.adroll.com/j/roundtrip.js'></script><script src='https://js.adsrvr.org/up_loader.1.1.0.js'></script>", ""),
    ("affiliate pixel of one pixel", "affiliate", "<img src='https://www.awin1.com/sread.img?tt=ns&m=1' width=1 height=1 alt=''>", ""),
    ("authority's basket for brochures", "shop",
     "<a href='/warenkorb'>Warenkorb</a><footer>© Bundesministerium für Beispiele</footer>", "<meta name=generator content='Government Site Builder'>"),
    ("cartouche and an element called cart", "shop", "<div class=cartouche id=cart>Carte du site</div><a href='/cartouche'>La cartouche</a>", ""),
    ("header called banner, cookie banner", "display_ads", "<div id=banner><img src=/head.jpg></div><div class='cookie-banner banner'>Cookies</div>", ""),
    ("badge called premium", "paywall", "<div class='premium-badge'>Nutrition score</div>", ""),
    ("publikacje and publication are no pub", "display_ads", "<ul class='publikacje-lista publication-item pub-date'><li>Raport</li></ul>", ""),
    ("affiliate as chapter of a network", "affiliate", "<p>Join the Global Affiliate Network: our affiliates in 80 countries work together.</p><a href='/network/affiliates'>Affiliates</a>", ""),
    ("own collection called ads widget", "display_ads", "<div class='mks_ads_widget'><a href='/collection/'><img src=/collection.jpg></a></div>", ""),
    ("sponsored by the agency that built the site", "sponsored", "<footer><div class='sponsored'><a href='https://agency.example/'><img src='/agency.svg' alt='Example Agency'></a></div></footer>", ""),
    ("stripe as a class of style", "shop", "<table class='stripe stripe-card'><tr><td>1</td></tr></table>", ""),
    ("ad as a bare class", "display_ads", "<div class='ad horizontal'>Additional details</div>", ""),
    ("Werbung as a tag", "display_ads", "<ul class=tags><li><a href='/tag/werbung'>Werbung</a></li><li>Anzeigen</li></ul>", ""),
    ("source code that can be shown", "display_ads", "<p>Quelltext anzeigen</p><button>Anzeigen</button>", ""),
    ("report to the police", "display_ads", "<p>Wer den Täter kennt, kann Anzeige erstatten.</p><p>Anzeige erstatten</p>", ""),
    ("a brand's page about its own spots", "display_ads", "<h2>Unsere Werbung</h2><p>Die Werbung aus dem Fernsehen zum Nachsehen.</p>", ""),
    ("CC BY-SA is no company form", "company", "<footer>© 2024 Ana, released under CC BY-SA</footer>", ""),
    ("link to a network's customer in a sponsor list", "display_ads", "<p>Thanks to <a href='https://www.vpn.example/'>a VPN</a> and <a href='https://www.outbrain.com/about/'>Outbrain</a>.</p>", ""),
    ("tickets, jobs and events called ads", "display_ads", "<ul class='job-ads ads-list classifieds'><li><a href='/ads/3'>Bicycle for sale</a></li></ul>", ""),
    ("scripts named popup, cluster, in.js", "display_ads", "<script src='/js/markerclusterer.js'></script><script src='/js/popup.js'></script><script src='https://platform.linkedin.com/in.js'></script>", ""),
    ("tag manager, analytics and consent tool", "display_ads", "<script src='https://www.googletagmanager.com/gtm.js?id=GTM-1'></script><script>gtag('config','G-1')</script><script src='https://cdn.cookielaw.org/otSDKStub.js'></script>", ""),
    ("newsletter that invites to subscribe", "subscription", "<a href='/newsletter/subscribe'>Subscribe</a><a href='/feed/'>Subscribe</a>", ""),
    ("a story about donations", "donation", "<article><h2><a href='/2024/party-donations-scandal'>Party donations scandal widens</a></h2></article>", ""),
    ("app stores are no shop", "shop", "<a href='https://apps.apple.com/app/1'>App Store</a><a href='https://play.google.com/store/apps/1'>Google Play Store</a>", ""),
    ("a button called basket with no price", "shop", "<button>Basket</button><input name=cart value=Cart>", ""),
    ("workshops are no shop", "shop", "<a href='/workshops/'>Workshop</a>", ""),
    ("a topic called shop", "shop", "<a href='/?tag=shop'>shop</a><a href='/tag/store/'>store</a>", ""),
    ("adjective in names", "display_ads", "<div class='header-address adaptive read-more load-more download-btn shadow admin-bar adobe-font'></div>", ""),
    ("a commission of the European Union", "affiliate", "<p>The European Commission may receive a report from the commission on the river.</p>", ""),
    ("responsibility for linked pages", "paywall", "<p>Für den Inhalt der verlinkten Seiten sind ausschließlich deren Betreiber verantwortlich.</p>", ""),
    ("free tier with its own words", "paywall", "<script>window.page = {paywall: false, isPremium: false, accessLevel: 'free'};</script>", "<meta property='article:content_tier' content='free'>"),
    ("vendor's script for newsletters", "paywall", "<script src='https://cdn.tinypass.com/api/tinypass.min.js'></script><a href='/newsletter'>Subscribe</a>", ""),
    ("empty place for a subscription's banner", "paywall", "<div class='consumer-marketing-unit consumer-marketing-unit--paywall-inline-barrier' role=presentation></div><a href='/abo'>Abo</a>", ""),
    ("name that says it is none", "paywall", "<div class='pmc-not-a-paywall'>Story</div>", ""),
    ("paywall switched off", "paywall", "<script>site.disablePaywall = true; site.bypassPaywall = 'n';</script>", ""),
    ("premium entries of classified advertising", "paywall", "<script>var ads = [{'isPremium':'1','featuredOrder':'1'}];</script>", ""),
    ("blog host's experiment script", "display_ads", "<script>script.src = '//pagead2.googlesyndication.com/pagead/js/google_top_exp.js';</script>", ""),
    ("affiliate as a local branch", "affiliate", "<div data-affiliate='cleveland'>Local news</div><a href='https://obituaries.example/search?affiliateid=1441'>Obituaries</a>", ""),
    ("review of a product with its price", "shop", "", '<script type="application/ld+json">[{"@type":"Review"},{"@type":"Product","offers":{"@type":"Offer","price":"99","priceCurrency":"EUR"}}]</script>'),
    ("gift subscription is no donation", "donation", "<a href='/subscribe/gift'>Give a gift</a>", ""),
    ("page about philanthropy", "donation", "<a href='/giving'>Philanthropy</a>", ""),
    ("taxonomy in class names", "display_ads", "<div class='tag-werbung category-ads custom_tags-werbung'>Story</div>", ""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "body", "head"), [trap[1:] for trap in FALSE_ALARMS], ids=[trap_id(trap[0]) for trap in FALSE_ALARMS]
)
def test_what_only_looks_like_money(kind: str, body: str, head: str) -> None:
    found = assess_once(body, head)
    assert kind not in kinds(found), [signal.detail for signal in found.signals]


#: Name, kind that must be found, body, head.
MISSES = (
    ("Raptive's loader in its own letters", "display_ads", "<script>(function(w,d){w.adthrive=w.adthrive||{};w.adthrive.cmd=[];})(window,document)</script>", ""),
    ("Mediavine's Journey", "display_ads", "", "<script src='https://scripts.scriptwrapper.com/tags/ab-cd.js'></script>"),
    ("served by BuySellAds", "display_ads", "<script src='//m.servedby-buysellads.com/monetization.js'></script>", ""),
    ("sponsored content by a company", "sponsored", "<p class='label-top'>Sponsored content by Reed Pumps Inc.</p>", ""),
    ("a paid subscription that is asked for", "subscription", "<p>The Marsh is read by few. To support it, consider becoming a free or paid subscriber.</p>", ""),
    ("an author's own files", "shop", "<p><a href='https://nell.gumroad.com/l/otters'>Buy my book</a></p><script src='https://gumroad.com/js/gumroad.js'></script>", ""),
    ("a stall of its own name", "shop", "<nav><a href='https://www.etsy.com/shop/ExampleSite'>Etsy shop</a></nav>", ""),
    ("membership at Steady", "donation", "<a href='https://steadyhq.com/en/marsh'>Support us on Steady</a>", ""),
    ("sponsors at a code host", "donation", "<a href='https://github.com/sponsors/nell'>Sponsor me</a>", ""),
    ("notice: You have 2 free articles left this month.", "paywall", "<div>You have 2 free articles left this month.</div>", ""),
    ("notice: Register for free to continue reading.", "paywall", "<div>Register for free to continue reading.</div>", ""),
    ("notice: You’ve reached your monthly limit of free articles.", "paywall", "<div>You’ve reached your monthly limit of free articles.</div>", ""),
    ("notice: Jetzt weiterlesen mit dem Digital-Abo", "paywall", "<div>Jetzt weiterlesen mit dem Digital-Abo</div>", ""),
    ("notice: Artikel nur für Abonnenten", "paywall", "<div>Artikel nur für Abonnenten</div>", ""),
    ("notice: Sie haben bereits ein Abo? Hier anmelden", "paywall", "<div>Sie haben bereits ein Abo? Hier anmelden</div>", ""),
    ("notice: Unbegrenzter Zugang zu allen Artikeln", "paywall", "<div>Unbegrenzter Zugang zu allen Artikeln</div>", ""),
    ("notice: Déjà abonné ? Identifiez-vous", "paywall", "<div>Déjà abonné ? Identifiez-vous</div>", ""),
    ("notice: Regístrate gratis para seguir leyendo", "paywall", "<div>Regístrate gratis para seguir leyendo</div>", ""),
    ("notice: Articolo riservato agli abbonati", "paywall", "<div>Articolo riservato agli abbonati</div>", ""),
    ("notice: Conteúdo exclusivo para assinantes", "paywall", "<div>Conteúdo exclusivo para assinantes</div>", ""),
    ("notice: Alleen voor abonnees", "paywall", "<div>Alleen voor abonnees</div>", ""),
    ("notice: Материал доступен только для подписчиков", "paywall", "<div>Материал доступен только для подписчиков</div>", ""),
    ("notice: この記事は有料会員限定です", "paywall", "<div>この記事は有料会員限定です</div>", ""),
    ("compensation for purchases", "affiliate", "<p>If you purchase a product through a link on our site, we may receive compensation.</p>", ""),
    ("link rewriter of a publishing house", "affiliate", "<script>window.Ex.affiliateLinkRewriter.setMappings({SITE: 'x'})</script>", ""),
    ("shop system without a link", "shop", "<script>var prestashop = {'cart': {'products': []}};</script><div class='blockcart cart-preview'>0</div>", ""),
    ("support and donate in one link", "donation", "<nav><a href='/unterstuetze-uns/'>Unterstützen &amp; Spenden</a></nav>", ""),
    ("teaser that ends in the request", "donation", "<a href='https://action.site.example/give/donate-to-us'>The court will hear our case in autumn and you can help Donate now</a>", ""),
    ("slot of a blog host", "display_ads", "<div id='atatags-26942-5f1'></div><script>__ATA.cmd.push(function(){__ATA.initDynamicSlot({id:'atatags-26942-5f1'})})</script>", ""),
    ("loader behind a consent tool", "display_ads", "<script type='text/plain' data-borlabs-script-blocker-src='https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js'></script>", ""),
    ("loader with a delayed address", "display_ads", "<script type='text/plain' data-src='https://securepubads.g.doubleclick.net/tag/js/gpt.js'></script>", ""),
    ("first-party name of a tile", "display_ads", "<div id='iqadtile4'></div>", ""),
    ("first-party name of a script", "display_ads", "<script>adsc_site = 'x'; adsc_page = 'y';</script>", ""),
    ("ad server's call", "display_ads", "<script>oon.adition.init();adition.srq.push(function(api){});</script>", ""),
    ("native network in a configuration only", "display_ads", "<script>window.config = {taboola: {loader: 'https://cdn.taboola.com/libtrc/example-network/loader.js'}}</script>", ""),
    ("inline call of a Russian network", "display_ads", "<div id='yandex_rtb_R-A-1'></div><script>Ya.Context.AdvManager.render({blockId: 'R-A-1'})</script>", ""),
    ("container filled by a call", "display_ads", "<div id='ad-container'></div><script>$('#ad-container').load('/adzone/12')</script>", ""),
    ("own banner with a click counter", "display_ads", "<a href='/werbung/click.php?id=7' target=_blank><img src='/banner/7.gif' width=468 height=60></a>", ""),
    ("a label alone", "display_ads", "<div class=box><div>Anzeige</div><a href='https://shop.example/'><img src=/b.jpg></a></div>", ""),
    ("unit of a search company", "display_ads", "<ins class='adsbygoogle' data-ad-client='ca-pub-1234567890123456' data-ad-slot='1'></ins><script>(adsbygoogle = window.adsbygoogle || []).push({});</script>", ""),
    ("affiliate link with an associate's tag", "affiliate", "<p><a href='https://www.amazon.de/dp/3000000000/?tag=example05-21'>Das Buch</a></p>", ""),
    ("disclosure in German", "affiliate", "<p>Dieser Beitrag enthält sogenannte Affiliate-Links. Beim Kauf erhalten wir eine Provision.</p>", ""),
    ("disclosure in English", "affiliate", "<p>As an Amazon Associate I earn from qualifying purchases.</p>", ""),
    ("disclosure in French", "affiliate", "<p>Cet article contient des liens d’affiliation.</p>", ""),
    ("disclosure in Spanish", "affiliate", "<p>Este artículo incluye enlaces de afiliados.</p>", ""),
    ("link rewriting of a network", "affiliate", "<script src='//s.skimresources.com/js/1X2.skimlinks.js'></script>", ""),
    ("markup of paid access", "paywall", "", '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False","hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":"article"}}</script>'),
    ("markup of paid access as an address", "paywall", "", '<script type="application/ld+json">{"@type":"Article","isAccessibleForFree":"http://schema.org/False"}</script>'),
    ("metered tier", "paywall", "", "<meta property='article:content_tier' content='metered'>"),
    ("notice in German", "paywall", "<div>Dieser Artikel ist exklusiv für Abonnenten. Jetzt weiterlesen mit Digital-Abo.</div>", ""),
    ("notice in English", "paywall", "<div>Subscribe to continue reading. Already a subscriber? Log in</div>", ""),
    ("notice in French", "paywall", "<div>Cet article est réservé aux abonnés. Il vous reste 80 % à lire.</div>", ""),
    ("notice in Spanish", "paywall", "<div>Contenido exclusivo para suscriptores. Suscríbete para seguir leyendo.</div>", ""),
    ("notice in Polish", "paywall", "<div>Artykuł dostępny tylko dla prenumeratorów</div>", ""),
    ("vendor's script beside a subscription", "paywall", "<script src='https://cdn.tinypass.com/api/tinypass.min.js'></script><a href='/abo'>Abo</a>", ""),
    ("section of paid stories beside a subscription", "paywall", "<a href='/plus/'>EXAMPLE+</a><a href='/abo'>Abo-Angebote</a>", ""),
    ("tiers of which this story's is free", "paywall", "<a href='/abo'>Digital-Abo</a>", "<meta property='article:content_tier' content='free'>"),
    ("element made for a slot", "display_ads", "<gpt-ad unitpath='injector'></gpt-ad>", ""),
    ("connection opened to an exchange", "display_ads", "", "<link rel=preconnect href='https://securepubads.g.doubleclick.net'>"),
    ("shop under another name, linked often", "shop", "<a href='https://sklep.media.example/1'>PRENUMERATA</a><a href='https://sklep.media.example/2'>E-wydanie</a><a href='https://sklep.media.example/3'>Kup</a>", ""),
    ("registration wall", "paywall", "<div class='emailwall'>Create an account to continue reading</div>", ""),
    ("own shop in the menu", "shop", "<nav><a href='https://shop.site.example/'>Shop</a></nav>", ""),
    ("button of a basket with a price", "shop", "<section class=shop><p>Mug $12.00</p><button class='add-to-cart'>Add to cart</button></section>", ""),
    ("button of a form with a price", "shop", "<form><p>Mug 12,00 €</p><input type=submit value='In den Warenkorb'></form>", ""),
    ("basket with a price", "shop", "<a href='/warenkorb'>Warenkorb</a><p>Weinpaket 39,90 €</p>", ""),
    ("donation in the menu", "donation", "<nav><a href='/spenden'>Jetzt spenden</a></nav>", ""),
    ("donation by a platform", "donation", "<a href='https://www.patreon.com/example'>Support us on Patreon</a>", ""),
    ("donation by a form", "donation", "<form action='https://www.paypal.com/cgi-bin/webscr'><input name=cmd value='_s-xclick'><input type=image></form>", ""),
    ("gift to a university", "donation", "<footer><a href='https://give.site.example/'>Giving to Example</a></footer>", ""),
    ("page for advertisers", "advertise", "<footer><a href='/mediadaten'>Mediadaten</a></footer>", ""),
    ("sale of subscriptions", "subscription", "<a href='https://abo.site.example/angebote'>Abo-Angebote</a>", ""),
    ("label over the article", "sponsored", "<div>Sponsored content</div>", ""),
    ("sentence of a paid post", "sponsored", "<p>This post is sponsored by Example Foods.</p>", ""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "body", "head"), [trap[1:] for trap in MISSES], ids=[trap_id(trap[0]) for trap in MISSES]
)
def test_money_that_is_easily_missed(kind: str, body: str, head: str) -> None:
    found = assess_once(body, head)
    assert kind in kinds(found)
    assert all(signal.detail for signal in found.signals)


ADSENSE = "<ins class='adsbygoogle' data-ad-client='ca-pub-1234567890123456'></ins><script>(adsbygoogle = window.adsbygoogle || []).push({});</script>"

#: Name, body, head, address, the level that is fair.
MEANINGS = (
    ("advertising that the blog's free host puts there", "<div id='atatags-1-2'></div>", "", "https://quiet.wordpress.com/2024/01/02/story/", CommercialLevel.POSSIBLE),
    ("private blog with a non-commercial licence and one unit", ADSENSE + "<a rel=license href='https://creativecommons.org/licenses/by-nc-sa/4.0/'>CC BY-NC-SA</a>", "", "https://blog.example/1", CommercialLevel.POSSIBLE),
    ("non-profit newsroom with advertising", ADSENSE + "<a href='/donate'>Donate</a><a href='/media-kit'>Media Kit</a><footer>The Example is a 501(c)(3) nonprofit.</footer>", "", "https://news.example/1", CommercialLevel.POSSIBLE),
    ("charitable company that sells subscriptions", "<a href='/abo-shop'>Abo-Shop</a><footer>© 2024 Beispiel gGmbH. Wir sind gemeinnützig.</footer>", "", "https://magazin.example/1", CommercialLevel.POSSIBLE),
    ("public broadcaster with advertising", "<div class='ad-slot'>Publicité</div><footer>Die Beispielwelle ist ein öffentlich-rechtlicher Sender</footer>", "", "https://welle.example/1", CommercialLevel.POSSIBLE),
    ("public broadcaster without", "<footer>Der öffentlich-rechtliche Sender</footer>", "", "https://sender.example/1", CommercialLevel.NONE),
    ("trade association", "<footer>© 2024 Bundesverband Beispiel e.V.</footer><a href='https://shop.verband.example/'>Shop</a>", "", "https://verband.example/1", CommercialLevel.POSSIBLE),
    ("lawyer's blog without advertising", "<footer>Dr. A. Muster, Rechtsanwalt</footer>", "", "https://recht.example/1", CommercialLevel.POSSIBLE),
    ("registration wall of a non-profit", "<div class=emailwall>Create a free account to continue reading</div><footer>The Example is a non-profit news organization</footer>", "", "https://intern.example/1", CommercialLevel.POSSIBLE),
    ("city under a commercial ending", "<footer>© Prefeitura de Exemplo</footer>", "", "https://www.exemplo.com.br/1", CommercialLevel.NONE),
    ("wiki with a non-commercial licence and an ad script", "<script src='https://securepubads.g.doubleclick.net/tag/js/gpt.js'></script><a rel=license href='https://creativecommons.org/licenses/by-nc-sa/3.0/'>CC BY-NC-SA</a>", "", "https://wiki.example/1", CommercialLevel.POSSIBLE),
    ("university", "<a href='/giving'>Giving to Example</a><footer>© 2024 University of Example</footer>", "", "https://www.example.edu/1", CommercialLevel.NONE),
    ("newspaper of a company", ADSENSE + "<a href='/mediadaten'>Mediadaten</a><a href='/abo'>Abo</a><footer>© 2024 Beispiel Verlag GmbH</footer>", "", "https://zeitung.example/1", CommercialLevel.LIKELY),
    ("a page with nothing", "", "", "https://plain.example/1", CommercialLevel.NONE),
)  # fmt: skip


@pytest.mark.parametrize(
    ("body", "head", "url", "level"), [trap[1:] for trap in MEANINGS], ids=[trap_id(trap[0]) for trap in MEANINGS]
)
def test_hard_meanings(body: str, head: str, url: str, level: CommercialLevel) -> None:
    found = assess(body, head, url)
    assert found.level is level, (found.signals, found.hints, found.contrary)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("affiliate", "Retailers work with many affiliate partners, and affiliate links drive a tenth of all sales."),
        ("affiliate", "Shops zahlen Portalen über Affiliate-Links eine Provision; der Verband warnt vor Abhängigkeit."),
        ("affiliate", "The company may receive a portion of the money from the buyers, the judge said."),
        ("donation", "The victims' families ask for help: please consider donating to the hospital, the mayor said."),
        ("affiliate", "The blogger wrote that her post contained affiliate links and that she earned a commission."),
        ("affiliate", "Der Blogger hatte Affiliate-Links gesetzt, ohne die Provision zu nennen, urteilte das Gericht."),
        ("donation", "Donate now, the poster said, and hundreds of people did within the hour."),
        ("donation", "Jetzt spenden, stand auf dem Plakat, und die Menschen gaben, was sie hatten."),
        ("donation", "Faites un don, disait l'affiche, et des centaines de personnes l'ont fait."),
        ("paywall", "The newspaper hides its reports behind a paywall: only subscribers can continue reading."),
        ("paywall", "Die Zeitung schrieb: Nur für Abonnenten. Der Verlag führte 2015 eine Bezahlschranke ein."),
        ("paywall", "Le journal réserve ses articles aux abonnés depuis 2011, explique son directeur."),
        ("shop", "She opened a shop on the square, with a basket at the door, and sold the first jar for 4.50 €."),
        ("shop", "Add to cart, said the button, but the cart stayed empty all night."),
        ("display_ads", "Advertisement was the word above the column, and the reader was meant not to see it."),
        ("display_ads", "Über der Spalte stand Anzeige, und darunter warb die Brauerei."),
        ("sponsored", "The minister said the event was sponsored by a brewery and paid for by the town."),
        ("subscription", "Subscribe now, shouted the boys who sold the weekly at the station."),
        ("advertise", "Advertise with us, wrote the editor to every grocer in the valley."),
        ("company", "The mill was bought by Example Holdings Ltd. in 1974, and copyright in its name followed."),
        ("paywall", "The union said that the archive is only for members, and that others must pay."),
    ],
)
def test_a_story_about_the_trade_is_no_trade(kind: str, sentence: str) -> None:
    found = assess("", within=f"<p>{sentence}</p>")
    assert kind not in kinds(found), [signal.detail for signal in found.signals]
