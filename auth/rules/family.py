"""Disqualification: an employee sees neither themselves nor their own (A4). One code and one sentence, whatever the relation."""

from auth.rule import Denial, Grant, When
from auth.rules.policy import Policy

_DISQUALIFIED = "DISQUALIFIED"
_BASIS = "Forvaltningsloven § 6"
_SAYS = {
    "nb": "Du har ikke tilgang til opplysninger om deg selv eller dine nærmeste",
    "en": "You have no access to data about yourself or those close to you",
}
_SELF = "(viewer:Employee)-[:IS]->(self:Person)"


def _kin(name: str, rest: str, where: str = "") -> Denial:
    return Denial(
        id=f"employee.{name}",
        path=_SELF + rest,
        where=where,
        code=_DISQUALIFIED,
        core=True,
        when=When.ANY_TIME,
        basis=_BASIS,
        says=_SAYS,
    )


SELF = Denial(
    id="employee.self",
    path="(viewer:Employee)-[:IS]->(subject:Person)",
    code=_DISQUALIFIED,
    core=True,
    when=When.ANY_TIME,
    basis=_BASIS,
    says=_SAYS,
)
CHILD = _kin("child", "-[:PARENT_OF]->(subject:Person)")
PARENT = _kin("parent", "<-[:PARENT_OF]-(subject:Person)")
PARTNER = _kin("partner", "-[:PARTNER_OF]->(subject:Person)")
PARTNER_BACK = _kin("partner-back", "<-[:PARTNER_OF]-(subject:Person)")
SIBLING = _kin("sibling", "<-[:PARENT_OF]-(:Person)-[:PARENT_OF]->(subject:Person)", where="self <> subject")
ANCESTOR = _kin("ancestor", "<-[:PARENT_OF*2..3]-(subject:Person)")
DESCENDANT = _kin("descendant", "-[:PARENT_OF*2..3]->(subject:Person)")
CO_PARENT = _kin("common-child", "-[:PARENT_OF]->(:Person)<-[:PARENT_OF]-(subject:Person)", where="self <> subject")

UNKNOWN_IDENTITY = Denial(
    id="employee.unknown-identity",
    path="(viewer:Employee), (subject:Person)",
    unless=("(viewer)-[:IS]->(:Person)",),
    code="UNKNOWN_IDENTITY",
    core=True,
    basis=_BASIS,
    says={
        "nb": "Vi vet ikke hvem du er i folkeregisteret, og kan ikke se om du er inhabil",
        "en": "Your own person is not known, so whether you are disqualified is not known",
    },
)

SAME_OFFICE = Denial(
    id="employee.same-office",
    path=("(viewer:Employee)-[:HOLDS]->(:Position)-[:AT]->(unit:Unit)<-[:AT]-(:Position)<-[:HOLDS]-(:Employee)-[:IS]->(subject:Person)"),
    meets="unit",
    code="SAME_OFFICE",
    core=True,
    basis="Forvaltningsloven § 6",
    says={"nb": "Personen arbeider ved samme kontor som deg", "en": "The person works at the same office as you"},
)


def declared(policy: Policy) -> tuple[Grant | Denial, ...]:
    """The rules, in order."""
    further = (ANCESTOR, DESCENDANT) if policy.kin == "direct-line" else ()
    return (SELF, CHILD, PARENT, *further, PARTNER, PARTNER_BACK, SIBLING, CO_PARENT, UNKNOWN_IDENTITY, SAME_OFFICE)
