"""Compiled patterns and what is worked out of them, kept beside the byte code as Python keeps its modules (ADR 0125).

The file is as trusted as a ``.pyc`` and stands where those do (`importlib.util.cache_from_source`; so
``PYTHONPYCACHEPREFIX`` and ``PYTHONDONTWRITEBYTECODE`` hold for it).  It belongs to the interpreter that wrote it; one
that is missing, damaged or another interpreter's costs the time of compiling again and nothing else.

``python -m rights.compiled`` fills it with every pattern of the package, as ``compileall`` does with the modules.
"""

from __future__ import annotations

import array
import atexit
import marshal
import os
import pkgutil
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module, util
from pathlib import Path
from typing import Any

try:
    _sre: Any = import_module("_sre")
    _parser: Any = import_module("re._parser")
    _compiler: Any = import_module("re._compiler")
except ImportError:  # another implementation of Python: `re.compile` each time
    _sre = None

_Key = tuple[str | bytes, int]
#: All flags, the code's words, the number of groups, their numbers by name and names by number: `_sre.compile`'s asks.
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

#: Tables by name; a value is what `marshal` writes.
_Tables = dict[str, dict[Any, Any]]
_CODE = "code"

_new: _Tables = {}


def _path() -> Path:
    return Path(util.cache_from_source(__file__)).with_name(f"patterns.{sys.implementation.cache_tag}.code")


def _interpreter() -> str:
    return f"{sys.version} {getattr(_sre, 'MAGIC', None)} {array.array('I').itemsize} {sys.byteorder}"


def _read() -> _Tables:
    try:
        written_by, tables = marshal.loads(_path().read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return tables if written_by == _interpreter() and isinstance(tables, dict) else {}


_tables = lru_cache(maxsize=1)(_read)


def table_of(module: str) -> str:
    """The table of what a module works out of patterns, by the module's ``__file__``: another text has another table."""
    try:
        return f"{Path(module).name} {util.source_hash(Path(module).read_bytes()).hex()}"
    except OSError:  # a package without its sources, whose byte code is not written anew either
        return Path(module).name


def kept(table: str, key: Any, make: Callable[[], Any]) -> Any:
    """What ``make`` gives, of a kind that `marshal` writes; made once and then kept under ``key`` in the table."""
    for tables in (_tables(), _new):
        found = tables.get(table, {}).get(key)
        if found is not None:
            return found
    made = make()
    if not _new:
        atexit.register(keep)
    _new.setdefault(table, {})[key] = made
    return made


def compiled(source: str | bytes, flags: int = 0) -> re.Pattern[Any]:
    """The pattern that `re.compile` gives, made from the kept code where there is some; raises `re.error` as it does."""
    if _sre is None:
        return re.compile(source, flags)
    key = (source, int(flags))
    try:
        every, words, groups, names, numbers = kept(_CODE, key, lambda: _code(key))
        pattern: re.Pattern[Any] = _sre.compile(source, every, array.array("I", words).tolist(), groups, names, numbers)
    except (AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        return re.compile(source, flags)  # damaged (`_sre` checks what it is given), or a Python that works otherwise
    return pattern


def _code(key: _Key) -> _Code:
    """What `re` itself would give `_sre.compile`: the steps of ``re._compiler.compile``."""
    source, flags = key
    parsed = _parser.parse(source, flags)
    words = array.array("I", _compiler._code(parsed, flags)).tobytes()
    names = dict(parsed.state.groupdict)
    numbers: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbers[number] = name
    return flags | parsed.state.flags, words, parsed.state.groups - 1, names, tuple(numbers)


def keep() -> None:
    """Write what this run had to compile beside what is kept; nothing where Python may write no byte code either."""
    if sys.dont_write_bytecode or not _new:
        return
    path = _path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(prefix=path.name, dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            before = _read()
            marshal.dump((_interpreter(), before | {name: before.get(name, {}) | _new[name] for name in _new}), file)
        shutil.copymode(__file__, temporary)
        os.replace(temporary, path)
    except OSError:  # a package that its user may not write to
        return
    _new.clear()


def fill() -> int:
    """Compile every pattern of the package and keep the code; the number of patterns."""
    patterns = import_module("rights.patterns")
    for module in pkgutil.walk_packages(import_module("rights").__path__, "rights."):
        if module.name.split(".")[1] in ("extract", "clauses", "match", "report") or module.name.count(".") == 1:
            import_module(module.name)
    return int(patterns.compile_all())


if __name__ == "__main__":
    from rights import compiled as _module  # not this one: what runs as a program is a second module

    sys.dont_write_bytecode = False
    print(f"{_module.fill()} patterns")
    _module.keep()
