"""Credit forms of German, French, Spanish, Italian, Portuguese, Dutch and Polish."""

from __future__ import annotations

from rights.extract.credit_forms import START, Language, NameAt, form

_ON_DAY = r"(?: (?:am|vom|im|le|en|el|il|em|op|in)? ?(?:\d{1,2}\.? ?(?:de )?[\w.]+ ?(?:de )?\d{4}|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}))?"
# --- German
_DE_THIS = r"\b(?:diese[rs]?|der|das|die|folgende[rs]?|nachfolgende[rs]?) (?:\w+ ){0,2}?(?:artikel|beitrag|text|post|blogpost|blogbeitrag|essay|interview|kommentar|kolumne|bericht|gastbeitrag|aufsatz|rede|gedicht|story|reportage|recherche|originalartikel|originalbeitrag)\b"
_DE_GAP = r"(?:(?!\b(?:dass|studie|buch|über)\b)[^.\n]|\.(?=\d|\s?\w+ \d{4})){0,140}?"
_DE_DESC = r"(?: (?-i:dem|der|den|das|die))?(?: (?:(?-i:[a-zäöü]\w+) )?(?:(?:dem |ihrem |seinem )?(?:blog|seite|website|webseite|plattform|portal|magazin|zeitung|wochenzeitung|tageszeitung|zeitschrift|nachrichtenseite|fachmagazin))(?: (?-i:von|der|des))?(?= [„\"»«‚'A-ZÄÖÜ]))?"
_DE_ADV = r"(?:zuerst|ursprünglich|zunächst|erstmals|original|erstmalig|vorab|bereits)"
_DE_MONTH = r"(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)"
_DE_WHEN = rf"(?: (?:am|im|vom) (?:\d{{1,2}}\. ?(?:{_DE_MONTH}|\d{{1,2}}\.)?(?: ?\d{{4}}|\d{{2,4}})?|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|{_DE_MONTH} \d{{4}}))?"

GERMAN = (
    form("syndicated", r"\b(?:der|dieser) (?:beitrag|artikel|post)\b.{1,250}? erschien zuerst (?:auf|bei|im|in)(?: blog)?"),
    form("original_publication", rf"{_DE_THIS}{_DE_GAP}(?:erschien|erscheint) {_DE_ADV}{_DE_WHEN} (?:auf|bei|in|im|beim){_DE_DESC}"),
    form("original_publication", rf"{_DE_THIS}{_DE_GAP}(?:ist|wurde)(?: {_DE_ADV})?{_DE_WHEN}(?: {_DE_ADV})? (?:auf|bei|in|im|vom|von|beim){_DE_DESC} (?P<name>[^.\n]{{2,100}}?)(?: {_DE_ADV})? (?:erschienen|veröffentlicht|publiziert)", NameAt.GROUP),
    form("original_publication", rf"{_DE_THIS}{_DE_GAP}(?:ist|wurde){_DE_WHEN} {_DE_ADV}{_DE_WHEN} (?:veröffentlicht|erschienen|publiziert)(?: worden)? (?:auf|bei|in|im|von|beim){_DE_DESC}"),
    form("original_publication", rf"{START}(?:{_DE_ADV}){_DE_WHEN} (?:erschienen|veröffentlicht|publiziert){_DE_WHEN} (?:auf|bei|in|im|von|beim){_DE_DESC}"),
    form("original_publication", rf"{START}erschien {_DE_ADV} (?:auf|bei|in|im){_DE_DESC}"),
    form("original_publication", rf"{_DE_THIS} (?:stammt|kommt) (?:aus|von)(?: ausgabe [\w/]+)?{_DE_DESC}", loose=False),
    form("republished", rf"{_DE_THIS}[^.\n]{{0,60}} (?:übernommen|wiedergegeben|nachgedruckt) (?:von|aus){_DE_DESC}"),
    form("republished", rf"(?:{START}|{_DE_THIS} (?:ist|wurde) )(?:übernommen|nachdruck|abdruck|crosspost|zweitveröffentlichung|wiederveröffentlicht)(?: mit freundlicher genehmigung)?(?: (?:von|aus|des|der)){_DE_DESC}"),
    form("republished", r"\bwir dokumentieren (?:den (?:wortlaut|text)|das|die|hier)\b[^\n]{0,120}", NameAt.NONE, needs_name=False),
    form("translation", rf"{_DE_THIS} (?:ist|wurde) (?:eine )?(?:übersetzung|übersetzt)[^.\n]{{0,90}}? (?:auf|bei|in|im|aus)(?! original){_DE_DESC} (?P<name>[^.\n]{{2,80}}?) (?:erschienen|veröffentlicht)", NameAt.GROUP),
    form("translation", rf"{_DE_THIS} wurde im original veröffentlicht auf", needs_name=False),
    form("source_line", r"\b(?:lest|lesen sie|lies) den (?:original ?artikel|originalbeitrag|ganzen artikel|vollständigen artikel)(?: auf englisch)?(?: (?:hier|auf|bei))?", needs_name=False, edge=True),
    form("source_line", rf"{START}(?:originalartikel|originalbeitrag|original|originalquelle|originaltext)(?: auf \w+)? ?: ?", needs_name=False, edge=True),
    form("source_line", rf"{START}(?:quelle|quellen|text)n? ?:(?: pressemitteilung(?: de[rs])?| pm)? ?(?=\S)", edge=True),
    form("copyright_line", r"\bmit material (?:von|der|des|vom) ", edge=True, strong=False),
)  # fmt: skip

