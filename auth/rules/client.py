"""What systems read for an organisation: the categories that they have a legal basis for, of persons who lead to it (A12)."""

from auth.rule import Denial, Gives, Grant, both, covers_of, theme_of
from auth.rules.policy import Policy
from auth.rules.terms import IN_A_THEME, OPEN_CASE

_READS = "(viewer:Client)-[reads:MAY_READ]->(category:Category), (viewer)-[:ACTS_FOR]->"


def _client(name: str, path: str, meets: str, gives: Gives, where: str, basis: str, nb: str, en: str) -> Grant:
    condition = " AND ".join(part for part in ("reads.legalBasis IS NOT NULL AND action = 'READ'", where) if part)
    return Grant(id=f"client.{name}", path=_READS + path, where=condition, gives=gives, meets=meets, basis=basis, says={"nb": nb, "en": en})


INHABITANT = _client(
    "inhabitant",
    "(municipality:Municipality)-[:GOVERNS]->(area:Area)<-[:PART_OF*0..1]-(:Area)<-[:BELONGS_TO]-(subject:Person)",
    "area",
    covers_of("category"),
    "",
    "GDPR art. 6 nr. 1 e",
    "Bor i {municipality.name}",
    "Lives in {municipality.name}",
)
CONSENT = _client(
    "consent",
    "(organisation:Business|Municipality)<-[:TO]-(consent:Consent)-[:FROM]->(subject:Person), (consent)-[:FOR]->(purpose:Purpose)",
    "organisation",
    both(covers_of("category"), covers_of("consent")),
    "purpose.code = purpose_stated",
    "GDPR art. 6 nr. 1 a",
    "Har samtykket til at {organisation.name} ser dette",
    "Has consented that {organisation.name} sees this",
)
CASE = _client(
    "case",
    "(organisation:Business)<-[:CONCERNS]-(case:Case)-[:CONCERNS]->(subject:Person)",
    "case",
    both(covers_of("category"), theme_of("case")),
    OPEN_CASE,
    "GDPR art. 6 nr. 1 e",
    "Er part i en sak sammen med {organisation.name}",
    "Is party to a case together with {organisation.name}",
)


def _secret(path: str) -> Denial:
    return Denial(
        id="client.secret-theme",
        path=f"(viewer:Client), {path}-[:IN]->(:Theme {{secret: true}})",
        code="NOT_AVAILABLE",
        core=True,
        basis="Forvaltningsloven § 13",
        says={"nb": "Saker på dette området vises ikke for systemer", "en": "Cases of this theme are not shown to systems"},
    )


SECRET = tuple(map(_secret, IN_A_THEME))


def declared(policy: Policy) -> tuple[Grant | Denial, ...]:
    """The rules, in order."""
    return (INHABITANT, CONSENT, CASE, *SECRET)
