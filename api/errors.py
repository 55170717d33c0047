"""What a client did wrong, or met, as coded errors. Messages say what to write instead and quote no value.

ApiError
├── RequestMalformed        MALFORMED_REQUEST       the HTTP request is not one of GraphQL
│   ├── MethodNotAllowed        METHOD_NOT_ALLOWED
│   ├── NotAcceptable           NOT_ACCEPTABLE          the client takes none of the media types that there are
│   ├── MediaTypeUnsupported    UNSUPPORTED_MEDIA_TYPE
│   ├── BodyCompressed          BODY_COMPRESSED
│   ├── BodyTooLarge            BODY_TOO_LARGE
│   ├── BodyTooSlow             BODY_TOO_SLOW           it was not all there in time
│   ├── UpgradeRefused          UPGRADE_REFUSED         another protocol than HTTP
│   ├── AddressTooLong          ADDRESS_TOO_LONG
│   └── BatchRefused            BATCH_REFUSED           several requests in one
├── DocumentInvalid         DOCUMENT_INVALID        the document does not parse or does not fit the schema
│   └── DocumentUnfit                               the same, where the schema is not told
├── DocumentUnknown         DOCUMENT_UNKNOWN        no trusted document of the viewer's frontends has that id
├── DocumentNotTrusted      DOCUMENT_NOT_TRUSTED    a document that is not trusted, where only those are answered
├── IntrospectionOff        INTROSPECTION_OFF       one that asks for the schema, where that is not told
├── OperationUnknown        OPERATION_UNKNOWN       no operation, or several and none named
├── SeveralChanges          ONE_CHANGE              a mutation that makes several changes
├── DocumentTooLarge        DOCUMENT_TOO_LARGE      too deep, too many fields, aliases or directives, too many related persons in a row
├── CostTooHigh             COST_TOO_HIGH           what is asked for could cost too much for one operation
├── CostSpent               COST_SPENT              and too much for a minute
├── NewSpent                NEW_DOCUMENTS_SPENT     too many documents in a minute that the server does not know
├── TooManyOpen             TOO_MANY_OPEN           and too many answers in parts at once
├── PartsTooSlow            PARTS_TOO_SLOW          an answer in parts that was not read and taken in time
├── VariableInvalid         VARIABLE_INVALID        a variable's value does not fit its type
├── ArgumentInvalid         ARGUMENT_INVALID        an argument's value is out of bounds
│   ├── InstantInvalid
│   ├── DayInvalid
│   ├── CursorInvalid       CURSOR_INVALID
│   ├── KeyRequired         KEY_REQUIRED            none or several of the keys to look something up by
│   ├── TooManySubjects     TOO_MANY_SUBJECTS       more subjects to check at once than are judged at once
│   └── TextTooShort        TEXT_TOO_SHORT          a text to search for that would find too much
├── BookmarkInvalid         BOOKMARK_INVALID
├── BookmarkUnreached       BOOKMARK_UNREACHED      the graph has not come as far as the write that is to be seen
├── PurposeRequired         PURPOSE_REQUIRED
├── PurposeRefused          PURPOSE_REFUSED
├── CaseRefused             CASE_REFUSED
├── BudgetSpent             BUDGET_SPENT            an employee who has been refused too many today
├── EvaluationMalformed     MALFORMED_EVALUATION    a request of the Authorization API that does not fit its shape
├── ActionNotSearched       ACTION_NOT_SEARCHED     one that searches for another action than to read
├── SubjectRefused          SUBJECT_REFUSED         one of a subject that is not the viewer of the token
├── Unauthenticated         UNAUTHENTICATED
├── TooMuchAtOnce           TOO_MUCH_AT_ONCE        one question that needs more memory than the graph gives to it
├── Unavailable             UNAVAILABLE             the graph cannot be asked now
├── ClientGone              CLIENT_GONE             the client went away before it was answered (only the logs have it)
├── LogUnavailable          LOG_UNAVAILABLE         the look-up log cannot be written now, so nothing is answered
│   ├── LogCut                  LOG_CUT                 nor until its operators have found out why its end is missing
│   └── LogUnsigned             LOG_UNSIGNED            nor until what it has is signed
└── Internal                INTERNAL                our fault; the log has it under the response's `X-Request-ID`

FieldWithoutCategory        the schema does not build: a field without a category (never reaches a client)
ManifestsInvalid            trusted documents that would not be answered (told whoever starts the server)
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from graphql import GraphQLError

from auth import decide


class ApiError(Exception):
    """Refuses the whole request. `told` is what the client reads: a sentence for each thing to put right.

    `status` is for clients that read `application/graphql-response+json`, and with `always` for all; what was `begun` has a `data` of null.
    """

    code: ClassVar[str]
    says: ClassVar[str] = ""
    status: ClassVar[int] = 400
    always: ClassVar[bool] = False
    begun: ClassVar[bool] = False

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.says)

    @property
    def told(self) -> list[dict[str, Any]]:
        """The response's `errors`."""
        return [{"message": str(self), "extensions": {"code": self.code}}]


