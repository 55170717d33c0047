"""The languages that a command speaks."""

import tomllib
from collections.abc import Mapping
from enum import Enum


class Language(Enum):
    """As `--language` takes it."""

    NB = "nb"
    EN = "en"


def names_of_categories(language: Language) -> Mapping[str, str]:
    """What the categories are called."""
    from graph.reference import DATA

    table = {"nb": "category", "en": "category_in_english"}[language.value]
    names: Mapping[str, str] = tomllib.loads((DATA / "reference.toml").read_text(encoding="utf-8"))[table]
    return names
