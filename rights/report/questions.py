"""A question that one statement answers is asked once a site and publisher, not on every page that raises it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rights import urls
from rights.model import Finding, Message, Result

#: A site, a publisher, and what is asked.
_Key = tuple[str, str, str]


def asked_once(results: Sequence[Result]) -> list[Result]:
    """The results with each question where it comes first; pages without an address count as one site."""
    seen: set[_Key] = set()
    return [_without_repeats(result, seen) for result in results]


def _without_repeats(result: Result, seen: set[_Key]) -> Result:
    found = result.assessment
    if found is None or not any(finding.question for finding in found.findings):
        return result
    publisher = found.policy.publisher if found.policy else ""
    kept: list[Finding] = []
    for finding in found.findings:
        if finding.question:
            key = (urls.site(result.url) or "", publisher, finding.fact or _said(finding.question))
            if key in seen:
                finding = replace(finding, question=None)
            seen.add(key)
        kept.append(finding)
    return replace(result, assessment=replace(found, findings=tuple(kept)))


def _said(question: Message) -> str:
    return str(question)
