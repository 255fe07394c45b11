"""The API answers browser extensions: they hold a key of their own, and no cookie says who they are."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

#: What Chromium and Firefox name as the origin of an extension's own pages.
_EXTENSIONS = r"(?:chrome|moz)-extension://[A-Za-z0-9-]{8,64}"


def admit_extensions(api: FastAPI) -> None:
    """Let an extension's pages read answers; any other site's script still cannot."""
    api.add_middleware(
        CORSMiddleware,
        allow_origin_regex=_EXTENSIONS,
        allow_methods=["GET", "POST"],
        allow_headers=["Authorization", "Content-Type"],
        max_age=600,
    )
