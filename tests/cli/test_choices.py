"""The rules that the settings choose, and what the start says of them."""

import pytest
from typer.testing import CliRunner

import settings
from auth.rules import INNSYN, as_tilgangsmaskinen
from cli import app
from cli.choices import chosen, told
from settings import SettingsInvalid

CHOSEN = {"DISTRICTS": "true", "WITHOUT_AREA": "true", "CHILD_YEARS": "16", "EXEMPT_THEMES": "none", "KIN": "near"}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in settings.Settings.model_fields:
        monkeypatch.delenv(f"INNSYN_{name.upper()}", raising=False)


def test_unset_are_the_rules_as_they_are() -> None:
    said = settings.load()
    assert chosen(said) == INNSYN
    assert told(said, INNSYN) == f"rules: innsyn {INNSYN.version}"


@pytest.mark.parametrize(("name", "value"), CHOSEN.items())
def test_every_choice_makes_other_rules_and_is_told(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"INNSYN_{name}", value)
    said = settings.load()
    found = chosen(said)
    assert found.version != INNSYN.version
    assert told(said, found) == f"rules: innsyn {found.version}, with INNSYN_{name}={value}"


def test_the_profile_to_compare_with_answers_in_development(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_PROFILE", "development")
    monkeypatch.setenv("INNSYN_RULES", "tilgangsmaskinen")
    assert chosen(settings.load()) == as_tilgangsmaskinen()


def test_a_theme_that_there_is_none_of_closes_nothing_and_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_EXEMPT_THEMES", "FRA")
    with pytest.raises(SettingsInvalid, match="`INNSYN_EXEMPT_THEMES`: there is no theme `FRA`"):
        chosen(settings.load())


def test_serve_does_not_start_by_the_rules_to_compare_with_outside_development(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_RULES", "tilgangsmaskinen")
    assert isinstance(CliRunner().invoke(app, ["serve", "--port", "0"]).exception, SettingsInvalid)
