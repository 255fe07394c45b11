"""Ten articles of a publisher that does not exist, written for the demonstration."""

from __future__ import annotations

from dataclasses import dataclass

PUBLISHER = "The Harbour Lantern"


@dataclass(frozen=True, slots=True)
class DemoArticle:
    """One article as its publisher has it."""

    slug: str
    title: str
    author: str
    published: str
    paragraphs: tuple[str, ...]


ARTICLES = (
    DemoArticle(
        "ferry-timetable",
        "The ferry that learned to wait",
        "Maren Oldfield",
        "2026-03-02",
        (
            "For forty years the seven o'clock ferry left the east pier at seven o'clock, whoever was still running down "
            "the hill. Commuters on the north side set their kettles by its horn, and the crew took a certain pride in "
            "never once having looked back at the quay.",
            "That changed last winter, when the harbour board asked a statistician to study the gate counts. She found "
            "that on most mornings a delay of ninety seconds would bring aboard eleven more passengers, while costing "
            "those already seated less than the time they spend folding a newspaper.",
            "The skipper was sceptical and asked for a trial of one month. By the third week he had begun to wave at the "
            "stragglers from the bridge wing, and the bakery opposite the pier reported selling fewer consolation buns "
            "than at any time since its ovens were built.",
            "The board has now made the pause permanent. The horn still sounds at seven sharp, so that kettles on the "
            "north side are not confused, but the ropes are held until the gate has been empty for half a minute.",
        ),
    ),
    DemoArticle(
        "slate-roofs",
        "Why the slate roofs of Corrie Street turn green",
        "Tobias Renn",
        "2026-03-05",
        (
            "Visitors often suppose that the green tint on the roofs of Corrie Street is paint, or moss, or the whim of a "
            "conservation officer. It is none of these. The colour comes from a copper wire, thinner than a shoelace, that "
            "a roofer named Adela Finch ran along every ridge in 1911.",
            "Rain takes a trace of copper from the wire and carries it down the slope. Lichen cannot abide the metal, so "
            "the slates stay clean, and where the water lingers the copper leaves a stain as pale as sea glass.",
            "Finch never wrote down her reasons, but a ledger kept by her supplier shows that she bought exactly enough "
            "wire for twenty-six houses and paid for it with two barrels of pilchards and a mended clock.",
            "When three of the houses were reroofed without the wire a decade ago, the lichen was back within five "
            "winters. The owners have since asked the last roofer in town to climb up again, and he charged them, he "
            "says, considerably more than two barrels of fish.",
        ),
    ),
    DemoArticle(
        "night-library",
        "A library that opens when the pubs close",
        "Ines Calloway",
        "2026-03-09",
        (
            "At a quarter past eleven, when the last orders bell has rung along the quay, the side door of the old customs "
            "house is unlocked and a lamp is set in the window. The night library has room for thirty readers and asks "
            "only that boots be left on the mat.",
            "It began as a place for nurses and dockers whose shifts end when everything else is dark. Within a year the "
            "register showed bakers, insomniacs, two taxi drivers who share an atlas, and a retired judge who reads "
            "detective stories aloud to anybody who will stay awake.",
            "Funding was expected to be the difficulty, but the greater trouble turned out to be the chairs. Armchairs put "
            "readers to sleep before they had finished a page, and wooden benches drove them home; the present seats were "
            "borrowed from a cinema and seem to strike the balance.",
            "The council's own figures say that a visit costs less than a bus ticket. The librarian prefers another "
            "measure: nobody, in three years, has failed to bring a book back before breakfast.",
        ),
    ),
    DemoArticle(
        "tide-clock",
        "The tide clock that nobody can stop",
        "Maren Oldfield",
        "2026-03-12",
        (
            "In the hall of the rowing club hangs a clock with a single hand and no numbers. It goes round once in twelve "
            "hours and twenty-five minutes, which is as long as the sea needs to come in, go out, and think about coming "
            "in again.",
            "The mechanism was built by a dentist in 1934 from the parts of a drill. He had grown tired of rowing home "
            "across mud, and reasoned that a machine which could be trusted with teeth could be trusted with the moon.",
            "Four times the club has tried to retire it. Each time, within a month, somebody has been stranded on the "
            "sandbank with a picnic, and the clock has been wound up again without a vote and without a word in the "
            "minutes.",
            "Last spring a member compared it with the official tables for a whole season. It was wrong by four minutes at "
            "worst, which the club regards as the dentist's allowance for finding one's oars.",
        ),
    ),
    DemoArticle(
        "market-scales",
        "Honest scales, dishonest fish",
        "Tobias Renn",
        "2026-03-16",
        (
            "The inspector of weights visits the fish market on the first Tuesday of every month, and has done so since "
            "the market was a row of upturned boats. In all that time no scale has been found short by more than the "
            "weight of a postage stamp.",
            "The fish are another matter. Traders long ago discovered that a haddock swallowed a lead sinker as readily "
            "as a shrimp, and that a customer who trusts the scale will seldom ask what is inside the fish.",
            "This year the inspector brought a small device that hums when it passes over metal. It hummed eleven times "
            "between the harbour steps and the ice house, and the traders, to a man, expressed astonishment at the habits "
            "of the modern haddock.",
            "A notice now hangs above the stalls promising that every fish has been listened to. Sales have risen by a "
            "fifth, and the price of lead at the chandler's has fallen for the first time in years.",
        ),
    ),
    DemoArticle(
        "signal-hill",
        "What the radio mast on Signal Hill can hear",
        "Ines Calloway",
        "2026-03-19",
        (
            "The mast on Signal Hill was put up to talk to trawlers, and for half a century it did little else. When the "
            "last trawler fitted a satellite dish the harbour board meant to sell it for scrap, and would have done, had "
            "a schoolteacher not asked to borrow it for a week.",
            "Her pupils pointed a receiver at the gaps between stations and wrote down what they heard. By Friday they had "
            "a list of ninety sounds, among them a lighthouse in another country, a garage door, and the slow ticking of "
            "a buoy that the charts had declared lost in 1988.",
            "The buoy was found two miles from where it should have been, upright, covered in mussels and still sending "
            "its name. The coastguard has put it back to work, and the class receives a postcard from it, so to speak, "
            "every hour.",
            "The mast is no longer for sale. The board has painted it, against the advice of its accountant, in the colours "
            "that the pupils chose, which can be seen from the ferry in any weather.",
        ),
    ),
    DemoArticle(
        "bridge-tolls",
        "The penny bridge and its last collector",
        "Maren Oldfield",
        "2026-03-23",
        (
            "Nobody has paid a penny on the penny bridge since coins of that size went out of use, yet a collector sits in "
            "the booth from eight until four. His name is Osric Hale, he is seventy-one, and the post was promised to his "
            "family for as long as the river runs.",
            "The deed of 1822 that made the promise also fixed the wage, at one goose and the use of the towpath. The town "
            "pays in money now, though a goose is still delivered at Christmas by a clerk who would rather not.",
            "Hale keeps a tally of every crossing in a hand so neat that engineers have used his books to plan repairs. "
            "When the river authority installed an electronic counter, the two figures differed by three in a year, and "
            "the fault was found to be the machine's.",
            "He has no children and has been asked what will become of the deed. He says the river will have to decide, and "
            "that so far it has shown no sign of stopping.",
        ),
    ),
    DemoArticle(
        "seagull-census",
        "Counting gulls with a biscuit",
        "Tobias Renn",
        "2026-03-26",
        (
            "Every method of counting gulls has the same weakness, which is that the gulls do not keep still. The natural "
            "history society has tried photographs, ringing and a retired admiral with a clicker, and arrived at totals "
            "that differ by several thousand birds.",
            "This spring a biology student proposed the biscuit method. A biscuit of known weight is broken on the quay "
            "at noon, and the time until the last crumb disappears is measured with a stopwatch; more gulls, shorter "
            "time.",
            "Calibration took eleven packets. The curve that came of it is smooth, rises where it should, and puts the "
            "colony at four thousand two hundred, give or take the number that were asleep on the roof of the fish hall.",
            "The society has adopted the method with one amendment. The admiral, who enjoyed the work, is to be given the "
            "broken pieces at the bottom of the packet and a chair out of the wind.",
        ),
    ),
    DemoArticle(
        "glass-eel",
        "The glass eels come back to the mill stream",
        "Ines Calloway",
        "2026-03-30",
        (
            "They are the length of a matchstick and as clear as a window, and for thirty years nobody had seen one in the "
            "mill stream. On the second night of March a boy with a torch counted sixty climbing the wet wall beside the "
            "wheel.",
            "The eels had not forgotten the way; the way had been closed. A concrete sill, poured in a hurry after a flood, "
            "stood a hand's breadth too high for anything that cannot jump, and an eel at that age can only wriggle.",
            "The repair was a strip of doormat. Volunteers bolted eleven metres of bristle to the edge of the sill, at a "
            "cost that the treasurer describes as embarrassing, and left it to grow a coat of slime.",
            "Biologists will count again in the autumn, when the first of them should be as long as a finger. The boy has "
            "been lent a better torch and has promised to keep the location of his favourite stone to himself.",
        ),
    ),
    DemoArticle(
        "post-boat",
        "Letters to the islands still go by oar",
        "Maren Oldfield",
        "2026-04-02",
        (
            "The mail for the outer islands is carried in a boat with four oars and no engine, because the channel is too "
            "shallow for a propeller and too proud, the islanders say, for a drone. The crossing takes fifty minutes with "
            "the tide and a good deal longer without it.",
            "Three carriers share the round. They know which households are waiting for a birth, a verdict or a seed "
            "catalogue, and they have been known to row an extra mile so that bad news arrives after supper.",
            "A consultant calculated last year that the service could be replaced by a weekly helicopter. The islanders "
            "replied with a petition of two hundred signatures, which is more than their number, the difference being "
            "made up by people who had left and wished they had not.",
            "The boat was tarred and repainted in April. Its next crossing carried a parcel for the consultant: a pair of "
            "oars, carriage paid, with a note that said the tide would be right on Thursday.",
        ),
    ),
)
