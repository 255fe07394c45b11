"""``rights worker`` whose process dies of a page that says ``deadly``: run as a module, in tests only."""

from __future__ import annotations

import os
import signal

import rights.crawl
import rights.judging
from rights.cli.main import main
from rights.given import Tools
from rights.judgement import Asked, Judgement, judge
from rights.model import Page


def deadly(page: Page, asked: Asked, tools: Tools) -> Judgement:
    if b"deadly" in page.body:
        os.kill(os.getpid(), signal.SIGKILL)
    return judge(page, asked, tools)


# at import, so that the processes of a pool, which import this anew, die of it too
rights.crawl.judge = deadly  # type: ignore[attr-defined]
rights.judging.judge = deadly  # type: ignore[attr-defined]

if __name__ == "__main__":
    main()
