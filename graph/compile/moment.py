"""Another instant that a statement judges at: its parameters, made of an argument."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.load.values import OSLO


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The instant that the argument holds; this one where it holds none, or a later one: what is to come is told to nobody, least of
    all a protection."""

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
