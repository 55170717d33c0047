"""The statements of the known operations, as the golden files hold them and as the server warms them."""

from collections.abc import Iterator, Mapping

from graphql.execution.values import VariableValues

from api import documents
from api.plan import Plan, Plans
from auth.rules import INNSYN
from auth.subject import SubjectType
from auth.viewer import ViewerKind

_ASKED_BY = (ViewerKind.EMPLOYEE, ViewerKind.PERSON)
_GIVEN = VariableValues({}, {"type": SubjectType.PERSON})
"""A variable that says the type of a subject says that which is asked about most."""


def statements() -> dict[str, str]:
    """The text of each known operation's statement, by the name of its golden file."""
    return {
        f"{name}.{plan.statement.kind.value}.cypher": plan.statement.text + "\n"
        for name, plan in plans(Plans(INNSYN), documents.known())
        if plan.statement.text
    }


def plans(kept: Plans, texts: Mapping[str, str]) -> Iterator[tuple[str, Plan]]:
    """The plan of each operation, for each kind of viewer that asks it."""
    for name, text in texts.items():
        read = kept.documents.read(text)
        operation = read.operation(None)
        for kind in _ASKED_BY:
            yield name, kept.plan(read, operation, _GIVEN, kind)
