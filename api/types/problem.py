"""Why a change was not made."""

import strawberry
from strawberry import field

from api.types.access import worded


@strawberry.type(description="Why a change was not made, or what to write instead. Where there is one, nothing was written.")
class Problem:
    code: str = field(description="For example `REASON_LENGTH` or `OWN_REQUEST`.")
    message: str = field(resolver=worded, description="The code as a sentence that can be shown: what to write or do instead.")
    path: list[str] = field(description="The argument that it is about; empty where it is about none of them.")
