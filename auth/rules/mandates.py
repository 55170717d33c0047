"""What holders of mandates see: proxies, guardians, parents, line managers.

A mandate passes an address protection only by a clearance that the protecting authority put on that very mandate (A3). Mandates do
not compose (A13): each leads from its holder straight to the person.
"""

from auth.category import PERSONAL, Category
from auth.rule import Denial, Gives, Grant, covers_of, fixed
from auth.rules.policy import Policy
from auth.rules.terms import CLEARANCE

_FOR = "(viewer:Person)<-[:TO]-(mandate:Mandate {kind: '%s'})-[:FROM]->(subject:Person)"
_ACTS = "action IN mandate.actions"
# Registers of guardians and parents tell no actions: to read is the least of them.
_MAY_ACT = f"({_ACTS} OR (mandate.actions IS NULL AND action = 'READ'))"
_TASK = ", (mandate)-[:COVERS]->(task:Task)"


def _holder(id: str, path: str, where: str, gives: Gives, basis: str, nb: str, en: str, groups: tuple[str, ...] | None = None) -> Grant:
    return Grant(id=id, path=path, where=where, gives=gives, clears=CLEARANCE, groups=groups, basis=basis, says={"nb": nb, "en": en})


PROXY = _holder(
    "person.proxy",
    _FOR % "PROXY",
    _ACTS,
    covers_of("mandate"),
    "Forvaltningsloven § 12",
    "Har fullmakt",
    "Holds a proxy",
)
_GUARDIAN = ("Vergemålsloven § 31", "Er verge", "Is guardian")
GUARDIAN = _holder("person.guardian", _FOR % "GUARDIANSHIP", _MAY_ACT, covers_of("mandate"), *_GUARDIAN)
GUARDIAN_TASK = _holder("person.guardian", _FOR % "GUARDIANSHIP" + _TASK, _MAY_ACT, covers_of("task"), *_GUARDIAN, groups=("mandate",))

LINE_MANAGER = _holder(
    "person.line-manager",
    "(viewer:Person)<-[:TO]-(mandate:Mandate {kind: 'LINE_MANAGEMENT'})-[:ABOUT]->(subject:Person)-[:EMPLOYED_BY]->(business:Business), "
    "(mandate)-[:FROM]->(business), (viewer)-[:EMPLOYED_BY]->(business)",
    _MAY_ACT,
    fixed(Category.CARD, Category.CASES, Category.ACTIVITIES, Category.DIALOGUES, themes=("SYK",)),
    "Folketrygdloven § 8-7",
    "Er nærmeste leder ved {business.name}",
    "Is the line manager at {business.name}",
)


def parent(years: int) -> Grant:
    """Whoever has parental responsibility for a child under that age; the log and protections are not theirs to see by it (A21)."""
    return _holder(
        "person.parental-responsibility",
        _FOR % "PARENTAL_RESPONSIBILITY",
        f"subject.birthDate + {years} years > today AND {_MAY_ACT}",
        fixed(*(each for each in PERSONAL if each not in (Category.TRACE, Category.PROTECTION))),
        "Barnelova § 30",
        "Har foreldreansvar",
        "Has parental responsibility",
    )


def declared(policy: Policy) -> tuple[Grant | Denial, ...]:
    """The rules, in order."""
    return (PROXY, GUARDIAN, GUARDIAN_TASK, parent(policy.child_years), LINE_MANAGER)
