"""What users do that changes something."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET, field

from api.types.name_request import NameRequestPayload
from api.types.notice import NoticeChoicePayload, NoticeKind
from api.types.override import OverridePayload
from api.types.restriction import RestrictionPayload
from api.types.scalars import Date

Subject = Annotated[strawberry.ID, strawberry.argument(description="The id of the person whom it is about.")]
Request = Annotated[strawberry.ID, strawberry.argument(description="The id of the request.")]
Why = Annotated[
    str, strawberry.argument(description="Why, in 10 to 255 signs. Other controllers read it; it is encrypted where it is kept.")
]
Granted = Annotated[bool, strawberry.argument(description="True: the names are opened to the one who asked. False: the request ends.")]


Reach = Annotated[strawberry.ID, strawberry.argument(description="The id of the person to see, for example `p-truls`.")]
WhyThen = Annotated[
    str,
    strawberry.argument(
        description="Why, in 10 to 255 signs, for example “Covers for a colleague at another office”. It is encrypted where it is kept."
    ),
]
ForCase = Annotated[
    strawberry.ID | None, strawberry.argument(description="The id of the case that it is for, if there is one, for example `c-kari-syk`.")
]
LastDay = Annotated[
    Date,
    strawberry.argument(description="The last day that it stands, in Oslo: from today to three months ahead, for example `2026-01-31`."),
]
Approved = Annotated[
    bool, strawberry.argument(description="True: it stands until its last day is over. False: it ends now, also one that was approved.")
]
Taken = Annotated[strawberry.ID, strawberry.argument(description="The id of the override.")]


Withheld = Annotated[strawberry.ID, strawberry.argument(description="The id of the person from whom it is withheld.")]
ByUnit = Annotated[
    strawberry.ID, strawberry.argument(description="The id of the unit whose look-ups are withheld, for example `unit:4151`.")
]
Basis = Annotated[
    str,
    strawberry.argument(description="The law by which it is withheld: act and section, in 3 to 120 signs, for example “Politiloven § 2”."),
]
Until = Annotated[
    Date,
    strawberry.argument(
        description="The last day that it is in force, in Oslo: from today to three months ahead, for example `2026-01-31`."
    ),
]
Restricted = Annotated[strawberry.ID, strawberry.argument(description="The id of the restriction.")]
Lawful = Annotated[bool, strawberry.argument(description="True: it is in force from now. False: it ends.")]


Told = Annotated[
    list[NoticeKind],
    strawberry.argument(description="All that you are to be told of, for example `[OVERRIDE]`; an empty list for nothing."),
]


def asked(subject: Subject, reason: Why) -> Any: ...
def answered(request: Request, granted: Granted) -> Any: ...
def ended(request: Request) -> Any: ...
def taken(subject: Reach, reason: WhyThen, last_day: LastDay, case: ForCase = UNSET) -> Any: ...
def over(override: Taken) -> Any: ...
def reviewed(override: Taken, approved: Approved) -> Any: ...
def withheld(subject: Withheld, unit: ByUnit, legal_basis: Basis, reason: Why, last_day: Until) -> Any: ...
def decided(restriction: Restricted, granted: Lawful) -> Any: ...
def lifted(restriction: Restricted) -> Any: ...
def chosen(kinds: Told) -> Any: ...


@strawberry.type(
    description="Changes. An operation makes one: it is judged and written in one transaction, wholly or not at all. What is wrong with it "
    "stands in `problems`. The response's header `Innsyn-Bookmark`, sent with a later request to any server, makes that one see the change."
)
class Mutation:
    choose_notices: NoticeChoicePayload = field(
        resolver=chosen, description="Choose, as a person, what you are told of by notices. It holds for you alone."
    )
    override: OverridePayload = field(
        resolver=taken,
        description="Take access to a person whom your roles would show you within reach, and past the overridable denials that stand now. "
        "A core denial refuses it.",
    )
    end_override: OverridePayload = field(resolver=over, description="End an override that you took.")
    review_override: OverridePayload = field(
        resolver=reviewed, description="Approve, as a controller, of an override that another employee took, or end it."
    )
    request_names: NameRequestPayload = field(
        resolver=asked, description="Ask, as a controller, for the names of the employees who can see a person. Another controller answers."
    )
    answer_names: NameRequestPayload = field(
        resolver=answered, description="Grant or refuse, as a controller, what another controller has asked for."
    )
    withdraw_names: NameRequestPayload = field(
        resolver=ended, description="End a request: the controller who asked may, and the one who granted it."
    )
    withhold: RestrictionPayload = field(
        resolver=withheld,
        description="Ask, as a controller, that what a unit does about a person be withheld from them by law. Another controller answers; "
        "until then nothing is withheld.",
    )
    answer_restriction: RestrictionPayload = field(
        resolver=decided, description="Grant or refuse, as a controller, a restriction that another controller has asked for."
    )
    end_restriction: RestrictionPayload = field(
        resolver=lifted,
        description="End a restriction before its last day: the controller who asked may, and the one who granted it. Then what was "
        "withheld shows.",
    )
