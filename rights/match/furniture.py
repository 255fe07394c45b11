"""What stands in an extracted text without being the article: lines that no finding may be built on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rights.match.words import words_of
from rights.model import Article, BlockKind
from rights.patterns import late

#: A line of its own with fewer words and no full stop is a heading, a teaser, a caption or a button.
LINE_WORDS = 15
#: A line of so many words is prose, whatever it says.
LONG_LINE = 80
_BYLINE = late(
    r"^\W*(?i:by|von|par|por|di|door|av|af)\s+(?:the\s+)?[A-ZÀ-Þ]\S*(?:\s+\S+){0,24}$|^\W*[A-ZÀ-Þ][\w.'’-]+(?:\s+[A-ZÀ-Þ][\w.'’-]+){1,3}\s+(?:contact reporter|staff|correspondent)\b",
)
_CAPTION = late(
    r"\b(?:file|handout|undated|archive|courtesy) (?:photo|picture|image|video)|\bin this .{0,40}\b(?:photo|picture|image|video)|"
    r"\([^()]{0,80}\b(?:AP|AFP|Reuters|REUTERS|Getty|EPA|dpa|Photo|Foto|Shutterstock|Wikimedia|Flickr|Unsplash)\b[^()]{0,40}\)\W*$|"
    r"[.|/)–—-]\s*(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|dpa)\W*$"
)
_TELLING = late(
    r"\b(?:share (?:this|on)|read (?:more|also|next|the (?:full|original))|see also|related(?: \w+)?:|recommended|you may also like|more (?:on|from|stories)|"
    r"sign up|subscribe|newsletter|advertisement|sponsored|click here|follow us|download (?:the|our) app|listen to|watch:|watch the video|"
    r"photo(?:graph)?(?: by| credit)?:|image(?: credit)?:|getty|shutterstock|courtesy of|file photo|caption|loading|comments?|print|e-?mail|tweet|"
    r"facebook|twitter|whatsapp|support (?:us|our)|donate|become a member|republish|originally (?:published|appeared)|all rights reserved|copyright|©|"
    r"published (?:on|at|in)|updated|last modified|min(?:ute)?s? read|staff writer|reporting by|editing by|contributed (?:to|from)|reported from|about the author|"
    r"mehr zum thema|lesen sie|newsletter|anzeige|teilen|foto:|bild:|lire aussi|a lire|partager|publicite|credit photo|abonnez|lea tambien|"
    r"comparte|publicidad|foto:|suscri|leggi anche|condividi|pubblicita|iscriviti|leia (?:mais|tambem)|compartilhe|publicidade|assine|lees ook|deel dit|"
    r"las mer|dela|annons|les ogsa|del artikkelen|lue myos|czytaj tez|udostepnij|reklama|читайте также|поделиться|реклама|фото:|подпис)",
    re.IGNORECASE,
)


def _sets(texts: Iterable[str]) -> tuple[frozenset[str], ...]:
    return tuple({frozenset(words_of(text)) for text in texts} - {frozenset()})


@dataclass(frozen=True)
class Furniture:
    """What a page says beside the article: titles, bylines, credits, captions, notes, as runs of comparable words."""

    said: tuple[frozenset[str], ...] = ()
    authors: tuple[frozenset[str], ...] = ()

    @classmethod
    def of(cls, *articles: Article | None) -> Furniture:
        """All that pages say outside their main text."""
        said: list[str | None] = []
        for article in articles:
            if article:
                said += [article.title, article.byline, article.site_name, *article.authors]
                said += [credit.text for credit in article.credits] + [note.text for note in article.notes]
                said += [line.text for line in article.copyrights] + [grant.text for grant in article.grants]
                said += [text for image in article.images for text in (image.caption, image.credit, image.alt)]
                said += [block.text for block in article.blocks if block.kind is BlockKind.CAPTION]
        authors = [
            name
            for article in articles
            if article
            for name in (*article.authors, article.publisher, article.site_name)
            if name
        ]
        return cls(_sets(text for text in said if text), _sets(authors))

    def explains(self, raw: Sequence[str]) -> bool:
        """True where nearly all words of a line are said together elsewhere on the page."""
        words = set(words_of(" ".join(raw)))
        return bool(words) and any(len(words & said) >= 0.8 * len(words) for said in self.said)

    def names_author(self, raw: Sequence[str]) -> bool:
        """True for a line that names an author or publisher in full: who they are is no part of the article."""
        words = set(words_of(" ".join(raw)))
        return len(raw) < 60 and any(name <= words for name in self.authors)

    def surely(self, raw: Sequence[str]) -> bool:
        """True for a line that is the page's: said elsewhere on it, a byline, or a button's or teaser's words."""
        line = " ".join(raw)
        telling = _TELLING.match(line.lstrip("\"'“‘([•*-–— ")) or (len(raw) < 5 and _TELLING.search(line))
        return self.explains(raw) or bool(len(raw) < 15 and (telling or _BYLINE.search(line)))

    def loose(self, raw: Sequence[str]) -> bool:
        """True for a line that may be the page's and not the article's: short and unfinished, or telling."""
        line = " ".join(raw)
        short = len(raw) < LINE_WORDS and not re.search(r"[.!?…。！？][\"'”’»)\]]*$", line)
        if len(raw) < LONG_LINE and (_BYLINE.search(line) or _CAPTION.search(line)):
            return True
        return self.explains(raw) or short or (len(raw) < 40 and bool(_TELLING.search(line)))
