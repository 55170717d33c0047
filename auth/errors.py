"""What can go wrong in auth.

AuthError
├── NotationError    a rule's pattern or condition does not read
├── RuleError        a rule does not fit the model, or contradicts itself
├── ViewerUnreadable the words that name a viewer do not read
├── TokenRefused     a token does not let its bearer in
├── KeysUnavailable  what an issuer publishes cannot be used
└── IssuersInvalid   the file that names issuers is wrong
"""


class AuthError(Exception):
    """Something in auth is wrong; `code` is stable, the message says what to write instead."""

    code = "AUTH_ERROR"


class NotationError(AuthError):
    """A rule's text does not read; the message shows the place."""

    code = "NOTATION"

    def __init__(self, *, text: str, at: int, expected: str) -> None:
        self.text, self.at, self.expected = text, at, expected
        super().__init__(f"expected {expected} at column {at + 1}:\n  {text}\n  {' ' * at}^")


class RuleError(AuthError):
    """A declared rule cannot be used."""

    code = "RULE"

    def __init__(self, *, rule: str, problem: str, place: str = "") -> None:
        self.rule, self.problem, self.place = rule, problem, place
        super().__init__(f"rule `{rule}`: {problem}" + (f"\n  {place}" if place else ""))


class ViewerUnreadable(AuthError):
    """What stands for a viewer on the command line does not read."""

    code = "VIEWER"

    def __init__(self) -> None:
        super().__init__("a viewer is `employee:IDENT`, `person:ID`, `client:CLIENT_ID` or `analyst:NAME`")


class TokenRefused(AuthError):
    """A token lets nobody in. `reason` is for the log and says no more than which check failed."""

    code = "TOKEN"

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the token was refused: {reason}")


class KeysUnavailable(AuthError):
    """What an issuer publishes cannot be used. `reason` is for the log and quotes nothing of it."""

    code = "KEYS"

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the issuer's keys cannot be had: {reason}")


class IssuersInvalid(AuthError):
    """The file that names issuers is wrong; one line for each place, saying what to write."""

    code = "ISSUERS_INVALID"
