"""The graph, declared once: labels, their properties, relationships and their ends.

The loader, the type-check of rules, the compiler and `docs/model.md` are made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import MappingProxyType

from auth.category import Category

ENTITY = "Entity"
"""The label that every node has beside its own, so that an id is unique over all labels."""


class Kind(Enum):
    """How a property is stored in the graph, and written in a file."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date (2026-01-31)"
    INSTANT = "instant (epoch milliseconds in the graph; ISO 8601 in files, a date alone is its start in Europe/Oslo)"
    TEXTS = "list of text"


class Writer(StrEnum):
    """Who can write a relationship; a grant must rest on one that its viewer's own side cannot write (A12)."""

    REGISTER = "REGISTER"
    """A public register: population, business, real estate, county governor."""
    ADMINISTRATION = "ADMINISTRATION"
    """The welfare administration's own management: who works where, in which role, cleared for what."""
    CASEWORK = "CASEWORK"
    """An employee at work on a case, an activity, a dialogue, a device."""
    CITIZEN = "CITIZEN"
    """The person whom the data are about."""
    BUSINESS = "BUSINESS"
    """A business or municipality, through its representatives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property of a label or a relationship. `values` closes the set; `derived` ones are computed by us."""

    name: str
    kind: Kind
    category: Category
    values: tuple[str, ...] = ()
    required: bool = False
    unique: bool = False
    indexed: bool = False
    derived: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A kind of node. `lasts`: it has validFrom and validTo of its own. `reference`: its id is `prefix:code`.
    `made_here`: users make it, in the ways that decide who may, and no file brings it nor what leads from it."""

    name: str
    about: str
    properties: Mapping[str, Property]
    lasts: bool = False
    reference: str | None = None
    made_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A kind of relationship between one label and some. `discriminator` is the property that tells two at one time apart."""

    type: str
    start: str
    ends: tuple[str, ...]
    category: Category
    writer: Writer
    properties: Mapping[str, Property]
    discriminator: str | None = None
    guards: bool = False
    """Protection and kinship: committed before what they guard, and a rejected one closes the persons it names (A9)."""


def _own(category: Category, *properties: Property) -> Mapping[str, Property]:
    return MappingProxyType({each.name: each for each in properties})


def _texts(category: Category, *names: str) -> tuple[Property, ...]:
    return tuple(Property(name=name, kind=Kind.TEXT, category=category) for name in names)


def _one(name: str, kind: Kind, category: Category, *values: str, required: bool = False, about: str = "") -> Property:
    return Property(name=name, kind=kind, category=category, values=values, required=required, about=about)


def _key(name: str, category: Category, about: str = "", *, unique: bool = True) -> Property:
    return Property(name=name, kind=Kind.TEXT, category=category, required=True, unique=unique, indexed=True, about=about)


EVERY_NODE = _own(
    Category.OPEN,
    Property(
        name="id", kind=Kind.TEXT, category=Category.OPEN, required=True, unique=True, indexed=True, about="opaque, unique over all labels"
    ),
    _one("source", Kind.TEXT, Category.OPEN, about="where it came from"),
    _one("registeredAt", Kind.INSTANT, Category.OPEN, about="when it was registered; the time of the first load where the file is silent"),
    _one("retractedAt", Kind.INSTANT, Category.OPEN, about="when it was found to be wrong; a retracted fact never was (A16)"),
)
VALIDITY = _own(
    Category.OPEN,
    _one("validFrom", Kind.INSTANT, Category.OPEN, required=True, about="inclusive"),
    _one("validTo", Kind.INSTANT, Category.OPEN, about="exclusive; absent: open"),
)
EVERY_RELATIONSHIP = MappingProxyType({**EVERY_NODE, **VALIDITY})


def _words(category: Category) -> Property:
    about = "the words of the name as a search compares them"
    return Property(name="searchKey", kind=Kind.TEXT, category=category, derived=True, about=about)


def _searched(category: Category, start: str, other: str) -> tuple[Property, ...]:
    """What a search by text looks a name up by (`graph.load.search`)."""
    told = (("searchStart", start), ("searchOther", other))
    return _words(category), *(
        Property(name=name, kind=Kind.TEXT, category=category, indexed=True, derived=True, about=f"the first three letters of {what}")
        for name, what in told
    )


