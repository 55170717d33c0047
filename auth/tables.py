"""Files of TOML that hold tables of one sort, each read as a model: what is wrong in one is told with its place, and never quoted."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, Field, ValidationError

Table = TypeVar("Table", bound=BaseModel)
Word = Annotated[str, Field(min_length=1)]


def _listed(given: object) -> object:
    return (given,) if isinstance(given, str) else tuple(given) if isinstance(given, list) else given


Words = Annotated[tuple[Word, ...], BeforeValidator(_listed), Field(min_length=1)]
"""One or several, as `"a"` or `["a", "b"]`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables(Generic[Table]):
    """What a setting names: a file of tables `[[name]]`, each a `model`. What is wrong is raised as `invalid`, with what to write."""

    setting: str
    name: str
    model: type[Table]
    invalid: Callable[[str], Exception]

    def read(self, path: Path) -> Iterator[Callable[[], Table]]:
        """Each table, to be read by itself: of several that are wrong all are told."""
        try:
            said = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            raise self.invalid(f"`{self.setting}` cannot be read: `{path}`; write the path of a TOML file") from None
        except tomllib.TOMLDecodeError as error:
            raise self.invalid(f"`{path}` is no TOML: {str(error).rpartition('(')[2].rstrip(')')}") from None
        tables = said.pop(self.name, None)
        if said or not isinstance(tables, list) or not tables:
            raise self.invalid(f"`{path}` holds tables `[[{self.name}]]`, one or more, and nothing else")
        return (partial(self._one, f"`{path}`, {self.name} {number}", table) for number, table in enumerate(tables, 1))

    def _one(self, place: str, table: object) -> Table:
        try:
            return self.model.model_validate(table)
        except ValidationError as error:
            wrong = (f"{place}: {_told(each)}" for each in error.errors(include_input=False, include_url=False))
            raise self.invalid("\n".join(wrong)) from None


def _told(error: Any) -> str:
    where, message = ".".join(str(each) for each in error["loc"]), str(error["msg"])
    match error["type"]:
        case "value_error":
            return message.removeprefix("Value error, ")
        case "extra_forbidden":
            return f"there is no `{where}`; docs/settings.md has them all"
        case "missing":
            return f"`{where}` must be said"
        case _:
            return f"`{where}` {message.replace('Input should be', 'must be')}"
