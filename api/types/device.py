"""Assistive devices."""

from enum import Enum

import strawberry
from strawberry import enum_value, field

from api.types.groups import Organisation, Place
from api.types.node import Node
from api.types.paging import Connection, Edge
from api.types.scalars import DateTime


@strawberry.enum(description="The terms of a loan.")
class LoanType(Enum):
    PERMANENT = enum_value("PERMANENT", description="For as long as it is needed.")
    TIME_LIMITED = enum_value("TIME_LIMITED", description="Until a day that is set.")
    SHORT_TERM = enum_value("SHORT_TERM", description="A short loan from the municipality's own stock.")
    TRIAL = enum_value("TRIAL", description="To try it out.")


@strawberry.type(description="An assistive device.")
class Device(Node):
    product: str | None = field(description="What it is, for example `Elektrisk rullestol`.")
    iso_code: str | None = field(description="ISO 9999 class, for example `122303`.")
    article_number: str | None = field(description="The article's number, for example `147541`.")
    serial_number: str | None = field(description="This very one's number, for example `710002`.")
    status: str | None = field(description="For example `LENT` or `IN_STOCK`.")
    connected: bool | None = field(description="Whether it reports its state; closed where it would tell where a hidden person is.")
    last_seen_at: DateTime | None = field(description="When it last reported; closed where it would tell where a hidden person is.")
    place: Place | None = field(
        description="Where it is kept, a home too: for whom may read the address; closed where it would tell where a hidden person is."
    )
    kept_by: Organisation | None = field(
        description="The organisation that keeps it, as one in stock; closed where it would tell where a hidden person is."
    )
    owner: Organisation | None = field(description="Who owns it.")


@strawberry.type(description="One device lent to a person.")
class DeviceEdge(Edge):
    node: Device | None = field(description="The device.")
    loan_type: LoanType | None = field(description="The terms of the loan.")


@strawberry.type(description="Devices lent to a person.")
class DeviceConnection(Connection):
    edges: list[DeviceEdge] = field(description="This page's rows.")


@strawberry.enum(description="What an organisation has to do with a device.")
class DeviceRelation(Enum):
    OWNS = enum_value("OWNS", description="The device is theirs.")
    KEEPS = enum_value("KEEPS", description="The device stands with them.")


@strawberry.type(description="One device that an organisation owns or keeps.")
class HeldDeviceEdge(Edge):
    node: Device | None = field(description="The device.")
    relation: DeviceRelation = field(description="Whether they own it or keep it; one that they both own and keep is listed twice.")


@strawberry.type(description="Devices that an organisation owns or keeps.")
class HeldDeviceConnection(Connection):
    edges: list[HeldDeviceEdge] = field(description="This page's rows.")
