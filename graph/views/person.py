"""A person and what hangs on them."""

from collections.abc import Sequence

from auth.category import Category as C
from graph.views.view import Access, Coded, Many, Part, Picked, Related, Value, View, Way


def full_name(parts: Sequence[str | None]) -> str | None:
    """Given, middle and family name in the order they are said, or none where there is none."""
    return " ".join(part for part in parts if part) or None


VALIDITY = tuple(Value(name=name, category=C.OPEN, reads=(f"edge.{name}",)) for name in ("validFrom", "validTo", "source"))

_CURRENT = "edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT']"
_FORMER = "edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED']"


def _rows(name: str, category: C, path: str, view: str, *edge: Value | Related, place: bool = False) -> Related:
    return Related(
        name=name, category=category, ways=(Way(path=path),), views=(view,), many=Many.CONNECTION, edge=(*edge, *VALIDITY), place=place
    )


NAME = View(
    type="Name",
    access=Access.CARRIED,
    fields=(
        Value(name="given", category=C.CARD, reads=("node.givenName",)),
        Value(name="middle", category=C.CARD, reads=("node.middleName",)),
        Value(name="family", category=C.CARD, reads=("node.familyName",)),
        Value(name="full", category=C.CARD, reads=("node.givenName", "node.middleName", "node.familyName"), made=full_name),
    ),
)

