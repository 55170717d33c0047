"""What the person themselves sees."""

from auth.category import OF_ORGANISATIONS, PERSONAL
from auth.rule import Denial, Grant, fixed
from auth.rules.policy import Policy
from auth.rules.terms import IN_A_THEME

_BASIS = "GDPR art. 15"

OWN_DATA = Grant(
    id="person.own-data",
    path="(viewer:Person), (subject:Person)",
    where="viewer = subject",
    gives=fixed(*PERSONAL),
    basis=_BASIS,
    says={"nb": "Det er deg selv", "en": "It is you"},
    tells={"nb": "Personen selv", "en": "The person themselves"},
)

OWN_BUSINESS = Grant(
    id="person.own-business",
    path="(viewer:Person)<-[:OWNED_BY]-(:Business)<-[:PART_OF*0..2]-(subject:Business)",
    gives=fixed(*OF_ORGANISATIONS),
    basis=_BASIS,
    says={"nb": "Det er ditt eget foretak", "en": "It is your own business"},
    tells={"nb": "Eier foretaket", "en": "Owns the business"},
)


def _exempt(path: str, themes: tuple[str, ...]) -> Denial:
    return Denial(
        id="person.exempt-theme",
        path=f"(viewer:Person), {path}-[:IN]->(theme:Theme)",
        where="theme.code IN [" + ", ".join(f"'{theme}'" for theme in themes) + "]",
        code="NOT_AVAILABLE",
        core=True,
        basis="Personopplysningsloven § 16",
        says={"nb": "Saker på dette området vises ikke her", "en": "Cases of this theme are not shown here"},
    )


def declared(policy: Policy) -> tuple[Grant | Denial, ...]:
    """The rules, in order."""
    exempt = tuple(_exempt(path, policy.exempt_themes) for path in IN_A_THEME) if policy.exempt_themes else ()
    return (OWN_DATA, OWN_BUSINESS, *exempt)
