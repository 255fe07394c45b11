"""Judges for worker processes that misbehave."""

from __future__ import annotations

import os
import time

from rights.judgement import Asked, Judgement
from rights.model import Page, PageState


def deadly(page: Page, asked: Asked) -> Judgement:
    """A page says what it does to its worker."""
    if page.body == b"kill":
        os._exit(1)
    if page.body == b"stall":
        time.sleep(600)
    if page.body.startswith(b"slow"):
        time.sleep(0.5)
    return Judgement(state=PageState.ARTICLE, title=page.body.decode())
