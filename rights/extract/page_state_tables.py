"""How error pages, challenges, walls, parked domains and empty shells call themselves, in the languages of the web."""

from __future__ import annotations

import re

from rights.patterns import late

_I = re.IGNORECASE
_V = re.IGNORECASE | re.VERBOSE

NOT_FOUND_TITLE = late(
    r"""^\W*(?:(?:error|fehler|erreur|errore|fout|http|błąd|ошибка)?\W{0,3}(?:404|410)(?:\W+(?:error|fehler|page|seite|not\sfound|erreur|fout|página|pagina|strona|nie\sznaleziono|nicht\sgefunden|oops|ups|file|ошибка|файл)[^|]{0,60})?
    |(?:oops!?|ups!?|sorry|oh\sno|hoppla|uh-oh|whoops|hmm+)?\W{0,4}(?:the\s|this\s|that\s|requested\s|we\scan[’']?t\sfind\s(?:the|that|this)\s|your\s)*(?:page|article|story|content|post|document|resource|url|file|site)\s(?:(?:is|was|could|can|has)\s)?(?:not\s|no\slonger\s|cannot\s|can[’']?t\s|couldn[’']t\s|isn[’']t\s|doesn[’']t\s|could\snot\s|be\s|been\s)*(?:found|available|exist(?:s|ing)?|removed|deleted|missing)(?:\W.{0,60})?|(?:page|content|article|not)\s(?:not\s)?found|not\sfound|page\sunavailable|nothing\sfound|we\scan[’']?t\sfind\sth(?:at|e|is)\spage
    |(?:die\s|diese\s|der\s|dieser\s)?(?:angeforderte\s|gesuchte\s|gewünschte\s|aufgerufene\s)?(?:seite|artikel|inhalt|beitrag|dokument)\s(?:wurde\s|konnte\s|ist\s|existiert\s|kann\s)*(?:leider\s)?(?:nicht|nicht\smehr)\s?(?:gefunden|verfügbar|vorhanden|gefunden\swerden|erreichbar)?(?:\swerden)?|nicht\sgefunden|fehlerseite|fehler\W+seite\snicht\sgefunden|inhalt\snicht\s(?:gefunden|verfügbar)
    |(?:oups\s?!?\W{0,3})?(?:la\s|cette\s)?(?:page|ressource|article)\s(?:demandée?\s|recherchée?\s|que\svous\s(?:cherchez|recherchez)\s|est\s|n[’']existe\s|n[’']est\s)*(?:introuvable|inexistante?|non\strouvée?|pas\s(?:trouvée?|disponible)|plus\sdisponible|n[’']existe\s(?:pas|plus)|pas|plus)|page\snon\strouvée|erreur\W+page\sintrouvable
    |(?:la\s|esta\s)?página\s(?:solicitada\s|que\sbuscas?\s|buscada\s)*(?:no\s(?:encontrada|existe|disponible|se\s(?:ha\s)?(?:encontr\w+)|está\sdisponible)|não\s(?:encontrada|existe|foi\sencontrada))|no\sencontrado|contenido\sno\s(?:encontrado|disponible)|não\sencontrad[oa]|pagina\snon\s(?:trovata|disponibile|esistente)|(?:de\s)?pagina\s(?:is\s)?niet\s(?:gevonden|beschikbaar|meer\sbeschikbaar)|niet\sgevonden
    |(?:strona|artykuł)\s(?:nie\s(?:istnieje|została?\sznalezion\w+)|nieznaleziona)|nie\sznaleziono\s(?:strony|artykułu)?|strony\snie\sznaleziono|sidan\s(?:kunde\sinte\s|finns\sinte|hittades\sinte)\w*|siden\s(?:blev\s|ble\s)?(?:ikke\sfundet|ikke\sfunnet|findes\sikke|finnes\sikke)|sivua\sei\slöydy\w*|stránka\s(?:nenalezena|nebyla\snalezena|nenájdená)|az\soldal\snem\stalálható|sayfa\sbulunamad[ıi]|страница\sне\s(?:найдена|существует)|сторінк[ау]\sне\sзнайден\w+|ページが(?:見つかりません|ありません)[^|]{0,20}|お探しのページ[^|]{0,30}|페이지를\s?찾을\s?수\s?없[^|]{0,20}|(?:页面|網頁|页面|頁面)(?:不存在|未找到|找不到)|找不到(?:页面|網頁|頁面))\W*$""",
    _V,
)
NOT_FOUND_TEXT = late(
    r"""(?:page|article|story|content|url|link|file)\s(?:that\s|which\s)?(?:you(?:\sare|[’']re|\swere|\shave)?\s)?(?:looking\sfor|requested|trying\sto\s(?:reach|view|access)|tried\sto\s(?:reach|view|access|open)|followed)\s(?:\w+\s){0,4}?(?:does(?:n[’']t|\snot)|no\slonger|could(?:n[’']t|\snot)|can(?:not|[’']t)|is(?:n[’']t|\snot)|has\sbeen|may\shave|might\shave|was\snot)\s(?:\w+\s?){0,3}?(?:exist|found|available|removed|moved|deleted|there|located)|(?:we|i)\s(?:are\s|[’']re\s)?(?:sorry,?\s)?(?:but\s)?(?:we\s)?(?:could(?:n[’']t|\snot)|can(?:not|[’']t|\snot)|were\sunable\sto)\sfind\s(?:the|that|this|what)\s(?:page|article|content|you)|requested\s(?:url|page|resource)\s\S{0,80}\s?(?:was\snot|not|could\snot\sbe)\sfound|it\sseems\swe\scan[’']t\sfind\swhat\syou[’']re\slooking\sfor|nothing\swas\sfound\sat\sthis\slocation|the\sauthors\shave\sdeleted\sthis\ssite|\bblog\s(?:you\swere\slooking\sfor\sdoes\snot\sexist|at\s\S+\shas\sbeen\sremoved)|this\s(?:page|article|post|story)\s(?:is\sno\slonger\savailable|has\sbeen\s(?:removed|deleted|taken\sdown)|doesn[’']t\sexist|does\snot\sexist)
    |(?:seite|artikel|inhalt|beitrag|dokument)\s(?:wurde|konnte|ist|existiert|kann|steht)\s(?:leider\s)?(?:\w+\s){0,2}?(?:nicht\s(?:mehr\s)?(?:gefunden|verfügbar|vorhanden|erreichbar)|gelöscht|entfernt|nicht\smehr)|die\svon\sihnen\s(?:gesuchte|angeforderte|gewünschte|aufgerufene)\s(?:seite|url|datei)|existiert\s(?:leider\s)?nicht(?:\smehr)?\b
    |la\s(?:page|ressource)\s(?:que\svous\s(?:recherchez|cherchez|avez\sdemandée|demandez)|demandée|recherchée)\s(?:\w+\s){0,3}?(?:n[’']existe|introuvable|n[’']est|n[’']a\spas|est)|la\spágina\sque\s(?:buscas?|estás?\sbuscando|busca|intentas?|ha\ssolicitado|solicitaste)\s(?:\w+\s){0,3}?(?:no|ya)|la\spagina\s(?:che\s(?:stai\scercando|cerchi|hai\s(?:richiesto|cercato))|richiesta|cercata)\s(?:\w+\s){0,2}?(?:non|è)|a\spágina\sque\svocê\s(?:procura|está\sprocurando|tentou)|de\spagina\sdie\s(?:u|je)\s(?:zoekt|zocht|probeert)|strona,?\sktórej\s(?:szukasz|szukali)|запрашиваемая\sстраница|お探しのページは|요청하신\s?페이지""",
    _V,
)

