"""What hangs on whom: rows are read through the persons that they concern (A8)."""

from collections.abc import Mapping

from auth.category import Category
from auth.rule import Denial, Grant, Row
from auth.rules.policy import Policy

_CONCERNS = {"nb": "Saken gjelder {subject}", "en": "The case concerns {subject}"}
_OWNED_OR_KEPT = {"nb": "Hjelpemiddelet eies eller oppbevares av {subject}", "en": "The device is owned or kept by {subject}"}

CASE = Row(
    id="row.case",
    path="(subject:Person)<-[:CONCERNS]-(row:Case)",
    category=Category.CASES,
    theme="(row:Case)-[:IN]->(theme:Theme)",
    outlined=True,
    says=_CONCERNS,
)
DIALOGUE = Row(
    id="row.dialogue",
    path="(subject:Person)<-[:WITH]-(row:Dialogue)",
    category=Category.DIALOGUES,
    theme="(row:Dialogue)-[:IN]->(theme:Theme)",
)
ACTIVITY = Row(
    id="row.activity",
    path="(subject:Person)-[:TAKES_PART_IN]->(row:Activity)",
    category=Category.ACTIVITIES,
    theme="(row:Activity)-[:PART_OF]->(:Case)-[:IN]->(theme:Theme)",
)
DEVICE = Row(
    id="row.device",
    path="(subject:Person)<-[:LENT_TO]-(row:Device)",
    category=Category.DEVICES,
    fixed_theme="HJE",
    says={"nb": "Hjelpemiddelet er lånt ut til {subject}", "en": "The device is lent to {subject}"},
)
MANDATE_GIVEN = Row(id="row.mandate-given", path="(subject:Person)<-[:FROM]-(row:Mandate)", category=Category.MANDATES)
MANDATE_HELD = Row(id="row.mandate-held", path="(subject:Person)<-[:TO]-(row:Mandate)", category=Category.MANDATES)
PROPRIETORSHIP = Row(
    id="row.proprietorship", path="(subject:Person)<-[:OWNED_BY]-(:Business)<-[:PART_OF*0..2]-(row:Business)", category=Category.WORK
)


def _business(name: str, path: str, category: Category, like: Row, says: Mapping[str, str] | None = None) -> Row:
    return Row(
        id=f"row.business-{name}",
        path=f"(subject:Business){path}",
        category=category,
        theme=like.theme,
        fixed_theme=like.fixed_theme,
        outlined=like.outlined,
        says=says or {},
    )


BUSINESS = (
    _business("case", "<-[:CONCERNS]-(row:Case)", Category.CASES, CASE, _CONCERNS),
    _business("dialogue", "<-[:WITH]-(row:Dialogue)", Category.DIALOGUES, DIALOGUE),
    _business("activity", "<-[:ARRANGED_BY]-(row:Activity)", Category.ACTIVITIES, ACTIVITY),
    _business("device", "<-[:KEPT_AT|OWNED_BY]-(row:Device)", Category.DEVICES, DEVICE, _OWNED_OR_KEPT),
)
DEVICE_CASE = Row(
    id="row.device-case",
    path="(subject:Device)<-[:CONCERNS]-(row:Case)",
    category=Category.CASES,
    theme=CASE.theme,
    outlined=True,
    says=_CONCERNS,
)
MUNICIPALITY = (
    Row(
        id="row.municipality-device",
        path="(subject:Municipality)<-[:KEPT_AT|OWNED_BY]-(row:Device)",
        category=Category.DEVICES,
        fixed_theme=DEVICE.fixed_theme,
        says=_OWNED_OR_KEPT,
    ),
    Row(
        id="row.municipality-activity",
        path="(subject:Municipality)<-[:ARRANGED_BY]-(row:Activity)",
        category=Category.ACTIVITIES,
        theme=ACTIVITY.theme,
    ),
)

_SAYS = {"nb": "En annen part er beskyttet eller nær deg", "en": "Another party is protected, or close to you"}


