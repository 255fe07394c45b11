"""English credit forms."""

from __future__ import annotations

from rights.extract.credit_forms import START, Language, NameAt, form

NOUN = (
    r"(?:articles?|story|stories|posts?|blog ?posts?|blog(?: entry| article)?|pieces?|essay|column|reports?|op-?ed|commentary|interview|text|review"
    r"|item|excerpt|content|analysis|guide|tutorial|memo|editorial|feature|paper|list|letter|speech|lecture|chapter|work|podcast|transcript"
    r"|version|translation|publication|profile|series|dispatch|newsletter|investigation|q&a|page|recipe|poem|statement|fact ?check|explainer|material|entry|write-?up|how-?to|news)"
)
_ADJ = r"(?:[\w’'-]+ ){0,3}?"
THIS = rf"\b(?:this|the following|the above|the foregoing|the present) {_ADJ}{NOUN}\b"
_BE = r"(?:(?:was|were|is|has|have|had|being|been|and) ){0,4}"
_ADV = r"(?:originally|first|initially|previously|earlier|orginally)"
_VERB = r"(?:publi[sc]hed|posted|appeared|ran|run|printed|featured|written|produced|released|aired|broadcast|reported|carried|syndicated|featured)"
_DAY = r"(?: (?:(?:on|in) )?(?:[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+,? \d{4}|\d{4}),?)?"
_PREP = r"(?: (?:on|in|at|by|with|for|via|over (?:at|on)|here (?:on|at))| \w+ (?=https?:)|:)"
#: What may stand between the preposition and the name.
DESCRIBED = (
    r"(?:[ \n>]*(?:the )?(?:(?:(?:print|online|(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter)[\w/ ]{0,20}?|\d{4}|inaugural|latest)"
    r" )?(?:\d{4} )?(?:(?:issue|edition|number|volume \d+|pages?|website|web ?site|blog|opinion section|archives?|newsletter|section) of )(?:the )?|(?:the )?(?:publication|newspaper|magazine|journal|blog|website|site|daily|weekly|newsletter) (?:of )?(?=[\"“‘'«A-Z])))?"
)
_GAP = r"(?:(?!\b(?:that|reports?|describes?|discuss\w*|about|based|cites?|study|book|dataset|according|says|said)\b)(?:[^.\n]|\.(?!\s))){0,220}?"
_MAKE = r"(?:republished|re-published|reposted|re-posted|reproduced|reprinted|re-printed|syndicated|cross-?posted|shared|adapted|excerpted|extracted|taken|copied|mirrored|provided|edited)"
_FROM = r"(?: here)?(?: (?:in full|in part|below|with (?:minor |light )?edits|courtesy))?(?: (?:under|with|by) (?:the )?(?:[\w-]+ ){0,4}?(?:permission|licen[sc]e|consent|authori[sz]ation))?(?: (?:from|of|by))"

TRIGGERS = (
    "publi", "appear", "posted", "first ran", "originally", "reprint", "republish", "repost", "reproduce", "crosspost", "cross-post", "syndicat",
    "excerpted", "adapted", "extracted", "courtesy", "permission", "provided", "materials", "source", "via ", "full article", "full story", "original",
    "read the", "to read", "translat", "copyright", "©", "(c)", "from ", "archive of", "partner", "&copy", "produced by", "as part of", " ran in", " ran on", " ran at", "version of this",
)  # fmt: skip

