"""What is asked: the known operations, of persons within a viewer's reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql.execution.values import VariableValues

from api import documents
from api.answers import now
from api.arguments import Arguments, variables
from api.cursor import KEY_BYTES, Cursors
from api.document import Documents
from api.plan import Plan, Plans
from auth.oslo import day_of
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from bench import unmasked
from graph.database import Database

WITHIN_REACH = """\
// bench-reach: the counsellor with the most persons in reach, and some of them
MATCH (employee:Employee)-[:HOLDS]->(seat:Position)-[:IN]->(:Role {code: 'COUNSELLOR'}), (employee)-[:IS]->(:Person)
MATCH (seat)-[:AT]->(:Unit)-[:SERVES]->(:Area)<-[:BELONGS_TO]-(person:Person)
WITH employee, count(DISTINCT person) AS reached
ORDER BY reached DESC, employee.ident LIMIT 1
MATCH (employee)-[:HOLDS]->(:Position)-[:AT]->(:Unit)-[:SERVES]->(:Area)<-[:BELONGS_TO]-(person:Person)
WITH DISTINCT employee, person ORDER BY person.id LIMIT $count
RETURN employee.ident AS ident, collect(person.id) AS persons"""
CASES = """\
// bench-cases: cases of these persons
MATCH (person:Person)<-[:CONCERNS]-(case:Case) WHERE person.id IN $persons
WITH DISTINCT case.id AS id ORDER BY id LIMIT $count
RETURN collect(id) AS cases"""
PURPOSE = "FOLLOW_UP"
CHILDREN = 20
RELATIVES = (
    """\
// bench-relatives: someone without relatives and someone with twenty, where another person lives
UNWIND $ids AS id MERGE (person:Entity:Person {id: id})
SET person.givenName = 'Bench', person.familyName = id, person.screenedAt = 0, person.registeredAt = 0""",
    """\
MATCH (:Person {id: $neighbour})-[:BELONGS_TO]->(area:Area) WITH area LIMIT 1
UNWIND $ids AS id MATCH (person:Person {id: id}) MERGE (person)-[r:BELONGS_TO {id: id + '-area'}]->(area)
SET r.validFrom = 0, r.registeredAt = 0""",
    """\
MATCH (parent:Person {id: $parent}) UNWIND $children AS id MATCH (child:Person {id: id})
MERGE (parent)-[r:PARENT_OF {id: id + '-parent'}]->(child) SET r.validFrom = 0, r.registeredAt = 0, r.role = 'MOTHER'""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One known operation of one kind of viewer: its texts, and whom it is asked about by whom."""

    name: str
    kind: ViewerKind
    plan: Plan
    text: str
    raw: str
    pairs: tuple[tuple[Viewer, str], ...]

    @property
    def title(self) -> str:
        """As the table names it."""
        return f"{self.name}, {self.kind.value}"

    @property
    def masked(self) -> str:
        """The statement that the server runs."""
        return self.plan.statement.text

    def parameters(self, viewer: Viewer, subject: str) -> dict[str, Any]:
        """The statement's parameters, as the server makes them."""
        given = variables(self.plan.operation, {"id": subject})
        instant = now()
        moment = {"now": instant, "today": day_of(instant)}
        asked = Arguments(self.plan.asked, given, viewer=viewer, cursors=Cursors(key=b"k" * KEY_BYTES)).parameters()
        return asked | moment | {"viewer": viewer.key, "purpose": viewer.purpose, "case": None}

    def given(self, viewer: Viewer, subject: str) -> dict[str, Any]:
        """The same, as they are sent."""
        return self.plan.statement.given(self.parameters(viewer, subject))

    def body(self, subject: str) -> Mapping[str, Any]:
        """The request's body."""
        return {"query": self.text, "variables": {"id": subject}}


async def operations(database: Database, count: int) -> list[Operation]:
    """The operations that are measured, with `count` subjects each."""
    (reach,) = await database.read(WITHIN_REACH, {"count": count})
    (cases,) = await database.read(CASES, {"persons": reach["persons"], "count": count})
    employee = Viewer(kind=ViewerKind.EMPLOYEE, key=reach["ident"], purpose=PURPOSE)
    served = tuple((employee, person) for person in reach["persons"])
    themselves = tuple((Viewer(kind=ViewerKind.PERSON, key=person), person) for person in reach["persons"])
    handled = tuple((employee, case) for case in cases["cases"])
    return [
        _operation("person-360", ViewerKind.EMPLOYEE, served),
        _operation("person-360", ViewerKind.PERSON, themselves),
        _operation("family", ViewerKind.EMPLOYEE, served),
        _operation("case", ViewerKind.EMPLOYEE, handled),
    ]


async def relatives(database: Database, asked: Operation) -> tuple[Operation, Operation]:
    """The family of someone without relatives, and of someone with twenty, by the viewer of another operation."""
    viewer, neighbour = asked.pairs[0]
    children = [f"bench-child-{number}" for number in range(CHILDREN)]
    given = {"ids": ["bench-none", "bench-many", *children], "neighbour": neighbour, "parent": "bench-many", "children": children}
    for statement in RELATIVES:
        await database.write(statement, given)
    return (
        _operation("family", ViewerKind.EMPLOYEE, ((viewer, "bench-none"),), says="family of none"),
        _operation("family", ViewerKind.EMPLOYEE, ((viewer, "bench-many"),), says=f"family of {CHILDREN}"),
    )


def _operation(name: str, kind: ViewerKind, pairs: tuple[tuple[Viewer, str], ...], says: str | None = None) -> Operation:
    text = documents.known()[name]
    read = Documents().read(text)
    plan = Plans(INNSYN).plan(read, read.operation(None), VariableValues({}, {}), kind)
    return Operation(name=says or name, kind=kind, plan=plan, text=text, raw=unmasked.text(plan.asked.operation), pairs=pairs)
