"""Results as one self-contained page that prints well; everything from a page is escaped and direction-isolated."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rights.model import Message, Result, message
from rights.report.json_ import summary
from rights.report.language import Say, say_in
from rights.report.questions import asked_once
from rights.report.text import searched_in

_TEMPLATES = Path(__file__).parent / "templates"

#: The words of the page itself.
LABELS: dict[str, Message] = {
    "not_advice": message("This report states what was seen on a page. It is not legal advice."),
    "remedy_label": message("To be in order:"),
    "changes_label": message("What differs from the original"),
    "targets_label": message("page(s) checked"),
    "failed_label": message("could not be checked"),
    "verdict_label": message("Verdict"),
    "policy_label": message("Terms"),
    "work_label": message("Work"),
    "copy_label": message("Copy"),
    "match_label": message("Of the work, this copy holds"),
    "words_label": message("words"),
    "seen_label": message("Seen"),
    "since_label": message("since"),
    "checks_label": message("checks made"),
    "overview_label": message("Overview"),
    "trend_label": message("Violations by week"),
    "began_label": message("began"),
    "cured_label": message("cured"),
    "cases_label": message("Pages to be put in order"),
    "most_label": message("Pages shown here; CSV and JSON hold all of them:"),
    "closed_label": message("Settled"),
    "new_label": message("new"),
    "state_label": message("State"),
    "when_label": message("When"),
    "number_label": message("No."),
    "why_label": message("Why"),
    "works_label": message("works"),
    "pages_label": message("pages"),
    "original_label": message("Original"),
    "steps_label": message("Steps"),
    "more_label": message("more"),
    "loose_label": message("perhaps the page's own furniture"),
    "questions_count_label": message("questions"),
    "in_order_label": message("copies in order"),
    "by_site_label": message("By site"),
    "by_clause_label": message("By clause"),
    "site_label": message("Site"),
    "clause_label": message("Clause"),
    "open_label": message("open"),
    "all_label": message("all"),
    "violations_label": message("Violations"),
    "first_label": message("First seen"),
    "last_label": message("Last seen"),
    "snapshot_label": message("Page as fetched (sha256)"),
    "none_label": message("None."),
    "questions_label": message("Questions for a person: what could not be told"),
    "good_label": message("Republished in order"),
    "copies_label": message("copies"),
    "example_label": message("Example"),
    "doubts_label": message("Clauses in doubt"),
    "doubts_words": message(
        "The words on which these clauses stand were no longer found when the terms were last read. Look at the terms before you rely on them:"
    ),
    "doubted_label": message("in doubt"),
    "allowed_label": message("allowed by the terms"),
}


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of all HTML reports, with autoescaping on."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_page(template: str, say: Say | None = None, language: str = "en", **values: object) -> str:
    """Fill one template; ``say`` translates messages."""
    # The style sheet is our own file, so it may stand unescaped.
    css = Markup((_TEMPLATES / "base.css").read_text(encoding="utf-8"))
    page = environment().get_template(template)
    return page.render(say=say or say_in(), language=language, css=css, searched_in=searched_in, **LABELS, **values)


def render_html(results: Sequence[Result], say: Say | None = None, language: str = "en") -> str:
    """The page for ``rights check --format html``."""
    title = message("Republishing check")
    return render_page("check.html", say, language, results=asked_once(results), counts=summary(results), title=title)
