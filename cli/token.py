"""`innsyn token`: a token of the development issuer."""

from typing import Annotated

import typer

import settings
from cli.refusal import Code, refusal


def token(
    viewer: Annotated[str, typer.Argument(help="employee:IDENT, person:ID, client:CLIENT_ID or analyst:NAME", show_default=False)],
    expires: Annotated[int, typer.Option(help="Seconds that it is good for.", min=1)] = 12 * 60 * 60,
) -> None:
    """Print a token that stands for a viewer. Only in the development profile."""
    from auth.development import DevelopmentIssuer
    from auth.errors import ViewerUnreadable
    from auth.viewer import named

    told = settings.load()
    if not told.development:
        raise refusal(Code.DEVELOPMENT_ONLY, "the development issuer is off; set `INNSYN_PROFILE=development` to use it")
    try:
        typer.echo(DevelopmentIssuer.of(told.data_dir).token(named(viewer), seconds=expires))
    except ViewerUnreadable as error:
        raise typer.BadParameter(str(error)) from None
