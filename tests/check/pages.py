"""An article of our own in the form of a real Global Research page, and copies made from it."""

from __future__ import annotations

from html import escape

TITLE = "Norway Hesitates to Send Icebreakers Into the Strait"
AUTHOR = "Lucas Leiroz de Almeida"
ADDRESS = "https://www.globalresearch.ca/norway-hesitates-send-icebreakers-strait/5860001"

PARAGRAPHS = (
    "Oslo appears unwilling to commit its only two heavy icebreakers to the northern strait this winter, although three "
    "of its partners have asked for them in public and a fourth is said to have asked in private.",
    "According to the harbour gazette of Tromsø, the ministry has prepared a statement that speaks of maintenance, while "
    "officials who asked not to be named speak of insurance, crews, and a quarrel over who would pay for the diesel.",
    "The plan was born in a letter that the head of the Danish coast service wrote in March to nine of his colleagues. "
    "He proposed a convoy of mixed flags, led by the ship with the thickest hull, and a fund that nobody has yet filled.",
    "Norway, however, was left out of the first version of that letter. People familiar with the matter say that the "
    "omission was no oversight: the answer was known beforehand, and a refusal on paper would have been awkward to frame.",
    "In practice the convoy cannot sail without the Norwegian ships. The others can break a metre of ice on a calm day; "
    "the channel behind the second light holds two, and holds them until the middle of May.",
    "It is possible that the true purpose of the plan is not passage at all. A convoy that is announced and does not sail "
    "still moves the price of freight, and several of those who signed the letter own shares in ports further south.",
    "What happens next depends on a committee that meets in the last week of the month. Its chairman has said that he "
    "will listen to everyone, which in the language of that committee has usually meant that the matter is closed.",
)

ORIGINAL = f"""# {TITLE}

By [{AUTHOR}](#)

Global Research, May 21, 2024

Region: [Europe](#)

Theme: [Economy](#)

Click the share button above to send this article to friends. Follow us on [Instagram](#).

\\*\\*\\*

*{PARAGRAPHS[0]}*

{{body}}

\\*

*This article was originally published on [InfoBrics](#).*

*Lucas Leiroz is a researcher of maritime affairs. You can follow him on [Telegram](#).*

*Featured image [source](#)*

[Comment on Global Research Articles on our Facebook page](#)

Articles by: [{AUTHOR}](#)

**Disclaimer:** The author alone answers for what this article says. The Centre of Research on Globalization grants
permission to cross-post Global Research articles on community internet sites as long the source and copyright are
acknowledged together with a hyperlink to the original Global Research article. For publication of Global Research
articles in print or other forms including commercial internet sites, contact:
[publications@globalresearch.ca](mailto:publications@globalresearch.ca)
""".replace("{body}", "\n\n".join(PARAGRAPHS[1:]))

BYLINE = f"<p class='byline'>By {AUTHOR}</p>"
CREDIT = (
    "<p>This article was originally published on <a href='https://infobrics.org/post/41000/'>InfoBrics</a>. The source of "
    f"this republication is <a href='{ADDRESS}'>Global Research</a>. Copyright © {AUTHOR}, Global Research, 2024.</p>"
)
NON_PROFIT = (
    "<aside><p>Valley Commons is a registered non-profit, a 501(c)(3) organization run by volunteers.</p></aside>"
)
COMMERCIAL = (
    "<div id='div-gpt-ad-1700000000001-0'></div>"
    "<script async src='https://securepubads.g.doubleclick.net/tag/js/gpt.js'></script>"
    "<script>googletag.cmd.push(function(){googletag.display('div-gpt-ad-1700000000001-0')});</script>"
    "<nav><a href='/shop/'>Shop</a> <a href='/cart/'>Cart (0)</a></nav>"
    "<div class='product'><h3>Enamel mug</h3><span class='price'>$12.00</span><button>Add to cart</button></div>"
)


def copy(*, before: str = "", after: str = "", beside: str = "") -> str:
    """A copy of the article on a site of its own, with what stands before and after its text and beside it."""
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html lang='en'><head><title>{TITLE} | Valley Commons</title></head><body>"
        f"<header><a href='/'>Valley Commons</a></header><article><h1>{TITLE}</h1>{before}{text}{after}</article>{beside}"
        "<footer><a href='/contact'>Contact</a></footer></body></html>"
    )
