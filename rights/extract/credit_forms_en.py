"""English credit forms."""

from __future__ import annotations

from rights.extract.credit_forms import NameAt, Subject, form, language

_NOUN = (
    r"(?:articles?|story|stories|posts?|blog ?posts?|blog(?: entry| article)?|pieces?|essay|column|reports?|op-?ed|commentary|interview|text|review|item|excerpt|content"
    r"|analysis|guide|tutorial|memo|editorial|feature|paper|list|letter|speech|lecture|chapter|work|podcast|transcript|version|translation|publication|profile|series|dispatch"
    r"|newsletter|investigation|q&a|page|recipe|poem|statement|fact ?check|explainer|material|entry|write-?up|how-?to|news|reporting|coverage|extract|primer|walkthrough|white ?paper|case study|press release|obituary|photo essay|document)"
)
_THIS = rf"\b(?:this|the following|the above|the foregoing|the present) (?:[\w’'-]+ ){{0,3}}?{_NOUN}\b|\bthe {_NOUN} (?:below|above|that follows)\b"
_AWAY = r"\b(?:that|reports?|describes?|discuss\w*|about|based|cites?|study|book|dataset|according|says|said)\b"
_LEAD = rf"(?:this (?:was |is ))?(?:(?:an? |this is an? |click here to |link to (?:the )?|to )?(?:{_NOUN} )?(?:was |were |is |has been |been |and )?)"
_ADV = r"(?:originally|first|initially|previously|earlier|orginally|orig\.?)"
_VERB = r"(?:publi[sc]hed|posted|appeared|ran|run|printed|featured|written|produced|released|aired|broadcast|carried|syndicated)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(?: (?:(?:on|in) )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH},? \d{{4}}|\d{{4}}),?)?"
_PREP = r"(?: (?:on|in|at|by|with|for|via|over (?:at|on)|here (?:on|at))(?![a-z])| \w+ (?=https?:)|:|(?<=ed) ?(?:at|on|in|by)(?=\w))"
#: What may stand between a preposition and the name: "the June issue of", "the newspaper".
_DESCRIBED = (
    r"[ >]*(?:the )?(?:(?:(?:print|online|(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Fall|Autumn|Winter)[\w/ ]{0,20}?|\d{4}"
    r"|inaugural|latest) )?(?:\d{4} )?(?:(?:issue|edition|number|volume \d+|pages?|website|web ?site|blog|opinion section|archives?|newsletter|section) of )(?:the )?"
    r"|(?:publication|newspaper|magazine|journal|blog|website|site|daily|weekly|newsletter|public account|channel) (?:of )?(?=[\"“‘'«A-Z])"
    r"|(?:my|author['’]s|his|her|their) (?:\w+ ){0,2}?(?:(?:blog|website|site|page|newsletter|column|account|profile|[Ss]ubstack)(?: (?:at|on|called))?,? )?(?=[A-Z]))?"
)
_FROM = r"(?: here)?(?:,? with (?:\w+ )?thanks,?)?(?: (?:in full|in part|below|with (?:minor |light )?edits|courtesy))?(?: (?:under|with|by) (?:the )?(?:[\w-]+ ){0,7}?(?:permission|licen[sc]e|consent|authori[sz]ation))?(?: (?:from|of|by))(?: the)?(?=[ :])"
#: "in English", "in French": the language of the first publication.
_IN_TONGUE = r"(?: in (?:english|french|german|spanish|italian|portuguese|dutch|polish|russian|turkish|chinese|japanese|korean|arabic|hebrew|swedish|danish|norwegian))?"
#: The author's other blog: not this one.
_OTHER_BLOG = r"my (?:old|other|personal|previous|former|company|work|tech|main|company['’]s|employer['’]s) (?:blog|website|site|newsletter)\b"
_HERE = r"(?: here)? with (?:kind )?permission"

_T, _S, _E, _F, _N, _L = Subject.THIS, Subject.START, Subject.EITHER, Subject.FREE, Subject.NEXT, Subject.LINE

