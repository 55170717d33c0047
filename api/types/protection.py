"""Protections."""

import strawberry
from strawberry import field

from api.types.scalars import DateTime


@strawberry.type(description="A protection of a person, and when it holds.")
class Protection:
    code: str = field(description="`STRICTLY_CONFIDENTIAL`, `STRICTLY_CONFIDENTIAL_ABROAD`, `CONFIDENTIAL` or `SHIELDED`.")
    name: str | None = field(description="Its name for people.")
    valid_from: DateTime | None = field(description="When it began.")
    valid_to: DateTime | None = field(description="When it ends (that instant not included); null while it is open.")
    source: str | None = field(description="The register that says so, for example `FREG`.")
