"""The languages that a command speaks."""

import tomllib
from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Final

import typer


class Language(Enum):
    """As `--language` takes it."""

    NB = "nb"
    EN = "en"


CHOICES: Final = "[nb|en]"


def language(said: str | Language) -> Language:
    """The language of an option, or what holds unless told; `no`, which is both of Norway's, is the one of them that is spoken here."""
    if isinstance(said, Language):
        return said
    try:
        return Language({"no": "nb"}.get(said.lower(), said.lower()))
    except ValueError:
        raise typer.BadParameter(f"`{said}` is no language here; write `nb` for Norwegian, `no` is the same, or `en` for English") from None


LanguageOfAnswer = Annotated[Language, typer.Option(parser=language, metavar=CHOICES, help="The language of the answer.")]
LanguageOfReasons = Annotated[Language, typer.Option(parser=language, metavar=CHOICES, help="The language of the reasons.")]


def names_of_categories(language: Language) -> Mapping[str, str]:
    """What the categories are called."""
    from graph.reference import DATA

    table = {"nb": "category", "en": "category_in_english"}[language.value]
    names: Mapping[str, str] = tomllib.loads((DATA / "reference.toml").read_text(encoding="utf-8"))[table]
    return names
