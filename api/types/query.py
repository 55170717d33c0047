"""Where a read begins."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET, field

from api.types.access import Access
from api.types.alarm import AlarmConnection, raised
from api.types.business import Business
from api.types.case import Case
from api.types.device import Device
from api.types.municipality import Municipality
from api.types.name_request import NameRequestConnection, requests
from api.types.node import Node
from api.types.override import OverrideConnection, standing
from api.types.person import Person
from api.types.preview import previewed
from api.types.reach import PersonConnection, reached
from api.types.restriction import RestrictionConnection, restrictions
from api.types.scalars import DateTime
from api.types.search import SearchConnection, searched
from api.types.subject import OfType
from api.types.unit import Unit
from api.types.usage import UnitUsage, used
from api.types.viewer import Viewer
from api.types.viewer_group import ViewerGroupConnection, groups
from api.types.visit import VisitConnection, visited
from auth.viewer import ViewerKind


def _said(text: str) -> object:
    return strawberry.argument(description=text)


Id = Annotated[strawberry.ID | None, _said("Its id, for example `p-kari`, or one that another answer gave.")]
At = Annotated[
    DateTime | None,
    _said(
        "Show what was valid then, for example `2025-06-30`; now when left out, or where it is still to come. Your right to see is judged "
        "now all the same."
    ),
]
KnownAt = Annotated[
    DateTime | None,
    _said(
        "Show what was registered by then, for example `2025-06-30T12:00:00Z`, also what was later found wrong; what we "
        "know now when left out."
    ),
]
JudgedAt = Annotated[
    DateTime | None,
    _said(
        "Judge as it was then, for example `2025-06-30`; now when left out, or where it is still to come. Where you "
        "are denied now, the answer is that of now."
    ),
]
Nin = Annotated[str | None, _said("National identity number, present or former, eleven digits, for example `17858400201`.")]
OrganisationNumber = Annotated[str | None, _said("Organisation number, nine digits, for example `889640782`.")]
AreaCode = Annotated[str | None, _said("Code of an area that it governs, for example `0301`.")]
UnitNumber = Annotated[str | None, _said("Unit number, four digits, for example `0219`.")]
SerialNumber = Annotated[str | None, _said("The device's own serial number, for example `710002`.")]


def by_nin(id: Id = UNSET, nin: Nin = UNSET, at: At = UNSET, known_at: KnownAt = UNSET) -> Any: ...
def by_organisation(id: Id = UNSET, organisation_number: OrganisationNumber = UNSET, at: At = UNSET, known_at: KnownAt = UNSET) -> Any: ...
def by_code(id: Id = UNSET, code: AreaCode = UNSET, at: At = UNSET, known_at: KnownAt = UNSET) -> Any: ...
def by_number(id: Id = UNSET, number: UnitNumber = UNSET, at: At = UNSET, known_at: KnownAt = UNSET) -> Any: ...
def by_serial(id: Id = UNSET, serial_number: SerialNumber = UNSET, at: At = UNSET, known_at: KnownAt = UNSET) -> Any: ...
def by_id(id: Annotated[strawberry.ID, _said("Its id, for example `c-kari-syk`.")], at: At = UNSET, known_at: KnownAt = UNSET) -> Any: ...
def one(
    id: Annotated[strawberry.ID, _said("The id of anything, for example `p-kari` or `unit:0315`.")],
    at: At = UNSET,
    known_at: KnownAt = UNSET,
) -> Any: ...
def several(
    ids: Annotated[
        list[strawberry.ID], _said('Ids of anything, at most 100, for example `["p-kari", "unit:0315"]`; the answer keeps their order.')
    ],
    at: At = UNSET,
    known_at: KnownAt = UNSET,
) -> Any: ...
def judged(
    subject: Annotated[strawberry.ID, _said("The id of a person, business, municipality, device or case, for example `p-kari`.")],
    viewer: Annotated[
        strawberry.ID | None,
        _said(
            "The id of an employee, a person or a client, for example `e-arne`: judge what they may see of a person, "
            "business, device or case instead, for "
            "some purpose that they may state. The reasons are the rules, and name nobody. "
            "For controllers only; to all others the answer is the same whoever it is."
        ),
    ] = UNSET,
    type: OfType = UNSET,
    viewer_kind: Annotated[
        ViewerKind | None,
        _said(
            "What sort of viewer the `viewer` is. Say it where you know it: the database has much less to plan. One of another sort is as "
            "one that does not exist. Any when left out; without `viewer` it says nothing."
        ),
    ] = UNSET,
    at: JudgedAt = UNSET,
) -> Any: ...
def checked(
    subjects: Annotated[
        list[strawberry.ID],
        _said(
            'Ids of persons, businesses, municipalities, devices and cases, at most 1,000, for example `["p-kari", "c-kari-syk"]`; '
            "one that is there twice is answered twice."
        ),
    ],
    at: JudgedAt = UNSET,
) -> Any: ...


@strawberry.type(
    description="Reads. One operation is one look at the graph. Employees and clients say why they ask in the header `Innsyn-Purpose`."
)
class Query:
    viewer: Viewer = field(description="Who you are here.")
    person: Person | None = field(resolver=by_nin, description="One person: write `id` or `nin`. Null when there is none, or none for you.")
    business: Business | None = field(resolver=by_organisation, description="One business: write `id` or `organisationNumber`.")
    municipality: Municipality | None = field(resolver=by_code, description="One municipality: write `id` or `code`.")
    unit: Unit | None = field(resolver=by_number, description="One unit: write `id` or `number`.")
    device: Device | None = field(resolver=by_serial, description="One device: write `id` or `serialNumber`.")
    case: Case | None = field(resolver=by_id, description="One case.")
    node: Node | None = field(
        resolver=one, description="Anything by its id, of a type that you ask something of; anything else is as if it were not there."
    )
    search: SearchConnection = field(
        resolver=searched,
        description="Persons by name where you may read it, or by national number where you may read that; businesses, units and "
        "municipalities by name or number. With a stated case, of persons only those whom it concerns.",
    )
    nodes: list[Node | None] = field(resolver=several, description="Several by id, in the order asked; null for each that you may not see.")
    what_can_i_see: PersonConnection = field(
        resolver=reached,
        description="Whom you can see: all persons of whom something is open to you now, by id; with `category` or `theme`, those of whom "
        "that is open. With a stated case, only those whom it concerns.",
    )
    preview: Person | None = field(
        resolver=previewed,
        description="You, a citizen, as the holder of a mandate sees you by it alone: of one of yours, or of a proxy that you have not "
        "given yet. What you do not see yourself is closed here too. `access` says what is open, not by which rule.",
    )
    access: Access = field(
        resolver=judged,
        description="What you may see of a person, business, municipality, device or case, and why. What does not exist is denied, "
        "and so is anything else: to all but staff under the same code as what is hidden.",
    )
    check_access: list[Access] = field(resolver=checked, description="What you may see of many, in the order asked.")
    who_can_see: ViewerGroupConnection = field(
        resolver=groups,
        description="Who can see a person, a business, a device or a case, and why: groups, not heads. For the person themselves, a holder "
        "of a mandate that names TRACE, employees about what they may see themselves, and controllers; of anything else, for who "
        "may see it and ask so of everyone whom it leads to, too.",
    )
    visits: VisitConnection = field(
        resolver=visited,
        description="Who looked a person up: look-ups of one actor on one day are one visit. For the person themselves, and a holder of a "
        "mandate that names TRACE. That you ask is a look-up too.",
    )
    name_requests: NameRequestConnection = field(
        resolver=requests, description="For controllers: requests for employees' names that wait for an answer, or that stand granted."
    )
    overrides: OverrideConnection = field(
        resolver=standing,
        description="For controllers: overrides that stand, to review with `reviewOverride`. It tells of nobody by name.",
    )
    restrictions: RestrictionConnection = field(
        resolver=restrictions, description="For controllers: restrictions that wait for an answer, or that are in force."
    )
    alarms: AlarmConnection = field(
        resolver=raised,
        description="For controllers: employees who on one day were refused more subjects than they may be, or looked up many persons of "
        "one surname, at one address, or kin to their colleagues. It tells of nobody by name.",
    )
    usage: list[UnitUsage | None] = field(
        resolver=used,
        description="For controllers: who could look from some units and what was looked up from them, in counts. Null for a unit that is "
        "not there, and for one where you or somebody close to you works, or did in the period; to all others null.",
    )
