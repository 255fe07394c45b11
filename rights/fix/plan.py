"""Findings on one page -> what to insert where, what that cures, and what is left to a person.

Pure.  Everything that is inserted is a finding's remedy or the policy's own ready credit: what those do not know (an
address, the number of a page counter) is never made up.  Values from other people's pages are escaped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rights.clause import Clause
from rights.clauses.one_of import OneOf
from rights.model import Assessment, Finding, Message, Reason, Result, Verdict, message
from rights.policy import Policy

#: Clause types whose remedy is a sentence to paste beside the text.
_SENTENCES = frozenset(
    "attr.source attr.copyright attr.boilerplate attr.network_tag attr.partners attr.date link.original licence.notice"
    " legal.disclaimer".split()
)
FIXABLE = _SENTENCES | {"attr.byline", "link.canonical", "track.pixel"}
#: Those of them that are a paragraph of their own: in one with a licence's words they would read as part of it.
_APART = frozenset({"attr.copyright", "licence.notice", "legal.disclaimer", "attr.boilerplate"})
#: Values of a clause's ``position`` that mean the head of the article; every other means its end.
_TOP = frozenset({"top", "first-paragraph", "byline", "top-and-bottom"})
_LINK = re.compile(r'<a (?:rel="license" )?href="([^"]*)">(.*?)</a>')
#: A slot that nothing filled, or words left out: not a line to paste.
_UNFILLED = re.compile(r"\[[^\]]*\]|\.\.\.|…|\b(?:OUTLET|Author Name)\b")

#: The policy by which an assessment judged; None where it is not known.
PolicyOf = Callable[[Assessment], Policy | None]


@dataclass(slots=True)
class Plan:
    """What is to go into a page: lines as HTML (text and links), the canonical address, the publisher's counters.

    ``done`` and ``left`` name clauses with what is done for them, and what a person has to do; ``canonical_for`` those
    that ask for the canonical address.
    """

    byline: str | None = None
    top: list[str] = field(default_factory=list)
    bottom: list[str] = field(default_factory=list)
    canonical: str | None = None
    canonical_for: list[str] = field(default_factory=list)
    pixels: list[str] = field(default_factory=list)
    done: dict[str, Message] = field(default_factory=dict)
    left: dict[str, Message] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return not (self.byline or self.top or self.bottom or self.canonical or self.pixels)

    def leave_canonical(self, why: Message) -> None:
        """The page has no place for its canonical address: that is left to a person."""
        for name in self.canonical_for:
            del self.done[name]
            self.left[name] = why
        self.canonical = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """One finding that asks for something: its remedy, the type that decides how, and the clause with its options."""

    finding: Finding
    type: str
    clause: Clause | None


def plan(results: Sequence[Result], policy_of: PolicyOf) -> Plan:
    """What puts one page right, by all results of its check."""
    whole = Plan()
    for result in results:
        if result.assessment and result.assessment.republication:
            _add_assessment(whole, result.assessment, policy_of(result.assessment))
    return whole


def _add_assessment(whole: Plan, found: Assessment, policy: Policy | None) -> None:
    top: list[str] = []
    bottom: list[str] = []
    wishes = [_wish(finding, policy) for finding in found.findings if _open(finding)]
    for wish in sorted(wishes, key=lambda one: one.type != "attr.source"):
        finding, name = wish.finding, _name(found, wish.finding)
        line = _credit(wish, policy)
        why = _beyond(wish, found, line)
        if why:
            whole.left[name] = why
        elif wish.type == "attr.byline":
            whole.byline = whole.byline or line
            whole.done[name] = _added(line)
        elif wish.type == "link.canonical":
            _canonical(whole, name, _url(found))
        elif wish.type == "track.pixel":
            whole.pixels.append(str(finding.remedy))
            whole.done[name] = message("added {markup}", markup=whole.pixels[-1])
        else:
            places = _places(wish.clause)
            high = bool(_TOP.intersection(places)) and "bottom" not in places
            for lines in [top, bottom] if "top-and-bottom" in places else [top if high else bottom]:
                _say_once(lines, line, apart=wish.type in _APART)
            whole.done[name] = _added(line)
    whole.top += top
    whole.bottom += bottom


def _name(found: Assessment, finding: Finding) -> str:
    """The clause, with whose it is where it is not the nearest publisher's: two may have clauses of one name."""
    return f"{finding.clause} ({found.policy.publisher})" if found.policy and found.hop else finding.clause


def _open(finding: Finding) -> bool:
    return finding.verdict > Verdict.PASS and not finding.waived


def _wish(finding: Finding, policy: Policy | None) -> _Wish:
    clause = next((one for one in policy.clauses if one.name == finding.clause), None) if policy else None
    kind = finding.type
    if isinstance(clause, OneOf) and finding.option:
        kind = finding.option
        clause = next((one for one in clause.options if one.type == kind), None)
    return _Wish(finding=finding, type=kind, clause=clause)


