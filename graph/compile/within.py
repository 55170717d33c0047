"""A judgement within a statement: by another viewer, or at another instant, by the same rules and the same compiler.

The viewer's half of it is a map of its own beside `ctx`, bound once; what is drawn for it reads that map, and the instant and purpose
that were given for it. These come as parameters: a variable would have to reach every part of it, and the embedded database
forgets what a subquery imports at its first WITH.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from auth.rule import Rules
from auth.viewer import ViewerKind
from graph.compile.asker import Asker
from graph.compile.moment import standing
from graph.compile.rules import Context
from graph.compile.text import Names, call

_GIVEN = re.compile(r"\$(now|today|purpose|case)\b")
_CTX = re.compile(r"\bctx\b")
_VIEWER = re.compile(r"(?<![$.\w])viewer\b")


@dataclass(slots=True, kw_only=True)
class Within:
    """Who is judged, and when. `viewer` is an expression, over the variables `seen`, for what such viewers are found by (their
    `kind.key`). `given` are the parameters that stand for `now`, `today` and `purpose`; what is not named is the statement's own,
    but for the purpose: none."""

    rules: Rules
    kind: ViewerKind
    names: Names
    viewer: str
    seen: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    context: Context = field(init=False)
    ctx: str = field(init=False)

    def __post_init__(self) -> None:
        self.context = Context(rules=self.rules, kind=self.kind, names=self.names)
        self.ctx = self.names.fresh("ctx")

    def lines(self) -> list[str]:
        """The lines that bind the viewer's half; made when all that needs it has been drawn."""
        asking = Asker(context=self.context, cased=False).lines(key=f"viewer.{self.kind.key}" if self.kind.key else "null")
        return call(self.seen, [*self._given(self._own(asking)), f"RETURN {self.ctx}"])

    def _own(self, asking: Iterable[str]) -> list[str]:
        """The lines of a viewer's half, with a viewer of their own."""
        found = self.names.fresh("viewer")
        return [_VIEWER.sub(found, line.replace("$viewer", self.viewer)) for line in asking]

    def inside(self, lines: Iterable[str]) -> list[str]:
        """Lines that were drawn over `context`, as they are written in this statement."""
        return self._given(line.replace("$viewer", "ctx.key") for line in lines)

    def text(self, expression: str) -> str:
        """An expression that was drawn over `context`, likewise."""
        return self.inside([expression])[0]

    def _given(self, lines: Iterable[str]) -> list[str]:
        found = [_CTX.sub(self.ctx, _GIVEN.sub(self._parameter, line)) for line in lines]
        then = self.given.get("now")
        return [standing(line, f"${then}") for line in found] if then else found

    @property
    def _silent(self) -> Mapping[str, str]:
        """What stands for parameters that nothing is given for."""
        return {"purpose": "null", "case": "null"}

    def _parameter(self, found: re.Match[str]) -> str:
        name = self.given.get(found[1])
        return f"${name}" if name else self._silent.get(found[1], found[0])
