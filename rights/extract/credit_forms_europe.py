"""Credit forms of German, French, Spanish, Italian, Portuguese, Dutch and Polish."""

from __future__ import annotations

from rights.extract.credit_forms import NameAt, Subject, form, language

_T, _S, _E, _F, _N, _L = Subject.THIS, Subject.START, Subject.EITHER, Subject.FREE, Subject.NEXT, Subject.LINE
_DAY = r"(?: (?:am|vom|im|le|en|el|il|em|op|in)?(?: ?\d{1,2}[.º°]? ?(?:de )?[\w.]+ ?(?:de )?\d{4}| \d{1,2}\.\d{1,2}\.\d{2,4}| \d{4}))?"

# --- German
_DE_ADV = r"(?:im original|zuerst|ursprünglich|zunächst|erstmals|original|erstmalig|vorab|bereits)"
_DE_MONTH = r"(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)"
_DE_WHEN = rf"(?: (?:am|im|vom) (?:\d{{1,2}}\. ?(?:{_DE_MONTH}|\d{{1,2}}\.)?(?: ?\d{{4}}|\d{{2,4}})?|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|{_DE_MONTH} \d{{4}}))?"
_DE_TONGUE = r"(?: (?:auf|in) (?:englisch|deutsch|französisch|spanisch|italienisch|russisch|polnisch|niederländisch|türkisch|\w+er sprache))?"
_DE_DONE = r"(?:erschienen|veröffentlicht|publiziert|abgedruckt|gedruckt|gepostet)"
_DE_IN = r"(?:auf|beim|bei|im|in|vom|von)"
_DE_DESC = (
    r"(?: ?(?:der|dem) (?:\w+-?)?(?:[Aa]usgabe|Nummer|Heft)(?: \S+)? (?:des|der|von(?: der| dem)?))?"
    r"(?: ?(?:dem|der|den|das|die)\b)?(?: ?(?:[a-zäöü]\w+ )?(?:ihrem |seinem )?(?:Blog|Seite|Website|Webseite|Plattform|Portal|Magazin|Zeitung|Wochenzeitung|Tageszeitung"
    r"|Zeitschrift|Nachrichtenseite|Fachmagazin)(?: (?:von|der|des))?(?= [„\"»«‚'A-ZÄÖÜ]))?"
)
GERMAN = language(
    "cc by,cc-by,verfügung gestellt,bereitgestellt,erlaubnis,zustimmung,einverständnis,gepostet,gedruckt,nachgedruckt,wiedergegeben,übernehmen,partnerschaft,zusammenarbeit,zuerst in,zuerst auf,zuerst bei,wiederabdruck,fassung,aus:,danken,dank an,entnommen,übernahme,kooperation,textquelle,originalquelle,artikelquelle,beitragsquelle,erschien,erstveröff,abgedruckt,veröffentlich,publiziert,quelle,original,genehmigung,aus dem ,ist eine ,übernommen,nachdruck,abdruck,crosspost,dokumentieren,übersetz,stammt,kommt aus,mit material,zweitveröff,wiederveröff",
    (
        form("syndicated", r"erschien zuerst (?:auf|bei|im|in)(?: blog)?(?![a-zäöü])", _F, before=r"\b(?:der|dieser) (?:beitrag|artikel|post)\b.{1,250}? "),
        form("original_publication", rf"(?:erschien|erscheint) {_DE_ADV}{_DE_WHEN}{_DE_TONGUE} {_DE_IN}(?![a-zäöü])", _E),
        form("original_publication", rf"erschien{_DE_WHEN}{_DE_TONGUE}{_DE_WHEN} {_DE_IN}(?![a-zäöü])", _N),
        form("original_publication", rf"erschien{_DE_WHEN}{_DE_TONGUE}{_DE_WHEN} {_DE_IN}(?![a-zäöü])", _F, before=r"\b(?:fassung|version) (?:dieses|des) \w+(?: \w+)?", loose=False),
        form("republished", r"für die (?:\w+ )?(?:erlaubnis|genehmigung|abdruckgenehmigung|abdruckerlaubnis)", _F, NameAt.BEFORE, before=r"\bdanken (?:dem|der|den) (?P<name>[^.,\n]{2,60}?) "),
        form("source_line", r"aus ?: ?(?=\S)", _L, edge=True, loose=False),
        form("original_publication", rf"{_DE_ADV}{_DE_WHEN}{_DE_TONGUE} {_DE_DONE}(?: worden)?{_DE_WHEN}(?: {_DE_IN}(?![a-zäöü])| unter(?= (?:https?:|www\.|[\w-]+\.\w))|(?= ?:))", _E),
        form("original_publication", rf"erschien{_DE_WHEN}{_DE_TONGUE}{_DE_WHEN} {_DE_IN}(?![a-zäöü])", _F, before=r"\b(?:das|der) (?:\w+e )?original(?:text|artikel|beitrag)?", edge=True),
        form("original_publication", rf"{_DE_DONE}(?![a-zäöü])", _F, NameAt.BEFORE, edge=True,
             before=rf"\b(?:das|der) (?:\w+e )?original(?:text|artikel|beitrag)? (?:ist|wurde){_DE_WHEN}{_DE_TONGUE} {_DE_IN}{_DE_DESC} ?(?P<name>[^.\n]{{2,80}}?) "),
        form("original_publication", rf"(?:wo|in dem|in der|auf dem|auf der) (?:er|es|sie|dieser \w+) {_DE_ADV} (?:erschien|{_DE_DONE})", _T, NameAt.BEFORE, before=rf"(?:mit|von|bei|für|im|in|auf){_DE_DESC} ?(?P<name>(?-i:[A-ZÄÖÜ„\"])[^.,\n]{{1,60}}?), "),
        form("source_line", r"(?:der|das) original(?:artikel|beitrag|text)? (?:ist|findet sich|steht|wurde) (?:auf|bei|in|im)(?: dem| der)?(?= [^\n.]{2,60}? (?:zu finden|nachzulesen|zu lesen|erschienen))", _S, edge=True, loose=False),
        form("source_line", r"original-content von ?: ?(?=\S)", _L, edge=True),
        form("original_publication", r"zuerst (?:in|im|auf|bei)(?= )", _L, edge=True, loose=False),
        form("original_publication", rf"(?:erstveröffentlichung|ersterscheinung|erstpublikation|erstabdruck){_DE_WHEN}(?: ?:| (?:in|im|auf|bei)(?![a-zäöü]))", _S, edge=True),
        form("original_publication", rf"{_DE_DONE}(?![a-zäöü])", _T, NameAt.BEFORE,
             before=rf"\b(?:ist|wurde)(?: {_DE_ADV})?{_DE_WHEN}(?: {_DE_ADV})?(?: auf (?:englisch|deutsch|französisch|spanisch|italienisch|russisch))? {_DE_IN}{_DE_DESC} ?(?P<name>[^.\n]{{2,100}}?)(?: {_DE_ADV})? "),
        form("original_publication", rf"(?:{_DE_ADV} (?:hier )?(?:erschienen|veröffentlicht|publiziert)(?= hier\b)|{_DE_ADV}(?= hier (?:erschienen|veröffentlicht)))", _E, linked=True),
        form("original_publication", r"(?:stammt|kommt) (?:aus|von)(?: ausgabe [\w/]+)?", _N, loose=False),
        form("republished", r"(?:übernommen|wiedergegeben|nachgedruckt|nachdruck|abdruck|crosspost|zweitveröffentlichung|wiederveröffentlicht)(?: mit freundlicher genehmigung)? (?:von|aus|des|der)(?![a-zäöü])", _E),
        form("republished", r"mit freundlicher genehmigung (?:von|vom|der|des) (?P<name>[^.\n]{2,60}?) (?:übernommen|veröffentlicht|nachgedruckt|wiedergegeben)", _S, NameAt.GROUP),
        form("republished", r"mit (?:freundlicher )?(?:genehmigung|erlaubnis) (?:von|vom|der|des|durch)(?: (?:redaktion|verlags?|zeitung|zeitschrift|magazins?)(?: (?:von|der|des))?)?(?![a-zäöü])", _E, edge=True, loose=False),
        form("republished", r"(?:übernommen|nachgedruckt|wiedergegeben|abgedruckt)(?![a-zäöü])", _T, NameAt.BEFORE, before=rf"\b(?:wurde|wird|ist|haben wir)(?: mit freundlicher genehmigung)? (?:vom|von|aus|der){_DE_DESC} ?(?P<name>(?-i:[A-ZÄÖÜ„\"])[^.,\n]{{1,60}}?) "),
        form("copyright_line", r"(?:©|copyright) ?(?:\d{4} )?(?=[^\n]{2,60}?[–—.,-] ?(?:nachdruck|abdruck|wiedergabe)[^\n]{0,20} mit (?:freundlicher )?genehmigung)", _S),
        form("translation", r"übersetzung (?:eines|des|von) (?:artikels?|beitrags|textes|aufsatzes|essays)(?: (?:von|aus|auf|in|der|des))?", _S, needs_name=False, edge=True),
        form("source_line", r"(?:den|das|der|zum) (?:\w+en )?original(?:artikel|beitrag|text)? (?:finden sie|findet ihr|findet sich|findest du|gibt es|lesen sie|steht|ist|können sie)(?: (?:auf|bei|in|im))?", _S, needs_name=False, edge=True, linked=True),
        form("translation", r"(?:übersetzung(?: aus dem \w+)? ?(?::|von )|(?:übersetzt )?aus dem \w+en (?:übersetzt )?von )[^\n.]{3,60}", _S, NameAt.NONE, needs_name=False, edge=True),
        form("republished", r"ist eine (?:recherche|reportage|produktion|kooperation) (?:des|der|von) (?:(?:[a-zäöüß]+ ){0,2}(?:recherchezentrums?|redaktion|magazins|vereins|teams|netzwerks) )?(?=\S)", _F, before=r"(?:^|[.\n] ?)(?:dies|das|dieser (?:text|artikel|beitrag)) ", loose=False),
        form("republished", r"wir dokumentieren (?:den (?:wortlaut|text)|das|die|hier)\b[^\n]{0,120}", _F, NameAt.NONE, needs_name=False),
        form("translation", r"(?:erschienen|veröffentlicht)(?![a-zäöü])", _F, NameAt.BEFORE,
             before=rf"\b(?:dieser|dieses|der) (?:\w+ ){{0,2}}?(?:artikel|beitrag|text) (?:ist|wurde) (?:eine )?(?:übersetzung|übersetzt)[^.\n]{{0,90}}? (?:auf|bei|in|im|aus)(?! original){_DE_DESC} ?(?P<name>[^.\n]{{2,80}}?) "),
        form("translation", r"wurde im original veröffentlicht auf", _T, needs_name=False),
        form("source_line", r"(?:lest|lesen sie|lies) den (?:original ?artikel|originalbeitrag|ganzen artikel|vollständigen artikel)(?: auf englisch)?(?: (?:hier|auf|bei))?", _F, needs_name=False, edge=True),
        form("source_line", r"(?:originalartikel|originalbeitrag|originalquelle|originaltext|original)(?: auf \w+)? ?: ?", _S, needs_name=False, edge=True),
        form("original_publication", r"(?:die )?(?:originalquelle|ursprüngliche quelle|quelle) (?:dieses|des) (?:artikels|beitrags|textes) ist(?: die| der| das)?(?= (?!nicht |un))", _S),
        form("source_line", r"(?:text|artikel|beitrags|original)?quelle ?:(?: pressemitteilung(?: de[rs])?| pm(?=\W))? ?(?=\S)", _S, edge=True),
        form("copyright_line", r"mit material (?:von|der|des|vom) ", _F, edge=True, strong=False),
    ),
    this=r"(?:\b(?:diese[rsn]?|folgende[rs]?|nachfolgende[rs]?) (?:\w+ ){0,2}?|(?<!\w\s)(?:der|das|die) )(?:\w*artikels?|\w*beitrags?|textes|text|gasttext|post|blogpost|essay|\w*interviews?|\w*kommentar|kolumne|\w*bericht|aufsatz|rede|gedicht|story|reportage|recherche|analyse|meldung|stück)\b",
    away=r"\b(?:dass|studie|buch|über)\b",
    lead=r"(?:(?:\w*artikel|\w*beitrag|text|\w*interview|\w*kommentar|essay|kolumne|\w*bericht|reportage) )?(?:ist |wurde )?",
    described=_DE_DESC,
)  # fmt: skip