CHALLENGE_TITLE = late(
    r"""^\W*(?:just\sa\smoment|attention\srequired!?(?:\s\|\scloudflare)?|one\smoment,?\splease|please\swait(?:\s?\.\.\.|…|\swhile.*)?|ddos-?guard|ddos\sprotection.*|checking\syour\sbrowser.*|are\syou\s(?:a\s)?(?:human|robot)\??.*|robot\sor\shuman\??|human\sverification|(?:please\s)?verify(?:ing)?\s(?:that\s)?you\sare\s(?:a\s)?human.*|verifying\syour\sbrowser.*|security\s(?:check|challenge|verification|checkpoint)|pardon\sour\sinterruption|access\s(?:to\sthis\spage\s(?:has\sbeen\s)?)?(?:is\s)?(?:denied|blocked|restricted|forbidden)|(?:403|401|429|503)?\s?-?\s?(?:forbidden|access\sdenied|too\smany\srequests)|captcha(?:\sverification|\srequired)?|bot\s(?:verification|detection|check|protection)|vercel\ssecurity\scheckpoint|making\ssure\syou[’']re\snot\sa\sbot!?|client\schallenge|robot\schallenge\sscreen|checking\sthe\ssite\sconnection.*|establishing\sa\ssecure\sconnection|unusual\straffic.*|sorry,\syou\shave\sbeen\sblocked|you\shave\sbeen\sblocked|request\s(?:blocked|rejected|unsuccessful).*|web\sapplication\sfirewall|validate\suser
    |nur\seinen\smoment|einen\smoment(?:,?\sbitte)?|sicherheits(?:überprüfung|prüfung|check|abfrage)|sind\ssie\sein\s(?:mensch|roboter)\??|zugriff\s(?:verweigert|blockiert)|un\s(?:instant|moment)(?:\W.*)?|vérification\s(?:de\ssécurité|humaine|en\scours)|accès\s(?:refusé|bloqué)|un\smomento(?:\W.*)?|verificación\sde\sseguridad|acceso\sdenegado|acesso\snegado|só\sum\smomento|um\smomento|accesso\snegato|un\sattimo|even\sgeduld.*|toegang\sgeweigerd|odmowa\sdostępu|доступ\s(?:ограничен|запрещ[её]н).*|проверка\sбраузера.*|вы\sне\sробот\??|しばらくお待ちください.*|잠시만\s?기다.*|请稍候.*)(?:\s?\.{3}|…)?\W*$""",
    _V,
)
CHALLENGE_TEXT = late(
    r"""(?:verify(?:ing)?|confirm|prove|make\ssure)\s(?:that\s)?you(?:[’']re|\sare)\s(?:not\sa\s(?:ro)?bot|(?:a\s)?human)|checking\s(?:if\sthe\ssite\sconnection\sis\ssecure|your\sbrowser)|(?:needs\sto|must)\sreview\sthe\ssecurity\sof\syour\sconnection|enable\sjavascript\sand\scookies\sto\scontinue|complete\sthe\s(?:security\scheck|captcha)|unusual\s(?:traffic|activity)\sfrom\syour\s(?:computer\s)?(?:network|ip)|press\s(?:&|and)\shold\sto\sconfirm|your\s(?:request|access)\s(?:\w+\s){0,3}?(?:has\sbeen\s)?blocked|incapsula\sincident|cloudflare\sray\sid|ray\sid:|incident\sid:|reference\s\#\d+\.|you\sdon[’']t\shave\spermission\sto\saccess|automated\s(?:access|queries|requests|bot)|blocked\sby\snetwork\ssecurity|access\sto\sthis\ssite\shas\sbeen\slimited|checking\sthe\ssite\sconnection\ssecurity|request\sis\sbeing\sverified|performance\s(?:&|and)\ssecurity\sby\scloudflare|ddos\sprotection\sby|solve\s(?:the|this)\scaptcha|bestätigen\ssie,?\sdass\ssie\s(?:ein\smensch|kein\s(?:ro)?bot)|überprüf(?:en|ung)\s(?:ihres|ihrer)\s(?:browsers|verbindung)|vérifi(?:ez|er|ons)\sque\svous\s(?:êtes\sun\s(?:être\s)?humain|n[’']êtes\spas\sun\srobot)|verifi(?:ca|car|que)\sque\s(?:eres|es|usted\ses)\s(?:un\s)?humano|подтвердите,?\sчто\s(?:вы\s)?(?:не\sробот|запросы)""",
    _V,
)
CHALLENGE_MARKS = (
    "_cf_chl_opt", "cf-challenge-running", "cf_chl_", "jschl_vc", "jschl-answer", "cf-browser-verification", "captcha-delivery.com", "px-captcha", "_pxAppId", "/_Incapsula_Resource", "sgcaptcha", "ddos-guard/js-challenge",
    "anubis_challenge", "within.website/x/cmd/anubis", "AwsWafIntegration", "awswaf.com", "bm-verify", "/_sec/cp_challenge", "geetest", "data-sitekey", "h-captcha", "g-recaptcha", "cf-turnstile", "Please enable JS and disable any ad blocker", "distil_r_captcha",
    "/.well-known/sgcaptcha", "sucuri_cloudproxy_js", "wsidchk", "kpsdk", "queue-it.net", "vercel/security", "aes.js\"></script><script>function toNumbers",
)  # fmt: skip

