"""What Tilgangsmaskinen answers: one employee, one person, no purpose narrower than the role, and one reason.

It knows neither places nor rows, no outsiders, no offices of colleagues and no data that were never screened; who belongs to no area
it opens to all. Source: the rules of its published engine; the deny codes are named as ours.
"""

from auth.rule import Denial, Grant, Row
from auth.rules import family, own, population, protection, rows, work
from auth.rules.policy import Policy

POLICY = Policy(without_area=True, exempt_themes=(), kin="near")


def declared() -> list[Grant | Denial | Row]:
    """The rules, in order."""
    grants = (own.OWN_DATA, *(rule for rule in work.declared(POLICY) if rule is not work.COLLEAGUE))
    kin = (rule for rule in family.declared(POLICY) if rule not in (family.UNKNOWN_IDENTITY, family.SAME_OFFICE))
    return [
        *grants,
        protection.ADDRESS_PROTECTION,
        protection.SHIELDED,
        *kin,
        *population.declared(POLICY),
        *rows.ROWS,
    ]
