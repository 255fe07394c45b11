"""The sentences that findings are made of, and their catalogues.

python -m tests.translations      adds sentences that are new to the catalogues, drops those gone, compiles them
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from rights.report.words import WORDS

RIGHTS = Path(__file__).parents[1] / "rights"
LANGUAGES = ("de", "es", "fr")
_IN_TEMPLATE = re.compile(r'\bt\((?:message\()?"([^"]+)"')
#: The calls whose text arguments are sentences for a person.
_CALLS = frozenset(
    "message passed violated incomplete needs_statement stated inapplicable _finding _doubt form told".split()
)


def sources() -> list[Path]:
    """The files whose sentences end up in findings and on pages."""
    more = [
        *sorted((RIGHTS / "fix").glob("*.py")),
        *(RIGHTS / "cli" / f"{name}.py" for name in ("check_run", "fixing", "progress")),
        *(RIGHTS / "report" / f"{name}.py" for name in ("text", "text_sides", "html", "troubles")),
        RIGHTS / "web" / "answer.py",
        RIGHTS / "web" / "checking.py",
        RIGHTS / "web" / "failures.py",
        RIGHTS / "web" / "one_off.py",
    ]
    return [*sorted((RIGHTS / "clauses").glob("*.py")), *sorted(RIGHTS.glob("*.py")), *more]


def templates() -> list[Path]:
    """The templates of the pages that anybody may see: they speak the reader's language."""
    folder = RIGHTS / "web" / "templates"
    return [*sorted(folder.glob("check*.html")), *(folder / f"{name}.html" for name in ("answer", "error", "layout"))]


def sentences() -> dict[str, str]:
    """Each template with the file that first has it."""
    found: dict[str, str] = {}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            calls = _CALLS | ({"InputError"} if path.name == "one_off.py" else set())
            if isinstance(node, ast.Call) and _name(node.func) in calls:
                given = [*node.args, *(word.value for word in node.keywords if word.arg != "fact")]
                for text in (text for argument in given for text in _texts(argument)):
                    if " " in text or path.name == "html.py":
                        found.setdefault(text, path.relative_to(RIGHTS.parent).as_posix())
    for path in templates():
        for text in _IN_TEMPLATE.findall(path.read_text(encoding="utf-8")):
            found.setdefault(text, path.relative_to(RIGHTS.parent).as_posix())
    for word in sorted(WORDS):
        found.setdefault(word, "rights/report/words.py")
    return found


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def file_of(language: str) -> Path:
    return RIGHTS / "locale" / language / "LC_MESSAGES" / "rights.po"


def catalogue(language: str) -> Catalog:
    """The translations as they stand in the file."""
    with file_of(language).open("rb") as file:
        return read_po(file, locale=language)


def update() -> None:
    """Bring every catalogue up to the sentences of the code, and compile it."""
    for language in LANGUAGES:
        known = catalogue(language) if file_of(language).exists() else Catalog(locale=language)
        made = Catalog(
            locale=language,
            project="rights",
            version="1",
            header_comment=f"# The sentences of findings: {language}.  Made by  python -m tests.translations",
            msgid_bugs_address="see CONTRIBUTING.md",
            last_translator="the maintainers of rights",
            language_team=language,
            fuzzy=False,
            charset="utf-8",
        )
        made.revision_date = made.creation_date = known.creation_date
        for text, where in sentences().items():
            there = known.get(text)
            made.add(text, there.string if there else "", locations=[(where, None)])
        with file_of(language).open("wb") as file:
            write_po(file, made, width=120, omit_header=False)
        with file_of(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, made)


if __name__ == "__main__":
    update()
