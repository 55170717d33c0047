"""The languages that a command speaks."""

from enum import Enum


class Language(Enum):
    """As `--language` takes it."""

    NB = "nb"
    EN = "en"
