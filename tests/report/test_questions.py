"""A question is asked once a site and publisher."""

from __future__ import annotations

from rights.model import Assessment, Finding, PolicyRef, Reason, Result, Verdict, message
from rights.report.html import render_html
from rights.report.questions import asked_once
from rights.report.text import render_text


def result(url: str | None, publisher: str = "press", fact: str = "kind") -> Result:
    finding = Finding(
        clause=f"who.{fact}",
        type="who.kind",
        verdict=Verdict.INCOMPLETE,
        reason=Reason.NEEDS_STATEMENT,
        message=message("it cannot be told who this is"),
        question=message(f"What is your {fact}?"),
        fact=fact,
    )
    policy = PolicyRef(publisher=publisher, policy="default", file=None, sha256="0" * 64)
    found = Assessment(policy=policy, republication=None, findings=(finding,))
    return Result(target=url or "page.html", url=url, assessment=found)


def questions(*results: Result) -> list[str | None]:
    return [
        str(f.question) if f.question else None
        for r in asked_once(results)
        if r.assessment
        for f in r.assessment.findings
    ]


def test_the_second_page_of_a_site_is_not_asked_again() -> None:
    pages = [result("https://a.example/1"), result("https://www.a.example/2"), result("https://a.example/3")]
    assert questions(*pages) == ["What is your kind?", None, None]
    assert render_text(pages).count("What is your kind?") == 1
    assert render_text(pages).count("it cannot be told who this is") == 3
    assert render_html(pages).count("What is your kind?") == 1


def test_files_of_a_folder_are_one_site() -> None:
    assert questions(result(None), result(None)) == ["What is your kind?", None]


def test_another_site_publisher_or_fact_is_another_question() -> None:
    others = [
        result("https://a.example/1"),
        result("https://b.example/1"),
        result("https://a.example/1", "gazette"),
        result("https://a.example/1", fact="country"),
    ]
    assert None not in questions(*others)
