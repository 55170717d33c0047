"""Protections of persons: gradings of the address, shielding, and data that were never screened (A3, A9)."""

from auth.rule import Denial, Grant
from auth.rules.policy import Policy
from auth.rules.terms import ADDRESS_PROTECTIONS, CLEARED, IS_ADDRESS_PROTECTION, STAFF

_KNOWN = ", ".join(f"'{code}'" for code in (*ADDRESS_PROTECTIONS, "SHIELDED"))

ADDRESS_PROTECTION = Denial(
    id="everyone.address-protection",
    path="(viewer), (subject:Person)-[:PROTECTED_AS]->(protection:Protection)",
    where=f"viewer <> subject AND {IS_ADDRESS_PROTECTION}",
    unless=(CLEARED,),
    code="{protection.code}",
    core=True,
    basis="Folkeregisterloven § 10-4",
    says={"nb": "Personen har adressebeskyttelse", "en": "The person's address is protected"},
)

SHIELDED = Denial(
    id="staff.shielded",
    path=f"{STAFF}, (subject:Person)-[:PROTECTED_AS]->(protection:Protection)",
    where="protection.code IS NOT NULL AND protection.code = 'SHIELDED'",
    unless=(CLEARED,),
    code="{protection.code}",
    core=True,
    basis="Forvaltningsloven § 13 c",
    says={
        "nb": "Personen er ansatt i etaten eller nær familie til en som er det",
        "en": "The person is employed here, or close family of someone who is",
    },
)

UNSCREENED = Denial(
    id="everyone.unscreened",
    path="(viewer), (subject:Person)",
    where="viewer <> subject AND subject.screenedAt IS NULL",
    code="UNSCREENED",
    core=True,
    basis="GDPR art. 32",
    says={
        "nb": "Vi vet ikke om personen er beskyttet eller i familie med deg",
        "en": "Whether the person is protected or kin to you is not known",
    },
)

UNKNOWN_PROTECTION = Denial(
    id="everyone.unknown-protection",
    path="(viewer), (subject:Person)-[:PROTECTED_AS]->(protection:Protection)",
    where=f"viewer <> subject AND (protection.code IS NULL OR NOT protection.code IN [{_KNOWN}])",
    code="UNSCREENED",
    core=True,
    basis="GDPR art. 32",
    says=UNSCREENED.says,
)


def declared(policy: Policy) -> tuple[Grant | Denial, ...]:
    """The rules, in order."""
    return (ADDRESS_PROTECTION, SHIELDED, UNSCREENED, UNKNOWN_PROTECTION)
