"""What employees of the administration see of those whom they serve."""

from auth.category import OF_ORGANISATIONS, Category
from auth.rule import Denial, Gives, Grant, both, fixed, role_of, theme_of
from auth.rules.policy import Policy
from auth.rules.terms import LOCAL_ROLE, OPEN_CASE, STAFF

_SEAT = "(viewer:Employee)-[:HOLDS]->(position:Position)-[:AT]->(unit:Unit)"
_HANDLES = ", (position)-[:IN]->(:Role)-[:HANDLES]->(theme:Theme)"
_ORGANISATION = fixed(*OF_ORGANISATIONS)


def _local(rest: str, gives: Gives, where: str, *, handles: bool = False) -> Grant:
    return Grant(
        id="employee.local-office",
        path=f"{_SEAT}-[serves:SERVES]->(area:Area){rest}" + (_HANDLES if handles else ""),
        where=where,
        gives=gives,
        meets="area",
        basis="NAV-loven § 13",
        says={"nb": "Hører til {area.name}, som {unit.name} betjener", "en": "Belongs to {area.name}, which {unit.name} serves"},
    )


def local_office(*, districts: bool) -> tuple[Grant, ...]:
    """Who belongs to an area that the office serves: in every theme, or in the one that it serves the area for."""
    inside = "<-[:PART_OF*0..1]-(:Area)" if districts else ""
    person, business = f"{inside}<-[:BELONGS_TO]-(subject:Person)", f"{inside}<-[:BASED_IN]-(subject:Business)"
    given = ((person, LOCAL_ROLE), (business, both(LOCAL_ROLE, _ORGANISATION)))
    return (
        *(_local(rest, gives, "serves.theme IS NULL") for rest, gives in given),
        *(_local(rest, both(gives, theme_of("theme")), "serves.theme = theme.code", handles=True) for rest, gives in given),
    )


WITHOUT_AREA = Grant(
    id="employee.without-area",
    path=f"{_SEAT}, (subject:Person)",
    unless=("(subject)-[:BELONGS_TO]->(:Area)",),
    gives=LOCAL_ROLE,
    basis="NAV-loven § 13",
    says={"nb": "Hører ikke til noe område", "en": "Belongs to no area"},
    groups=(),
)

FOLLOW_UP = Grant(
    id="employee.follow-up-unit",
    path=f"{_SEAT}<-[:FOLLOWED_UP_BY]-(subject:Person)",
    gives=LOCAL_ROLE,
    meets="unit",
    basis="NAV-loven § 14 a",
    says={"nb": "Følges opp av {unit.name}", "en": "Is followed up by {unit.name}"},
)


def _national(subject: str) -> Grant:
    role = role_of("position", reach="NATIONAL")
    return Grant(
        id="employee.national-role",
        path=f"{_SEAT}, (subject:{subject})",
        gives=role if subject == "Person" else both(role, _ORGANISATION),
        basis="NAV-loven § 4",
        says={"nb": "{unit.name} betjener hele landet", "en": "{unit.name} serves the whole country"},
        # Wherever it is held, a national role is one group.
        groups=(),
        tells={"nb": "Betjener hele landet", "en": "Serves the whole country"},
    )


def _assigned(part: str, subject: str) -> Grant:
    main = part == "MAIN"
    gives = both(role_of("viewer"), theme_of("case"))
    return Grant(
        id="employee.assigned-case" if main else "employee.assigned-case-party",
        path=(f"{STAFF}, (viewer)-[:ASSIGNED_TO]->(case:Case)-[:CONCERNS {{part: '{part}'}}]->(subject:{subject})"),
        where=OPEN_CASE,
        gives=gives if subject == "Person" else both(gives, _ORGANISATION),
        secondary=not main,
        basis="Forvaltningsloven § 13 b",
        says={"nb": "Har saken «{case.title}» til behandling", "en": "Is handling the case “{case.title}”"}
        if main
        else {
            "nb": "Part i saken «{case.title}», som er til behandling",
            "en": "Party to the case “{case.title}”, which is being handled",
        },
    )


NATIONAL_ROLE = _national("Person")
ASSIGNED_CASE = _assigned("MAIN", "Person")
ASSIGNED_CASE_PARTY = _assigned("PARTY", "Person")

OVERRIDE = Grant(
    id="employee.override",
    path=f"{_SEAT}, (viewer)<-[:BY]-(override:Override)-[:OF]->(subject:Person)",
    gives=role_of("position"),
    lifts="override.lifts",
    basis="Forvaltningsloven § 13 b",
    says={"nb": "Har tatt seg tilgang, med begrunnelse", "en": "Has taken access, with a reason"},
)

COLLEAGUE = Grant(
    id="employee.colleague",
    path=f"{STAFF}, (subject:Employee)",
    gives=fixed(Category.SERVICE),
    basis="NAV-loven § 4",
    says={"nb": "Ansatte ser hvem andre ansatte er i arbeidet", "en": "Employees see who other employees are at work"},
)


def declared(policy: Policy) -> tuple[Grant | Denial, ...]:
    """The rules, in order."""
    return (
        *local_office(districts=policy.districts),
        *((WITHOUT_AREA,) if policy.without_area else ()),
        FOLLOW_UP,
        NATIONAL_ROLE,
        _national("Business"),
        ASSIGNED_CASE,
        _assigned("MAIN", "Business"),
        _assigned("MAIN", "Device"),
        ASSIGNED_CASE_PARTY,
        OVERRIDE,
        COLLEAGUE,
    )
