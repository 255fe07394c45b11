"""Who runs the site, as far as its own frame, markup, host name and imprint say: a company, or somebody who is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rights import urls
from rights.extract.commercial_census import Census, excerpt
from rights.extract.facts import Facts
from rights.extract.jsonld import types_of
from rights.model import Signal
from rights.patterns import late

#: Host names that only authorities, schools and treaty organisations get.
_PUBLIC_HOST = late(
    r"""(?:^|\.)(?:gov|mil|edu|int|museum)$|\.(?:gov|gob|gouv|gub|govt|go|mil|edu|ac|sch|parliament|police|nhs)\.[a-z]{2}$|(?:^|\.)(?:gouv\.fr|gc\.ca|canada\.ca|admin\.ch|bund\.de|bundesregierung\.de|bundestag\.de|europa\.eu|gv\.at|ac\.at|government\.nl|overheid\.nl|rijksoverheid\.nl
    |gov\.uk|nhs\.uk|belgium\.be|fgov\.be|vlaanderen\.be|wallonie\.be|landtag\.[a-z-]+\.de|[a-z-]+\.landsh\.de|sachsen\.de|bayern\.de|nrw\.de|hessen\.de|rlp\.de|saarland\.de|niedersachsen\.de|brandenburg\.de|berlin\.de|hamburg\.de|bremen\.de|thueringen\.de|sachsen-anhalt\.de|mecklenburg-vorpommern\.de|baden-wuerttemberg\.de|schleswig-holstein\.de|zh\.ch|be\.ch|bs\.ch|lu\.ch|sg\.ch|ag\.ch|gencat\.cat|euskadi\.eus|junta(?:deandalucia|\w*)\.es|un\.org|who\.int|unesco\.org|oecd\.org|worldbank\.org|nato\.int|coe\.int)$
    |(?:^|\.)(?:uni|tu|fh|hs|th|ph|rwth|eth|epfl|univ|universite|stadt|gemeinde|landkreis|kreis|ministerium|mairie|ville|ayuntamiento|comune|prefeitura)-?[a-z-]*\.[a-z]{2}$|(?:^|\.)(?:mpg|fraunhofer|helmholtz|leibniz|dlr|hypotheses|cnrs|inserm)\.(?:de|org|fr)$|(?:^|\.)(?:hypotheses\.org|wikipedia\.org|wikimedia\.org|wikinews\.org)$""",
    re.IGNORECASE | re.VERBOSE,
)
_NONPROFIT_HOST = late(
    r"(?:foundation|stiftung|fondation|fundacion|fundacja|stichting|(?:^|[.-])verein|sportverein|verband|kirche|bistum|diakonie|caritas|amnesty|greenpeace|redcross|rotes-?kreuz|-ev)\.(?:org|de|ch|at|com|eu|nl|fr|pl|es|info|net)$",
    re.IGNORECASE,
)
_PUBLIC_GENERATOR = late(r"government site builder|\bgsb\b|materna|imperia|openscholar|docuwiki", re.IGNORECASE)
_PERSONAL_HOST = late(
    r"\.(?:blogspot|wordpress|tumblr|livejournal|over-blog|canalblog|blog|github|gitlab|neocities|hatenablog|substack|medium|typepad|jimdo\w*|wixsite|weebly|twoday|blogger)\.(?:[a-z.]{2,6}|com|net|io|org)$",
    re.IGNORECASE,
)
#: Hosts that put their own advertising on free pages.
_AD_HOSTED = late(
    r"\.(?:wordpress\.com|tripod\.com|angelfire\.com|fandom\.com|wikia\.com|livejournal\.com|over-blog\.com|forumotion\.\w+|forumieren\.com|xobor\.de|jimdofree\.com|ameblo\.jp|fc2\.com|blog\.hu|blogg\.se|ucoz\.\w+|narod\.ru|canalblog\.com|skyrock\.com)$",
    re.IGNORECASE,
)

_PUBLIC: tuple[tuple[str, ...], str] = (
    (
        "minister",
        "körperschaft",
        "anstalt",
        "universit",
        "hochschule",
        "behörde",
        "stadt ",
        "stadtverwaltung",
        "gemeinde",
        "landkreis",
        "kanton",
        "bundesamt",
        "bundesanstalt",
        "landesamt",
        "landeszentrale",
        "bundeszentrale",
        "parlament",
        "regierung",
        "government",
        "city of",
        "council",
        "county",
        "federal",
        "département",
        "mairie",
        "préfecture",
        "ayuntamiento",
        "gobierno",
        "prefeitura",
        "governo",
        "comune di",
        "urząd",
        "max-planck",
        "fraunhofer",
        "rundfunk",
        "öffentlich-rechtlich",
        "public service",
        "public media",
        "public broadcasting",
        "public radio",
        "public television",
        "académie",
        "institut",
        "bibliothek",
        "feuerwehr",
        "polizei",
        "schule",
        "bundeswehr",
        "technisches hilfswerk",
        "school",
        "college",
        "academy",
    ),
    r"""(?:©|\(c\)|copyright|herausgeber|impressum|publisher|édité\spar|responsable)\W{0,4}(?:\d{4}\s?(?:[-–]\s?\d{4})?,?\s)?(?:by\s|by\sthe\s|the\s|bei\s|der\s|die\s|das\s)?(?:[\w.-]+\s){0,3}?(?:(?:bundes|landes)?ministerium|ministry|ministère|ministerio|ministerstwo|universit\w+|hochschule|fachhochschule|bundes(?:amt|anstalt|agentur|regierung|zentrale|kanzleramt|rat|tag|wehr|behörde)|landes(?:amt|anstalt|zentrale|regierung|hauptstadt)|land(?:kreis|ratsamt|tag)|stadt\s[A-ZÄÖÜ]|stadtverwaltung|gemeinde\s|kanton\s|government|city\sof|council|county\sof|state\sof|commonwealth\sof|gobierno|ayuntamiento|mairie|ville\sde|région|département|regione|comune\sdi|gmina|urząd|max-planck|fraunhofer|helmholtz|leibniz|trustees|regents|board\sof)
    |körperschaft\sdes\söffentlichen\srechts|anstalt\sdes\söffentlichen\srechts|stiftung\sdes\söffentlichen\srechts|nachgeordnete\sbehörde|official\swebsite\sof\sthe|an\sofficial\s(?:web)?site\sof|site\sofficiel\s(?:du|de\sla|des)\s(?:gouvernement|ministère|ville|mairie|commune)|public\sauthority|public\sservice\sbroadcast|public\s(?:media|broadcasting|radio|television)\b|öffentlich-rechtlich(?:e[rns]?)?\s(?:rundfunk|sender|anstalt)|staatliche\s(?:hochschule|universität|schule)|oberste\sbundesbehörde|freiwillige\sfeuerwehr|\bpublic\suniversity""",
)
_NONPROFIT: tuple[tuple[str, ...], str] = (
    (
        "e.v",
        "e. v",
        "verein",
        "gemeinn",
        "ggmbh",
        "stiftung",
        "501",
        "non-profit",
        "nonprofit",
        "not-for-profit",
        "charit",
        "foundation",
        "association",
        "asbl",
        "vzw",
        "fondation",
        "loi 1901",
        "ong",
        "ánimo de lucro",
        "lucro",
        "onlus",
        "terzo settore",
        "pożytku",
        "fundacja",
        "stowarzyszenie",
        "stichting",
        "förening",
        "kirche",
        "diözese",
        "bistum",
        "diocese",
        "church",
        "partei",
        "gewerkschaft",
        "ehrenamt",
        "volunteer",
        "ngo",
        "mission",
        "trust",
        "community interest",
        "nko",
        "некоммерч",
        "нко",
        "npo法人",
        "비영리",
        "hilfswerk",
        "verband",
        "bürgerinitiative",
        "spendenkonto",
        "donors",
        "tax-deductible",
        "tax deductible",
        "society",
        "institute",
        "ein projekt",
        "werbefrei",
    ),
    r"""\be\.\s?v\.(?!\w)|\beingetragener\sverein|\bgemeinnützig(?:e[rnsm]?|keit)?\b|\bggmbh\b|\bstiftung\s[A-ZÄÖÜ]|\b\w+-stiftung\b|501\s?\(?c\)?\s?\(?[3-9]|\bnon-?profit\b|\bnot[\s-]for[\s-]profit|registered\s(?:uk\s)?charit|charit(?:y|able)\s(?:reg(?:istration|istered)?\.?\s|commission\s)?(?:no|number|trust|organi[sz]ation|foundation|status)|charity\s?\W\s?\d{5,}|association\s(?:loi\s(?:de\s)?1901|à\sbut\snon\slucratif|sans\sbut\slucratif)|loi\s1901|à\sbut\snon\slucratif|\basbl\b|\bvzw\b|sin\s(?:ánimo|fines)\sde\slucro|sem\sfins\slucrativos|senza\s(?:scopo|fini)\sdi\slucro|\bonlus\b|terzo\ssettore|organizacj\w+\spożytku\spublicznego|\bopp\b|(?:^|©|\s)fundacja\s[A-ZŁŚŻ]|stowarzyszenie\s[A-ZŁŚŻ]|\bstichting\s[A-Z]|zonder\swinstoogmerk|ideell\sförening|некоммерческ\w+\sорганизац|npo法人|비영리
    |(?:©|\(c\)|copyright|impressum)\W{0,4}(?:\d{4}\s?(?:[-–]\s?\d{4})?,?\s)?(?:by\s)?(?:the\s)?(?:[\w.’'&-]+\s){0,5}?(?:foundation|association|society\b(?!\sltd)|charit\w+|federation|union\sof|alliance|coalition|church|diocese|institute\s(?:of|for)|trust\b(?!pilot)|stiftung|verein\b|verband|bund\b|initiative|kirche|diözese|erzdiözese|bistum|partei|gewerkschaft|fondation|fédération|asociación|fundación|fundacja|fondazione|associazione|associação|instituto)|evangelische[rns]?\s(?:kirche|landeskirche)|katholische\skirche|römisch-katholisch|erzbistum|\bdiözese|\bbistum\b|tax[\s-]deductible|ehrenamtlich(?:e[rnsm]?)?\s(?:betrieben|redaktion|projekt|team|arbeit|mitarbeit|autoren)|volunteer[\s-](?:run|driven|based|led)|run\s(?:entirely\s)?by\svolunteers|community\sinterest\scompany|(?:unabhängige|freie)\s(?:bürger|graswurzel)\w*initiative|spendenfinanziert|durch\sspenden\sfinanziert|finanzier(?:en|t)\s(?:uns|sich)\s(?:\w+\s){0,4}?(?:durch|über|aus)\s(?:\w+\s){0,2}?spenden|funded\sby\s(?:our\s)?(?:readers|donations|members|foundations)""",
)
_SAYS = tuple(
    (kind, needles, late(pattern, re.IGNORECASE | re.VERBOSE))
    for kind, (needles, pattern) in (("public_body", _PUBLIC), ("nonprofit", _NONPROFIT))
)
_NO_ADS = late(r"(?:we|wir)\s(?:do\snot|don[’']t|never)\s(?:accept|carry|run|show|take)\s(?:any\s)?advert|(?:verzichten|verzichte|verzichtet)\s(?:\w+\s){0,3}?auf\s(?:\w+\s){0,2}?werbung|(?:ohne|frei\svon|keine)\s(?:\w+\s){0,1}?werbung\b|werbefrei|sans\spublicité|sin\spublicidad|ad-?free\b(?!\s(?:version|experience|subscri|for|with|by|reading))|without\sadvertis", re.IGNORECASE)  # fmt: skip
_PARTY = late(
    r"\b(?:partei|bundesverband|landesverband|kreisverband|ortsverein|ortsverband|fraktion|parti\s\w+|partido\s\w+|political\sparty)\b",
    re.IGNORECASE,
)

_FORMS = r"gmbh(?:\s?(?:&|\+|und)\s?co\.?\s?kg(?:aa)?)?|ug\s\(haftungsbeschränkt\)|mbh|ag(?!\w)|kgaa|ohg|e\.\s?k\.|s\.\s?a\.\s?r\.\s?l\.|sarl|s\.\s?a\.(?:\s?s\.)?|sas(?!\w)|s\.\s?r\.\s?l\.|srl(?!\w)|s\.\s?p\.\s?a\.|spa(?!\w)|s\.\s?l\.(?:\s?u\.)?|ltda?\.?|limited|llc|l\.l\.c\.|inc\.?|incorporated|corp\.?|corporation|plc|p\.l\.c\.|llp|pty\.?\sltd\.?|pvt\.?\sltd\.?|b\.\s?v\.|bv(?!\w)|n\.\s?v\.|nv(?!\w)|a/s|aps|oyj?(?!\w)|ab(?!\w)|sp\.\s?z\s?o\.\s?o\.|spółka|s\.\s?a(?!\w)|kft\.?|zrt\.?|s\.r\.o\.|a\.s\.|d\.o\.o\.|ооо|зао|оао|株式会社|有限会社|㈜|\(주\)|주식회사|有限公司|a\.\s?ş\.|anonim\sşirketi|se\s&\sco"
_COMPANY_LINE = late(rf"(?:©|\(c\)|&copy;|copyright|alle\srechte|all\srights|impressum|herausgeber|verlag|published\sby|édité\spar|powered\sby\sthe)[^\n]{{0,100}}?(?<![\w-])(?:{_FORMS})(?![\w-])|(?<![\w-])[A-ZÄÖÜ][\w.&’'-]+(?:\s[\w.&’'-]+){{0,5}}\s(?:{_FORMS})(?![\w-])[^\n]{{0,80}}?(?:©|\(c\)|copyright|all\srights|alle\srechte)", re.IGNORECASE)  # fmt: skip
_COMPANY_NEEDLES = (
    "©",
    "(c)",
    "copyright",
    "rights",
    "rechte",
    "impressum",
    "herausgeber",
    "verlag",
    "published by",
    "édité",
)
_LICENCE_WORDS = late(r"cc[\s-]by|creative\scommons|attribution-sharealike", re.IGNORECASE)
_IMPRINT_FORM = late(r"(?<![\w-])(?:gmbh|ug\s\(haftungsbeschränkt\)|kgaa|ohg|e\.\s?k\.|s\.\s?r\.\s?l\.|sarl|s\.\s?p\.\s?a\.|ltd\.?|limited|llc|inc\.|plc|b\.\s?v\.|sp\.\s?z\s?o\.\s?o\.|s\.r\.o\.|handelsregister|hrb\s?\d|hra\s?\d|umsatzsteuer-?(?:id|identifikation)|ust-?id|vat\s(?:no|number|reg)|registre\sdu\scommerce|\brcs\b|registro\smercantil|p\.?\s?iva|company\s(?:no|number|registration)|\bnip\b|\bkrs\b)(?![\w-])", re.IGNORECASE)  # fmt: skip
_PROFESSIONAL_NEEDLES = (
    "anw",
    "kanzlei",
    "steuerberat",
    "notar",
    "law",
    "attorney",
    "solicitor",
    "consulting",
    "beratung",
    "agentur",
    "agency",
    "ingenieur",
    "architekt",
    "sachverst",
    "gutachter",
    "büro",
    "praxis",
    "cabinet",
    "abogados",
    "studio",
    "kancelaria",
    "freelance",
    "freiberuf",
    "webdesign",
)
_TERMS_TEXTS = frozenset(["agb", "allgemeine geschäftsbedingungen", "terms of sale", "pricing", "preise", "prices", "cgv", "conditions générales de vente", "widerruf", "widerrufsbelehrung", "widerrufsrecht", "versand", "versandkosten", "zahlungsarten", "tarifs", "tarife", "precios", "condiciones de venta", "algemene voorwaarden", "regulamin", "cennik", "our services", "unsere leistungen", "leistungen", "services", "products", "produkte", "produits", "solutions", "lösungen", "request a demo", "get a quote", "angebot anfordern", "karriere", "careers", "jobs", "investor relations", "partnerprogramm", "referenzen", "case studies", "customers", "kunden", "for business", "für unternehmen", "plans & pricing", "plans", "get started", "book a demo", "free trial"])  # fmt: skip

_ORGANISATIONS = {
    "governmentorganization": ("public_body", "N2"), "governmentoffice": ("public_body", "N2"), "collegeoruniversity": ("public_body", "N2"), "school": ("public_body", "N2"), "cityhall": ("public_body", "N2"),
    "ngo": ("nonprofit", "N2"), "politicalparty": ("nonprofit", "N2"), "church": ("nonprofit", "N2"), "catholicchurch": ("nonprofit", "N2"), "library": ("public_body", "N2"), "museum": ("public_body", "N2"),
    "corporation": ("company", "C1"), "store": ("company", "C1"), "localbusiness": ("company", "C1"), "onlinestore": ("company", "C1"), "legalservice": ("company", "C1"), "attorney": ("company", "C1"), "professionalservice": ("company", "C1"), "fundingagency": ("nonprofit", "N2"),
}  # fmt: skip
_PROFESSIONAL = late(r"\b(?:rechtsanw[aä]lt\w*|fachanwalt|kanzlei|steuerberat\w+|notar(?:iat)?|law\s(?:firm|office)|attorneys?\sat\slaw|solicitors|consulting|unternehmensberatung|agentur|agency|ingenieurbüro|architekturbüro|sachverständige\w*|gutachter|büro\s(?:für|[A-ZÄÖÜ])|praxis\s(?:für|dr)|cabinet\sd[’']avocats|abogados|studio\slegale|kancelaria|freelance|freiberuf\w+|webdesign)\b", re.IGNORECASE)  # fmt: skip


def find_contrary(census: Census, facts: Facts, imprint: Sequence[str]) -> list[Signal]:
    """Evidence that the operator is a public body or a non-profit (N2), a private person (N1), or that the host
    advertises for itself (H)."""
    found = list(_from_host(census))
    found += _from_markup(census, against=True)
    for kind, needles, pattern in _SAYS:
        told = census.says(pattern, needles, frame=True)
        said = told[1] if told else _first(imprint, needles, pattern)
        if said:
            found.append(census.signal(kind, f"says: {said}", "N2", told[0].element if told else None, "site"))
    names = _own_names(census, facts)
    if names and not any(s.level == "N2" for s in found):
        found += _from_names(census, names)
    refused = census.says(_NO_ADS, ("werbung", "advert", "publici", "ad-free", "adfree", "werbefrei"), frame=True)
    if refused:
        found.append(census.signal("no_advertising", f"says: {refused[1]}", "N2", refused[0].element, "site"))
    return found


#: Where an imprint says who answers for the site, and lines that name somebody else's company: who hosts, built, measures.
_ANSWERS = late(
    r"impressum|imprint|angaben\sgemäß|anbieter|herausgeber|verlag|betreiber|published\sby|publisher|registered|company|éditeur|mentions\slégales|editor(?:e|ial)?\b|titular|responsable|responsabile|uitgever|wydawca|©",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = late(
    r"host(?:ing|er|ed)|provider|webspace|webdesign|web\sdesign|design\s(?:by|von)|umsetzung|realisierung|realisation|programmierung|powered|technische|hébergeur|hébergé|alojamiento|google|facebook|meta\splatforms|twitter|matomo|analytics|cloudflare|wordpress|automattic"
    r"|cookie|datenschutz|privacy|haftung|fotos?\b|bild|font|icons?|newsletter|mailchimp|paypal|amazon|vg\swort|schlichtung",
    re.IGNORECASE,
)
#: Characters after the words that say who answers, in which the company's form stands.
_NEAR = 600


def _operator_form(text: str) -> re.Match[str] | None:
    """A company's form or register number where the imprint says who runs the site; not the host's, not Google's."""
    answers = _ANSWERS.search(text)
    if answers is None:
        return None
    for found in _IMPRINT_FORM.finditer(text, answers.start(), answers.start() + _NEAR):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.end()]
        before = text[max(0, found.start() - 160) : found.start()]
        if not _SOMEBODY_ELSE.search(line) and not _SOMEBODY_ELSE.search(before.split("\n\n")[-1][-80:]):
            return found
    return None


def _first(texts: Sequence[str], needles: Sequence[str], pattern: re.Pattern[str]) -> str | None:
    for text in texts:
        lowered = text[:200_000].lower()
        if any(needle in lowered for needle in needles):
            found = pattern.search(lowered)
            if found:
                return excerpt(lowered, found.start(), found.end())
    return None


def _from_host(census: Census) -> Iterator[Signal]:
    host = urls.host(census.url) or ""
    if host and _PUBLIC_HOST.search(host):
        yield census.signal("public_body", f"host {host}", "N2", scope="site")
    if host and _AD_HOSTED.search(host):
        yield census.signal("host_ads", f"{host} puts its own advertising on free pages", "H", scope="site")
    if host and _PERSONAL_HOST.search(host):
        yield census.signal("personal", f"host {host}", "N1", scope="site")
    if host and _NONPROFIT_HOST.search(host):
        yield census.signal("nonprofit", f"host {host}", "N2", scope="site")
    for generator in census.document.meta.get("generator", ()):
        if _PUBLIC_GENERATOR.search(generator):
            yield census.signal("public_body", f"generator {generator}", "N2", scope="site")


def _from_markup(census: Census, against: bool) -> list[Signal]:
    found = []
    for node in census.document.jsonld.nodes:
        for kind in types_of(node):
            named = _ORGANISATIONS.get(kind)
            if named and (named[1] == "N2") == against:
                found.append(census.signal(named[0], f"JSON-LD {kind}: {node.get('name', '')}", named[1], scope="site"))
                return found
    return found


_NAME_PUBLIC = late(r"\b(?:(?:bundes|landes)?ministerium|ministry\sof|universit(?:y|ät|é|à|as|ies)|university\sof|hochschule|(?:bundes|landes|umwelt)(?:amt|anstalt|zentrale)|stadtverwaltung|stadt\s[A-ZÄÖÜ]\w+|landkreis\s|gemeinde\s[A-ZÄÖÜ]|city\sof\s|feuerwehr|polizei|gymnasium|grundschule|realschule|max-planck|fraunhofer|technisches\shilfswerk|bundeswehr|landtag|bundestag|rathaus|mairie|ayuntamiento|comune\sdi)", re.IGNORECASE)  # fmt: skip
_NAME_NONPROFIT = late(r"\be\.\s?v\.|\bverein\b|stiftung\b|foundation\b|evangelische|katholische|kirche\b|diözese|bistum|diakonie|caritas|rotes\skreuz|red\scross|gewerkschaft|\bverband\b|bundesverband|hilfswerk|hilfsdienst|amnesty|greenpeace|naturschutz|menschenrechte|human\srights|attac\b|ngo\b|fundacja|stowarzyszenie|klub\s|initiative\b", re.IGNORECASE)  # fmt: skip


_SEPARATOR = late(r"\s[|–—·:»•-]+\s|\s*[|»•]\s*")


def _own_names(census: Census, facts: Facts) -> str:
    """What the site calls itself: its names, and what follows the last separator of the title (a short title whole)."""
    found = next(iter(census.document.tagged("title")), None)
    title = " ".join((found.text or "").split())[:300] if found is not None else ""
    parts = _SEPARATOR.split(title)
    own = parts[-1] if len(parts) > 1 else title if len(title) <= 40 else ""
    return " | ".join(name for name in (facts.site_name, facts.publisher, *facts.own_names[:3], own) if name)


def _from_names(census: Census, names: str) -> list[Signal]:
    for kind, pattern in (("public_body", _NAME_PUBLIC), ("nonprofit", _NAME_NONPROFIT)):
        found = pattern.search(names)
        if found:
            return [census.signal(kind, f"named {excerpt(names, *found.span(), 30)}", "N2", scope="site")]
    return []


def find_company(census: Census, facts: Facts, imprint: Sequence[str]) -> tuple[list[Signal], list[Signal]]:
    """Evidence of a company: C2 where its form stands with terms of sale or in the imprint, else C1."""
    proof: list[Signal] = []
    hints: list[Signal] = _from_markup(census, against=False)
    line = census.says(_COMPANY_LINE, _COMPANY_NEEDLES, frame=True)
    terms = next((link for link in census.links_with((), _TERMS_TEXTS) if link.own_words), None)
    if line and not _LICENCE_WORDS.search(line[1]):
        detail = f"says: {line[1]}"
        if terms is not None:
            proof.append(census.signal("company", f"{detail}; offers {terms.text}", "C2", line[0].element, "site"))
        else:
            hints.append(census.signal("company", detail, "C1", line[0].element, "site"))
    for text in imprint:
        found = _operator_form(text)
        if found and not proof:
            proof.append(census.signal("company", f"imprint: {excerpt(text, *found.span())}", "C2", scope="site"))
    if not proof and not hints:
        if terms is not None:
            hints.append(
                census.signal("business", f"link {terms.text}: {terms.href[:120]}", "C1", terms.anchor.element, "site")
            )
        names = _own_names(census, facts)
        called = _PROFESSIONAL.search(names)
        said = (excerpt(names, *called.span(), 30), None) if called else None
        if said is None:
            told = census.says(_PROFESSIONAL, _PROFESSIONAL_NEEDLES, frame=True)
            said = (told[1], told[0].element) if told else None
        if said:
            hints.append(census.signal("business", f"calls itself: {said[0]}", "C1", said[1], "site"))
    return proof, hints
