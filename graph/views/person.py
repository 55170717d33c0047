"""A person and what hangs on them."""

from collections.abc import Sequence

from auth.category import Category as C
from graph.views.view import Access, Coded, Field, Many, Part, Picked, Related, Value, View, Way


def full_name(parts: Sequence[str | None]) -> str | None:
    """Given, middle and family name in the order they are said, or none where there is none."""
    return " ".join(part for part in parts if part) or None


VALIDITY = tuple(Value(name=name, category=C.OPEN, reads=(f"edge.{name}",)) for name in ("validFrom", "validTo", "source"))

_CURRENT = "edge.status IN ['MARRIED', 'REGISTERED_PARTNER', 'COHABITANT']"
_FORMER = "edge.status IN ['SEPARATED', 'DIVORCED', 'WIDOWED']"


def rows(
    name: str, category: C, view: str, *ways: Way, edge: tuple[Field, ...] = (), says: str | None = None, finds: bool = False
) -> Related:
    """A connection of what hangs on a person or an organisation, each edge with its validity beside what is its own."""
    return Related(
        name=name, category=category, ways=ways, views=(view,), many=Many.CONNECTION, edge=(*edge, *VALIDITY), says=says, finds=finds
    )


EMPLOYMENT = tuple(Value(name=name, category=C.WORK, reads=(f"edge.{name}",)) for name in ("title", "percentage"))
PART = Value(name="part", category=C.CASES, reads=("edge.part",))
ROLE_OF_SEAT = Related(
    name="role",
    category=C.WORK,
    ways=(Way(path="(it:Position)-[edge:IN]->(node:Role)"),),
    views=("Role",),
    many=Many.ONE,
    anchor="seat",
)
"""What the edges of employments, cases and seats show, from whichever side they are read."""

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
        rows("employments", C.WORK, "Business", Way(path="(it:Person)-[edge:EMPLOYED_BY]->(node:Business)"), edge=EMPLOYMENT),
        rows(
            "businessRoles",
            C.WORK,
            "Business",
            Way(path="(it:Person)-[edge:HOLDS]->(seat:Position)-[:AT]->(node:Business)"),
            edge=(ROLE_OF_SEAT,),
        ),
        rows("mandatesGiven", C.MANDATES, "Mandate", Way(path="(it:Person)<-[edge:FROM]-(node:Mandate)")),
        rows("mandatesHeld", C.MANDATES, "Mandate", Way(path="(it:Person)<-[edge:TO]-(node:Mandate)")),
        rows("cases", C.CASES, "Case", Way(path="(it:Person)<-[edge:CONCERNS]-(node:Case)"), edge=(PART,)),
        rows(
            "activities",
            C.ACTIVITIES,
            "Activity",
            Way(path="(it:Person)-[edge:TAKES_PART_IN]->(node:Activity)"),
            edge=(Value(name="answer", category=C.ACTIVITIES, reads=("edge.answer",)),),
        ),
        rows(
            "devices",
            C.DEVICES,
            "Device",
            Way(path="(it:Person)<-[edge:LENT_TO]-(node:Device)"),
            edge=(Value(name="loanType", category=C.DEVICES, reads=("edge.loanType",)),),
        ),
        rows("dialogues", C.DIALOGUES, "Dialogue", Way(path="(it:Person)<-[edge:WITH]-(node:Dialogue)")),
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
