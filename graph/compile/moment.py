"""Another instant, made of an argument: that data are asked for, or that a statement judges at. What is to come is told to nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.load.values import OSLO


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

    def values(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The values of these parameters, of those of the statement."""
        then = parameters.get(self.argument)
        if then is None or then >= parameters["now"]:
            return {name: parameters[each] for each, name in self.given.items()}
        today = datetime.fromtimestamp(then / 1000, OSLO).date().isoformat()
        return {self.given["now"]: then, self.given["today"]: today}
