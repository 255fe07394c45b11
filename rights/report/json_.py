"""Results as the JSON of ``rights check``: schema ``rights.check/1`` (docs/schema/check.schema.json)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from rights.model import Assessment, Finding, Match, Result, Verdict
from rights.report.fingerprint import fingerprint
from rights.report.language import Say, say_in

SCHEMA = "rights.check/1"


def render_json(results: Sequence[Result], say: Say | None = None) -> str:
    """One object for all results of a run."""
    return json.dumps(check_object(results, say), ensure_ascii=False, indent=2) + "\n"


def render_jsonl(results: Sequence[Result], say: Say | None = None) -> str:
    """One compact line a result, each with the schema's name."""
    return "".join(
        json.dumps({"schema": SCHEMA, **result_object(result, say)}, ensure_ascii=False, separators=(",", ":")) + "\n"
        for result in results
    )


def check_object(results: Sequence[Result], say: Say | None = None) -> dict[str, Any]:
    """The whole run as plain data."""
    return {
        "schema": SCHEMA,
        "summary": summary(results),
        "results": [result_object(result, say) for result in results],
    }


def summary(results: Sequence[Result]) -> dict[str, Any]:
    """Number of targets, the worst verdict (null where nothing could be read) and the findings by verdict."""
    worst = max((result.verdict for result in results if result.verdict), default=None)
    counts = {verdict.value: 0 for verdict in sorted(Verdict, reverse=True)}
    for finding in _findings(results):
        counts[finding.verdict.value] += 1
    return {
        "targets": len({result.target for result in results}),
        "verdict": worst.value if worst else None,
        "counts": counts,
    }


def _findings(results: Iterable[Result]) -> Iterable[Finding]:
    for result in results:
        if result.assessment:
            yield from result.assessment.findings


def result_object(result: Result, say: Say | None = None) -> dict[str, Any]:
    """One result as plain data; keys that are unknown are null or empty."""
    say = say or say_in()
    found = result.assessment
    seen = found.republication if found else None
    return {
        "target": result.target,
        "error": result.error,
        "url": result.url or (seen.copy.address if seen else None),
        "verdict": found.verdict.value if found else None,
        "reason": found.reason.value if found and found.reason else None,
        "hop": found.hop if found else None,
        "observed_at": seen.observed_at.isoformat() if seen and seen.observed_at else None,
        "policy": _policy(found),
        "work": _work(found),
        "match": _match(seen.match if seen else None),
        "findings": [
            {
                **finding_object(finding, say),
                "fingerprint": fingerprint(result, finding),
                "place": place._asdict() if (place := result.places.get(finding.clause)) else None,
            }
            for finding in found.findings
        ]
        if found
        else [],
    }


def _policy(found: Assessment | None) -> dict[str, Any] | None:
    if found is None or found.policy is None:
        return None
    ref = found.policy
    return {
        "publisher": ref.publisher,
        "policy": ref.policy,
        "file": ref.file,
        "sha256": ref.sha256,
        "inferred": ref.inferred,
    }


def _work(found: Assessment | None) -> dict[str, Any] | None:
    work = found.republication.work if found and found.republication else None
    if work is None or not (work.id or work.url or work.title):
        return None
    return {"id": work.id, "url": work.url, "title": work.title, "publisher": work.publisher}


def _match(match: Match | None) -> dict[str, Any] | None:
    if match is None:
        return None
    return {
        "containment": round(match.containment, 4),
        "resemblance": round(match.resemblance, 4),
        "words": match.words,
        "longest": match.longest,
        "quoted": match.quoted,
        "passages": [{"work": list(p.work), "copy": list(p.copy)} for p in match.passages],
        "changes": [{"kind": c.kind.value, "work": c.work, "copy": c.copy} for c in match.changes],
    }


def finding_object(finding: Finding, say: Say | None = None) -> dict[str, Any]:
    """One finding as plain data."""
    say = say or say_in()
    return {
        "clause": finding.clause,
        "type": finding.type,
        "strength": finding.strength.value,
        "verdict": finding.verdict.value,
        "message": say(finding.message),
        "evidence": [
            {"exact": e.exact, "prefix": e.prefix, "suffix": e.suffix, "selector": e.selector} for e in finding.evidence
        ],
        "remedy": say(finding.remedy) if finding.remedy else None,
        "reason": finding.reason.value if finding.reason else None,
        "waived": finding.waived,
        "question": say(finding.question) if finding.question else None,
        "fact": finding.fact,
    }
