"""What a question can be about."""

from typing import Annotated

import strawberry

from api.types.access import described
from auth.subject import SubjectType

described(
    SubjectType,
    "What the subject of a question is.",
    {
        "PERSON": "A person.",
        "BUSINESS": "A business or a sub-unit.",
        "MUNICIPALITY": "A municipality: `access` alone tells of it, for a register shows it to everybody.",
        "DEVICE": "An assistive device.",
        "CASE": "A case.",
    },
)

OfType = Annotated[
    SubjectType | None,
    strawberry.argument(
        description="What the subject is. Say it where you know it: the database has much less to plan, so a first answer is quicker. "
        "Of another type than the subject has, the answer is that of one that does not exist. Any when left out."
    ),
]
