"""HTML -> PDF by WeasyPrint (extra ``pdf``), with every door to network and files shut."""

from __future__ import annotations

from typing import Any

from rights.errors import MissingExtra

try:
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher
except (ImportError, OSError):  # OSError: the library is there, its C libraries are not
    HTML = None
    URLFetcher = object


class _Closed(URLFetcher):  # type: ignore[misc]
    """Fetches nothing: a report holds all it needs."""

    def fetch(self, url: str, headers: Any = None) -> Any:
        raise ValueError(f"not fetched: {url}")


def write_pdf(html: str) -> bytes:
    """The PDF of one self-contained page; raises `MissingExtra` without WeasyPrint."""
    if HTML is None:
        raise MissingExtra("a PDF report", "pdf")
    document = HTML(string=html, url_fetcher=_Closed(), base_url=None)
    written: bytes = document.write_pdf()
    return written