# --- French
_FR_VERB = r"(?:publiée?|parue?|diffusée?|postée?)"
_FR_TONGUE = r"(?: en (?:anglais|français|allemand|espagnol|italien|portugais|russe|arabe|néerlandais|polonais|turc|hébreu|chinois|japonais))?"
_FR_OF = r"(?:de l['’]|d['’]|du|des|de)"
_FR_OK = r"(?:l['’]|la |l )?(?:aimable |gracieuse )?(?:autorisation|accord|permission)"
_FR_ADV = r"(?:d['’]abord|à l['’]origine|en premier(?: lieu)?|auparavant|initialement|originellement|originalement|précédemment|déjà|pour la première fois)"
FRENCH = language(
    "cc by,cc-by,mis en ligne,mise en ligne,fourni,proposé par,proposée par,posté,consentement,permission,collaboration,empruntée,reproduction,tiré ,paraît,remercions,merci à,autorisation,partenariat,publi,paru,version,produit,réalis,issu d,tiré d,tirée d,extrait,provient,via ,via:,diffus,apparu,reprodui,repris,reprenons,republi,traduct,traduit,adaptation,adapté,source,original,version,lire,voir,origine",
    (
        form("syndicated", r"est apparue? en premier sur", _F, before=r"\b(?:l['’]article|cet article|le billet|article|the post)\b.{1,250}? "),
        form("original_publication", rf"{_FR_ADV} (?:été )?{_FR_VERB}(?: initialement)?{_FR_TONGUE}{_DAY} (?:sur|dans|par|chez|en)(?![a-zé])", _E),
        form("original_publication", rf"{_FR_VERB} {_FR_ADV}{_FR_TONGUE}{_DAY} (?:sur|dans|par|chez|en)(?![a-zé])", _E),
        form("original_publication", rf"(?:{_FR_ADV} (?:été )?{_FR_VERB}|{_FR_VERB} {_FR_ADV})(?= ici\b)", _E, linked=True),
        form("original_publication", rf"(?:est paru|a paru|est parue|a été publiée?){_FR_TONGUE}{_DAY} (?:sur|dans)(?![a-z])", _N),
        form("original_publication", rf"(?:est parue?|a été publiée?){_DAY} (?:sur|dans|par)(?![a-z])", _F, before=r"\bversion de (?:cet|ce|cette) \w+ ", loose=False),
        form("original_publication", rf"(?:article|texte|version) originale?(?: est| a été)? (?:publiée?|parue?){_FR_TONGUE}{_DAY} (?:sur|dans|par|chez)(?![a-z])", _S),
        form("republished", rf"(?:publiée?|reproduite?|reprise?|republiée?|diffusée?)(?: ici)? avec {_FR_OK}(?: {_FR_OF})(?![a-zé])", _E),
        form("translation", r"version (?:\w+ )?d['’]un (?:article|texte|billet)(?: (?:de|du|des|paru (?:dans|sur)|publié (?:par|sur)))?(?![a-zé])", _S, needs_name=False),
        form("translation", r"version (?:\w+ )?d['’]un (?:article|texte|billet)(?: (?:de|du|des|paru (?:dans|sur)|publié (?:par|sur)))?(?![a-zé])", _F, before=r"(?:^|[\n.] ?)cette", needs_name=False),
        form("republished", r"(?:a été )?(?:produite?|réalisée?) par(?= )", _N, loose=False),
        form("republished", r"publiée? (?:ici )?en partenariat avec(?![a-zé])", _N, loose=False),
        form("republished", rf"nous (?:reproduisons|republions|reprenons|publions)(?: ici)?[^.\n]{{0,50}}? (?:un|une|l['’]|cet|cette|ce) ?(?:article|texte|tribune|entretien|billet|analyse)(?: (?:publiée?|parue?))? (?:{_FR_OF}|sur|dans|par)(?![a-zé])", _F),
        form("republished", rf"(?:issue?|tirée?|extraite?|provient|reprise?) {_FR_OF}(?![a-zé])", _N, loose=False),
        form("republished", r"(?:extraite?|tirée?) (?:de|du|des) (?=[^\n]{2,90}?(?:autorisation|accord|permission))", _S),
        form("republished", r"que nous (?:reproduisons|republions|reprenons|publions ici)\b", _F, NameAt.BEFORE,
             before=r"\b(?:radio|journal|site|revue|magazine|quotidien|hebdomadaire|blog|chaîne|agence)(?: (?:de|du|l['’]))? (?P<name>(?-i:[A-ZÀ-Þ])[^.,\n]{2,40}?),? "),
        form("republished", r"que nous (?:reproduisons|republions|reprenons|publions ici)\b", _F, NameAt.NONE, needs_name=False),
        form("republished", r"(?:republiée?|reproduite?|reprise?|repostée?)(?: ici)?(?: (?:avec|sous|en vertu)[^.,\n]{2,60}?)? (?:de|du|depuis|à partir d[eu]|d['’])(?![a-zé])", _E),
        form("translation", r"(?:une |la )?(?:[\"«“]? ?\w+ ?[\"»”]? (?:de )?)?(?:traduction|traduite?)(?: (?:libre|française|en français))?(?: (?:d['’]un|de l['’]|du|de|d['’]) ?(?:anglais )?(?:article|texte|billet|post)?(?: (?:de|du|par))?)?", _N, needs_name=False),
        form("translation", r"traduction (?:française )?(?:de l['’]|d['’]un |du |d['’])(?:article|billet|texte|post)(?: (?:de|du|original))?", _S, needs_name=False),
        form("translation", r"(?:traduite?|adaptée?|traduction|adaptation(?: française)?)(?: (?:de l['’](?:anglais|américain|allemand|espagnol|italien|russe|arabe|hébreu)|du \w+))? ?(?:par|:)[^\n]{2,120}", _S, NameAt.NONE, needs_name=False, edge=True),
        form("original_publication", r"(?:la )?source originale de (?:cet article|ce texte|cette analyse) est(?= (?!in|non ))", _S),
        form("source_line", r"(?:source(?: originale| de l['’]article)?|article original|texte original|version originale(?: anglaise)?|origine)(?: en \w+)? ?: ?(?=\S)", _S, edge=True),
        form("source_line", r"(?:lire|voir) (?:l['’]article (?:original|complet|intégral)(?: (?:ici|sur))?|la suite sur)", _F, needs_name=False, edge=True),
        form("original_publication", r"(?:article |texte |tribune )?parue? (?:dans|sur)(?![a-zé])", _S, edge=True, loose=False),
        form("source_line", r"voir sur ", _S, edge=True, loose=False),
        form("source_line", r"(?:pour )?(?:lire|consulter|voir) l['’]article (?:original|complet)[^.\n]{0,20}?(?=\bici\b|\bsur\b)", _S, needs_name=False, edge=True, linked=True),
    ),
    this=r"(?:\b(?:cet|ce|le présent|cette) (?:\w+ ){0,2}?|(?<!\w\s)(?:le |la |l[\'’]))(?:article|texte(?: qui suit)?|billet|post|tribune|papier|entretien|interview|essai|reportage|document|contenu|tutoriel|chronique|éditorial|analyse|dossier)\b",
    away=r"\b(?:que|livre|étude)\b",
    lead=r"(?:(?:article|texte|tribune|billet|entretien|chronique|reportage|analyse|interview|éditorial|contenu) )?(?:a (?:été )?|est )?",
    described=r"(?: ?(?:(?:les?|la|un|son)\b|l['’]))?(?: ?(?:site|blog|blogue|journal|magazine|quotidien|forum|portail|revue|hebdomadaire|média)(?: (?:de|du|des|internet|web|d['’]))*)?",
)  # fmt: skip

