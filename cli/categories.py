"""The categories that a command takes: those that can be open of a person."""

from typing import Final

import typer

from auth.category import PERSONAL, Category

CHOICES: Final = "|".join(PERSONAL)


def category(text: str) -> Category:
    """The one that someone typed."""
    if text.upper() not in PERSONAL:
        raise typer.BadParameter(f"`{text}` is none; write one of {', '.join(PERSONAL)}")
    return Category(text.upper())
