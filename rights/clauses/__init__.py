"""One file per clause type and nothing else: dropping a file in makes it valid in policies.

The file's name is the type's id with ``_`` for ``.``.  A type is imported when a policy first uses it, because building
seventy models takes half a second that a check of one page does not have.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, SerializeAsAny
from pydantic_core import PydanticCustomError

from rights.clause import Clause


@lru_cache(maxsize=1)
def _modules() -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(__path__))


@cache
def _load(module: str) -> type[Clause]:
    found = import_module(f"{__name__}.{module}")
    (clause,) = (
        value
        for value in vars(found).values()
        if isinstance(value, type) and issubclass(value, Clause) and value.__module__ == found.__name__
    )
    return clause


class _Types(Mapping[str, type[Clause]]):
    """Every clause type by its id, such as ``link.original``; iterating imports them all."""

    def __getitem__(self, name: str) -> type[Clause]:
        module = name.replace(".", "_") if isinstance(name, str) else ""
        if module in _modules():
            found = _load(module)
            if found.model_fields["type"].default == name:
                return found
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(str(_load(module).model_fields["type"].default) for module in _modules()))

    def __len__(self) -> int:
        return len(_modules())


TYPES = _Types()


def read_clause(data: Any) -> Any:
    """The clause that a mapping with a ``type`` describes; raises what pydantic reports in its place."""
    if isinstance(data, Clause):
        return data
    if not isinstance(data, Mapping):
        raise PydanticCustomError("model_type", "Input should be a mapping with a clause type")
    name = data.get("type")
    if name is None:
        raise PydanticCustomError("union_tag_not_found", "a clause without type")
    if name not in TYPES:
        raise PydanticCustomError("union_tag_invalid", "unknown clause type {tag}", {"tag": str(name)})
    return TYPES[name].model_validate(data)


if TYPE_CHECKING:
    AnyClause = Clause
else:
    #: What policies hold: a clause of whatever type its mapping names.
    AnyClause = Annotated[SerializeAsAny[Clause], BeforeValidator(read_clause)]
