"""What employees see of those whom they serve."""

from auth.rule import Grant, role_of

LOCAL_OFFICE = Grant(
    id="employee.local-office",
    path=(
        "(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)-[serves:SERVES]->(area:Area)<-[:BELONGS_TO]-(subject:Person)"
    ),
    where="serves.theme IS NULL",
    gives=role_of("position", reach="LOCAL"),
    meets="area",
    basis="NAV-loven § 13",
    says={"nb": "Hører til {area.name}, som {unit.name} betjener", "en": "Belongs to {area.name}, which {unit.name} serves"},
)

NATIONAL_ROLE = Grant(
    id="employee.national-role",
    path="(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit), (subject:Person)",
    gives=role_of("position", reach="NATIONAL"),
    basis="NAV-loven § 4",
    says={"nb": "{unit.name} betjener hele landet", "en": "{unit.name} serves the whole country"},
)

_ASSIGNED = "(viewer:Employee)-[:ASSIGNED_TO]->(case:Case)-[:CONCERNS {part: '%s'}]->(subject:Person)"
_OPEN_CASE = "case.closedAt IS NULL OR case.closedAt > now"

ASSIGNED_CASE = Grant(
    id="employee.assigned-case",
    path=_ASSIGNED % "MAIN",
    where=_OPEN_CASE,
    gives=role_of("viewer", themes="case"),
    basis="Forvaltningsloven § 13 b",
    says={"nb": "Har saken «{case.title}» til behandling", "en": "Is handling the case “{case.title}”"},
)

ASSIGNED_CASE_PARTY = Grant(
    id="employee.assigned-case-party",
    path=_ASSIGNED % "PARTY",
    where=_OPEN_CASE,
    gives=role_of("viewer", themes="case"),
    basis="Forvaltningsloven § 13 b",
    says={"nb": "Part i saken «{case.title}», som er til behandling", "en": "Party to the case “{case.title}”, which is being handled"},
)

GRANTS = (LOCAL_OFFICE, NATIONAL_ROLE, ASSIGNED_CASE, ASSIGNED_CASE_PARTY)
