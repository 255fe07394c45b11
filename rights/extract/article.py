"""Page to Article: the one door of extraction."""

from __future__ import annotations

from collections.abc import Sequence

from rights.extract import main_text
from rights.extract.blocks import TextBlock
from rights.extract.commercial import SiteEvidence, assess_commercial
from rights.extract.copyrights import find_copyrights
from rights.extract.credits import find_credits, without_credits
from rights.extract.dom import Document
from rights.extract.embeds import find_embeds
from rights.extract.facts import Facts
from rights.extract.grants import find_grants
from rights.extract.images import find_images
from rights.extract.licences import find_licences
from rights.extract.links import find_links
from rights.extract.metadata import find_heading, read_facts
from rights.extract.named import find_named
from rights.extract.page_state import judge_state
from rights.extract.parse import parse
from rights.extract.part_shown import part_shown
from rights.extract.pixels import find_pixels
from rights.extract.relations import find_relations
from rights.extract.robots import find_robots
from rights.model import Article, Block, Page


def extract(page: Page, site: SiteEvidence | None = None) -> Article:
    """Everything that the checker sees on a page; never fails on a page's content, whatever it is.

    ``site`` is what is known about its operator from elsewhere: ads.txt, the imprint, a block list.
    """
    document = parse(page)
    heading = find_heading(document)
    main_text.choose(document, heading.block)
    facts = read_facts(document, heading)
    credits = find_credits(document, facts)
    kept = [block for block in document.blocks if block.in_main and _is_text(block, facts)]
    blocks = without_credits(_blocks(document, kept), credits)
    paragraphs = {block.index: number for number, block in enumerate(kept)}
    words = sum(block.words for block in kept)
    state, state_reason = judge_state(page, document, words)
    part = part_shown(document, words) if state.judgeable else None
    return Article(
        url=page.url or document.url,
        final_url=page.final_url,
        status=page.status,
        fetched_at=page.fetched_at,
        sha256=page.sha256,
        state=state,
        state_reason=state_reason,
        cut=document.cut or part,
        plain=document.media in ("text", "pdf") and not document.links,
        title=facts.title,
        authors=facts.authors,
        byline=facts.byline,
        published=facts.published,
        modified=facts.modified,
        language=facts.language,
        publisher=facts.publisher,
        site_name=facts.site_name,
        canonical=facts.canonical,
        canonical_in=facts.canonical_in,
        text="\n\n".join(block.text for block in blocks if block.text),
        blocks=blocks,
        credits=credits,
        named=find_named(document, facts, credits),
        copyrights=find_copyrights(document, facts),
        grants=find_grants(document, facts),
        licences=find_licences(document),
        links=find_links(document, facts, paragraphs),
        images=find_images(document),
        embeds=find_embeds(document),
        relations=find_relations(document),
        commercial=assess_commercial(document, facts, site),
        pixels=find_pixels(document),
        robots=find_robots(document),
        visible_text="\n".join(block.text for block in document.blocks if document.visible(block)),
        dom=document,
    )


def extract_text(page: Page) -> Article:
    """The main text alone, with the credits that stand in it, and the pictures: what finding its originals needs.

    A third of the time of `extract`; never fails on a page's content.
    """
    document = parse(page)
    main_text.choose(document, find_heading(document).block)
    return Article(
        url=page.url or document.url,
        final_url=page.final_url,
        status=page.status,
        fetched_at=page.fetched_at,
        sha256=page.sha256,
        cut=document.cut,
        text="\n\n".join(block.text for block in document.blocks if block.in_main and block.text),
        images=find_images(document),
    )


def _is_text(block: TextBlock, facts: Facts) -> bool:
    return block.index != facts.title_block and block.index not in facts.byline_blocks


def _blocks(document: Document, kept: Sequence[TextBlock]) -> tuple[Block, ...]:
    return tuple(Block(text=block.text, kind=block.kind, selector=document.selector(block.element)) for block in kept)