# --- Spanish
_ES_TONGUE = r"(?: en (?:inglés|español|francés|alemán|italiano|portugués|ruso|árabe|catalán|gallego|euskera))?"
_ES_OK = r"(?:la |el )?(?:amable )?(?:autorización|permiso|consentimiento)"
_ES_ADV = r"(?:originalmente|originariamente|inicialmente|previamente|primero|por primera vez|anteriormente)"
_ES_VERB = r"(?:salió|se publicó|publicad[oa]|publicó|apareció|aparecid[oa]|difundid[oa])"
SPANISH = language(
    "cc by,cc-by,con información,proviene,alianza,colaboración,consentimiento,cedid,compartid,facilitad,proporcionad,retomad,rescatad,tradujo,convenio,agradecemos,gracias a,permiso,autorización,gentileza,producid,realizad,elaborad,public,apareci,salió,cortesía,copyright,aparece primero,tomado,reproduc,republica,traduc,traduje,fuente,vía,original,del blog,extraíd,difundid,reimpres",
    (
        form("syndicated", rf"(?:apareció|aparece|se publicó) {_ES_ADV} en(?: (?:el|la))?(?![a-z])", _F, before=r"\b(?:la (?:entrada|publicación)|el (?:artículo|post)|este (?:artículo|post)|the post)\b.{1,250}? "),
        form("original_publication", rf"{_ES_VERB} {_ES_ADV}{_ES_TONGUE}{_DAY} (?:en|por|a través de)(?![a-z])", _E),
        form("original_publication", rf"{_ES_ADV} (?:fue )?(?:publicad[oa]|aparecid[oa]) (?:en|por)(?![a-z])", _E),
        form("original_publication", rf"{_ES_VERB} {_ES_ADV}(?= aquí\b)", _E, linked=True),
        form("original_publication", rf"(?:fue publicad[oa]|se publicó|apareció){_DAY} (?:en|por)(?![a-z])", _N),
        form("original_publication", r"(?:artículo|texto|nota|columna|reportaje|entrevista) (?:fue )?publicad[oa] en(?![a-z])", _S, loose=False),
        form("original_publication", r"publicad[oa] en(?= [^\n]{3,60} el \d{1,2} de)", _S, edge=True, loose=False),
        form("original_publication", r"publicó [^.\n]{2,60}? en (?:el diario |la revista |el periódico )?(?P<name>[^.\n]{2,60}?) (?:de \w+ )?un (?:artículo|texto|ensayo)[^.\n]{0,80}?(?:obligados a|a continuación|reproduc|que les|les dejo)", _F, NameAt.GROUP),
        form("original_publication", rf"(?:apareció|se publicó|fue publicad[oa])(?: antes)?{_DAY} (?:en|por)(?![a-z])", _F, before=r"\bversión (?:\w+ )?de este \w+ ", loose=False),
        form("republished", r"tomad[oa] de(?:l)?(?![a-z])", _S),
        form("republished", rf"(?:reproducid[oa]|publicad[oa]|republicad[oa]|se (?:publica|reproduce|republica)|(?:re)?publicamos|reproducimos)(?: aquí)?(?: (?:este|el) (?:artículo|texto|reportaje))?(?: aquí)? con {_ES_OK}(?: del?)(?![a-z])", _E),
        form("republished", r"(?:fue )?(?:producid[oa]|realizad[oa]|elaborad[oa]) por(?= )", _N, loose=False),
        form("republished", r"es de(?:l)? (?P<name>(?-i:\w)[^.\n]{2,50}?) y se (?:publica|reproduce|republica)", _N, NameAt.GROUP),
        form("courtesy", r"(?:artículo |texto |contenido )?cortesía de(?:l)?(?![a-z])", _S, edge=True, loose=False),
        form("via", r"vía ", _L, edge=True, strong=False, loose=False),
        form("copyright_line", r"(?:©|copyright) ?(?:\d{4} )?(?=[^\n]{2,50}?[.,–-] ?(?:reproducid[oa]|publicad[oa])[^\n]{0,10} con (?:permiso|autorización))", _S),
        form("translation", r"traducción del? (?:artículo|texto|original)(?: (?:de|en))?(?![a-z])", _S, needs_name=False, edge=True),
        form("republished", r"(?:por su (?:indudable )?interés,? (?:reproducimos|publicamos)|reproducimos (?:a continuación|aquí|íntegr\w+|este|el)|publicamos (?:a continuación|íntegr\w+))\b", _F, NameAt.NONE, needs_name=False),
        form("republished", r"(?:republicad[oa]|reproducid[oa]|reimpres[oa]|extraíd[oa])(?: (?:aquí|con (?:el )?permiso))? (?:desde|del|de)(?![a-z])", _E),
        form("republished", r"del blog (?:de )?(?=\S)", _S),
        form("translation", r"(?:una )?(?:traducción|traducid[oa])(?: (?:libre|al español))*(?: (?:del?|por|desde))?(?: (?:artículo|texto|original|post))?", _N, needs_name=False),
        form("translation", r"traducid[oa](?: del (?:inglés|francés|alemán|italiano|portugués|ruso|árabe))?(?: para [^\n.]{2,60}?)? por [^\n.]{2,80}", _F, NameAt.NONE, needs_name=False, edge=True),
        form("translation", r"lo traduje al español", _F, NameAt.NONE, needs_name=False),
        form("original_publication", r"(?:la )?fuente original de (?:este (?:artículo|texto)|esta (?:nota|noticia)) es(?= (?!desc))", _S),
        form("source_line", r"(?:fuente(?: original)?|fuente de la (?:noticia|información)|vía|origen|texto original|artículo original) ?: ?(?=\S)", _S, edge=True),
        form("source_line", r"con información de(?= )", _L, edge=True, loose=False),
        form("source_line", r"fuente de la (?:noticia|información)", _S, NameAt.NONE, needs_name=False, edge=True),
        form("source_line", r"enlace al? (?:artículo )?original(?: en \w+)?", _F, needs_name=False, edge=True, linked=True),
        form("source_line", r"(?:lea|leer|ver) (?:el |la )?(?:artículo|nota|noticia) (?:original|completa?)(?: (?:aquí|en))?", _F, needs_name=False, edge=True),
    ),
    this=r"(?:\b(?:este|esta|el siguiente|el presente|la presente) (?:\w+ ){0,2}?|(?<!\w\s)(?:el|la) (?!noticia|nota|historia|informe|publicación))(?:artículo|articulo|texto|post|entrada|reportaje|nota|noticia|columna|ensayo|entrevista|contenido|publicación|análisis|informe|crónica|historia)\b",
    away=r"\b(?:que|libro|estudio)\b",
    lead=r"(?:(?:artículo|articulo|texto|post|entrada|reportaje|nota|noticia|columna|contenido|ensayo|entrevista) )?(?:fue |ha sido |es |se )?",
    described=r"(?: ?(?:el|las?|los|un|su)\b)?(?: ?(?:blog|sitio|sitio web|web|página|pagina|diario|periódico|revista|portal|medio|semanario|agencia)(?: (?:de|del|web))*)?",
)  # fmt: skip

