"""Words that say when: days, months, clock times and what is relative to the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from babel import Locale

from rights.match.wording.numerals import NUMBER_WORDS
from rights.match.wording.spelling import plain
from rights.patterns import late

#: A line a language: words that alone say when | words that do so beside a unit | units | small words between them.
_TABLE = """
en: yesterday today tomorrow tonight overnight weekend midnight noon midday ago morning mornings afternoon evening night pm am oclock nowadays currently recently earlier later
 | last next this past previous earlier later coming following early late mid prior current
 | day days week weeks month months year years hour hours minute minutes decade decades century fortnight quarter summer winter spring autumn fall season
 | on at in the of a an and by since until from to about around before after during for first second same s st nd rd th est edt gmt et pt cet bst utc time local
de: gestern heute morgen vorgestern ubermorgen uhr abend nachmittag vormittag mittag nacht mitternacht wochenende fruh morgens abends nachts vor kurzem
 | letzten letzter letzte letztes letztem vergangenen vergangener vergangene vergangenes nachsten nachster nachste nachstes kommenden kommender kommende diesen dieser diese dieses vorigen voriger vorige anfang mitte ende vor
 | tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden minuten
 | am im in der die das den dem des um an seit bis vom zum zur gegen und ab
fr: hier aujourdhui demain avanthier apresdemain soir matin midi minuit nuit weekend heures heure h
 | dernier derniere derniers dernieres prochain prochaine prochains ce cette ces passe passee debut fin mi
 | jour jours semaine semaines mois an ans annee annees
 | le la les l a au du de des d en dans il y pour depuis jusquau vers et ya
es: ayer hoy manana anoche anteayer noche tarde madrugada mediodia medianoche hace horas
 | pasado pasada pasados pasadas proximo proxima este esta estos estas ultimo ultima siguiente anterior principios finales mediados
 | dia dias semana semanas mes meses ano anos hora
 | el la los las de del en a al por desde hasta y que viene
it: ieri oggi domani stasera stamattina stanotte dopodomani mattina pomeriggio sera notte mezzogiorno mezzanotte ore fa
 | scorso scorsa scorsi scorse prossimo prossima questo questa ultimo ultima inizio fine meta
 | giorno giorni settimana settimane mese mesi anno anni ora
 | il lo la i le di del della dello nel nella alle dalle al dal a in l e da
pt: ontem hoje amanha anteontem noite tarde manha madrugada meiodia meianoite horas ha
 | passado passada proximo proxima este esta neste nesta ultimo ultima inicio final fim
 | dia dias semana semanas mes meses ano anos hora
 | o a os as de do da dos das em no na nos nas ao pela pelo as e feira que vem
nl: gisteren vandaag morgen eergisteren overmorgen vanavond vanochtend vanmiddag vannacht avond ochtend middag nacht uur geleden weekend
 | vorige vorig afgelopen volgende komende deze dit begin eind eerder later
 | dag dagen week weken maand maanden jaar jaren
 | op in de het om van sinds tot en een te
sv: igar idag imorgon gar mandags tisdags onsdags torsdags fredags lordags sondags igarkvall ikvall kvall morgon eftermiddag natt sedan klockan kl helgen forrgar
 | forra nasta kommande senaste denna den detta borjan slutet
 | dag dagar dagen vecka veckan veckor manad manaden manader ar aret
 | i pa om den det en for av till fran och under
da: igar idag imorgen gar iaftes aften morgen eftermiddag nat siden klokken kl weekenden
 | sidste naeste kommende forrige denne dette begyndelsen slutningen
 | dag dage uge ugen uger maned maneden maneder ar aret
 | i pa om den det en for af til fra og
nb: igar idag imorgen gar ikveld kveld morgen ettermiddag natt siden klokken kl helgen
 | forrige sist neste kommende denne dette begynnelsen slutten
 | dag dager uke uken uker maned maneden maneder ar aret
 | i pa om den det en for av til fra og
fi: eilen tanaan huomenna viikonloppuna aamulla illalla iltapaivalla yolla sitten kello klo
 | viime ensi tana kuluvan
 | paivaa paivana viikko viikolla viikkoa kuukausi kuukautta vuosi vuonna vuotta
 | ja
pl: wczoraj dzis dzisiaj jutro przedwczoraj wieczorem rano noca poludnie temu weekend poniedzialek poniedzialku wtorek wtorku sroda srode srody czwartek czwartku piatek piatku sobota sobote soboty niedziela niedziele niedzieli
 | ubieglym ubiegly zeszlym zeszly ostatnim ostatni przyszlym przyszly tym tego poprzednim najblizszy
 | dzien dnia dni tydzien tygodniu tygodnia tygodnie miesiac miesiacu miesiaca rok roku lat godzina godzinie godz
 | w we na o od do z i r