CONSENT_ADDRESS = late(
    r"^https?://(?:consent|cmp|guce|privacy-?gate|myprivacy|cookiewall|zustimmung|einwilligung)\.|/(?:cookie-?wall|consent-?(?:wall|page|gate)|privacy-?(?:gate|wall|manager)|zustimmung|einwilligung|consent-management|myprivacy|cookiewall|purabo|pur-abo|datenschutz-zustimmung)(?:/|\?|$|\.html?)|/collectConsent",
    _I,
)
CONSENT_TITLE = late(r"^\W*(?:before\syou\scontinue.*|bevor\sdu\sfortfährst.*|bevor\ssie\s(?:fortfahren|zu\s.*)|avant\sde\scontinuer.*|antes\sde\s(?:continuar|que\scontinues).*|prima\sdi\scontinuare.*|voordat\s(?:je|u)\s(?:verdergaat|doorgaat).*|(?:ihre|deine|your|we\svalue\syour|votre|tu|su|la\stua)\s(?:privatsphäre|privacy|vie\sprivée|privacidad|zustimmung|einwilligung|consent|datenschutz\w*|cookie-?einstellungen|choices?).*|(?:cookie|privacy|consent|datenschutz|privatsphäre)[\s-]*(?:settings|einstellungen|consent|wall|zustimmung|hinweis|policy\sconsent|voorkeuren|toestemming)?|zustimmung\s(?:erforderlich|zu.*)|einwilligung.*|willkommen\sbei\s.{2,40}|consent\s(?:required|page)|\w+\sis\spart\sof\sthe\syahoo\sfamily.*|yahoo\sist\s(?:jetzt\s)?(?:ein\s)?teil.*|mit\swerbung\s(?:weiterlesen|lesen).*|werbefrei\slesen.*|weiter\smit\swerbung.*|akzeptieren\sund\sweiter.*)\W*$", _V)  # fmt: skip
CONSENT_HINTS = (
    "cookie",
    "consent",
    "zustimm",
    "einwillig",
    "datenschutz",
    "privacy",
    "personenbezogen",
    "données",
    "datos",
    "dati person",
    "persoonsgegevens",
    "dane osobowe",
    "abo",
    "werbefrei",
    "privacidad",
    "privée",
)
CONSENT_TERMS = late(
    r"""\bcookies?\b|tracking|zustimm(?:en|ung)|einwillig(?:en|ung)|datenschutz|personenbezogene|personal\sdata|données\spersonnelles|datos\spersonales|dati\spersonali|persoonsgegevens|dane\sosobowe|consent|privacy|vie\sprivée|privacidad|our\s(?:\d+\s)?partners|unsere\s(?:\d+\s)?partner|nos\s(?:\d+\s)?partenaires|nuestros\s(?:\d+\s)?socios|accept\s(?:all|and)|alle\s(?:akzeptieren|ablehnen)|reject\sall|tout\s(?:accepter|refuser)|aceptar\stod[oa]s?|rechazar|accetta|accepteren|akzeptieren|ablehnen|pur-?abo|\bpur\b.*abo|mit\swerbung|werbefrei|ohne\swerbung|contentpass|audience\s(?:measurement|insights)|zielgruppenforschung|iab\s?tcf|vendor|legitimate\sinterest|berechtigte[ns]?\sinteresse|geräte?-?(?:kennung|informationen)""",
    _V,
)

