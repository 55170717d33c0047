"""What representatives of a business see of it, its establishments and the people attached, each by what the seat covers."""

from auth.category import OF_ORGANISATIONS, PERSONAL, Category
from auth.rule import Denial, Grant, both, covers_of, fixed
from auth.rules.policy import Policy
from auth.rules.terms import CLEARANCE, LOCAL_ROLE

_SEAT = "(viewer:Person|Employee)-[:HOLDS]->(position:Position)-[:AT]->"
_OF_BUSINESS = both(LOCAL_ROLE, fixed(*OF_ORGANISATIONS))
_OF_THOSE_ATTACHED = tuple(each for each in PERSONAL if each is not Category.DEVICES)
"""The devices of a business are read through it: what stands in the homes of those who work there is theirs."""
_BASIS = "Forvaltningsloven § 12"

REPRESENTATIVE = Grant(
    id="business.representative",
    path=f"{_SEAT}(subject:Business)",
    gives=_OF_BUSINESS,
    basis=_BASIS,
    says={"nb": "Representerer {subject.name}", "en": "Represents {subject.name}"},
)
HIERARCHY = Grant(
    id="business.hierarchy",
    path=f"{_SEAT}(business:Business)<-[:PART_OF*1..2]-(subject:Business)",
    gives=_OF_BUSINESS,
    meets="business",
    basis=_BASIS,
    says={"nb": "Representerer {business.name}, som dette er en del av", "en": "Represents {business.name}, which this is part of"},
)
ATTACHED = Grant(
    id="business.attached-person",
    path=f"{_SEAT}(business:Business)<-[:PART_OF*0..2]-(:Business)<-[:EMPLOYED_BY]-(subject:Person)",
    gives=both(LOCAL_ROLE, fixed(*_OF_THOSE_ATTACHED)),
    meets="business",
    basis=_BASIS,
    says={"nb": "Arbeider i {business.name}", "en": "Works at {business.name}"},
)
PROXY = Grant(
    id="business.proxy",
    path=(
        "(viewer:Person)-[:HOLDS]->(position:Position)-[:AT]->(business:Business)"
        "<-[:TO]-(mandate:Mandate {kind: 'PROXY'})-[:FROM]->(subject:Person)"
    ),
    where="action IN mandate.actions",
    gives=both(LOCAL_ROLE, covers_of("mandate")),
    clears=CLEARANCE,
    meets="business",
    basis=_BASIS,
    says={"nb": "Har gitt {business.name} fullmakt", "en": "Has given {business.name} a proxy"},
)


def declared(policy: Policy) -> tuple[Grant | Denial, ...]:
    """The rules, in order."""
    return (REPRESENTATIVE, HIERARCHY, ATTACHED, PROXY)