class _Several(ApiError):
    """Wrong in one or several places, as graphql-core found them."""

    def __init__(self, failures: Sequence[GraphQLError]) -> None:
        self.failures = tuple(failures)
        super().__init__("; ".join(failure.message for failure in failures))

    @property
    def told(self) -> list[dict[str, Any]]:
        """Each failure, with its place in the document."""
        return [{**failure.formatted, "extensions": {"code": _code(failure) or self.code}} for failure in self.failures]


def _code(failure: GraphQLError) -> str | None:
    return failure.original_error.code if isinstance(failure.original_error, ApiError) else None


class RequestMalformed(ApiError):
    code = "MALFORMED_REQUEST"
    always = True


class MethodNotAllowed(RequestMalformed):
    code = "METHOD_NOT_ALLOWED"
    says = (
        "send operations with POST; GET answers questions about the schema, and queries by the `documentId` of a trusted document that "
        "looks nobody up by number or name"
    )
    status = 405

    def __init__(self, *, allows: str = "POST") -> None:
        super().__init__()
        self.allows = allows


class NotAcceptable(RequestMalformed):
    code = "NOT_ACCEPTABLE"
    says = "the answer is JSON; send the header `Accept: application/graphql-response+json, application/json`, or leave it out"
    status = 406


class MediaTypeUnsupported(RequestMalformed):
    code = "UNSUPPORTED_MEDIA_TYPE"
    says = "send the operation as JSON, with the header `Content-Type: application/json`"
    status = 415


class BodyCompressed(RequestMalformed):
    code = "BODY_COMPRESSED"
    says = "send the body as it is, without `Content-Encoding`; it would be too large before it is known to be"
    status = 415


class BodyTooLarge(RequestMalformed):
    code = "BODY_TOO_LARGE"
    status = 413


class BodyTooSlow(RequestMalformed):
    code = "BODY_TOO_SLOW"
    status = 408


class UpgradeRefused(RequestMalformed):
    code = "UPGRADE_REFUSED"
    says = "this server speaks HTTP alone, and no WebSocket; send the operation with POST"


class AddressTooLong(RequestMalformed):
    code = "ADDRESS_TOO_LONG"
    status = 414


class BatchRefused(RequestMalformed):
    code = "BATCH_REFUSED"


class DocumentInvalid(_Several):
    code = "DOCUMENT_INVALID"


class DocumentUnfit(DocumentInvalid):
    says = "the document does not fit the schema, and this server does not tell where; compare it with schema.graphql"

    def __init__(self) -> None:
        super().__init__([GraphQLError(self.says)])


class DocumentUnknown(ApiError):
    code = "DOCUMENT_UNKNOWN"
    says = (
        "no trusted document has this `documentId`, for your kind of viewer and the system that your token was given to; "
        "send the operation's text in `query`, or have its manifest given to the server"
    )


class DocumentNotTrusted(ApiError):
    code = "DOCUMENT_NOT_TRUSTED"
    says = (
        "this server answers trusted documents alone, and this is none for your kind of viewer and the system that your token was given "
        "to; have it put into a manifest, and send it unchanged or by its `documentId`"
    )