# --- French
_FR_THIS = r"\b(?:cet|ce|le présent|cette|le) (?:\w+ ){0,2}?(?:article|texte|billet|post|tribune|papier|entretien|interview|reportage|document|contenu|tutoriel|chronique|éditorial|analyse|dossier)\b"
_FR_DESC = r"(?-i:(?: (?:le|la|les|l['’]|un|son))?(?: ?(?:site|blog|blogue|journal|magazine|quotidien|forum|portail|revue|hebdomadaire|média)(?: (?:de|du|des|internet|web|d['’]))*)?)"
FRENCH = (
    form("original_publication", rf"(?:{_FR_THIS}[^.\n]{{0,120}}?|{START})(?:(?:a|avait) (?:été )?)?(?:d['’]abord |initialement |originellement |originalement |précédemment |déjà )(?:été )?(?:publiée?|parue?|diffusée?|postée?)(?: initialement)?{_ON_DAY} (?:sur|dans|par|chez|en){_FR_DESC}"),
    form("original_publication", rf"(?:{_FR_THIS}[^.\n]{{0,120}}?|{START})(?:a (?:été )?)?(?:publiée?|parue?|diffusée?) (?:initialement|originellement|d['’]abord|pour la première fois|précédemment){_ON_DAY} (?:sur|dans|par|chez|en){_FR_DESC}"),
    form("original_publication", rf"{_FR_THIS} (?:est paru|a paru|est parue|a été publiée?){_ON_DAY} (?:sur|dans){_FR_DESC}"),
    form("syndicated", r"(?:l['’]article|cet article|le billet|article|the post)\b.{1,250}? est apparu en premier sur(?: le)?"),
    form("republished", r"\b(?:radio|journal|site|revue|magazine|quotidien|hebdomadaire|blog|chaîne|agence)(?: (?:de|du|l['’]))? (?P<name>(?-i:[A-ZÀ-Þ])[^.,\n]{2,40}?),? que nous (?:reproduisons|republions|reprenons|publions ici)\b", NameAt.GROUP),
    form("republished", r"\bque nous (?:reproduisons|republions|reprenons|publions ici)\b", NameAt.NONE, needs_name=False),
    form("republished", rf"(?:{_FR_THIS}[^.\n]{{0,100}}?|{START})(?:est |a été |est ici )?(?:republiée?|reproduite?|repris|reprise|repostée?)(?: ici)?(?: (?:avec|sous|en vertu)[^.,\n]{{2,60}}?)? (?:de|du|depuis|à partir de|d['’]){_FR_DESC}"),
    form("translation", rf"(?:{_FR_THIS}|le texte qui suit) (?:est|a été) (?:une |la )?(?:[\"«“]? ?\w+ ?[\"»”]? (?:de )?)?(?:traduction|traduite?)(?: (?:libre|française|en français))?(?: (?:d['’]un|de l['’]|du|de|d['’]) ?(?:anglais )?(?:article|texte|billet|post)?(?: (?:de|du|par))?)?", needs_name=False),
    form("translation", rf"{START}traduction (?:française )?(?:de l['’]|d['’]un |du |d['’])(?:article|billet|texte|post)(?: (?:de|du|original))?", needs_name=False),
    form("translation", rf"{START}(?:(?:article |texte |article original )?(?:traduite?|adaptée?)|traduction|adaptation(?: française)?)(?: (?:de l['’](?:anglais|américain|allemand|espagnol|italien|russe|arabe|hébreu)|du \w+))? ?(?:par|:)[^\n]{{2,120}}", NameAt.NONE, needs_name=False, edge=True),
    form("source_line", rf"{START}(?:source|sources|source originale|article original|texte original|version originale(?: anglaise)?|origine) ?: ?(?=\S)", edge=True),
    form("source_line", r"\b(?:lire|voir) (?:l['’]article (?:original|complet|intégral)|la suite)(?: (?:ici|sur))?", needs_name=False, edge=True),
    form("source_line", rf"{START}voir sur ", edge=True, loose=False),
)  # fmt: skip

