"""Unions: where one of several types may stand."""

from typing import Annotated

import strawberry

from api.types.address import Address
from api.types.business import Business
from api.types.municipality import Municipality
from api.types.unit import Unit

Place = Annotated[
    Address | Business | Municipality | Unit,
    strawberry.union("Place", description="Where a device is kept: an address or an organisation."),
]
Organisation = Annotated[
    Business | Municipality | Unit,
    strawberry.union("Organisation", description="A business, a municipality or one of our units."),
]
Party = Annotated[
    Annotated["Person", strawberry.lazy("api.types.person")] | Business,  # type: ignore[name-defined] # noqa: F821
    strawberry.union("Party", description="Who takes part in a case or a mandate: a person or a business."),
]