# --- Italian
_IT_TONGUE = r"(?: in (?:inglese|italiano|francese|tedesco|spagnolo|portoghese|russo|arabo))?"
_IT_OF = r"(?:de[li]?l['’]|dell[ao]|dei|degli|delle|del|de|di|da)"
_IT_ADV = r"(?:originariamente|originalmente|inizialmente|precedentemente|per la prima volta|in origine)"
_IT_VERB = r"(?:pubblicat[oa]|appars[oa]|uscit[oa]|comparso)"
_IT_ON = r"(?:sull['’]|sulla|sul|su|nella|nel|in|dalla|dal|da|per)(?![a-z])"
ITALIAN = language(
    "cc by,cc-by,con informazioni,collaborazione,partnership,consenso,concess,condivis,fornit,riprendiamo,tradott,grazie a,ringrazia,concessione,permesso,autorizzazione,prodotto da,realizzato da,pubblic,appars,gentile concessione,via ,riproduci,uscit,comparso,proviene,sembra essere,scritto da,ripres,ripubblic,riprodott,tratt,traduzione,tradotto,fonte,fonti,originale,da www,da http,da:,dal ,dalla ,dall,(da ",
    (
        form("syndicated", r"(?:è stato pubblicato originariamente|è apparso per la prima volta|proviene da|sembra essere il primo su|è apparso prima)(?: (?:su|sul|sulla|da|in)(?![a-z]))?(?: sito)?", _F, before=r"\b(?:l['’]articolo|il post|the post)\b.{1,250}? "),
        form("original_publication", rf"(?:{_IT_ADV} {_IT_VERB}|{_IT_VERB} {_IT_ADV}){_IT_TONGUE}{_DAY} {_IT_ON}", _E),
        form("republished", rf"(?:(?:ri)?pubblicat[oa]|riprodott[oa]|ripres[oa]|(?:ri)?pubblichiamo|riproduciamo)(?: qui)?(?: (?:questo|l['’]|il) ?(?:articolo|testo|intervento|saggio))?(?: qui)?,? (?:per gentile concessione|con (?:il |la )?(?:gentile )?(?:permesso|autorizzazione|consenso)) {_IT_OF}(?![a-zà])", _E),
        form("courtesy", rf"(?:articolo |testo )?per gentile concessione {_IT_OF}(?![a-zà])", _S, edge=True),
        form("republished", r"per (?:la )?gentile concessione di (?:questo|il) \w+", _F, NameAt.BEFORE, before=r"\b(?:si ringrazia(?:no)?|ringraziamo|grazie a) (?P<name>[^.\n]{2,60}?) "),
        form("original_publication", rf"(?:è (?:stat[oa] )?)?{_IT_VERB}{_DAY} {_IT_ON}", _F, before=r"\bversione (?:\w+ )?di questo \w+ ", loose=False),
        form("translation", rf"traduzione (?:di un|dell['’]|del|di) ?(?:articolo|testo|post)(?: {_IT_OF}| su)?(?![a-zà])", _S, needs_name=False, edge=True),
        form("source_line", r"(?:qui )?l['’](?:articolo )?originale(?: in \w+)? ?: ?(?=\S)", _S, needs_name=False, edge=True),
        form("source_line", r"originale(?: in \w+)? ?: ?(?=\S)", _L, edge=True),
        form("via", r"via ", _L, edge=True, strong=False, loose=False),
        form("original_publication", rf"(?:{_IT_ADV} {_IT_VERB}|{_IT_VERB} {_IT_ADV})(?= qui\b)", _E, linked=True),
        form("original_publication", rf"è (?:stat[oa] )?{_IT_VERB}{_IT_TONGUE}{_DAY} {_IT_ON}", _N),
        form("original_publication", r"(?:articolo (?:apparso|pubblicato|uscito) (?:sull['’]|sulla|sul|su|in|nel)|pubblicato (?:sull['’]|sulla|sul|su))(?![a-z])", _S, edge=True, loose=False),
        form("original_publication", rf"scritto da [^.\n]{{3,50}}? {_IT_ON}", _S, loose=False),
        form("republished", r"(?:ripubblicat[oa]|ripres[oa]|riprodott[oa]|tratt[oa])(?: qui)?(?: (?:con|per gentile)[^.,\n]{3,40}?)? (?:dall['’]|dalla|dal|da|di)(?![a-z])", _E),
        form("translation", r"è (?:una |la )?(?:traduzione|tradotto)(?: (?:dell['’]|del|di|da|dall['’]))?(?: ?(?:articolo|inglese|post))?(?: (?:di|da|originale))?", _N, needs_name=False),
        form("translation", r"(?:articolo|testo|titolo) originale ?: ?(?=\S)", _S, needs_name=False, edge=True),
        form("translation", r"traduzione (?:di|a cura di|dall['’]\w+ di|dal \w+ di) [^.\n]{3,60}", _S, NameAt.NONE, needs_name=False, edge=True),
        form("source_line", r"link all['’](?:articolo|originale)(?: originale)? ?: ?", _F, needs_name=False, edge=True),
        form("original_publication", r"(?:la )?fonte originale di questo (?:articolo|testo) è(?= (?!sconosc|ignot))", _S),
        form("source_line", r"(?:fonte(?: originale)?|fonti|link originale|da) ?: ?(?=\S)", _S, edge=True),
        form("source_line", r"con informazioni (?:di|da)(?= )", _L, edge=True, loose=False),
        form("source_line", r"da (?=(?:www\.|https?:)[\w.-]+)", _L, edge=True),
        form("source_line", r"\((?:dalla|dal|dall['’]|da) (?:blog di )?", _F, loose=False, edge=True),
    ),
    this=r"(?:(?:\bquest['’]?[oa]?|\bil presente|\bil seguente) ?(?:\w+ ){0,2}?|(?<!\w\s)(?:l['’]|il ))(?:articolo|testo|post|intervento|contenuto|pezzo|saggio|intervista|contributo|editoriale|racconto|reportage)\b",
    away=r"\b(?:libro|studio|raccoglie)\b",
    lead=r"(?:(?:articolo|testo|intervista|editoriale|reportage|racconto|contenuto|saggio|pezzo) )?(?:è (?:stat[oa] )?)?",
    described=r"(?: ?(?:(?:il|lo|la|i|gli|le)\b|l['’]))?(?: ?(?:sito|blog|giornale|quotidiano|mensile|settimanale|magazine|rivista|portale|pagina|sito web)(?: (?:di|del|della|dell['’]))*)?",
)  # fmt: skip