_C = Category
_CODE_AND_NAME = (_key("code", _C.OPEN), _one("name", Kind.TEXT, _C.OPEN))


_CHANGES = Property(
    name="changes", kind=Kind.INTEGER, category=_C.TRACE, derived=True, about="counts changes, which come one after the other by it"
)


def _label(
    name: str, about: str, *properties: Property, lasts: bool = False, reference: str | None = None, made_here: bool = False
) -> Label:
    return Label(name=name, about=about, properties=_own(_C.OPEN, *properties), lasts=lasts, reference=reference, made_here=made_here)


LABELS: Mapping[str, Label] = MappingProxyType(
    {
        label.name: label
        for label in (
            _label(
                "Person",
                "A human being, alive or dead.",
                *_texts(_C.CARD, "givenName", "middleName", "familyName"),
                Property(name="sortKey", kind=Kind.TEXT, category=_C.CARD, indexed=True, derived=True, about="the name in Norwegian order"),
                *_searched(_C.CARD, "the given name", "the family name"),
                _one("birthDate", Kind.DATE, _C.IDENTITY),
                _one("deathDate", Kind.DATE, _C.IDENTITY),
                _one("gender", Kind.TEXT, _C.IDENTITY, "FEMALE", "MALE", "UNKNOWN"),
                *_texts(_C.CONTACT, "phone", "email"),
                _one("contactReserved", Kind.BOOLEAN, _C.CONTACT, about="the person has reserved themselves against digital contact"),
                _one("language", Kind.TEXT, _C.CONTACT),
                _one(
                    "screenedAt", Kind.INSTANT, _C.PROTECTION, about="when protection and kinship were last read from their registers (A9)"
                ),
            ),
            _label(
                "Identifier",
                "A number that identifies a person; former ones still find the person.",
                _one("kind", Kind.TEXT, _C.IDENTITY, "NIN", "D_NUMBER", "NPID", required=True),
                _key("value", _C.IDENTITY),
            ),
            _label(
                "Address",
                "A place where persons live or get their post.",
                _one("kind", Kind.TEXT, _C.ADDRESS, "RESIDENCE", "CONTACT", "TEMPORARY", required=True),
                *_texts(_C.ADDRESS, "street", "postalCode", "city", "country"),
            ),
            _label(
                "Area",
                "A municipality, a district, a country, or nowhere known.",
                _one("kind", Kind.TEXT, _C.OPEN, "MUNICIPALITY", "DISTRICT", "COUNTRY", "UNKNOWN", required=True),
                *_CODE_AND_NAME,
                reference="area",
            ),
            _label("Household", "Persons who live together as one economy."),
            _label("Protection", "A grading or shielding of a person, and a target of clearance.", *_CODE_AND_NAME, reference="protection"),
            _label(
                "Unit",
                "A unit of the welfare administration.",
                _key("number", _C.OPEN),
                _one("name", Kind.TEXT, _C.OPEN),
                _one("kind", Kind.TEXT, _C.OPEN, "OFFICE", "AID_CENTRE", "CONTACT_CENTRE", "SPECIAL", "REGION"),
                _one(
                    "protective",
                    Kind.BOOLEAN,
                    _C.OPEN,
                    about="serves persons in hiding; reads as NAV to all but the subject and the cleared (A10)",
                ),
                _words(_C.OPEN),
                reference="unit",
            ),
            _label(
                "Employee",
                "Someone in their work, for whomever.",
                _key("ident", _C.SERVICE),
                _one("displayName", Kind.TEXT, _C.SERVICE),
                _CHANGES,
            ),
            _label("Position", "A seat: one role at one place, held by many."),
            _label(
                "Role",
                "What a position gives access to.",
                *_CODE_AND_NAME,
                _one("reach", Kind.TEXT, _C.OPEN, "LOCAL", "NATIONAL", "ASSIGNED", required=True),
                reference="role",
            ),
            _label("Category", "A category of personal data.", *_CODE_AND_NAME, reference="category"),
            _label(
                "Theme",
                "A benefit area.",
                *_CODE_AND_NAME,
                _one("secret", Kind.BOOLEAN, _C.OPEN, about="rows of it do not even exist to staff who do not handle it (A8)"),
                reference="theme",
            ),
            _label("Purpose", "Why a viewer asks.", *_CODE_AND_NAME, reference="purpose"),
            _label("LegalBasis", "The law or consent that a grant rests on.", *_CODE_AND_NAME, reference="legalbasis"),
            _label(
                "Business",
                "A legal unit or an establishment in the business register.",
                _key("organisationNumber", _C.OPEN),
                *_texts(_C.OPEN, "name", "form"),
                *_searched(_C.OPEN, "its first word", "its longest other word"),
            ),
            _label(
                "Municipality",
                "A municipality as an organisation.",
                _key("organisationNumber", _C.OPEN),
                *_texts(_C.OPEN, "name"),
                _words(_C.OPEN),
            ),
            _label("Client", "A system that reads for an organisation.", _key("clientId", _C.OPEN), _one("name", Kind.TEXT, _C.OPEN)),
            _label(
                "Mandate",
                "A right to act for another.",
                _one("kind", Kind.TEXT, _C.MANDATES, "PROXY", "GUARDIANSHIP", "PARENTAL_RESPONSIBILITY", "LINE_MANAGEMENT", required=True),
                _one("actions", Kind.TEXTS, _C.MANDATES, "READ", "COMMUNICATE", "WRITE"),
                _one("revokedAt", Kind.INSTANT, _C.MANDATES),
                lasts=True,
            ),
            _label("Task", "A guardian's task: what it covers is told by the reference data.", *_CODE_AND_NAME, reference="task"),
            _label("Consent", "A person's consent that an organisation reads.", _one("withdrawnAt", Kind.INSTANT, _C.MANDATES), lasts=True),
            _label(
                "Override",
                "Time-limited access taken with a reason.",
                *_texts(_C.TRACE, "reason", "case"),
                _one("lifts", Kind.TEXTS, _C.TRACE, about="codes of the denials that it lifts (A14); to be outside the area is none"),
                Property(
                    name="until", kind=Kind.INSTANT, category=_C.TRACE, derived=True, about="when it ends once a controller approves of it"
                ),
                lasts=True,
            ),
            _label(
                "NameRequest",
                "A controller asks for the names of the employees who can see a person; another grants it (A23).",
                Property(
                    name="reason", kind=Kind.TEXT, category=_C.TRACE, derived=True, about="encrypted under a key that is not in the graph"
                ),
                _CHANGES,
                lasts=True,
                made_here=True,
            ),
            _label(
                "Restriction",
                "By law, what a unit does about a person is withheld from them until it ends; two controllers decide it (A22).",
                *(
                    Property(name=name, kind=kind, category=_C.TRACE, derived=True, about=about)
                    for name, kind, about in (
                        ("reason", Kind.TEXT, "encrypted under a key that is not in the graph"),
                        ("legalBasis", Kind.TEXT, "act and section"),
                        ("endsAt", Kind.INSTANT, "when its last day is over"),
                    )
                ),
                _CHANGES,
                lasts=True,
                made_here=True,
            ),
            _label(
                "NoticeChoice",
                "What a person chose to be told of by notices; that with the highest number counts.",
                Property(name="kinds", kind=Kind.TEXTS, category=_C.TRACE, derived=True, about="OVERRIDE, NEW_UNIT, NEW_MANDATE, or none"),
                Property(name="number", kind=Kind.INTEGER, category=_C.TRACE, derived=True, about="how many of theirs it is"),
                made_here=True,
            ),
            _label(
                "Case",
                "A case at the welfare administration.",
                *_texts(_C.CASES, "title", "status"),
                _one("openedAt", Kind.INSTANT, _C.CASES),
                _one("closedAt", Kind.INSTANT, _C.CASES),
            ),
            _label(
                "Activity",
                "A meeting, measure, training, job fair, service or task.",
                _one("kind", Kind.TEXT, _C.ACTIVITIES, "MEETING", "MEASURE", "TRAINING", "JOB_FAIR", "SERVICE", "TASK", required=True),
                *_texts(_C.ACTIVITIES, "title", "status", "priority"),
                _one("startsAt", Kind.INSTANT, _C.ACTIVITIES),
                _one("endsAt", Kind.INSTANT, _C.ACTIVITIES),
                _one("due", Kind.INSTANT, _C.ACTIVITIES),
            ),
            _label(
                "Device",
                "An assistive device.",
                *_texts(_C.DEVICES, "product", "isoCode", "articleNumber"),
                Property(name="serialNumber", kind=Kind.TEXT, category=_C.DEVICES, indexed=True, unique=True),
                _one("status", Kind.TEXT, _C.DEVICES),
                _one("connected", Kind.BOOLEAN, _C.DEVICES),
                _one("lastSeenAt", Kind.INSTANT, _C.DEVICES),
            ),
            _label(
                "Dialogue",
                "That a dialogue took place and where it lies; never what was said.",
                *_texts(_C.DIALOGUES, "channel", "heldIn", "reference"),
                _one("startedAt", Kind.INSTANT, _C.DIALOGUES),
                _one("endedAt", Kind.INSTANT, _C.DIALOGUES),
            ),
            _label(
                "Correction",
                "Someone says that something is wrong.",
                *_texts(_C.TRACE, "statement", "status", "answer"),
                _one("createdAt", Kind.INSTANT, _C.TRACE),
                _one("decidedAt", Kind.INSTANT, _C.TRACE),
            ),
        )
    }
)


