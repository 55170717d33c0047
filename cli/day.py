"""Instants as a command prints them."""

from datetime import datetime

from auth.oslo import OSLO


def day(instant: str) -> str:
    """The day in Oslo."""
    return datetime.fromisoformat(instant).astimezone(OSLO).date().isoformat()
