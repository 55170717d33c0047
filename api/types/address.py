"""Addresses."""

from enum import Enum

import strawberry
from strawberry import enum_value, field

from api.types.area import Area
from api.types.scalars import DateTime


@strawberry.enum(description="What an address is for.")
class AddressKind(Enum):
    RESIDENCE = enum_value("RESIDENCE", description="Where the person is registered as living.")
    CONTACT = enum_value("CONTACT", description="Where post goes.")
    TEMPORARY = enum_value("TEMPORARY", description="Where the person stays for a time.")


@strawberry.type(description="An address and when it held. Closed while an address protection of anyone who shares it binds you.")
class Address:
    kind: AddressKind = field(description="What it is for.")
    street: str | None = field(description="Street and number, for example `Storgata 1`.")
    postal_code: str | None = field(description="Four digits in Norway, for example `0155`.")
    city: str | None = field(description="Post town, for example `OSLO`.")
    country: str | None = field(description="Country code of two or three letters, for example `NO`.")
    area: Area | None = field(description="The municipality or district that it lies in.")
    valid_from: DateTime | None = field(description="When it began to hold.")
    valid_to: DateTime | None = field(description="When it stopped holding (that instant not included); null while it holds.")
    source: str | None = field(description="The register that says so, for example `FREG`.")