LOGIN_ADDRESS = late(
    r"/(?:login|log-in|log_in|signin|sign-in|sign_in|sign-up|signup|register|anmelden|anmeldung|einloggen|registrieren|connexion|se-connecter|identification|iniciar-sesion|acceso|accedi|inloggen|zaloguj|logowanie|wp-login\.php|sso|auth|authwall|uas/login|accounts/login|user/login|users/sign_in|oauth\w*|ap/signin|checkpoint)(?:/|\.\w+|$)|^https?://(?:login|signin|auth|sso|accounts|id|identity|meinkonto|konto)\.",
    _I,
)
LOGIN_TITLE = late(r"^\W*(?:log\s?-?in|sign\s?-?(?:in|up)|login|anmeld(?:en|ung)|einloggen|bitte\s(?:melden\ssie\ssich\san|einloggen|anmelden)|registrier(?:en|ung)|please\s(?:log|sign)\s?in|member(?:s)?\s(?:login|area|only)|subscriber\slogin|account\slogin|connexion|se\sconnecter|connectez-vous|identifi(?:ez-vous|cation)|iniciar?\ssesión|inicia\ssesión|acced(?:er|i|a)|entrar|acesso|accesso|inloggen|aanmelden|zaloguj(?:\ssię)?|logowanie|logga\sin|log\s(?:ind|inn)|kirjaudu(?:\ssisään)?|přihlášení|giriş\s?(?:yap)?|вход|войти|авторизация|ログイン|로그인|登录|登入|create\s(?:an\s|your\s|a\sfree\s)?account|log\s(?:in|into)\s(?:to\s|or\s).{2,40}|sign\s(?:in|up)\s(?:to|for|or|with)\s.{2,40}|authorization\srequired|login\srequired|private\s(?:site|blog|community)|protected\sblog.*)\W*$", _V)  # fmt: skip
LOGIN_TEXT = late(
    r"""(?:you\s(?:must|need\sto|have\sto)\s(?:be\s)?(?:log(?:ged)?|sign(?:ed)?)\s?(?:in|on|up)|(?:please\s)?(?:log|sign)\sin\s(?:to\s(?:continue|view|see|access|read|your)|or\s(?:sign|register|create))|join\s\w+\sto\s(?:view|see|continue)|this\s(?:content|page|site|blog|group|account)\sis\s(?:currently\s)?(?:private|protected|only\s(?:available|visible)|restricted|for\smembers)|members?\sonly|(?:um|zum)\s(?:diese\w*\s\w+|fortfahren|fortzufahren|weiterlesen|den\sinhalt).{0,40}(?:anmelden|einloggen|registrieren)|sie\smüssen\s(?:sich\s(?:zuerst\s|erst\s)?(?:anmelden|einloggen)|angemeldet|eingeloggt)|bitte\s(?:melden\ssie\ssich|loggen\ssie\ssich|anmelden|einloggen)|nur\sfür\s(?:angemeldete|registrierte)|vous\sdevez\s(?:être\sconnecté|vous\s(?:connecter|identifier|inscrire))|connectez-vous\s(?:pour|à)|debes?\s(?:iniciar\ssesión|estar\sregistrado|registrarte)|inicia\ssesión\spara|devi\s(?:effettuare|accedere|essere)|je\smoet\s(?:inloggen|ingelogd)|musisz\s(?:się\szalogować|być\szalogowan)|необходимо\s(?:войти|авториз)|passwor[dt]\s(?:geschützt|protected)|password-?protected|passwortgeschützt|forgot(?:ten)?\s(?:your\s)?password\?|passwort\svergessen\??|mot\sde\spasse\soublié)""",
    _V,
)