def _relationship(
    type: str,
    start: str,
    ends: str,
    category: Category,
    writer: Writer,
    *properties: Property,
    discriminator: str | None = None,
    guards: bool = False,
) -> Relationship:
    return Relationship(
        type=type,
        start=start,
        ends=tuple(ends.split("|")),
        category=category,
        writer=writer,
        properties=_own(category, *properties),
        discriminator=discriminator,
        guards=guards,
    )


_REGISTER, _ADMINISTRATION, _CASEWORK, _CITIZEN, _BUSINESS = Writer
_ANY = "|".join(LABELS)

RELATIONSHIPS: tuple[Relationship, ...] = (
    _relationship("IDENTIFIED_BY", "Person", "Identifier", _C.IDENTITY, _REGISTER),
    _relationship("HAS_ADDRESS", "Person", "Address", _C.ADDRESS, _REGISTER),
    _relationship("BELONGS_TO", "Person", "Area", _C.ADDRESS, _REGISTER),
    _relationship(
        "PARENT_OF",
        "Person",
        "Person",
        _C.FAMILY,
        _REGISTER,
        _one("role", Kind.TEXT, _C.FAMILY, "MOTHER", "FATHER", "CO_MOTHER", "PARENT"),
        discriminator="role",
        guards=True,
    ),
    _relationship(
        "PARTNER_OF",
        "Person",
        "Person",
        _C.FAMILY,
        _REGISTER,
        _one("status", Kind.TEXT, _C.FAMILY, "MARRIED", "REGISTERED_PARTNER", "SEPARATED", "DIVORCED", "WIDOWED", "COHABITANT"),
        discriminator="status",
        guards=True,
    ),
    _relationship("MEMBER_OF", "Person", "Household", _C.FAMILY, _REGISTER),
    _relationship(
        "EMPLOYED_BY",
        "Person",
        "Business",
        _C.WORK,
        _REGISTER,
        _one("title", Kind.TEXT, _C.WORK),
        _one("percentage", Kind.NUMBER, _C.WORK),
        discriminator="title",
    ),
    _relationship("HOLDS", "Person", "Position", _C.WORK, _REGISTER),
    _relationship("PROTECTED_AS", "Person", "Protection", _C.PROTECTION, _REGISTER, guards=True),
    _relationship("FOLLOWED_UP_BY", "Person", "Unit", _C.SERVICE, _ADMINISTRATION),
    _relationship(
        "TAKES_PART_IN", "Person", "Activity", _C.ACTIVITIES, _CASEWORK, _one("answer", Kind.TEXT, _C.ACTIVITIES, "YES", "NO", "NONE")
    ),
    _relationship("IN", "Address", "Area", _C.ADDRESS, _REGISTER),
    _relationship("PART_OF", "Area", "Area", _C.OPEN, _REGISTER),
    _relationship("OPENS", "Protection", "Protection", _C.OPEN, _ADMINISTRATION),
    _relationship("PART_OF", "Unit", "Unit", _C.OPEN, _ADMINISTRATION),
    _relationship(
        "SERVES",
        "Unit",
        "Area",
        _C.OPEN,
        _ADMINISTRATION,
        _one("theme", Kind.TEXT, _C.OPEN, about="code of the only theme that the unit serves the area for; absent: all"),
        discriminator="theme",
    ),
    _relationship("IS", "Employee", "Person", _C.IDENTITY, _ADMINISTRATION, guards=True),
    _relationship("HOLDS", "Employee", "Position", _C.SERVICE, _ADMINISTRATION),
    _relationship("CLEARED_FOR", "Employee", "Protection", _C.SERVICE, _ADMINISTRATION),
    _relationship("ASSIGNED_TO", "Employee", "Case", _C.CASES, _ADMINISTRATION),
    _relationship("AT", "Position", "Unit|Municipality|Business", _C.OPEN, _ADMINISTRATION),
    _relationship("IN", "Position", "Role", _C.OPEN, _ADMINISTRATION),
    _relationship(
        "COVERS",
        "Role",
        "Category",
        _C.OPEN,
        _ADMINISTRATION,
        _one("actions", Kind.TEXTS, _C.OPEN, "READ", "COMMUNICATE", "WRITE", about="READ where it is silent"),
    ),
    _relationship("HANDLES", "Role", "Theme", _C.OPEN, _ADMINISTRATION),
    _relationship("MAY_STATE", "Role", "Purpose", _C.OPEN, _ADMINISTRATION),
    _relationship("COVERS", "Purpose", "Category", _C.OPEN, _ADMINISTRATION),
    _relationship("PART_OF", "Business", "Business", _C.OPEN, _REGISTER),
    _relationship("BASED_IN", "Business", "Area", _C.OPEN, _REGISTER),
    _relationship("OWNED_BY", "Business", "Person", _C.WORK, _REGISTER),
    _relationship("GOVERNS", "Municipality", "Area", _C.OPEN, _REGISTER),
    _relationship("ACTS_FOR", "Client", "Business|Municipality", _C.OPEN, _ADMINISTRATION),
    _relationship(
        "MAY_READ",
        "Client",
        "Category",
        _C.OPEN,
        _ADMINISTRATION,
        _one("legalBasis", Kind.TEXT, _C.OPEN, about="code of the LegalBasis"),
        discriminator="legalBasis",
    ),
    _relationship("MAY_STATE", "Client", "Purpose", _C.OPEN, _ADMINISTRATION),
    _relationship("FROM", "Mandate", "Person|Business", _C.MANDATES, _CITIZEN),
    _relationship("TO", "Mandate", "Person|Business", _C.MANDATES, _CITIZEN),
    _relationship("ABOUT", "Mandate", "Person", _C.MANDATES, _BUSINESS),
    _relationship("COVERS", "Mandate", "Theme|Category|Task", _C.MANDATES, _CITIZEN),
    _relationship("COVERS", "Task", "Theme|Category", _C.OPEN, _ADMINISTRATION),
    _relationship("CLEARED_FOR", "Mandate", "Protection", _C.PROTECTION, _REGISTER),
    _relationship("FROM", "Consent", "Person", _C.MANDATES, _CITIZEN),
    _relationship("TO", "Consent", "Business|Municipality", _C.MANDATES, _CITIZEN),
    _relationship("COVERS", "Consent", "Category|Theme", _C.MANDATES, _CITIZEN),
    _relationship("FOR", "Consent", "Purpose", _C.MANDATES, _CITIZEN),
    _relationship("BY", "Override", "Employee", _C.TRACE, _CASEWORK),
    _relationship("OF", "Override", "Person", _C.TRACE, _CASEWORK),
    _relationship("APPROVED_BY", "Override", "Employee", _C.TRACE, _CASEWORK),
    _relationship("DISAPPROVED_BY", "Override", "Employee", _C.TRACE, _CASEWORK),
    _relationship("BY", "NameRequest", "Employee", _C.TRACE, _CASEWORK),
    _relationship("OF", "NameRequest", "Person", _C.TRACE, _CASEWORK),
    _relationship("GRANTED_BY", "NameRequest", "Employee", _C.TRACE, _CASEWORK),
    _relationship("REFUSED_BY", "NameRequest", "Employee", _C.TRACE, _CASEWORK),
    _relationship("WITHDRAWN_BY", "NameRequest", "Employee", _C.TRACE, _CASEWORK),
    _relationship("BY", "Restriction", "Employee", _C.TRACE, _CASEWORK),
    _relationship("OF", "Restriction", "Person", _C.TRACE, _CASEWORK),
    _relationship("FOR", "Restriction", "Unit", _C.TRACE, _CASEWORK),
    _relationship("WITHHOLDS", "Restriction", "Unit", _C.TRACE, _CASEWORK),
    _relationship("GRANTED_BY", "Restriction", "Employee", _C.TRACE, _CASEWORK),
    _relationship("REFUSED_BY", "Restriction", "Employee", _C.TRACE, _CASEWORK),
    _relationship("WITHDRAWN_BY", "Restriction", "Employee", _C.TRACE, _CASEWORK),
    _relationship("OF", "NoticeChoice", "Person", _C.TRACE, _CITIZEN),
    _relationship(
        "CONCERNS",
        "Case",
        "Person|Business|Device",
        _C.CASES,
        _CASEWORK,
        _one("part", Kind.TEXT, _C.CASES, "MAIN", "PARTY", required=True),
        discriminator="part",
    ),
    _relationship("IN", "Case", "Theme", _C.CASES, _CASEWORK),
    _relationship("OWNED_BY", "Case", "Unit", _C.CASES, _CASEWORK),
    _relationship("ARRANGED_BY", "Activity", "Business|Unit|Municipality", _C.ACTIVITIES, _CASEWORK),
    _relationship("PART_OF", "Activity", "Case", _C.ACTIVITIES, _CASEWORK),
    _relationship("ON", "Activity", "Device", _C.ACTIVITIES, _CASEWORK),
    _relationship(
        "LENT_TO",
        "Device",
        "Person",
        _C.DEVICES,
        _CASEWORK,
        _one("loanType", Kind.TEXT, _C.DEVICES, "PERMANENT", "TIME_LIMITED", "SHORT_TERM", "TRIAL"),
    ),
    _relationship("KEPT_AT", "Device", "Address|Business|Municipality|Unit", _C.DEVICES, _CASEWORK),
    _relationship("OWNED_BY", "Device", "Unit|Municipality|Business", _C.DEVICES, _CASEWORK),
    _relationship("WITH", "Dialogue", "Person|Business", _C.DIALOGUES, _CASEWORK),
    _relationship("BY", "Dialogue", "Employee|Unit", _C.DIALOGUES, _CASEWORK),
    _relationship("IN", "Dialogue", "Theme", _C.DIALOGUES, _CASEWORK),
    _relationship("LOCKED_TO", "Dialogue", "Unit", _C.DIALOGUES, _CASEWORK),
    _relationship("ABOUT", "Correction", _ANY, _C.TRACE, _CITIZEN),
    _relationship("BY", "Correction", "Person", _C.TRACE, _CITIZEN),
)


def between(type: str, start: str, end: str) -> Relationship | None:
    """The declared relationship of that type between two labels, or none."""
    return next((each for each in RELATIONSHIPS if each.type == type and each.start == start and end in each.ends), None)


def properties_of(label: Label) -> Mapping[str, Property]:
    """All properties that a node of the label can have."""
    return {**EVERY_NODE, **(VALIDITY if label.lasts else {}), **label.properties}


def properties_between(relationship: Relationship) -> Mapping[str, Property]:
    """All properties that a relationship of the kind can have."""
    return {**EVERY_RELATIONSHIP, **relationship.properties}
