"""Dialogues: that they took place, never what was said."""

import strawberry
from strawberry import field

from api.types.employee import Employee
from api.types.node import Node
from api.types.paging import Connection, Edge
from api.types.scalars import DateTime
from api.types.theme import Theme
from api.types.unit import Unit


@strawberry.type(description="A dialogue that took place: when, how, about which theme and where it is kept. Never what was said.")
class Dialogue(Node):
    channel: str | None = field(description="For example `CHAT`, `PHONE`, `LETTER` or `MEETING`.")
    started_at: DateTime | None = field(description="When it began.")
    ended_at: DateTime | None = field(description="When it ended; null while it goes on.")
    held_in: str | None = field(description="The system that keeps what was said.")
    reference: str | None = field(description="Its reference in that system.")
    theme: Theme | None = field(description="The benefit area that it was about.")
    unit: Unit | None = field(description="The unit that held it.")
    employee: Employee | None = field(description="The employee who held it; to staff only, and closed where the unit is.")
    locked_to: Unit | None = field(description="The only unit that may open it, if it is locked.")


@strawberry.type(description="One dialogue with a person or a business.")
class DialogueEdge(Edge):
    node: Dialogue | None = field(description="The dialogue.")


@strawberry.type(description="Dialogues with a person or a business.")
class DialogueConnection(Connection):
    edges: list[DialogueEdge] = field(description="This page's rows.")
