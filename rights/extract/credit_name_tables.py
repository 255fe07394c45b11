"""Words that tell an outlet's name from what stands around it: tables without logic."""

from __future__ import annotations

import re

from rights.patterns import late

#: Agencies that sign with a short name; longer names are recognised like any outlet's.
_AGENCIES = (
    r"(?:The\s)?(?:Associated Press|AP|Reuters|Thomson Reuters(?: Foundation)?|AFP|Agence France[- ]Presse|dpa-AFX|dpa|DPA|EFE|ANSA|UPI|PTI|ANI|IANS"
    r"|Xinhua|TASS|ТАСС|Спутник|РИА Новости|Интерфакс|Kyodo(?: News)?|Jiji|Yonhap|Bloomberg|PA(?: Media)?|AAP|SID|sid|epd|KNA|kna|APA|kathpress|SDA|sda|ats|Belga|ANP"
    r"|NTB|TT|Ritzau|PAP|CTK|ČTK|MTI|Tanjug|Lusa|Agência Brasil|Europa Press|EUROPA PRESS|askanews|Adnkronos|AGI|Anadolu(?: Ajansı| Agency)?|İhlas Haber Ajansı|Demirören Haber Ajansı|AA|DHA|İHA|BelTA|IRNA|SANA"
    r"|WAM|Canadian Press|The Canadian Press|Press Association|NewsWire|PRNewswire|PR Newswire|Business Wire|GlobeNewswire|GLOBE NEWSWIRE|BUSINESS WIRE|ots|OTS"
    r"|NewsNation(?: Now)?|CNN|KHN|KFF Health News|States Newsroom|Stacker|StudyFinds|IPS|Inter Press Service|Prensa Latina|Sputnik|RIA Novosti"
    r"|中新社|新华社|中新网|ロイター|共同(?:通信)?|時事(?:通信)?|연합뉴스|뉴시스|뉴스1"
    r"|Télam|Notimex|Colpisa|Servimedia|Estadão Conteúdo|Folhapress|Italpress|LaPresse|Agenzia Nova|9Colonne|Agerpres|Mediafax|BTA|Hina|STA|FoNet|Interfax|Ukrinform|Укринформ|УНИАН|БелТА|Bernama|Antara|KUNA|QNA|dts|dts Nachrichtenagentur|afp|SVT|STT|ETA|BNS|LETA|ELTA"
    r"|中央社|路透社|法新社|美联社|美聯社|뉴스핌"
    r"|وفا|سانا|واس|وام|بترا|رويترز|أ\s?ف\s?ب|فرانس برس|د\s?ب\s?أ|أسوشيتد برس|الأناضول|شينخوا|سبوتنيك|רויטרס|סוכנויות הידיעות)"
)
#: What an agency may be called before its name.
_CALLED = r"(?:(?:Agência|Agencia|Agence|Agenzia|Agentur|Agencja|Agentura|Presseagentur|Nachrichtenagentur|Nieuwsagentschap|Persbureau|Агентство|وكالة|סוכנות)\s(?:de\s(?:Notícias|Noticias|Presse)\s|(?:di\s)?Stampa\s)?)?"
#: With a desk or a second agency behind a slash: "dpa/lni", "AFP/Reuters".
AGENCIES = late(_CALLED + _AGENCIES + r"(?:/[\w-]{2,8})*")
#: An agency at the beginning of a longer name: "dpa-infocom", "AP Staff"; not "APPLE".
AGENCY_FIRST = late(_AGENCIES + r"(?!\w)")
OUTLET_WORD = late(
    r"\b(?:news|times|post|tribune|review|report|reporter|journal|weekly|monitor|ledger|reflector|recorder|argus|clarion|intelligencer|inquirer|examiner|sentinel|statesman|newsline|lantern|dispatch|wire|magazine|press|gazette|herald|chronicle"
    r"|today|online|daily|sunday|globe|guardian|observer|telegraph|independent|standard|mirror|mail|express|sun|star|record|register|courier|bulletin"
    r"|digest|insider|week|quarterly|network|media|radio|tv|television|broadcasting|channel|foundation|institute|institut|institution|blog|weblog"
    r"|journalism|newsroom|cooperative|collaborative|watch|beacon|lookout|project|voice|voices|conversation|nation|republic|atlantic|economist|intercept|institute|university|agency|service|bureau|newsletter"
    r"|zeitung|tageszeitung|tagblatt|blatt|anzeiger|nachrichten|rundschau|kurier|bote|spiegel|zeit|presse|post|welt|presseagentur|magazin|heute|stern"
    r"|journal|médias?|monde|libération|figaro|courrier|voix|dépêche|presse|revue|nouvelles|gazette|parisien|écho|express|réseau"
    r"|diario|voces|ecos|cuadernos|cahiers|quaderni|boletín|observatorio|osservatorio|observatoire|periódico|mundo|país|prensa|noticias|voz|vanguardia|jornada|nación|gaceta|revista|semanal|opinión|heraldo|correo|agencia|faro"
    r"|corriere|giornale|repubblica|stampa|quotidiano|gazzetta|messaggero|manifesto|fatto|notizie|rivista|settimanale|foglio|voce|sole|avvenire"
    r"|jornal|folha|estado|notícias|gazeta|revista|correio|público|portal|globo"
    r"|krant|dagblad|nieuws|volkskrant|trouw|parool|courant|nieuwsblad|weekblad|agência|agenzia|agence|agentur|agencja|ajansı|агентство|rádio|wiadomości|gazeta|tygodnik|dziennik|rzeczpospolita|wyborcza"
    r"|\w{2,}(?:zeitung|blatt|post|presse|kurier|anzeiger|nachrichten|rundschau|bote|magazin|krant|blad|bladet|tidningen|avisen|posten)"
    r"|новости|газета|известия|ведомости|правда|вестник|журнал|gazetesi|haber|gazete|dergisi|wikipedia|medium|substack|linkedin)\b",
    re.IGNORECASE,
)
OUTLET_SCRIPT = late(
    r"(?:日报|周刊|晚报|新闻|评论|观察|杂志|时报|通信|新聞|通信社|ジャーナル|タイムズ|ニュース|일보|신문|뉴스|리뷰|صحيفة|جريدة|قناة|وكالة|موقع)"
)
CONNECTOR_WORDS = """
of the and & de la le les du des di da do dos das del della dello dei e y et und der die das den vom für zur van het en z w i for
to in al el il lo
"""
LEADING_WORDS = "of the de la le les du des di da do del della der die das den van het el il lo los las"
CONNECTORS = frozenset(CONNECTOR_WORDS.split())
LEADING = frozenset(LEADING_WORDS.split())
FOR_AFTER = late(
    r"(?:cent(?:er|re)|institute|council|foundation|association|society|fund|network|committee|campaign|bureau|office|agency|school|alliance|coalition)$",
    re.IGNORECASE,
)
#: Capitalised words that begin something else than the rest of a name.
BREAK_WORDS = """
image images photo photos photograph picture copyright source sources read click posted printed subscribe follow all illustration
featured reprinted republished view continue share related tags license licence this it he she they we you i its his her here visit
see sign get support donate original originally translated translation edited about note editor editors editor's update updated by
courtesy if for please published publication first more to and with photo: image: date title author in as at
on when how why what after before where who which under con com per mit nach laut avec selon según segundo secondo volgens według foto bild quelle fonte fuente autor von par por di lesen hier voir
"""
BREAK = frozenset(BREAK_WORDS.split())
#: Words that point at something without naming it: a link so labelled gives its address, not a name.
POINTING = late(
    r"(?:here|there|this|this link|this (?:article|post|site|website|blog)|link|the link|source|original|the original|(?:the )?original (?:article|post|story|version|source)"
    r"|read (?:it )?here|blog here|(?:my|our|the|his|her|their) (?:[\w-]+ )?(?:blog|website|site|forum|newsletter|page)|(?:antiguo|viejo|otro|ancien|autre|vecchio|altro|antigo|alten|anderen|eigenen) blog|(?:old|own|personal|other|former|previous|company|work|main) (?:blog|website|site)|article|post|blog|website|forum|full (?:article|story)"
    r"|more|read more|hier|link zum original|originalartikel|quelle|ici|lien|source|notre blog|mon blog|notre blog ici|blog ici|le blog|article original|l['’]article original"
    r"|aquí|aqui|enlace|fuente|su blog|mi blog|original|qui|fonte|link|articolo originale|aqui|hier|bron|tutaj|źródło|тут|здесь|ссылка|источник|оригинал|оригинал статьи"
    r"|burada|buradan|tıklayın|yayınlandı|yayımlandı|kaynak|这里|此处|个人博客|我的博客|博客|链接|原文|原文链接|点击这里|来源|こちら|ここ|元記事|原文|출처|여기|원문|المصدر|هنا)",
    re.IGNORECASE,
)
#: What stands where a name would and is none.
NO_NAME = late(
    r"(?:\W*$|\d{1,2}[:.h]\d{2}\b|(?:本文|此文|原文)(?!\w*(?:报|網|网|刊))|(?:Print|Druck|Zeitungs|Online|Wochenend|Papier)\w*ausgabe|\d{1,2}[月日월일]|本誌|当誌|本紙|当紙|本刊|本报|本報|本站|본지|본보|(?:19|20)\d\d(?:年|년)|(?:瑞典语|意大利语|阿拉伯语|葡萄牙语|西班牙语|英文|英语|英語|法文|法语|德文|德语|日文|日语|日語|中文|俄文|俄语|韩文)(?:$|\W|翻译|版)|如若|如需|请注明|若需|转载请|(?:(?:english|french|german|spanish|italian|russian|japanese|chinese|portuguese|dutch|polish|arabic|turkish|englisch\w*|deutsch\w*|anglais|español|inglés|inglese|swedish|danish|norwegian|finnish|greek|hebrew|ukrainian|czech|hungarian|romanian|persian|hindi|schwedisch\w*|französisch\w*|spanisch\w*|suédois|sueco|svedese|zweeds|frans|duits|spaans|engels|shvedski|svenska|engelska|danska)\b(?!\s(?-i:[A-Z])))"
    r"|(?-i:our|Our(?=\s[a-z]))\b|(?:my|your|his|her|their|(?-i:an?|A(?=\s[a-z])|An)|this|that|these|it|which|print|part|full|e-?mail|elsewhere|somewhere|another|external|permission|kind|addition|response|collaboration|partnership|association|conjunction|cooperation"
    r"|notre|mon|unser\w*|mein\w*|nuestr[oa]|nostr[oa]|noss[oa]|mi|su|een|ons|onze|mijn|ein\w*|un|une|una|um|uma|наш\w*|мо[йеёяи]\w*|свое\w*)\b"
    r"|(?:deze|dit|dies\w*|cett?e|ce|est[ea]|ess[ea]|quest[oa]|t[aey]m?|эт\w{1,3}|bu|hierdie) (?:web)?(?:site|seite|sitio|sito|stron\w+|сайт\w*|blog\w*|портал\w*|portal\w*|plek|pagina|página|page)\b"
    r"|(?:rédaction|redazione|redacción|redação|redactie|redaktion|redakcji|редакции|editors?|author|auteure?|autor\w*|autrice)(?=\W*$|[.,;)]\s)"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b(?!\s(?-i:[A-Z]))"
    r"|(?:data|date|insert|name|outlet|publication|site|website|url|link|original)\W*$|\d+\W*$)",
    re.IGNORECASE,
)


COMMON_WORDS = """
collaborazione collaboration partnership colaboración colaboração parceria kooperation zusammenarbeit samenwerking współpracy
opublikowanego opublikowanej leicht
with from this that there here full part print public permission original online another other many several various different early
late both same time times press page pages site blog website magazine newspaper book books paper papers journal language form
version issue color colour
"""
COMMON = frozenset(COMMON_WORDS.split())
