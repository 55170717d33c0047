"""Persons."""

from enum import Enum

import strawberry
from strawberry import enum_value, field

from api.types.access import Access
from api.types.activity import ActivityConnection
from api.types.address import Address
from api.types.area import Area
from api.types.case import CaseConnection
from api.types.device import DeviceConnection
from api.types.dialogue import DialogueConnection
from api.types.family import FamilyConnection, Household
from api.types.mandate import MandateConnection
from api.types.name import Name
from api.types.node import Node
from api.types.paging import paged
from api.types.protection import Protection
from api.types.scalars import Date
from api.types.service import ServiceConnection
from api.types.work import BusinessRoleConnection, EmploymentConnection


@strawberry.enum(description="Gender as registered.")
class Gender(Enum):
    FEMALE = enum_value("FEMALE", description="Female.")
    MALE = enum_value("MALE", description="Male.")
    UNKNOWN = enum_value("UNKNOWN", description="Not registered.")


@strawberry.type(
    description="A person, masked for you. What you may not read is null, its siblings stand, "
    "and `extensions.access` of the response lists each denied field once with a code."
)
class Person(Node):
    access: Access = field(description="What you may see of this person, and why. Always there.")
    name: Name | None = field(description="The name.")
    nin: str | None = field(description="National identity number, eleven digits.")
    birth_date: Date | None = field(description="Day of birth, for example `1980-05-17`.")
    death_date: Date | None = field(description="Day of death; null while alive, or when closed to you.")
    gender: Gender | None = field(description="Gender as registered.")
    phone: str | None = field(description="Telephone number, for example `+4799999999`.")
    email: str | None = field(description="E-mail address.")
    contact_reserved: bool | None = field(description="True when the person is reserved against digital contact.")
    language: str | None = field(description="Language that the person wants, for example `nb` or `en`.")
    addresses: list[Address] | None = field(description="Addresses that hold.")
    area: Area | None = field(description="The municipality or district that the person belongs to.")
    family: FamilyConnection | None = field(resolver=paged, description="Partners, children and parents.")
    household: Household | None = field(description="Those whom the person lives with.")
    employments: EmploymentConnection | None = field(resolver=paged, description="Where the person works.")
    business_roles: BusinessRoleConnection | None = field(resolver=paged, description="Roles that the person holds at businesses.")
    mandates_given: MandateConnection | None = field(resolver=paged, description="Mandates by which others act for the person.")
    mandates_held: MandateConnection | None = field(resolver=paged, description="Mandates by which the person acts for others.")
    cases: CaseConnection | None = field(resolver=paged, description="Cases that concern the person, newest first.")
    activities: ActivityConnection | None = field(resolver=paged, description="What the person takes part in.")
    devices: DeviceConnection | None = field(resolver=paged, description="Assistive devices lent to the person.")
    dialogues: DialogueConnection | None = field(resolver=paged, description="Dialogues with the person, newest first.")
    protections: list[Protection] | None = field(description="Protections of the person.")
    served_by: ServiceConnection | None = field(resolver=paged, description="Units that serve the person, and the roles there.")
