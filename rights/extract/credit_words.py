"""The words that credits are made of, by language: what `credit_grammar` puts together in whatever order they stand.

Patterns of lower-case words; a space is any white space, and none runs into another word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from rights.extract.credit_forms import Language
from rights.extract.credit_forms_east import RUSSIAN
from rights.extract.credit_forms_en import ENGLISH
from rights.extract.credit_forms_europe import DUTCH, FRENCH, GERMAN, ITALIAN, POLISH, PORTUGUESE, SPANISH
from rights.extract.credit_forms_north import NORDIC
from rights.patterns import late


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words.

    ``first``: for the first time; ``published`` and ``made`` (written, produced): as verbs; ``it``: "this is a";
    ``noun``: "article by A", before a verb; ``object``: "this article" as an object; ``given``: provided by;
    ``shown``: appeared, which says enough by itself; ``again``: published again or taken over; ``leave``: with the
    permission of; ``thanks`` to somebody who must ``allow``; ``together``: in partnership with; ``translated``;
    ``original``: the original article; ``version``: a version of this article; ``at``: before the place of
    publication; ``source``: before what was taken over; ``by``: before who published; ``where`` a clause about an
    outlet begins; ``later``: the page itself is the first; ``plain``: capitalised words that are no names.
    """

    first: re.Pattern[str]
    published: re.Pattern[str]
    made: re.Pattern[str]
    it: re.Pattern[str]
    noun: re.Pattern[str]
    object: re.Pattern[str]
    given: re.Pattern[str]
    shown: re.Pattern[str]
    again: re.Pattern[str]
    leave: re.Pattern[str]
    thanks: re.Pattern[str]
    allow: re.Pattern[str]
    together: re.Pattern[str]
    translated: re.Pattern[str]
    original: re.Pattern[str]
    version: re.Pattern[str]
    at: re.Pattern[str]
    source: re.Pattern[str]
    by: re.Pattern[str]
    where: re.Pattern[str]
    later: re.Pattern[str]
    plain: re.Pattern[str]


def _words(**patterns: str) -> Words:
    table = {name: pattern.replace(" ", r"\s") for name, pattern in patterns.items()}
    assert set(table) == {field.name for field in fields(Words)}
    return Words(
        **{
            name: late(
                rf"(?<![\w-])(?:{pattern})(?<=['’])|(?<![\w-])(?:{pattern})(?!\w)"
                if name in _ELIDING
                else rf"(?<![\w-])(?:{pattern})(?!\w)"
            )
            for name, pattern in table.items()
        }
    )


#: Words that may run into the name after an apostrophe: "dell'Eco", "d'Onda".
_ELIDING = frozenset(("at", "leave", "source"))

