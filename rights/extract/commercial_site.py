"""A page judged again for money with what is known of its site beyond the page."""

from __future__ import annotations

from dataclasses import replace

from rights.extract.commercial import SiteEvidence, assess_commercial
from rights.extract.dom import Document
from rights.extract.metadata import read_facts
from rights.model import Article


def with_site(article: Article, site: SiteEvidence) -> Article:
    """The article with its ``commercial`` weighed anew, ``site`` counted; as it is where its page is no longer at hand."""
    document = article.dom
    if not isinstance(document, Document):
        return article
    return replace(article, commercial=assess_commercial(document, read_facts(document), site))