def _places(clause: Clause | None) -> tuple[str, ...]:
    asked = getattr(clause, "position", None) or ()
    return (asked,) if isinstance(asked, str) else tuple(asked)


def _credit(wish: _Wish, policy: Policy | None) -> str:
    """The line as HTML: the policy's ready credit where the clause itself prescribes no words."""
    ready = policy.ready_credit if policy else None
    if wish.type == "attr.source" and ready and not getattr(wish.clause, "wording", None):
        name = wish.finding.remedy.values.get("name") if wish.finding.remedy else None
        if isinstance(name, str) and name in ready and not _UNFILLED.search(ready):
            return _linked(html.escape(ready), _LINK.search(_line(wish.finding.remedy)))
    line = _line(wish.finding.remedy)
    if wish.type == "attr.source" and len(line.split()) < 4 and "<a " not in line:
        return f"Originally published by {line.rstrip('.')}."  # the wording is no more than the name
    return line


def _linked(sentence: str, link: re.Match[str] | None) -> str:
    return sentence.replace(link[2], link[0], 1) if link else sentence


def _beyond(wish: _Wish, found: Assessment, line: str) -> Message | None:
    """Why a finding is not put right by the program, or None."""
    finding = wish.finding
    if wish.type not in FIXABLE or finding.remedy is None:
        return _asked(finding)
    unsure = finding.verdict is Verdict.INCOMPLETE
    if unsure and (finding.reason is not Reason.UNDECIDABLE or wish.type == "attr.byline"):
        return finding.message
    if wish.type in ("link.original", "link.canonical") and (_url(found) is None or "href=" not in str(finding.remedy)):
        return message("the original's address is not known")
    if _places(wish.clause) == ("title",):
        return message("put it into the headline or beside it: {line}", line=plain(line))
    if _places(wish.clause) == ("byline",) and wish.type != "attr.byline":
        return message("put it beside the author's name: {line}", line=plain(line))
    if wish.type == "licence.notice" and finding.message.template.startswith("names another licence"):
        return message("{what}: take the other notice away first", what=finding.message)
    if wish.type == "track.pixel":
        markup = str(finding.remedy)
        return None if markup.startswith("<") and not re.search(r"\[(?:id|url)\]", markup) else finding.remedy
    if _UNFILLED.search(plain(line)):
        return message("write by hand: {line}", line=plain(line))
    return None


def _asked(finding: Finding) -> Message:
    """What a finding asks of a person."""
    return finding.question or finding.remedy or finding.message


def _added(line: str) -> Message:
    return message("added “{line}”", line=plain(line))


def _url(found: Assessment) -> str | None:
    url = found.republication.work.url if found.republication else None
    return url if url and not re.search(r"[\s\"'<>]", url) else None


def _canonical(whole: Plan, name: str, url: str | None) -> None:
    if whole.canonical and whole.canonical != url:
        whole.left[name] = message("a page has one canonical address, and two publishers ask for it")
        return
    whole.canonical = url
    whole.canonical_for.append(name)
    whole.done[name] = message("set the canonical address {url}", url=url)


def _say_once(lines: list[str], line: str, *, apart: bool) -> None:
    """Add a sentence to the credit, or as a paragraph of its own, unless its words stand there; a bare name becomes the link."""
    link = _LINK.search(line)
    for number, there in enumerate(lines):
        if line in there or (link and link[0] in there):
            return
        if link and 'rel="license"' not in link[0] and link[2] in there and "<a " not in there:
            lines[number] = _linked(there, link)
            return
    ended = line.removesuffix("</a>").endswith((".", "!", "?"))
    line = line if ended else f"{line}."
    if apart or not lines:
        lines.append(line)
    else:
        lines[0] = f"{lines[0]} {line}"


def _line(remedy: Message | None) -> str:
    """A remedy's words as HTML: values escaped, an instruction around the line left out."""
    if remedy is None:
        return ""
    inner = remedy.values.get("line")
    if isinstance(inner, Message):
        return _line(inner)
    values = {name: _line(v) if isinstance(v, Message) else html.escape(v) for name, v in remedy.values.items()}
    return remedy.template.format_map(values) if values else remedy.template


def verified(asked: Plan, again: Sequence[Assessment]) -> None:
    """Move what a second look still finds open from ``done`` to ``left``, and add what else is open."""
    for found, finding in ((one, finding) for one in again for finding in one.findings if _open(finding)):
        name = _name(found, finding)
        if name in asked.done:
            asked.left[name] = message(
                "{done}; still: {what}", done=asked.done.pop(name), what=finding.question or finding.message
            )
        else:
            asked.left.setdefault(name, _asked(finding))


def plain(line: str) -> str:
    """A line as a person reads it, each link's address in brackets after its words."""
    return html.unescape(_LINK.sub(r"\2 (\1)", line))
