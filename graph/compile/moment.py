"""Another instant, made of an argument: that data are asked for, or that a statement judges at. What is to come is told to nobody."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from auth.oslo import day_of
from auth.rule import LASTING

_PARAMETER = re.compile(r"\$(now|today)\b")
_NOT_ENDED = re.compile(rf"\b(\w+)\.({'|'.join(sorted(filter(None, LASTING.values())))}) IS NULL")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The instant that data are asked for: that of the argument, or this one where it holds none or a later one. Of a later one, a
    place that somebody is going to hide at could be told before the protection that is to close it holds."""

    argument: str

    @property
    def name(self) -> str:
        """The parameter that holds it."""
        return f"{self.argument}Asked"

    def values(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Its value, of those of the statement."""
        then = parameters.get(self.argument)
        return {self.name: parameters["now"] if then is None else min(then, parameters["now"])}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The instant that is judged at: that of the argument, or this one where it holds none or a later one."""

    argument: str

    @property
    def given(self) -> dict[str, str]:
        """The parameters that stand for `now` and `today`."""
        return {name: f"{self.argument}{name.capitalize()}" for name in ("now", "today")}

    @property
    def now(self) -> str:
        """It, as a statement writes it."""
        return f"${self.given['now']}"

    def judged(self, lines: Iterable[str]) -> list[str]:
        """Lines that judge now, so that they judge then."""
        return [standing(_PARAMETER.sub(lambda found: f"${self.given[found[1]]}", line), self.now) for line in lines]

    def values(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The values of these parameters, of those of the statement."""
        then = parameters.get(self.argument)
        if then is None or then >= parameters["now"]:
            return {name: parameters[each] for each, name in self.given.items()}
        today = day_of(then)
        return {self.given["now"]: then, self.given["today"]: today}


def standing(line: str, then: str) -> str:
    """What was ended since then stood then; what is told to end later than now counts as ended, as it does now."""
    return _NOT_ENDED.sub(rf"(\1.\2 IS NULL OR (\1.\2 > {then} AND \1.\2 <= $now))", line)
