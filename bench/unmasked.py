"""The same statement without a mask: what the data alone cost."""

from auth.rules import INNSYN
from auth.viewer import ViewerKind
from graph.compile.fields import Fields, Rights
from graph.compile.statement import Compiler
from graph.selection import Operation, Selection
from graph.views.view import View


class Unmasked(Fields):
    """Draws every field as if nothing stood between."""

    def _rights(
        self, view: View, node: str, selections: tuple[Selection, ...], inner: object, target: object
    ) -> tuple[Rights, dict[str, str]]:
        return Rights(), {}


def text(operation: Operation) -> str:
    """The statement that reads what the operation asks for, with no viewer and no rules; its values go in as the server's do."""
    return Compiler(operation=operation, kind=ViewerKind.ANALYST, rules=INNSYN, drawing=Unmasked).made().text
