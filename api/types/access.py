"""Decisions, explained: what is open, what is closed, and why."""

from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Any

import strawberry
from strawberry import enum_value, field
from strawberry.types.enum import StrawberryEnumDefinition

from api.types.scalars import DateTime
from auth.category import Action, Category

DESCRIPTIONS: dict[str, str] = {
    "CARD": "The name: what identifies someone to a human.",
    "IDENTITY": "National number, birth, death and gender. Brings CARD with it.",
    "CONTACT": "Telephone, e-mail, language, and whether the person is reserved against digital contact.",
    "ADDRESS": "Addresses and the area that the person belongs to.",
    "FAMILY": "Partners, children, parents, household.",
    "WORK": "Employments, and roles at businesses.",
    "MANDATES": "Mandates given and held.",
    "CASES": "Cases.",
    "ACTIVITIES": "Meetings, measures, tasks.",
    "DEVICES": "Assistive devices.",
    "DIALOGUES": "That dialogues took place, never what was said.",
    "PROTECTION": "Protections, such as a confidential address.",
    "SERVICE": "Units and roles that serve the person.",
    "TRACE": "Who looked, who can see, and notices about it.",
    "OPEN": "What a public register shows anyone. Nothing that reaches a person is open.",
    "READ": "Read.",
    "COMMUNICATE": "Communicate with us on the other's behalf.",
    "WRITE": "Apply, report and change on the other's behalf.",
}


def described(closed_set: type[Enum], description: str, values: Mapping[str, str] = DESCRIPTIONS) -> None:
    """Make an enum of `auth`, which knows no Strawberry, one of the schema."""
    strawberry.enum(closed_set, description=description)
    definition: StrawberryEnumDefinition = closed_set.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = values[value.name]


described(Category, "A category of personal data. Every field has exactly one: see `@access` on it.")
described(Action, "What one may do with a category: a role or a mandate says which.")


@strawberry.enum(description="How much of someone you may see.")
class Decision(Enum):
    ALLOWED = enum_value("ALLOWED", description="Every category is open to you, of rows those in its `themes`.")
    PARTIAL = enum_value(
        "PARTIAL", description="Something is open to you, and something closed: a category, a place, or of a case all but its outline."
    )
    DENIED = enum_value(
        "DENIED", description="Nothing is open to you; of a business or a municipality, nothing beyond what registers show to everybody."
    )


@strawberry.enum(description="A language that reasons can be given in.")
class Language(Enum):
    NB = enum_value("NB", description="Norwegian bokmål.")
    EN = enum_value("EN", description="English.")


InLanguage = Annotated[Language, strawberry.argument(description="The language to say it in.")]


def worded(language: InLanguage = Language.NB) -> Any:
    """Stands for the argument of every sentence; the value comes from the plan's answer."""


ForAction = Annotated[Action, strawberry.argument(description="What you want to do.")]


def in_themes(action: ForAction = Action.READ) -> Any:
    """Stands for the argument; the value comes from the plan's answer."""


@strawberry.type(description="One step of the path from you to the one you look at.")
class PathStep:
    relationship: str = field(description="The relation walked, for example `SERVES`.")
    label: str = field(description="What it led to, for example `Area`.")
    id: strawberry.ID | None = field(description="Which one; null where you may not know.")
    name: str | None = field(description="Its name; null where you may not know.")


@strawberry.type(description="Someone or something that a case or a device hangs on, and is seen through.")
class Through:
    label: str = field(description="What it is, for example `Person`.")
    id: strawberry.ID | None = field(description="Which one; null where you may not know.")
    name: str | None = field(description="Its name; null where you may not know.")


@strawberry.type(description="Why something is open: the rule, in words, with the law or consent that it rests on.")
class Reason:
    rule: str = field(description="The rule's id, for example `employee.local-office`. It is the same in the documentation of the rules.")
    text: str = field(resolver=worded, description="The rule as a sentence, for example “Du bor i Bærum, som NAV Bærum betjener”.")
    basis: str = field(description="The law or consent that it rests on, for example “Forvaltningsloven § 13 b”.")
    path: list[PathStep] = field(description="How the rule gets from you to the one you look at.")
    through: Through | None = field(
        description="Of a case or a device: who or what it is seen through, and whose reason it is; `path` goes on from there to it. Null "
        "of all others, and where it is seen by itself, as a device by a technician."
    )
    valid_to: DateTime | None = field(description="When this reason ends by itself; null when it has no known end.")


@strawberry.type(description="One end of a fact.")
class FactEnd:
    label: str = field(description="What it is, for example `Role`.")
    id: strawberry.ID | None = field(description="Which one; null for any other that is missing, and for every one that ends.")
    name: str | None = field(description="Its name or code; null where it has none, or you may not know.")


@strawberry.type(description="A relationship on your own side, for example that a role covers a category.")
class Fact:
    relationship: str = field(description="Which, for example `COVERS`.")
    start: FactEnd = field(description="Where it begins, for example the role.")
    end: FactEnd = field(description="Where it ends, for example the category.")


@strawberry.type(description="Facts that are not there; all of them together would open more.")
class Missing:
    rule: str | None = field(description="The rule that would then open it; null where a clearance would lift what closes it.")
    text: str = field(resolver=worded, description="What is missing, as a sentence: “The role Veileder does not cover DEVICES”.")
    facts: list[Fact] = field(description="What is missing, as relationships of the model.")


@strawberry.type(description="A fact of yours that could end.")
class Ending:
    text: str = field(resolver=worded, description="What would end, as a sentence: “Your position at Nav Bærum ends”.")
    fact: Fact = field(description="What would end, as a relationship of the model.")


@strawberry.type(description="One category, open or closed.")
class CategoryAccess:
    category: Category = field(description="Which category.")
    allowed: bool = field(description="Whether you may read it.")
    themes: list[str] | None = field(
        resolver=in_themes,
        description="Codes of the only themes that it is open in for an action; null for all, and where it has no rows of themes.",
    )
    actions: list[Action] = field(
        description="What you may do with it; empty where you may not read it, and for another viewer. In a `preview`, to read alone."
    )
    reasons: list[Reason] = field(description="Why it is open.")
    missing: list[Missing] = field(
        description="Of a person, what is missing on your own side: each entry would open it, or more `themes` of it. Empty where nothing "
        "of yours that you may know of would, at another instant, and for another viewer."
    )
    endings: list[Ending] = field(
        description="Of a person, what closes it once all of the entries end. Empty where it is closed, where nothing of yours could "
        "close it, as your own data, at another instant, and for another viewer."
    )


@strawberry.type(description="Why something is closed.")
class Denial:
    code: str = field(description="For example `CONFIDENTIAL`, `DISQUALIFIED` or `OUTSIDE_AREA`; `NOT_AVAILABLE` to all but staff.")
    rule: str | None = field(
        description="Which rule it was. For controllers only, who get a code once for each of its rules; null to all others."
    )
    message: str = field(resolver=worded, description="The code as a sentence that can be shown.")
    overridable: bool = field(description="Whether an override, taken with a reason, can lift it.")


@strawberry.type(description="What you may see of someone, and why.")
class Access:
    subject: strawberry.ID = field(description="The id of the one it is about.")
    type: str | None = field(description="Its type, for example `Person`; null where it is not there, or is not there for you.")
    decision: Decision = field(description="How much you may see.")
    categories: list[CategoryAccess] = field(description="Each category of personal data, open or closed.")
    denials: list[Denial] = field(description="Why something is closed; empty when nothing closes it but the lack of a grant elsewhere.")
    grants: list[Reason] = field(description="Why something is open.")