def _party(id: str, path: str, own: str) -> Denial:
    """Whoever takes part themselves keeps what is theirs; and who holds a cleared mandate for the other is not kept out by them."""
    return Denial(
        id=id,
        path=f"(viewer), {path}(party:Person)",
        unless=(
            f"(viewer:Person){own}(subject)",
            "(viewer:Person)<-[:TO]-(mandate:Mandate)-[:FROM]->(party), (mandate)-[:CLEARED_FOR]->(:Protection)",
        ),
        inherits="party",
        code="PARTY",
        core=True,
        basis="Forvaltningsloven § 13",
        says=_SAYS,
    )


_OWNER_OF = "(:Business)-[:PART_OF*0..2]->(:Business)-[:OWNED_BY]->"
PARTIES = (
    _party("case.party", "(subject:Case)-[:CONCERNS]->", "<-[:CONCERNS]-"),
    _party("case.party", f"(subject:Case)-[:CONCERNS]->{_OWNER_OF}", "<-[:CONCERNS]-"),
    _party("dialogue.party", "(subject:Dialogue)-[:WITH]->", "<-[:WITH]-"),
    _party("dialogue.party", f"(subject:Dialogue)-[:WITH]->{_OWNER_OF}", "<-[:WITH]-"),
    _party("device.party", "(subject:Device)-[:LENT_TO]->", "<-[:LENT_TO]-"),
    _party("activity.party", "(subject:Activity)-[:PART_OF]->(:Case)-[:CONCERNS]->", "-[:TAKES_PART_IN]->"),
    _party("activity.party", "(subject:Activity)-[:ON]->(:Device)-[:LENT_TO]->", "-[:TAKES_PART_IN]->"),
)

CLOSED_CASE = Denial(
    id="case.closed",
    path="(viewer:Employee|Client), (subject:Case)",
    where="subject.closedAt IS NOT NULL AND subject.closedAt <= now",
    unless=("(viewer:Employee)-[:HOLDS]->(:Position)-[:IN]->(:Role {code: 'CASE_HISTORIAN'})",),
    code="CLOSED",
    core=True,
    basis="Forvaltningsloven § 13 b",
    says={"nb": "Saken er avsluttet", "en": "The case is closed"},
)

LOCKED = Denial(
    id="dialogue.locked",
    path="(viewer:Employee|Client), (subject:Dialogue)-[:LOCKED_TO]->(unit:Unit)",
    unless=("(viewer:Employee)-[:HOLDS]->(:Position)-[:AT]->(unit)",),
    code="LOCKED",
    core=True,
    basis="NAV-loven § 15",
    says={"nb": "Dialogen er låst til et kontor", "en": "The dialogue is locked to an office"},
)

OWNER_UNKNOWN = Denial(
    id="business.owner-unknown",
    path="(viewer), (subject:Business)-[:PART_OF*0..2]->(firm:Business {form: 'ENK'})",
    unless=("(firm)-[:OWNED_BY]->(:Person)",),
    code="NO_GRANT",
    core=True,
    basis="Folkeregisterloven § 10-4",
    says={"nb": "Vi vet ikke hvem som eier foretaket", "en": "Who owns the business is not known"},
)

ROWS = (CASE, DIALOGUE, ACTIVITY, DEVICE, MANDATE_GIVEN, MANDATE_HELD, PROPRIETORSHIP, DEVICE_CASE, *BUSINESS, *MUNICIPALITY)

OWNER = Denial(
    id="business.owner",
    path="(viewer), (subject:Business)-[:PART_OF*0..2]->(:Business)-[:OWNED_BY]->(owner:Person)",
    inherits="owner",
    code="OWNER",
    core=True,
    basis="Folkeregisterloven § 10-4",
    says={"nb": "Den som eier foretaket, er beskyttet eller nær deg", "en": "Who owns the business is protected, or close to you"},
)


def declared(policy: Policy) -> tuple[Grant | Denial | Row, ...]:
    """The rules, in order."""
    return (*ROWS, *PARTIES, CLOSED_CASE, LOCKED, OWNER_UNKNOWN, OWNER)