# --- Spanish
_ES_THIS = r"\b(?:este|esta|el siguiente|el presente|la presente|el) (?:\w+ ){0,2}?(?:artículo|articulo|texto|post|entrada|reportaje|nota|noticia|columna|ensayo|entrevista|contenido|publicación|análisis|informe|crónica|historia)\b"
_ES_DESC = r"(?-i:(?: (?:el|la|los|las|un|su))?(?: (?:blog|sitio|sitio web|web|página|pagina|diario|periódico|revista|portal|medio|semanario|agencia)(?: (?:de|del|web))*)?)"
_ES_ART = r"(?:artículo|articulo|texto|post|entrada|reportaje|nota|noticia|columna|contenido|ensayo|entrevista)"
_ES_ADV = r"(?:originalmente|originariamente|inicialmente|previamente|primero|por primera vez|anteriormente)"
SPANISH = (
    form("syndicated", r"\b(?:la (?:entrada|publicación)|el (?:artículo|post)|este (?:artículo|post)|the post)\b.{1,250}? (?:apareció|aparece|se publicó) (?:primero|por primera vez|originalmente) en(?: (?:el|la))?"),
    form("original_publication", rf"(?:{_ES_THIS}[^.\n]{{0,120}}?|{START}(?:{_ES_ART} )?)(?:(?:fue|ha sido|se) )?(?:publicad[oa]|publicó|apareció|aparecid[oa]|difundid[oa]) {_ES_ADV}{_ON_DAY} (?:en|por|a través de){_ES_DESC}"),
    form("original_publication", rf"(?:{_ES_THIS}[^.\n]{{0,120}}?|{START}(?:{_ES_ART} )?){_ES_ADV} (?:fue )?(?:publicad[oa]|aparecid[oa]) (?:en|por){_ES_DESC}"),
    form("original_publication", rf"{_ES_THIS} (?:fue publicad[oa]|se publicó|apareció){_ON_DAY} (?:en|por){_ES_DESC}"),
    form("original_publication", r"\bpublicó [^.\n]{2,60}? en (?:el diario |la revista |el periódico )?(?P<name>[^.\n]{2,60}?) (?:de \w+ )?un (?:artículo|texto|ensayo)[^.\n]{0,80}?(?:obligados a|a continuación|reproduc|que les|les dejo)", NameAt.GROUP),
    form("republished", rf"{START}tomado de(?-i:l)?{_ES_DESC}"),
    form("republished", r"\b(?:por su (?:indudable )?interés,? (?:reproducimos|publicamos)|reproducimos (?:a continuación|aquí|íntegr\w+|este|el)|publicamos (?:a continuación|íntegr\w+))\b", NameAt.NONE, needs_name=False),
    form("republished", rf"(?:{_ES_THIS}[^.\n]{{0,100}}?|{START})(?:(?:fue|es|ha sido) )?(?:republicad[oa]|reproducid[oa]|reimpres[oa]|extraíd[oa])(?: (?:aquí|con (?:el )?permiso))? (?:de|desde|del){_ES_DESC}"),
    form("republished", rf"{START}del blog (?:de )?"),
    form("translation", rf"(?:{_ES_THIS}|el siguiente texto|lo que sigue) (?:es|fue|ha sido) (?:una )?(?:traducción|traducid[oa])(?: (?:libre|al español))*(?: (?:del?|por|desde))?(?: (?:artículo|texto|original|post))?", needs_name=False),
    form("translation", r"(?:^|[\n.)] ?|\b)traducid[oa](?: del (?:inglés|francés|alemán|italiano|portugués|ruso|árabe))?(?: para [^\n.]{2,60}?)? por [^\n.]{2,80}", NameAt.NONE, needs_name=False, edge=True),
    form("translation", r"\b(?:yo )?(?:solamente|solo|sólo)? ?lo traduje al español", NameAt.NONE, needs_name=False),
    form("source_line", rf"{START}(?:fuente(?: original)?|fuente de la (?:noticia|información)|vía|origen|texto original|artículo original) ?: ?(?=\S)", edge=True),
    form("source_line", r"(?:^|[.\n] )fuente de la (?:noticia|información)", NameAt.NONE, needs_name=False, edge=True),
    form("source_line", r"\b(?:lea|leer|ver) (?:el |la )?(?:artículo|nota|noticia) (?:original|completa?)(?: (?:aquí|en))?", needs_name=False, edge=True),
)  # fmt: skip