FORMS = (
    # both at once: "originally appeared on X and is republished ..."
    form("republished", rf"{THIS}{_GAP} {_BE}{_ADV} {_VERB}{_DAY}{_PREP}{DESCRIBED}(?=.{{2,160}}?\b(?:is|was|has been|are) (?:re-?published|re-?posted|re-?printed)\b)"),
    form("original_publication", rf"{THIS}{_GAP} {_BE}{_ADV} {_VERB}{_DAY}{_PREP}{DESCRIBED}"),
    form("original_publication", rf"{THIS}{_GAP} {_BE}{_ADV} {_VERB} (?:at|on|in|by)(?=[A-Z])"),
    form("original_publication", rf"{THIS}[^\n]{{0,160}}?\. It {_BE}{_ADV} {_VERB}{_DAY}{_PREP}{DESCRIBED}"),
    form("original_publication", rf"{THIS}(?: by [^.\n]{{2,60}}?)?,? {_BE}(?:published|posted|appeared|ran|printed|aired|featured){_DAY} (?:in|on|at|by){DESCRIBED}", loose=False),
    form("original_publication", rf"{START}The (?:article|story|post|piece|essay|interview|column|text|report) {_BE}{_ADV} {_VERB}{_DAY}{_PREP}{DESCRIBED}"),
    form("original_publication", rf"{START}(?:{NOUN} )?(?:was |were |is )?{_ADV} {_VERB}{_DAY}{_PREP}{DESCRIBED}"),
    form("original_publication", rf"\b(?:adapted|excerpted|extracted|taken) from [^\n]{{3,120}}? (?:which|that)? ?{_ADV} {_VERB}{_DAY}{_PREP}{DESCRIBED}"),
    form("original_publication", rf"\b(?:I|we) (?:{_ADV} )?(?:wrote|published|posted) this (?:{NOUN} )?{_PREP}{DESCRIBED}"),
    form("original_publication", rf"{START}published in partnership with{DESCRIBED}", loose=False),
    form("original_publication", rf"{START}(?:an? )?(?:\w+ )?version of {THIS[2:]}(?: by [^.\n]{{2,60}}?)?,? {_BE}(?:{_ADV} )?{_VERB}{_DAY}{_PREP}{DESCRIBED}"),
    # republished, reprinted, cross-posted
    form("republished", rf"{THIS}{_GAP} (?:re-?published|re-?posted|reproduced|shared|mirrored){_FROM}{DESCRIBED}"),
    form("republished", rf"{START}(?:{NOUN} )?(?:re-?published|re-?posted|reproduced){_FROM}{DESCRIBED}"),
    form("republished", r"\bbased on [^\n]{2,160}? (?:on|at|in|from) (?:the )?(?P<name>[^\n]{2,60}?) and is republished with permission", NameAt.GROUP),
    form("republished", r"\b(?:based on|by) [^\n]{2,120}?,? (?:and )?(?:is )?republished (?:here )?with permission", NameAt.NONE, needs_name=False),
    form("republished", rf"{THIS} {_BE}(?:adapted|taken) from (?:its|the) original source", NameAt.NONE, needs_name=False),
    form("republished", rf"{THIS}(?: by [^.\n]{{2,60}}?)?,? {_BE}(?:{_ADV} )?(?:produced|made available|shared|distributed|supplied|contributed) by{DESCRIBED}", loose=False),
    form("republished", rf"{THIS} (?:comes|came|is|was)(?: (?:brought )?to (?:us|you))?(?: (?:courtesy of|from|by)){DESCRIBED}", loose=False),
    form("republished", rf"{THIS} by (?P<name>[^.\n]{{2,80}}?) is published here as part of", NameAt.GROUP),
    form("reprinted", rf"{THIS}{_GAP} (?:reprinted|excerpted|extracted){_FROM}{DESCRIBED}"),
    form("reprinted", rf"{START}(?:this (?:\w+ )?(?:is )?)?(?:re-?printed|excerpted|extracted)(?: and adapted)?{_FROM}(?: chapter \d+ of)?{DESCRIBED}"),
    form("reprinted", rf"{START}(?:an )?(?:excerpt|extract) from{DESCRIBED}", loose=False, edge=True, strong=False),
    form("reprinted", rf"{THIS} {_BE}re-?printed by [^.\n]{{2,40}} with permission", NameAt.NONE, needs_name=False),
    form("reprinted", rf"{START}it is re-?(?:printed|published|produced) here with (?:kind )?permission", NameAt.NONE, needs_name=False),
    form("crosspost", rf"(?:{START}(?:this is )?|{THIS}{_GAP} {_BE})(?:an? )?cross-?post(?:ed)?(?: of (?:an? |the )?(?:article|post|piece|essay|\w+ post))?(?: here)?(?: with permission)? ?(?:from|:|I wrote for){DESCRIBED}"),
    form("crosspost", r"\bview original post(?: [\d.,]+ (?:more )?words)?", NameAt.NONE, needs_name=False),
    # RSS tail
    form("syndicated", rf"{START}(?:the |this )?(?:post|article|story|entry)\b.{{1,300}}?\bappeared first on(?: the)?"),
    form("syndicated", rf"{THIS} (?:is|comes|was|came)(?: \w+)? from the archives? of our partner", NameAt.NONE, needs_name=False),
    form("syndicated", rf"{START}(?:syndicated|distributed|licensed) (?:from|by|via){DESCRIBED}", loose=False, edge=True),
    form("syndicated", rf"{THIS} {_BE}(?:{_ADV} )?(?:syndicated|distributed|licensed) (?:from|by|via){DESCRIBED}", loose=False),
    # courtesy, provided
    form("courtesy", rf"\b(?:{NOUN}|from [^\n.]{{2,80}}?) (?:are |is |appears? )?(?:provided |reproduced |republished )?(?:here )?(?:by )?courtesy (?:of|:){DESCRIBED}"),
    form("courtesy", rf"{START}source: (?P<name>[^\n]{{2,80}}?) courtesy of\b", NameAt.GROUP, edge=True),
    form("republished", rf"{START}(?:story source: )?(?:materials?|content|text|news|information|article|story|press release) provided by{DESCRIBED}(?: the)?", loose=False),
    form("source_line", r"^[\W_]*provided by(?: the)?(?=.{2,90}$)", edge=True, loose=False),
    # pointing at the original
    form("source_line", r"\b(?:link to (?:the )?)?(?:full|original|complete|entire) (?:article|story|post|piece|report)(?: (?:here|at|on|from|by))?:(?= ?\S)", needs_name=False, edge=True),
    form("source_line", rf"{START}(?:click here to )?(?:read|see|find|view) (?:the |this |our |their |his |her )?(?:(?:full|original|complete|entire|rest of the|rest of this) )?(?:article|story|post|piece|column|interview|report) (?:at|on|from|here:|in full (?:at|on)){DESCRIBED}", edge=True),
    form("source_line", rf"{START}(?:continue reading|read more|read the rest)(?: \w+)? (?:at|on){DESCRIBED}", edge=True, loose=False),
    form("source_line", rf"{START}(?:continue reading[.…]* )?(?:source|original source|article source|originally from|original|original article|original post|original url|canonical source) ?:(?= ?\S)", edge=True),
    form("source_line", r"\b(?:informative |full |original )?(?:article|post|story) posted here", NameAt.NONE, needs_name=False, edge=True, strong=False),
    form("translation", rf"{START}(?:link to )?(?:the )?original (?:\w+ )?(?:version|text|article)(?: in \w+)? ?:(?= ?\S)", edge=True),
    form("translation", rf"(?:{START}|{THIS} {_BE})translated (?:from (?:the )?(?:original )?(?:\w+ )?(?:(?:article|post|original|text|version|essay) )?(?:by|at|on|in|published (?:on|in|by))|with permission from){DESCRIBED}", loose=False),
    form("translation", rf"{THIS} {_BE}(?:an? )?(?:\w+ )?translat(?:ion|ed) (?:of|from) (?:(?:the|an?) )?(?:\w+ )?(?:original )?(?:article |post |essay |text )?(?:by |on |from |in )?", needs_name=False),
    form("translation", rf"{START}translated (?:for [^\n.]{{2,60}} )?by [^\n.]{{2,60}}?(?:from|original(?:ly)?)[: ]", needs_name=False, edge=True, strong=False),
    # via
    form("via", r"^[\W_]*via(?: the)?[ :,]", needs_name=False, edge=True, strong=False, loose=False),
    form("via", r"^[\w’' .-]{4,40}?\bvia(?: the)? (?=[A-Z@])", edge=True, strong=False, loose=False),
    form("via", r"[.!?”\"] via the (?=[A-Z])", edge=True, strong=False, loose=False),
    # copyright of another
    form("copyright_line", rf"{START}(?:(?:copyright|©|\(c\)) ?){{1,3}}\d{{4}}(?:[-–]\d{{2,4}})?,? (?:by )?(?=[^\n]{{2,80}}?(?:this (?:material|article|story) may not|verbatim copying|please contact us about))"),
    form("copyright_line", r"\bcopyright \d{4} (?:by )?(?=[^\n]{2,60}?verbatim copying)"),
    form("copyright_line", rf"{START}\(copyright (?:\d{{4}} )?(?:by )?", loose=False),
    form("copyright_line", rf"{START}© provided by(?: the)?"),
)  # fmt: skip

ENGLISH = Language(TRIGGERS, FORMS)
