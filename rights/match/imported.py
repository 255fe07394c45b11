"""Lines of JSON -> works: what ``rights works import`` reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from rights.model import Work


class ImportedWork(BaseModel):
    """One line: ``id`` or ``url``, and ``text``, are enough; keys that are not known here are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    id: str | None = Field(None, max_length=2_000, pattern=r"^[^\x00]*$")
    url: str | None = Field(None, max_length=2_000, pattern=r"^[^\x00]*$")
    title: str | None = None
    text: str = Field(min_length=1)
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()

    @field_validator("authors", mode="before")
    @classmethod
    def _several(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value or ()

    def work(self) -> Work:
        """The work; its id is its address where none was given."""
        ref = (self.id or self.url or "").strip()
        if not ref:
            raise ValueError("neither id nor url")
        if not self.text.strip():
            raise ValueError("text: is empty")
        fields = self.model_dump(exclude={"id"})
        return Work(id=ref, **fields)


def read_works(lines: Iterable[bytes], name: str, problems: list[str]) -> Iterator[Work]:
    """The works of the lines of a file; what is wrong with a line is added to ``problems`` and the line passed over."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield ImportedWork.model_validate_json(line.removeprefix(b"\xef\xbb\xbf")).work()
        except ValidationError as wrong:
            told = wrong.errors(include_url=False, include_input=False)[0]
            where = ".".join(map(str, told["loc"]))
            problems.append(f"{name}:{number}: {where + ': ' if where else ''}{told['msg']}")
        except ValueError as wrong:
            problems.append(f"{name}:{number}: {wrong}")
