"""What a command refuses: one line on standard error, a code and a sentence that says what to do."""

from enum import StrEnum

import typer

REFUSED = 2


class Code(StrEnum):
    """Why a command does not do what it was told; what the packages refuse has codes of their own."""

    ARGUMENT_INVALID = "ARGUMENT_INVALID"
    SETTINGS_INVALID = "SETTINGS_INVALID"
    VIEWER_UNKNOWN = "VIEWER_UNKNOWN"
    VIEWER_REFUSED = "VIEWER_REFUSED"
    SUBJECT_UNKNOWN = "SUBJECT_UNKNOWN"
    DEVELOPMENT_ONLY = "DEVELOPMENT_ONLY"
    MANIFEST_INVALID = "MANIFEST_INVALID"
    NOT_SIGNED = "NOT_SIGNED"
    FILE_UNUSABLE = "FILE_UNUSABLE"
    ADDRESS_UNUSABLE = "ADDRESS_UNUSABLE"


def refusal(code: str, message: str, status: int = REFUSED) -> typer.Exit:
    """The end of a command, once it has said why."""
    typer.echo(f"{code}: {message}", err=True)
    return typer.Exit(status)