# --- Portuguese
_PT_TONGUE = r"(?: em (?:inglês|português|francês|alemão|espanhol|italiano|russo|árabe))?"
_PT_ADV = r"(?:originalmente|inicialmente|primeiro|anteriormente|originariamente|primeiramente)"
_PT_VERB = r"(?:publicad[oa]|saiu|apareceu|divulgad[oa]|veiculad[oa])"
_PT_ON = r"(?:em|nos|nas|no|na|pelo|pela|por)(?![a-z])"
PORTUGUESE = language(
    "cc by,cc-by,com informações,transcrit,colaboração,parceria,fornecid,compartilhad,consentimento,reproduzimos,saiu,graças,agradecemos,permissão,autorização,cedid,produzid,realizad,public,apareceu,saiu ,cortesia,via ,aparece primeiro,divulgad,veiculad,reproduzid,republicad,extraíd,retirad,eis o,tradu,fonte,original,leia",
    (
        form("syndicated", r"(?:apareceu primeiro em|foi publicado primeiro em|aparece primeiro em)", _F, before=r"\b(?:o post|o artigo|a publicação|the post)\b.{1,250}? "),
        form("original_publication", rf"(?:{_PT_VERB} {_PT_ADV}|{_PT_ADV} {_PT_VERB}){_PT_TONGUE}{_DAY} {_PT_ON}", _E),
        form("republished", r"(?:reproduzid[oa]|(?:re)?publicad[oa]|(?:re)?publicamos|reproduzimos)(?: aqui)?(?: este (?:artigo|texto))? com (?:a )?(?:devida )?(?:autorização|permissão) (?:de|da|do)(?![a-z])", _E),
        form("republished", r"(?:foi )?(?:produzid[oa]|realizad[oa]) (?:pela|pelo|por)(?= )", _N, loose=False),
        form("courtesy", r"(?:artigo |texto |conteúdo )?cortesia (?:de|da|do)(?![a-z])", _S, edge=True, loose=False),
        form("original_publication", rf"(?:foi publicad[oa]|saiu|apareceu)(?: antes| anteriormente)?{_DAY} {_PT_ON}", _F, before=r"\bversão (?:\w+ )?deste \w+ ", loose=False),
        form("translation", r"(?:est[ae] é |esse é |é )?(?:uma |a )*tradução (?:\w+ )?(?:de um |d[eoa] )(?:artigo|texto|post|original|publicação|reportagem)(?: original)?(?: publicad[oa])?(?: (?:de|da|do|em|no|na|pel[oa]))?(?![a-z])", _E, needs_name=False, edge=True),
        form("via", r"via ", _L, edge=True, strong=False, loose=False),
        form("original_publication", rf"{_PT_VERB} {_PT_ADV}(?= aqui\b)", _E, linked=True),
        form("original_publication", rf"foi publicad[oa]{_DAY} {_PT_ON}", _N),
        form("republished", r"(?:republicad[oa]|reproduzid[oa]|extraíd[oa]|retirad[oa])(?: (?:aqui|com permissão))? (?:de|do|da|pelo|pela)(?![a-z])", _E),
        form("original_publication", r"(?:artigo|texto|matéria|reportagem|coluna) publicad[oa] (?:em|no|na|pelo|pela)(?![a-z])", _S, edge=True, loose=False),
        form("republished", r"eis o (?:artigo|texto|depoimento|editorial)", _S, NameAt.NONE, needs_name=False, edge=True),
        form("translation", r"(?:é |foi )?(?:uma )?(?:tradução|traduzid[oa])(?: (?:livre|autorizada))?(?: (?:do|da|de|por))?(?: (?:artigo|texto|post|original))?(?: (?:do|da|de))?", _N, needs_name=False),
        form("translation", r"traduzid[oa] (?:de|do|da|por)(?: (?:artigo|inglês|original))?", _S, needs_name=False, edge=True),
        form("translation", r"\(traduzid[oa] (?:de|do|da|por)(?: (?:artigo|inglês|original))?", _F, needs_name=False, edge=True),
        form("translation", r"tradução ?(?::|de|por) [^.\n]{3,60}", _S, NameAt.NONE, needs_name=False, edge=True),
        form("original_publication", r"(?:a )?fonte original deste (?:artigo|texto) é(?: [oa])?(?= (?!desc))", _S),
        form("source_line", r"(?:fonte original|artigo original|texto original|leia (?:o|a) (?:artigo|matéria|texto) (?:original|completa?)(?: (?:em|aqui))?) ?:? ?(?=\S)", _S, edge=True, loose=False),
        form("original_publication", r"publicad[oa] (?:por|em|no|na|pel[oa])(?![a-z])", _F, before=r"(?:^|[.\n] ?)[oa] (?:artigo|reportagem|entrevista|comentário|texto|análise|crônica|nota|informação) é de [^.\n]{3,120}?,", edge=True, loose=False),
        form("source_line", r"com informações d[aoe]s?(?= )", _L, edge=True, loose=False),
        form("source_line", r"fontes? ?: ?(?=\S)", _S, edge=True),
    ),
    this=r"(?:\b(?:este|esta|esse|essa) (?:\w+ ){0,2}?|(?<!\w\s)(?:o|a) (?!notícia|publicação))(?:artigo|texto(?: a seguir| abaixo)?|post|matéria|reportagem|conteúdo|notícia|entrevista|publicação|coluna|ensaio|crônica|tutorial)\b",
    away=r"\b(?:que|livro|estudo)\b",
    lead=r"(?:(?:artigo|texto|post|conteúdo|matéria|reportagem|entrevista|coluna|crônica|ensaio) )?(?:foi |é )?",
    described=r"(?: ?(?:os?|as?|um|seu)\b)?(?: ?(?:blog|blogue|site|sítio|jornal|revista|portal|página|plataforma)(?: (?:de|do|da))*)?",
)  # fmt: skip

