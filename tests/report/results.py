"""Results for the report tests: every verdict, an error, and a page that attacks whatever shows it."""

from __future__ import annotations

from datetime import UTC, datetime

from rights.model import (
    Article,
    Assessment,
    Change,
    ChangeKind,
    Evidence,
    Finding,
    Match,
    Passage,
    PolicyRef,
    Reason,
    Republication,
    Result,
    Verdict,
    Work,
    message,
)

SCRIPT = "<script>alert('x')</script>"
RTL = "safe\u202egnp.exe"
FORMULA = '=HYPERLINK("http://evil.example","click")'


def finding(verdict: Verdict, text: str = "a message", **more: object) -> Finding:
    clause = f"link.{verdict.value}"
    return Finding(clause=clause, type="link.original", verdict=verdict, message=message(text), **more)  # type: ignore[arg-type]


def hostile_result() -> Result:
    seen = Republication(
        work=Work(id="w1", url="https://press.example/a", title=SCRIPT, text="one two three"),
        copy=Article(final_url="https://copy.example/a", text="one two three", title=FORMULA),
        match=Match(
            containment=0.97,
            resemblance=0.91,
            words=790,
            passages=(Passage((0, 790), (12, 802)),),
            changes=(Change(ChangeKind.SUBSTANTIVE, SCRIPT, RTL),),
        ),
        observed_at=datetime(2026, 5, 4, 12, 0, tzinfo=UTC),
    )
    findings = (
        finding(
            Verdict.VIOLATION,
            "the page says {what}",
            evidence=(Evidence(exact=SCRIPT, prefix=RTL, suffix="]]>", selector="p:nth-of-type(1)"),),
            remedy=message('Originally published by <a href="https://press.example/a">Press</a>.'),
        ),
        finding(
            Verdict.INCOMPLETE, "cannot tell", reason=Reason.NEEDS_STATEMENT, question=message("Who?"), fact="kind"
        ),
        finding(Verdict.ADVICE, FORMULA),
        finding(Verdict.PASS, "# not a directive % done"),
        finding(Verdict.INAPPLICABLE, "nothing here", reason=Reason.NOT_TRIGGERED),
    )
    policy = PolicyRef(publisher="press", policy="default", file="policies/press.yaml", sha256="0" * 64)
    return Result(
        target="site/a,b:c.html",
        url="https://copy.example/a",
        assessment=Assessment(policy=policy, republication=seen, findings=findings),
    )


def results() -> list[Result]:
    ended = Assessment(policy=None, republication=None, reason=Reason.NO_KNOWN_WORK, fallback=Verdict.INAPPLICABLE)
    open_ = Assessment(policy=None, republication=None, reason=Reason.UNKNOWN_WORK, fallback=Verdict.INCOMPLETE)
    return [
        hostile_result(),
        Result(target="plain.html", assessment=ended),
        Result(target="unknown.html", assessment=open_),
        Result(target="gone.html", error="gone.html: no such file"),
    ]