# --- Italian
_IT_THIS = r"\b(?:quest['’]?[oa]?|il presente|il seguente|l['’]) ?(?:\w+ ){0,2}?(?:articolo|testo|post|intervento|pezzo|saggio|intervista|contributo|editoriale|racconto|reportage)\b"
_IT_DESC = r"(?-i:(?: ?(?:il|lo|la|l['’]|i|gli|le))?(?: ?(?:sito|blog|giornale|quotidiano|mensile|settimanale|magazine|rivista|portale|pagina|sito web)(?: (?:di|del|della|dell['’]))*)?)"
_IT_ADV = r"(?:originariamente|originalmente|inizialmente|precedentemente|per la prima volta|in origine)"
_IT_VERB = r"(?:pubblicat[oa]|apparso|apparsa|uscito|uscita|comparso)"
ITALIAN = (
    form("syndicated", r"\b(?:l['’]articolo|il post|the post)\b.{1,250}? (?:è stato pubblicato originariamente|è apparso per la prima volta|proviene da|sembra essere il primo su|è apparso prima)(?: (?:su|sul|sulla|da|in))?(?: sito)?"),
    form("original_publication", rf"(?:{_IT_THIS}[^.\n]{{0,150}}?|{START}(?:articolo )?)(?:(?:è|era|lo avevo|l['’]avevo|fu) (?:stato )?)?(?:{_IT_ADV} {_IT_VERB}|{_IT_VERB} {_IT_ADV}){_ON_DAY} (?:su|sul|sulla|sull['’]|in|da|nel|nella|dal|dalla|per){_IT_DESC}"),
    form("original_publication", rf"{_IT_THIS} è (?:stato )?{_IT_VERB}{_ON_DAY} (?:su|sul|sulla|sull['’]|in|nel|nella){_IT_DESC}"),
    form("original_publication", rf"{START}scritto da [^.\n]{{3,50}}? (?:su|sul|per|sulla){_IT_DESC}", loose=False),
    form("republished", rf"(?:{_IT_THIS}[^.\n]{{0,100}}?|{START})(?:è )?(?:ripubblicat[oa]|ripres[oa]|riprodott[oa]|tratt[oa])(?: qui)?(?: (?:con|per gentile)[^.,\n]{{3,40}}?)? (?:da|dal|dalla|dall['’]|di){_IT_DESC}"),
    form("translation", rf"(?:(?:il contenuto di )?{_IT_THIS}) è (?:una |la )?(?:traduzione|tradotto)(?: (?:dell['’]|del|di|da|dall['’]))?(?: ?(?:articolo|inglese|post))?(?: (?:di|da|originale))?", needs_name=False),
    form("translation", rf"{START}(?:articolo|testo|titolo) originale ?: ?(?=\S)", needs_name=False, edge=True),
    form("translation", rf"{START}traduzione (?:di|a cura di|dall['’]\w+ di|dal \w+ di) [^.\n]{{3,60}}", NameAt.NONE, needs_name=False, edge=True),
    form("source_line", r"\blink all['’](?:articolo|originale)(?: originale)? ?: ?", needs_name=False, edge=True),
    form("source_line", rf"{START}(?:fonte(?: originale)?|fonti|link originale|da) ?: ?(?=\S)", edge=True),
    form("source_line", r"(?:^|\()da (?=(?:www\.|https?:)[\w.-]+)", edge=True),
    form("source_line", r"\((?:dal|dalla|dall['’]|da) (?:blog di )?", loose=False, edge=True),
)  # fmt: skip