_FORMS = (
    # published elsewhere first; "and is republished" names the copy's licence
    form("republished", rf"{_ADV} {_VERB}{_DAY}{_PREP}(?=.{{2,160}}?\b(?:is|was|has been|are) (?:re-?published|re-?posted|re-?printed)\b)", _E),
    form("original_publication", rf"{_ADV} (?:\w+ (?:and|for) )?{_VERB}{_DAY}{_IN_TONGUE}{_PREP}", _E),
    form("original_publication", rf"(?:published|posted|appeared|printed) (?:first|originally){_DAY}{_PREP}", _E),
    form("original_publication", rf"(?:appeared|ran|published|posted|printed|(?:can be|is) found){_DAY} (?:in|on|at|by|with)(?: the)?(?![a-z])", _F, before=rf"\b(?:version|draft|part|portion|excerpt)s? of (?:this|the following) {_NOUN} (?:(?:has|was|were|had|been|is|also|{_ADV}) )*", loose=False),
    form("original_publication", rf"(?:where|which) (?:(?:this|the) {_NOUN} |it |they )?(?:(?:was|were|has been|had) )?{_ADV}(?: {_VERB})?(?: (?:it|this {_NOUN}))?\b", _F, NameAt.BEFORE,
         before=r"\b(?:with|for|at|on|in|by|from) (?:the )?(?P<name>(?-i:[A-Z])[^.,\n]{1,60}?), "),
    form("original_publication", r"which (?:first |originally )?(?:published|ran|posted) (?:it|this \w+)", _F, NameAt.BEFORE,
         before=r"\b(?:with|for|from) (?:the )?(?P<name>(?-i:[A-Z])[^.,\n]{1,60}?), "),
    form("original_publication", r"(?:originally|first seen|as seen) (?:on|at|in)(?= )", _S, linked=True),
    form("original_publication", rf"{_ADV} {_VERB}{_DAY}{_PREP}", _F, before=r"\b(?:adapted|excerpted|extracted|taken) from [^\n]{3,120}? (?:which|that)?"),
    form("original_publication", r"(?:published|posted|appeared|ran|printed|aired)(?: (?:on|in))?(?: \w+ \d{1,2},? \d{4})? (?:in|on|at|by)(?![a-z])", _N, loose=False),
    form("original_publication", rf"{_ADV} {_VERB}{_DAY}{_PREP}", _F, before=r"(?:^|[.\n] )the (?:article|story|post|piece|essay|interview|column|text) (?:was |were |is |has been )?"),
    form("original_publication", rf"{_ADV} (?:wrote|penned|contributed|prepared)(?: it| this)?{_DAY} (?:for|on|at|in|to)(?: the)?(?= )", _F, before=rf"\b{_NOUN} (?:that |which )?(?:I|we|he|she|they|(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?) "),
    form("original_publication", rf"{_ADV} {_VERB}(?= (?:here|there)\b)", _E, linked=True),
    form("original_publication", rf"{_ADV} {_VERB}{_DAY} (?:on|in|at|for) {_OTHER_BLOG}", _E, NameAt.NONE, needs_name=False),
    form("republished", rf"(?:re-?published|re-?posted|cross-?post(?:ed)?) (?:here )?from {_OTHER_BLOG}", _E, NameAt.NONE, needs_name=False),
    form("original_publication", r"originally reported by(?: [^.\n]{3,50}? (?:of|for|at)(?= ))?", _N),
    form("original_publication", rf"(?:wrote|published|posted) this (?:{_NOUN} )?(?:originally )?(?:on|in|at|for)(?= )", _F, before=rf"\b(?:I|we) (?:{_ADV} )?"),
    form("original_publication", r"published in partnership with", _S, loose=False),
    form("original_publication", rf"published(?: on)? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}),? by the (?!\w+ (?:office|team|staff|desk|department|room|board)\b|editor|staff|team|author|newsroom)(?=[^\n.]{{3,50}}\W*$)", _S, edge=True, loose=False),
    form("republished", r"(?:re-?published|re-?posted|re-?printed|cross-?posted) from (?:an? |the |his |her )?(?:blog ?)?(?:post|article|essay|piece) by (?=\w)", _S, NameAt.NONE, needs_name=False),
    form("republished", r"produced this (?:article|story|report|piece)", _F, NameAt.BEFORE, before=r"(?:^|[.\n] )(?P<name>(?-i:[A-Z])[^.\n]{2,60}?) "),
    form("republished", r"reported this (?:article|story|piece) (?:on assignment )?(?:from|for)(?: the)?(?= )", _F, loose=False),
    form("republished", r"based on (?=[^\n]{2,160}?(?:on|at|in|from) (?:the )?(?P<name>[^\n]{2,60}?) and is republished with permission)", _F, NameAt.GROUP),
    form("republished", rf"republished{_HERE}", _F, NameAt.NONE, before=r"\b(?:based on|by) [^\n]{2,120}?,? (?:and )?(?:is )?", needs_name=False),
    form("republished", rf"(?:re-?published|re-?posted|reproduced){_FROM}", _E),
    form("republished", rf"(?:shared|mirrored){_FROM}", _T),
    form("republished", r"for (?:\w+ ){0,3}permission to (?:re-?publish|re-?print|re-?post|reproduce|use|share|cross-?post)", _F, NameAt.BEFORE,
         before=r"\b(?:grateful|thanks|thank you|thankful|indebted) to (?:the )?(?P<name>[^.\n]{2,60}?) "),
    form("republished", r"(?:re-?published|published|re-?printed|used|appears|reproduced)(?: here)? by (?:special )?arrangement with(?: the)?(?= )", _E),
    form("republished", r"(?:comes|came)(?: to (?:us|you))? (?:from|by way of|courtesy of) our (?:\w+ )?(?:partners?|friends|colleagues|sister (?:site|publication|paper))(?: (?:at|over at|from)| newsroom)?,?(?: the)?(?= )", _N, loose=False),
    form("republished", r"from our (?:\w+ )?partners?(?: at| newsroom)?,? (?=(?:the )?[^\n]{2,60}:?\W*$)", _S, loose=False, edge=True),
    form("republished", r"(?:content[- ]sharing|news|media|editorial|publishing|republishing|syndication) (?:partnership|agreement|arrangement|partner)(?: with|,)(?: the)?(?= )", _T, loose=False),
    form("republished", r"written for (?:the )?(?P<name>[^.,\n]{2,50}?)(?: by [^.,\n]{2,50}?)?,? and is (?:re-?)?(?:used|published|printed|posted|produced)", _T, NameAt.GROUP),
    form("syndicated", rf"(?:this is )?an? (?:syndicated|republished|reprinted|cross-?posted) {_NOUN} (?:from|by)(?: the)?(?= )", _S, loose=False, itself=True),
    form("republished", r"(?:re-?published|re-?posted|re-?printed|reproduced)(?: here)? (?:with|by) (?:kind )?permission\W*$", _L, NameAt.NONE, needs_name=False, edge=True),
    form("republished", r"from (?=(?:the )?[^\n,]{2,60},? (?:under|licen[sc]ed|cc[ -]by|used under|available under)\b[^\n]{0,60}(?:creative commons|cc[ -]by|licen[sc]e))", _L, loose=False, edge=True),
    form("republished", r"(?:mirror(?:ed)?|copy|copied|pasted) (?:of|from)(?: the)?(?= )", _L, edge=True, linked=True),
    form("republished", r"press release (?:from|by|of)(?: the)?(?= )", _L, edge=True, loose=False),
    form("republished", r"(?:re-?printed|re-?published|adapted|edited|taken) from (?:\w+ ){0,2}?materials? (?:provided|supplied|released) by(?: the)?(?= )", _E, loose=False),
    form("original_publication", r"(?:english|french|german|spanish|translated|abridged|shortened|edited|longer|updated|revised) (?:version|translation) of (?:an?|the) (?:\w+ ){0,2}?(?:article|story|post|piece|essay|column|text|interview|report)(?: by [^.,\n]{2,40}?)?,? (?:that |which )?(?:(?:was|has|had|been|were) )*(?:first |originally )*(?:published|appeared|ran|posted|printed) (?:in|on|at|by)(?: the)?(?= )", _F, before=r"(?:^|[.\n(] ?)(?:this|it|here) is (?:an? |the )", loose=False),
    form("republished", r"(?:adapted|taken) from (?:its|the) original source", _T, NameAt.NONE, needs_name=False),
    form("republished", r"(?:originally )?(?:produced|provided|made available|shared|distributed|supplied|contributed) by(?: the)?(?= )", _N, loose=False),
    form("republished", r"(?:used|posted|published|shared|printed)(?: here)? (?:with|by) (?:kind |the )?permission (?:from|of)(?: the)?(?= )", _E, edge=True),
    form("republished", r"co-?published (?:with|by|in partnership with)(?: the)?(?= )", _E, loose=False),
    form("syndicated", r"(?:published|auto-?generated|generated|taken) (?:directly )?from (?:a |an |the )?(?:syndicated|agency|wire|news agency)(?: news)? feed", _F, NameAt.NONE, needs_name=False, itself=True),
    form("republished", r"(?:comes|came|is|was)(?: brought)?(?: to (?:us|you))? (?:courtesy of|from|by)(?: the)?(?= )", _N, loose=False),
    form("republished", r"by (?P<name>[^.\n]{2,80}?) is published here as part of", _N, NameAt.GROUP),
    form("republished", r"(?:story source: )?(?:materials?|content|text|news|information|article|story|press release) provided by(?: the)?(?= )", _S, loose=False, itself=True),
    form("reprinted", rf"(?:re-?printed|excerpted|extracted)(?: and adapted)?{_FROM}(?: chapter \d+ of)?", _E, loose=False),
    form("reprinted", r"(?:excerpted|extracted|adapted|reprinted) from (?=[^\n]{5,400}?\bpublished (?:in [\w. ]{2,20} )?by (?P<name>[^\n,(;]{3,60}))", _S, NameAt.GROUP),
    form("reprinted", r"(?:excerpt|excerpted|extract|adapted) from", _F, before=r"\b(?:this|the above|the following|the preceding)(?: \w+)? (?:is|was) (?:an |adapted )?", itself=True),
    form("republished", r"(?:adapted from|(?:is |as )?an? (?:derivative|adaptation|remix|translation) of|remixed from) [\"“‘'][^\"”’\n]{2,120}[\"”’'],? (?:by )?(?=[^\n]{2,80}?\b(?:cc[ -]by|creative commons|licen[sc]e))", _E, loose=False),
    form("reprinted", r"(?:excerpt|extract) from", _S, loose=False, edge=True, strong=False),
    form("reprinted", r"re-?printed by [^.\n]{2,40} with permission", _T, NameAt.NONE, needs_name=False),
    form("reprinted", rf"it is re-?(?:printed|published|produced){_HERE}", _S, NameAt.NONE, needs_name=False),
    form("crosspost", r"cross-?post(?:ed)?(?: of (?:an? |the )?(?:article|post|piece|essay|\w+ post))?(?: here)?(?: with permission)? ?(?:from(?: the)?(?![a-z])|:|i wrote for)", _E),
    form("crosspost", r"view original post(?: [\d.,]+ (?:more )?words)?", _F, NameAt.NONE, needs_name=False, itself=True),
    # RSS tails and syndication
    form("syndicated", r"(?:appeared first|first appeared|originally appeared|was first published) on(?: the)?(?![a-z])", _F, before=r"\b(?:the |this )?(?:post|article|story|entry)\b.{1,300}", itself=True),
    form("syndicated", r"from the archives? of our partner", _T, NameAt.NONE, needs_name=False),
    form("syndicated", r"(?:syndicated|distributed|licensed) (?:from|by|via)(?: the)?(?![a-z])", _E, loose=False, edge=True),
    # courtesy, provided
    form("republished", r"(?:partner|syndicated|guest) content (?:from|by|provided by|courtesy of)(?: the)?(?= )", _S, edge=True, loose=False),
    form("source_line", r"(?:by )?[^\n,/|]{4,40}[,/|] ?special (?:to|for)(?: the)?(?= )", _L, edge=True, loose=False),
    form("courtesy", r"articles? from (?P<name>[^\n.]{2,80}?) (?:are|is) provided here courtesy of", _F, NameAt.GROUP, itself=True),
    form("courtesy", r"(?:provided |reproduced |republished )?(?:here )?(?:by )?courtesy(?: of|:)(?: the)?(?![a-z])", _N),
    form("courtesy", rf"{_NOUN} (?:is )?(?:provided |republished )?(?:here )?courtesy(?: of|:)(?: the)?(?![a-z])", _S, edge=True),
    form("courtesy", r"source: (?P<name>[^\n]{2,80}?) courtesy of\b", _S, NameAt.GROUP, edge=True),
    form("source_line", r"provided by(?: the)?(?=.{2,90}$)", _L, edge=True, loose=False, itself=True),
    # pointing at the original
    form("source_line", r"(?:full|original|complete|entire) (?:article|story|post|piece|report)(?: (?:here|at|on|from|by))?:(?= ?\S)", _F, needs_name=False, edge=True),
    form("source_line", r"(?:you can |please )?(?:also )?(?:read|see|find|view) (?:the |this |our |their |his |her )?(?:(?:full|original|complete|entire|rest of the|rest of this) )?(?:article|story|post|piece|column|interview|report) (?:at|on|from|here:|in full (?:at|on))(?: the)?(?![a-z])", _S, edge=True),
    form("source_line", r"read (?:the |this )?(?:full|original|complete|entire|whole) (?:article|story|post|piece|column|interview|report)(?= here\b)", _S, needs_name=False, edge=True, linked=True),
    form("source_line", r"view (?:the |this )?original (?:article|post|story) to (?:see|view)\b", _S, NameAt.NONE, needs_name=False, edge=True),
    form("source_line", r"to read (?:the |this )?(?:full|original|complete|entire|whole|rest of the|rest of this)? ?(?:article|story|post|piece|interview|more),? (?:please )?(?:visit|go to|see)(?: the)?(?= )", _S, edge=True),
    form("source_line", r"(?:view source version on|view original content(?: to download multimedia)?:|view the original (?:press )?release on)(?= )", _S, edge=True),
    form("source_line", r"(?:continue reading|read more|read the rest)(?: \w+)? (?:at|on)(?: the)?(?![a-z])", _S, edge=True, loose=False),
    form("original_publication", rf"(?:the )?original source (?:of|for) (?:this|the) {_NOUN} (?:is|was)(?: the)?(?= (?!not |un))", _S),
    form("source_line", r"(?:original source|article source|original article|original post|original url|canonical source|source|originally from|original) ?:(?= ?\S)", _S, edge=True),
    form("source_line", r"(?:article|post|story) posted here", _F, NameAt.NONE, needs_name=False, edge=True, strong=False),
    form("translation", r"original (?:(?:\w+ )?(?:version|text|article)(?: in \w+)?|in \w+) ?:(?= ?\S)", _S, edge=True),
    form("translation", r"translated (?:from (?:the )?(?:original )?(?:\w+ )?(?:(?:article|post|original|text|version|essay) )?(?:by|at|on|in|published (?:on|in|by))|with permission from)(?: the)?(?![a-z])", _E, loose=False),
    form("translation", r"translat(?:ion|ed) (?:of|from) (?:(?:the|an?) )?(?:\w+ )?(?:original )?(?:article |post |essay |text )?(?:by |on |from |in )?", _N, needs_name=False),
    form("translation", r"translated (?:for [^\n.]{2,60} )?by [^\n.]{2,60}?(?:from|original(?:ly)?)[: ]", _S, needs_name=False, edge=True, strong=False),
    # via
    form("via", r"via(?: the)?[ :,]", _L, needs_name=False, edge=True, strong=False, loose=False),
    form("via", r"via(?: the)? (?=\w)", _F, before=r"^(?-i:(?:by |[A-ZÀ-Þ][\w’'.-]*\s){1,12})", edge=True, strong=False, loose=False),
    form("via", r"via the (?=\w)", _F, before=r"[.!?”\"] ", edge=True, strong=False, loose=False),
    # another's copyright
    form("copyright_line", r"(?:(?:copyright|©|\(c\)) ?){1,3}\d{4}(?:[-–]\d{2,4})?,? (?:by )?(?=[^\n]{2,80}?(?:this (?:material|article|story) may not|this (?:work|article|material) is (?:published|licen[sc]ed) under (?:a )?creative commons|verbatim copying|please contact us about))", _F),
    form("copyright_line", r"copyright \d{4} (?=[^\n]{2,40}\. to see more, visit)", _S),
    form("copyright_line", r"(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?\d{4} (?:by )?(?=[^\n]{2,120}?\b(?:distributed|provided) by)", _S),
    form("copyright_line", r"(?:copyright|©|\(c\)) ?\d{4} (?:by )?", _F, before=r"\b(?:distributed|provided) by [^\n]{2,60}?[.,;] ?", loose=False),
    form("copyright_line", r"\(copyright (?:\d{4} )?(?:by )?", _S, loose=False),
    form("copyright_line", r"© provided by(?: the)?(?= )", _S),
)  # fmt: skip

ENGLISH = language(
    "press release,mirror,copy of,copied,pasted,version of,under cc,our partner,our friends,our colleagues,our sister,first carried,first ran,ran at,borrowed,taken from,printed,consent,blessing,arrangement,authori,approval,indebted,grateful,conducted by,hosted,offered by,special to,special for,partner content,thank,x-post,first broadcast,first aired,first heard,under licen,written for,seen in,taken from,seen on,h/t,hat tip,partnership,collaboration,publi,appear,posted,originally,reprint,republish,repost,re-print,re-publish,re-post,reproduce,crosspost,cross-post,syndicat,excerpt,adapted,extract,courtesy,permission,provided,source,via ,via:,"
    "via,full article,full story,original,read the,read this,read more,read our,translat,copyright,©,(c),archive of,archives of,produced by,comes from,comes to,came from,ran in,ran on,ran at,"
    "aired,featured,shared,distributed,supplied,contributed,made available,continue reading,posted here,produced this,reported this,co-published,copublished,feed,to read,view source version,find the,see the,view the,story from,article from,article is from,piece is from",
    _FORMS,
    this=_THIS,
    away=_AWAY,
    lead=_LEAD,
    described=_DESCRIBED,
)
