"""Requests of the Authorization API in their shapes. What is not known is passed over; what is known must fit."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from api import limits
from api.errors import EvaluationMalformed
from auth.category import PERSONAL, THEMED

Word = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class _Entity(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)


class Subject(_Entity):
    """A viewer: an employee's ident, a person's id, a client's clientId, an analyst's name."""

    type: Literal["employee", "person", "client", "analyst"]
    id: Word


class SubjectType(_Entity):
    """Whom to search for."""

    type: Literal["employee", "person", "client", "analyst"]


class Narrowed(_Entity):
    """What of a resource is asked about; nothing said: whether anything of it is open."""

    category: Word | None = None
    theme: Word | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.category is not None and self.category not in set(PERSONAL):
            raise ValueError(f"`category` must be one of {', '.join(PERSONAL)}")
        if self.theme is not None and self.category not in set(THEMED):
            raise ValueError(f"`theme` goes with a `category` that has themes: {', '.join(sorted(THEMED))}")
        return self


class ResourceType(_Entity):
    """What to search for."""

    type: Literal["person", "business", "municipality", "device", "case"]
    properties: Narrowed = Narrowed()


class Resource(ResourceType):
    """Whom or what it is about, by its id."""

    id: Word


class ActionNamed(_Entity):
    """What is to be done."""

    name: Word


class Context(_Entity):
    """Why the subject asks."""

    purpose: Word | None = None
    case: Word | None = None


class Page(_Entity):
    """Which page of a search."""

    token: str = ""
    limit: Annotated[int | None, Field(ge=1)] = None


class Evaluation(_Entity):
    """May this subject do this with that resource?"""

    subject: Subject
    action: ActionNamed
    resource: Resource
    context: Context = Context()


class Options(_Entity):
    """How several evaluations are carried out."""

    evaluations_semantic: Literal["execute_all", "deny_on_first_deny", "permit_on_first_permit"] = "execute_all"


class Evaluations(_Entity):
    """Several at once; what an evaluation does not say is taken from beside them."""

    evaluations: Annotated[list[dict[str, Any]], Field(max_length=limits.SUBJECTS)] = []
    options: Options = Options()


class SubjectSearch(_Entity):
    """Who may do this with that resource?"""

    subject: SubjectType
    action: ActionNamed
    resource: Resource
    context: Context = Context()
    page: Page = Page()


class ResourceSearch(_Entity):
    """With what may this subject do this?"""

    subject: Subject
    action: ActionNamed
    resource: ResourceType
    context: Context = Context()
    page: Page = Page()


class ActionSearch(_Entity):
    """What may this subject do with that resource?"""

    subject: Subject
    resource: Resource
    context: Context = Context()


T = TypeVar("T", bound=_Entity)


def read(shape: type[T], body: Mapping[str, Any], *place: str | int) -> T:
    """The request in its shape; what does not fit is told by its place, after that of the whole, and never by its value."""
    try:
        return shape.model_validate(body)
    except ValidationError as error:
        raise EvaluationMalformed("; ".join(_told(place, each) for each in error.errors(include_input=False, include_url=False))) from None


def _told(whole: Sequence[str | int], error: Mapping[str, Any]) -> str:
    place = ".".join(str(each) for each in (*whole, *error["loc"])) or "the body"
    return f"`{place}`: {str(error['msg']).removeprefix('Value error, ')}"
