"""What became of a work's links in its copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, urlsplit

from rights import urls
from rights.match.words import words_of
from rights.model import Article, Change, ChangeKind, Link, Match

#: Links of either text that are looked at; no article has more, hostile pages do.
MOST = 1000


def link_changes(original: Article | None, copy: Article, match: Match) -> tuple[Change, ...]:
    """Links of the shared paragraphs that are gone, lead elsewhere, or are new, by their addresses.

    A link is kept when any of the copy's links leads to its page, straight or through a redirector that names it.
    Removal is firm only where the words that were linked stand in the copy.
    """
    if original is None or not match.passages:
        return ()
    return tuple(_removed(original, copy)) + tuple(_added(original, copy, match))


def _text_links(article: Article) -> list[Link]:
    return [link for link in article.links if link.paragraph is not None and link.visible and link.href]


def _removed(original: Article, copy: Article) -> Iterator[Change]:
    theirs = {key for link in copy.links for key in _targets(link.href)}
    by_text: dict[str, list[Link]] = {}
    for link in _text_links(copy):
        by_text.setdefault(" ".join(words_of(link.text)), []).append(link)
    text = f" {' '.join(words_of(copy.text))} "
    seen: set[str] = set()
    for link in _text_links(original):
        if (
            not urls.is_web(link.href)
            or urls.page_key(link.href) in seen
            or urls.same_page(link.href, original.address)
        ):
            continue
        seen.add(urls.page_key(link.href))
        anchor = " ".join(words_of(link.text))
        if urls.page_key(link.href) in theirs or not anchor or f" {anchor} " not in text:
            continue
        other = by_text.get(anchor, [])
        yield Change(
            ChangeKind.LINK, link.href, other[0].href if other else "", firm=len(words_of(link.text)) > 1 or bool(other)
        )


def _added(original: Article, copy: Article, match: Match) -> Iterator[Change]:
    ours = {urls.page_key(link.href) for link in original.links}
    anchors = {" ".join(words_of(link.text)) for link in _text_links(original)}
    credited = {credit.href for credit in copy.credits}
    shared = _shared_paragraphs(copy, match)
    for link in _text_links(copy)[:MOST]:
        if link.paragraph not in shared or not urls.is_web(link.href) or link.href in credited:
            continue
        kept = ours & set(_targets(link.href)) or " ".join(words_of(link.text)) in anchors
        if not kept and not urls.same_page(link.href, original.address):
            yield Change(ChangeKind.LINK, "", link.href, firm=False)


def _shared_paragraphs(copy: Article, match: Match) -> set[int]:
    """Indexes of the copy's blocks that are mostly shared text."""
    shared: set[int] = set()
    start = 0
    spans = [passage.copy for passage in match.passages]
    for at, block in enumerate(copy.blocks):
        end = start + len(block.text.split())
        inside = sum(max(0, min(end, high) - max(start, low)) for low, high in spans)
        if inside * 2 > end - start:
            shared.add(at)
        start = end
    return shared


def _targets(href: str) -> Sequence[str]:
    """The page a link leads to, and the one that its query names."""
    if not urls.is_web(href):
        return ()
    named = [value for _, value in parse_qsl(urlsplit(href).query) if re.match(r"https?://", value)]
    return [urls.page_key(target) for target in (href, *named)]