# --- Dutch
DUTCH = language(
    "cc by,cc-by,komt van,oorspronkelijk,eerder,geschreven voor,publiceerde,stond op,stond in,stond bij,overnemen,over van,herpublicatie,samenwerking,verstrekt,beschikking,afgedrukt,ontleend,oorspronkelijke,danken,dank aan,gemaakt door,herplaatst,gepubliceerd,verscheen,stond eerder,toestemming,afkomstig,komt uit,via ,tekst:,verschen,verschijnt,geplaatst,overgenomen,herplaatst,vertaling,vertaald,bron,origineel,originele,lees het",
    (
        form("syndicated", r"(?:verscheen eerst op|is als eerste verschenen op)", _F, before=r"\b(?:het bericht|the post)\b.{1,250}? "),
        form("original_publication", r"stond (?:oorspronkelijk|eerder|eerst) (?:op|in|bij)(?![a-z])", _E),
        form("original_publication", rf"(?:verscheen|is verschenen|is gepubliceerd|werd gepubliceerd|stond){_DAY} (?:op|in|bij|door)(?![a-z])", _N, loose=False),
        form("original_publication", rf"(?:verscheen|stond|is gepubliceerd){_DAY} (?:op|in|bij)(?![a-z])", _F, before=r"\bversie van dit \w+ (?:eerder )?", loose=False),
        form("republished", r"(?:is afkomstig van|is afkomstig uit|komt uit|komt van)(?![a-z])", _N, loose=False),
        form("republished", r"met toestemming (?:overgenomen|herplaatst|gepubliceerd) (?:van|uit)(?![a-z])", _E),
        form("republished", r"met toestemming van (?P<name>[^.\n]{2,50}?) (?:hier )?(?:overgenomen|herplaatst|gepubliceerd|geplaatst)", _T, NameAt.GROUP),
        form("source_line", r"tekst ?: ?(?=de |het |\S+\.\w)", _L, edge=True, loose=False),
        form("via", r"via ", _L, edge=True, strong=False, loose=False),
        form("source_line", r"origineel(?: artikel)?(?: in het \w+)? ?: ?(?=\S)", _S, needs_name=False, edge=True),
        form("original_publication", rf"(?:oorspronkelijk|eerder|origineel|eerst|voor het eerst|aanvankelijk){_DAY} (?:gepubliceerd|verschenen|geplaatst){_DAY} (?:op|in|door|bij)(?![a-z])", _E),
        form("original_publication", rf"(?:verscheen|verschijnt) (?:oorspronkelijk|eerder|eerst|voor het eerst|origineel|ook)?(?: in het (?:engels|frans|duits|spaans|nederlands))?{_DAY} ?(?:op|in|bij)(?![a-z])", _E),
        form("republished", r"(?:overgenomen|herplaatst)(?: met toestemming)? (?:van|uit)(?![a-z])", _E),
        form("translation", r"(?:vertaling van|vertaald (?:uit|door|van))(?: het \w+)?(?: artikel)?(?: (?:van|door))?(?![a-z])", _E, needs_name=False, edge=True),
        form("source_line", r"(?:origineel artikel|lees het (?:originele|volledige|hele) artikel(?: (?:op|hier))?) ?:? ?(?=\S)", _S, edge=True, loose=False),
        form("source_line", r"bron(?:nen)? ?: ?(?=\S)", _S, edge=True),
    ),
    this=r"(?:\b(?:dit|deze) (?:\w+ ){0,2}?|(?<!\w\s)(?:het|de) )(?:artikel|bericht|stuk|blog|blogpost|verhaal|interview|column|opiniestuk|tekst|post|essay)\b",
    away=r"\b(?:dat|boek|studie)\b",
    lead=r"(?:(?:\w*artikel|bericht|tekst|verhaal|column|interview|opiniestuk|stuk|blog|essay) )?(?:is |werd |was |een )?",
    described=r"(?: ?(?:de|het)\b)?(?: ?(?:blog|site|website|krant|weekblad|tijdschrift|platform)(?: van)?)?",
)  # fmt: skip