cs: vcera dnes zitra predevcirem vecer rano odpoledne v noci pulnoc pondeli utery stredu streda ctvrtek patek sobotu sobota nedeli nedele pred
 | minuly minulem minulou minule pristi letos loni tento tuto tomto
 | den dnu dny tyden tydnu tydny mesic mesici mesice rok roce roku roky let hodin
 | v ve na o od do z a
ru: вчера сегодня завтра позавчера утром вечером днем ночью назад понедельник понедельника вторник вторника среду среды среда четверг четверга пятницу пятницы пятница субботу субботы суббота воскресенье воскресенья
 | прошлой прошлом прошлого прошлый минувшей минувшего следующей следующего будущей этой этом этого нынешней последней последнего
 | день дня дней неделе недели неделю месяц месяца месяце год года году лет часов часа час
 | в во на с со до от к и около
uk: вчора сьогодні завтра позавчора вранці ввечері увечері вночі тому понеділок понеділка вівторок вівторка середу середи середа четвер четверга пятницю пятниці пятниця суботу суботи субота неділю неділі неділя
 | минулого минулої минулий наступного наступної цього цієї
 | день дня днів тижня тиждень місяця місяць рік року році годин
 | в у на з до від о і
tr: dun bugun yarin aksam sabah ogle gece once pazartesi sali carsamba persembe cuma cumartesi pazar
 | gecen gelecek bu onumuzdeki
 | gun hafta ay yil saat
 | de da ve
ko: 어제 오늘 내일 그제 모레 오전 오후 저녁 아침 밤 새벽 주말 월요일 월요일에 화요일 화요일에 수요일 수요일에 목요일 목요일에 금요일 금요일에 토요일 토요일에 일요일 일요일에
 | 지난 다음 이번 작년 올해 내년 지난해 이달 지난달 다음달
 | 주 주에 달 달에 해 월 년 일 시
 | 의 에
ar: أمس اليوم غدا الليلة مساء صباحا ظهرا الماضي الماضية المقبل المقبلة السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة
 | هذا هذه الجاري الجارية السابق أول بعد قبل
 | يوم الأسبوع أسبوع الشهر شهر السنة العام عام أيام أسابيع ساعة الساعة
 | في من يوم
el: χθες σημερα αυριο προχθες αποψε βραδυ πρωι μεσημερι απογευμα δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη πριν
 | περασμενη περασμενο προηγουμενη επομενη επομενο αυτη αυτο
 | μερα ημερα ημερες εβδομαδα εβδομαδες μηνα μηνες ετος χρονο χρονια ωρα ωρες
 | τη την το τον στις απο ως μεχρι και του της
ro: ieri astazi azi maine alaltaieri aseara seara dimineata noapte pranz weekend acum luni marti miercuri joi vineri sambata duminica
 | trecut trecuta viitor viitoare acest aceasta aceasta urmatoare urmatoarea
 | zi zile saptamana saptamani luna luni an anul ani ora ore
 | in la pe de cu din pana si a ale
id: kemarin besok lusa malam pagi siang sore lalu pukul senin selasa rabu kamis jumat sabtu minggu
 | depan ini
 | hari pekan bulan tahun jam
 | pada di yang
