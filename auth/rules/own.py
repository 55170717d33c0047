"""What the person themselves sees."""

from auth.category import PERSONAL
from auth.rule import Fixed, Grant

OWN_DATA = Grant(
    id="person.own-data",
    path="(viewer:Person), (subject:Person)",
    where="viewer = subject",
    gives=Fixed(categories=frozenset(PERSONAL)),
    basis="GDPR art. 15",
    says={"nb": "Det er deg selv", "en": "It is you"},
)

GRANTS = (OWN_DATA,)