PARKED_TEXT = late(
    r"""this\sdomain\shas\sbeen\sregistered|(?:this|the)\s(?:web\s?)?(?:domain|site)(?:\sname)?\s(?:\S+\s)?(?:is|may\sbe|has\sbeen|was)\s(?:for\ssale|parked|available\sfor\s(?:sale|purchase)|expired|registered\s(?:at|with|by|and)|recently\sregistered)|buy\sthis\sdomain|(?:make\san\soffer|get\sa\sprice|inquire|price\srequest)[^.\n]{0,40}domain|domain(?:\sname)?\s(?:for\ssale|parking|parked|is\sparked|expired|has\sexpired|zu\sverkaufen|kaufen|steht\szum\sverkauf|geparkt|ist\sgeparkt)|(?:diese|die)\sdomain\s(?:\S+\s)?(?:steht\s(?:zum\sverkauf|zu\sverkaufen)|ist\s(?:zu\sverkaufen|geparkt|registriert|abgelaufen|noch\snicht)|könnte\szu\sverkaufen|wurde\s(?:geparkt|registriert))|(?:ce|le)\s(?:nom\sde\s)?domaine\s(?:\S+\s)?(?:est\s(?:à\svendre|en\svente|expiré|parqué|enregistré)|a\sexpiré)|(?:este|el)\sdominio\s(?:\S+\s)?(?:está\s(?:en\sventa|a\sla\sventa|aparcado|registrado|estacionado)|ha\sexpirado|puede\sestar\sen\sventa)|(?:questo|il)\sdominio\s(?:è\s(?:in\svendita|scaduto|parcheggiato)|potrebbe)|(?:dit|deze)\sdomein(?:naam)?\s(?:is\s(?:te\skoop|gereserveerd|geregistreerd|bezet)|staat\ste\skoop)|domena\s(?:\S+\s)?(?:jest\sna\ssprzedaż|na\ssprzedaż|została\szarejestrowana|wygasła|utrzymywana)|(?:доменное?\sимя|домен)\s(?:\S+\s)?(?:прода[её]тся|припаркован|зарегистрирован)|related\ssearches\s?:?\s*\n.{0,200}(?:privacy\spolicy|domain)|hugedomains|sedo\sdomain\sparking|domain\sowner\sand\smaintained|courtesy\sof\s(?:godaddy|sedo|namecheap)|parked\sdomain\sname|renew\s(?:it|your\sdomain)\snow""",
    _V,
)
DEFAULT_PAGE = late(
    r"""welcome\sto\snginx!?|apache2?\s(?:\w+\s){0,2}default\spage|it\sworks!\s*$|default\s(?:web\s)?(?:page|site\spage)|(?:this|your)\saccount\s(?:has\sbeen|is)\ssuspended|account\ssuspended|website\s(?:is\s)?(?:suspended|disabled|temporarily\sunavailable|coming\ssoon|under\sconstruction|not\sconfigured)|(?:site|website)\s(?:is\s)?(?:undergoing|under)\smaintenance|briefly\sunavailable\sfor\sscheduled\smaintenance|index\sof\s/|wartungs(?:modus|arbeiten)|diese\s(?:web)?(?:seite|site|präsenz)\s(?:befindet\ssich\s(?:im\saufbau|in\swartung)|ist\s(?:im\saufbau|vorübergehend\snicht))|hier\sentsteht\s(?:eine|in\skürze|demnächst)|site\sen\s(?:construction|maintenance)|sitio\sen\s(?:construcción|mantenimiento)|error\sestablishing\sa\sdatabase\sconnection|there\shas\sbeen\sa\scritical\serror\son\sthis\swebsite|plesk\sdefault\spage|iis\swindows\sserver|account\shas\sexpired\.\s+if\syou\sare\sthe\ssite\sowner|domain\sisn[’']t\sconnected\sto\sa\swebsite\syet|this\sshop\sis\scurrently\sunavailable|upload\syour\swebsite\sfiles|future\shome\sof\ssomething|no\ssuch\sapp|there\sisn[’']t\sa\sgithub\spages\ssite\shere|fastly\serror""",
    _V,
)
PARKED_MARKS = ("sedoparking.com", "parkingcrew.net", "bodis.com", "data-adblockkey=", "parklogic.com", "hugedomains.com", "dan.com/buy-domain", "afternic.com/forsale", "domainmarket.com", "above.com/marketplace", "img1.wsimg.com/parking-lander", "parking-lander", "uniregistry.com/market", "namedrive.com", "skenzo", "voodoo.com", "cashparking", "park.io", "parkingpage.namecheap.com", "domain_profile.cfm", "window.park =", "tcs.parked", "ParkingLander", "rookmedia", "window.location.href=\"/lander\"")  # fmt: skip

