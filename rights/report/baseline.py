"""A baseline: the findings of an earlier run, so that only new ones fail.

A baseline file is what ``rights check --format json --output FILE`` wrote; there is no second format to keep.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from rights.errors import InputError
from rights.model import Finding, Result, Verdict
from rights.report.fingerprint import fingerprint


def read_baseline(text: str, source: str) -> frozenset[str]:
    """The fingerprints of the findings of an earlier JSON report that were more than a pass."""
    mend = "make one with  rights check … --format json --output FILE"
    try:
        data = json.loads(text)
        return frozenset(
            finding["fingerprint"]
            for result in data["results"]
            for finding in result["findings"]
            if finding["verdict"] not in (Verdict.PASS.value, Verdict.INAPPLICABLE.value)
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(f"{source}: not a baseline, expected the JSON of an earlier check; {mend}") from None


def fresh(results: Sequence[Result], known: frozenset[str]) -> list[Result]:
    """The results without the findings that the baseline knows already."""
    kept = []
    for result in results:
        found = result.assessment
        if found is None or not found.findings:
            kept.append(result)
            continue
        new = tuple(f for f in found.findings if not _known(result, f, known))
        fallback = Verdict.PASS if not new else found.fallback
        kept.append(replace(result, assessment=replace(found, findings=new, fallback=fallback)))
    return kept


def _known(result: Result, finding: Finding, known: frozenset[str]) -> bool:
    return finding.verdict > Verdict.PASS and fingerprint(result, finding) in known