# --- Polish
_PL_ADV = r"(?:pierwotnie|oryginalnie|po raz pierwszy|wcześniej|najpierw)"
_PL_ON = r"(?:po \w+ )?(?:na(?: (?:blogu|stronie|portalu|łamach))?|w(?: (?:serwisie|portalu|magazynie|tygodniku|miesięczniku|dzienniku|piśmie|czasopiśmie))?|przez|we|dla)(?![a-ząćęłńóśźż])"
_PL_VERB = r"(?:publikowan[yae]|opublikowan[yao]|ukazał[ao]? się|pojawił[ao]? się|napisan[ey]|zamieszczon[ya])"
POLISH = language(
    "cc by,cc-by,skopiowan,opublikował,współprac,wspólnie,zamieszczon,zaczerpnięt,uprzejmości,przekład,przekazan,udostępnion,dziękujemy,zgodą,ukazał,pojawił,publikuj,publikowan,dzięki uprzejmości,za:,przełoży,tłum,pierwotnie,oryginaln,po raz pierwszy,wcześniej,najpierw,opublikowan,ukazał,pochodzi,przedruk,tłumaczenie,przetłumaczon,źródło,oryginał,za zgodą",
    (
        form("syndicated", r"(?:pochodzi z serwisu|pojawił się najpierw na|pojawił się po raz pierwszy (?:w|na))", _F, before=r"\b(?:artykuł|wpis|post)\b.{1,250}? "),
        form("original_publication", rf"{_PL_ADV}(?: został)? {_PL_VERB}(?: po \w+)?(?: \d[\w. ]{{3,20}})? {_PL_ON}", _E),
        form("original_publication", rf"{_PL_VERB} {_PL_ADV}(?: po \w+)? {_PL_ON}", _E),
        form("original_publication", rf"(?:ukazał[ao]? się|pojawił[ao]? się|opublikowano|został[ao]? opublikowan[yae]){_DAY} {_PL_ON}", _N),
        form("republished", r"(?:publikuj\w+|opublikowan\w+|przedruk\w*)(?: \w+)? (?:za zgodą|dzięki uprzejmości)(?: (?:redakcji|wydawcy|autora|portalu|serwisu))? ?:?(?![a-ząćęłńóśźż])", _E),
        form("source_line", r"za ?: ?(?=\S)", _L, edge=True, loose=False),
        form("translation", r"(?:z \w+ego (?:przełożył[ao]?|przetłumaczył[ao]?|tłumaczył[ao]?)|tłumaczenie ?:|tłum\.|przełożył[ao]? ?:?) ?[^\n.]{3,60}", _S, NameAt.NONE, needs_name=False, edge=True),
        form("source_line", r"(?:tekst oryginalny|oryginał|oryginalny (?:artykuł|tekst))(?: \w+){0,3}(?= tutaj| tu\b)", _S, needs_name=False, edge=True, linked=True),
        form("republished", r"(?:pochodzi z|przedruk z|przedrukowano (?:z|za))(?: (?:serwisu|portalu|strony))?(?![a-z])", _N),
        form("republished", r"(?:przedruk za|przedruk|za zgodą)(?: z| za)?(?![a-z])", _S, loose=False, edge=True),
        form("translation", r"(?:tłumaczenie(?:m)? (?:artykułu|tekstu|wpisu)|przetłumaczono z|przetłumaczony z)(?: z| ze strony)?(?![a-z])", _E, needs_name=False, edge=True),
        form("source_line", r"(?:źródło|zrodlo|oryginał|tekst oryginalny) ?: ?(?=\S)", _S, edge=True),
    ),
    this=r"(?:\b(?:ten |niniejszy |poniższy |a )|(?<!\w\s))(?:artykuł|tekst|wpis|wywiad|felieton|materiał|post|esej|kolumna|reportaż)\b",
    away=r"\b(?:że|książk\w*|badani\w*)\b",
    lead=r"(?:to (?:jest )?)?(?:(?:artykuł|tekst|materiał|felieton|wywiad|wpis|reportaż|esej) )?(?:został )?",
    described=r" ?(?:(?:pisma|strony|portalowi|portalu|serwisowi|serwisu|redakcji|gazecie|wydawcy|magazynu|magazynowi|tygodnika|dziennika) )?",
)  # fmt: skip

EUROPE = (GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, POLISH)
