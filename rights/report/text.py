"""Results for a terminal: verdict first, then each finding with the passage it rests on and the remedy to paste."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Sequence

from rights.model import Assessment, Evidence, Finding, Reason, Result, Verdict, message
from rights.report.json_ import summary
from rights.report.language import Say, say_in
from rights.report.questions import asked_once
from rights.report.text_sides import sides

_STYLES = {
    Verdict.VIOLATION: "31;1",
    Verdict.INCOMPLETE: "33",
    Verdict.ADVICE: "36",
    Verdict.PASS: "32",
    Verdict.INAPPLICABLE: "2",
}

#: Why a whole page has no findings, in a sentence.
REASONS = {
    Reason.OWN_PAGE: message("a page of the publisher's own"),
    Reason.NO_KNOWN_WORK: message("no known work was found on this page, and it credits no other source"),
    Reason.UNKNOWN_WORK: message("the page credits another source, but the work and its terms are not known here"),
    Reason.NO_POLICY: message("no policy is known for this publisher"),
    Reason.UNDECIDABLE: message(
        "nothing tells whether the page or the work was first, or whether both are the publisher's own"
    ),
    Reason.TRANSLATION: message(
        "it may be a translation of this work: a person must confirm that before anything follows"
    ),
    Reason.TERMS_UNKNOWN: message("the publisher's terms are not known: ask before relying on any"),
    Reason.UNREACHABLE: message("the page could not be seen as its readers see it"),
    Reason.NEEDS_BROWSER: message("the page's text comes by script: it needs a browser"),
}


#: Results beyond which pages that owe nothing are counted instead of listed.
_MANY = 20


def render_text(results: Sequence[Result], say: Say | None = None, *, colour: bool = False) -> str:
    """All results, and a last line that sums them up."""
    say = say or say_in()
    passed_over: Counter[Reason | None] = Counter()
    parts = []
    for result in asked_once(results):
        found = result.assessment
        if len(results) > _MANY and found and not found.findings and found.verdict is Verdict.INAPPLICABLE:
            passed_over[found.reason] += 1
        else:
            parts.append(_result(result, say, colour))
    parts += [
        say(
            message(
                "{number} more: {why}",
                number=f"{number:,}",
                why=REASONS.get(reason, reason) if reason else "inapplicable",
            )
        )
        + "\n"
        for reason, number in passed_over.most_common()
    ]
    counts = summary(results)
    told = ", ".join(
        say(message("{number} {verdict}", number=number, verdict=verdict))
        for verdict, number in counts["counts"].items()
        if number
    )
    last = message("{number} target(s): {told}", number=counts["targets"], told=told or message("no findings"))
    parts.append(f"{say(last)}\n")
    return "\n".join(parts)


def _result(result: Result, say: Say, colour: bool) -> str:
    if result.assessment is None:
        why = message("could not be checked: {error}", error=printable(result.error or "unknown error"))
        return f"{result.target}\n  {say(why)}\n"
    found = result.assessment
    lines = [printable(result.target), f"  {_mark(found.verdict, say, colour)}  {_heading(found, say)}"]
    if found.reason in REASONS:
        lines.append(f"  {say(REASONS[found.reason])}")
    for finding in sorted(found.findings, key=lambda f: f.verdict, reverse=True):
        lines += _finding(finding, say, colour)
    lines += sides(found, say, printable, colour)
    return "\n".join(lines) + "\n"


def _heading(found: Assessment, say: Say) -> str:
    seen = found.republication
    work = seen.work if seen else None
    if found.policy is None:
        return printable(work.url or work.id) if work else ""
    what = printable(work.title or work.url or work.id) if work else ""
    share = say(message(", {share} of it here", share=f"{seen.match.containment:.0%}")) if seen and seen.match else ""
    inferred = say(message(" (inferred from the original's licence)")) if found.policy.inferred else ""
    hop = say(message(" (hop {number})", number=found.hop)) if found.hop else ""
    return f"{found.policy.publisher}/{found.policy.policy}{inferred}{hop}: {what}{share}"


def _finding(finding: Finding, say: Say, colour: bool) -> list[str]:
    mark = _mark(finding.verdict, say, colour)
    lines = [f"    {mark}  {finding.clause}: {printable(say(finding.message))}"]
    if finding.verdict <= Verdict.PASS:
        return lines
    if finding.reason:
        lines.append("        " + say(message("reason: {reason}", reason=finding.reason.value)))
    lines += [f"        {shown(evidence, say)}" for evidence in finding.evidence[:3]]
    if finding.remedy:
        lines += textwrap.wrap(
            printable(say(message("remedy: {remedy}", remedy=finding.remedy))),
            110,
            initial_indent=" " * 8,
            subsequent_indent=" " * 10,
            break_long_words=False,
            break_on_hyphens=False,
        )
    if finding.question:
        lines.append("        " + printable(say(message("question: {question}", question=finding.question))))
        if finding.fact:
            lines.append("        " + say(message("answer with: --declare {fact}=…", fact=finding.fact)))
    return lines


def shown(evidence: Evidence, say: Say | None = None) -> str:
    """One line of evidence; for absence, what was searched."""
    if not evidence.exact:
        return printable(searched_in(evidence.prefix, say) if say else evidence.prefix) or printable(evidence.selector)
    text = textwrap.shorten(printable(evidence.exact), 160, placeholder=" …")
    if not evidence.selector:
        return f"“{text}”"
    return (say or say_in())(message("“{passage}”  at {where}", passage=text, where=printable(evidence.selector)))


def searched_in(told: str, say: Say) -> str:
    """What was searched in vain, in the reader's language; other words stay as they are."""
    found = _SEARCHED.fullmatch(told)
    if not found:
        return told
    return say(message("searched {what} of {where}: {words} words, {links} links", **found.groupdict()))


_SEARCHED = re.compile(r"searched (?P<what>.+?) of (?P<where>.+): (?P<words>\d+) words, (?P<links>\d+) links")


def _mark(verdict: Verdict, say: Say, colour: bool) -> str:
    word = say(verdict.value).upper() if verdict is Verdict.VIOLATION else say(verdict.value)
    return f"\x1b[{_STYLES[verdict]}m{word}\x1b[0m" if colour else word


def printable(text: str) -> str:
    """Text of a hostile page made harmless for a terminal: one line, no control or bidirectional characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text if c not in _BIDI).split())


_BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