class IntrospectionOff(ApiError):
    code = "INTROSPECTION_OFF"
    says = "this server does not tell its schema; schema.graphql has it"


class OperationUnknown(ApiError):
    code = "OPERATION_UNKNOWN"

    def __init__(self, *, named: bool, unnamed: bool) -> None:
        """Whether the request `named` one, and the document's only one is `unnamed`."""
        if unnamed:
            says = "the document's operation has no name; leave `operationName` out, or name the operation"
        elif named:
            says = "the document holds no operation of that name; name one of its operations in `operationName`"
        else:
            says = "the document holds several operations; say which is asked, by its name in `operationName`"
        super().__init__(says)


class SeveralChanges(ApiError):
    code = "ONE_CHANGE"
    says = "a mutation makes one change, and this one was not begun; send each change as an operation of its own"


class DocumentTooLarge(ApiError):
    code = "DOCUMENT_TOO_LARGE"


class CostTooHigh(ApiError):
    code = "COST_TOO_HIGH"

    def __init__(self, cost: int, most: int) -> None:
        super().__init__(
            f"the operation could cost {cost:,}, and one may cost {most:,}; ask for fewer rows with `first`, or for less of each"
        )


class Spent(ApiError):
    """Too much for now: it passes by itself, in so many `seconds`."""

    status = 429
    always = True

    def __init__(self, *, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(f"{self.says}; try again in {seconds} s")


class CostSpent(Spent):
    code = "COST_SPENT"
    says = "you have asked for as much as a minute allows"


class NewSpent(Spent):
    code = "NEW_DOCUMENTS_SPENT"
    says = "you have sent as many new documents as a minute allows; put what changes into variables, so that the text stays the same"


class TooManyOpen(ApiError):
    code = "TOO_MANY_OPEN"
    status = 429
    always = True

    def __init__(self, most: int) -> None:
        super().__init__(
            f"you have {most} answers in parts open, as many as one may; wait until one ends, or take it whole, without `multipart/mixed`"
        )


class PartsTooSlow(ApiError):
    code = "PARTS_TOO_SLOW"
    says = "the answer was open for as long as one may be; ask for what is missing in a request of its own"


class VariableInvalid(_Several):
    code = "VARIABLE_INVALID"


class ArgumentInvalid(ApiError):
    code = "ARGUMENT_INVALID"
    status = 200
    begun = True


class InstantInvalid(ArgumentInvalid):
    says = "this is no instant; write ISO 8601 with an offset, `2026-01-31T08:30:00Z`, or a date alone, `2026-01-31`, its start in Oslo"


class DayInvalid(ArgumentInvalid):
    says = "this is no day; write it as `2026-01-31`"


class CursorInvalid(ArgumentInvalid):
    code = "CURSOR_INVALID"
    says = "`after` is no cursor of this list for you; write the `endCursor` of a page asked with the same arguments, or leave it out"


class KeyRequired(ArgumentInvalid):
    code = "KEY_REQUIRED"


class TextTooShort(ArgumentInvalid):
    code = "TEXT_TOO_SHORT"
    says = (
        "the `text` to search for is too short; write at least two letters that a name begins with, as `da kari`, or a whole number "
        "of four digits or more"
    )


class TooManySubjects(ArgumentInvalid):
    code = "TOO_MANY_SUBJECTS"


class BookmarkInvalid(ApiError):
    code = "BOOKMARK_INVALID"
    status = 200
    begun = True
    says = "the header `Innsyn-Bookmark` holds none of yours; send it as the response to your change had it, or leave it out"


class BookmarkUnreached(ApiError):
    code = "BOOKMARK_UNREACHED"
    status = 503
    always = True
    begun = True
    says = (
        "the change that the header `Innsyn-Bookmark` names cannot be seen here yet, and nothing older was answered; try again in a moment"
    )


class PurposeRequired(ApiError):
    code = decide.PURPOSE_REQUIRED
    status = 200
    begun = True
    says = (
        "say why you ask: send the header `Innsyn-Purpose` with the code of a purpose that you may state, through a role or as a system; "
        "to one that you may not state, the answer lists those that you may"
    )


class PurposeRefused(ApiError):
    code = decide.PURPOSE_REFUSED
    status = 200
    begun = True
    says = "you may not state this purpose, neither through a role nor as a system; send another code in the header `Innsyn-Purpose`"
    none = (
        "you may not state this purpose, neither through a role nor as a system, or who asks is not known; send another code in the header "
        "`Innsyn-Purpose`, or see that the token is of the ident that the registers have"
    )
    """Who has no purpose and who is not there are told the same."""

    def __init__(self, purposes: Sequence[str] = ()) -> None:
        """`purposes`: the codes of those that the viewer may state."""
        self.purposes = tuple(purposes)
        super().__init__(f"{self.says}: {', '.join(f'`{each}`' for each in purposes)}" if purposes else self.none)

    @property
    def told(self) -> list[dict[str, Any]]:
        """The response's `errors`, with the codes."""
        return [{"message": str(self), "extensions": {"code": self.code, "purposes": list(self.purposes)}}]


class CaseRefused(ApiError):
    code = decide.CASE_REFUSED
    status = 200
    begun = True
    says = "the header `Innsyn-Case` names a case that is assigned to you and concerns whom you ask about; send another, or leave it out"


class BudgetSpent(ApiError):
    code = decide.BUDGET_SPENT
    status = 200
    begun = True
    says = (
        "you have been refused so many today that nothing more is answered until tomorrow, in Oslo; then ask for those whom you serve, "
        "and tell a controller if it was not you who asked"
    )


class EvaluationMalformed(ApiError):
    code = "MALFORMED_EVALUATION"


class ActionNotSearched(ApiError):
    code = "ACTION_NOT_SEARCHED"

    def __init__(self, action: str) -> None:
        super().__init__(
            f"`action.name`: who or what may be read is searched for, not `{action}`; write `READ`, or ask an evaluation of each"
        )


class SubjectRefused(ApiError):
    code = "SUBJECT_REFUSED"
    status = 403
    says = (
        "`subject` must be the viewer of the token, by the kind and id that `viewer` of the GraphQL API gives; only a client that is "
        "registered as a decision point may ask for others"
    )


class Unauthenticated(ApiError):
    code = "UNAUTHENTICATED"
    status = 401
    always = True
    says = "send a valid token in the header `Authorization: Bearer …`"


class TooMuchAtOnce(ApiError):
    code = "TOO_MUCH_AT_ONCE"
    status = 503
    always = True
    begun = True
    says = (
        "this needs more memory than there is for one question, so nothing is answered; ask for less at once: shorter pages, "
        "fewer subjects, fewer fields"
    )


class Unavailable(ApiError):
    code = "UNAVAILABLE"
    status = 503
    always = True
    begun = True
    says = "the graph cannot be asked now; try again in a moment"


class ClientGone(ApiError):
    code = "CLIENT_GONE"
    status = 499
    always = True
    begun = True
    says = "the client went away before it was answered"


class LogUnavailable(ApiError):
    code = "LOG_UNAVAILABLE"
    status = 503
    always = True
    begun = True
    says = "the look-up log cannot be written now, so nothing is answered; try again in a moment, a change after asking whether it was made"


class LogCut(LogUnavailable):
    code = "LOG_CUT"
    says = "the look-up log lacks entries that it had, so nothing is answered until its operators have found out why"


class LogUnsigned(LogUnavailable):
    code = "LOG_UNSIGNED"
    says = "the look-up log has not been signed for too long, so nothing is answered; try again, a change after asking whether it was made"


class Internal(ApiError):
    code = "INTERNAL"
    status = 500
    always = True
    begun = True
    says = "something failed on our side; nothing was answered"


class FieldWithoutCategory(Exception):
    """Every field carries a category; one that does not must not be served."""


class ManifestsInvalid(Exception):
    """A line for each document, or file, that is wrong."""
