"""Which text of a page or work is compared, and pages of one article put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rights.match.words import words_of
from rights.model import Article, Block, BlockKind, Work

#: A picture's description is text of its own from so many words on: a page that shows an article as a picture.
ALT_WORDS = 25


def work_text(work: Work) -> str:
    """The text that a work is compared by: its own, else that of its original page."""
    return work.text or (work.article.text if work.article else "")


def with_picture_texts(page: Article) -> Article:
    """The page with long descriptions of its pictures as paragraphs at the end of its text.

    Offsets into the text that was there stay as they are.
    """
    known = " ".join(words_of(page.text))
    texts = [image.alt or "" for image in page.images]
    told = [
        text
        for text in dict.fromkeys(texts)
        if len(words_of(text)) >= ALT_WORDS and " ".join(words_of(text)) not in known
    ]
    if not told:
        return page
    blocks = tuple(Block(text=text, kind=BlockKind.CAPTION) for text in told)
    return replace(page, text="\n\n".join([page.text, *told]).strip(), blocks=page.blocks + blocks)


def joined(pages: Sequence[Article]) -> Article:
    """The pages of one article, in order, as one: texts, links, pictures, credits and notes together.

    Paragraphs that stand on an earlier page as well (a repeated lead) are taken once.  What a page says of the whole
    (title, authors, dates, address) is the first page's; ``cut`` is the first that any page has.
    """
    first, *others = pages
    seen = {" ".join(words_of(block.text)) for block in first.blocks}
    texts = [first.text]
    whole = first
    for page in others:
        places: dict[int, int] = {}
        fresh: list[Block] = []
        for at, block in enumerate(page.blocks):
            key = " ".join(words_of(block.text))
            if key and key in seen:
                continue
            seen.add(key)
            places[at] = len(whole.blocks) + len(fresh)
            fresh.append(block)
        texts.append("\n\n".join(block.text for block in fresh) if page.blocks else page.text)
        links = tuple(
            replace(link, paragraph=places[link.paragraph]) if link.paragraph in places else link
            for link in page.links
            if link.paragraph is None or link.paragraph in places
        )
        whole = replace(
            whole,
            blocks=(*whole.blocks, *fresh),
            links=whole.links + tuple(link for link in links if link not in whole.links),
            images=whole.images + tuple(image for image in page.images if image not in whole.images),
            embeds=whole.embeds + tuple(embed for embed in page.embeds if embed not in whole.embeds),
            credits=whole.credits + tuple(credit for credit in page.credits if credit not in whole.credits),
            notes=whole.notes + tuple(note for note in page.notes if note not in whole.notes),
            visible_text=f"{whole.visible_text}\n{page.visible_text}",
            cut=whole.cut or page.cut,
        )
    return replace(whole, text="\n\n".join(text for text in texts if text))
