"""Another instant, made of an argument: that data are asked for, or that a statement judges at. What is to come is told to nobody."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from auth.oslo import day_of
from auth.rule import LASTING
from graph.compile.text import Names, Times

_PARAMETER = re.compile(r"\$(now|today)\b")
_STANDS = re.compile(r"\b((?:startNode|endNode)\(\w+\)|\w+)\.retractedAt IS NULL")
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
    """The instant that is judged at: that of the argument `at`, or this one where it holds none or a later one; and by whose knowledge: of
    that of the argument `known`, likewise."""

    at: str | None
    known: str | None = None

    @classmethod
    def of(cls, arguments: Mapping[str, str]) -> "Moment | None":
        """That of the arguments of a question, if it has any."""
        at, known = arguments.get("at"), arguments.get("knownAt")
        return cls(at=at, known=known) if at or known else None

    @property
    def given(self) -> dict[str, str]:
        """The parameters that stand for `now` and `today`; and `known`, the one of what was known, if it can be asked for."""
        found = {name: f"{self.at or self.known}{name.capitalize()}" for name in ("now", "today")}
        return found | ({"known": f"{self.known}Known"} if self.known else {})

    @property
    def present(self) -> str:
        """Whether it is this instant, and what is known at it."""
        test = f"{self.now} = $now"
        return f"{test} AND ${self.given['known']} IS NULL" if self.known else test

    @property
    def now(self) -> str:
        """It, as a statement writes it."""
        return f"${self.given['now']}"

    def past(self, parameters: Mapping[str, Any]) -> bool:
        """Whether it is an earlier instant, or earlier knowledge."""
        return any(parameters[each] is not None and parameters[each] < parameters["now"] for each in (self.at, self.known) if each)

    def judged(self, lines: Iterable[str], names: Names) -> list[str]:
        """Lines that judge now, so that they judge then."""
        judged = [standing(_PARAMETER.sub(lambda found: f"${self.given[found[1]]}", line), self.now) for line in lines]
        return known(judged, self.given, names)

    def values(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The values of these parameters, of those of the statement."""
        now = parameters["now"]
        then, known_ = (parameters.get(each) if each else None for each in (self.at, self.known))
        past = {} if then is None or then >= now else {"now": then, "today": day_of(then)}
        found = {**parameters, **past, "known": None if known_ is None or known_ >= now else known_}
        return {name: found[each] for each, name in self.given.items()}


def standing(line: str, then: str) -> str:
    """What was ended since then stood then; what is told to end later than now counts as ended, as it does now."""
    return _NOT_ENDED.sub(rf"(\1.\2 IS NULL OR (\1.\2 > {then} AND \1.\2 <= $now))", line)


def known(lines: Iterable[str], given: Mapping[str, str], names: Names) -> list[str]:
    """Lines that judge by what is known now, so that they judge by what was known then: what had been registered, and not yet retracted
    (A16). What a rule itself says of a retraction stays."""
    if "known" not in given:
        return list(lines)
    then = Times(known=f"${given['known']}")
    return [_STANDS.sub(lambda found: found[0] if found[1] in names.present else then.stands(found[1]), line) for line in lines]