# --- Portuguese
_PT_THIS = r"\b(?:este|esta|esse|essa|o|a) (?:\w+ ){0,2}?(?:artigo|texto|post|matéria|reportagem|conteúdo|notícia|entrevista|publicação|coluna|ensaio|crônica|tutorial)\b"
_PT_DESC = r"(?-i:(?: ?(?:o|a|os|as|um|seu))?(?: ?(?:blog|blogue|site|sítio|jornal|revista|portal|página|plataforma)(?: (?:de|do|da))*)?)"
PORTUGUESE = (
    form("syndicated", r"\b(?:o post|o artigo|a publicação|the post)\b.{1,250}? (?:apareceu primeiro em|foi publicado primeiro em|aparece primeiro em)"),
    form("original_publication", rf"(?:{_PT_THIS}[^.\n]{{0,120}}?|{START}(?:(?:artigo|texto|post|conteúdo|matéria|reportagem) )?)(?:(?:foi|é|fora) )?(?:(?:publicad[oa]|apareceu|divulgad[oa]|veiculad[oa]) (?:originalmente|inicialmente|primeiro|anteriormente|originariamente)|(?:originalmente|inicialmente|primeiramente) (?:publicad[oa]|apareceu)){_ON_DAY} (?:em|no|na|nos|nas|pelo|pela|por){_PT_DESC}"),
    form("original_publication", rf"{_PT_THIS} foi publicad[oa]{_ON_DAY} (?:em|no|na|pelo|pela){_PT_DESC}"),
    form("republished", rf"(?:{_PT_THIS}[^.\n]{{0,100}}?|{START})(?:(?:foi|é) )?(?:republicad[oa]|reproduzid[oa]|extraíd[oa]|retirad[oa])(?: (?:aqui|com permissão))? (?:de|do|da|pelo|pela){_PT_DESC}"),
    form("republished", rf"{START}eis o (?:artigo|texto|depoimento|editorial)", NameAt.NONE, needs_name=False, edge=True),
    form("translation", rf"(?:{_PT_THIS}|o texto a seguir) (?:é|foi) (?:uma )?(?:tradução|traduzid[oa])(?: (?:livre|autorizada))?(?: (?:do|da|de|por))?(?: (?:artigo|texto|post|original))?(?: (?:do|da|de))?", needs_name=False),
    form("translation", rf"(?:{START}|\()traduzid[oa] (?:de|do|da|por)(?: (?:artigo|inglês|original))?", needs_name=False, edge=True),
    form("translation", rf"{START}tradução ?(?::|de|por) [^.\n]{{3,60}}", NameAt.NONE, needs_name=False, edge=True),
    form("source_line", rf"{START}(?:fonte(?: original)?|artigo original|texto original|publicado em|leia (?:o|a) (?:artigo|matéria|texto) (?:original|completa?)(?: (?:em|aqui))?) ?:? ?(?=\S)", edge=True, loose=False),
    form("source_line", rf"{START}fonte ?: ?(?=\S)", edge=True),
)  # fmt: skip

# --- Dutch
_NL_THIS = r"\b(?:dit|deze|het|de) (?:\w+ ){0,2}?(?:artikel|bericht|stuk|blog|blogpost|verhaal|interview|column|opiniestuk|tekst|post|essay)\b"
_NL_DESC = r"(?-i:(?: (?:de|het))?(?: (?:blog|site|website|krant|weekblad|tijdschrift|platform)(?: van)?)?)"
DUTCH = (
    form("original_publication", rf"(?:{_NL_THIS}[^.\n]{{0,120}}?|{START})(?:(?:is|werd|was) )?(?:oorspronkelijk|eerder|origineel|eerst|voor het eerst|aanvankelijk){_ON_DAY} (?:gepubliceerd|verschenen|geplaatst){_ON_DAY} (?:op|in|door|bij){_NL_DESC}"),
    form("original_publication", rf"(?:{_NL_THIS}[^.\n]{{0,120}}? |{START})(?:verscheen|verschijnt) (?:oorspronkelijk|eerder|eerst|voor het eerst|origineel|ook)?{_ON_DAY} ?(?:op|in|bij){_NL_DESC}"),
    form("syndicated", r"\b(?:het bericht|the post)\b.{1,250}? (?:verscheen eerst op|is als eerste verschenen op)"),
    form("republished", rf"(?:{_NL_THIS}[^.\n]{{0,60}}|{START})(?:overgenomen|herplaatst|overgenomen met toestemming) (?:van|uit){_NL_DESC}"),
    form("translation", rf"(?:{_NL_THIS} (?:is|werd) |{START})(?:een )?(?:vertaling van|vertaald (?:uit|door|van))(?: het \w+)?(?: artikel)?(?: (?:van|door))?", needs_name=False, edge=True),
    form("source_line", rf"{START}(?:bron|bronnen|origineel artikel|lees het (?:originele|volledige|hele) artikel(?: (?:op|hier))?) ?:? ?(?=\S)", edge=True, loose=False),
    form("source_line", rf"{START}bron ?: ?(?=\S)", edge=True),
)  # fmt: skip

