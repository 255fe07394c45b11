"""Policy x Republication -> Assessment: one loop over the clauses, pure.

Here, and only here, a clause's finding meets what surrounds it: medium, conditions, strength, permissions, waivers,
and how the terms are known.  A page that was cut by a limit proves nothing by absence; terms that are not known can be
broken by nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from rights import edits, hyperlinks, urls
from rights.clause import Case, Clause, Condition, Role
from rights.kinds import declared_kinds, within
from rights.model import (
    Assessment,
    ChangeKind,
    Finding,
    Message,
    Permission,
    PolicyRef,
    Reason,
    Republication,
    Strength,
    Verdict,
    message,
)
from rights.policy import Policy
from rights.publisher import Publisher

#: A teaser holds no more of the work than this, in words and of the whole.
_TEASER_WORDS, _TEASER_SHARE = 60, 0.25
#: Duties that a teaser has, too.
_OF_TEASERS = frozenset({"attr.source", "attr.excerpt_label", "link.original"})


def evaluate(
    policy: Policy,
    publisher: Publisher,
    ref: PolicyRef,
    republication: Republication,
    *,
    hop: int = 0,
    terms_known: bool = True,
    proposed: bool = False,
    waivers: Sequence[Permission] = (),
) -> Assessment:
    """Judge one republication by one policy.

    ``proposed`` says that nothing but names, numbers and links points to the work, as in a translation: a lead, by which
    nothing is kept or broken.  ``waivers`` are the publisher's dated exceptions; permissions on file come with the
    republication.
    """
    copy = republication.copy
    if not copy.state.judgeable:
        return Assessment(
            policy=ref,
            republication=republication,
            hop=hop,
            reason=Reason.UNREACHABLE,
            fallback=Verdict.INCOMPLETE,
        )
    permitted = _permitted(policy)
    types = frozenset(clause.type for clause in policy.clauses)
    case = Case(republication, publisher, policy.licence, permitted, types)
    findings: dict[str, Finding] = {}
    for clause in policy.clauses:
        finding = _ask(clause, case, findings)
        finding = _weigh(clause, finding, case)
        finding = _waive(clause, finding, case, waivers)
        if proposed:
            finding = _doubt(
                finding,
                Reason.TRANSLATION,
                message(
                    "the page may be a translation of the work, which a person must confirm; seen: {what}",
                    what=finding.message,
                ),
            )
        if not terms_known:
            text = message("the publisher's terms are not known; seen: {what}", what=finding.message)
            finding = _doubt(finding, Reason.TERMS_UNKNOWN, text)
        findings[clause.name] = finding
    findings = _by_what_licence(policy, findings)
    return Assessment(
        policy=ref,
        republication=republication,
        findings=tuple(findings.values()),
        hop=hop,
        reason=Reason.TRANSLATION if proposed else None if terms_known else Reason.TERMS_UNKNOWN,
        fallback=Verdict.PASS if terms_known and not proposed else Verdict.INCOMPLETE,
        allowed=allowed_changes(policy),
    )


def _by_what_licence(policy: Policy, findings: dict[str, Finding]) -> dict[str, Finding]:
    """Where the terms allow no copy and this may be one all the same, its duties are those of a licence not at hand."""
    closed = [findings[clause.name] for clause in policy.clauses if clause.grants_nothing()]
    reason = next((finding.reason for finding in closed if finding.verdict is Verdict.INCOMPLETE), None)
    if reason is None:
        return findings
    return {
        name: _doubt(
            finding,
            reason,
            message(
                "the terms allow no copy at all, so a licence of its own may ask otherwise; seen: {what}",
                what=finding.message,
            ),
        )
        if finding.verdict is Verdict.VIOLATION
        else finding
        for name, finding in findings.items()
    }


def _permitted(policy: Policy) -> frozenset[str]:
    return frozenset().union(*(clause.permits() for clause in policy.clauses if clause.strength is Strength.MAY))


def allowed_changes(policy: Policy) -> frozenset[ChangeKind]:
    """The classes of changes that no clause of the policy minds, or that one expressly permits."""
    permitted = _permitted(policy)
    asked = [clause for clause in policy.clauses if clause.strength is not Strength.MAY]
    minded = frozenset[ChangeKind]().union(*(clause.minds() for clause in asked))
    return frozenset(kind for kind in ChangeKind if kind not in minded or f"edit:{kind.value}" in permitted)


def _ask(clause: Clause, case: Case, earlier: Mapping[str, Finding]) -> Finding:
    if clause.medium and case.republication.medium not in clause.medium:
        return clause.inapplicable(
            Reason.OTHER_MEDIUM, message("asked of {media} only", media=", ".join(clause.medium))
        )
    if case.match is not None and case.match.quoted and not (clause.when and clause.when.excerpt):
        return clause.inapplicable(
            Reason.LAWFUL_QUOTE, "only a short quotation is carried, which the terms of republication are not about"
        )
    triggered = holds(clause.when, case, earlier) if clause.when else True
    exempt = holds(clause.unless, case, earlier) if clause.unless else False
    if triggered is False or exempt is True:
        return clause.inapplicable(Reason.NOT_TRIGGERED, "the condition under which this is asked does not hold")
    if clause.strength is Strength.MAY:
        return clause.inapplicable(Reason.PERMITTED, clause.says or message("expressly permitted"))
    finding = clause.evaluate(case)
    if (triggered is None or exempt is None) and finding.verdict is Verdict.VIOLATION:
        return replace(
            finding,
            verdict=Verdict.INCOMPLETE,
            reason=Reason.NEEDS_STATEMENT,
            question=message("Does the condition of this clause hold for this site?"),
            fact=_fact(clause),
        )
    return finding


def _fact(clause: Clause) -> str | None:
    for condition in (clause.when, clause.unless):
        if condition and condition.kind:
            return "kind"
        if condition and condition.declared:
            return next(iter(condition.declared))
    return None


def holds(condition: Condition, case: Case, earlier: Mapping[str, Finding] = {}) -> bool | None:
    """True, False, or None where it cannot be told."""
    answers = list(_answers(condition, case, earlier))
    if False in answers:
        return False
    return None if None in answers else True


def _answers(condition: Condition, case: Case, earlier: Mapping[str, Finding]) -> list[bool | None]:
    answers: list[bool | None] = []
    compared: tuple[tuple[bool | None, Callable[[Case], bool | None]], ...] = (
        (condition.edited, edits.is_edited),
        (condition.cut, edits.is_cut),
        (condition.added, edits.is_extended),
        (condition.translated, edits.is_translation),
        (condition.excerpt, edits.is_excerpt),
    )
    for wanted, compare in compared:
        if wanted is not None:
            answer = compare(case)
            answers.append(None if answer is None else answer is wanted)
    if condition.kind:
        kinds = declared_kinds(case)
        answers.append(within(kinds, condition.kind) if kinds else None)
    for fact, value in condition.declared.items():
        said = case.says(fact) if isinstance(value, bool) else case.declared(fact)
        answers.append(None if said is None else str(said).lower() == str(value).lower())
    if condition.unmet:
        finding = earlier.get(condition.unmet)
        answers.append(None if finding is None else finding.verdict > Verdict.PASS)
    if condition.permission is not None:
        answers.append(bool(_covering(case, None, case.republication.republisher.permissions)) is condition.permission)
    return answers


def _weigh(clause: Clause, finding: Finding, case: Case) -> Finding:
    if finding.verdict is Verdict.VIOLATION and case.copy.cut and clause.role is Role.DUTY:
        return replace(
            finding,
            verdict=Verdict.INCOMPLETE,
            reason=Reason.PAGE_CUT,
            message=message("the page was cut short ({limit}), so nothing missing can be proved", limit=case.copy.cut),
        )
    if finding.verdict is Verdict.VIOLATION and case.copy.plain and clause.asks_markup():
        text = message("{what}; but plain text and prints carry no links, pictures or code", what=finding.message)
        return replace(finding, verdict=Verdict.INCOMPLETE, reason=Reason.UNDECIDABLE, message=text)
    if (
        finding.verdict is Verdict.VIOLATION
        and clause.role is Role.DUTY
        and clause.type not in _OF_TEASERS
        and _is_teaser(case)
    ):
        text = message("{what}; but the page only carries a teaser that leads to the original", what=finding.message)
        return replace(finding, verdict=Verdict.INCOMPLETE, reason=Reason.LAWFUL_QUOTE, message=text)
    foreign = (clause.of_words and (edits.is_translation(case) or edits.is_framed(case))) or (
        clause.of_names and edits.in_other_script(case)
    )
    if finding.verdict is Verdict.VIOLATION and foreign:
        text = message("{what}; but the page is in another language, in which it may say so", what=finding.message)
        return replace(finding, verdict=Verdict.INCOMPLETE, reason=Reason.TRANSLATION, message=text)
    if clause.house_rule and finding.verdict is Verdict.VIOLATION:
        finding = replace(
            finding, message=message("{what} (a rule of the publisher's own, beyond its licence)", what=finding.message)
        )
    if clause.strength is Strength.SHOULD:
        if finding.verdict is Verdict.VIOLATION:
            return replace(finding, verdict=Verdict.ADVICE)
        if finding.reason is Reason.NEEDS_STATEMENT:
            return replace(finding, verdict=Verdict.ADVICE)
    return finding


def _is_teaser(case: Case) -> bool:
    """True for a few lines of the work with a link to the rest: hardly a republication, to be judged by a person."""
    if case.match is None or not case.match.words or case.match.words > _TEASER_WORDS:
        return False
    return case.match.containment <= _TEASER_SHARE and bool(hyperlinks.leads(case).to(hyperlinks.Target.ARTICLE))


def _waive(clause: Clause, finding: Finding, case: Case, waivers: Sequence[Permission]) -> Finding:
    if finding.verdict < Verdict.ADVICE:
        return finding
    on_file = _covering(case, clause.name, (*waivers, *case.republication.republisher.permissions))
    if not on_file:
        return finding
    return replace(
        finding,
        verdict=Verdict.INAPPLICABLE,
        reason=Reason.WAIVED,
        waived=True,
        message=message(
            "waived by the publisher{reference}: {what}",
            reference=f" ({on_file.reference})" if on_file.reference else "",
            what=finding.message,
        ),
    )


def _covering(case: Case, clause: str | None, permissions: Sequence[Permission]) -> Permission | None:
    seen = case.republication.observed_at or case.copy.fetched_at
    for permission in permissions:
        if permission.publisher not in (case.publisher.id, case.publisher.name):
            continue
        if permission.clauses and clause not in permission.clauses:
            continue
        if permission.works and not any(
            work == case.work.id or urls.same_page(work, case.work.url) for work in permission.works
        ):
            continue
        if _in_force(permission, seen):
            return permission
    return None


def _in_force(permission: Permission, seen: datetime | None) -> bool:
    if not (permission.since or permission.until):
        return True
    if seen is None:
        return False
    day = seen.date()
    since = date.fromisoformat(permission.since) if permission.since else date.min
    until = date.fromisoformat(permission.until) if permission.until else date.max
    return since <= day <= until


def _doubt(finding: Finding, reason: Reason, text: Message) -> Finding:
    """What was seen stands, but nothing can be kept or broken by it."""
    if finding.verdict is Verdict.INAPPLICABLE:
        return finding
    return replace(finding, verdict=Verdict.INCOMPLETE, reason=reason, message=text)
