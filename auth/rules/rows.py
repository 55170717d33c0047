"""What hangs on whom: rows are read through the persons that they concern (A8)."""

from auth.category import Category
from auth.rule import Denial, Row

CASE = Row(
    id="row.case",
    path="(subject:Person)<-[:CONCERNS]-(row:Case)",
    category=Category.CASES,
    theme="(row:Case)-[:IN]->(theme:Theme)",
    outlined=True,
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
DEVICE = Row(id="row.device", path="(subject:Person)<-[:LENT_TO]-(row:Device)", category=Category.DEVICES, fixed_theme="HJE")
MANDATE_GIVEN = Row(id="row.mandate-given", path="(subject:Person)<-[:FROM]-(row:Mandate)", category=Category.MANDATES)
MANDATE_HELD = Row(id="row.mandate-held", path="(subject:Person)<-[:TO]-(row:Mandate)", category=Category.MANDATES)
PROPRIETORSHIP = Row(
    id="row.proprietorship", path="(subject:Person)<-[:OWNED_BY]-(:Business)<-[:PART_OF*0..2]-(row:Business)", category=Category.WORK
)

ROWS = (CASE, DIALOGUE, ACTIVITY, DEVICE, MANDATE_GIVEN, MANDATE_HELD, PROPRIETORSHIP)

_SAYS = {"nb": "En annen part er beskyttet eller nær deg", "en": "Another party is protected, or close to you"}

CASE_PARTY = Denial(
    id="case.party",
    path="(viewer:Employee), (subject:Case)-[:CONCERNS]->(party:Person)",
    inherits="party",
    code="PARTY",
    core=True,
    basis="Forvaltningsloven § 13",
    says=_SAYS,
)

LOCKED = Denial(
    id="dialogue.locked",
    path="(viewer:Employee), (subject:Dialogue)-[:LOCKED_TO]->(unit:Unit)",
    unless=("(viewer)-[:HOLDS]->(:Position)-[:AT]->(unit)",),
    code="LOCKED",
    core=True,
    basis="NAV-loven § 15",
    says={"nb": "Dialogen er låst til et kontor", "en": "The dialogue is locked to an office"},
)

OWNER_UNKNOWN = Denial(
    id="business.owner-unknown",
    path="(viewer), (subject:Business {form: 'ENK'})",
    unless=("(subject)-[:OWNED_BY]->(:Person)",),
    code="NO_GRANT",
    core=True,
    basis="Folkeregisterloven § 10-4",
    says={"nb": "Vi vet ikke hvem som eier foretaket", "en": "Who owns the business is not known"},
)

DENIALS = (CASE_PARTY, LOCKED, OWNER_UNKNOWN)
