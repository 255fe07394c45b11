"""``rights check --fix``: a corrected copy of each page, looked at a second time."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from rights import urls
from rights.check import check_page
from rights.errors import InputError
from rights.extract.source import read_source
from rights.fix.html_page import insert_html
from rights.fix.markdown_page import insert_markdown
from rights.fix.plan import Plan, PolicyOf, plan, verified
from rights.given import Given, Tools
from rights.library import Library
from rights.model import Assessment, Page, Result, message
from rights.policy import Policy
from rights.report.language import Say
from rights.report.text import printable
from rights.targets import fixed_name, unzipped

_SUFFIXES = (".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml")


def write_fixed(
    results: Iterable[Result],
    pages: Mapping[str, Page],
    given: Given,
    tools: Tools,
    output: Path | None,
    say: Say,
) -> None:
    """Write a corrected copy of every page that lines can put right, and say on stderr what was done and what is left.

    ``FILE.html`` becomes ``FILE.fixed.html`` beside it, or ``output``; standard input goes to standard output.  Raises
    `InputError` before it would write over a file that is there.
    """
    by_target: dict[str, list[Result]] = {}
    for result in results:
        by_target.setdefault(result.target, []).append(result)
    if output and len(by_target) > 1:
        raise InputError("--fix --output names one corrected copy; for several pages leave --output out")
    told = _Told(say)
    if any(urls.is_web(name) for name in by_target):
        told("--fix corrects files: save the pages that are named above, or check the folder that they are built in")
    for name, found in by_target.items():
        page = pages.get(name)
        if page is None or urls.is_web(name):
            continue
        if page.cut or (name != "-" and unzipped(Path(name)).suffix.lower() not in _SUFFIXES):
            told("{file}: not corrected: {why}", file=name, why=page.cut or message("only HTML and Markdown files are"))
            continue
        _fix_one(name, page, found, given, tools, output, told)


def _fix_one(
    name: str, page: Page, found: list[Result], given: Given, tools: Tools, output: Path | None, told: _Told
) -> None:
    wanted = plan(found, policy_of(tools.library, given))
    body = None if wanted.empty else corrected(page, found, wanted)
    if body is None and not wanted.empty:
        why = message("its text cannot be placed in its source; paste the lines by hand")
        told("{file}: not corrected: {why}", file=name, why=why)
        return
    if body is None or body == page.body:
        told("{file}: nothing that lines could put right" if wanted.left else "{file}: nothing to correct", file=name)
    elif name == "-" and not output:
        sys.stdout.flush()
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
    else:
        target = output or fixed_name(Path(name))
        try:
            with target.open("xb") as file:
                file.write(gzip.compress(body, mtime=0) if target.suffix.lower() == ".gz" else body)
        except FileExistsError:
            raise InputError(f"{target}: is there already; move it, or name another file with --output") from None
        told("{file}: corrected copy in {copy}", file=name, copy=target)
    if body is not None:
        verified(wanted, check_page(replace(page, body=body), tools, given))
    for clause, done in wanted.done.items():
        told("  done: {clause}: {what}", clause=clause, what=done)
    for clause, why in wanted.left.items():
        told("  left for a person: {clause}: {what}", clause=clause, what=why)


def corrected(page: Page, found: Iterable[Result], wanted: Plan) -> bytes | None:
    """The page's bytes with the plan carried out; None where its text cannot be placed in them."""
    media = read_source(page).media
    if media != "html":
        return insert_markdown(page.body, wanted) if media == "markdown" else None
    blocks = next(
        (
            tuple(block.text for block in one.assessment.republication.copy.blocks)
            for one in found
            if one.assessment and one.assessment.republication
        ),
        (),
    )
    return insert_html(page.body, wanted, blocks)


def policy_of(library: Library, given: Given) -> PolicyOf:
    """How to find the policy that an assessment names."""

    def find(found: Assessment) -> Policy | None:
        if found.policy is None:
            return None
        source = given.policy if given.policy and found.hop == 0 else library.source(found.policy.publisher)
        wanted = found.policy.policy
        return next((one for one in source.content.policies if one.id == wanted), None) if source else None

    return find


class _Told:
    """Lines on stderr in the reader's language."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def __call__(self, template: str, **values: object) -> None:
        line = self._say(message(template, **values))
        indent = "  " if line.startswith("  ") else ""
        print(indent + printable(line.strip()), file=sys.stderr)
