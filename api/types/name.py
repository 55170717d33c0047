"""Names of persons."""

import strawberry
from strawberry import field


@strawberry.type(description="A person's name.")
class Name:
    given: str | None = field(description="First name, for example `Kari`.")
    middle: str | None = field(description="Middle name, if any.")
    family: str | None = field(description="Surname, for example `Nordmann`.")
    full: str | None = field(description="All of it in the order people write it, for example `Kari Nordmann`.")
