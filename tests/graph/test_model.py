"""The model has every label and relationship that the import format promises."""

import pytest

from auth.category import Category
from graph import change
from graph.describe import page
from graph.model import LABELS, RELATIONSHIPS, between, properties_between, properties_of

PROMISED = """
Person: IDENTIFIED_BY>Identifier HAS_ADDRESS>Address BELONGS_TO>Area PARENT_OF{role}>Person PARTNER_OF{status}>Person MEMBER_OF>Household
        EMPLOYED_BY{title,percentage}>Business HOLDS>Position PROTECTED_AS>Protection FOLLOWED_UP_BY>Unit TAKES_PART_IN{answer}>Activity
Identifier:
Address: IN>Area
Area: PART_OF>Area
Household:
Protection: OPENS>Protection
Unit: PART_OF>Unit SERVES{theme}>Area
Employee: IS>Person HOLDS>Position CLEARED_FOR>Protection ASSIGNED_TO>Case
Position: AT>Unit AT>Municipality AT>Business IN>Role
Role: COVERS{actions}>Category HANDLES>Theme MAY_STATE>Purpose
Category:
Theme:
Purpose: COVERS>Category
LegalBasis:
Business: PART_OF>Business BASED_IN>Area OWNED_BY>Person
Municipality: GOVERNS>Area
Client: ACTS_FOR>Business ACTS_FOR>Municipality MAY_READ{legalBasis}>Category MAY_STATE>Purpose
Mandate: FROM>Person FROM>Business TO>Person TO>Business ABOUT>Person COVERS>Theme COVERS>Category COVERS>Task CLEARED_FOR>Protection
Task: COVERS>Theme COVERS>Category
Consent: FROM>Person TO>Business TO>Municipality COVERS>Category COVERS>Theme FOR>Purpose
Override: BY>Employee OF>Person APPROVED_BY>Employee DISAPPROVED_BY>Employee
NameRequest: BY>Employee OF>Person GRANTED_BY>Employee REFUSED_BY>Employee WITHDRAWN_BY>Employee
Restriction: BY>Employee OF>Person FOR>Unit WITHHOLDS>Unit GRANTED_BY>Employee REFUSED_BY>Employee WITHDRAWN_BY>Employee
NoticeChoice: OF>Person
Case: CONCERNS{part}>Person CONCERNS{part}>Business CONCERNS{part}>Device IN>Theme OWNED_BY>Unit
Activity: ARRANGED_BY>Business ARRANGED_BY>Unit ARRANGED_BY>Municipality PART_OF>Case ON>Device
Device: LENT_TO{loanType}>Person KEPT_AT>Address KEPT_AT>Business KEPT_AT>Municipality KEPT_AT>Unit OWNED_BY>Unit OWNED_BY>Municipality OWNED_BY>Business
Dialogue: WITH>Person WITH>Business BY>Employee BY>Unit IN>Theme LOCKED_TO>Unit
Correction: BY>Person
"""  # noqa: E501  # one line a label
PROPERTIES = {
    "Person": "givenName middleName familyName birthDate deathDate gender phone email contactReserved language screenedAt",
    "Identifier": "kind value",
    "Address": "kind street postalCode city country",
    "Area": "kind code name",
    "Household": "",
    "Protection": "code",
    "Unit": "number name kind protective",
    "Employee": "ident displayName changes",
    "Position": "",
    "Role": "code name reach",
    "Category": "code name",
    "Theme": "code name secret",
    "Purpose": "code name",
    "LegalBasis": "code name",
    "Business": "organisationNumber name form",
    "Municipality": "organisationNumber name",
    "Client": "clientId",
    "Mandate": "kind actions revokedAt validFrom validTo",
    "Task": "code name",
    "Consent": "withdrawnAt validFrom validTo",
    "Override": "reason case lifts until validFrom validTo",
    "NameRequest": "reason changes validFrom validTo",
    "Restriction": "reason legalBasis endsAt changes validFrom validTo",
    "NoticeChoice": "kinds number",
    "Case": "title status openedAt closedAt",
    "Activity": "kind title status startsAt endsAt due priority",
    "Device": "product isoCode articleNumber serialNumber status connected lastSeenAt",
    "Dialogue": "channel startedAt endedAt heldIn reference",
    "Correction": "statement status createdAt decidedAt answer",
}


def promised() -> dict[str, list[str]]:
    parts = [part.split(":") for part in PROMISED.replace("\n        ", " ").strip().splitlines()]
    return {label.strip(): edges.split() for label, edges in parts}


@pytest.mark.parametrize("label", promised())
def test_a_promised_label_has_its_relationships(label: str) -> None:
    for edge in promised()[label]:
        named, end = edge.split(">")
        type, _, own = named.rstrip("}").partition("{")
        kind = between(type, label, end)
        assert kind is not None, edge
        assert set(own.split(",") if own else []) <= set(properties_between(kind))


@pytest.mark.parametrize("label", PROPERTIES)
def test_a_promised_label_has_its_properties(label: str) -> None:
    assert set(PROPERTIES[label].split()) | {"id", "source", "registeredAt", "retractedAt"} <= set(properties_of(LABELS[label]))


def test_there_is_no_label_beside_the_promised() -> None:
    assert set(LABELS) == set(promised()) == set(PROPERTIES)


def test_a_correction_may_be_about_anything() -> None:
    assert all(between("ABOUT", "Correction", label) for label in LABELS)


def test_protection_and_kinship_are_guards() -> None:
    assert {each.type for each in RELATIONSHIPS if each.guards} == {"PROTECTED_AS", "PARENT_OF", "PARTNER_OF", "IS"}


def test_only_what_a_public_register_shows_of_a_person_is_open() -> None:
    assert all(each.category is not Category.OPEN for each in LABELS["Person"].properties.values())
    assert all(each.category is not Category.OPEN for each in RELATIONSHIPS if "Person" in (each.start, *each.ends))


@pytest.mark.parametrize("label", LABELS)
def test_the_page_tells_of_every_label_and_its_properties(label: str) -> None:
    told = page().partition(f"### {label}\n")[2].partition("\n### ")[0]
    assert all(f"| `{name}` |" in told for name in LABELS[label].properties)
    assert all(f"- `{each.type}` → " in told for each in RELATIONSHIPS if each.start == label)


def test_every_statement_that_is_a_file_is_used() -> None:
    used = "".join(path.read_text(encoding="utf-8") for path in change.FOLDER.parent.glob("*.py"))
    assert [path.stem for path in change.FOLDER.glob("*.cypher") if f'"{path.stem}"' not in used] == []
