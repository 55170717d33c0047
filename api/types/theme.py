"""Benefit areas."""

import strawberry
from strawberry import field


@strawberry.type(description="A benefit area (Norwegian *tema*). Cases, dialogues and activities belong to one.")
class Theme:
    code: str = field(description="Three letters, for example `HJE` (assistive devices) or `SYK` (sickness benefit).")
    name: str | None = field(description="Its Norwegian name, for example `Hjelpemidler`.")