PERSON = View(
    type="Person",
    label="Person",
    access=Access.MASK,
    fields=(
        Value(name="id", category=C.OPEN, reads=("node.id",)),
        Part(name="name", category=C.CARD, view="Name"),
        Picked(
            name="nin",
            category=C.IDENTITY,
            path="(it:Person)-[edge:IDENTIFIED_BY]->(node:Identifier)",
            where="node.kind IN ['NIN', 'D_NUMBER']",
            reads="node.value",
            first="node.kind",
        ),
        Value(name="birthDate", category=C.IDENTITY, reads=("node.birthDate",)),
        Value(name="deathDate", category=C.IDENTITY, reads=("node.deathDate",)),
        Value(name="gender", category=C.IDENTITY, reads=("node.gender",)),
        Value(name="phone", category=C.CONTACT, reads=("node.phone",)),
        Value(name="email", category=C.CONTACT, reads=("node.email",)),
        Value(name="contactReserved", category=C.CONTACT, reads=("node.contactReserved",)),
        Value(name="language", category=C.CONTACT, reads=("node.language",)),
        Related(
            name="addresses",
            category=C.ADDRESS,
            place=True,
            ways=(Way(path="(it:Person)-[edge:HAS_ADDRESS]->(node:Address)"),),
            views=("Address",),
        ),
        Related(
            name="area",
            category=C.ADDRESS,
            place=True,
            ways=(Way(path="(it:Person)-[edge:BELONGS_TO]->(node:Area)"),),
            views=("Area",),
            many=Many.ONE,
        ),
        Related(
            name="family",
            category=C.FAMILY,
            many=Many.CONNECTION,
            says="relation",
            ways=(
                Way(path="(it:Person)<-[edge:PARENT_OF]-(node:Person)", says="PARENT"),
                Way(path="(it:Person)-[edge:PARENT_OF]->(node:Person)", says="CHILD"),
                Way(path="(it:Person)-[edge:PARTNER_OF]->(node:Person)", where=_CURRENT, says="PARTNER"),
                Way(path="(it:Person)<-[edge:PARTNER_OF]-(node:Person)", where=_CURRENT, says="PARTNER"),
                Way(path="(it:Person)-[edge:PARTNER_OF]->(node:Person)", where=_FORMER, says="FORMER_PARTNER"),
                Way(path="(it:Person)<-[edge:PARTNER_OF]-(node:Person)", where=_FORMER, says="FORMER_PARTNER"),
            ),
            views=("Person",),
            edge=VALIDITY,
        ),
        Related(
            name="household",
            category=C.FAMILY,
            place=True,
            ways=(Way(path="(it:Person)-[edge:MEMBER_OF]->(node:Household)"),),
            views=("Household",),
            many=Many.ONE,
        ),
        _rows(
            "employments",
            C.WORK,
            "(it:Person)-[edge:EMPLOYED_BY]->(node:Business)",
            "Business",
            Value(name="title", category=C.WORK, reads=("edge.title",)),
            Value(name="percentage", category=C.WORK, reads=("edge.percentage",)),
        ),
        _rows(
            "businessRoles",
            C.WORK,
            "(it:Person)-[edge:HOLDS]->(seat:Position)-[:AT]->(node:Business)",
            "Business",
            Related(
                name="role",
                category=C.WORK,
                ways=(Way(path="(it:Position)-[edge:IN]->(node:Role)"),),
                views=("Role",),
                many=Many.ONE,
                anchor="seat",
            ),
        ),
        _rows("mandatesGiven", C.MANDATES, "(it:Person)<-[edge:FROM]-(node:Mandate)", "Mandate"),
        _rows("mandatesHeld", C.MANDATES, "(it:Person)<-[edge:TO]-(node:Mandate)", "Mandate"),
        _rows(
            "cases",
            C.CASES,
            "(it:Person)<-[edge:CONCERNS]-(node:Case)",
            "Case",
            Value(name="part", category=C.CASES, reads=("edge.part",)),
        ),
        _rows(
            "activities",
            C.ACTIVITIES,
            "(it:Person)-[edge:TAKES_PART_IN]->(node:Activity)",
            "Activity",
            Value(name="answer", category=C.ACTIVITIES, reads=("edge.answer",)),
        ),
        _rows(
            "devices",
            C.DEVICES,
            "(it:Person)<-[edge:LENT_TO]-(node:Device)",
            "Device",
            Value(name="loanType", category=C.DEVICES, reads=("edge.loanType",)),
        ),
        _rows("dialogues", C.DIALOGUES, "(it:Person)<-[edge:WITH]-(node:Dialogue)", "Dialogue"),
        Related(
            name="protections",
            category=C.PROTECTION,
            ways=(Way(path="(it:Person)-[edge:PROTECTED_AS]->(node:Protection)"),),
            views=("Protection",),
        ),
        Related(
            name="servedBy",
            category=C.SERVICE,
            place=True,
            many=Many.CONNECTION,
            says="kind",
            ways=(
                Way(path="(it:Person)-[:BELONGS_TO]->(:Area)<-[edge:SERVES]-(node:Unit)", says="AREA"),
                Way(path="(it:Person)-[edge:FOLLOWED_UP_BY]->(node:Unit)", says="FOLLOW_UP"),
            ),
            views=("Unit",),
            edge=(
                Coded(name="theme", category=C.SERVICE, reads="edge.theme", view="Theme"),
                Related(
                    name="roles",
                    category=C.SERVICE,
                    ways=(Way(path="(it:Unit)<-[:AT]-(:Position)-[edge:IN]->(node:Role)"),),
                    views=("Role",),
                    distinct=True,
                    anchor="node",
                ),
                *VALIDITY,
            ),
        ),
    ),
)

ADDRESS = View(
    type="Address",
    label="Address",
    access=Access.CARRIED,
    fields=(
        *(Value(name=name, category=C.ADDRESS, reads=(f"node.{name}",)) for name in ("kind", "street", "postalCode", "city", "country")),
        Related(name="area", category=C.ADDRESS, ways=(Way(path="(it:Address)-[edge:IN]->(node:Area)"),), views=("Area",), many=Many.ONE),
        *VALIDITY,
    ),
)

HOUSEHOLD = View(
    type="Household",
    label="Household",
    access=Access.CARRIED,
    fields=(
        Value(name="id", category=C.FAMILY, reads=("node.id",)),
        Related(name="members", category=C.FAMILY, ways=(Way(path="(it:Household)<-[edge:MEMBER_OF]-(node:Person)"),), views=("Person",)),
    ),
)

PROTECTION = View(
    type="Protection",
    label="Protection",
    access=Access.CARRIED,
    fields=(*(Value(name=name, category=C.PROTECTION, reads=(f"node.{name}",)) for name in ("code", "name")), *VALIDITY),
)
