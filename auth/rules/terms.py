"""Terms that several rules are written with."""

from auth.rule import role_of
from auth.viewer import ViewerKind

STAFF = "(viewer:Employee)-[:HOLDS]->(:Position)-[:AT]->(:Unit)"
"""An employee with a position at a unit valid now."""

LOCAL_ROLE = role_of("position", reach="LOCAL")
"""What the role of the position gives where its unit, municipality or business is."""

OWN_PERSON = "(viewer:Employee)-[:IS]->(self:Person)"
"""The person that an employee is."""

OPEN_CASE = "(case.closedAt IS NULL OR case.closedAt > now)"
"""A case is assigned, and gives a system something, only while it is open."""

IN_A_THEME = ("(subject:Case)", "(subject:Dialogue)", "(subject:Activity)-[:PART_OF]->(:Case)")
"""Rows that are in a theme: each path goes on with `-[:IN]->` the theme."""

CLEARED = f"{STAFF}, (viewer)-[:CLEARED_FOR]->(:Protection)-[:OPENS*0..1]->(protection)"
"""Staff who are cleared for that very protection, or for one that opens it (A3)."""

ADDRESS_PROTECTIONS = ("STRICTLY_CONFIDENTIAL", "STRICTLY_CONFIDENTIAL_ABROAD", "CONFIDENTIAL")

_CODES = ", ".join(f"'{code}'" for code in ADDRESS_PROTECTIONS)
IS_ADDRESS_PROTECTION = f"protection.code IS NOT NULL AND protection.code IN [{_CODES}]"


def overlap(one: str, other: str) -> str:
    """The two relationships hold at some instant together, or it cannot be told that they do not."""
    return (
        f"({one}.validFrom IS NULL OR {other}.validTo IS NULL OR {one}.validFrom < {other}.validTo)"
        f" AND ({other}.validFrom IS NULL OR {one}.validTo IS NULL OR {other}.validFrom < {one}.validTo)"
    )


def held_when_asked(name: str) -> str:
    """The relationship holds at the instant that the data are asked for, or it cannot be told that it does not."""
    return f"({name}.validFrom IS NULL OR {name}.validFrom <= asked) AND ({name}.validTo IS NULL OR {name}.validTo > asked)"


ROLE_COVERS = "(role:Role)-[covers:COVERS]->(category:Category)"
ROLE_HANDLES = "(role:Role)-[:HANDLES]->(theme:Theme)"
ROLE_STATES = "(role:Role)-[:MAY_STATE]->(purpose:Purpose)"
COVERS_CATEGORY = "(node:Mandate|Task|Consent)-[:COVERS]->(category:Category)"
COVERS_THEME = "(node:Mandate|Task|Consent)-[:COVERS]->(theme:Theme)"
IN_THEME = "(node:Case|Dialogue)-[:IN]->(theme:Theme)"
"""How what a grant gives is read of a role, and the purposes that it may be held for; of a mandate, task or consent, and of a row."""

CLEARANCE = "(mandate)-[:CLEARED_FOR]->(:Protection)-[:OPENS*0..1]->(protection:Protection)"
"""The protections that a mandate passes (A3)."""


def mandate_cleared(whose: str) -> str:
    """The viewer holds a mandate of theirs that passes that very protection."""
    return (
        f"(viewer:Person)<-[:TO]-(mandate:Mandate)-[:FROM]->({whose}), (mandate)-[:CLEARED_FOR]->(:Protection)-[:OPENS*0..1]->(protection)"
    )


STATES_PURPOSE = {
    ViewerKind.EMPLOYEE: "(viewer:Employee)-[:HOLDS]->(:Position)-[:IN]->(:Role)-[:MAY_STATE]->(purpose:Purpose)",
    ViewerKind.CLIENT: "(viewer:Client)-[:MAY_STATE]->(purpose:Purpose)",
}
"""How a viewer comes to the purposes that they may state (A11)."""

PURPOSE_COVERS = "(purpose:Purpose)-[:COVERS]->(category:Category)"

CASE_CONCERNS = "(viewer:Employee)-[:ASSIGNED_TO]->(case:Case)-[:CONCERNS]->(person:Person)"
"""Whom the cases concern that a viewer may state (A11)."""
