"""A shop of the operator's own: links to it, a basket, a shop system, products with a price."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from rights import urls
from rights.extract import regions
from rights.extract.commercial_census import Census, LinkSeen, domain_in
from rights.extract.jsonld import types_of
from rights.model import Signal
from rights.patterns import late

KIND = "shop"

SHOP_TEXTS = frozenset(
    """shop|the shop|our shop|store|our store|online shop|onlineshop|online-shop|online store|webshop|web shop|web-shop|shop with us|shop our collection|zum shop|zum onlineshop|zum online-shop|zum webshop|zum online shop|shop now|visit our shop|visit our store|visit the shop|visit the store
    |boutique|la boutique|boutique en ligne|notre boutique|tienda|tienda online|tienda en línea|la tienda|sklep|sklep internetowy|sklep online|e-sklep|księgarnia|negozio|negozio online|shop online|winkel|webwinkel|naar de winkel|loja|loja virtual|loja online|butik|nätbutik|webbutik|webbutikken|kauppa|verkkokauppa|obchod|e-shop|eshop|magazin online
    |магазин|интернет-магазин|ショップ|オンラインショップ|ストア|스토어|쇼핑몰|商城|商店|merch|merch shop|merch store|merchandise|merchandising|official store|official shop|fanshop|fan-shop|fan shop|bookstore|bookshop|book shop|book store|buchshop|buchladen|verlagsshop|bücher kaufen|magazin-shop|einkaufen|produkte kaufen|jetzt einkaufen""".replace("\n    ", "").split("|")
)  # fmt: skip
BASKET_TEXTS = frozenset(
    """warenkorb|mein warenkorb|ihr warenkorb|zum warenkorb|in den warenkorb|warenkorb anzeigen|zur kasse|kasse|cart|my cart|view cart|your cart|shopping cart|shopping bag|my bag|basket|my basket|view basket|shopping basket|add to cart|add to basket|add to bag|checkout|buy now
    |panier|mon panier|votre panier|voir le panier|ajouter au panier|carrito|mi carrito|cesta|mi cesta|añadir al carrito|añadir a la cesta|carrello|il tuo carrello|aggiungi al carrello|carrinho|adicionar ao carrinho|winkelwagen|winkelmandje|in winkelwagen|koszyk|twój koszyk|dodaj do koszyka|varukorg|kundvagn|handlekurv|indkøbskurv|ostoskori|košík|kosár|корзина|в корзину|カート|カートに入れる|장바구니|购物车|sepet|sepetim""".replace("\n    ", "").split("|")
)  # fmt: skip
_NAMED_SHOP = late(
    r"^(?:zum\s|the\s|visit\s(?:the\s|our\s)?|im\s|unser\s)?[\w.&'’+-]{1,18}(?:[\s-][\w.&'’+-]{1,14}){0,2}[\s-]?(?:online-?)?(?:shop|store|boutique|tienda)(?:\s?»|\s?›|\s?→)?$"
)
_NO_SHOP = late(
    r"app[\s-]?store|play[\s-]?store|google|apple|itunes|windows|microsoft\sstore|chrome|web\sstore|workshop|photoshop|in[\s-]store|book\sa|bishop|drugstore|restore|coffee|barber|pawn|chop|pet\sshop|sweatshop|amazon|ebay|data\s?store|steam|stop",
    re.IGNORECASE,
)
_SHOP_HOST = late(
    r"^(?:www\.)?(?:shop|store|boutique|tienda|sklep|onlineshop|webshop|eshop|loja|negozio|merch|verlagsshop|fanshop|buchshop|winkel|magasin)[s\d]?\."
)
_SHOP_PATH = late(
    r"^/(?:[a-z]{2}(?:[-_][a-z]{2})?/)?(?:shop|store|onlineshop|online-shop|webshop|boutique|tienda|sklep|loja|eshop|e-shop|warenkorb|cart|basket|panier|carrito|cesta|koszyk|carrello|winkelwagen|checkout|kasse|shopping-cart|merch|buchshop|bookstore|kaufen|produkt-kategorie|product-category)(?:/|\.html?|\.php|$|\?)"
)
_HREF_HINTS = (
    "shop",
    "store",
    "boutique",
    "tienda",
    "sklep",
    "loja",
    "negozio",
    "merch",
    "warenkorb",
    "cart",
    "basket",
    "panier",
    "carrito",
    "cesta",
    "koszyk",
    "carrello",
    "winkel",
    "checkout",
    "kasse",
    "kaufen",
    "product-category",
    "produkt-kategorie",
    "magasin",
)
#: Addresses of a site's own topics: what they are called says nothing about the site.
TAXONOMY = late(
    r"[?&]tag=(?!.*-2\d)|/(?:tags?|category|kategorie|categories|topics?|thema|themen|schlagwort|label|search|author)/|/news/shop",
    re.IGNORECASE,
)
_BASKET_PATH = late(
    r"/(?:warenkorb|cart|basket|panier|carrito|cesta|koszyk|carrello|winkelwagen|checkout|kasse|shopping-cart)(?:/|\.|$|\?)"
)
#: Shop windows of other companies: a link there is no shop of the operator's.
_OTHERS = frozenset(
    ["apple.com", "google.com", "microsoft.com", "amazon.com", "amazon.de", "amazon.co.uk", "amazon.fr", "amazon.es", "amazon.it", "ebay.com", "ebay.de", "steampowered.com", "mozilla.org", "opera.com",
     "huawei.com", "samsung.com", "facebook.com", "wordpress.org", "wordpress.com"]
)  # fmt: skip
_SYSTEM_HOSTS = frozenset(
    ["cdn.shopify.com", "shopifycdn.com", "myshopify.com", "shopifycloud.com", "bigcommerce.com", "ecwid.com", "snipcart.com", "plentymarkets.com", "gumroad.com", "lemonsqueezy.com", "payhip.com", "sellfy.com", "lightspeedhq.com", "shoplightspeed.com", "webshopapp.com", "shopware.com", "spreadshirt.net",
     "spreadshirt.de", "spreadshirt.com", "cartloom.com", "foxycart.com", "foxy.io", "vtexassets.com", "vteximg.com.br", "nuvemshop.com.br", "tiendanube.com", "mercadoshops.com", "shopgate.com", "volusion.com", "3dcart.com", "americommerce.com", "jtl-shop.de", "trustedshops.com", "fastspring.com"]
)  # fmt: skip
#: Markets where a stall bears its owner's name.
_MARKETS = frozenset(
    ["etsy.com", "redbubble.com", "society6.com", "teepublic.com", "zazzle.com", "bonfire.com", "spreadshop.com"]
)
#: Where authors sell their own files: a link beside the seller's script is their shop.
_SELLERS = frozenset(["gumroad.com", "lemonsqueezy.com", "payhip.com", "sellfy.com"])
_SYSTEM_CODE: tuple[tuple[str, str | None], ...] = (
    ("wc_add_to_cart_params", None), ("wc_cart_fragments_params", None), ("woocommerce_params", None), ("shopify.theme", None), ("shopify.shop", None), ("shopifyanalytics", None),
    ("mage.cookies", None), ("magento_", r"magento_(?:customer|checkout|catalog|ui)"), ("prestashop", r"var\sprestashop\s*=|prestashop\s*=\s*\{"), ("shopware", r"shopware\.(?:apps|context)|window\.shopware|controller\[\W*(?:ajax_)?cart"), ("oxid", r"oxid(?:esales)?_?(?:shop|cart|basket)"), ("jtl_shop", None),
    ("snipcart", r"snipcart\.(?:api|subscribe|execute)|snipcartsettings"), ("addtocart", r"addtocart\s*[(=:]|ecommerce\W{1,6}add"), ("ecwid.init", None), ("gambio", r"gambio\W{0,4}(?:gx|shop)"), ("plentymarkets", None),
)  # fmt: skip
_COMPILED = tuple((literal, late(pattern) if pattern else None) for literal, pattern in _SYSTEM_CODE)
_CART_HINTS = (
    "add_to_cart",
    "add-to-cart",
    "addtocart",
    "woocommerce-",
    "shopping_cart",
    "shopping-cart",
    "minicart",
    "mini-cart",
    "cart-",
    "warenkorb",
    "basket-",
    "headercart",
    "header-cart",
    "ajax-cart",
    "minibasket",
    "blockcart",
)
_CART_NAMES = late(
    r"^(?:add[_-]?to[_-]?cart(?:[_-]button)?|single_add_to_cart_button|woocommerce-(?:cart|mini-cart|price)[\w-]*|widget_shopping_cart[\w-]*|mini-?cart[\w-]*|cart-(?:contents|products|count|total|icon|link|items?)[\w-]*|shopping-?cart[\w-]*|warenkorb[\w-]*|minibasket[\w-]*|basket-(?:count|total|icon|link)[\w-]*|header-?cart[\w-]*|blockcart|ajax-?cart[\w-]*)$",
    re.IGNORECASE,
)
#: On a page with one of these a product is written about, not sold.
_STORIES = frozenset(["article", "newsarticle", "blogposting", "review", "reviewnewsarticle", "recipe", "videoobject"])
#: Links from the frame of a page to one shop under another name that make it the operator's.
_OFTEN = 3
#: Buttons that are looked at.
_BUTTONS = 500
_PRICE = late(
    r"(?:€|\$|£|chf|eur|zł|kr)\s?\d{1,4}[.,]\d{2}|\d{1,4}[.,]\d{2}\s?(?:€|\$|£|chf|eur|zł|kr|usd)", re.IGNORECASE
)


def find_shop(census: Census) -> list[Signal]:
    """Proof that the operator sells goods or services online; the detail says by what it is known.

    A basket counts only where the page also shows a price or a shop system: authorities hand out free brochures by
    a basket.
    """
    found: list[Signal] = []
    baskets: list[Signal] = []
    for link in _links(census):
        basket = link.text in BASKET_TEXTS or _BASKET_PATH.search(link.href.lower()) is not None
        (baskets if basket else found).append(
            census.signal(KIND, f"link {link.text or '(image)'}: {link.href[:160]}", "C2", link.anchor.element, "site")
        )
        if len(found) >= 3 or len(baskets) >= 6:
            break
    baskets += [census.signal(KIND, f"button {text}", "C2", element, "site") for text, element in _buttons(census)]
    systems = [census.signal(KIND, detail, "C2", element, "site") for detail, element in _systems(census)]
    sold = list(_products(census))
    if systems and not found and any(link.own_words for link in census.links_to(_SELLERS)):
        found += systems[:1]
    if baskets and (systems or sold or found or _PRICE.search(census.text)):
        found += baskets[:1]
    return found + (systems if baskets or found or sold or len(systems) > 1 else []) + sold


def _links(census: Census) -> Iterator[LinkSeen]:
    """Links to a shop or basket of this site or of one named like it."""
    foreign: dict[str, int] = {}
    for link in census.links_with(_HREF_HINTS, SHOP_TEXTS | BASKET_TEXTS):
        path = link.path
        if not link.own_words or not path or domain_in(link.host, _OTHERS):
            continue
        block = link.anchor.block
        if block is not None and (
            block.within(regions.RELATED, regions.CONSENT) or (block.in_main and len(block.text) > 80)
        ):
            continue
        text = link.text.strip(" »›→>|*")
        if _NO_SHOP.search(text) or TAXONOMY.search(link.href):
            continue
        if (
            text in SHOP_TEXTS
            or text in BASKET_TEXTS
            or ("spende" not in path and "donat" not in path and _leads_to_shop(census, link, path, text))
        ):
            yield link
        elif _SHOP_HOST.match(link.host):
            foreign[link.host] = foreign.get(link.host, 0) + 1
            if foreign[link.host] == _OFTEN:
                yield link


def _buttons(census: Census) -> Iterator[tuple[str, HtmlElement]]:
    """The first button that fills a basket or pays."""
    for button in islice(census.document.root.iter("button", "input"), _BUTTONS):
        if button.tag == "button":
            given = "".join(button.itertext())
        else:
            given = button.get("value") or "" if button.get("type") in ("submit", "button") else ""
        text = " ".join(given[:120].lower().split())
        if text in BASKET_TEXTS:
            yield text, button
            return


def _leads_to_shop(census: Census, link: LinkSeen, path: str, text: str) -> bool:
    """By its address, or by a name such as "Example Shop"."""
    own = census.owns(link.host)
    if _BASKET_PATH.search(path):
        return own and (not text or any(c.isdigit() for c in text))
    if own and (_SHOP_PATH.match(path) or _SHOP_HOST.match(link.host)):
        return len(text) <= 40
    if domain_in(link.host, _MARKETS) and census.akin(path.replace("/", ".")):
        return len(text) <= 40
    akin = own or census.akin(link.host)
    return akin and (_SHOP_HOST.match(link.host) is not None or _NAMED_SHOP.match(text) is not None)


def _systems(census: Census) -> Iterator[tuple[str, HtmlElement | None]]:
    """A shop system by its host or code, and a basket by the name of an element: each at most once."""
    hosted = next((r for r in census.resources if r.tag == "script" and domain_in(r.host, _SYSTEM_HOSTS)), None)
    if hosted:
        yield f"script {hosted.url[:120]}", hosted.element
    else:
        for literal, pattern in _COMPILED:
            called = census.called(literal, pattern)
            if called:
                yield f"script: {called[0]}", called[1]
                break
    for name in census.names_with(_CART_HINTS):
        if _CART_NAMES.match(name):
            yield f"element named {name}", census.named(name)
            return


def _products(census: Census) -> Iterator[Signal]:
    """A product with an offer in JSON-LD, or Open Graph's product type."""
    graph = census.document.jsonld
    told = any(types_of(node) & _STORIES for node in graph.nodes)
    for node in () if told else graph.of_type("Product"):
        for offer in graph.values(node, "offers"):
            if isinstance(offer, dict) and ("price" in offer or "lowPrice" in offer):
                price = offer.get("price", offer.get("lowPrice"))
                yield census.signal(KIND, f"JSON-LD Product with price {price} {offer.get('priceCurrency', '')}", "C2")
                return
    kinds = census.document.meta.get("og:type", ())
    if any(kind.lower() in ("product", "og:product", "product.item") for kind in kinds) and urls.same_site(
        census.url, census.url
    ):
        yield census.signal(KIND, "og:type product", "C2")