# --- Polish
_PL_THIS = r"\b(?:ten |niniejszy |poniższy |a )?(?:artykuł|tekst|wpis|wywiad|felieton|materiał|post|esej)\b"
_PL_ON = r"(?:na(?: (?:blogu|stronie|portalu|łamach))?|w|przez|we|dla)"
POLISH = (
    form("original_publication", rf"{_PL_THIS}[^.\n]{{0,80}}?(?:pierwotnie|oryginalnie|po raz pierwszy|wcześniej|najpierw)(?: został)? (?:opublikowan[ya]|ukazał się|pojawił się|napisane|zamieszczony)(?: po \w+)?(?: \d[\w. ]{{3,20}})? {_PL_ON}"),
    form("original_publication", rf"{_PL_THIS}[^.\n]{{0,60}}? (?:ukazał się|został opublikowany|opublikowano)(?: (?:pierwotnie|oryginalnie|po raz pierwszy))(?: po \w+)? {_PL_ON}"),
    form("original_publication", rf"{START}(?:pierwotnie|oryginalnie|po raz pierwszy) (?:opublikowan[yao]|ukazało? się) {_PL_ON}"),
    form("syndicated", r"\b(?:artykuł|wpis|post)\b.{1,250}? (?:pochodzi z serwisu|pojawił się najpierw na|pojawił się po raz pierwszy (?:w|na))"),
    form("republished", rf"{_PL_THIS} (?:pochodzi z|przedruk z|przedrukowano (?:z|za))(?: (?:serwisu|portalu|strony))?"),
    form("republished", rf"{START}(?:przedruk|przedruk za|za zgodą) (?:z |za )?", loose=False, edge=True),
    form("translation", rf"(?:{_PL_THIS} (?:jest|to) |{START})(?:tłumaczenie(?:m)? (?:artykułu|tekstu|wpisu)|przetłumaczono z|przetłumaczony z)(?: z| ze strony)?", needs_name=False, edge=True),
    form("source_line", rf"{START}(?:źródło|zrodlo|oryginał|tekst oryginalny) ?: ?(?=\S)", edge=True),
)  # fmt: skip

EUROPE = (
    Language(("erschien", "veröffentlich", "publiziert", "quelle", "original", "übernommen", "nachdruck", "abdruck", "crosspost", "dokumentieren", "übersetz",
              "stammt", "mit material", "text:", "text :", "wiederveröffentlicht", "zweitveröffentlichung"), GERMAN),
    Language(("publi", "paru", "diffus", "post", "apparu", "reprodui", "repris", "reprenons", "republi", "traduct", "traduit", "adaptation", "adapté", "source", "original",
              "version", "lire", "voir sur", "la suite", "origine"), FRENCH),
    Language(("public", "apareci", "tomado", "reproduc", "republica", "traduc", "traduje", "fuente", "vía", "original", "blog", "extraíd", "difundid"), SPANISH),
    Language(("pubblic", "appars", "uscit", "proviene", "sembra", "scritto da", "ripres", "riprodott", "tratt", "traduzione", "tradotto", "fonte", "fonti", "originale", "da ", "dal ", "dalla ", "dall"), ITALIAN),
    Language(("public", "apareceu", "divulgad", "veiculad", "reproduzid", "extraíd", "retirad", "eis o", "tradu", "fonte", "original", "leia"), PORTUGUESE),
    Language(("gepubliceerd", "verscheen", "verschen", "verschijnt", "geplaatst", "overgenomen", "herplaatst", "vertaling", "vertaald", "bron", "origineel", "originele", "lees het"), DUTCH),
    Language(("pierwotnie", "oryginaln", "po raz pierwszy", "wcześniej", "najpierw", "opublikowan", "pochodzi", "przedruk", "tłumaczenie", "przetłumaczon", "źródło", "oryginał", "za zgodą"), POLISH),
)  # fmt: skip
