"""Which blocks are the article's text, where the parts of the page tell it."""

from rights.extract import main_text
from tests.extract.pages import document as document_of

PARAGRAPHS = [
    "The council voted late on Tuesday to close the swimming pool for the winter, after months of argument about its cost.",
    "Opponents said that the figures given to the members were three years old and left out what the school pays for its lessons.",
    "A report by the town's own engineers puts the repair of the roof at a third of the sum that was named in the session.",
    "The mayor answered that nobody wants to lose the pool, but that the town must first know what the next two years bring.",
    "Parents have meanwhile collected more than two thousand names, which they will hand over before the budget is settled.",
    "A decision on the summer season is to be taken in March, when the new heating plant has run for a full quarter.",
]


def test_the_sites_own_words_behind_the_article_are_no_text_of_it() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    afterword = "We are volunteers and have run this site without money for years."
    document = document_of(f"<div><article><h1>Pool shut</h1>{text}</article><p>{afterword}</p></div>")
    main_text.choose(document)
    kept = [block.text for block in document.blocks if block.in_main]
    assert kept == PARAGRAPHS


def test_a_text_told_by_the_name_of_its_container_is_whole_however_its_paragraphs_are_wrapped() -> None:
    wrapped = "".join(
        f"<div class='row'><div class='col'><div class='cell'><div><p>{paragraph}</p></div></div></div></div>"
        for paragraph in PARAGRAPHS
    )
    teasers = "".join(f"<div><p><a href='/{n}'>Another story of the day number {n}</a></p></div>" for n in range(12))
    document = document_of(
        f"<h1>Pool shut</h1><div itemprop='articleBody'>{wrapped}</div><div class='related'>{teasers}</div>"
    )
    main_text.choose(document)
    assert [block.text for block in document.blocks if block.in_main] == PARAGRAPHS


def test_what_no_reader_sees_within_a_word_parts_no_words() -> None:
    """Soft hyphens and the like, and what stands between two words all the same."""
    shown = "<p>Die Nach&shy;haltig&shy;keits&#8203;strategie der Stadt&#65279; wurde&#8203; am &shy;Montag vor&#8288;gestellt.</p><p>&#8203;</p>"
    document = document_of(f"<article><h1>Stadt</h1>{shown}</article>")
    assert [block.text for block in document.blocks][1:] == [
        "Die Nachhaltigkeitsstrategie der Stadt wurde am Montag vorgestellt."
    ]