WORDS: tuple[tuple[Language, Words], ...] = (
    (
        ENGLISH,
        _words(
            first="originally|first|initially|previously|earlier|already",
            published="publi[sc]h(?:ed|es)?|posted|appear(?:s|ed)|ran|run|runs|printed|released|aired|broadcast|carries|carried|seen|shared|hosted",
            made="written|wrote|produced|created|commissioned|reported|made|provided|supplied",
            it="(?:this|it)(?: (?:was|is|has been))?(?: an? \\w+| an?| the)?|we(?:['’]re| are)?",
            noun="(?:an? )?(?:\\w+ )?(?:article|story|post|piece|essay|column|text|content|interview|report|feature|version)s?(?:(?: (?:by|von|de|di|par|por|van|av|door|da) [^\\W\\d_][\\w.’'-]*(?: [\\w.’'-]+){0,3})?,?)",
            object="(?:this|the following|the above) (?:\\w+ )?(?:article|story|post|piece|essay|column|report|interview|text|feature)",
            given="(?:provided|supplied|offered|contributed|made available|conducted) (?:to us )?by|series by",
            shown="appeared|ran|printed",
            again="re-?(?:published|posted|printed|publishing|posting|printing|publish|post|print|issued)|reproduc(?:e|ed|ing)|(?:cross|x)-?post(?:ed)?|shared|taken|borrowed|syndicated|excerpt(?:ed)?|extract(?:ed)?|adapted|comes|came",
            leave="(?:with|by) (?:the )?(?:[\\w’']+ ){0,2}?(?:permission|consent|agreement|authori[sz]ation|blessing|leave|approval)(?: of| from)?|(?:used )?under (?:a |an )?(?:\\w+ )?licen[cs]e (?:from|of)|by (?:special )?arrangement with",
            thanks="thanks?(?: \\w+)? to|thank|grateful to|indebted to",
            allow="permission|for (?:allowing|letting(?! (?:us|me|you) know)|permitting|agreeing)|to (?:re-?publish|reprint|repost|reproduce|run|share|use) (?:this|it)|where",
            together="in (?:partnership|collaboration|cooperation|association|conjunction) with|(?:partnership|collaboration|co-?production|project) (?:with|between|of)|co-?published (?:with|by)",
            translated="translat(?:ion|ed)",
            original="(?:the|its) (?:\\w+ )?original(?: (?:\\w+ )?(?:article|story|post|piece|version|text|essay|report|interview|column|publication))?|original (?:article|story|post|piece|version|text|essay|report|interview|column|publication)",
            version="(?:version|draft|part|portion|excerpt|translation|adaptation|edition)s? of (?:this|the following|the above) \\w+",
            at="on|in|at|from|for|with|via|over at|to|of",
            source="from|courtesy of",
            by="by",
            where="where|which",
            later="wanted to|planned to|hoped to|intended|meant to|later|since been|subsequently|afterwards|also|will|next|is available|can be|in print|published as",
            plain="cc|creative|commons|english|german|french|spanish|italian|attribution|editor|print|part|full|association|partnership",
        ),
    ),
    (
        GERMAN,
        _words(
            first="zuerst|ursprünglich|zunächst|erstmals|erstmalig|original|im original|vorab|bereits|schon|als erste[srn]?|erstmal",
            published="veröffentlichte|erschien(?:en|ene[nrs]?)?|erscheint|veröffentlicht(?:e[nrs]?)?|publiziert(?:e[nrs]?)?|(?:ab)?gedruckt|gepostet|ausgestrahlt|gesendet|zu lesen",
            made="geschrieben|verfasst|produziert|erstellt|entstand|entstanden|recherchiert",
            it="(?:dies|das|es|er|dieser|hier)(?: (?:ist|wurde)(?: (?:eine?(?: \\w+)?|die|der|das))?)?|wir|eine?",
            noun="(?:der |ein |eine |gekürzte |leicht gekürzte )*(?:fassung eines |version eines )?(?:\\w*artikels?|\\w*beitrags?|text|textes|\\w*interview|\\w*kommentar|essay|autorin|autor)(?:(?: (?:by|von|de|di|par|por|van|av|door|da) [^\\W\\d_][\\w.’'-]*(?: [\\w.’'-]+){0,3})?,?)",
            object="(?:diesen|dieses|den|das) (?:\\w+ )?(?:\\w*artikel|\\w*beitrag|text|\\w*interview|\\w*kommentar|essay)",
            given="zur verfügung gestellt|bereitgestellt",
            shown="erschienen(?: ist)?|abgedruckt",
            again="übernommen|übernehmen|übernahme|wiedergegeben|nachgedruckt|nachdruck|wiederabdruck|abdruck|wiederveröffentlicht|zweitveröffentlichung|stammt|entnommen|kommt|crosspost",
            leave="mit (?:der )?(?:\\w+ ){0,2}?(?:genehmigung|erlaubnis|zustimmung|einverständnis)(?: (?:von|vom|der|des|durch))?(?: (?:redaktion|verlags?|zeitschrift|zeitung|magazins?)(?: (?:von|der|des))?)?",
            thanks="danken|dank (?:an|gilt)|bedanken uns (?:bei|beim)",
            allow="genehmigung|erlaubnis|\\w*abdruck\\w*|nachdruck\\w*|veröffentlich\\w*|übernehmen|wo",
            together="(?:kooperation|zusammenarbeit|partnerschaft) (?:mit|von|zwischen)|(?:unsere[rsm]?|eine[rsm]?) (?:kooperations|medien)?partner(?:s|in)?",
            translated="übersetzt|übersetzung|übertragen",
            original="(?:das|der|im|dem|den|die|des) (?:\\w+ )?original(?:artikels?|texte?s?|beitrags?|fassung|version)?|original(?:artikel|text|beitrag|fassung)|\\w+ische (?:fassung|version)",
            version="(?:\\w*version|\\w*fassung|teil|auszug)(?: aus)? (?:dieses|des|von diesem|diesem) \\w+",
            at="auf|in|im|bei|beim|für|aus|vom|von|mit|an|dem",
            source="von|vom|aus|aus dem|aus der|der|des",
            by="von|durch|der|des",
            where="wo|in dem|in der|auf der|auf dem",
            later="später|anschließend|danach|inzwischen|auch|demnächst",
            plain="kooperation|zusammenarbeit|partnerschaft|form|fassung|version|auszügen|teilen|deutsch\\w*|englisch\\w*|französisch\\w*|spanisch\\w*|original\\w*|genehmigung|erlaubnis|rahmen|ausgabe|heft|druck|autor\\w*|redaktion|verlags?|lizenz|kürze|artikels?|textes?|text|beitrags?|zeitschrift|zeitung|magazin|cc|creative|jahr|sommer|winter|frühjahr|herbst|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|nachdruck|abdruck|partner\\w*|buch|studie",
        ),
    ),
    (
        FRENCH,
        _words(
            first="d['’]abord|à l['’]origine|en premier(?: lieu)?|auparavant|initialement|originellement|originalement|précédemment|déjà|(?:pour )?la première fois",
            published="publiée?s?|parue?s?|diffusée?s?|postée?s?|paraît|imprimée?|mise? en ligne",
            made="rédigée?|produite?|réalisée?|écrite?",
            it="(?:ceci|ce|il|c['’]est)(?: (?:est|a été))?(?: (?:une?|la|le|l['’]))?|nous",
            noun="(?:un |une |l['’])?(?:article|texte|tribune|billet|entretien|chronique)(?:(?: (?:by|von|de|di|par|por|van|av|door|da) [^\\W\\d_][\\w.’'-]*(?: [\\w.’'-]+){0,3})?,?)",
            object="(?:cet|cette|ce) (?:article|texte|tribune|billet|entretien|chronique)",
            given="(?:proposée?|fournie?|offert) par",
            shown="parue?",
            again="re(?:publiée?|publions|postée?|prise?|prenons|produite?|produisons)|reproduction|tirée?|extraite?|issue?|provient|republication|empruntée?|publions",
            leave="(?:avec|par) (?:l['’]|la |son |leur )?(?:\\w+ )?(?:autorisation|accord|permission|consentement)(?: (?:de|du|des))?(?: l['’]|d['’])?",
            thanks="merci|remercions|remerciements",
            allow="permis|permettre|autoris\\w+|accord\\w*|reproduire|reprendre|publier",
            together="en (?:partenariat|collaboration) avec|partenariat avec|partenaire",
            translated="traduction|traduite?|adaptation|adaptée?",
            original="(?:article|texte|version|billet)s? original(?:e)?|l['’]original",
            version="(?:version|partie|extrait|traduction|adaptation)(?: \\w+)? de (?:cet|cette|ce) \\w+",
            at="sur|dans|chez|en|à|au|pour|de|du|d['’]|des|avec",
            source="de|du|des|d['’]|depuis|l['’]",
            by="par|de|du",
            where="où|que",
            later="ensuite|plus tard|depuis|également|aussi|puis|par la suite|prochainement|sera",
            plain="creative|cc|français|anglais|allemand",
        ),
    ),
    (
        SPANISH,
        _words(
            first="originalmente|originariamente|inicialmente|previamente|primero|primera vez|anteriormente|en su origen|antes",
            published="publicad[oa]s?|publicó|publica|apareció|aparecid[oa]|salió|difundid[oa]|emitid[oa]",
            made="escrit[oa]|producid[oa]|realizad[oa]|elaborad[oa]",
            it="(?:est[aeo])(?: (?:es|fue|ha sido))?(?: (?:una?|la|el))?",
            noun="(?:un |una |el |la )?(?:artículo|texto|nota|columna|reportaje|entrevista|contenido)(?:(?: (?:by|von|de|di|par|por|van|av|door|da) [^\\W\\d_][\\w.’'-]*(?: [\\w.’'-]+){0,3})?,?)",
            object="est[ea] (?:artículo|texto|nota|columna|reportaje|entrevista)",
            given="(?:compartid|cedid|proporcionad|facilitad)[oa] por",
            shown="aparecid[oa]",
            again="reproducid[oa]|reproduc(?:e|imos)|republica(?:d[oa]|mos)?|tomad[oa](?: íntegramente)?|proviene|extraíd[oa]|retomad[oa]|publicamos|compartid[oa]|compartimos|reimpres[oa]|rescatad[oa]|cedid[oa]",
            leave="con (?:la |el )?(?:\\w+ )?(?:autorización|permiso|consentimiento)(?: expres[oa])?(?: del?)?(?: (?:la revista|el diario|los editores de))?|por (?:gentileza|cortesía) del?",
            thanks="agradecemos al?|gracias al?|agradecimiento al?",
            allow="permiso|permitir\\w*|autoriza\\w*|reproduc\\w+|publicar|ced\\w+",
            together="en (?:alianza|colaboración|asociación|conjunto) con|(?:alianza|colaboración|convenio) (?:con|entre)",
            translated="traducción|traducid[oa]|tradujo",
            original="(?:el |la |su )?(?:texto |artículo |versión |nota |publicación )?original",
            version="(?:versión|parte|extracto|fragmento|traducción)(?: \\w+)? de (?:este|esta) \\w+",
            at="en|por|del?|para|con|al?",
            source="de|del|desde",
            by="por|de|del",
            where="donde|que",
            later="después|posteriormente|luego|más tarde|también|próximamente|será",
            plain="creative|cc|español|inglés",
        ),
    ),
    (
        ITALIAN,
        _words(
            first="originariamente|originalmente|inizialmente|precedentemente|in precedenza|la prima volta|in origine|prima|già|per prim[oa]",
            published="ha pubblicato|pubblicat[oaie]|appars[oaie]|uscit[oaie]|comparso|diffus[oa]",
            made="scritt[oa]|prodott[oa]|realizzat[oa]",
            it="(?:quest[aoe])(?: (?:è|è stat[oa]))?(?: (?:una?|la|il))?",
            noun="(?:un |l['’]|il )?(?:articolo|testo|pezzo|intervista|editoriale)(?:(?: (?:by|von|de|di|par|por|van|av|door|da) [^\\W\\d_][\\w.’'-]*(?: [\\w.’'-]+){0,3})?,?)",
            object="quest(?:o|a|['’]) ?(?:articolo|testo|pezzo|intervista|editoriale)",
            given="(?:fornit|concess|condivis|offert)[oa] da|fornito dalla",
            shown="appars[oa]|uscit[oa]",
            again="ripubblicat[oa]|ripres[oa]|riprodott[oa]|riproduciamo|ripubblichiamo|pubblichiamo|riprendiamo|tratt[oa]|estratt[oa]|proviene|condivis[oa]|condividiamo",
            leave="(?:su|per) (?:gentile )?concessione|con (?:il |la |l['’])?(?:\\w+ )?(?:permesso|autorizzazione|consenso)",
            thanks="si ringrazia(?:no)?|ringraziamo|grazie al?",
            allow="autorizza\\w+|permess\\w+|concess\\w+(?! d(?:i|el|ella|ell['’]|egli|ei) (?!pubblica|ripubblica|riprodu|testo|articolo|diritt))|pubblica\\w+|riprodu\\w+|consenso",
            together="in (?:collaborazione|partnership|cooperazione) con|(?:collaborazione|partnership) (?:con|tra)",
            translated="traduzione|tradott[oa]",
            original="(?:l['’]|il |la |testo |articolo |versione )original[ei]",
            version="(?:version[ei]|parte|estratto|traduzione)(?: \\w+)? di quest(?:o|a|['’]) ?\\w+",
            at="su|sul|sulla|sull['’]|in|nel|nella|nell['’]|da|dal|dalla|dall['’]|del?|di|della|dell['’]|con|per|al?",
            source="dal?|dalla|dall['’]|dell['’]|di|del|della",
            by="dal?|di",
            where="dove|che",
            later="poi|successivamente|in seguito|anche|prossimamente|sarà",
            plain="creative|cc|italiano|inglese",
        ),
    ),
    (
        PORTUGUESE,
        _words(
            first="originalmente|inicialmente|primeiro|primeiramente|anteriormente|originariamente|primeira vez|antes",
            published="publicad[oa]s?|publicou|saiu|apareceu|divulgad[oa]|veiculad[oa]",
            made="escrit[oa]|produzid[oa]|realizad[oa]",
            it="(?:est[ae]|isto)(?: (?:é|foi))?(?: (?:uma?|a|o))?",
            noun="(?:um |uma |o |a )?(?:artigo|texto|matéria|reportagem|coluna|entrevista|conteúdo)(?:(?: (?:by|von|de|di|par|por|van|av|door|da) [^\\W\\d_][\\w.’'-]*(?: [\\w.’'-]+){0,3})?,?)",
            object="est[ea] (?:artigo|texto|matéria|reportagem|coluna|entrevista)",
            given="(?:cedid|fornecid|compartilhad)[oa] (?:por|pel[oa])",
            shown="saiu",
            again="republicad[oa]|transcrit[oa]|republicamos|reproduzid[oa]|reproduzimos|extraíd[oa]|retirad[oa]|tirad[oa]|cedid[oa]|publicamos|compartilhamos",
            leave="com (?:a )?(?:\\w+ )?(?:autorização|permissão|consentimento)(?: (?:de|d[oa]))?",
            thanks="agradecemos (?:à|ao|a)|graças (?:à|ao)",
            allow="autoriza\\w+|permi\\w+|reprodu\\w+|publicar|ced\\w+",
            together="em (?:parceria|colaboração|conjunto) com|(?:parceria|colaboração) (?:com|entre)",
            translated="tradução|traduzid[oa]",
            original="(?:o |a )?(?:texto |artigo |versão |matéria |publicação )?original",
            version="(?:versão|parte|trecho|tradução)(?: \\w+)? d(?:este|esta|esse|essa) \\w+",
            at="em|n[oa]s?|n['’]|por|pel[oa]|de|d[oa]|d['’]|para|com|à|ao",
            source="de|d[oa]|d['’]",
            by="por|pel[oa]|de|d[oa]",
            where="onde|que",
            later="depois|posteriormente|mais tarde|também|em seguida|será",
            plain="creative|cc|português|inglês",
        ),
    ),
    (
        DUTCH,
        _words(
            first="oorspronkelijk|eerder|eerst|als eerste|aanvankelijk|origineel|reeds",
            published="gepubliceerd|publiceerde|verschenen|verscheen|verschijnt|stond|geplaatst|uitgezonden|afgedrukt",
            made="geschreven|gemaakt|geproduceerd",
            it="(?:dit|het)(?: (?:is|was|werd))?(?: (?:een|de|het))?|wij?",
            noun="(?:een |het |dit )?(?:\\w*artikel|tekst|stuk|\\w*interview|column|opiniestuk)(?:(?: (?:by|von|de|di|par|por|van|av|door|da) [^\\W\\d_][\\w.’'-]*(?: [\\w.’'-]+){0,3})?,?)",
            object="(?:dit|deze) (?:\\w*artikel|tekst|stuk|\\w*interview|column|opiniestuk)",
            given="aangeboden door|ter beschikking gesteld|verstrekt door",
            shown="verschenen|stond",
            again="herpublicatie|overnemen|neem|nemen|overgenomen|herplaatst|hergepubliceerd|afkomstig|komt|ontleend",
            leave="met (?:\\w+ )?(?:toestemming|goedkeuring|instemming)(?: van)?",
            thanks="danken|dank aan",
            allow="toestemming|plaats\\w+|over te nemen|publicer\\w+|waar",
            together="in samenwerking met|samenwerking (?:met|tussen|van)",
            translated="vertaling|vertaald",
            original="(?:het |de )?(?:originele?|oorspronkelijke) (?:artikel|tekst|versie|stuk|verhaal)|het origineel",
            version="(?:versie|deel|fragment|vertaling) van (?:dit|deze) \\w+",
            at="op|in|bij|uit|van|voor|met|aan|door",
            source="van|uit",
            by="door",
            where="waar|die|dat",
            later="later|daarna|vervolgens|ook|binnenkort",
            plain="creative|cc|nederlands|engels\\w*|het engels",
        ),
    ),
    (
        POLISH,
        _words(
            first="pierwotnie|oryginalnie|po raz pierwszy|wcześniej|najpierw|pierwszy raz",
            published="publikowan[yaeo]|opublikowan[yaoeym]+|opublikował[ao]?|ukazał[ao]? się|pojawił[ao]? się|zamieszczon[yae]",
            made="napisan[yea]|powstał[ao]?|przygotowan[ya]|udostępnion[ya]",
            it="to(?: jest)?",
            noun="(?:artykuł|komentarz|tekst|felieton|wywiad|wpis|materiał|esej)(?:(?: (?:by|von|de|di|par|por|van|av|door|da) [^\\W\\d_][\\w.’'-]*(?: [\\w.’'-]+){0,3})?,?)",
            object="(?:ten|niniejszy|powyższy) (?:artykuł|tekst|felieton|wywiad|wpis|materiał|esej)",
            given="(?:udostępnion|dostarczon|przekazan)[yae] przez",
            shown="ukazał[ao]? się",
            again="skopiowan\\w+|przedruk\\w*|pochodzi|publikujemy|zaczerpnięt[ya]|przejęt[ya]",
            leave="za (?:\\w+ )?zgodą|dzięki uprzejmości",
            thanks="dziękujemy",
            allow="zgod\\w+(?! na (?!przedruk|publik|ponown|udostęp|wykorzyst))|przedruk\\w*|publikacj\\w+|udostępn\\w+",
            together="(?:we )?współprac[yaą] z|wspólnie z",
            translated="tłumaczeni\\w+|przetłumaczon\\w+|przekład\\w*",
            original="oryginaln\\w+ (?:artykuł\\w*|tekst\\w*|wersj\\w*)|oryginał\\w*",
            version="(?:wersja|część|fragment|tłumaczenie)(?: \\w+)? (?:tego|niniejszego|tej) \\w+",
            at="na|w|we|przez|z|ze|za|dla|do|redakcji|wydawcy|portalu|portalowi|serwisu|serwisowi",
            source="z|ze|za",
            by="przez",
            where="gdzie|który|która|które",
            later="później|następnie|potem|także|również|wkrótce",
            plain="creative|cc",
        ),
    ),
    (
        RUSSIAN,
        _words(
            first="впервые|первоначально|изначально|ранее|сначала",
            published="опубликован[аоы]?|опубликованн\\w+|опубликовал[аио]?|появил(?:ась|ся|ось)|вышл[ао]|вышел|размещ[её]н[аоы]?|напечатан[аоы]?",
            made="написан[аоы]?|подготовлен[аоы]?|сделан[аоы]?",
            it="(?:это|он|она)(?: был[аои]?)?",
            noun="(?:статья|комментарий|текст|материал|колонка|интервью|эссе|заметка|публикация|автор текста)(?:(?: (?:by|von|de|di|par|por|van|av|door|da) [^\\W\\d_][\\w.’'-]*(?: [\\w.’'-]+){0,3})?,?)",
            object="(?:эту|этот|данную|данный|это) (?:статью|текст|материал|колонку|интервью|эссе|заметку|публикацию)",
            given="предоставлен[аоы]?",
            shown="вышл[ао]|вышел|напечатан[ао]?",
            again="перепечат\\w+|перепост|репост|взят[оаы]?|публикуется|публикуем|скопирован\\w+|воспроизводится",
            leave="с (?:\\w+ )?(?:разрешения|согласия)",
            thanks="благодарим|спасибо",
            allow="разреш\\w+|публикаци\\w+|опубликовать|перепечат\\w+|возможност\\w+",
            together="совместно с|в (?:партн[её]рстве|сотрудничестве) со?",
            translated="перевод\\w*|перев[её]л\\w*|переведен\\w*",
            original="оригинал\\w*(?: (?:статьи|текста|материала))?",
            version="(?:версия|часть|фрагмент|отрывок|перевод)(?: \\w+)? (?:этой|этого|данной|данного) \\w+",
            at="на|в|из|изданием|сайтом|у|с|для|от|редакцией|редакции|журналом|газетой",
            source="из|с|со|у|от",
            by="изданием|сайтом|редакцией|журналом|газетой",
            where="где|который|которая",
            later="позже|затем|потом|также|впоследствии|скоро",
            plain="creative|cc",
        ),
    ),
    (
        NORDIC,
        _words(
            first="först|ursprungligen|tidigare|från början|først|oprindeligt|oprindelig|opprinnelig|tidligere",
            published="publicera(?:de|des|d|t|ts)|tryck(?:t|tes)|publiceret|publisert|bragt|trykt|bragtes",
            made="skriv(?:en|its)|skrevet|producerad",
            it="(?:det|den)(?: (?:är|er|har))?(?: en| ett)?",
            noun="(?:artikeln|texten|krönikan|artiklen|teksten|kronikken|intervjun)(?:(?: (?:by|von|de|di|par|por|van|av|door|da) [^\\W\\d_][\\w.’'-]*(?: [\\w.’'-]+){0,3})?,?)",
            object="(?:den här|denna|denne|detta|dette) (?:artikeln?|artikkelen|texten?|krönikan?)",
            given="tillhandahållen av",
            shown="publicerades|bragt|tryckt",
            again="återpublicera(?:d|t|s|ts)|hämta(?:d|t)|återge(?:s|tts)|lånad|genudgivet|republisert|gjengitt|gengivet|hentet",
            leave="med (?:\\w+ )?(?:tillstånd|tilladelse|tillatelse)(?: av| från| fra| af)?",
            thanks="tackar|tack till|takker|takk til|tak til",
            allow="tillstånd|tilladelse|tillatelse|public\\w+|återge",
            together="i samarbete med|samarbete (?:med|mellan)",
            translated="översatt|översättning|oversat|oversatt|oversættelse|oversettelse",
            original="original(?:et|artikeln|texten)?",
            version="(?:version|versionen|delar?|översättning|udgave|versjon) (?:av|af) (?:den här|denna|denne|dette|detta|artikeln|artiklen|artikkelen)(?: \\w+)?",
            at="i|på|hos|från|fra|av|af|för|for|med",
            source="från|fra|av|af",
            by="av|af",
            where="där|som|hvor|der",
            later="senare|sedan|också|därefter|även|senere|siden|også",
            plain="creative|cc|svenska|engelska",
        ),
    ),
)