"""
#: English names that are words too: only with a capital.
_CAPITAL = frozenset(["may", "march", "sun", "sat", "mar", "second"])
_ZONES = frozenset("ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST".split())
_ENGLISH_SHORT = "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec"
_CLOCK = late(
    r"\d{1,2}([:.h]\d{2})?([ap]m)?|\d{1,2}(st|nd|rd|th|er|º|ª)?|(19|20)\d\d|\d{1,2}[/.]\d{1,2}([/.](\d\d)?\d\d)?|(19|20)\d\d-\d\d-\d\d"
)
_DATE = late(r"\d{1,2}:\d{2}([ap]m)?|\d{1,2}[ap]m|\d{1,2}[/.]\d{1,2}[/.]((19|20)\d\d|\d\d)|(19|20)\d\d-\d\d-\d\d")
_EAST_ASIAN = late(
    r"[昨今明前後后本上下去来來翌同当當天日周週月年星期曜火水木金土一二三四五六七八九十点點时時分午晚早朝夜夕間间末初中\d０-９]+"
)
_EAST_ASIAN_ANCHOR = late(r"[昨今明去翌]|[周週曜月年]|星期|\d日")


@dataclass(frozen=True, slots=True)
class Times:
    """The time words of some languages, all in `plain` form."""

    anchors: frozenset[str]
    relations: frozenset[str]
    units: frozenset[str]
    small: frozenset[str]


@lru_cache(maxsize=64)
def times(languages: frozenset[str]) -> Times:
    """The time words of languages (two-letter codes); of all that we know where none is known."""
    table = _parsed()
    chosen = [code for code in languages if code in table] or list(table)
    anchors, relations, units, small = (frozenset().union(*(table[code][part] for code in chosen)) for part in range(4))
    calendar: set[str] = set(_ENGLISH_SHORT.split()) if "en" in chosen else set()
    for code in chosen:
        locale = Locale.parse(code)
        for kind in ("format", "stand-alone"):
            for names in (locale.months[kind]["wide"], locale.days[kind]["wide"]):
                calendar.update(
                    part for name in names.values() for part in re.split(r"[\s-]", plain(name).replace("'", ""))
                )
    return Times(anchors | frozenset(calendar - small), relations, units, small)


def guessed(text: str) -> frozenset[str]:
    """The languages whose small words a text has most of: one, or close kin."""
    words = [plain(word) for word in re.findall(r"[^\W\d_]+", text[:20_000])]
    hits = {code: sum(word in parts[3] for word in words) for code, parts in _parsed().items()}
    best = max(hits.values())
    return frozenset(code for code, count in hits.items() if best and count >= 0.8 * best)


@lru_cache(maxsize=1)
def _parsed() -> dict[str, tuple[frozenset[str], ...]]:
    out = {}
    for entry in re.split(r"\n(?=\w\w:)", _TABLE.strip()):
        code, words = entry.split(":", 1)
        out[code] = tuple(frozenset(plain(word) for word in part.split()) for part in words.split("|"))
    return out


def bare(raw: str) -> str:
    """A word as written in the form that the tables have: no case, accents, dots, apostrophes or possessive."""
    word = plain(raw.strip("\"'“”‘’«»„‚()[]{}<>,;!?…—–-. ")).replace("’", "'")
    if word[:1].isdigit():
        return re.sub(r"\.?([ap])\.?m$", r"\1m", word)
    return word.removesuffix("'s").replace("'", "").replace(".", "")


def is_time(
    raw: Sequence[str], before: Sequence[str], after: Sequence[str], words: Times, *, beside_time: bool = False
) -> bool:
    """True where words say nothing but when, as far as can be told.

    ``before`` and ``after`` are the words around them: "last" beside "week" does, "3" beside "June".  ``beside_time``
    says that they stand for words that clearly say when: then a number is a day or a year.
    """
    if not raw:
        return False
    joined = "".join(raw)
    if _EAST_ASIAN.fullmatch(joined.strip("，。、, ")) and _EAST_ASIAN_ANCHOR.search(joined):
        return True
    anchored = any(bare(first) + bare(second) in words.anchors for first, second in pairwise(raw))
    unit = relation = numbers = False
    for written in raw:
        for part in written.split("-") if not _DATE.fullmatch(bare(written)) else (written,):
            word = bare(part)
            if not word:
                continue
            if word == "am" and "am" not in words.small and not (numbers or anchored or "." in part):
                return False
            if (
                (word in words.anchors and (word not in _CAPITAL or part.strip("“\"'‘(")[:1].isupper()))
                or _DATE.fullmatch(word)
                or part.strip("().,") in _ZONES
            ):
                anchored = True
            elif word in words.relations:
                relation = True
                unit = unit or word in words.units
            elif word in words.units:
                unit = True
            elif _CLOCK.fullmatch(word) or word in NUMBER_WORDS:
                numbers = True
            elif word not in words.small:
                return False
    if anchored or (unit and relation) or (beside_time and (numbers or unit or relation)):
        return True
    near = {bare(word) for word in (*before[-2:], *after[:2])}
    if unit and {bare(word) for word in before[-1:]} & words.relations:
        return True
    if relation and near & (words.units | words.anchors):
        return True
    beside = {bare(word) for word in (*before[-1:], *after[:1])}
    if numbers and not unit and beside & (words.anchors - {"ago"}):
        return True
    return (numbers or unit) and bool(
        {bare(word) for word in after[:2]} & {"ago", "geleden", "fa", "назад", "temu", "siden", "sedan"}
    )
