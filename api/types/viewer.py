"""Who asks."""

import strawberry
from strawberry import field

from api.types.access import described
from api.types.business import Business
from api.types.mandate import Mandate
from api.types.municipality import Municipality
from api.types.notice import NoticeConnection
from api.types.paging import paged
from api.types.role import Role
from api.types.scalars import DateTime
from api.types.unit import Unit
from auth.viewer import ViewerKind

described(
    ViewerKind,
    "What sort of viewer a token stands for. One token is one kind.",
    {
        "EMPLOYEE": "An employee: of a unit, a municipality, a business, a measures arranger.",
        "PERSON": "A person who looks at their own data, or at another's by a mandate.",
        "CLIENT": "A system that reads for an organisation.",
        "ANALYST": "An analyst, who sees patterns and no person.",
    },
)


@strawberry.type(description="A position that you hold: one role at one place.")
class Position:
    id: strawberry.ID = field(description="Opaque and stable.")
    role: Role = field(description="What it lets you do.")
    unit: Unit | None = field(description="The unit it is at, if it is at one of ours.")
    municipality: Municipality | None = field(description="The municipality it is at, if it is at one.")
    business: Business | None = field(description="The business it is at, if it is at one.")
    valid_from: DateTime = field(description="When you began to hold it.")
    valid_to: DateTime | None = field(description="When you stop holding it (that instant not included); null for one without end.")


@strawberry.type(description="You, as your token says and the graph knows you.")
class Viewer:
    kind: ViewerKind = field(description="What sort of viewer you are.")
    id: strawberry.ID | None = field(description="Your id in the graph; null when you are not in it.")
    name: str | None = field(description="Your name.")
    positions: list[Position] = field(description="Positions that you hold now.")
    mandates: list[Mandate] = field(description="Mandates that you hold now.")
    notices: NoticeConnection | None = field(
        resolver=paged, description="What you are told of by itself; null where you are not here as a person. Nobody else reads yours."
    )
