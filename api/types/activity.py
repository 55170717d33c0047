"""Activities: meetings, measures, tasks."""

from enum import Enum

import strawberry
from strawberry import enum_value, field

from api.types.case import Case
from api.types.groups import Organisation
from api.types.node import Node
from api.types.paging import Connection, Edge
from api.types.scalars import DateTime


@strawberry.enum(description="What sort of activity it is.")
class ActivityKind(Enum):
    MEETING = enum_value("MEETING", description="A meeting.")
    MEASURE = enum_value("MEASURE", description="A labour market measure, run by an arranger.")
    TRAINING = enum_value("TRAINING", description="A course or education.")
    JOB_FAIR = enum_value("JOB_FAIR", description="A job fair.")
    SERVICE = enum_value("SERVICE", description="A service on a device, for example a repair.")
    TASK = enum_value("TASK", description="Something to do before a day.")


@strawberry.enum(description="What a participant answered to an invitation.")
class Answer(Enum):
    YES = enum_value("YES", description="Takes part.")
    NO = enum_value("NO", description="Does not take part.")
    NONE = enum_value("NONE", description="Has not answered.")


@strawberry.type(description="Something that persons take part in.")
class Activity(Node):
    kind: ActivityKind = field(description="What sort of activity it is.")
    title: str | None = field(description="What it is called.")
    status: str | None = field(description="For example `PLANNED`, `DONE` or `CANCELLED`.")
    priority: str | None = field(description="For example `HIGH`, for a task.")
    starts_at: DateTime | None = field(description="When it starts.")
    ends_at: DateTime | None = field(description="When it ends.")
    due: DateTime | None = field(description="When it must be done, for a task.")
    arranger: Organisation | None = field(description="Who arranges it.")
    case: Case | None = field(description="The case that it is part of.")


@strawberry.type(description="One activity of a person.")
class ActivityEdge(Edge):
    node: Activity | None = field(description="The activity.")
    answer: Answer | None = field(description="What the person answered.")


@strawberry.type(description="Activities that a person takes part in.")
class ActivityConnection(Connection):
    edges: list[ActivityEdge] = field(description="This page's rows.")


@strawberry.type(description="One activity that an organisation arranges.")
class ArrangedEdge(Edge):
    node: Activity | None = field(description="The activity.")


@strawberry.type(description="Activities that an organisation arranges.")
class ArrangedConnection(Connection):
    edges: list[ArrangedEdge] = field(description="This page's rows.")