NEEDS_SCRIPT = late(
    r"""(?:you\s(?:need|have)\sto|please|must)\s(?:\w+\s){0,3}?(?:enable|activate|turn\son|allow|run)\s(?:\w+\s){0,2}?java\s?script|(?:doesn[’']t|does\snot|won[’']t|will\snot|cannot)\swork\s(?:properly\s)?without\sjava\s?script|java\s?script\s(?:is\s|must\sbe\s|needs\sto\sbe\s|has\sto\sbe\s|ist\s|muss\s)?(?:required|disabled|enabled|needed|deaktiviert|aktiviert|benötigt|erforderlich|nicht\saktiv)|requires?\sjava\s?script|(?:aktivieren|erlauben|einschalten)\ssie\s(?:bitte\s)?java\s?script|bitte\s(?:\w+\s){0,3}?java\s?script|ohne\sjava\s?script|(?:activer|activez|autoriser)\s(?:le\s)?java\s?script|(?:activar?|habilit[ae]r?|active)\sjava\s?script|(?:abilita(?:re)?|attiva(?:re)?)\sjava\s?script|javascript\s(?:inschakelen|aan)|włącz\w*\s(?:obsługę\s)?java\s?script|включите\sjava\s?script|your\sbrowser\s(?:does\snot\ssupport|has)\s(?:\w+\s)?java\s?script|^\W*(?:loading|lade|laden|wird\sgeladen|chargement|cargando|caricamento|ładowanie|загрузка)\W*$""",
    _V,
)
SHELL_IDS = frozenset(("root", "app", "__next", "__nuxt", "___gatsby", "main-app", "react-root", "svelte", "ember-app", "app-root", "page-root", "application", "appmount", "mount", "q-app", "wrapper-app", "spa", "gatsby-focus-wrapper", "app-container", "app-mount-point"))  # fmt: skip
