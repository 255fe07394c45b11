"""One file per clause type and nothing else: dropping a file in makes it valid in policies.

Importing this package imports every file of it and builds `AnyClause`, the union that policies are read with.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from rights.clause import Clause

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")

#: Every clause type by its id, such as ``link.original``.
TYPES: dict[str, type[Clause]] = {
    str(cls.model_fields["type"].default): cls
    for cls in sorted(Clause.__subclasses__(), key=lambda c: c.__module__)
    if cls.__module__.startswith(__name__)
}

if TYPE_CHECKING:
    AnyClause = Clause
else:
    AnyClause = Annotated[Union[tuple(TYPES.values())], Field(discriminator="type")]  # noqa: UP007
    for _cls in TYPES.values():
        if not _cls.__pydantic_complete__:
            _cls.model_rebuild(_types_namespace={"AnyClause": AnyClause})
