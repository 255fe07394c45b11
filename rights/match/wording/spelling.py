"""One spelling for words that houses spell differently: British and American, abbreviations, contractions, accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rights.patterns import late

#: Spellings of one word that no rule below covers; the last of each line is the one that all become.
_VARIANTS = """
centre center; centres centers; centred centered; theatre theater; theatres theaters; metre meter; metres meters
kilometre kilometer; kilometres kilometers; centimetre centimeter; centimetres centimeters; litre liter; litres liters
fibre fiber; fibres fibers; calibre caliber; sabre saber; lustre luster; sombre somber; spectre specter; meagre meager
manoeuvre maneuver; manoeuvres maneuvers; louvre louver; ochre ocher; sepulchre sepulcher; reconnoitre reconnoiter
defence defense; defences defenses; offence offense; offences offenses; licence license; licences licenses
practise practice; practised practiced; practising practicing; pretence pretense; pretences pretenses
programme program; programmes programs; cheque check; cheques checks; grey gray; greys grays; tyre tire; tyres tires
kerb curb; kerbs curbs; plough plow; ploughs plows; aluminium aluminum; sceptic skeptic; sceptics skeptics
sceptical skeptical; scepticism skepticism; pyjamas pajamas; moustache mustache; storey story; storeys stories
draught draft; draughts drafts; ageing aging; judgement judgment; judgements judgments; acknowledgement acknowledgment
whilst while; amongst among; amidst amid; towards toward; afterwards afterward; backwards backward; forwards forward
upwards upward; downwards downward; learnt learned; spelt spelled; burnt burned; dreamt dreamed; leapt leaped
spoilt spoiled; smelt smelled; cosy cozy; doughnut donut; doughnuts donuts; axe ax; gaol jail; sulphur sulfur
mould mold; moulds molds; smoulder smolder; smouldering smoldering; yoghurt yogurt; speciality specialty
wilful willful; skilful skillful; skilfully skillfully; fulfil fulfill; fulfils fulfills; enrol enroll; enrols enrolls
instalment installment; instalments installments; artefact artifact; artefacts artifacts; enquiry inquiry
enquiries inquiries; adviser advisor; advisers advisors; whisky whiskey; maths math; jewellery jewelry; okay ok
mum mom; mums moms; encyclopaedia encyclopedia; leukaemia leukemia; anaemia anemia; paediatric pediatric
paediatrician pediatrician; foetus fetus; foetal fetal; oestrogen estrogen; diarrhoea diarrhea; anaesthetic anesthetic
archaeology archeology; archaeologist archeologist; archaeologists archeologists; archaeological archeological
haemorrhage hemorrhage; gynaecologist gynecologist; orthopaedic orthopedic; mediaeval medieval; aeroplane airplane
fuelled fueled; dialled dialed; labelled labeled; modelling modeling; counsellor counselor; traveller traveler
"""

#: What is written short, and in full.
_ABBREVIATIONS = """
% percent; pct percent; & and; us united states; usa united states; uk united kingdom; eu european union
un united nations; uae united arab emirates; dr doctor; prof professor; sen senator; sens senators; rep representative
reps representatives; gov governor; gen general; lt lieutenant; sgt sergeant; capt captain; col colonel; rev reverend
maj major; adm admiral; cpl corporal; supt superintendent; det detective; insp inspector; hon honorable; jr junior
sr senior; ave avenue; blvd boulevard; rd road; vs versus; dept department; govt government; assn association
corp corporation; inc incorporated; ltd limited; bros brothers; intl international; natl national; approx approximately
km kilometers; kms kilometers; kph kilometers per hour; kmh kilometers per hour; mph miles per hour; kg kilograms
kgs kilograms; cm centimeters; mm millimeters; ft feet; lbs pounds; lb pounds; oz ounces; sq square; mi miles
hrs hours; mins minutes; secs seconds; jan january; feb february; mar march; apr april; jun june; jul july; aug august
sept september; sep september; oct october; nov november; dec december; mon monday; tue tuesday; tues tuesday
wed wednesday; thu thursday; thur thursday; thurs thursday; fri friday; sat saturday; sun sunday; ala alabama
ariz arizona; ark arkansas; calif california; colo colorado; conn connecticut; del delaware; fla florida; ga georgia
ill illinois; ind indiana; kan kansas; ky kentucky; la louisiana; md maryland; mass massachusetts; mich michigan
minn minnesota; miss mississippi; mo missouri; mont montana; neb nebraska; nev nevada; nh new hampshire; nj new jersey
nm new mexico; ny new york; nc north carolina; nd north dakota; okla oklahoma; ore oregon; pa pennsylvania
ri rhode island; sc south carolina; sd south dakota; tenn tennessee; tex texas; vt vermont; va virginia
wash washington; wva west virginia; wis wisconsin; wyo wyoming; dc district of columbia; bzw beziehungsweise
zb zum beispiel; usw und so weiter; ca circa; mio millionen; mrd milliarden; str strasse; mme madame; mlle mademoiselle
sra senora; eeuu estados unidos; ee uu estados unidos; pag pagina; tel telefon
"""

#: Abbreviations that are words too: they count only with a dot or capitals.
_WORDS_TOO = frozenset(
    [
        "us",
        "un",
        "eu",
        "la",
        "md",
        "ind",
        "ill",
        "mass",
        "miss",
        "mo",
        "pa",
        "ga",
        "va",
        "wash",
        "del",
        "ark",
        "conn",
        "mar",
        "jun",
        "sat",
        "sun",
        "mon",
        "wed",
        "fri",
        "dec",
        "nov",
        "rep",
        "gen",
        "gov",
        "col",
        "ore",
        "cal",
        "ave",
        "corp",
        "det",
        "rev",
        "maj",
        "hon",
        "str",
        "ca",
        "inc",
        "ft",
        "mi",
        "oz",
        "sq",
        "hi",
        "ok",
    ]
)

_CONTRACTIONS = {
    "cannot": "can not", "cant": "can not", "wont": "will not", "shant": "shall not", "im": "i am", "lets": "let us",
    "its": "it is", "hes": "he is", "shes": "she is", "thats": "that is", "theres": "there is", "whats": "what is",
    "heres": "here is", "whos": "who is", "wheres": "where is",
}  # fmt: skip
_NEGATED = late(r"(is|are|was|were|do|does|did|has|have|had|would|could|should|must|need|might)nt")
_SHORTENED = late(r"(i|you|we|they|who|he|she|it|that|there)'(re|ve|ll)")
_FULL = {"re": "are", "ve": "have", "ll": "will"}
_VOWELS = late(r"[aeiouy]+")


def _table(text: str) -> dict[str, str]:
    entries = (entry.split(maxsplit=1) for line in text.strip().splitlines() for entry in line.split(";"))
    return {entry[0]: entry[1] for entry in entries}


_SPELT = _table(_VARIANTS)
_SHORT = _table(_ABBREVIATIONS)


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """A word without case, accents and ligatures: café, CAFE and cafe are one."""
    if word.isascii():
        return word.lower()
    word = word.casefold().translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"})


@lru_cache(maxsize=8192)
def standard(raw: str) -> str:
    """What a word as written stands for, in one spelling; may be several words, '' for none."""
    core = raw.strip("\"'“”‘’«»„‚()[]{}<>,;:!?…—–-*_ ")
    bare = core.rstrip(".").replace(".", "") if re.fullmatch(r"(?:\w\.)+\w?|\w+\.", core) else core
    word = plain(bare.replace("’", "'"))
    dotted = core.endswith(".") or "." in core[:-1]
    capitals = len(bare) > 1 and bare.isupper()
    if word in _SHORT and (word not in _WORDS_TOO or dotted or capitals):
        return _SHORT[word]
    flat = word.replace("'", "")
    if "'" in word:
        if flat in _CONTRACTIONS:
            return _CONTRACTIONS[flat]
        if negated := _NEGATED.fullmatch(flat):
            return negated[1] + " not"
        if shortened := _SHORTENED.fullmatch(word):
            return f"{shortened[1]} {_FULL[shortened[2]]}"
        if word.endswith("'s"):
            return american(word[:-2]) + "'s"
    return " ".join(american(part) for part in re.split(r"[^\w']+", word) if part) if word else ""


def american(word: str) -> str:
    """A British spelling in its American form; any other word as it is."""
    if word == "cannot":
        return "can not"
    if word in _SPELT:
        return _SPELT[word]
    for pattern, form in _RULES:
        found = pattern.fullmatch(word)
        if found and (form != "one" or len(_VOWELS.findall(found[1])) > 1):
            return pattern.sub(r"\1l\2", word) if form == "one" else pattern.sub(form, word)
    return word


_RULES = (
    (late(r"(\w{3,})is(e|ed|es|er|ers|ing|ation|ations|able)"), r"\1iz\2"),
    (late(r"(\w{3,})ys(e|ed|es|er|ers|ing)"), r"\1yz\2"),
    (late(r"(\w+[^aeou])our(s|y|ed|ing|able|ful|hood|hoods|ite|ites|ism|less|er|ers|ly)?"), r"\1or\2"),
    (late(r"(\w{3,})ll(ed|ing|er|ers|or|ors|ous)"), "one"),
    (late(r"(\w{3,}[^aeiou])ogue(s|d)?"), r"\1og\2"),
    (late(r"(\w{3,})logue(s|d)?"), r"\1log\2"),
)
