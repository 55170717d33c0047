"""The same statement without a mask: what the data alone cost."""

from auth.rules import INNSYN
from auth.viewer import ViewerKind
from graph.compile.fields import Fields
from graph.compile.once import Once
from graph.compile.rights import Judge, Rights
from graph.compile.statement import Compiler
from graph.selection import Operation


class _Nothing(Judge):
    """Finds nothing between the viewer and any node."""

    def rights(self, *_: object) -> tuple[Rights, dict[str, str]]:
        return Rights(), {}

    def decide(self, once: Once) -> list[str]:
        return ["WITH *, [] AS decided, [] AS carded"]


class Unmasked(Fields):
    """Draws every field as if nothing stood between."""

    def judge(self) -> Judge:
        return _Nothing(context=self.context, times=self.times, once=self.once)


def text(operation: Operation) -> str:
    """The statement that reads what the operation asks for, with no viewer and no rules; its values go in as the server's do."""
    return Compiler(operation=operation, kind=ViewerKind.ANALYST, rules=INNSYN, drawing=Unmasked).made().text
