"""The rules that the settings choose, and how a command says which."""

import settings
from auth.rule import Rules
from auth.rules import as_tilgangsmaskinen, rules
from auth.rules.policy import Policy
from graph.check import check
from graph.check.values import codes
from settings import Settings, SettingsInvalid


def chosen(said: Settings) -> Rules:
    """The rules that answer, checked against the model."""
    if unknown := [each for each in said.exempt_themes if each not in codes("Theme")]:
        raise SettingsInvalid(f"`INNSYN_EXEMPT_THEMES`: there is no theme `{unknown[0]}`; [theme] in `graph/data/reference.toml` has all")
    found = as_tilgangsmaskinen() if said.rules == "tilgangsmaskinen" else rules(policy(said))
    check(found)
    return found


def policy(said: Settings) -> Policy:
    """What the administration chooses."""
    return Policy(
        districts=said.districts,
        without_area=said.without_area,
        child_years=said.child_years,
        exempt_themes=said.exempt_themes,
        kin=said.kin,
    )


def told(said: Settings, found: Rules) -> str:
    """Which rules answer, in a line: their name, their version, and what was chosen otherwise than unset."""
    others = [name for name in settings.CHOICES if getattr(said, name) != Settings.model_fields[name].default]
    choices = ", ".join(f"INNSYN_{name.upper()}={_value(getattr(said, name))}" for name in others)
    return f"rules: {found.name} {found.version}" + (f", with {choices}" if choices else "")


def _value(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case tuple():
            return ",".join(value) or "none"
        case _:
            return str(value)
